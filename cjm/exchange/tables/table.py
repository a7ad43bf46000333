"""A table: rows of cells, and where in its file each cell stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cjm.diagnostics import Beside, Diagnostic, Span
from cjm.exchange.tables.values import Value, is_empty
from cjm.exchange.texts import fault
from cjm.i18n import Message, say
from cjm.tuples import NamedTuple

MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CHARACTERS = 32_767
"""As many as a cell of a spreadsheet holds."""


class Where(NamedTuple):
    """Where a cell stands: its stretch of the text, and its name where cells have names."""

    span: Span
    cell: str = ""


class Table(NamedTuple):
    """Rows of cells, the headings first; where a cell stands is asked by row and column, from 0."""

    rows: Sequence[Sequence[Value]]
    where: Callable[[int, int], Where]
    comma: bool = True

    def at(self, row: int, column: int) -> Value:
        """A cell; nothing beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def fault(
        self,
        message: Message,
        row: int,
        column: int,
        help: Message | None = None,
        related: tuple[Beside, ...] = (),
    ) -> Diagnostic:
        """What is wrong with a cell."""
        span, cell = self.where(row, column)
        told = say("{cell}: {fault}", cell=cell, fault=message) if cell else message
        return fault(told, span, help)._replace(related=related)

    def turned(self) -> Table:
        """The same with its columns as rows."""
        width = max(map(len, self.rows), default=0)
        rows = [[self.at(row, n) for row in range(len(self.rows))] for n in range(width)]
        return self._replace(rows=rows, where=lambda row, column: self.where(column, row))

    def trimmed(self) -> Table:
        """The same without empty rows before the headings."""
        first = next((n for n, row in enumerate(self.rows) if not all(map(is_empty, row))), 0)
        if not first:
            return self
        return self._replace(
            rows=self.rows[first:], where=lambda row, column: self.where(row + first, column)
        )


def too_long(table: Table) -> Diagnostic | None:
    """A cell that is longer than a spreadsheet allows."""
    for n, row in enumerate(table.rows):
        for column, value in enumerate(row):
            if isinstance(value, str) and len(value) > MAX_CHARACTERS:
                return table.fault(
                    say("the cell holds more than {most} characters", most=MAX_CHARACTERS),
                    n,
                    column,
                )
    return None


def too_many_rows() -> Message:
    """What is said of a table that is longer."""
    return say("the sheet has more than {most} rows: one journey a file", most=MAX_ROWS)


def too_many_columns() -> Message:
    """What is said of a table that is wider."""
    return say("the sheet has more than {most} columns", most=MAX_COLUMNS)
