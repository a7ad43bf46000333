"""Table: what was read from the files of a source, and where each of its rows stood."""

from collections.abc import Mapping, Sequence

from cjm.data.left_out import LeftOut
from cjm.tuples import NamedTuple

ROW = "cjm row"
LINE = "cjm line"
"""Columns of every table here; a file's own columns keep their names."""


class Piece(NamedTuple):
    """One file's part of a table.

    Attributes:
        file: Its path as the definition names it.
        first: The table's number of its first row.
        rows: How many rows it gave.
        line: The line of its first row where each row is one line; None: the table says each.
    """

    file: str
    first: int
    rows: int
    line: int | None


class Table(NamedTuple):
    """Rows of one or several files on the engine.

    Attributes:
        select: A SELECT of `ROW` and the columns, to be used as a subquery.
        columns: Each column as the file names it, and its name on the engine.
        types: The engine's type of each column, by its name in the file; text where not said.
        pieces: The files, in the order of their rows.
        read: How many rows were read, with those that were no rows.
        rejected: What was no row.
        name: The engine's table.
        is_view: Whether that is a view on a file.
    """

    select: str
    columns: Mapping[str, str]
    types: Mapping[str, str]
    pieces: Sequence[Piece]
    read: int
    rejected: LeftOut
    name: str
    is_view: bool = False
