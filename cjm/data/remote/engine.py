"""Engines elsewhere: a database by its DB-API connection, or Spark by its session."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any, Protocol

from cjm.data.remote.dialects import POSTGRES, quoted_for, translated
from cjm.data.remote.kinds import Kind, kind_of_postgres, kind_of_spark, kind_of_value
from cjm.errors import CjmError
from cjm.i18n import External, say
from cjm.i18n.characters import clipped
from cjm.tuples import NamedTuple

SPARK_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    # Which conditions follow from nested CASEs it works out in minutes, and nothing here needs it.
    "spark.sql.constraintPropagation.enabled": "false",
}
"""Of a session while it runs a statement of ours; then they are as they were."""
TABLES = "SELECT table_schema, table_name FROM INFORMATION_SCHEMA.TABLES"
PROBED = 100
"""So many rows tell what columns hold; only of a column that is empty in them is asked again."""


class RefusedError(CjmError):
    """A database does not do what it is asked; `reason` is what it says, without secrets."""

    def __init__(self, name: str, reason: External) -> None:
        super().__init__(say("{name}: {reason}", name=name, reason=reason))
        self.reason = reason


class Columns(NamedTuple):
    """The columns of a relation, in order, and what they hold."""

    names: tuple[str, ...]
    kinds: tuple[Kind, ...]


class Runner(Protocol):
    """What runs SQL of a dialect."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a SELECT."""

    def columns(self, relation: str, dialect: str) -> Columns:
        """The columns of a table, or of a query in brackets."""

    def tables(self) -> list[tuple[str, str]]:
        """The schema and the name of each table there is."""


class RemoteEngine:
    """Canonical SQL on a user's own database.

    `relations` are what canonical SQL calls by a name: tables and queries in the database's own
    SQL.
    """

    def __init__(
        self, name: str, dialect: str, runner: Runner, secrets: Sequence[str] = ()
    ) -> None:
        self.name, self.dialect = name, dialect
        self._runner, self._secrets = runner, secrets
        self._relations: dict[str, str] = {}

    def relation(self, sql: str) -> str:
        """A name by which canonical SQL can speak of what is written in the database's own."""
        name = f"cjm_relation_{len(self._relations)}"
        self._relations[name] = sql
        return name

    def named(self, sql: str) -> str:
        """A name for a canonical SELECT: what is built on it need not translate it again."""
        return self.relation(self.sql_of(sql))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a canonical SELECT."""
        with self._told():
            return self._runner.rows(self.sql_of(sql))

    def sql_of(self, sql: str) -> str:
        """What is sent for a canonical SELECT."""
        text = translated(sql, self.dialect)
        for name, own in self._relations.items():
            text = text.replace(quoted_for(self.dialect, name), f"({own})")
        return text

    def columns(self, relation: str) -> Columns:
        """The columns of a relation in the database's own SQL."""
        with self._told():
            return self._runner.columns(relation, self.dialect)

    def asked(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a SELECT in the database's own SQL."""
        with self._told():
            return self._runner.rows(sql)

    def tables(self) -> list[tuple[str, str]]:
        """The schema and the name of each table there is; none where the database keeps quiet."""
        try:
            with self._told():
                return self._runner.tables()
        except RefusedError:
            return []

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the database refuses, in its own words, without what is secret."""
        try:
            yield
        except (CjmError, KeyboardInterrupt):
            raise
        except Exception as error:
            raise RefusedError(self.name, reason_of(error, self._secrets)) from error


def reason_of(error: Exception, secrets: Sequence[str] = ()) -> External:
    """The first line of what a driver says, with what is secret in it blotted out."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    text = lines[0] if lines else type(error).__name__
    for secret in secrets:
        text = text.replace(secret, "***") if secret else text
    return External(clipped(re.sub(r"//[^/@\s]*:[^/@\s]*@", "//***@", text), 300))


HALVING = ("clickhouse_connect", "google")
"""Modules of drivers that take %% for one %, though they are given no parameters."""


class DatabaseRunner:
    """A DB-API connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        root = type(connection).__module__.partition(".")[0]
        self._halves_percents = root in HALVING

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a SELECT."""
        return self._asked(sql)[1]

    def columns(self, relation: str, dialect: str) -> Columns:
        """By the values that are there: what drivers call types is different everywhere.

        But for PostgreSQL: whoever speaks with it knows types by its own numbers, and it has times
        that are no values of Python.
        """
        if dialect == POSTGRES:
            types, _ = self._asked(f"SELECT * FROM {relation} LIMIT 0")
            found = tuple(kind_of_postgres(type_number) for _, type_number in types)
            return Columns(tuple(name for name, _ in types), found)
        types, rows = self._asked(f"SELECT * FROM {relation} LIMIT {PROBED}")
        names = [name for name, _ in types]
        kinds = []
        for place, name in enumerate(names):
            value = next((row[place] for row in rows if row[place] is not None), None)
            if value is None and rows:
                own = quoted_for(dialect, name)
                sql = f"SELECT {own} FROM {relation} WHERE {own} IS NOT NULL LIMIT 1"
                value = next((row[0] for row in self._asked(sql)[1]), None)
            kinds.append(kind_of_value(value, dialect))
        return Columns(tuple(names), tuple(kinds))

    def tables(self) -> list[tuple[str, str]]:
        """As the standard has them; every database here keeps these views."""
        return [(str(schema), str(name)) for schema, name in self.rows(TABLES)]

    def _asked(self, sql: str) -> tuple[list[tuple[str, Any]], list[tuple[Any, ...]]]:
        """Names of columns, with what the driver calls their types; and the rows."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql.replace("%", "%%") if self._halves_percents else sql)
            types = [(column[0], column[1]) for column in cursor.description or ()]
            return types, [tuple(map(_counted, row)) for row in cursor.fetchall()]
        except Exception:
            self._begin_again()
            raise
        finally:
            cursor.close()

    def _begin_again(self) -> None:
        """PostgreSQL answers nothing more in a transaction in which something failed."""
        with suppress(Exception):  # without a transaction, or a connection, there is none to end
            self._connection.rollback()


def _counted(value: Any) -> Any:
    """A whole number as one: PostgreSQL sums counts to decimals without places."""
    whole = isinstance(value, Decimal) and value.is_finite() and value.as_tuple().exponent == 0
    return int(value) if whole else value


class SparkRunner:
    """A Spark session, with settings of ours while it runs a statement of ours."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a SELECT."""
        with self._set():
            return [tuple(row) for row in self._session.sql(sql).collect()]

    def columns(self, relation: str, dialect: str) -> Columns:
        """By the types that Spark gives them."""
        fields = self._session.sql(f"SELECT * FROM {relation} LIMIT 0").schema.fields
        kinds = tuple(kind_of_spark(field.dataType.simpleString()) for field in fields)
        return Columns(tuple(field.name for field in fields), kinds)

    def tables(self) -> list[tuple[str, str]]:
        """Those of the current database."""
        catalog = self._session.catalog
        current = catalog.currentDatabase()
        return [(current, table.name) for table in catalog.listTables()]

    @contextmanager
    def _set(self) -> Iterator[None]:
        conf = self._session.conf
        before = {key: conf.get(key) for key in SPARK_SETTINGS}
        for key, value in SPARK_SETTINGS.items():
            conf.set(key, value)
        try:
            yield
        finally:
            for key, value in before.items():
                conf.set(key, value)


RUNNERS: Mapping[bool, Callable[[Any], Runner]] = {True: SparkRunner, False: DatabaseRunner}
"""By whether it is Spark."""
