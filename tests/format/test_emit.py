"""YAML that cjm writes is read back as the same data, by YAML 1.2 and by readers of 1.1."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.journey import as_id
from cjm.source import parse
from cjm.source.emit import WIDTH, emit

NASTY = [
    "yes",
    "No",
    "on",
    "~",
    "null",
    "Null",
    "true",
    "0123",
    "0x1F",
    "1e3",
    "1_000",
    "12:30",
    ".inf",
    "2026-09-30",
    "8,4",
    "a: b",
    "a:",
    ": ",
    "- x",
    "# x",
    "a #x",
    "'",
    '"',
    "\\",
    "{",
    "[a]",
    "*a",
    "&a",
    "!t",
    "%d",
    "@",
    "`",
    "|",
    ">",
    "?",
    "? a",
    "=",
    "<<",
    "---",
    "...",
    " x",
    "x ",
    "\t",
    "a\tb",
    "a\nb",
    "a\nb\n",
    "a\n\n",
    "\na",
    "a\n b",
    " a\nb",
    "a \nb",
    "a\r\nb",
    "\x85",
    "a\x85b",
    "\u2028",
    "a\u2029b",
    "\ufeff",
    "\u202eabc",
    "\x00",
    "\x07",
    "\x7f",
    "🚕",
    "👩\u200d🚀",
    "Йод",
    "漢字",
    "a,b",
    "15 min",
    "20 минут",
    "«Ёлки»",
    "3 d",
    "é",
    "e\u0301",
    "ｙｅｓ",
    "１２",
    "#",
    "a\u00a0b",
    "",
]
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=12),
    st.text(st.sampled_from("ab :#-,\n\t'\"{}[]0.y~"), max_size=10),
)
SCALARS = st.one_of(
    TEXT, st.booleans(), st.none(), st.integers(-(10**12), 10**12), st.floats(-1e12, 1e12)
)
KEYS = TEXT.map(as_id)  # keys are compared in NFC, and read so
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(DATA, st.booleans())
def test_what_is_emitted_is_read_back(data, opened):
    """By cjm's own reader, and by PyYAML as YAML 1.1."""
    text = emit(data, tuple(data) if opened else ())
    source = parse(text.encode())
    assert source.faults == ()
    assert source.root is not None
    assert source.root.data == data
    read = yaml.safe_load(text)
    assert [str(key) for key in read] == list(data)
    assert all(isinstance(key, str) for key in read)


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("flow", [True, False])
def test_nasty_text_stays_text(text, flow):
    """In braces and out of them, for readers of YAML 1.1 too."""
    data = {"a": {"b": text} if flow else text, "long": ["x" * WIDTH, text]}
    assert yaml.safe_load(emit(data)) == data
    assert parse(emit(data).encode()).root.data == data


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u202e", "\u061c", "\ufeff", "\x9b", "\u200b"])
def test_what_cannot_be_seen_is_written_as_an_escape(sign):
    """A file shows what it holds."""
    assert sign not in emit({"a": f"x{sign}y"})


def test_the_style_is_that_of_the_examples():
    """Block style, small parts in braces, several lines of text as they are."""
    data = {
        "cjm": 1,
        "title": "Taxi",
        "scale": [0, 10],
        "touchpoints": {
            "book": {"expectation": 8, "next": {"ride": 0.9}},
            "ride": None,
            "pay": {"description": "one\ntwo\n", "pains": ["a, b", "yes", "x" * 90]},
        },
        "waivers": [{"rule": "negative-gap", "reason": "y" * 90}],
    }
    assert emit(data, ("touchpoints",)) == (
        "cjm: 1\n"
        "title: Taxi\n"
        "scale: [0, 10]\n"
        "touchpoints:\n"
        "  book: {expectation: 8, next: {ride: 0.9}}\n"
        "  ride:\n"
        "  pay:\n"
        "    description: |\n"
        "      one\n"
        "      two\n"
        "    pains:\n"
        "      - a, b\n"
        '      - "yes"\n'
        f"      - {'x' * 90}\n"
        "waivers:\n"
        "  - rule: negative-gap\n"
        f"    reason: {'y' * 90}\n"
    )


def test_days_and_counts_stand_as_people_write_them():
    """Both readers take `n` for a key; a day is text to one and a day to the other."""
    written = "cjm: 1\ntouchpoints:\n  a: {experience: {score: 7, n: 30, measured: 2026-09-30}}\n"
    text = cjm.dump(cjm.loads(written))
    assert "n: 30, measured: 2026-09-30" in text
    assert cjm.loads(text) == cjm.loads(written)
    assert yaml.safe_load(text)["touchpoints"]["a"]["experience"]["n"] == 30
