"""Slides by the keys of a keyboard and of a clicker."""

from __future__ import annotations

import pytest
from keyboard import press_russian, state

PAGE = "ru/journeys/bakery.as-is.present.html"


@pytest.fixture
def deck(reader):
    """The bakery's slides."""
    return reader.open(PAGE)


def shown(page) -> list[str]:
    """The headings of the slides that are seen."""
    return [slide.inner_text() for slide in page.locator(".slide.on h1, .slide.on h2").all()]


def test_one_slide_at_a_time_and_keys_go_on(deck):
    """Space, arrows, the keys of a clicker, the number of a slide, the ends."""
    count = deck.locator(".slide").count()
    assert deck.locator(".slide.on").count() == 1
    for key, at in (
        ("Space", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("ArrowLeft", 1),
        ("End", count), ("ArrowRight", count), ("2", 2), ("Home", 1),
    ):  # fmt: skip
        deck.keyboard.press(key)
        assert state(deck) == f"s{at}", key
        assert deck.locator(".at").inner_text() == f"{at} / {count}"


def test_black_and_back_under_any_layout(deck):
    """Escape leads out of black first, then to the page of the journey."""
    press_russian(deck, "KeyB")
    black = "document.documentElement.classList.contains('black')"
    assert deck.evaluate(black)
    deck.keyboard.press("Escape")
    assert not deck.evaluate(black)
    deck.keyboard.press("Escape")
    deck.wait_for_url("**/ru/journeys/bakery.as-is.html")


def test_a_link_opens_its_slide(reader):
    """And one beyond the last opens the last."""
    first = shown(reader.open(PAGE))
    second = shown(reader.open(f"{PAGE}#s2"))
    assert second != first
    last = reader.open(f"{PAGE}#s99")
    assert last.locator(".at").inner_text().split(" / ")[0] == str(last.locator(".slide").count())


def test_every_slide_is_printed(deck):
    """One a sheet, without the strip."""
    deck.emulate_media(media="print")
    assert all(slide.is_visible() for slide in deck.locator(".slide").all())
    assert deck.locator(".strip").is_hidden()
