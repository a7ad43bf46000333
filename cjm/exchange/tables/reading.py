"""The rows of a table → touchpoints, or other records, in the format's own fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.diagnostics import Beside, Diagnostic, Route
from cjm.exchange.tables.catalogues import free_id
from cjm.exchange.tables.cells import Reading
from cjm.exchange.tables.columns import ID, SIDES
from cjm.exchange.tables.headings import Headings
from cjm.exchange.tables.table import Table, Where
from cjm.exchange.tables.values import CellFault, Unread, is_empty
from cjm.i18n import say
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple

TITLES = ("title", "name")
"""What an id may be made of."""


class Spot(NamedTuple):
    """A cell of a table."""

    table: Table
    row: int
    column: int

    @property
    def where(self) -> Where:
        """Its place in the file."""
        return self.table.where(self.row, self.column)


@dataclass
class Records:
    """What the rows of a table hold.

    Attributes:
        data: Records in the format's own fields, by id.
        spots: Where the value of each route stands.
        faults: Cells that cannot be read.
    """

    data: dict[str, Any] = field(default_factory=dict)
    spots: dict[Route, Spot] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)


class _Row(NamedTuple):
    """What a row holds: its number, its values by route, and the columns of these."""

    number: int
    values: dict[tuple[str, ...], Any]
    columns: dict[tuple[str, ...], int]


def records_of(table: Table, headings: Headings, reading: Reading, base: Route) -> Records:
    """The records of a table, its first row being headings.

    Args:
        table: The table.
        headings: What its first row says.
        reading: What cells are read with.
        base: The way through the journey to the records.
    """
    records = Records()
    rows = list(_rows(table, headings, reading, records.faults))
    taken = {row.values[ID] for row in rows if row.values.get(ID)}
    for row in rows:
        title = next((row.values[(key,)] for key in TITLES if (key,) in row.values), None)
        id = row.values.get(ID)
        if id is None and title is None:
            if row.values:
                message = say("the row has neither id nor title")
                records.faults.append(table.fault(message, row.number, _first(row)))
            continue
        if id is None:
            id = free_id(title or "", taken)
            taken.add(id)
        if id in records.data:
            records.faults.append(_twice(table, row, id, records.spots[(*base, id)]))
            continue
        records.data[id] = _record(row, id)
        records.spots[(*base, id)] = Spot(table, row.number, _first(row))
        for route, column in row.columns.items():
            records.spots[(*base, id, *route)] = Spot(table, row.number, column)
    return records


def _rows(
    table: Table, headings: Headings, reading: Reading, faults: list[Diagnostic]
) -> Iterator[_Row]:
    for number in range(1, len(table.rows)):
        values: dict[tuple[str, ...], Any] = {}
        columns: dict[tuple[str, ...], int] = {}
        for index, column in headings.placed:
            cell = table.at(number, index)
            if is_empty(cell):
                continue
            if isinstance(cell, Unread):
                faults.append(table.fault(cell.message, number, index, cell.help))
                continue
            try:
                value = column.codec.read(cell, reading)
            except CellFault as fault:
                faults.append(table.fault(fault.message, number, index, fault.help))
                continue
            if value is not None:
                values[column.route] = value
                columns[column.route] = index
        yield _Row(number, values, columns)


def _first(row: _Row) -> int:
    """The column that stands for the row: the id's, the title's, or its first."""
    routes = (ID, *((key,) for key in TITLES))
    named = (row.columns[route] for route in routes if route in row.columns)
    return next(named, min(row.columns.values(), default=0))


def _twice(table: Table, row: _Row, id: str, first: Spot) -> Diagnostic:
    related = (Beside(say("the first stands here"), table.where(first.row, first.column).span),)
    message = say("{name!r} is given twice", name=id)
    return table.fault(message, row.number, _first(row), related=related)


def _record(row: _Row, id: str) -> dict[str, Any]:
    """The fields of a row in their shortest forms."""
    record: dict[str, Any] = {}
    for route, value in row.values.items():
        if route != ID and not (route[0] in TITLES and value == id):
            put(record, route, value)
    for scores in (record, *record.get("by_persona", {}).values()):
        for side in SIDES:
            if list(scores.get(side, ())) == ["score"]:
                scores[side] = scores[side]["score"]
    return record


def put(data: dict[str, Any], route: tuple[str, ...], value: Any) -> None:
    """Write a value at a route, beside what is there."""
    *before, last = route
    for key in before:
        data = data.setdefault(key, {})
    data[last] = {**data[last], **value} if isinstance(data.get(last), dict) else value
