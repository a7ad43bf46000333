"""XLSX → a journey: the sheet of touchpoints, and those of what it declares."""

from __future__ import annotations

from cjm.diagnostics import Diagnostic
from cjm.errors import UsageError
from cjm.exchange.imported import Asked, Imported, Lost
from cjm.exchange.tables.cells import Reading
from cjm.exchange.tables.headings import Known, headings_of
from cjm.exchange.tables.importing import Gathered, catalogues_for, gathered_for, imported
from cjm.exchange.tables.journey_sheet import read_journey_sheet
from cjm.exchange.tables.reading import records_of
from cjm.exchange.tables.sheets import JOURNEY_NAMES, SHEETS, STAGES, TOUCHPOINTS
from cjm.exchange.tables.table import Table
from cjm.exchange.tables.xlsx_book import Book, SheetPart, opened
from cjm.exchange.tables.xlsx_bounds import BrokenBookError, beside_cells, broken, refusal
from cjm.exchange.tables.xlsx_cells import filled, table_of
from cjm.i18n import say

_LISTED = 3
_UNREAD = (
    ("xl/comments", say("comments on cells")),
    ("xl/threadedComments", say("comments on cells")),
    ("xl/media", say("pictures")),
    ("xl/charts", say("charts")),
)
"""What a workbook may hold that has no place in a journey, by the names of its parts."""


def read_xlsx(content: bytes, asked: Asked) -> Imported:
    """The journey of a workbook.

    Args:
        content: The bytes of the file.
        asked: The options: `sheet` names the one with the touchpoints.

    Raises:
        CjmError: openpyxl is not installed.
        UsageError: there is no sheet of that name.
    """
    if problem := refusal(content):
        return Imported({}, faults=(problem,))
    try:
        with opened(content) as book:
            return _read(book, asked)
    except BrokenBookError:
        return Imported({}, faults=(broken(),))


def _read(book: Book, asked: Asked) -> Imported:
    so_far = gathered_for(asked)
    by_name = {sheet.name.casefold(): sheet for sheet in book.sheets}
    main = _main_sheet(book, asked, so_far)
    if isinstance(main, Diagnostic):
        return Imported({}, faults=(main,))
    read = {main.name}
    for names in (JOURNEY_NAMES, *((sheet.english, sheet.russian) for sheet in SHEETS)):
        sheet = next((by_name[name] for name in names if name in by_name), None)
        if sheet is None or sheet.name in read:
            continue
        table = _table(book, sheet, so_far, sheet.name)
        if isinstance(table, Diagnostic):
            return Imported({}, faults=(table,))
        read.add(sheet.name)
        _read_beside(table, names, asked, so_far)
    table = _table(book, main, so_far)
    if isinstance(table, Diagnostic):
        return Imported({}, faults=(table,))
    _tell_unread(book, read, so_far)
    return imported(table, asked, so_far)


def _main_sheet(book: Book, asked: Asked, so_far: Gathered) -> SheetPart | Diagnostic:
    """The sheet of touchpoints: the one asked for, else by its name, else the first one seen."""
    sheets = book.sheets
    if asked.sheet is not None:
        found = next((s for s in sheets if s.name.casefold() == asked.sheet.casefold()), None)
        if found is None:
            raise UsageError(
                say("there is no sheet {name!r}", name=asked.sheet),
                help=say("sheets: {known}", known=", ".join(s.name for s in sheets)),
            )
        if not found.is_visible:
            so_far.notes.append(say("the sheet {name!r} is hidden", name=found.name))
        return found
    seen = [sheet for sheet in sheets if sheet.is_visible]
    others = {*JOURNEY_NAMES, *(name for s in SHEETS for name in (s.english, s.russian))}
    named = [sheet for sheet in seen if sheet.name.casefold() in TOUCHPOINTS]
    free = [sheet for sheet in seen if sheet.name.casefold() not in others]
    return next(iter((*named, *free, *seen)), broken())


def _table(book: Book, sheet: SheetPart, so_far: Gathered, name: str = "") -> Table | Diagnostic:
    """A sheet's table, with merged cells filled."""
    beside = beside_cells(book.archive, sheet.path)
    table = table_of(book, sheet, beside.has_formulas, name)
    if isinstance(table, Diagnostic) or not beside.merged:
        return table
    table, names = filled(table, beside.merged)
    if names:
        shown = ", ".join(names[:_LISTED]) + (" …" if names[_LISTED:] else "")
        so_far.notes.append(say("merged cells hold the same in each row: {cells}", cells=shown))
    return table


def _read_beside(table: Table, names: tuple[str, str], asked: Asked, so_far: Gathered) -> None:
    """What a sheet beside that of the touchpoints says."""
    if not table.rows:
        return
    if names == JOURNEY_NAMES:
        read_journey_sheet(table, so_far)
        return
    sheet = next(sheet for sheet in SHEETS if sheet.english == names[0])
    lanes = so_far.lanes if sheet is STAGES else {}
    headings = headings_of(table, Known(sheet.columns, lanes))
    reading = Reading(table.comma, catalogues_for(asked, so_far.data))
    records = records_of(table, headings, reading, (sheet.key,))
    so_far.data[sheet.key] = records.data
    so_far.spots |= records.spots
    so_far.faults += [*headings.faults, *records.faults]
    so_far.notes += headings.notes


def _tell_unread(book: Book, read: set[str], so_far: Gathered) -> None:
    unread = [s.name for s in book.sheets if s.name not in read]
    if unread:
        so_far.notes.append(say("sheets that are not read: {names}", names=", ".join(unread)))
    parts = book.archive.namelist()
    told = dict.fromkeys(what for part, what in _UNREAD if any(p.startswith(part) for p in parts))
    why = say("a journey has no place for them")
    so_far.lost += [Lost(None, None, what, why) for what in told]
