"""A journey → rows of cells, and what the columns have no place for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cjm.exchange.imported import Given, Lost
from cjm.exchange.long_forms import in_long_forms
from cjm.exchange.tables.columns import (
    GAP,
    ID,
    SIDES,
    TOUCHPOINT,
    Column,
    of_own_key,
    of_persona,
)
from cjm.exchange.tables.headings import is_known, plain
from cjm.exchange.tables.values import Style, Value
from cjm.i18n import Message, say
from cjm.journey import OWN
from cjm.tuples import NamedTuple

NO_COLUMN = say("the table has no column for it")
NO_SHEET = say("a table of touchpoints has no place for it")
UNSAID = ("cjm", "id", "language", "touchpoints")
"""What a table of touchpoints says by its being there, or its file's name does."""


OF_SCORES = tuple((side,) for side in SIDES)
"""Fields whose parts have columns one by one."""


class Written(NamedTuple):
    """A table to write: its columns, its headings, its rows of cells, and what is left out."""

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    language: str
    lost: tuple[Lost, ...] = ()
    notes: tuple[Message, ...] = ()


def long_form(given: Given) -> dict[str, Any]:
    """The journey's data with each value in its longest form."""
    from cjm.format import encoded

    return in_long_forms(encoded(given.journey))


def written(given: Given, language: str) -> Written:
    """The touchpoints alone: everything else of the journey is left out, and told."""
    data = long_form(given)
    table = table_of(data, Style(language))
    return table._replace(lost=(*lost_of_journey(data, given), *lost_of(data, table, given)))


def table_of(data: dict[str, Any], style: Style) -> Written:
    """The touchpoints of a journey's long form, a row each."""
    points: dict[str, Any] = data["touchpoints"]
    shown = used_columns(tuple(_columns(data, points)), points)
    rows = tuple(row_of(id, point, shown, style) for id, point in points.items())
    headings = tuple(column.heading(style.language) for column in shown)
    return Written(shown, headings, rows, style.language)


def used_columns(columns: Sequence[Column], records: Mapping[str, Any]) -> tuple[Column, ...]:
    """The columns that are always written, and those in which something stands."""

    def is_used(column: Column) -> bool:
        return any(value_at(record, column) is not None for record in records.values())

    return tuple(column for column in columns if column.always or is_used(column))


def row_of(
    id: str, record: dict[str, Any], columns: Sequence[Column], style: Style
) -> tuple[Value, ...]:
    """The cells of a record."""
    cells = []
    for column in columns:
        value = id if column.route == ID else value_at(record, column)
        if column.route in (("title",), ("name",)) and value is None:
            value = id
        cells.append(None if value is None else column.codec.write(value, style))
    return tuple(cells)


def value_at(record: Mapping[str, Any], column: Column) -> Any:
    """What a record holds for a column; None for nothing."""
    value: Any = record
    for key in column.route:
        value = value.get(key) if isinstance(value, Mapping) else None
    return None if value in ([], {}) else value


def _columns(data: dict[str, Any], points: dict[str, Any]) -> Iterator[Column]:
    """All columns that touchpoints may have, in the order in which they are written."""
    for column in TOUCHPOINT:
        if column.route == ("next",):
            yield from _persona_columns(points)
        yield column
    lanes = {key: lane["title"] for key, lane in data.get("lanes", {}).items()}
    yield from own_columns(points, lanes)


def _persona_columns(points: dict[str, Any]) -> Iterator[Column]:
    for id in dict.fromkeys(_with_columns(points.values())):
        yield from (of_persona(id, id, side) for side in SIDES)


def own_columns(records: Mapping[str, Any], lanes: Mapping[str, str]) -> Iterator[Column]:
    """The columns of keys of the author's own that hold texts: declared rows by their titles."""
    keys = dict.fromkeys(
        (*lanes, *sorted({k for r in records.values() for k in r if k[:2] == OWN}))
    )
    titles = [plain(title) for title in lanes.values()]
    for key in keys:
        title = lanes.get(key, key)
        clear = titles.count(plain(title)) < 2 and "\n" not in title and title == title.strip()
        if not clear or is_known(title) or plain(title) in GAP or title.startswith(OWN):
            title = key
        yield of_own_key(key, title)


def lost_of(data: dict[str, Any], table: Written, given: Given) -> Iterator[Lost]:
    """What touchpoints hold that no column does, field by field."""
    yield from lost_of_records(data["touchpoints"], table.columns, ("touchpoints",), given)


def lost_of_records(
    records: Mapping[str, Any], columns: Sequence[Column], base: tuple[str, ...], given: Given
) -> Iterator[Lost]:
    """What records hold that no column does."""
    routes = [column.route for column in columns]
    for id, record in records.items():
        seen = dict.fromkeys(_uncovered(record, (), routes))
        for route in seen:
            what = say("{field} of {id}", field=".".join(route), id=id)
            yield Lost(line_of(given, (*base, id, *route)), None, what, NO_COLUMN)


def _uncovered(
    value: Any, route: tuple[str, ...], routes: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """The ways to what no column holds, as deep as columns go."""
    if any(route[: len(known)] == known for known in routes):
        return
    deeper = any(known[: len(route)] == route for known in routes)
    by_persona = route[:1] == ("by_persona",) and len(route) < 3
    if isinstance(value, Mapping) and (deeper or by_persona or route[:1] in OF_SCORES):
        for key, item in value.items():
            yield from _uncovered(item, (*route, key), routes)
        return
    if value not in ([], {}, None):
        yield route


def lost_of_journey(data: dict[str, Any], given: Given) -> Iterator[Lost]:
    """The journey's own fields, which a table of touchpoints has no place for."""
    for key, value in data.items():
        if key in UNSAID or (key == "scale" and list(value) == [0, 10]):
            continue
        if key in ("stages", "channels", "personas") and _is_implied(key, value, data):
            continue
        yield Lost(line_of(given, (key,)), None, say("{field}", field=key), NO_SHEET)


def _is_implied(key: str, items: Mapping[str, Any], data: dict[str, Any]) -> bool:
    """Whether touchpoints name all of a catalogue in its order, and that is all it says."""
    if any(items.values()):
        return False
    points = data["touchpoints"].values()
    named = {
        "stages": [point.get("stage") for point in points],
        "channels": [id for point in points for id in point.get("channel", ())],
        "personas": _with_columns(points),
    }[key]
    return list(items) == [id for id in dict.fromkeys(named) if id]


def _with_columns(points: Iterable[Mapping[str, Any]]) -> list[str]:
    """The personas who have a score somewhere."""
    return [
        id
        for point in points
        for id, item in point.get("by_persona", {}).items()
        if any("score" in item.get(side, ()) for side in SIDES)
    ]


def line_of(given: Given, route: tuple[str, ...]) -> int | None:
    """The line of what is left out; that of what holds it where it has none of its own."""
    if given.source.root is None:
        return None
    for length in range(len(route), 0, -1):
        if span := given.source.span(route[:length], key=True):
            return span.line
    return None
