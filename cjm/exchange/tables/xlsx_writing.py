"""A journey → XLSX: a sheet of touchpoints that helps to fill it in, and sheets beside it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cjm.errors import missing_extra
from cjm.exchange.imported import Asked, Exported, Given, Lost
from cjm.exchange.tables.columns import GAP, Column
from cjm.exchange.tables.journey_sheet import journey_rows
from cjm.exchange.tables.sheets import JOURNEY_NAMES, SHEETS, STAGES, TOUCHPOINTS, Sheet
from cjm.exchange.tables.table import MAX_CHARACTERS
from cjm.exchange.tables.values import Style, Value
from cjm.exchange.tables.writing import (
    NO_COLUMN,
    Written,
    long_form,
    lost_of,
    lost_of_records,
    own_columns,
    row_of,
    table_of,
    used_columns,
)
from cjm.exchange.tables.xlsx_help import dress, dress_touchpoints
from cjm.i18n import say
from cjm.system.archives import without_times

SAID = ("cjm", "touchpoints", *(sheet.key for sheet in SHEETS))
_ESCAPES = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What a workbook holds as `_x0000_`: signs that XML has not, and texts that look like that."""


def write_xlsx(given: Given, asked: Asked) -> Exported:
    """The workbook of a journey. Raises CjmError where openpyxl is not installed."""
    try:
        import openpyxl
    except ImportError as error:
        raise missing_extra("convert", "openpyxl", "xlsx") from error
    language = asked.language or given.journey.language
    data = long_form(given)
    style = Style(
        language, {sheet.kind: shown_names(data, sheet) for sheet in SHEETS if sheet.kind}
    )
    table = table_of(data, style)
    place = 1 if language == "ru" else 0
    book = openpyxl.Workbook()
    book.properties.creator = "cjm"
    main = book.active
    main.title = TOUCHPOINTS[place]
    _fill(main, (_with_gap(table.headings, table.columns, GAP[place]), *_rows(table)))
    beside = book.create_sheet(JOURNEY_NAMES[place])
    _fill(beside, journey_rows(data, style))
    dress(beside)
    lost = [*_lost_of_journey(data, given), *lost_of(data, table, given)]
    for sheet in SHEETS:
        if data.get(sheet.key):
            lost += _add(book, sheet, data, style, given)
    dress_touchpoints(main, table, data, style)
    return Exported(_saved(book), tuple(lost), _cut(book))


def shown_names(data: Mapping[str, Any], sheet: Sheet) -> dict[str, str]:
    """What cells write for the ids of a sheet: its titles, where each can only mean one of them."""
    items: Mapping[str, Any] = data.get(sheet.key, {})
    titles = {id: item.get("title", id) for id, item in items.items()}
    folded = [title.casefold() for title in titles.values()]
    clear = len(set(folded)) == len(folded) and all(
        title == id or (title not in items and _is_plain(title)) for id, title in titles.items()
    )
    return titles if clear else {id: id for id in items}


def _is_plain(title: str) -> bool:
    return title == title.strip() and not re.search(r"; |[\r\n]", title)


def _with_gap(cells: Sequence[Any], columns: Sequence[Column], gap: Any) -> tuple[Any, ...]:
    """The cells of a row with that of C after those of O and B."""
    place = gap_place(columns)
    return (*cells[:place], gap, *cells[place:])


def gap_place(columns: Sequence[Column]) -> int:
    """Where the column of C stands among those of the table, from 0."""
    return [column.route for column in columns].index(("experience", "score")) + 1


def _rows(table: Written) -> Iterable[tuple[Value, ...]]:
    from cjm.exchange.tables.xlsx_bounds import column_letters

    place = gap_place(table.columns)
    o, b = column_letters(place - 2), column_letters(place - 1)
    for number, row in enumerate(table.rows, 2):
        both = f"AND(ISNUMBER({o}{number}),ISNUMBER({b}{number}))"
        yield _with_gap(
            row, table.columns, _Formula(f'=IF({both},ROUND({b}{number}-{o}{number},6),"")')
        )


class _Formula(str):
    """A text that is run; all others are none, whatever they begin with."""

    __slots__ = ()


def _fill(sheet: Any, rows: Iterable[Sequence[Value]]) -> None:
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            if value is None:
                continue
            cell = sheet.cell(number, place)
            if isinstance(value, str) and not isinstance(value, _Formula):
                cell.value = _ESCAPES.sub(_escape, value)[:MAX_CHARACTERS]
                cell.data_type = "s"  # whatever it begins with
            elif isinstance(value, float):
                cell.value, cell.data_type = repr(value), "n"  # to the last digit
            else:
                cell.value = value
                cell.number_format = "yyyy-mm-dd" if cell.is_date else "General"


def _escape(found: re.Match[str]) -> str:
    text = found[0]
    return f"_x005F{text}" if len(text) > 1 else f"_x{ord(text):04X}_"


def _add(
    book: Any, sheet: Sheet, data: Mapping[str, Any], style: Style, given: Given
) -> Iterable[Lost]:
    """A sheet of what the journey declares, and what of that its columns have no place for."""
    records = data[sheet.key]
    columns: tuple[Column, ...] = sheet.columns
    if sheet is STAGES:
        lanes = {key: lane["title"] for key, lane in data.get("lanes", {}).items()}
        columns = (*columns, *own_columns(records, lanes))
    shown = used_columns(columns, records)
    page = book.create_sheet(sheet.name(style.language))
    headings = tuple(column.heading(style.language) for column in shown)
    _fill(page, (headings, *(row_of(id, item, shown, style) for id, item in records.items())))
    dress(page)
    return lost_of_records(records, shown, (sheet.key,), given)


def _lost_of_journey(data: Mapping[str, Any], given: Given) -> Iterable[Lost]:
    from cjm.exchange.tables.sheets import JOURNEY
    from cjm.exchange.tables.writing import line_of

    known = {column.route[0] for column in JOURNEY}
    for key in data:
        if key not in SAID and key not in known:
            yield Lost(line_of(given, (key,)), None, say("{field}", field=key), NO_COLUMN)


def _cut(book: Any) -> tuple[Any, ...]:
    """What to know of texts that are longer than a cell can be."""
    long = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and len(cell.value) == MAX_CHARACTERS
    ]
    message = say("longer than a cell can be, and cut off: {cells}", cells=", ".join(long))
    return (message,) if long else ()


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return without_times(out.getvalue())
