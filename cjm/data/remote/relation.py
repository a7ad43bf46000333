"""Relation: a source's rows in the database's own SQL, with columns of names that are ours.

Everything that differs between databases is said here: how times become microseconds and days, how
names are quoted, and what the author wrote in their own SQL.
"""

from __future__ import annotations

from collections.abc import Mapping

from cjm.data.authored import Authored
from cjm.data.definition import Column, Events, Source
from cjm.data.engine import text_literal
from cjm.data.files.names import check_columns
from cjm.data.remote.dialects import CASTS, NUMBER, SPARK, TIME, TIMES, quoted_for, table_for
from cjm.data.remote.engine import RefusedError, RemoteEngine
from cjm.data.remote.kinds import Kind
from cjm.data.remote.refusals import blamed, no_rows
from cjm.data.remote.statements import hold_to_condition, hold_to_select
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.tuples import NamedTuple

EARLIEST, LATEST = -59_011_459_200_000_000, 253_402_300_799_999_999
"""The years 100 to 9999 in microseconds: those of texts, too."""
FILE_FORMATS = {".parquet": "parquet", ".json": "json", ".jsonl": "json", ".orc": "orc"}
"""Files that Spark reads by a path in SQL, and knows the types of."""


class Relation(NamedTuple):
    """What the conversion of one source knows: its name in canonical SQL, and what columns hold.

    `names` gives our name of each column, `kinds` what it holds, `there` the names of all that the
    database has; `rows` and `where` are what follows FROM in its own SQL.
    """

    engine: RemoteEngine
    source: Source
    name: str
    names: Mapping[str, str]
    kinds: Mapping[str, Kind]
    there: tuple[str, ...]
    rows: str
    where: str

    def text(self, column: Column | None) -> str:
        """A column's text without outer blanks; null where nothing is left."""
        if column is None:
            return "CAST(NULL AS VARCHAR)"
        return f"NULLIF(TRIM(CAST({self.names[str(column)]} AS VARCHAR)), '')"

    def number(self, column: Column | None) -> str:
        """A column as a number; null where it is none that can be counted with."""
        if column is None:
            return "CAST(NULL AS DOUBLE)"
        name, kind = self.names[str(column)], self.kinds[str(column)]
        self._hold(column, kind, ("number", "float", "yes_no"))
        if kind == "yes_no":
            return f"CAST(CASE WHEN {name} THEN 1 WHEN NOT {name} THEN 0 END AS DOUBLE)"
        number = f"CAST({name} AS DOUBLE)"
        return f"CASE WHEN ABS({number}) <= 1.7e308 THEN {number} END"

    def decimal(self, column: Column) -> str:
        """A column as an exact number with four places, as money is."""
        self._hold(column, self.kinds[str(column)], ("number", "float"))
        return f"CAST({self.names[str(column)]} AS DECIMAL(18, 4))"

    def yes(self, column: Column, words: str) -> str:
        """Whether a column says yes, in one of the words or by a number above 0."""
        name, kind = self.names[str(column)], self.kinds[str(column)]
        if kind == "yes_no":
            return f"COALESCE({name}, FALSE)"
        if kind in ("number", "float"):
            return f"COALESCE({name} > 0, FALSE)"
        return f"COALESCE(LOWER({self.text(column)}) IN {words}, FALSE)"

    def counts(self, column: Column) -> bool:
        """Whether a column holds numbers, or yes and no."""
        return self.kinds[str(column)] in ("number", "float", "yes_no")

    def blamed(self, error: RefusedError) -> CjmError:
        """What is said where a question was refused: whose SQL is to blame, if the author's is."""
        return blamed(self.engine, self.source, self.there, self.rows, self.where, error)

    @property
    def row(self) -> str:
        """Numbers of the rows, in the order of what stands in them: a table has no other."""
        order = ", ".join(('"at"', *self.names.values()))
        return f"ROW_NUMBER() OVER (ORDER BY {order})"

    def _hold(self, column: Column, kind: Kind, wanted: tuple[Kind, ...]) -> None:
        if kind != "nothing" and kind not in wanted:
            raise _of_another_kind(self.engine.dialect, self.source, str(column), NUMBER, "")


def relation_of(
    engine: RemoteEngine, source: Source, timezone: str, wanted: Mapping[str, str]
) -> Relation:
    """A source's rows under names of ours: `c0`, `c1` … for columns, `at`, `day`, `failed`.

    Args:
        engine: Where the rows are.
        source: What the definition says of them.
        timezone: Of days, and of times without an offset.
        wanted: The columns that the source names, and the key that names each.

    Raises:
        CjmError: There is no such table or column, or the author's SQL is more than a SELECT.
    """
    rows = _rows(engine, source)
    try:
        found = engine.columns(rows)
    except RefusedError as error:
        raise no_rows(engine, source, error) from error
    there = _as_there(found.names, wanted)
    check_columns(
        source.id, found.names, {there.get(name, name): key for name, key in wanted.items()}
    )
    kinds = {name: found.kinds[found.names.index(there[name])] for name in wanted}
    own = {name: quoted_for(engine.dialect, there[name]) for name in wanted}
    names = {name: f"c{number}" for number, name in enumerate(wanted)}
    selected = [f"{own[name]} AS {quoted_for(engine.dialect, names[name])}" for name in wanted]
    selected += _times(engine.dialect, source, own, kinds, timezone)
    if isinstance(source, Events) and source.failed:
        hold_to_condition(Authored(source.id, "failed", source.failed, engine.dialect))
        said = f"CASE WHEN (\n{source.failed}\n) THEN 1 ELSE 0 END"
        selected.append(f"{said} AS {quoted_for(engine.dialect, 'failed')}")
    where = ""
    if source.rows.where.strip():
        hold_to_condition(Authored(source.id, "where", source.rows.where, engine.dialect))
        where = f" WHERE (\n{source.rows.where}\n)"
    name = engine.relation(f"SELECT {', '.join(selected)} FROM {rows}{where}")
    return Relation(engine, source, name, names, kinds, found.names, rows, where)


def _rows(engine: RemoteEngine, source: Source) -> str:
    """The table, the query in brackets, or the files as Spark sees them."""
    rows = source.rows
    if rows.table:
        return table_for(engine.dialect, rows.table)
    if rows.query:
        hold_to_select(Authored(source.id, "query", rows.query, engine.dialect))
        return f"(\n{rows.query.strip().rstrip(';')}\n) AS cjm_rows"
    if engine.dialect != SPARK:
        raise CjmError(say("of a connection only Spark reads files"))
    ending = next((end for end in FILE_FORMATS if rows.file.lower().endswith(end)), None)
    if ending is None:
        raise CjmError(
            say("{source}: Spark knows no types of {file}", source=source.id, file=rows.file),
            help=say("name Parquet, JSON lines or ORC; or leave out connection to read it here"),
        )
    return f"{FILE_FORMATS[ending]}.{quoted_for(SPARK, rows.file)}"


def _as_there(names: tuple[str, ...], wanted: Mapping[str, str]) -> dict[str, str]:
    """Each wanted column as the database calls it: Snowflake answers in capitals."""
    folded: dict[str, list[str]] = {}
    for name in names:
        folded.setdefault(name.lower(), []).append(name)
    found = {}
    for name in wanted:
        alike = folded.get(name.lower(), [])
        if name in names:
            found[name] = name
        elif len(alike) == 1:
            found[name] = alike[0]
    return found


def _times(
    dialect: str,
    source: Source,
    own: Mapping[str, str],
    kinds: Mapping[str, Kind],
    timezone: str,
) -> list[str]:
    """`at` in microseconds and `day`, of the column of times."""
    column = None if source.time is None else str(source.time)
    at, day = "CAST(NULL AS BIGINT)", "CAST(NULL AS DATE)"
    if dialect == "bigquery":
        at = "CAST(NULL AS INT64)"
    if dialect == "clickhouse":
        at, day = "CAST(NULL AS Nullable(Int64))", "CAST(NULL AS Nullable(Date))"
    if column is not None and kinds[column] != "nothing":
        times, zone, x = TIMES[dialect], text_literal(timezone), own[column]
        match kinds[column]:
            case "instant":
                at, day = times.instant.format(x=x), times.day.format(x=x, zone=zone)
            case "local":
                at, day = times.local.format(x=x, zone=zone), f"CAST({x} AS DATE)"
            case "day":
                midnight = times.timestamp.format(x=x, zone=zone)
                at, day = times.local.format(x=midnight, zone=zone), x
            case _:
                raise _of_another_kind(dialect, source, column, TIME, zone)
        # A time without end, or of the year 290000, is none that figures can be made of.
        at, day = (
            f"CASE WHEN {at} BETWEEN {EARLIEST} AND {LATEST} THEN {s} END" for s in (at, day)
        )
    return [f"{at} AS {quoted_for(dialect, 'at')}", f"{day} AS {quoted_for(dialect, 'day')}"]


def _of_another_kind(dialect: str, source: Source, column: str, wanted: str, zone: str) -> CjmError:
    """What is said of a column that holds texts, or what else, and the query that casts it."""
    what = say("numbers") if wanted == NUMBER else say("points in time")
    message = say("{source}: column {name!r} holds no {what}", source=source.id, name=column,
                  what=what)  # fmt: skip
    new = f"{column}_{wanted}"
    cast = CASTS[dialect][wanted].format(x=quoted_for(dialect, column), zone=zone)
    cast = f"{cast} AS {quoted_for(dialect, new)}"
    sql = f"SELECT *, {cast} FROM {source.rows.table}" if source.rows.table else cast
    help = say("convert it in a query: {sql}; then name {new}", sql=sql, new=new)
    return CjmError(message, help)
