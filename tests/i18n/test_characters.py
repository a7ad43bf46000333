"""What people see as one character is cut, wrapped and counted as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from cjm.i18n.characters import characters, head, last_start
from cjm.maps.scene.text import flowed, shortened, wrapped
from cjm.terminal import text as terminal

JOINED = {
    "family": "👨‍👩‍👧‍👦",
    "shade": "👍🏽",
    "shade and job": "👩🏾‍🚀",
    "heart": "❤️‍🔥",
    "flag": "🇷🇺",
    "England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "keycap": "1️⃣",
    "accents": "e\u0301\u0323",
    "й of two": "и\u0306",
    "Devanagari": "नि",
    "syllable": "\u1112\u1161\u11ab",
}


@pytest.mark.parametrize("one", JOINED.values(), ids=JOINED)
def test_what_is_joined_is_one_character(one):
    """Alone, among letters, and beside its like."""
    assert list(characters(one)) == [one]
    assert list(characters(f"a{one}{one}b")) == ["a", one, one, "b"]
    assert last_start(f"a{one}") == 1


def test_flags_side_by_side_are_pairs():
    """Of five letters of flags the last stands alone."""
    assert list(characters("🇷🇺🇩🇪🇫")) == ["🇷🇺", "🇩🇪", "🇫"]


WORDS = st.lists(st.sampled_from(["a", "б", " ", *JOINED.values()]), max_size=30).map("".join)


def whole(text: str, parts: list[str]) -> bool:
    """Whether every part is made of whole characters of the text, in their order.

    Blanks do not count: what is left of a cut text stands in one line, its words apart.
    """
    known = iter(characters(text))
    seen = (own for part in parts for own in characters(part) if own != " ")
    return all(any(own == other for other in known) for own in seen)


@given(WORDS, st.integers(0, 80))
def test_a_beginning_ends_between_two_characters(text, most):
    """It is as long as it may be."""
    assert "".join(characters(text)) == text
    cut = head(text, most)
    assert text.startswith(cut)
    assert len(cut) <= most
    assert whole(text, [cut])
    following = next(characters(text[len(cut) :]), None)
    assert following is None or len(cut + following) > most


@given(WORDS, st.integers(20, 200))
def test_pictures_cut_and_wrap_between_characters(text, width):
    """Lines, labels and titles."""
    text = " ".join(text.split())
    signs = "…-"
    for lines in (
        flowed(text, width, 12),
        wrapped(text, (width, width), 12),
        (shortened(text, width, 12),),
    ):
        told = [line.rstrip(signs).replace("\u00a0", " ") for line in lines]
        assert whole(text, told)


@given(WORDS, st.integers(2, 30))
def test_terminals_cut_and_wrap_between_characters(text, width):
    """Lines and titles, of what is left of emoji there."""
    text = terminal.cleaned(text)
    assert whole(text, [terminal.shortened(text, width).rstrip("…")])
    lines = [line.plain.strip() for line in terminal.wrapped(Text(text), width)]
    assert whole(text, lines)
