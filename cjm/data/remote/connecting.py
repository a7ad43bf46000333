"""Connecting: an address, or a function of the author's, → an engine."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from cjm.data.border import beyond, lies_within
from cjm.data.definition import Connection, Definition
from cjm.data.engine import LocalEngine, missing
from cjm.data.remote.dialects import (
    BIGQUERY,
    CLICKHOUSE,
    DUCKDB,
    POSTGRES,
    SNOWFLAKE,
    SPARK,
    TRINO,
)
from cjm.data.remote.engine import RUNNERS, RemoteEngine, reason_of
from cjm.errors import CjmError, UsageError
from cjm.i18n import say
from cjm.tuples import NamedTuple

_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)\}")


class Opened(NamedTuple):
    """An engine, and how to let go of it."""

    engine: RemoteEngine
    close: Callable[[], None]


class Address(NamedTuple):
    """An address with its variables filled in, and what of it is secret."""

    parts: SplitResult
    secrets: tuple[str, ...]

    @property
    def user(self) -> str | None:
        """The user's name."""
        return unquote(self.parts.username) if self.parts.username else None

    @property
    def password(self) -> str | None:
        """The user's password."""
        return unquote(self.parts.password) if self.parts.password else None

    @property
    def path(self) -> list[str]:
        """The parts of the path."""
        return [unquote(part) for part in self.parts.path.split("/") if part]

    @property
    def options(self) -> dict[str, str]:
        """What stands behind the question mark."""
        return dict(parse_qsl(self.parts.query))


def connected(name: str, definition: Definition, local: LocalEngine) -> RemoteEngine:
    """The engine of a connection, opened once a run; it is let go of with the local one."""
    if name not in local.elsewhere:
        opened = connect(name, definition, local.command)
        local.closing.callback(opened.close)
        local.elsewhere[name] = opened.engine
    engine: RemoteEngine = local.elsewhere[name]
    return engine


def connect(name: str, definition: Definition, command: str) -> Opened:
    """The engine of a connection of the definition.

    Args:
        name: The connection's id.
        definition: Where it stands; functions are looked for beside it.
        command: Who needs it, for the sentence that says what is missing.

    Raises:
        CjmError: A driver is not installed, a variable is not set, or the database refuses.
    """
    connection = definition.connections[name]
    if connection.python:
        return _called(name, connection, definition)
    address = filled(connection.url, name)
    scheme = address.parts.scheme
    if scheme == DUCKDB:
        return _duckdb(name, address, definition, command)
    driver = DRIVERS[scheme]
    try:
        raw = driver.open(address)
    except ImportError as error:
        raise missing(command, driver.library, driver.extra) from error
    except CjmError:
        raise
    except Exception as error:
        raise _refused(name, error, address) from error
    return _opened(name, driver.dialect, raw, address.secrets)


def filled(url: str, name: str) -> Address:
    """An address with `${NAME}` from the environment."""
    secrets: list[str] = []

    def value(found: re.Match[str]) -> str:
        text = os.environ.get(found[1])
        if text is None:
            raise CjmError(
                say("{name}: the environment has no {variable}", name=name, variable=found[1]),
                help=say("set it before the run: export {variable}=…", variable=found[1]),
            )
        secrets.extend((text, quote(text, safe="")))
        return quote(text, safe="")

    return Address(urlsplit(_VARIABLE.sub(value, url)), tuple(secrets))


def _refused(name: str, error: Exception, address: Address) -> CjmError:
    reason = reason_of(error, address.secrets)
    return CjmError(say("{name}: cannot connect: {reason}", name=name, reason=reason))


def _opened(name: str, dialect: str, raw: Any, secrets: tuple[str, ...] = ()) -> Opened:
    is_spark = dialect == SPARK
    close = (lambda: None) if is_spark else raw.close  # a session may be the author's own
    return Opened(RemoteEngine(name, dialect, RUNNERS[is_spark](raw), secrets), close)


# ---- addresses ------------------------------------------------------------------------------


def _postgres(address: Address) -> Any:
    import psycopg

    connection = psycopg.connect(address.parts.geturl(), options="-c TimeZone=UTC")
    connection.read_only = True
    return connection


def _snowflake(address: Address) -> Any:
    from snowflake import connector

    path = dict(zip(("database", "schema"), address.path, strict=False))
    given = {"user": address.user, "password": address.password, **path, **address.options}
    known = {key: value for key, value in given.items() if value is not None}
    return connector.connect(account=address.parts.hostname, timezone="UTC", **known)


def _bigquery(address: Address) -> Any:
    from google.cloud import bigquery
    from google.cloud.bigquery import dbapi

    dataset = address.path[0] if address.path else None
    settings = bigquery.QueryJobConfig()
    if dataset:
        settings.default_dataset = f"{address.parts.hostname}.{dataset}"
    client = bigquery.Client(
        project=address.parts.hostname,
        location=address.options.get("location"),
        default_query_job_config=settings,
    )
    return dbapi.connect(client=client)


def _trino(address: Address) -> Any:
    from trino import auth, dbapi

    path = dict(zip(("catalog", "schema"), address.path, strict=False))
    login = auth.BasicAuthentication(address.user, address.password) if address.password else None
    return dbapi.connect(
        host=address.parts.hostname,
        port=address.parts.port or (443 if login else 8080),
        user=address.user,
        auth=login,
        http_scheme="https" if login else address.options.get("http_scheme", "http"),
        timezone="UTC",
        **path,
    )


def _clickhouse(address: Address) -> Any:
    from clickhouse_connect import dbapi

    secure = address.options.get("secure", "").lower() in ("1", "true")
    return dbapi.connect(
        host=address.parts.hostname,
        port=address.parts.port or (8443 if secure else 8123),
        user=address.user or "default",
        password=address.password or "",
        database=address.path[0] if address.path else "default",
        secure=secure,
        settings={"readonly": 2},  # it may still be told how to read
    )


def _spark(address: Address) -> Any:
    from pyspark.sql import SparkSession

    host = address.parts.netloc
    builder = SparkSession.builder.appName("cjm")
    if host == "local" or host.startswith("local["):
        builder = builder.master(host if "[" in host else "local[*]")
    elif host:
        builder = builder.master(f"spark://{host}")
    return builder.getOrCreate()


class Driver(NamedTuple):
    """How one kind of address is opened, and what must be installed for it."""

    open: Callable[[Address], Any]
    dialect: str
    library: str
    extra: str


DRIVERS: Mapping[str, Driver] = {
    "postgresql": Driver(_postgres, POSTGRES, "psycopg", "postgres"),
    "snowflake": Driver(_snowflake, SNOWFLAKE, "Snowflake's connector", "snowflake"),
    "bigquery": Driver(_bigquery, BIGQUERY, "BigQuery's client", "bigquery"),
    "trino": Driver(_trino, TRINO, "Trino's client", "trino"),
    "clickhouse": Driver(_clickhouse, CLICKHOUSE, "clickhouse-connect", "clickhouse"),
    "spark": Driver(_spark, SPARK, "PySpark", "spark"),
}


def _duckdb(name: str, address: Address, definition: Definition, command: str) -> Opened:
    """A file of DuckDB's, read only; `duckdb:///` is followed by a path from data.yaml on."""
    try:
        import duckdb
    except ImportError as error:
        raise missing(command, "DuckDB", "data") from error
    path = os.path.join(definition.folder, unquote(address.parts.path[1:]))
    if not lies_within(path, definition):
        raise beyond(path)
    if not os.path.isfile(path):
        raise CjmError(say("there is no file {path}", path=path))
    try:
        raw = duckdb.connect(path, read_only=True)
        for setting in (
            "TimeZone = 'UTC'",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            raw.execute(f"SET {setting}")
    except duckdb.Error as error:
        raise _refused(name, error, address) from error
    return _opened(name, DUCKDB, raw)


# ---- functions ------------------------------------------------------------------------------

MODULES = {
    "psycopg": POSTGRES,
    "psycopg2": POSTGRES,
    "pg8000": POSTGRES,
    "snowflake": SNOWFLAKE,
    "google": BIGQUERY,
    "trino": TRINO,
    "clickhouse_connect": CLICKHOUSE,
    "clickhouse_driver": CLICKHOUSE,
    "duckdb": DUCKDB,
    "_duckdb": DUCKDB,
    "pyspark": SPARK,
}
"""The module that a connection's class comes from, and the dialect it speaks."""


def _called(name: str, connection: Connection, definition: Definition) -> Opened:
    """What a function of the author's returns, called only where the user allows it."""
    if not definition.python:
        raise UsageError(
            say("{name}: {function} would be imported and called", name=name,
                function=connection.python),
            help=say("allow it, where you trust it: --allow-python"),
        )  # fmt: skip
    module, _, function = connection.python.partition(":")
    folder = os.path.abspath(definition.folder)
    sys.path.insert(0, folder)
    try:
        raw = getattr(importlib.import_module(module), function)()
    except Exception as error:
        raise CjmError(
            say("{name}: {function} failed: {reason}", name=name, function=connection.python,
                reason=reason_of(error))
        ) from error  # fmt: skip
    finally:
        sys.path.remove(folder)
    root = type(raw).__module__.partition(".")[0]
    if root not in MODULES:
        raise CjmError(
            say("{name}: {function} returned {found}, no connection that is known", name=name,
                function=connection.python, found=type(raw).__qualname__),
            help=say("known: {known}", known=", ".join(MODULES)),
        )  # fmt: skip
    return _opened(name, MODULES[root], raw)
