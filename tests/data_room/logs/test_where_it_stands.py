"""A log in Parquet is read where it stands, and says what the same log says in text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

import cjm
from cjm.data.definition import Asked, Definition, Events, Rows
from cjm.data.engine import local_engine
from cjm.data.reading import typed

COLUMNS = {"case": "who", "touchpoint": "what", "time": "moment"}
LOG = """SELECT 'c' || n // 5 AS who, 's' || hash(n) % 7 AS what,
  TIMESTAMP '2026-07-01' + INTERVAL (hash(n + 1) % 99999) SECOND AS moment
  FROM range(500) AS t(n)"""
FAULTY = {
    "nothing": "*",
    "whole numbers": "* REPLACE (CAST(who[2:] AS BIGINT) AS who)",
    "moments": "* REPLACE (CAST(moment AS TIMESTAMPTZ) AS moment)",
    "thousandths": "* REPLACE (moment + INTERVAL (ascii(who[-1])) MILLISECOND AS moment)",
    "days": "* REPLACE (CAST(moment AS DATE) AS moment)",
    "blanks about words": "* REPLACE (chr(9) || what || chr(160) AS what)",
    "blanks about cases": "* REPLACE (CASE WHEN what = 's1' THEN who || ' ' ELSE who END AS who)",
    "no words": "* REPLACE (NULLIF(what, 's3') AS what)",
    "empty cases": "* REPLACE (CASE WHEN who = 'c3' THEN '' ELSE who END AS who)",
    "no times": "* REPLACE (CASE WHEN who = 'c3' THEN NULL ELSE moment END AS moment)",
    "texts of times": "* REPLACE (CAST(moment AS VARCHAR) AS moment)",
}


@pytest.mark.parametrize("columns", FAULTY.values(), ids=FAULTY)
def test_parquet_says_what_text_says(tmp_path: Path, monkeypatch, columns):
    """Every figure, and how many rows were left out for what."""
    monkeypatch.chdir(tmp_path)
    found = []
    for name in ("log.parquet", "log.csv"):
        duckdb.execute("SET TimeZone = 'UTC'")
        duckdb.execute(f"COPY (SELECT {columns} FROM ({LOG})) TO '{name}'")
        figures = cjm.discover(name, columns=COLUMNS, tolerate=1).to_dict()
        found.append(without_places(figures))
    assert found[0] == found[1]
    assert found[0]["events"] > 400


def without_places(figures: Any) -> Any:
    """Figures without the lines of examples, which are those of a file."""
    if not isinstance(figures, dict):
        return figures
    return {key: without_places(value) for key, value in figures.items() if key != "examples"}


@pytest.mark.parametrize(
    ("columns", "zone", "tables"),
    [
        ("*", "UTC", 0),
        (FAULTY["no words"], "UTC", 1),
        ("*", "Europe/Moscow", 1),
        (FAULTY["moments"], "Europe/Moscow", 0),
        (FAULTY["texts of times"], "UTC", 1),
    ],
)
def test_no_copy_is_made_of_rows_without_fault(tmp_path: Path, columns, zone, tables):
    """Of others there is one, from which they can be told; and where times are dear to make."""
    duckdb.execute(f"COPY (SELECT {columns} FROM ({LOG})) TO '{tmp_path / 'log.parquet'}'")
    source = Events("log", Rows("log.parquet"), "who", "what", "moment")
    definition = Definition(sources={"log": source}, folder=str(tmp_path), timezone=zone)
    with local_engine("discover") as engine:
        typed(source, definition, Asked(), engine)
        assert len(engine.rows("SELECT * FROM duckdb_tables()")) == tables
