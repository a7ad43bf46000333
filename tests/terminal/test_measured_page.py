"""The page of what was measured, of the survey that is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

import cjm
from cjm.terminal.measured import measured_page

CINEMA = Path(__file__).parents[2] / "docs/examples/cinema"


@pytest.fixture(scope="module")
def found():
    return cjm.measure(str(CINEMA), write=False)


def line(page, start):
    """The line that begins so."""
    return next(line for line in page.splitlines() if line.strip().startswith(start))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("width", [40, 80, 100, 120])
def test_no_line_is_wider_than_the_page(found, language, width):
    """Columns are dropped, titles cut; O, B and C stay."""
    page = measured_page(found, language, width)
    assert max(map(cell_len, page.splitlines())) <= width
    snacks = line(page, "Попкорн" if language == "ru" else "Popcorn")
    assert ("3,27" if language == "ru" else "3.27") in snacks


def test_a_touchpoint_is_told_with_its_evidence(found):
    """Answers, O, B, C with its interval, how many got less, and C as it was written."""
    row = line(measured_page(found, "en", 120), "Popcorn and drinks").split()
    assert row[3:6] == ["69/71", "7.14", "3.27"]
    assert row[7:] == ["▼", "−3.87", "−4.52", "…", "−3.21", "████░", "87%", "+1"]


def test_what_was_written_otherwise_is_named(found):
    """Only where it lies outside the interval of what was measured."""
    page = measured_page(found, "en", 100)
    assert "Popcorn and drinks: B written 7, measured 3.27 [2.78; 3.77], n 71" in page
    assert "Leaving the hall: O written" not in page


def test_metrics_stand_against_their_targets(found):
    """Of everybody, and of each persona."""
    row = line(measured_page(found, "ru", 100), "NPS · Постоянный гость")
    assert "26,39   10,13 … 42,65" in row
    assert row.endswith("цель ≥\N{NO-BREAK SPACE}40: не достигнута")


def test_thin_groups_and_rows_left_out_are_told(found):
    """Nothing is dropped in silence."""
    page = measured_page(found, "en", 100)
    assert "fewer than 10: counted, not used" in page
    assert "Leaving the hall · Family: O 3, B 3" in page
    assert "answered again later" in page
    assert "'Parking'\N{NO-BREAK SPACE}1" in page


def test_each_language_has_the_titles_of_its_version(found):
    """By default those of the overlay's journey."""
    assert measured_page(found).startswith("Measured: An evening at the cinema")
    assert measured_page(found, "ru").startswith("Измерено: Вечер в кино")


def test_colour_adds_nothing_but_colour(found):
    """And plain text has none."""
    from rich.text import Text

    plain = measured_page(found, "en", 100)
    assert Text.from_ansi(measured_page(found, "en", 100, True)).plain.strip() == plain.strip()
    assert "\x1b" not in plain


def test_where_no_answer_counts_that_is_said(tmp_path):
    """And what was left out still is."""
    (tmp_path / ".git").mkdir()
    for file in CINEMA.glob("*.yaml"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    head = (CINEMA / "answers.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "answers.csv").write_text(f"{head}\n", encoding="utf-8")
    page = measured_page(cjm.measure(str(tmp_path)), "en")
    assert "No answer counts: nothing was measured." in page
