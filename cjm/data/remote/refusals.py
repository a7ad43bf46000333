"""Refusals: what a database says no to, told at the line of `data.yaml` that is to blame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.data.authored import Authored, AuthoredError, parsed, way_out
from cjm.data.definition import Events, Source
from cjm.data.files.names import those_there
from cjm.data.remote.dialects import quoted_for, table_for
from cjm.data.remote.engine import RefusedError, RemoteEngine
from cjm.errors import CjmError
from cjm.i18n import Message, say

SYSTEM = ("information_schema", "pg_catalog", "system")
"""Schemas of the database's own: nobody's answers stand there."""


def no_rows(engine: RemoteEngine, source: Source, error: RefusedError) -> CjmError:
    """What is said where a table, or a query, gives no columns.

    Args:
        engine: Where it was asked for.
        source: What names it.
        error: What the database said.
    """
    rows = source.rows
    tables = [(schema, name) for schema, name in engine.tables() if schema.lower() not in SYSTEM]
    if not (rows.table or rows.query) or not (tables or _answers(engine)):
        return error
    if rows.query:
        authored = Authored(source.id, "query", rows.query, engine.dialect)
        return _refused(authored, engine, error, _missing(authored, engine, tables))
    authored = Authored(source.id, "table", rows.table, engine.dialect)
    if not tables or _is_there(rows.table, tables):
        return _refused(authored, engine, error, _with_schema(rows.table, tables))
    message = say("{name} has no table {table!r}", name=engine.name, table=rows.table)
    return AuthoredError(authored, message, those_there(rows.table, _names(rows.table, tables)))


def blamed(
    engine: RemoteEngine,
    source: Source,
    columns: Sequence[str],
    rows: str,
    where: str,
    error: RefusedError,
) -> CjmError:
    """Whose SQL a database stumbles over, where it is the author's and not ours.

    Args:
        engine: Where it was asked.
        source: What the definition says.
        columns: Those there are.
        rows: What stands behind FROM in the database's own SQL.
        where: What follows it, with the word.
        error: What the database said; returned where nobody is to blame.
    """
    if not _answers(engine):
        return error
    beside = quoted_for(engine.dialect, columns[0])
    for authored, sql in _conditions(source, engine.dialect, beside, rows, where):
        try:
            engine.asked(sql)
        except RefusedError as refused:
            return _refused(authored, engine, refused, way_out(authored, columns))
    return error


def _answers(engine: RemoteEngine) -> bool:
    """Whether a database still answers; else the connection is gone, and nobody's SQL to blame."""
    try:
        return bool(engine.asked("SELECT 1"))
    except RefusedError:
        return False


def _conditions(
    source: Source, dialect: str, beside: str, rows: str, where: str
) -> Iterator[tuple[Authored, str]]:
    """Each condition of the author's, and a question that nothing else of theirs stands in.

    One of many rows, as COUNT(*) > 1, would do alone; it does not `beside` a column.
    """
    if where:
        authored = Authored(source.id, "where", source.rows.where, dialect)
        yield authored, f"SELECT COUNT(*) FROM {rows}{where}"
    if isinstance(source, Events) and source.failed:
        said = f"CASE WHEN (\n{source.failed}\n) THEN 1 END AS said FROM {rows}{where}"
        authored = Authored(source.id, "failed", source.failed, dialect)
        yield authored, f"SELECT COUNT(said) FROM (SELECT {beside}, {said}) AS cjm_said"


def _refused(
    authored: Authored, engine: RemoteEngine, error: RefusedError, help: Message | None
) -> AuthoredError:
    message = say(
        "{key}: {name} says {reason}", key=authored.name, name=engine.name, reason=error.reason
    )
    return AuthoredError(authored, message, help)


def _missing(
    authored: Authored, engine: RemoteEngine, tables: Sequence[tuple[str, str]]
) -> Message | None:
    """The first table or column of a query that is not there, and what is."""
    from sqlglot import exp

    tree = parsed(authored)
    own = {cte.alias.lower() for cte in tree.find_all(exp.CTE)}
    named = [
        ".".join(part.name for part in table.parts)
        for table in tree.find_all(exp.Table)
        if table.name and table.name.lower() not in own
    ]
    for table in named if tables else ():
        if not _is_there(table, tables):
            return those_there(table, _names(table, tables))
    columns = [alias.alias for alias in tree.find_all(exp.Alias)]
    for table in dict.fromkeys(named):
        try:
            columns += engine.columns(table_for(engine.dialect, table)).names
        except RefusedError:
            return _with_schema(table, tables)
    return way_out(authored, tuple(dict.fromkeys(columns)))


def _names(table: str, tables: Sequence[tuple[str, str]]) -> list[str]:
    """The tables there are, as somebody writes who wrote a table so."""
    if "." in table:
        return sorted({f"{schema}.{name}" for schema, name in tables})
    return sorted({name for _, name in tables})


def _is_there(table: str, tables: Sequence[tuple[str, str]]) -> bool:
    """Whether a table has this name, in whatever case, in its schema, or in any where none is."""
    *schema, name = table.lower().split(".")[-2:]
    return any(name == other.lower() and schema in ([], [of.lower()]) for of, other in tables)


def _with_schema(table: str, tables: Sequence[tuple[str, str]]) -> Message | None:
    """A table that stands in a schema which nobody named."""
    if "." in table:
        return None
    found = [f"{schema}.{name}" for schema, name in tables if name.lower() == table.lower()]
    return say("did you mean {word!r}?", word=found[0]) if found else None
