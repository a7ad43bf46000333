"""Statements: the SQL that authors write in `where` and `failed`, and how its faults are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cjm.data.definition import Source
from cjm.data.engine import LocalEngine
from cjm.data.files.tables import Table
from cjm.errors import CjmError
from cjm.i18n import External, say


def condition(engine: LocalEngine, table: Table, source: Source, key: str, sql: str) -> str:
    """An author's condition in brackets, once it is known to be one; empty where there is none.

    Raises:
        CjmError: it is no condition on the columns there are.
    """
    import duckdb

    if not sql.strip():
        return ""
    bracketed = f"(\n{sql}\n)"
    try:
        one = f"SELECT CAST({bracketed} AS BOOLEAN) FROM ({table.select}) LIMIT 0"
        if len(engine.connection.extract_statements(one)) != 1:
            raise CjmError(say("{key}: one condition is expected", key=_key(source, key)))
        engine.rows(one)
    except duckdb.Error as error:
        raise CjmError(
            say("{key}: {reason}", key=_key(source, key), reason=_reason(error)),
        ) from error
    return bracketed


@contextmanager
def checked(source: Source) -> Iterator[None]:
    """What goes wrong while rows are converted is due to the author's SQL, where there is some."""
    import duckdb

    try:
        yield
    except (
        duckdb.ConversionException,
        duckdb.InvalidInputException,
        duckdb.OutOfRangeException,
    ) as error:
        keys = [
            key
            for key in ("where", "failed")
            if getattr(source.rows, key, "") or getattr(source, key, "")
        ]
        if not keys:
            raise
        key = " | ".join(_key(source, key) for key in keys)
        raise CjmError(say("{key}: {reason}", key=key, reason=_reason(error))) from error


def _key(source: Source, key: str) -> str:
    """Where it stands in `data.yaml`."""
    return f"sources.{source.id}.{key}"


def _reason(error: Exception) -> External:
    """The engine's own words, their first line."""
    return External(str(error).strip().splitlines()[0])
