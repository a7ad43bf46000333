"""Sources in files of a test: reading and typing them on an engine of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cjm.data.definition import Asked, Definition, Rows, Source
from cjm.data.engine import local_engine
from cjm.data.files.reading import read_files
from cjm.data.reading import typed
from cjm.data.typed import Typed
from cjm.records import dataclass


@dataclass(frozen=True)
class Outcome:
    """What typing gave, and its rows by the names of their columns."""

    typed: Typed
    rows: list[dict[str, Any]]

    def column(self, name: str) -> list[Any]:
        """One column of all rows."""
        return [row[name] for row in self.rows]


def write(folder: Path, **files: str | bytes) -> None:
    """Files by their names, with `_` for the dot before the ending."""
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".")).write_bytes(data)


def typed_rows(folder: Path, source: Source, asked: Asked | None = None, **options: Any) -> Outcome:
    """A source read from a folder; `timezone` is the definition's, other options are `typed`'s."""
    timezone = options.pop("timezone", "UTC")
    definition = Definition({source.id: source}, folder=str(folder), timezone=timezone)
    with local_engine("measure") as engine:
        found = typed(source, definition, asked or Asked(), engine, **options)
        cursor = engine.connection.execute(f'SELECT * FROM ({found.select}) ORDER BY "row"')
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return Outcome(found, rows)


def text_rows(folder: Path, rows: Rows, **wanted: str) -> list[tuple[Any, ...]]:
    """All columns of a source's files as text, without their numbers."""
    with local_engine("measure") as engine:
        table = read_files(engine, rows, str(folder), wanted, whole=True)
        columns = ", ".join(f'"{name}"' for name in table.columns.values())
        return engine.rows(f'SELECT {columns} FROM ({table.select}) ORDER BY "cjm row"')
