"""Dialects: the canonical SQL as each database has it, and what canonical SQL cannot say.

sqlglot translates; the few places where its translation would fail or mean something else are
rewritten in the tree before it writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cjm.data.engine import text_literal
from cjm.i18n.characters import clipped
from cjm.tuples import NamedTuple

SPARK, POSTGRES, SNOWFLAKE, BIGQUERY = "spark", "postgres", "snowflake", "bigquery"
TRINO, CLICKHOUSE, DUCKDB = "trino", "clickhouse", "duckdb"
"""By their names in sqlglot."""


class Times(NamedTuple):
    """How a database counts time, in its own SQL: `{x}` is a column, `{zone}` a timezone.

    Attributes:
        instant: Microseconds since 1970 of a time that is a moment.
        local: The same of a time without an offset, which is one of the timezone.
        day: The day in the timezone of a moment.
        timestamp: A day as a time without an offset.
    """

    instant: str
    local: str
    day: str
    timestamp: str = "CAST({x} AS TIMESTAMP)"


_ZONED = "CAST({x} AT TIME ZONE {zone} AS DATE)"
_FINITE = "CASE WHEN ISFINITE({x}) THEN {x} END"
"""PostgreSQL has times without end, of which it makes no number."""
_LOCAL = "CAST({x} AS TIMESTAMP)"
_FIRST = f"TO_UTC_TIMESTAMP({_LOCAL}, {{zone}})"
_SECOND = [f"{_FIRST} + INTERVAL {step}" for step in ("'1' HOUR", "'30' MINUTE")]
_IF_SECOND = [
    f"WHEN FROM_UTC_TIMESTAMP({moment}, {{zone}}) = {_LOCAL} THEN {moment}" for moment in _SECOND
]
_LATER = f"CASE {' '.join(_IF_SECOND)} ELSE {_FIRST} END"
"""Of a time that comes twice, when clocks go back, Spark takes the first; the others the second."""
TIMES: Mapping[str, Times] = {
    # A session in UTC shows a moment as UTC does: `engine` sees to that.
    SPARK: Times(
        "UNIX_MICROS({x})",
        f"UNIX_MICROS({_LATER})",
        "CAST(FROM_UTC_TIMESTAMP({x}, {zone}) AS DATE)",
    ),
    POSTGRES: Times(
        f"CAST(ROUND(EXTRACT(EPOCH FROM {_FINITE}) * 1000000) AS BIGINT)",
        f"CAST(ROUND(EXTRACT(EPOCH FROM {_FINITE} AT TIME ZONE {{zone}}) * 1000000) AS BIGINT)",
        _ZONED,
    ),
    SNOWFLAKE: Times(
        "DATE_PART(EPOCH_MICROSECOND, {x})",
        "DATE_PART(EPOCH_MICROSECOND, CONVERT_TIMEZONE({zone}, 'UTC', CAST({x} AS TIMESTAMP_NTZ)))",
        "CAST(CONVERT_TIMEZONE({zone}, {x}) AS DATE)",
        "CAST({x} AS TIMESTAMP_NTZ)",
    ),
    BIGQUERY: Times(
        "UNIX_MICROS({x})",
        "UNIX_MICROS(TIMESTAMP({x}, {zone}))",
        "DATE({x}, {zone})",
        "CAST({x} AS DATETIME)",
    ),
    TRINO: Times(
        "CAST(ROUND(TO_UNIXTIME({x}) * 1000000) AS BIGINT)",
        "CAST(ROUND(TO_UNIXTIME(WITH_TIMEZONE({x}, {zone})) * 1000000) AS BIGINT)",
        _ZONED,
    ),
    # There every time is a moment, shown in some timezone.
    CLICKHOUSE: Times(
        "toUnixTimestamp64Micro(toDateTime64({x}, 6))",
        "toUnixTimestamp64Micro(toDateTime64({x}, 6))",
        "toDate({x}, {zone})",
        "toDateTime64({x}, 6, {zone})",
    ),
    # One of nanoseconds it does not shift.
    DUCKDB: Times("EPOCH_US({x})", "EPOCH_US(CAST({x} AS TIMESTAMP) AT TIME ZONE {zone})", _ZONED),
}


NUMBER, TIME = "number", "time"
"""What a column of texts may be cast to."""
CASTS: Mapping[str, Mapping[str, str]] = {
    SPARK: {NUMBER: "CAST({x} AS DOUBLE)", TIME: "CAST({x} AS TIMESTAMP_NTZ)"},
    POSTGRES: {NUMBER: "CAST({x} AS DOUBLE PRECISION)", TIME: "CAST({x} AS TIMESTAMP)"},
    SNOWFLAKE: {NUMBER: "CAST({x} AS DOUBLE)", TIME: "CAST({x} AS TIMESTAMP_NTZ)"},
    BIGQUERY: {NUMBER: "CAST({x} AS FLOAT64)", TIME: "CAST({x} AS DATETIME)"},
    TRINO: {NUMBER: "CAST({x} AS DOUBLE)", TIME: "CAST(REPLACE({x}, 'T', ' ') AS TIMESTAMP(6))"},
    CLICKHOUSE: {
        NUMBER: "toFloat64({x})",
        TIME: "parseDateTime64BestEffort({x}, 6, {zone})",  # no time there is without an offset
    },
    DUCKDB: {NUMBER: "CAST({x} AS DOUBLE)", TIME: "CAST({x} AS TIMESTAMP)"},
}
"""How each database makes a number, or a time without an offset, of a text `{x}`."""


def quoted_for(dialect: str, name: str) -> str:
    """A name as a database has it."""
    if dialect == SPARK:
        return "`" + name.replace("`", "``") + "`"
    if dialect in (BIGQUERY, CLICKHOUSE):
        sign = "`" if dialect == BIGQUERY else '"'
        return sign + name.replace("\\", "\\\\").replace(sign, "\\" + sign) + sign
    return '"' + name.replace('"', '""') + '"'


def table_for(dialect: str, name: str) -> str:
    """A table's name, its parts quoted; Snowflake keeps plain ones in capitals."""
    parts = name.split(".")
    if dialect == SNOWFLAKE:
        parts = [part.upper() if part.isidentifier() and part.islower() else part for part in parts]
    return ".".join(quoted_for(dialect, part) for part in parts)


_STANDARD = " SETTINGS prefer_column_name_to_alias = 1"
"""Else ClickHouse takes a name for what is made of the column, and answers wrong without a word."""


def translated(sql: str, dialect: str) -> str:
    """Canonical SQL as a database has it; every name is quoted, so that none is folded."""
    import sqlglot
    from sqlglot import ErrorLevel, exp

    tree = sqlglot.parse_one(sql, read=DUCKDB)
    if not isinstance(tree, exp.Query):
        raise ValueError(f"only SELECT is sent, not {clipped(sql, 60)!r}")
    _name_subqueries(tree)
    if rewrite := REWRITES.get(dialect):
        tree = tree.transform(rewrite)
    # BigQuery cannot say where nulls come in an ordered STRING_AGG: no order there has any.
    text = tree.sql(dialect=dialect, identify=True, unsupported_level=ErrorLevel.IGNORE)
    return text + _STANDARD if dialect == CLICKHOUSE else text


def _name_subqueries(tree: Any) -> None:
    """Give each subquery in FROM a name: older PostgreSQL wants one."""
    from sqlglot import exp

    for number, node in enumerate(tree.find_all(exp.Subquery)):
        if isinstance(node.parent, (exp.From, exp.Join)) and not node.alias:
            node.set("alias", exp.TableAlias(this=exp.to_identifier(f"unnamed_{number}")))


Rewrite = Callable[[Any], Any]


def _raw(sql: str, dialect: str, **parts: Any) -> Any:
    """A piece of a database's own SQL, with `{x}` and others as parts of the tree."""
    from sqlglot import exp

    texts = {name: part.sql(dialect=dialect, identify=True) for name, part in parts.items()}
    return exp.Var(this=sql.format(**texts))


def _tried(node: Any) -> str | None:
    """The kind of number that a TRY_CAST asks for, as `precision, scale`; None for another node."""
    from sqlglot import exp

    if not isinstance(node, exp.TryCast) or not node.to.is_type("decimal"):
        return None
    return ", ".join(part.sql() for part in node.to.expressions)


def _postgres(node: Any) -> Any:
    """It has no cast that may fail."""
    if (size := _tried(node)) is None:
        return node
    is_number = "CAST({x} AS TEXT) ~ '^[-+]?[0-9]+([.][0-9]*)?$'"
    text = f"CASE WHEN {is_number} THEN CAST({{x}} AS DECIMAL({size})) END"
    return _raw(text, POSTGRES, x=node.this)


def _snowflake(node: Any) -> Any:
    """Its cast that may fail takes texts alone."""
    if (size := _tried(node)) is None:
        return node
    return _raw(f"TRY_TO_DECIMAL(CAST({{x}} AS VARCHAR), {size})", SNOWFLAKE, x=node.this)


def _clickhouse(node: Any) -> Any:
    """Functions of its own for casts that may fail, texts put together in order, and neighbours."""
    from sqlglot import exp

    if (size := _tried(node)) is not None:
        scale = size.rpartition(", ")[2]
        return _raw(f"toDecimal128OrNull(toString({{x}}), {scale})", CLICKHOUSE, x=node.this)
    if isinstance(node, exp.GroupConcat) and isinstance(node.this, exp.Order):
        order = node.this.expressions[0].this
        text = "arrayStringConcat(arrayMap(p -> p.2, arraySort(groupArray(({order}, {x})))), {sep})"
        sep = node.args.get("separator") or exp.Literal.string("")
        return _raw(text, CLICKHOUSE, order=order, x=node.this.this, sep=sep)
    if isinstance(node, exp.DateDiff):
        unit = text_literal(node.text("unit").lower())
        return _raw(f"dateDiff({unit}, {{b}}, {{a}})", CLICKHOUSE, a=node.this, b=node.expression)
    if isinstance(node, exp.Lag | exp.Lead):  # what cannot be null is 0 beyond the end
        node.set("this", exp.func("toNullable", node.this))
    return node


REWRITES: Mapping[str, Rewrite] = {
    POSTGRES: _postgres,
    SNOWFLAKE: _snowflake,
    CLICKHOUSE: _clickhouse,
}
