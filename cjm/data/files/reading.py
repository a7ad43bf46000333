"""Reading: the files of a source as one table."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine, quoted
from cjm.data.files.delimited import read_delimited
from cjm.data.files.names import DataFile, engine_names, files_of
from cjm.data.files.parts import Part
from cjm.data.files.tables import LINE, ROW, Piece, Table
from cjm.data.left_out import merged

Reader = Callable[[LocalEngine, DataFile, Rows, Mapping[str, str], bool], Part]
READERS: Mapping[str, Reader] = {}
"""By the ending of a file's name; every other one is taken for delimited text."""


def read_files(
    engine: LocalEngine, rows: Rows, folder: str, wanted: Mapping[str, str], whole: bool = False
) -> Table:
    """The files that a source names, in the order of their names, as one table of the engine.

    Args:
        engine: Where to.
        rows: Which files, and what the definition says of their form.
        folder: What their paths are relative to.
        wanted: The columns that the definition names, and the key that names each.
        whole: Whether all other columns are needed, too.

    Raises:
        CjmError: a file is missing, cannot be read, or lacks columns.
    """
    parts = [
        reader_of(file)(engine, file, rows, wanted, whole) for file in files_of(rows.file, folder)
    ]
    only = parts[0] if len(parts) == 1 and parts[0].columns else None
    columns = only.columns if only else _together(parts, wanted)
    name = only.name if only else _united(engine, parts, columns)
    firsts = accumulate((part.rows for part in parts), initial=1)
    return Table(
        select=f"SELECT rowid + 1 AS {quoted(ROW)}, * FROM {name}",
        columns=columns,
        types=only.types if only else {},
        pieces=tuple(
            Piece(p.file, first, p.rows, p.line) for p, first in zip(parts, firsts, strict=False)
        ),
        read=sum(part.read for part in parts),
        rejected=merged(part.rejected for part in parts),
        name=name,
    )


def reader_of(file: DataFile) -> Reader:
    """What reads a file, by the ending of its name."""
    endings = [ending.lower() for ending in file.path.suffixes]
    ending = endings[-2] if endings[-1:] == [".gz"] and len(endings) > 1 else "".join(endings[-1:])
    return READERS.get(ending, read_delimited)


def _together(parts: Sequence[Part], wanted: Mapping[str, str]) -> dict[str, str]:
    """All columns of several files; where all are empty, the ones that were named."""
    columns = tuple(dict.fromkeys(column for part in parts for column in part.columns)) or (
        *wanted,
    )
    return dict(zip(columns, engine_names(columns), strict=True))


def _united(engine: LocalEngine, parts: Sequence[Part], columns: Mapping[str, str]) -> str:
    """One table of several, a file after the other."""
    name = engine.name("table")
    selects = " UNION ALL ".join(
        f"SELECT {_line(part)}, {_columns(part, columns)} FROM {part.name}" for part in parts
    )
    engine.run(f"CREATE TABLE {name} AS {selects}")
    for part in parts:
        engine.run(f"DROP TABLE {part.name}")
    return name


def _line(part: Part) -> str:
    own = quoted(LINE) if part.line is None else "CAST(NULL AS BIGINT)"
    return f"{own} AS {quoted(LINE)}"


def _columns(part: Part, columns: Mapping[str, str]) -> str:
    return ", ".join(
        f"CAST({quoted(part.columns[column])} AS VARCHAR) AS {quoted(name)}"
        if column in part.columns
        else f"CAST(NULL AS VARCHAR) AS {quoted(name)}"
        for column, name in columns.items()
    )
