"""XLSX: the first sheet of a workbook; its cells as the texts that a CSV of it would have."""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine
from cjm.data.files.copies import copied
from cjm.data.files.formulas import check_computed
from cjm.data.files.names import DataFile, check_columns, column_names, engine_names
from cjm.data.files.parts import Part, Rejected
from cjm.data.left_out import TOO_MANY_FIELDS
from cjm.errors import CjmError, missing_extra
from cjm.i18n import say
from cjm.tuples import NamedTuple

LOOKED_AT = 50
"""So many rows say how wide a sheet without a header is."""
_ESCAPED = re.compile("_x([0-9A-F]{4})_")


class _Row(NamedTuple):
    """A row that is not empty: its number in the sheet, and its texts."""

    line: int
    texts: list[str]


def read_xlsx(
    engine: LocalEngine, file: DataFile, rows: Rows, wanted: Mapping[str, str], whole: bool
) -> Part:
    """The first sheet of a workbook as a table of the engine; only `header` counts of its form."""
    try:
        import openpyxl
    except ImportError as error:
        raise missing_extra(engine.command, "openpyxl", "xlsx") from error
    from zipfile import BadZipFile

    try:
        book = openpyxl.load_workbook(file.path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise CjmError(say("{path} is no whole XLSX workbook", path=file.shown)) from error
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        filled = _filled(sheet.iter_rows(values_only=True))
        part, places = _read(engine, file, filled, rows, wanted, whole)
        check_computed(file.shown, sheet._get_source, places)
        return part
    finally:
        book.close()


def _read(
    engine: LocalEngine,
    file: DataFile,
    found: Iterator[_Row],
    rows: Rows,
    wanted: Mapping[str, str],
    whole: bool,
) -> tuple[Part, Container[int]]:
    """The rows as a table, and the places of the columns that it has."""
    first = list(islice(found, 1 if rows.header else LOOKED_AT))
    width = max((len(row.texts) for row in first), default=0)
    numbers = [str(number) for number in range(1, width + 1)]
    columns = column_names(first[0].texts) if first and rows.header else tuple(numbers)
    check_columns(file.shown, columns, wanted if first else {})
    names = engine_names(columns)
    kept = {
        place: names[place] for place, column in enumerate(columns) if whole or column in wanted
    }
    rejected = Rejected(file.shown)
    whole_rows = _of_width(_again([] if rows.header else first, found), len(columns), rejected)
    name, count = copied(
        engine,
        tuple(kept.values()),
        ((row.line, [row.texts[place] for place in kept]) for row in whole_rows),
    )
    by_column = {columns[place]: column for place, column in reversed(kept.items())}
    read = count + rejected.count
    return Part(file.shown, name, by_column, count, read, None, rejected.left_out), kept


def _again(first: list[_Row], found: Iterator[_Row]) -> Iterator[_Row]:
    yield from first
    yield from found


def _filled(rows: Iterator[tuple[Any, ...]]) -> Iterator[_Row]:
    """The rows in which something stands, without the empty cells at their ends."""
    for line, cells in enumerate(rows, 1):
        texts = [cell_text(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            yield _Row(line, texts)


def _of_width(rows: Iterator[_Row], width: int, rejected: Rejected) -> Iterator[_Row]:
    """Rows with as many cells as there are columns; what is beyond them is no row."""
    for row in rows:
        if len(row.texts) > width:
            rejected.add(TOO_MANY_FIELDS, row.line, ",".join(row.texts))
        else:
            yield _Row(row.line, row.texts + [""] * (width - len(row.texts)))


def cell_text(cell: object) -> str:
    """A cell as text: days and times as ISO 8601, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell))
