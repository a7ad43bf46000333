"""A workbook as openpyxl reads it, sheet by sheet and row by row, only the cells that are there.

openpyxl's own way to open a workbook parses every sheet to the end where it does not say its size,
and fills its rows up to the farthest cell. So its parts are used one by one here: what is read
stops where the limits are.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cjm.errors import missing_extra
from cjm.exchange.tables.xlsx_bounds import parsing
from cjm.tuples import NamedTuple


class SheetPart(NamedTuple):
    """A sheet of a workbook: its name, whether it is seen, and the part that holds it."""

    name: str
    is_visible: bool
    path: str


class Cell(NamedTuple):
    """A cell in which something stands: its column, from 0, its value, and openpyxl's type."""

    column: int
    value: Any
    kind: str


class Book(NamedTuple):
    """A workbook that is open."""

    sheets: tuple[SheetPart, ...]
    archive: zipfile.ZipFile
    strings: list[str]
    workbook: Any

    def rows(self, sheet: SheetPart, formulas: bool = False) -> Iterator[tuple[int, list[Cell]]]:
        """The rows of a sheet, from 0, with what formulas gave last, or with the formulas."""
        from openpyxl.worksheet._reader import WorkSheetParser

        with parsing(), self.archive.open(sheet.path) as source:
            parser = WorkSheetParser(
                source,
                self.strings,
                data_only=not formulas,
                epoch=self.workbook.epoch,
                date_formats=self.workbook._date_formats,
                timedelta_formats=self.workbook._timedelta_formats,
            )
            for number, cells in parser.parse():
                found = [Cell(c["column"] - 1, c["value"], c["data_type"]) for c in cells]
                yield number - 1, [cell for cell in found if cell.value is not None]


@contextmanager
def opened(content: bytes) -> Iterator[Book]:
    """A workbook. Raises CjmError without openpyxl, BrokenBookError where it is none."""
    import warnings

    try:
        from openpyxl.reader.excel import ExcelReader
        from openpyxl.styles.stylesheet import apply_stylesheet
    except ImportError as error:
        raise missing_extra("convert", "openpyxl", "xlsx") from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's, of what it leaves out: nothing of it is read
        with parsing():
            reader = ExcelReader(io.BytesIO(content), read_only=True, keep_links=False)
            reader.read_manifest()
            reader.read_strings()
            reader.read_workbook()
            apply_stylesheet(reader.archive, reader.wb)
            sheets = tuple(
                SheetPart(sheet.name, sheet.state == "visible", part.target)
                for sheet, part in reader.parser.find_sheets()
                if "chartsheet" not in part.Type and part.target in reader.valid_files
            )
        try:
            yield Book(sheets, reader.archive, reader.shared_strings, reader.wb)
        finally:
            reader.archive.close()
