"""Every field of the format is text to read in some picture: no tooltip counts."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from filled_journey import Leaf, filled_fields, journey, leaves, readings
from format_table import records
from picture_probe import picture, sheet

from cjm.format import JOURNEY
from cjm.i18n.metrics import target_of
from cjm.journey.metrics import comparison
from cjm.maps.content.addresses import readable
from cjm.maps.content.numbers import dated
from cjm.maps.content.sheet.words import sheet_words
from cjm.maps.content.words import words_of
from cjm.names import LANES

EVERY = [*LANES, "x-systems"]
PHASES = ("plan", "do", "check", "act")


@cache
def pictures(language: str) -> str:
    """The texts of the graph, of the sheet with every row, and of the one of a persona."""
    told = journey()
    shown = [
        picture(told, language=language),
        sheet(told, language=language, lanes=EVERY),
        sheet(told, language=language, lanes=EVERY, persona="anna"),
    ]
    return " ".join(text for one in shown for text in one.words).replace("\u00a0", " ")


def shown_as(leaf: Leaf, language: str) -> list[str]:
    """What a value may look like in a picture."""
    key, value = leaf.way[-1], leaf.value
    words, texts = words_of(language), sheet_words(language)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        return [dated(date.fromisoformat(str(value)), words)]
    if key == "target" and (target := comparison(str(value))):
        shown = target_of(target, None, None, language, words.marks)
        return [shown.replace("\u00a0", " ")]
    if "links" in leaf.way:
        return [readable(str(value))]
    if key == "phase":
        return [texts.phases[PHASES.index(str(value))]]
    if key == "kind":
        return [texts.channel_kinds[str(value)]]
    if key == "per":
        return {"en": ["a quarter"], "ru": ["в квартал"]}[language]
    return readings(leaf, language)


def test_the_journey_fills_every_field() -> None:
    """Whatever the table of fields has."""
    table = {(record.name, key) for record in records(JOURNEY) for key in record.fields}
    assert table - set(filled_fields()) == set()


@pytest.mark.parametrize("leaf", leaves(), ids=lambda leaf: leaf.name)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_field_is_text_in_a_picture(leaf: Leaf, language: str) -> None:
    """Its text, its number, its day, its word."""
    told = [text.replace("\u00a0", " ") for text in shown_as(leaf, language)]
    found = [
        t for t in told if re.search(rf"(?<![\w.,]){re.escape(t)}(?!\w|[.,]\d)", pictures(language))
    ]
    assert found, told
