"""Databases with the made rows: DuckDB, a throw-away PostgreSQL, ClickHouse, a local Spark."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from engine_rows import DEFINITION, TABLES


def described(folder: Path, url: str, schema: str = "") -> Path:
    """A data.yaml of the tables in a database."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "data.yaml"
    file.write_text(DEFINITION.replace("URL", url).replace("SCHEMA", schema), encoding="utf-8")
    return file


def duckdb_file(folder: Path) -> Path:
    """A DuckDB file with the tables, and its data.yaml."""
    import duckdb

    file = described(folder, "duckdb:///rows.duckdb")
    connection = duckdb.connect(str(folder / "rows.duckdb"))
    for name, made in TABLES.items():
        _fill(connection, name, made.columns, made.rows, "?")
    connection.close()
    return file


def _fill(cursor: Any, name: str, columns: dict[str, str], rows: list[Any], sign: str) -> None:
    cursor.execute(f"CREATE TABLE {name} ({', '.join(f'{k} {v}' for k, v in columns.items())})")
    places = ", ".join([sign] * len(columns))
    cursor.executemany(f"INSERT INTO {name} VALUES ({places})", rows)


# ---- PostgreSQL -----------------------------------------------------------------------------


def postgres_programs() -> str | None:
    """The folder of initdb and pg_ctl, which Debian keeps off the path; None without them."""
    found = shutil.which("initdb")
    if found:
        return os.path.dirname(found)
    known = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    return os.path.dirname(known[-1]) if known else None


@contextmanager
def postgres_server(programs: str) -> Iterator[str]:
    """A cluster of its own on loopback, ended and removed behind the tests; its address.

    It does not run as root: where the tests do, it runs as whoever Debian made for it.
    """
    folder = tempfile.mkdtemp(prefix="cjm-postgres-")
    user = _unprivileged() if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data, port = os.path.join(folder, "data"), _free_port()

    def run(program: str, *arguments: str) -> None:
        command = [os.path.join(programs, program), *arguments]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": folder}
        subprocess.run(command, check=True, user=user, timeout=120, **quiet)

    run("initdb", "-D", data, "-U", "cjm", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = (
        f"-c listen_addresses=127.0.0.1 -c port={port} -c fsync=off -c unix_socket_directories="
    )
    run("pg_ctl", "-D", data, "-w", "-o", options, "start")
    try:
        yield f"postgresql://cjm@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def fill_postgres(url: str) -> None:
    """Put the tables into a schema `cx`."""
    import psycopg

    kinds = {"DOUBLE": "DOUBLE PRECISION", "VARCHAR": "TEXT"}
    with psycopg.connect(url) as connection:
        connection.execute("CREATE SCHEMA cx")
        for name, made in TABLES.items():
            columns = {key: kinds.get(kind, kind) for key, kind in made.columns.items()}
            _fill(connection.cursor(), f"cx.{name}", columns, made.rows, "%s")


# ---- ClickHouse -----------------------------------------------------------------------------


@contextmanager
def clickhouse_server(folder: Path) -> Iterator[str]:
    """ClickHouse in a process of its own, ended behind the tests; its address."""
    program = Path(__file__).with_name("clickhouse_http.py")
    command = [sys.executable, str(program), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            yield f"clickhouse://default@127.0.0.1:{int(running.stdout.readline())}/default"
        finally:
            running.kill()


def fill_clickhouse(url: str) -> None:
    """Put the tables into a database `cx`; what has no nulls cannot be null, as is usual there."""
    import clickhouse_connect

    kinds = {
        "VARCHAR": "String", "INTEGER": "Int32", "BIGINT": "Int64", "DOUBLE": "Float64",
        "DATE": "Date", "BOOLEAN": "Bool", "DECIMAL(12, 2)": "Decimal(12, 2)",
        # Every time is a moment there; one without an offset is one of the definition's timezone.
        "TIMESTAMP": "DateTime64(6, 'Europe/Moscow')", "TIMESTAMPTZ": "DateTime64(6, 'UTC')",
    }  # fmt: skip
    parts = urlsplit(url)
    client = clickhouse_connect.get_client(host=parts.hostname, port=parts.port)
    client.command("CREATE DATABASE cx")
    for name, made in TABLES.items():
        columns = []
        for place, (key, kind) in enumerate(made.columns.items()):
            is_null = any(row[place] is None for row in made.rows)
            columns.append(f"{key} Nullable({kinds[kind]})" if is_null else f"{key} {kinds[kind]}")
        client.command(f"CREATE TABLE cx.{name} ({', '.join(columns)}) ENGINE = Memory")
        rows = ", ".join(f"({', '.join(map(_literal, row))})" for row in made.rows)
        client.command(f"INSERT INTO cx.{name} VALUES {rows}")


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool | int | float):
        return str(value)
    return f"'{str(value).removesuffix('+00:00')}'"


# ---- Spark ----------------------------------------------------------------------------------


def spark_session(folder: Path) -> Any:
    """One local session, in UTC, with two shuffle partitions: more only wait here."""
    from pyspark.sql import SparkSession

    settings = {
        "spark.master": "local[2]",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        # So few rows are sooner read than code for them is compiled, or plans are changed.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder}",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.appName("cjm tests")
    for key, value in settings.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def fill_spark(session: Any) -> None:
    """Make a view of each table."""
    kinds = {
        "VARCHAR": "string", "INTEGER": "int", "TIMESTAMP": "timestamp_ntz",
        "TIMESTAMPTZ": "timestamp",
    }  # fmt: skip
    for name, made in TABLES.items():
        schema = ", ".join(f"{key} {kinds.get(kind, kind)}" for key, kind in made.columns.items())
        session.createDataFrame(made.rows, schema).coalesce(1).cache().createOrReplaceTempView(name)
