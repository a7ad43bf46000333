"""Converting: a source as typed rows on the engine, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cjm.data.border import hold_to_border, lies_within
from cjm.data.conversion.context import Context, clean_columns
from cjm.data.conversion.events import convert_events
from cjm.data.conversion.faults import account, kept_rows, staged
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.reviews import convert_reviews
from cjm.data.conversion.sales import convert_sales
from cjm.data.conversion.statements import checked, condition
from cjm.data.conversion.survey import convert_survey
from cjm.data.conversion.times import check_times
from cjm.data.definition import Asked, Definition, Events, Reviews, Sales, Source, Survey
from cjm.data.engine import LocalEngine
from cjm.data.files.names import files_of
from cjm.data.files.reading import read_files
from cjm.data.files.tables import Table
from cjm.data.left_out import NOT_A_TIME, LeftOut, merged, unquoted, untrusted_share
from cjm.data.typed import Typed
from cjm.errors import CjmError

KINDS: Mapping[type, Callable[[Context, Any, Limits], Conversion]] = {
    Survey: convert_survey,
    Events: convert_events,
    Sales: convert_sales,
    Reviews: convert_reviews,
}
COLUMN_KEYS: Mapping[type, tuple[str, ...]] = {
    Survey: ("respondent", "touchpoint", "side", "score", "time", "persona", "weight"),
    Events: ("case", "touchpoint", "time", "order"),
    Sales: (
        "customer", "time", "money", "order", "member", "used", "points_used", "points_given",
    ),
    Reviews: ("text", "score", "time", "touchpoint", "respondent"),
}  # fmt: skip
"""The keys of each kind that name a column."""


def convert(
    source: Source,
    definition: Definition,
    asked: Asked,
    engine: LocalEngine,
    touchpoints: frozenset[str],
    personas: frozenset[str],
) -> Typed:
    """What `cjm.data.reading.typed` promises, for files."""
    beyond = hold_to_border(source, definition)
    engine.seal(_named_files(definition, source))
    failed = source.failed if isinstance(source, Events) else ""
    table = read_files(
        engine, source.rows, definition.folder, wanted_columns(source),
        whole=bool(source.rows.where or failed),
    )  # fmt: skip
    where = condition(engine, table, source, "where", source.rows.where)
    condition(engine, table, source, "failed", failed)
    context = Context(engine, table, source, definition.timezone, where)
    if table.is_view:
        context = context._replace(clean=clean_columns(context))
    period = asked.period if any(asked.period) else definition.period
    name = engine.name("typed")
    with checked(source, table):
        conversion = KINDS[type(source)](context, source, Limits(period, touchpoints, personas))
        if table.is_view and conversion.is_cheap and (rows := _as_they_stand(context, conversion)):
            return rows
        engine.run(
            f"CREATE TABLE {name} AS "
            + staged(conversion.rows, conversion.columns, conversion.faults)
        )
        read = _read(context)
        left_out = account(context, name, conversion.faults, conversion.cells)
        if NOT_A_TIME in left_out:
            check_times(context, getattr(source, "time", None))
    if beyond:
        left_out = unquoted(left_out)
        table = table._replace(rejected=unquoted(table.rejected))
    return _typed(engine, conversion, table, name, left_out, read)


def wanted_columns(source: Source) -> dict[str, str]:
    """The columns that a source names, and the key that names each."""
    named = {
        str(column): key
        for key in COLUMN_KEYS[type(source)]
        if (column := getattr(source, key)) is not None
    }
    if isinstance(source, Survey) and source.columns:
        named |= {str(column): "columns" for column in source.columns}
    return named


def _named_files(definition: Definition, source: Source) -> list[Path]:
    """The files of all sources: what the engine may read."""
    files: list[Path] = []
    for other in (source, *definition.sources.values()):
        try:
            named = files_of(other.rows.file, definition.folder)
            files += [file.path for file in named if lies_within(file.path, definition)]
        except CjmError:  # told when its turn comes
            continue
    return files


def _read(context: Context) -> int:
    """How many rows the author's `where` leaves, with the lines that are no rows."""
    no_rows = context.table.read - sum(piece.rows for piece in context.table.pieces)
    if not context.where:
        return context.table.read
    [(rows,)] = context.rows(f"SELECT COUNT(*) FROM {context.relation}")
    return int(rows) + no_rows


def _as_they_stand(context: Context, conversion: Conversion) -> Typed | None:
    """The rows where the file has them, typed whenever they are read; None where one has a fault.

    A file that is read by columns is read again sooner than a copy of it is made.
    """
    faulty = " OR ".join(f"({fault.condition})" for fault in conversion.faults)
    [(faults, first, last)] = context.rows(
        f'SELECT COUNT(CASE WHEN {faulty} THEN 1 END), MIN("day"), MAX("day") '
        f"FROM ({conversion.rows})"
    )
    if faults:
        return None
    return Typed(
        select=f"SELECT {', '.join(conversion.columns)} FROM ({conversion.rows})",
        engine=context.engine,
        read=context.table.read,
        left_out=context.table.rejected,
        days=None if first is None else (first, last),
    )


def _typed(
    engine: LocalEngine,
    conversion: Conversion,
    table: Table,
    name: str,
    left_out: LeftOut,
    read: int,
) -> Typed:
    """The rows without fault; what they were made from is no longer needed."""
    engine.run(f"DROP {'VIEW' if table.is_view else 'TABLE'} {table.name}")
    kept = kept_rows(conversion.faults)
    [days] = engine.rows(f'SELECT MIN("day"), MAX("day") FROM {name} WHERE {kept}')
    whole = merged((table.rejected, left_out))
    return Typed(
        select=f"SELECT {', '.join(conversion.columns)} FROM {name} WHERE {kept}",
        engine=engine,
        read=read,
        left_out=whole,
        days=days if days[0] is not None else None,
        untrusted=untrusted_share(whole, read),
    )
