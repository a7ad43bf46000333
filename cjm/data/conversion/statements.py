"""Statements: the SQL that authors write in `where` and `failed`, and how its faults are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cjm.data.authored import Authored, AuthoredError, no_condition, parsed, way_out
from cjm.data.definition import Source
from cjm.data.engine import LocalEngine
from cjm.data.files.tables import Table
from cjm.i18n import External, say


def condition(engine: LocalEngine, table: Table, source: Source, key: str, sql: str) -> str:
    """An author's condition in brackets, once it is known to be one; empty where there is none.

    Raises:
        AuthoredError: it is no condition on the columns there are.
    """
    import duckdb

    if not sql.strip():
        return ""
    authored = Authored(source.id, key, sql, engine.dialect)
    bracketed = f"(\n{sql}\n)"
    _hold_to_one(engine, authored, bracketed)
    said = f"CAST({bracketed} AS BOOLEAN)"
    rows = f"FROM ({table.select})"
    try:
        # Beside other columns, as it will stand: what speaks of many rows has no place there.
        engine.rows(
            f"SELECT 1 {rows} WHERE {said} LIMIT 0"
            if key == "where"
            else f"SELECT *, {said} {rows} LIMIT 0"
        )
    except duckdb.Error as error:
        raise _refused(authored, error, table) from error
    return bracketed


def _hold_to_one(engine: LocalEngine, authored: Authored, bracketed: str) -> None:
    """Refuse what is no condition, or closes brackets that are ours."""
    import duckdb

    try:
        for said in (f"\n{authored.sql}\n", bracketed):
            if len(engine.connection.extract_statements(f"SELECT {said}")) != 1:
                raise no_condition(authored)
    except duckdb.Error as error:
        parsed(authored)  # tells in our words what it does not read, either
        raise no_condition(authored) from error


@contextmanager
def checked(source: Source, table: Table) -> Iterator[None]:
    """What goes wrong while rows are converted is due to the author's SQL, where there is some."""
    import duckdb

    try:
        yield
    except (
        duckdb.ConversionException,
        duckdb.InvalidInputException,
        duckdb.OutOfRangeException,
    ) as error:
        conditions = {"where": source.rows.where, "failed": getattr(source, "failed", "")}
        written = [
            Authored(source.id, key, sql, "duckdb") for key, sql in conditions.items() if sql
        ]
        if not written:
            raise
        raise _refused(written[0], error, table) from error


def _refused(authored: Authored, error: Exception, table: Table) -> AuthoredError:
    """The engine's own words, their first line, and the columns there are."""
    reason = External(str(error).strip().splitlines()[0])
    message = say("{key}: {reason}", key=authored.name, reason=reason)
    return AuthoredError(authored, message, way_out(authored, tuple(table.columns)))
