"""Drivers: how each kind of address is opened, so that nothing is written and times are in UTC."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from cjm.data.remote.addresses import Address
from cjm.data.remote.dialects import (
    BIGQUERY,
    CLICKHOUSE,
    POSTGRES,
    SNOWFLAKE,
    SPARK,
    TRINO,
)
from cjm.tuples import NamedTuple


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
    session = {"TIMEZONE": "UTC"}
    return connector.connect(account=address.parts.hostname, session_parameters=session, **known)


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

    # What it logs beside its errors is nobody's to read, unless they ask Python for it.
    logging.getLogger("clickhouse_connect").addHandler(logging.NullHandler())
    secure = address.options.get("secure", "").lower() in ("1", "true")
    return dbapi.connect(
        host=address.parts.hostname,
        port=address.parts.port or (8443 if secure else 8123),
        username=address.user or "default",
        password=address.password or "",
        database=address.path[0] if address.path else "default",
        secure=secure,
        readonly=2,  # it may still be told how to read
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
