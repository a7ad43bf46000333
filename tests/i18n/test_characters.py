"""What people see as one character is cut, wrapped and counted as one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

import cjm
from cjm.diagnostics.findings import Excerpt
from cjm.i18n.characters import characters, clipped, head, is_boundary, last_start
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


@given(WORDS, st.integers(1, 80))
def test_what_is_quoted_is_cut_between_characters_and_says_so(text, most):
    """A text that fits is quoted as it is."""
    quoted = clipped(text, most)
    assert len(quoted) <= most
    assert quoted == text or (quoted[-1] == "…" and text.startswith(quoted[:-1]))
    assert whole(text, [quoted.removesuffix("…")])


@given(st.lists(st.sampled_from(["a", *JOINED.values()]), min_size=60, max_size=99), st.data())
def test_a_line_of_a_finding_is_cut_between_characters(parts, data):
    """On either side of its place, which stays where it is."""
    line = "".join(parts)
    place = data.draw(st.sampled_from([n for n in range(len(line)) if is_boundary(line, n)]))
    excerpt = Excerpt.around(line, place + 1)
    assert whole(line, [excerpt.text.strip("…")])
    assert excerpt.text[place + 1 - excerpt.column] == line[place]


def test_no_text_is_quoted_by_a_number_of_code_points():
    """Whatever message it is for: `clipped` cuts, which knows where a character ends."""
    cut = [
        f"{path.name}:{node.lineno}"
        for path in (Path(cjm.__file__).parent).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Subscript) and _ends_at(node) >= 20 and not _is_digest(node)
    ]
    assert cut == []


def _ends_at(node: ast.Subscript) -> int:
    end = node.slice.upper if isinstance(node.slice, ast.Slice) else None
    return end.value if isinstance(end, ast.Constant) and isinstance(end.value, int) else 0


def _is_digest(node: ast.Subscript) -> bool:
    return "digest" in ast.unparse(node.value)
