"""The cells of a sheet of a workbook, under limits, whatever the sheet says of its size."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Span
from cjm.exchange.tables.headings import is_transposed
from cjm.exchange.tables.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    Table,
    Where,
    too_many_columns,
    too_many_rows,
)
from cjm.exchange.tables.values import Unread, Value, is_empty
from cjm.exchange.tables.xlsx_book import Book, Cell, SheetPart
from cjm.exchange.tables.xlsx_bounds import Area, column_letters
from cjm.exchange.texts import fault
from cjm.i18n import say

_NO_VALUE = Unread(
    say("a formula without a kept value"),
    say("open the workbook in a spreadsheet and save it, or write the value"),
)


def table_of(
    book: Book, sheet: SheetPart, has_formulas: bool, name: str = ""
) -> Table | Diagnostic:
    """The table of a sheet, or which limit it is beyond.

    Args:
        book: The workbook.
        sheet: Its sheet.
        has_formulas: Whether some of its cells are formulas.
        name: What stands before the names of its cells; empty for the sheet of touchpoints.
    """
    before = f"{name}!" if name else ""
    numbers: list[int] = []
    rows: list[list[Value]] = []
    for number, cells in _rows(book, sheet, has_formulas):
        filled = {column: value for column, value in cells if not is_empty(value)}
        if filled and max(filled) >= MAX_COLUMNS:
            return fault(too_many_columns(), _span(number, MAX_COLUMNS))
        if filled:
            numbers.append(number)
            rows.append([filled.get(column) for column in range(max(filled) + 1)])
        if len(rows) > MAX_ROWS + 1:
            return fault(too_many_rows(), _span(number, 0))

    def where(row: int, column: int) -> Where:
        number = numbers[row] if numbers else 0
        return Where(_span(number, column), f"{before}{column_letters(column)}{number + 1}")

    return Table(rows, where)


def _span(row: int, column: int) -> Span:
    return Span(row + 1, column + 1, row + 1, column + 2)


def _rows(
    book: Book, sheet: SheetPart, has_formulas: bool
) -> Iterator[tuple[int, list[tuple[int, Value]]]]:
    """The rows of a sheet; formulas that were never computed are known as such."""
    if not has_formulas:
        for number, cells in book.rows(sheet):
            yield number, [(cell.column, _value(cell)) for cell in cells]
        return
    for (number, cells), (_, formulas) in zip(
        book.rows(sheet), book.rows(sheet, True), strict=True
    ):
        values: dict[int, Value] = {c.column: _NO_VALUE for c in formulas if c.kind == "f"}
        values |= {cell.column: _value(cell) for cell in cells}
        yield number, list(values.items())


def _value(cell: Cell) -> Value:
    value: Value = cell.value
    if isinstance(value, str):
        if cell.kind == "e":
            return Unread(say("the cell holds the error {text}", text=value))
        from cjm.data.files.xlsx import cell_text

        return cell_text(value).replace("\r\n", "\n")
    return value


def filled(table: Table, merged: tuple[Area, ...]) -> tuple[Table, list[str]]:
    """A table in which merged cells hold the same in each row, and the names of these.

    Cells that are merged across columns stay as they are: they belong to the first column.
    """
    sideways = bool(table.rows) and is_transposed(table)
    rows = [list(row) for row in table.rows]
    places = {table.where(n, 0).span.line - 1: n for n in range(len(rows))}
    names = []
    for area in merged:
        first = places.get(area.top)
        value = table.at(first, area.left) if first is not None else None
        if first is None or is_empty(value):
            continue
        if sideways and area.right > area.left:
            ends = range(area.left + 1, min(area.right, MAX_COLUMNS - 1) + 1)
            _put(rows[first], dict.fromkeys(ends, value))
        elif not sideways and area.bottom > area.top and first > 0:
            for number, place in places.items():
                if area.top < number <= area.bottom:
                    _put(rows[place], {area.left: value})
        else:
            continue
        last = f"{column_letters(area.right)}{area.bottom + 1}"
        names.append(f"{column_letters(area.left)}{area.top + 1}:{last}")
    return table._replace(rows=rows), names


def _put(row: list[Value], values: dict[int, Value]) -> None:
    for column, value in values.items():
        row += [None] * (column + 1 - len(row))
        row[column] = value
