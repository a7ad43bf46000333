"""Notebooks: what a cell shows of surveys, logs, sales and reviews, in whose language."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.notebook.cell import Cell
from cjm.records import replace

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
RESULTS: dict[str, Callable[[], Any]] = {
    "measure": lambda: cjm.measure(str(EXAMPLES / "cinema"), write=False),
    "discover": lambda: cjm.discover(data=EXAMPLES / "tickets" / "data.yaml"),
    "conform": lambda: cjm.conform(
        EXAMPLES / "visits" / "shop.yaml", data=EXAMPLES / "visits" / "data.yaml"
    ),
    "segment": lambda: cjm.segment(data=EXAMPLES / "coffee" / "data.yaml"),
    "feedback": lambda: cjm.feedback("reviews", EXAMPLES / "coffee" / "data.yaml"),
}


@cache
def result(kind: str) -> Any:
    return RESULTS[kind]()


def tables_of(html: str) -> list[list[list[str]]]:
    """The texts of each table by row, the head first."""
    return [
        [
            [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", row)]
            for row in re.findall(r"<tr>(.*?)</tr>", table)
        ]
        for table in re.findall(r"<table>(.*?)</table>", html)
    ]


@pytest.mark.parametrize("kind", RESULTS)
def test_a_cell_has_tables_in_which_something_stands(kind: str) -> None:
    """Every row as long as its head, every column with something in it, every tag closed."""
    html = result(kind)._repr_html_()
    tables = tables_of(html)
    assert tables
    for head, *rows in tables:
        assert rows
        assert {len(row) for row in rows} == {len(head)}
        assert all(set(column) - {"", "–"} for column in zip(*rows, strict=True)), head
    body = html.rpartition("</style>")[2]
    opened, closed = re.findall(r"<(\w+)", body), re.findall(r"</(\w+)", body)
    assert sorted(opened) == sorted(closed)
    assert not re.search(r"<script|\bsrc=|url\(|\bid=|@import", html)
    assert not re.search(r"#[0-9A-Fa-f]{6}", body)


@pytest.mark.parametrize("kind", RESULTS)
def test_a_cell_tells_how_many_rows_were_read_and_left_out(kind: str) -> None:
    """Nothing is dropped in silence."""
    text = result(kind)._repr_html_()
    assert re.search(r"[\d,]+ rows read, (?:[\d,]+ left out|nothing left out)", text)


def test_measured_scores_stand_with_their_evidence() -> None:
    """O, B and C by touchpoint, and metrics against the targets of the journey."""
    scores, metrics = tables_of(result("measure")._repr_html_())
    row = dict(zip(scores[0], next(r for r in scores if r[0].startswith("Popcorn")), strict=True))
    assert (row["O"], row["B"], row["C"]) == ("7.14", "3.27", "▼ −3.87")
    assert row["answers"] == "69 / 71"
    assert row["got less"] == "87%"
    assert any("missed" in cell for line in metrics for cell in line)


def test_segments_and_topics_have_their_figures() -> None:
    """As their own pages have them."""
    found = result("segment")
    segments, period = tables_of(found._repr_html_())
    assert [int(row[1].replace(",", "")) for row in segments[1:]] == [
        segment.customers for segment in found.segments
    ]
    assert any(row[0] == "Bought again" for row in period)
    topics = result("feedback")
    assert [row[0] for row in tables_of(topics._repr_html_())[0][1:]] == [
        topic.title for topic in topics.topics
    ]


def test_a_cell_of_a_log_names_what_is_off() -> None:
    """Deviations, moves and findings beside a journey; touchpoints and moves without one."""
    found = result("conform")
    html = found._repr_html_()
    assert all(f.code in html for f in found.report.findings)
    assert html.count("≠") == sum(bool(move.off) for move in found.conformance.moves)
    points, moves = tables_of(result("discover")._repr_html_())
    assert len(points) - 1 == len(result("discover").order)
    assert " → " in moves[1][0]


@pytest.mark.parametrize("kind", RESULTS)
def test_a_cell_speaks_russian_where_its_journey_or_workspace_does(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No English heading is left."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nlanguage: ru\n")
    monkeypatch.chdir(tmp_path)
    shown = result(kind)
    if kind == "measure":
        (journey,) = shown.journeys
        shown = replace(
            shown,
            journeys=(replace(journey, journey=journey.in_language("ru")),),
        )
    if kind == "conform":
        russian = replace(shown.journey, language="ru")
        report = replace(shown.report, findings=())
        shown = replace(shown, journey=russian, report=report)
    html = shown._repr_html_()
    heads = {cell for head, *_ in tables_of(html) for cell in head} - {"P", "O", "B", "C", ""}
    assert not [head for head in heads if re.search("[A-Za-z]{2}", head)]
    assert re.search(r"прочитан[аоы]?|строк", html)


def test_of_many_rows_twenty_are_shown_and_the_others_counted() -> None:
    """A log may have thousands of moves."""
    shown = Cell("en").long_table(["head"], ["n"], [[str(n)] for n in range(25)], ())
    assert shown.count("<tr>") == 21
    assert shown.endswith("<p>and 5 more</p>")
    assert Cell("en").long_table(["head"], ["n"], [], ()) == "<p>head</p>"
