"""Engines that are started for the tests: CJM_ENGINES asks for them; else nothing runs here.

One session and one server serve all tests, so they run in one process: `make test-engines`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from engine_databases import (
    clickhouse_server,
    described,
    duckdb_file,
    fill_clickhouse,
    fill_postgres,
    fill_spark,
    postgres_programs,
    postgres_server,
    spark_session,
)

collect_ignore_glob = [] if os.environ.get("CJM_ENGINES") else ["*"]


@pytest.fixture(scope="session")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data.yaml of DuckDB, whose figures the others are held to."""
    return duckdb_file(tmp_path_factory.mktemp("duckdb"))


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data.yaml of a throw-away PostgreSQL."""
    programs = postgres_programs()
    if programs is None or find_spec("psycopg") is None:
        pytest.skip("no PostgreSQL here")
    with postgres_server(programs) as url:
        fill_postgres(url)
        yield described(tmp_path_factory.mktemp("postgres"), url, "cx.")


@pytest.fixture(scope="session")
def clickhouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data.yaml of a ClickHouse."""
    if not all(map(find_spec, ("chdb", "clickhouse_connect"))):
        pytest.skip("no ClickHouse here")
    folder = tmp_path_factory.mktemp("clickhouse")
    with clickhouse_server(folder / "kept") as url:
        fill_clickhouse(url)
        yield described(folder, url, "cx.")


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data.yaml of a local Spark."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("no Spark here")
    folder = tmp_path_factory.mktemp("spark")
    session = spark_session(folder)
    fill_spark(session)
    yield described(folder, "spark://local")
    session.stop()


@pytest.fixture(params=["postgres", "clickhouse", "spark"])
def elsewhere(request: pytest.FixtureRequest) -> Path:
    """The data.yaml of each engine that is not DuckDB."""
    file: Path = request.getfixturevalue(request.param)
    return file
