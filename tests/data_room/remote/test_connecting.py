"""Connections: addresses, variables, functions, a DuckDB file; and what is said against them."""

from __future__ import annotations

import re
import sys
import types
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from engine_databases import duckdb_file

from cjm.data.definition import Asked, Connection, Definition
from cjm.data.engine import local_engine
from cjm.data.left_out import Reason
from cjm.data.reading import typed
from cjm.data.reading_definition import read_definition
from cjm.data.remote import connecting
from cjm.data.remote.addresses import filled
from cjm.data.remote.connecting import connect
from cjm.data.remote.drivers import DRIVERS
from cjm.data.remote.engine import reason_of
from cjm.data.typed import Typed
from cjm.errors import CjmError
from cjm.format.connections import SCHEMES


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data.yaml of a DuckDB file."""
    return duckdb_file(tmp_path_factory.mktemp("duckdb"))


def read(definition: Definition, source: str) -> Typed:
    """What is read of a source; its engine is closed already."""
    with local_engine("measure") as engine:
        return typed(definition.sources[source], definition, Asked(), engine)


def refused(definition: Definition, source: str) -> str:
    """What is said against it."""
    with pytest.raises(CjmError) as raised:
        read(definition, source)
    help = f" ({raised.value.help})" if raised.value.help else ""
    return f"{raised.value.message}{help}"


def changed(tmp_path: Path, file: Path, old: str, new: str) -> Definition:
    """The definition with another text in it, beside a link to the same rows."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "data.yaml").write_text(text.replace(old, new), encoding="utf-8")
    (tmp_path / "rows.duckdb").write_bytes((file.parent / "rows.duckdb").read_bytes())
    return read_definition(str(tmp_path / "data.yaml"))


def test_a_file_of_duckdb_is_read_and_only_read(file):
    """Its rows come back typed, and nothing can be written to it."""
    before = (file.parent / "rows.duckdb").read_bytes()
    found = read(read_definition(str(file)), "answers")
    assert found.read == 400
    assert found.left_out["unknown side"].values == {"?": 70}
    assert (file.parent / "rows.duckdb").read_bytes() == before


def test_one_run_connects_once(file, monkeypatch):
    """However many sources it has."""
    calls: list[str] = []
    opened = connecting.connect
    monkeypatch.setattr(
        connecting, "connect", lambda name, *rest: calls.append(name) or opened(name, *rest)
    )
    definition = read_definition(str(file))
    with local_engine("measure") as engine:
        for source in definition.sources.values():
            typed(source, definition, Asked(), engine)
    assert calls == ["db"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("table: answers", "table: answer", "data.yaml:6:27: db has no table 'answer'"),
        (
            "score: mark",
            "score: marc",
            "answers has no column 'marc' (score) (did you mean 'mark'",
        ),
        (
            "score: mark",
            "score: point",
            "answers: column 'point' holds no numbers (convert it in",
        ),
        (
            "time: answered_at",
            "time: mark",
            "answers: column 'mark' holds no points in time (convert it in",
        ),
        (
            "score: mark",
            "score: mark, where: '1; DROP TABLE a'",
            "data.yaml:7:38: sources.answers.where: one st",
        ),
        (
            "score: mark",
            "score: mark, where: 'nothing = 1'",
            "data.yaml:7:38: sources.answers.where: db",
        ),
        ("rows.duckdb", "none.duckdb", "there is no file"),
        ("rows.duckdb", "/etc/passwd", "../"),
    ],
)
def test_what_is_wrong_there_is_told(tmp_path, file, monkeypatch, old, new, told):
    """As with files: which columns there are, what to convert, in the database's own words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    assert refused(changed(tmp_path, file, old, new), "answers").startswith(told)


def test_columns_are_found_however_a_database_writes_them(tmp_path, file):
    """Snowflake answers in capitals where nobody quotes."""
    definition = changed(tmp_path, file, "customer_id", "CUSTOMER_ID")
    assert read(definition, "answers").read == 400


def test_reviews_of_a_database_need_no_ratings(tmp_path, file):
    """Nothing is off a scale where there is none."""
    definition = changed(tmp_path, file, "score: stars,\n     scale: [1, 5], ", "")
    assert read(definition, "reviews").left_out == {"no text": Reason(28)}


def test_a_variable_of_the_environment_is_filled_in_and_kept_secret(monkeypatch):
    """Whatever signs are in it; an error of the driver does not repeat it."""
    monkeypatch.setenv("CJM_TEST_SECRET", "p@ss/wörd:?")
    address = filled("postgresql://me:${CJM_TEST_SECRET}@host:5433/base?sslmode=require", "db")
    assert address.password == "p@ss/wörd:?"
    assert (address.user, address.parts.hostname, address.parts.port) == ("me", "host", 5433)
    assert (address.path, address.options) == (["base"], {"sslmode": "require"})
    for text in ("no login with p@ss/wörd:?", "refused: postgresql://me:hunter2@host/base"):
        told = reason_of(RuntimeError(text), address.secrets).text
        assert "p@ss" not in told
        assert "hunter2" not in told


def test_a_variable_that_is_not_set_is_named(monkeypatch):
    """Before anything is connected to."""
    monkeypatch.delenv("CJM_TEST_SECRET", raising=False)
    with pytest.raises(CjmError, match="db: the environment has no CJM_TEST_SECRET"):
        filled("trino://me:${CJM_TEST_SECRET}@host/d", "db")


def test_every_scheme_has_a_driver():
    """Or is DuckDB, which is there."""
    assert {*DRIVERS, "duckdb"} == set(SCHEMES)


@pytest.mark.parametrize("scheme", DRIVERS)
def test_a_missing_driver_is_named_with_its_extra(monkeypatch, scheme):
    """The sentence to install it."""
    blocked = ("psycopg", "snowflake", "google.cloud", "trino", "clickhouse_connect", "pyspark.sql")
    for name in blocked:
        monkeypatch.setitem(sys.modules, name, None)
    definition = Definition(connections={"db": Connection(url=f"{scheme}://host/a/b")})
    with pytest.raises(CjmError, match=r"cjm measure needs ") as raised:
        connect("db", definition, "measure")
    assert f"customer-journey-map[{DRIVERS[scheme].extra}]" in str(raised.value.help)


class Recorded:
    """A driver that only notes how it is called."""

    def __init__(self) -> None:
        self.given: dict[str, Any] = {}

    def connect(self, **given: Any) -> Recorded:
        """Note it."""
        self.given = given
        return self

    def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(
    ("url", "module", "given"),
    [
        (
            "snowflake://me:secret@acme/cx/public?warehouse=s&role=r",
            "snowflake",
            {"account": "acme", "user": "me", "password": "secret", "database": "cx",
             "schema": "public", "warehouse": "s", "role": "r",
             "session_parameters": {"TIMEZONE": "UTC"}},
        ),
        (
            "trino://me@host:8080/hive/cx",
            "trino",
            {"host": "host", "port": 8080, "user": "me", "auth": None, "http_scheme": "http",
             "catalog": "hive", "schema": "cx", "timezone": "UTC"},
        ),
        (
            "clickhouse://me:secret@host/cx?secure=true",
            "clickhouse_connect",
            {"host": "host", "port": 8443, "username": "me", "password": "secret",
             "database": "cx", "secure": True, "readonly": 2},
        ),
    ],
)  # fmt: skip
def test_an_address_becomes_what_a_driver_takes(monkeypatch, url, module, given):
    """The parts of it under the names that each driver has for them."""
    recorded = Recorded()
    package = types.ModuleType(module)
    for name in ("connector", "dbapi"):
        setattr(package, name, recorded)
    package.auth = types.SimpleNamespace(BasicAuthentication=lambda *login: login)
    monkeypatch.setitem(sys.modules, module, package)
    definition = Definition(connections={"db": Connection(url=url)})
    assert connect("db", definition, "measure").engine.dialect in (url.partition(":")[0])
    assert recorded.given == given


def test_a_user_of_clickhouse_who_may_only_read_is_told_how_to_let_them(monkeypatch):
    """Where no query may say how it is read, names of columns would be taken for others."""

    def connect_as_reader(**_: Any) -> None:
        raise RuntimeError("Setting readonly is unknown or readonly")

    package = types.ModuleType("clickhouse_connect")
    package.dbapi = types.SimpleNamespace(connect=connect_as_reader)
    monkeypatch.setitem(sys.modules, "clickhouse_connect", package)
    definition = Definition(connections={"db": Connection(url="clickhouse://me@host/cx")})
    with pytest.raises(CjmError, match="db: cannot connect: ") as raised:
        connect("db", definition, "measure")
    assert "readonly = 2" in str(raised.value.help)


# ---- functions ------------------------------------------------------------------------------

MODULE = """\
import duckdb

def connect():
    return duckdb.connect({path!r}, read_only=True)

def nothing():
    return 5

def fails():
    raise RuntimeError("no login for me:hunter2@host")
"""


def with_function(tmp_path: Path, file: Path, function: str, allowed: bool = True) -> Definition:
    """The definition with a function for its connection."""
    name = f"team_{tmp_path.name}".replace("-", "_")
    (tmp_path / f"{name}.py").write_text(MODULE.format(path=str(file.parent / "rows.duckdb")))
    url = 'url: "duckdb:///rows.duckdb"'
    definition = changed(tmp_path, file, url, f"python: {name}:{function}")
    from cjm.records import replace

    return replace(definition, python=allowed)


def test_a_function_is_called_only_where_the_user_allows_it(tmp_path, file):
    """A data.yaml is somebody's text: a pull request may hold another one."""
    told = refused(with_function(tmp_path, file, "connect", allowed=False), "answers")
    assert told.endswith("imported and called (allow it, where you trust it: --allow-python)")
    assert not [name for name in sys.modules if name.startswith("team_")]


def test_a_function_may_log_in_by_itself(tmp_path, file):
    """It returns a connection of DB-API; which dialect it speaks is told by its class."""
    assert read(with_function(tmp_path, file, "connect"), "answers").read == 400
    assert str(tmp_path) not in sys.path


@pytest.mark.parametrize(
    ("function", "told"),
    [
        ("nothing", "returned int, no connection that is known (known: psycopg"),
        ("fails", 'failed: "no login for'),
        ("missing", "failed: "),
    ],
)
def test_a_function_that_gives_no_connection_is_told(tmp_path, file, function, told):
    """With what it did."""
    assert told in refused(with_function(tmp_path, file, function), "answers")


@pytest.mark.parametrize("zone", ["UTC", "Europe/Moscow"])
@pytest.mark.parametrize(
    ("kind", "endless"),
    [
        ("TIMESTAMP", "infinity"),
        ("TIMESTAMPTZ", "-infinity"),
        ("TIMESTAMP", "290000-01-01"),
        ("DATE", "infinity"),
        ("TIMESTAMP_NS", "1990-01-01"),
        ("TIMESTAMP_S", "1990-01-01"),
    ],
)
def test_times_of_every_kind_are_read_and_endless_ones_are_none(tmp_path, kind, endless, zone):
    """Whatever a database counts them in; a year of six digits is no day in Python."""
    with duckdb.connect(str(tmp_path / "rows.duckdb")) as rows:
        rows.execute(
            f"CREATE TABLE t AS SELECT 1 AS c, 'x' AS w, {kind} '2026-07-01' AS ts "
            f"UNION ALL SELECT 2, 'y', {kind} '{endless}'"
        )
    (tmp_path / "data.yaml").write_text(
        f'cjm-data: 1\ntimezone: {zone}\nconnections: {{db: {{url: "duckdb:///rows.duckdb"}}}}\n'
        "sources: {s: {kind: events, table: t, connection: db, case: c, touchpoint: w, time: ts}}\n"
    )
    found = read(read_definition(str(tmp_path / "data.yaml")), "s")
    is_day = endless == "1990-01-01"
    assert found.left_out == ({} if is_day else {"no time": Reason(1)})
    assert found.days == (date(1990 if is_day else 2026, 1 if is_day else 7, 1), date(2026, 7, 1))


def test_texts_of_a_table_are_cast_by_the_query_that_is_told(tmp_path, file):
    """Nothing is guessed of numbers and times that stand there so; what to write is said."""
    with duckdb.connect(str(tmp_path / "rows.duckdb")) as rows:
        rows.execute("CREATE TABLE t AS SELECT 'c' AS c, '2026-07-01 10:00' AS ts, '8.5' AS m")
    text = (
        'cjm-data: 1\nconnections: {db: {url: "duckdb:///rows.duckdb"}}\n'
        "sources: {s: {kind: sales, table: t, connection: db, customer: c, time: ts, money: m}}\n"
    )
    (tmp_path / "data.yaml").write_text(text)
    for key, name, table in (("time", "ts", "table: t"), ("money", "m", None)):
        told = refused(read_definition(str(tmp_path / "data.yaml")), "s")
        found = re.search(r"query: (.*); then name (\w+)", told)
        assert found, told
        if table:
            text = text.replace(table, f"query: '{found[1]}'")
        else:
            text = text.replace("SELECT *,", f"SELECT *, {found[1]},")
        text = text.replace(f"{key}: {name}", f"{key}: {found[2]}")
        (tmp_path / "data.yaml").write_text(text)
    found = read(read_definition(str(tmp_path / "data.yaml")), "s")
    assert (found.read, found.left_out, found.days[0]) == (1, {}, date(2026, 7, 1))
