"""SQL that an author writes: what is wrong with it is told at its place, with a way out."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import cjm
from cjm.data.authored import Authored
from cjm.data.remote.statements import hold_to_condition
from cjm.errors import CjmError, InvalidDataError

COLUMNS = "user, event, ts, status, n"
THERE = f"there are: {COLUMNS}"
FORM = "write one condition on the columns, such as: country = 'RU' AND CAST(total AS DOUBLE) > 0"
SELECT = "write one SELECT, in the database's own SQL"
DATA = """\
cjm-data: 1
connections: {db: {url: "duckdb:///rows.duckdb"}}
sources:
  log:
    kind: events
    ROWS
    case: user
    touchpoint: event
    time: ts
    KEY: "SQL"
"""
TABLE, FILE = "{table: clicks, connection: db}", "{file: clicks.csv}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same rows in a database and in a file."""
    monkeypatch.chdir(tmp_path)
    with duckdb.connect("rows.duckdb") as rows:
        rows.execute(
            "CREATE TABLE clicks AS SELECT * FROM (VALUES "
            "('1', 'a', TIMESTAMP '2026-07-01', 'ok', 1), ('1', 'b', '2026-07-02', 'no', 0)) "
            "AS made(user, event, ts, status, n)"
        )
        rows.execute("CREATE SCHEMA cx")
        rows.execute("CREATE TABLE cx.events AS FROM clicks")
        rows.execute("COPY clicks TO 'clicks.csv' (HEADER)")
    return tmp_path


def refused(folder: Path, rows: str, key: str, sql: str) -> tuple[str, str]:
    """The place, message and help of the one fault that a run finds."""
    pairs = "\n    ".join(rows.strip("{}").split(", "))
    text = DATA.replace("ROWS", pairs).replace("KEY", key).replace("SQL", sql)
    (folder / "data.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDataError) as raised:
        cjm.discover("log", "data.yaml")
    [finding] = raised.value.findings
    lines = text.splitlines()
    assert finding.file == "data.yaml"
    assert lines[finding.span.line - 1][finding.span.column - 1 :].strip('"') == sql
    assert str(raised.value).startswith(f"data.yaml:{finding.span.line}:{finding.span.column}: ")
    assert "sqlglot" not in str(raised.value)
    return finding.message, finding.help


@pytest.mark.parametrize("key", ["where", "failed"])
@pytest.mark.parametrize("rows", [TABLE, FILE], ids=["table", "file"])
@pytest.mark.parametrize(
    ("sql", "told", "help"),
    [
        ("status = ", "this is no whole SQL: something must follow 'status ='", FORM),
        (
            "status IN ('a',",
            "this is no whole SQL: something must follow \"status IN ('a',\"",
            FORM,
        ),
        ("status = 'ok' LIMIT 3", "this is not read as SQL from 'LIMIT 3' on", FORM),
        ("1 = 1) OR (1 = 1", "this is not read as SQL from ') OR (1 = 1' on", FORM),
        ("status = 'ok", "this is not read as SQL: a quote or a comment has no end", FORM),
        ("SELECT true", "one condition is expected", FORM),
        ("EXPLAIN SELECT 1", "one condition is expected", FORM),
        ("status = 'ok' AS fine", "one condition is expected", FORM),
        ("sttus = 'ok'", 'Referenced column "sttus" not found', "did you mean 'status'? " + THERE),
        ("price > 1", 'Referenced column "price" not found', THERE),
        ("nothing(status)", "Function with name nothing does not exist", FORM),
        ("CAST(status AS INTEGER) = 1", "Could not convert string 'ok' to INT32", FORM),
        ("COUNT(*) > 1", "", FORM),
        ("user IN (SELECT * FROM read_csv('/etc/passwd'))", "Cannot access file", FORM),
    ],
)
def test_a_condition_that_cannot_be_run(folder, rows, key, sql, told, help):
    """Alike for a table and for a file; what an engine says stands behind a sentence of ours."""
    message, way_out = refused(folder, rows, key, sql)
    assert message.startswith(f"sources.log.{key}: ")
    assert told in message
    assert way_out == help


@pytest.mark.parametrize("rows", [TABLE, FILE], ids=["table", "file"])
def test_one_statement_is_sent_and_no_second(folder, rows):
    """Of whatever kind the second one is."""
    message, _ = refused(folder, rows, "where", "true; DROP TABLE clicks")
    assert message in (
        "sources.log.where: one statement is expected",
        "sources.log.where: one condition is expected",
    )


@pytest.mark.parametrize(
    ("key", "sql", "told", "help"),
    [
        ("table", "click", "db has no table 'click'",
         "did you mean 'clicks'? there are: clicks, events"),
        ("table", "answers", "db has no table 'answers'", "there are: clicks, events"),
        ("table", "cx.event", "db has no table 'cx.event'",
         "did you mean 'cx.events'? there are: cx.events, main.clicks"),
        ("table", "events", 'table: db says "Catalog Error', "did you mean 'cx.events'?"),
        ("query", "SELECT * FROM click", 'query: db says "Catalog Error',
         "did you mean 'clicks'? there are: clicks, events"),
        ("query", "SELECT sttus FROM clicks", 'query: db says "Binder Error',
         "did you mean 'status'? " + THERE),
        ("query", "WITH clock AS (FROM clicks) SELECT sttus FROM clock", "query: db says",
         "did you mean 'status'? " + THERE),
        ("query", "SELECT * FROM events", 'query: db says "Catalog Error',
         "did you mean 'cx.events'?"),
        ("query", "SELECT n + FROM clicks", "query: this is not read as SQL from", SELECT),
        ("query", "SELECT 1; SELECT 2", "query: one statement is expected", SELECT),
        ("query", "EXPLAIN ANALYZE DELETE FROM clicks", "query: only SELECT is sent", SELECT),
    ],
)  # fmt: skip
def test_rows_that_a_database_does_not_give(folder, key, sql, told, help):
    """Which tables and columns there are, the near one first."""
    message, way_out = refused(folder, "{connection: db}", key, sql)
    assert message.removeprefix("sources.log.").startswith(told)
    assert way_out == help


def test_a_parser_that_has_no_tree_keeps_quiet(caplog, capfd):
    """What is refused is told once, by us."""
    with pytest.raises(CjmError):
        hold_to_condition(Authored("log", "where", "CALL x()", "duckdb"))
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


def test_a_connection_that_is_gone_is_not_the_fault_of_a_condition(folder, monkeypatch):
    """Then nothing that is asked is answered."""
    from cjm.data.remote.engine import DatabaseRunner

    def gone(self: DatabaseRunner, sql: str) -> None:
        raise RuntimeError("server closed the connection")

    monkeypatch.setattr(DatabaseRunner, "rows", gone)
    text = DATA.replace("ROWS", "table: clicks\n    connection: db").replace("KEY", "where")
    (folder / "data.yaml").write_text(text.replace("SQL", "true"), encoding="utf-8")
    with pytest.raises(CjmError) as raised:
        cjm.discover("log", "data.yaml")
    assert str(raised.value) == 'db: "server closed the connection"'
