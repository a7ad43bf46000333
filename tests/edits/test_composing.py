"""Rounds of edits as one: the same text, fewer stretches."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.edits import Edit, apply, inverse
from cjm.edits.composing import composed


@st.composite
def rounds(draw):
    """A text, and some rounds of edits, each of what the one before it made."""
    text = draw(st.text("abc\n", max_size=8))
    made, now = [], text
    for _ in range(draw(st.integers(0, 4))):
        ends = sorted(draw(st.sets(st.integers(0, len(now)), max_size=6)))
        pairs = list(zip(ends[::2], ends[1::2], strict=False))
        made.append([Edit(start, end, draw(st.text("xab", max_size=2))) for start, end in pairs])
        now = apply(now, made[-1])
    return text, made, now


@settings(max_examples=80)
@given(rounds())
def test_one_round_does_what_several_do(drawn):
    """And can be taken back; no two of its edits touch, and none is for nothing."""
    text, made, now = drawn
    edits = composed(text, made)
    assert apply(text, edits) == now
    assert apply(now, inverse(text, edits)) == text
    assert all(one.end < other.start for one, other in pairwise(edits))
    assert all(text[edit.start : edit.end] != edit.text for edit in edits)


def test_what_is_put_back_is_no_edit():
    """A value that was changed and changed back leaves nothing to write."""
    assert composed("a: 8\n", [[Edit(3, 4, "6")], [Edit(3, 4, "8")]]) == ()
