"""Every data command gives the same bytes, in whatever order its rows stand and are added up."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

import cjm

ROWS = 3000
DATA = """\
cjm-data: 1
sources:
  answers: {kind: survey, file: rows.csv, respondent: who, touchpoint: point, side: side,
    score: score, weight: weight, time: time, persona: persona, scale: [0, 1]}
  log: {kind: events, file: rows.csv, case: who, touchpoint: point, time: time}
  sales: {kind: sales, file: rows.csv, customer: who, time: time, money: money,
    member: member, points_used: money, points_given: score, lifetime: 2.7}
  voices: {kind: reviews, file: rows.csv, text: text, score: score, scale: [0, 1], time: time,
    topics: topics.yaml}
"""
JOURNEY = """\
cjm: 1
id: trip
title: Trip
personas: {p0: Some, p1: Others}
touchpoints:
  t0: {title: Ride, next: t1}
  t1: {title: Pay, next: t2}
  t2: {title: Back}
"""
TOPICS = "cjm-topics: 1\nlanguage: en\ntopics: {odd: {words: odd}, even: {words: even}}\n"
COLUMNS = ["who", "point", "side", "score", "weight", "time", "persona", "money", "member", "text"]

ASKED: dict[str, Callable[[], Any]] = {
    "measure": lambda: cjm.measure("trip.yaml", source="answers", write=False),
    "discover": lambda: cjm.discover("log"),
    "conform": lambda: cjm.conform("trip.yaml", "log"),
    "segment": lambda: cjm.segment("sales", customers=True),
    "feedback": lambda: cjm.feedback("voices", quotes=True),
}


def awkward_rows() -> list[list[object]]:
    """Rows whose numbers have all the digits that floats have; no two at one time."""
    draw = random.Random(5)
    rows = []
    for n in range(ROWS):
        hour, second = divmod(n, 3600)
        time = f"2026-07-{n % 28 + 1:02d}T{hour:02d}:{second // 60:02d}:{second % 60:02d}"
        side = draw.choice(["expectation", "experience"])
        weight, money = 10 ** draw.uniform(-3, 3), draw.randrange(10**6) / 100
        text = f"{'odd' if n % 2 else 'even'} {draw.random()}"
        rows.append([
            f"c{draw.randrange(900)}", f"t{draw.randrange(3)}", side, draw.random(), weight, time,
            f"p{n % 2}", money, n % 7, text,
        ])  # fmt: skip
    return rows


@pytest.mark.parametrize("asked", ASKED.values(), ids=list(ASKED))
def test_the_order_of_rows_changes_no_byte(tmp_path: Path, monkeypatch, asked):
    """Nor does the number of processors; but ids are told in the order in which a log has them."""
    monkeypatch.chdir(tmp_path)
    texts = {"data.yaml": DATA, "trip.yaml": JOURNEY, "topics.yaml": TOPICS}
    for name, text in texts.items():
        Path(name).write_text(text, encoding="utf-8")
    connect = duckdb.connect
    rows, found = awkward_rows(), set()
    for threads in (1, 4, 2):
        config = {"threads": threads}
        monkeypatch.setattr(duckdb, "connect", lambda path, c=config: connect(path, config=c))
        with Path("rows.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *rows])
        found.add(json.dumps(in_order(asked().to_dict()), sort_keys=True))
        random.Random(threads).shuffle(rows)
    assert len(found) == 1


def in_order(figures: Any) -> Any:
    """Figures with lists of records in the order of what stands in them."""
    if isinstance(figures, dict):
        return {key: in_order(value) for key, value in figures.items()}
    if isinstance(figures, list) and figures and isinstance(figures[0], dict):
        return sorted(map(in_order, figures), key=repr)
    return figures
