"""Context: a source's table, and what its columns are called there."""

from typing import Any

from cjm.data.conversion.expressions import has_blanks, trimmed
from cjm.data.definition import Source
from cjm.data.engine import LocalEngine, quoted
from cjm.data.files.tables import LINE, ROW, Table
from cjm.tuples import NamedTuple


class Context(NamedTuple):
    """What the conversion of one source knows.

    Attributes:
        engine: Where it runs.
        table: The rows as read.
        source: What the definition says of them.
        timezone: Of days, and of times without an offset.
        where: The author's condition, in brackets; empty: all rows.
        clean: Columns of texts without any blank about them.
    """

    engine: LocalEngine
    table: Table
    source: Source
    timezone: str
    where: str = ""
    clean: frozenset[str] = frozenset()

    @property
    def relation(self) -> str:
        """The rows that the author's `where` leaves, as a subquery."""
        condition = f" WHERE {self.where}" if self.where else ""
        return f"(SELECT * FROM ({self.table.select}){condition})"

    @property
    def row(self) -> str:
        """The column of their numbers."""
        return quoted(ROW)

    def named(self, column: str | int) -> str:
        """A column as SQL has it."""
        return quoted(self.table.columns[str(column)])

    def kind_of(self, column: str | int) -> str:
        """The engine's type of a column."""
        return self.table.types.get(str(column), "VARCHAR")

    def text(self, column: str | int | None) -> str:
        """A column's text without outer blanks; null where it is blank, or where there is none."""
        if column is None:
            return "CAST(NULL AS VARCHAR)"
        if str(column) in self.clean:
            return self.named(column)
        return trimmed(self.named(column), self.kind_of(column))

    def key(self, column: str | int) -> str:
        """A column by which rows belong together: whole numbers as they are, else its text."""
        is_whole = self.kind_of(column) in ("INTEGER", "BIGINT", "UINTEGER", "UBIGINT")
        return self.named(column) if is_whole else self.text(column)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a query gives."""
        return self.engine.rows(sql)

    def place(self, row: int) -> tuple[str, int | None]:
        """The file and the line of a row."""
        piece = next(p for p in self.table.pieces if p.first <= row < p.first + p.rows)
        if piece.line is not None:
            return piece.file, piece.line + row - piece.first
        [(line,)] = self.rows(
            f"SELECT {quoted(LINE)} FROM {self.table.name} WHERE rowid = {row - 1}"
        )
        return piece.file, line


def clean_columns(context: Context) -> frozenset[str]:
    """The columns of texts about which no blanks stand: to look once is cheaper than to trim."""
    texts = [column for column in context.table.columns if context.kind_of(column) == "VARCHAR"]
    if not texts:
        return frozenset()
    # In WHERE, not among the columns: there the engine looks once at each text of a dictionary.
    rows = context.relation
    blank = ", ".join(
        f"EXISTS (SELECT 1 FROM {rows} WHERE {has_blanks(context.named(column))})"
        for column in texts
    )
    [found] = context.rows(f"SELECT {blank}")
    return frozenset(
        column for column, any_blank in zip(texts, found, strict=True) if not any_blank
    )
