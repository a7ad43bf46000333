"""Moves: places of an earlier version of a text in a later one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cjm.edits import Edit, apply
from cjm.lsp.moves import difference, moved, moved_back, touched

TEXTS = st.text(st.sampled_from("ab\n"), max_size=12)


@given(TEXTS, TEXTS)
def test_the_difference_of_two_texts_makes_one_of_the_other(before, after):
    """It covers nothing that both begin or end with."""
    edits = difference(before, after)
    assert apply(before, edits) == after
    for start, end, text in edits:
        gone = before[start:end]
        assert not (gone and text and (gone[0] == text[0] or gone[-1] == text[-1]))


@given(TEXTS, TEXTS, TEXTS)
def test_a_stretch_that_no_edit_changed_says_the_same_after_them(one, two, three):
    """Over two edits in a row, as an editor sends them; what is inside leads back."""
    edits = (*difference(one, two), *difference(two, three))
    for start in range(len(one)):
        for end in range(start + 1, len(one) + 1):
            if (after := moved(start, end, edits)) is not None:
                assert three[slice(*after)] == one[start:end]
                inside = after[0] + 1
                assert moved_back(inside, edits) == start + 1


def test_what_edits_made_is_told_where_it_is_after_the_last():
    """The second edit stands before the first: what the first put in is three signs further on."""
    edits = (Edit(4, 5, "XX"), Edit(0, 0, "new"))
    assert touched(edits) == ((7, 9), (0, 3))


def test_an_edit_within_what_an_earlier_one_made_grows_it():
    """Typing: each letter lies at the end of what was typed before."""
    assert touched((Edit(2, 2, "a"), Edit(3, 3, "b"))) == ((2, 3), (3, 4))
    assert touched((Edit(2, 2, "ab"), Edit(3, 3, "c")))[0] == (2, 5)
