"""Reparsing one entry: the same tree as of the whole text, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.source import parse
from cjm.source.reparse import reparse

TEXT = """cjm: 1
title: Такси 🚕  # with a comment
touchpoints:
  # before the first
  call:
    title: "Вызов: 🚕"
    expectation: 8
    experience: {score: 5, because: [долго, 'не тот']}
    next: {ride: 0.5}

  # between
  ride:
    description: |
      one
      two
    outcome: success
    empty:
  "last one": {a: 1}
stages:
  before: До
"""


def nodes(source):
    """All that a tree says, with the places."""
    found, waiting = [], [((), source.root)] if source.root else []
    while waiting:
        route, node = waiting.pop()
        value = node.value if not isinstance(node.value, dict | list) else type(node.value)
        found.append((route, value, node.text, node.plain, node.span, node.anchored))
        if isinstance(node.value, dict):
            for key, entry in node.value.items():
                found.append((route, key, entry.key.text, entry.key.plain, entry.key.span))
                waiting.append(((*route, key), entry.node))
        elif isinstance(node.value, list):
            waiting += [((*route, n), item) for n, item in enumerate(node.value)]
    return found


def edited(text, start, end, new):
    """The source by one entry and by the whole, and what both read."""
    before = parse(text)
    return reparse(before, "touchpoints", start, end, new), parse(text[:start] + new + text[end:])


def alike(one, whole):
    """Whether a source says what the other says, at the same places."""
    assert one.text == whole.text
    assert (one.readable, one.marked, one.as_read) == (whole.readable, whole.marked, whole.as_read)
    assert nodes(one) == nodes(whole)
    assert one.faults == whole.faults == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("8", "10"),
        ("5,", "5.25,"),
        ('🚕"', '"'),
        ("two", "twos"),
        ("empty:", "full:"),
        ("a: 1", "a: x"),
    ],
)
def test_one_entry_is_read_as_the_whole_reads_it(old, new, mark, end):
    """Values, keys, texts over several lines, behind an emoji, the last entry, too."""
    text = mark + TEXT.replace("\n", end)
    start = text.index(old, text.index("touchpoints"))
    one, whole = edited(text, start, start + len(old), new)
    assert one is not None
    alike(one, whole)


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 3),
    st.text(st.sampled_from("a1 :,-{}[]\"'#&*!|>%?\t.\u2028🚕"), max_size=4),
)
def test_whatever_is_typed_it_is_the_same_or_left_to_the_whole(start, length, new):
    """Any edit anywhere: where there is a result it is that of the whole text."""
    one, whole = edited(TEXT, start, min(start + length, len(TEXT)), new)
    if one is not None:
        alike(one, whole)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (TEXT.replace("title: Такси", "title: &x Такси"), "8", "9"),
        (
            TEXT.replace("expectation: 8", "expectation: &x 8").replace("{a: 1}", "{a: *x}"),
            "5,",
            "6,",
        ),
        (TEXT, "title: Такси", "title: T"),
        (TEXT.replace("8\n", "8\r\n"), "\n    experience", " \n    experience"),
        (TEXT, "before: До", "before: после"),
        (TEXT, "8\n", "8\n\n"),
        (TEXT, "8", '"8'),
        (TEXT, "8", "8: 9"),
        (TEXT, "8", "[8, 9]"),
        (TEXT, "  ride:", "ride:"),
        (TEXT, "    outcome", "... outcome"),
        (TEXT + "x: [", "8", "9"),
        ("cjm: 1\ntouchpoints: {a: {b: 1}, c: {}}\n", "1}", "2}"),
    ],
)
def test_what_one_entry_cannot_tell_is_left_to_the_whole(text, old, new):
    """Shared values, other lines, faults, more values, brackets."""
    start = text.index(old, text.index("touchpoints") if old == "8" else 0)
    one, whole = edited(text, start, start + len(old), new)
    if one is not None:  # an anchor that nothing repeats harms nobody
        alike(one, whole)
        assert "&x" in text
        assert "*x" not in text
