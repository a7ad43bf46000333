"""Every query of the computations, as each database has it: it is read there, and says no more."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import sqlglot
from engine_databases import duckdb_file
from engine_rows import TABLES
from sqlglot import exp

from cjm.data.conversion.converting import wanted_columns
from cjm.data.definition import Asked, Definition
from cjm.data.engine import local_engine
from cjm.data.logs.reading import LogOptions, read_log
from cjm.data.reading import typed
from cjm.data.reading_definition import read_definition
from cjm.data.remote.dialects import DUCKDB, TIMES, quoted_for, table_for, translated
from cjm.data.remote.drivers import DRIVERS
from cjm.data.remote.engine import Columns, RemoteEngine
from cjm.data.remote.functions import MODULES
from cjm.data.remote.kinds import Kind
from cjm.data.remote.relation import relation_of
from cjm.data.sales.computing import segment_rows
from cjm.data.surveys.answers import answers_of

TOUCHPOINTS = ("ride", "pay", "back")
PERIOD = (date(2026, 1, 1), date(2026, 3, 1))
LOGS = (
    LogOptions(),
    LogOptions(drop_repeats=True, collapse=True, cover=0.5, open_days=3),
)


def run_all(definition: Definition) -> None:
    """Everything that is computed of every source."""
    with local_engine("measure") as engine:
        rows = {
            id: typed(source, definition, Asked(), engine)
            for id, source in definition.sources.items()
        }
        for id in ("answers", "wide"):
            answers_of(definition.sources[id], rows[id], TOUCHPOINTS)
        for options in LOGS:
            read_log(rows["events"], definition.sources["events"], Asked(PERIOD), options)
        segment_rows(rows["sales"], definition.sources["sales"], PERIOD, customers=True)


@pytest.fixture(scope="module")
def queries(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every canonical query that the computations send to an engine elsewhere."""
    sent: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        written = RemoteEngine.sql_of
        patch.setattr(
            RemoteEngine, "sql_of", lambda self, sql: sent.append(sql) or written(self, sql)
        )
        run_all(read_definition(str(duckdb_file(tmp_path_factory.mktemp("duckdb")))))
    assert len(sent) > 40
    return list(dict.fromkeys(sent))


NOT_THERE = {
    "spark": "EPOCH_US|QUANTILE|STRING_AGG|DATE_DIFF",
    "postgres": "TRY_CAST|EPOCH_US|QUANTILE|DATE_DIFF|DATEDIFF|LISTAGG",
    "snowflake": "TRY_CAST|EPOCH_US|QUANTILE|DATE_DIFF|STRING_AGG",
    "bigquery": "TRY_CAST|EPOCH_US|QUANTILE|LISTAGG|DATEDIFF",
    "trino": "EPOCH_US|QUANTILE|STRING_AGG|DATEDIFF|MICROSECOND",
    "clickhouse": "TRY_CAST|EPOCH_US|QUANTILE|STRING_AGG|LISTAGG|DATE_DIFF|groupConcat",
    "duckdb": "DATEDIFF",
}
"""Functions that a database lacks."""
SETTING = "prefer_column_name_to_alias"
"""The name in a query that is no column's, in ClickHouse."""


@pytest.mark.parametrize("dialect", TIMES)
def test_every_query_is_one_of_the_dialect(queries, dialect):
    """It is read back as one SELECT, with no function that is not there, every column in quotes:
    else one database folds it to capitals, and another keeps it for itself."""
    for query in queries:
        text = translated(query, dialect)
        [tree] = sqlglot.parse(text, read=dialect)
        assert isinstance(tree, exp.Query)
        found = re.search(rf"\b({NOT_THERE[dialect]})\w*\(", text, re.IGNORECASE)
        assert found is None, f"{found} in {text}"
        for name in tree.find_all(exp.Column):
            assert name.this.quoted or name.name in ("*", SETTING), f"{name} in {text}"


class Known:
    """A database of which only the columns are known."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Nothing is asked."""
        raise AssertionError(sql)

    def columns(self, relation: str, dialect: str) -> Columns:
        """What was said."""
        return self._columns


KINDS: dict[str, Kind] = {
    "VARCHAR": "text", "INTEGER": "number", "BIGINT": "number", "DOUBLE": "float",
    "BOOLEAN": "yes_no", "DATE": "day", "TIMESTAMP": "local", "TIMESTAMPTZ": "instant",
    "DECIMAL(12, 2)": "number",
}  # fmt: skip


@pytest.mark.parametrize("dialect", TIMES)
@pytest.mark.parametrize("source", TABLES)
def test_a_relation_is_one_query_of_the_dialect(tmp_path, dialect, source):
    """Names quoted as there, the author's SQL in brackets, times counted as there."""
    from engine_databases import described

    definition = read_definition(str(described(tmp_path, "spark://local", "cx.")))
    made = TABLES[source]
    kinds = dict(KINDS, TIMESTAMP="instant") if dialect == "clickhouse" else KINDS
    columns = Columns(tuple(made.columns), tuple(kinds[kind] for kind in made.columns.values()))
    engine = RemoteEngine("db", dialect, Known(columns))
    named = definition.sources[source]
    relation = relation_of(engine, named, definition.timezone, wanted_columns(named))
    text = engine.sql_of(f"SELECT * FROM {relation.name} AS source_rows")
    [tree] = sqlglot.parse(text, read=dialect)
    assert isinstance(tree, exp.Query)
    assert quoted_for(dialect, "cx") in text or named.rows.query.strip() in text
    assert ("'Europe/Moscow'" in text) == (named.time is not None)


@pytest.mark.parametrize("dialect", TIMES)
def test_names_of_any_letters_are_quoted(dialect):
    """A column may be called anything; what it is called is no SQL."""
    for name in ('a "b"', "a`b", "день", "select", "a'b", "a\\b", "; DROP TABLE x"):
        text = f"SELECT {quoted_for(dialect, name)} FROM t"
        [tree] = sqlglot.parse(text, read=dialect)
        (column,) = tree.expressions
        assert column.name == name


def test_tables_are_named_as_their_database_reads_them():
    """Plain names are in capitals in Snowflake; parts are quoted one by one."""
    assert table_for("snowflake", "cx.answers") == '"CX"."ANSWERS"'
    assert table_for("snowflake", "Cx.My table") == '"Cx"."My table"'
    assert table_for("postgres", "cx.answers") == '"cx"."answers"'
    assert table_for("bigquery", "my-project.cx.answers") == "`my-project`.`cx`.`answers`"


def test_every_dialect_counts_time():
    """Each that an address or a function leads to has its own functions for it."""
    assert set(TIMES) == {DUCKDB, *(driver.dialect for driver in DRIVERS.values())}
    assert set(TIMES) == set(MODULES.values())
