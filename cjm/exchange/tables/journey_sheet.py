"""The sheet with the journey's own fields: a field and its value in each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.exchange.tables.cells import Reading
from cjm.exchange.tables.headings import plain
from cjm.exchange.tables.importing import Gathered
from cjm.exchange.tables.reading import Spot, put
from cjm.exchange.tables.sheets import FIELD, JOURNEY, VALUE
from cjm.exchange.tables.table import Table
from cjm.exchange.tables.values import CellFault, Style, Unread, Value, is_empty, text_of
from cjm.exchange.tables.writing import value_at
from cjm.i18n import say
from cjm.i18n.characters import clipped


def read_journey_sheet(table: Table, so_far: Gathered) -> None:
    """Add what the sheet says to what was read so far; its headings may be missing."""
    for number in range(len(table.rows)):
        name, value = plain(table.at(number, 0)), table.at(number, 1)
        if name in FIELD or is_empty(value):
            continue
        column = next((c for c in JOURNEY if name in (plain(c.english), plain(c.russian))), None)
        if column is None:
            shown = clipped(text_of(table.at(number, 0)).strip(), 40)
            message = say("there is no field {name!r}", name=shown)
            so_far.faults.append(table.fault(message, number, 0, _known()))
            continue
        spot = Spot(table, number, 1)
        if isinstance(value, Unread):
            so_far.faults.append(table.fault(value.message, number, 1, value.help))
            continue
        try:
            read = column.codec.read(value, Reading(table.comma, {}))
        except CellFault as fault:
            so_far.faults.append(table.fault(fault.message, number, 1, fault.help))
            continue
        put(so_far.data, column.route, read)
        so_far.spots[column.route] = spot
        if column.route == ("lanes",):
            so_far.lanes |= read


def _known() -> Any:
    names = dict.fromkeys(name for c in JOURNEY for name in (c.english, c.russian))
    return say("known: {known}", known=", ".join(names))


def journey_rows(data: dict[str, Any], style: Style) -> Iterator[tuple[Value, ...]]:
    """The rows of the sheet, the headings first."""
    place = 1 if style.language == "ru" else 0
    yield (FIELD[place], VALUE[place])
    for column in JOURNEY:
        value = value_at(data, column)
        if value is None and column.route == ("title",):
            value = data["id"]
        if value is not None or column.always:
            cell = None if value is None else column.codec.write(value, style)
            yield (column.heading(style.language), cell)
