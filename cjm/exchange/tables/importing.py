"""Tables of a file → a journey's data, which knows the cell of each value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.diagnostics import Diagnostic, Route, Span
from cjm.exchange.imported import Asked, Imported, Lost
from cjm.exchange.tables.catalogues import Catalogue
from cjm.exchange.tables.cells import Reading
from cjm.exchange.tables.columns import ID
from cjm.exchange.tables.headings import Headings, Known, headings_of, is_transposed
from cjm.exchange.tables.reading import Records, Spot, records_of
from cjm.exchange.tables.table import Table, too_long
from cjm.i18n import Message, say
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple

KINDS = ("stage", "channel", "persona")
NAME = {"stage": "title", "channel": "title", "persona": "name"}


@dataclass
class Gathered:
    """What was read of a file so far.

    Attributes:
        data: The journey's own fields, with what its sheets declare.
        spots: Where the value of each route stands.
        lanes: Titles of rows of one's own.
    """

    data: dict[str, Any] = field(default_factory=dict)
    spots: dict[Route, Spot] = field(default_factory=dict)
    lanes: dict[str, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)


def gathered_for(asked: Asked) -> Gathered:
    """Nothing yet, but for the rows that the workspace declares."""
    return Gathered(lanes={lane.id: lane.title for lane in asked.workspace.lanes})


def catalogues_for(asked: Asked, data: Mapping[str, Any]) -> dict[str, Catalogue]:
    """What cells may name: what the workspace declares, and what sheets of their own do."""
    found = {}
    for kind in KINDS:
        shared = getattr(asked.workspace, f"{kind}s")
        known = {item.id: getattr(item, NAME[kind]) for item in shared}
        for id, item in data.get(f"{kind}s", {}).items():
            known[id] = (item or {}).get(NAME[kind], "")
        found[kind] = Catalogue(known)
    return found


def imported(table: Table, asked: Asked, so_far: Gathered | None = None) -> Imported:
    """The journey of a table of touchpoints, and of what other sheets said before.

    Args:
        table: The table; it may stand on its side.
        asked: The options, and the workspace.
        so_far: What other sheets of the workbook said.
    """
    so_far = so_far or gathered_for(asked)
    table = table.trimmed()
    if not table.rows or not any(map(len, table.rows)):
        return Imported({}, faults=(table.fault(say("the table is empty"), 0, 0),))
    if fault := too_long(table):
        return Imported({}, faults=(fault,))
    if is_transposed(table):
        table = table.turned()
        so_far.notes.append(say("the table stands on its side: its columns are read as rows"))
    catalogues = catalogues_for(asked, so_far.data)
    known = Known(lanes=so_far.lanes, personas=catalogues["persona"])
    headings = headings_of(table, known)
    if fault := _unnamed_rows(table, headings):
        return Imported({}, faults=(*headings.faults, fault))
    records = records_of(table, headings, Reading(table.comma, catalogues), ("touchpoints",))
    _resolve_titles(records.data)
    _add(so_far, records, headings, table)
    data = _journey(so_far, catalogues, asked, records.data, headings)
    if not records.data and not so_far.faults:
        so_far.faults.append(table.fault(say("there is no row below the headings"), 0, 0))
    places = Places(so_far.spots)
    return Imported(
        {} if so_far.faults else data,
        lost=tuple(so_far.lost),
        notes=tuple(so_far.notes),
        faults=tuple(sorted(so_far.faults, key=lambda fault: fault.place)),
        place_of=places.span,
        cell_of=places.cell,
    )


def _unnamed_rows(table: Table, headings: Headings) -> Diagnostic | None:
    """What is said where no column tells the rows apart: there are no headings, or others."""
    if any(placed.column.route in (ID, ("title",)) for placed in headings.placed):
        return None
    return table.fault(
        say("no heading of the first row is id or title"),
        0,
        0,
        say("name the columns in the first row: id, title, stage, expectation, experience, next"),
    )


def _resolve_titles(touchpoints: dict[str, Any]) -> None:
    """Ways that name the title of a touchpoint lead to its id."""
    titles: dict[str, str] = {}
    for id, point in touchpoints.items():
        titles.setdefault(point.get("title", id).casefold(), id)

    def meant(id: str) -> str:
        return id if id in touchpoints else titles.get(id.casefold(), id)

    for point in touchpoints.values():
        match point.get("next"):
            case str() as id:
                point["next"] = meant(id)
            case list() as ids:
                point["next"] = [meant(id) for id in ids]
            case dict() as ways:
                point["next"] = {meant(id): way for id, way in ways.items()}


def _add(so_far: Gathered, records: Records, headings: Headings, table: Table) -> None:
    so_far.spots |= records.spots
    so_far.faults += [*headings.faults, *records.faults]
    so_far.notes += headings.notes
    for index in headings.unnamed:
        span, cell = table.where(0, index)
        line = None if cell else span.line
        what = say("column {n}, which has no heading", n=index + 1)
        so_far.lost.append(Lost(line, cell or None, what, say("nothing says what it means")))


def _journey(
    so_far: Gathered,
    catalogues: Mapping[str, Catalogue],
    asked: Asked,
    touchpoints: dict[str, Any],
    headings: Headings,
) -> dict[str, Any]:
    """The fields of the journey in the order in which people write them."""
    data = {"cjm": 1, **so_far.data}
    if headings.russian and "language" not in data:
        data["language"] = "ru" if headings.russian > 0 else "en"
    for kind, catalogue in catalogues.items():
        key = f"{kind}s"
        shared = {item.id for item in getattr(asked.workspace, key)}
        own = dict(data.pop(key, {}))
        new = {id: title for id, title in catalogue.used.items() if id not in own}
        if kind != "persona" or not (own or set(new) - shared):  # personas named are all there are
            new = {id: title for id, title in new.items() if id not in shared}
        items = {**own, **{id: {NAME[kind]: title} if title else {} for id, title in new.items()}}
        if items:
            data[key] = _declared(items, NAME[kind])
    improvements = data.pop("improvements", None)
    data["touchpoints"] = touchpoints
    return {**data, "improvements": improvements} if improvements else data


def _declared(items: dict[str, Any], name: str) -> Any:
    """A catalogue in its shortest form."""
    if not any(items.values()):
        return list(items)
    return {id: _brief(item, name) for id, item in items.items()}


def _brief(item: dict[str, Any], name: str) -> Any:
    return item.get(name) if set(item) <= {name} else item


class Places(NamedTuple):
    """Where in the file the values of a journey came from."""

    spots: Mapping[Route, Spot]

    def span(self, route: Route, on_key: bool) -> Span | None:
        """The stretch of a value's cell; of a score that is only evidence, that of the evidence."""
        spot = self._spot(route)
        return spot.where.span if spot else None

    def cell(self, route: Route, on_key: bool) -> str:
        """The name of that cell, where cells have names."""
        spot = self._spot(route)
        return spot.where.cell if spot else ""

    def _spot(self, route: Route) -> Spot | None:
        if route in self.spots or len(route) <= _OF_RECORDS:
            return self.spots.get(route)
        inside = (spot for other, spot in self.spots.items() if other[: len(route)] == route)
        return next(inside, None)


_OF_RECORDS = 2
"""Routes that are longer lead into a record."""
