"""Every question to data gets one answer, whether rows stand in files or in a database."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alike import alike
from engine_databases import duckdb_file
from engine_rows import DEFINITION, TABLES

import cjm

JOURNEYS = {
    "trip": """\
cjm: 1
id: trip
title: Trip
personas: {anna: Anna, boris: Boris}
touchpoints:
  ride: {title: Ride, next: pay}
  pay: {title: Pay, next: {back: 0.2}}
  back: {title: Refund}
""",
    "shop": """\
cjm: 1
id: shop
title: Shop
touchpoints:
  search: {title: Search, next: {cart: 0.5, pay: 0.1}}
  cart: {title: Cart, next: {pay: 0.6}}
  pay: {title: Pay}
""",
}
TOPICS = "cjm-topics: 1\nlanguage: en\ntopics: {late: {title: Late, words: late}}\n"


def beside(folder: Path) -> None:
    """Journeys and topics beside a data.yaml."""
    for id, text in JOURNEYS.items():
        (folder / f"{id}.yaml").write_text(text, encoding="utf-8")
    (folder / "topics.yaml").write_text(TOPICS, encoding="utf-8")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a DuckDB file."""
    folder = tmp_path_factory.mktemp("database")
    duckdb_file(folder)
    beside(folder)
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the same rows in CSV."""
    folder = tmp_path_factory.mktemp("files")
    for name, made in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(made.columns)
            writer.writerows([_text(value) for value in row] for row in made.rows)
    text = DEFINITION.replace(", connection: db", "").replace(
        'connections: {db: {url: "URL"}}\n', ""
    )
    text = re.sub(r"table: SCHEMA(\w+)", r"file: \1.csv", text)
    text = re.sub(r'query: ".*"', 'file: sales.csv, where: "CAST(total AS DOUBLE) > -4"', text)
    (folder / "data.yaml").write_text(text, encoding="utf-8")
    beside(folder)
    return folder


def _text(value: object) -> object:
    return f"{value:g}" if isinstance(value, float) else value


ASKED: dict[str, Callable[[], Any]] = {
    "measure": lambda: cjm.measure(
        "trip.yaml", source="answers", tolerate=1, minimum=2, write=False
    ),
    "measure a wide survey": lambda: cjm.measure(
        "trip.yaml", source="wide", tolerate=1, minimum=2, write=False
    ),
    "conform": lambda: cjm.conform("shop.yaml", "events", open_days=1, minimum=1),
    "conform, collapsed": lambda: cjm.conform(
        "shop.yaml", "events", collapse=True, drop_repeats=True, minimum=1
    ),
    "discover": lambda: cjm.discover("events", "data.yaml", cover=0.9),
    "segment": lambda: cjm.segment("sales", "data.yaml", customers=True),
    "feedback": lambda: cjm.feedback("reviews", "data.yaml", topics="topics.yaml", tolerate=1),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=list(ASKED))
def test_a_database_answers_as_files_do(monkeypatch, database, files, asked):
    """All figures, the account of what was left out among them."""
    found = []
    for folder in (database, files):
        monkeypatch.chdir(folder)
        found.append(asked().to_dict())
    assert alike(*found)
    assert "left_out" in repr(found)
