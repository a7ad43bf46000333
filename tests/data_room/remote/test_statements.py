"""Only SELECT is sent: an author's SQL is one query or one condition, whatever the dialect."""

from __future__ import annotations

import pytest

from cjm.data.authored import Authored
from cjm.data.remote.dialects import TIMES, translated
from cjm.data.remote.statements import hold_to_condition, hold_to_select
from cjm.errors import CjmError


@pytest.mark.parametrize("dialect", TIMES)
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM a",
        "WITH x AS (SELECT 1 AS n) SELECT n FROM x",
        "SELECT a FROM b UNION ALL SELECT c FROM d",
        "SELECT a -- why\nFROM b;",
    ],
)
def test_a_query_may_be_sent(sql, dialect):
    """Common table expressions, unions and comments too."""
    hold_to_select(Authored("a", "query", sql, dialect))


@pytest.mark.parametrize("dialect", TIMES)
@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE a",
        "DELETE FROM a",
        "UPDATE a SET b = 1",
        "INSERT INTO a SELECT * FROM b",
        "CREATE TABLE a AS SELECT 1",
        "SELECT 1; DROP TABLE a",
        "SELECT 1; SELECT 2",
        "TRUNCATE TABLE a",
        "ALTER TABLE a ADD COLUMN b INT",
        "MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN DELETE",
        "GRANT ALL ON a TO b",
        "SET x = 1",
        "SELECT * FROM (",
        "",
    ],
)
def test_anything_else_is_refused(sql, dialect):
    """Before a connection sees it."""
    with pytest.raises(CjmError, match="query: "):
        hold_to_select(Authored("a", "query", sql, dialect))


@pytest.mark.parametrize(
    "sql",
    [
        "WITH x AS (DELETE FROM a RETURNING *) SELECT * FROM x",
        "SELECT * INTO b FROM a",
        "SELECT * FROM a FOR UPDATE",
        "COPY a TO PROGRAM 'rm'",
        "EXPLAIN ANALYZE DELETE FROM a",
        "CALL x()",
        "DO $$ BEGIN END $$",
    ],
)
def test_writing_inside_a_query_of_postgres_is_refused(sql):
    """A deletion may return rows; a query may make a table, or lock one."""
    with pytest.raises(CjmError):
        hold_to_select(Authored("a", "query", sql, "postgres"))


@pytest.mark.parametrize("sql", ["country = 'RU'", "a IN (1, 2) AND NOT b", "a > 1 -- why"])
def test_a_condition_may_be_sent(sql):
    """With a comment too."""
    hold_to_condition(Authored("a", "where", sql, "postgres"))


@pytest.mark.parametrize(
    "sql", ["1 = 1; DROP TABLE a", "1 = 1) OR (1 = 1", "SELECT 1", "DROP TABLE a", "a = ("]
)
def test_what_would_reach_out_of_its_brackets_is_no_condition(sql):
    """It is one expression, and closes what it opens."""
    with pytest.raises(CjmError, match="where: "):
        hold_to_condition(Authored("a", "where", sql, "postgres"))


def test_what_we_send_is_a_query_ourselves():
    """A computation that would write is a fault of ours."""
    with pytest.raises(ValueError, match="only SELECT"):
        translated("CREATE TABLE a AS SELECT 1", "postgres")
