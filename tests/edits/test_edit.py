"""Edits put into texts: every other character stays, and all can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.edits import Edit, apply, inverse

TEXT = "\ufeffcjm: 1\r\ntitle: Поездка 🚕  # как есть\n"


@st.composite
def edited(draw):
    """A text of any characters, and edits of stretches of it that do not overlap."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
    places = draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8).map(sorted))
    pairs = zip(places[::2], places[1::2], strict=False)
    edits = [Edit(start, end, draw(st.text(max_size=5))) for start, end in pairs]
    return text, draw(st.permutations(edits))


def test_offsets_are_code_points_of_the_text_as_it_lies_in_the_file():
    """The mark, Cyrillic, an emoji and both line ends count one each."""
    taxi = TEXT.index("🚕")
    assert apply(TEXT, [Edit(taxi, taxi + 1, "🚗"), Edit(6, 7, "2")]) == (
        "\ufeffcjm: 2\r\ntitle: Поездка 🚗  # как есть\n"
    )


@given(edited())
def test_what_no_edit_covers_stays(case):
    """The stretches between the edits follow each other in the new text, in their order."""
    text, edits = case
    rest, done = [], 0
    for start, end, new in sorted(edits):
        rest += [text[done:start], new]
        done = end
    assert apply(text, edits) == "".join([*rest, text[done:]])


@given(edited(), st.randoms())
def test_the_order_of_edits_does_not_matter(case, random):
    """All offsets are of the text before."""
    text, edits = case
    other = list(edits)
    random.shuffle(other)
    assert apply(text, other) == apply(text, edits)


@given(edited())
def test_the_inverse_gives_the_old_text(case):
    """Character by character, so byte by byte."""
    text, edits = case
    assert apply(apply(text, edits), inverse(text, edits)) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [((0, 2), (1, 3)), ((0, 3), (1, 2)), ((1, 2), (1, 2)), ((1, 1), (1, 1)), ((0, 2), (1, 1))],
)
def test_edits_that_overlap_are_refused_in_any_order(one, other):
    """So are two that put something in at one place: which would come first?"""
    edits = [Edit(*one, "x"), Edit(*other, "y")]
    for several in (edits, edits[::-1]):
        with pytest.raises(ValueError, match="overlaps another one"):
            apply("abcd", several)


def test_edits_that_touch_are_none_that_overlap():
    """What is put in before a stretch, the stretch, and what is put in after it."""
    edits = [Edit(1, 1, "<"), Edit(1, 2, "B"), Edit(2, 2, ">")]
    assert apply("abc", edits) == "a<B>c"


@pytest.mark.parametrize("place", [(-1, 0), (2, 1), (0, 4), (5, 5)])
def test_an_edit_beyond_the_text_is_refused(place):
    """A text that is not the one the offsets are of is never cut somewhere."""
    with pytest.raises(ValueError, match="not within a text of 3 characters"):
        apply("abc", [Edit(*place, "")])
