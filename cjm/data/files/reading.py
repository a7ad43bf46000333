"""Reading: the files of a source as one table."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine, quoted
from cjm.data.files.delimited import read_delimited
from cjm.data.files.json_lines import read_json_lines
from cjm.data.files.names import DataFile, engine_names, files_of
from cjm.data.files.parquet import read_parquet
from cjm.data.files.parts import Part
from cjm.data.files.tables import LINE, ROW, Piece, Table
from cjm.data.files.xes import read_xes
from cjm.data.files.xlsx import read_xlsx
from cjm.data.left_out import merged

Reader = Callable[[LocalEngine, DataFile, Rows, Mapping[str, str], bool], Part]
READERS: Mapping[str, Reader] = {
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json_lines,
    ".parquet": read_parquet,
    ".pq": read_parquet,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".xes": read_xes,
}
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
    types = only.types if only else _common_types(parts)
    name = only.name if only else _united(engine, parts, columns, types)
    firsts = accumulate((part.rows for part in parts), initial=1)
    is_view, number = bool(only and only.is_view), f"rowid + 1 AS {quoted(ROW)}"
    return Table(
        select=f"SELECT * FROM {name}" if is_view else f"SELECT {number}, * FROM {name}",
        columns=columns,
        types=types,
        pieces=tuple(
            Piece(p.file, first, p.rows, p.line) for p, first in zip(parts, firsts, strict=False)
        ),
        read=sum(part.read for part in parts),
        rejected=merged(part.rejected for part in parts),
        name=name,
        is_view=is_view,
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


def _common_types(parts: Sequence[Part]) -> dict[str, str]:
    """The types that all files agree on; what they say in different types is text."""
    found: dict[str, set[str]] = {}
    for part in parts:
        for column in part.columns:
            found.setdefault(column, set()).add(part.types.get(column, "VARCHAR"))
    return {column: kinds.pop() for column, kinds in found.items() if len(kinds) == 1}


def _united(
    engine: LocalEngine,
    parts: Sequence[Part],
    columns: Mapping[str, str],
    types: Mapping[str, str],
) -> str:
    """One table of several, a file after the other."""
    name = engine.name("table")
    selects = " UNION ALL ".join(
        f"SELECT {_line(part)}, {_columns(part, columns, types)} FROM {part.name}" for part in parts
    )
    engine.run(f"CREATE TABLE {name} AS {selects}")
    for part in parts:
        engine.run(f"DROP {'VIEW' if part.is_view else 'TABLE'} {part.name}")
    return name


def _line(part: Part) -> str:
    own = quoted(LINE) if part.line is None else "CAST(NULL AS BIGINT)"
    return f"{own} AS {quoted(LINE)}"


def _columns(part: Part, columns: Mapping[str, str], types: Mapping[str, str]) -> str:
    """A part's columns as those of all; a column it lacks is blank."""
    own = (quoted(part.columns[c]) if c in part.columns else "NULL" for c in columns)
    return ", ".join(
        f"CAST({sql} AS {types.get(column, 'VARCHAR')}) AS {quoted(name)}"
        for sql, (column, name) in zip(own, columns.items(), strict=True)
    )
