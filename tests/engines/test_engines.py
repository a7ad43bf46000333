"""One definition, several engines: each gives the figures that DuckDB gives."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alike import alike

from cjm.data.definition import Asked, Definition
from cjm.data.engine import local_engine
from cjm.data.left_out import as_data
from cjm.data.logs.reading import LogOptions, read_log
from cjm.data.reading import typed
from cjm.data.reading_definition import read_definition
from cjm.data.sales.computing import segment_rows
from cjm.data.surveys.answers import answers_of
from cjm.data.typed import Typed
from cjm.errors import CjmError, InvalidDataError

TOUCHPOINTS = ("ride", "pay", "back")
KNOWN = {"answers": (TOUCHPOINTS, ("anna", "boris"))}
"""Ids that journeys have, by source."""
ALWAYS = (None, None)
PERIOD = (date(2026, 1, 2), date(2026, 3, 1))


@contextmanager
def rows_of(file: Path, source: str, asked: Asked) -> Iterator[tuple[Definition, Typed]]:
    """A source's rows on its engine."""
    definition = read_definition(str(file))
    touchpoints, personas = KNOWN.get(source, ((), ()))
    with local_engine("measure") as engine:
        found = typed(
            definition.sources[source],
            definition,
            asked,
            engine,
            touchpoints=touchpoints,
            personas=personas,
        )
        yield definition, found


def both(
    elsewhere: Path, here: Path, source: str, figures: Callable[..., Any], **asked: Any
) -> None:
    """Hold figures from one engine to those of another."""
    found = []
    for file in (elsewhere, here):
        with rows_of(file, source, Asked(**asked)) as (definition, rows):
            found.append(figures(definition.sources[source], rows))
    assert alike(*found)


SOURCES = [
    ("answers", PERIOD),
    ("wide", ALWAYS),
    ("events", PERIOD),
    ("moments", ALWAYS),
    ("nights", ALWAYS),
    ("sales", ALWAYS),
    ("reviews", ALWAYS),
]


@pytest.mark.parametrize(("source", "period"), SOURCES, ids=[name for name, _ in SOURCES])
def test_typed_rows_are_the_same_everywhere(elsewhere, here, source, period):
    """And so is what was left out, by reason and value, and the days seen."""
    if source == "nights" and "clickhouse:" in elsewhere.read_text():
        pytest.skip("there is no time without an offset there")

    def figures(_: Any, rows: Typed) -> Any:
        columns = rows.engine.rows(f"SELECT * FROM ({rows.select}) AS typed_rows")
        kept = sorted((tuple(map(plain, row[1:])) for row in columns), key=repr)
        return kept, rows.read, as_data(rows.left_out), rows.days, rows.untrusted

    both(elsewhere, here, source, figures, period=period)


def plain(value: Any) -> Any:
    """A value as one can compare it: what a decimal's places are is the engine's."""
    return float(value) if type(value).__name__ == "Decimal" else value


@pytest.mark.parametrize("source", ["answers", "wide"])
def test_sums_of_answers_are_the_same_everywhere(elsewhere, here, source):
    """Latest answers, pairs, personas, weights: all that scores are made of."""

    def figures(survey: Any, rows: Typed) -> Any:
        answers = answers_of(survey, rows, TOUCHPOINTS)
        sums = [[*group, *each] for group, each in sorted(answers.sums.items())]
        return sums, answers.read, answers.used, answers.days, as_data(answers.left_out)

    both(elsewhere, here, source, figures)


def test_what_sales_say_is_the_same_everywhere(elsewhere, here):
    """RFM, ABC, cohorts, medians, a period, the programme, each customer."""

    def figures(sales: Any, rows: Typed) -> Any:
        found = segment_rows(rows, sales, PERIOD, active=31, customers=True)
        return asdict(found)

    both(elsewhere, here, "sales", figures)


@pytest.mark.parametrize(
    "options", [LogOptions(), LogOptions(collapse=True, drop_repeats=True, cover=0.5)], ids=str
)
def test_what_a_log_says_is_the_same_everywhere(elsewhere, here, options):
    """Moves, starts, ends, whole paths, exact waits, failures; on DuckDB by its own quick ways."""

    def figures(events: Any, rows: Typed) -> Any:
        return asdict(read_log(rows, events, Asked(), options))

    both(elsewhere, here, "events", figures)


@pytest.mark.parametrize(
    ("source", "old", "new", "told"),
    [
        ("events", "status <> 'test'", "sttus <> 'test'", "where: db says"),
        ("events", "status = 'error'", "sttus = 'error'", "failed: db says"),
        ("answers", "answers, conn", "answrs, conn", "db has no table "),
        ("sales", "WHERE total", "WHERE totl", "query: db says"),
    ],
)
def test_what_is_refused_is_told_where_it_stands(elsewhere, tmp_path, source, old, new, told):
    """In the database's own words, with what was meant; and what is asked next is answered."""
    text = elsewhere.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "data.yaml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    with (
        pytest.raises(InvalidDataError) as raised,
        rows_of(file, source, Asked()),
    ):
        pass
    [finding] = raised.value.findings
    message = finding.message.removeprefix(f"sources.{source}.")
    if "TABLE_OR_VIEW_NOT_FOUND" in message:  # Spark does not list views of a session
        assert message.startswith("table: db says")
    else:
        assert message.startswith(told)
        assert f"{finding.message} {finding.help}".lower().count("did you mean ") >= 1


def test_the_cast_that_is_told_makes_numbers_and_times_of_texts(elsewhere, tmp_path):
    """Texts of a database are not guessed at: the query to write is told, and can be run."""
    text = elsewhere.read_text(encoding="utf-8")
    schema = "cx." if "cx." in text else ""
    texts = "CAST(mark AS VARCHAR(9)) AS said, CAST(answered_at AS VARCHAR(40)) AS noted"
    if "clickhouse" in text:  # a cast to what may not be null is refused there
        texts = "toString(mark) AS said, toString(answered_at) AS noted"
    columns, named = ["*"], {"score: mark": "score: said", "time: answered_at": "time: noted"}
    file = tmp_path / "data.yaml"

    def describe() -> None:
        inner = f"SELECT *, {texts} FROM {schema}answers"
        query = f"SELECT {', '.join(columns)} FROM ({inner}) AS a".replace('"', '\\"')
        told = text.replace(f"table: {schema}answers,", f'query: "{query}",')
        for old, new in named.items():
            told = told.replace(old, new)
        file.write_text(told, encoding="utf-8")

    for key in ("time: answered_at", "score: mark"):
        describe()
        with pytest.raises(CjmError) as raised, rows_of(file, "answers", Asked()):
            pass
        found = re.search(r"query: (.*); then name (\w+)", str(raised.value.help))
        columns.append(found[1])
        named[key] = f"{key.partition(':')[0]}: {found[2]}"
    describe()
    with (
        rows_of(file, "answers", Asked()) as (_, found),
        rows_of(elsewhere, "answers", Asked()) as (_, same),
    ):
        assert (found.read, found.days) == (same.read, same.days)
        assert as_data(found.left_out) == as_data(same.left_out)


def test_per_cent_signs_arrive_as_they_are_written(elsewhere, tmp_path):
    """Two of them are one for drivers that take parameters, though there are none."""
    text = elsewhere.read_text(encoding="utf-8")
    file = tmp_path / "data.yaml"
    signs = "table: cx.answers," if "cx." in text else "table: answers,"
    told = text.replace(signs, f"{signs} where: \"'50%%' <> '50%'\",")
    assert told != text
    file.write_text(told, encoding="utf-8")
    with rows_of(file, "answers", Asked()) as (_, rows):
        assert rows.read == 400


def test_what_a_driver_logs_is_not_printed():
    """Its error is told in one sentence; a process of its own has no handler of pytest's."""
    code = """
from cjm.data.definition import Connection, Definition
from cjm.data.remote.connecting import connect
nobody = Connection(url="clickhouse://127.0.0.1:1/cx")
try:
    connect("db", Definition(connections={"db": nobody}), "measure")
except Exception as error:
    print(error)
"""
    pytest.importorskip("clickhouse_connect")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "cannot connect" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("source", ["answers", "sales", "reviews"])
def test_a_source_without_rows_is_the_same_everywhere(elsewhere, here, tmp_path, source):
    """It has no days and no figures; none of them is 0, or of 1970, instead."""
    found = []
    for number, file in enumerate((elsewhere, here)):
        text = file.read_text(encoding="utf-8")
        emptied = tmp_path / str(number) / "data.yaml"
        emptied.parent.mkdir()
        for kept in file.parent.glob("*.duckdb"):
            shutil.copy(kept, emptied.parent)
        schema = "cx." if "cx." in text else ""
        old = f"table: {schema}{source}," if source != "sales" else "total > -4"
        new = f"table: {schema}{source}, where: 1 = 0," if source != "sales" else "total < -4000"
        emptied.write_text(text.replace(old, new), encoding="utf-8")
        with rows_of(emptied, source, Asked()) as (_, rows):
            found.append((rows.read, rows.days, as_data(rows.left_out), rows.untrusted))
    assert found[0] == found[1]
    assert found[0][:2] == (0, None)


@pytest.mark.parametrize("kind", ["TIMESTAMP", "TIMESTAMPTZ", "DATE"])
def test_times_that_python_has_no_value_for_are_none(postgres, tmp_path, kind):
    """PostgreSQL has times without end, and years that calendars elsewhere do not know."""
    import psycopg

    text = postgres.read_text(encoding="utf-8")
    url = re.search('url: "(.*?)"', text)[1]
    name = f"endless_{kind.lower()}"
    with psycopg.connect(url) as connection:
        connection.execute(f"CREATE TABLE cx.{name} (ts {kind}, user_id TEXT, event TEXT)")
        for when in ("infinity", "290000-01-01", "2026-07-01", "-infinity", "0044-03-15 BC"):
            connection.execute(f"INSERT INTO cx.{name} VALUES ('{when}', 'c', 'Pay')")
    file = tmp_path / "data.yaml"
    file.write_text(text.replace("table: cx.moments", f"table: cx.{name}"), encoding="utf-8")
    with rows_of(file, "moments", Asked()) as (_, rows):
        assert (rows.read, as_data(rows.left_out)["no time"]) == (5, 4)
        assert rows.days == (date(2026, 7, 1), date(2026, 7, 1))
