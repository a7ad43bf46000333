"""Every field of the format can be read on the page of `show`."""

from __future__ import annotations

import re
from functools import cache

import pytest
from filled_journey import Leaf, filled_fields, journey, leaves, readings
from format_table import records

import cjm
from cjm.format import JOURNEY

WORDS = {
    "per": {"en": "a quarter", "ru": "в квартал"},
    "phase": {"en": "check", "ru": "проверяем"},
    "kind": {"en": ("online", "offline"), "ru": ("онлайн", "вживую")},
}
"""Words of the format as the page says them."""


@cache
def page(language: str, width: int = 140, persona: str | None = None) -> str:
    """A page as one line."""
    text = cjm.show(journey(), persona, language=language, width=width)
    return " ".join(text.replace("\u00a0", " ").split())


def test_the_journey_fills_every_field():
    """Whatever the table of fields has."""
    table = {(record.name, key) for record in records(JOURNEY) for key in record.fields}
    assert table - set(filled_fields()) == set()


@pytest.mark.parametrize("leaf", leaves(), ids=lambda leaf: leaf.name)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_field_can_be_read(leaf: Leaf, language: str):
    """Its text, its number, its day, its word."""
    told = readings(leaf, language)
    if leaf.way[-1] in WORDS:
        said = WORDS[leaf.way[-1]][language]
        told = list(said) if isinstance(said, tuple) else [said]
    found = [
        t for t in told if re.search(rf"(?<![\w.,]){re.escape(t)}(?!\w|[.,]\d)", page(language))
    ]
    assert found, told


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_line_is_wider_than_the_page(width: int, language: str):
    """With every field filled."""
    lines = cjm.show(journey(), language=language, width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_a_persona_reads_its_own_in_place_of_everybodys():
    """Texts, metrics, evidence; what it has nothing of its own for is everybody's."""
    own, other = page("en", persona="anna"), page("en", persona="boris")
    for text in ("action", "thought", "emotion", "strength", "pain", "opportunity", "quote"):
        assert f"Her {text}" in own
        assert f"Touchpoint {text}" not in own
        assert f"Her {text}" not in other
        assert f"Touchpoint {text}" in other
