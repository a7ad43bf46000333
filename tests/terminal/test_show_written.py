"""What was written is on the page: nothing that the format lets an author say is lost."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from format_table import records
from show_samples import WORKED

import cjm
from cjm.format import JOURNEY
from cjm.source import parse
from cjm.terminal.labels import RUSSIAN

FILE = Path(__file__).parents[1] / "journeys" / "silent" / "everything.yaml"
DATA = parse(FILE.read_bytes()).root.data
UNSAID = {"cjm", "language", "state", "scale", "tolerance", "kind", "moment_of_truth"}
"""What the page says in other words, or by its look."""


def leaves(data: Any, way: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    """Every value that is no list or mapping, and the way to it."""
    if isinstance(data, dict):
        return [leaf for key, item in data.items() for leaf in leaves(item, (*way, key))]
    if isinstance(data, list):
        return [leaf for item in data for leaf in leaves(item, way)]
    return [(way, data)]


@cache
def page(persona: str | None = None, language: str = "ru", width: int = 140) -> str:
    """A page as one line."""
    text = cjm.show(cjm.load(FILE), persona, language=language, width=width)
    return " ".join(text.replace("\u00a0", " ").split())


TEXTS = [
    (way, value)
    for way, value in leaves(DATA)
    if isinstance(value, str)
    and not UNSAID & set(way)
    and way[-1]
    not in (
        "id",
        "stage",
        "channel",
        "phase",
        "per",
        "outcome",
        "next",
        "touchpoint",
    )
    and not any(key.startswith("x-") and key not in ("x-systems", "x-risks") for key in way)
    and way[:2] != ("lanes", "x-risks")
]


@pytest.mark.parametrize(("way", "text"), TEXTS, ids=lambda item: ".".join(item)[:40])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_text_is_on_the_page(way, text, language):
    """Whatever the field."""
    assert text in page(language=language)


def test_numbers_are_on_the_page_as_people_read_them():
    """Evidence, weights, worth and what an improvement costs."""
    shown = page()
    for figure in ("12 000", "15 000", "412", "1,3", "1,75", "52 %", "×2", "120", "0,71"):
        assert figure in shown
    for figure in ("Поездка — 3", "цена: 120", "было 30", "стало 15"):
        assert figure in shown


def test_metrics_stand_against_their_targets():
    """Met, missed, or not measured yet."""
    shown = page(language="en")
    assert "nps — value 42; target >= 50; target missed" in shown
    assert "Вовремя — target >= 95; unit %; not measured yet" in shown
    assert "Жалоб на разговоры — unit %; before 30; target <= 10; after 15" in shown


def test_a_persona_has_its_own_texts_in_place_of_everybodys():
    """On its own page; the others' are not there."""
    shown = page("anna")
    assert "действия: пишет отчёт" in shown
    assert "садится" not in shown
    assert "пишет отчёт" not in page("boris")
    assert "садится" in page("boris")


def test_what_is_private_stays_so():
    """A key of the author's own without a title makes no row."""
    assert "camera" not in page()


def test_where_nothing_else_is_written_there_is_no_such_part():
    """A journey of scores and ways alone has the page it had."""
    assert "What is written" not in cjm.show(cjm.Journey("x", {"a": {"expectation": 5}}))
    assert "owner: support" in cjm.show(WORKED)


@pytest.mark.parametrize("width", [40, 60, 140])
def test_no_line_is_wider_than_the_page(width):
    """Long texts are broken."""
    text = cjm.show(cjm.load(FILE), width=width)
    assert max(map(len, text.splitlines())) <= width


def test_every_field_has_a_russian_label():
    """Whatever the table of fields has, its keys are called in Russian."""
    fields = {key for record in records(JOURNEY) for key in record.fields}
    shown_elsewhere = {"cjm", "id", "state", "language", "name", "channels", "lanes", "stage"}
    assert fields - set(RUSSIAN) - shown_elsewhere == set()
