"""Merging: what two people made of one text, put together field by field."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cjm.errors import UsageError
from cjm.studio.merging import merged

BEFORE = dedent(
    """\
    cjm: 1
    title: Tea  # of the house
    touchpoints:
      order:
        title: Order
        expectation: 8
        experience: 3
        next: drink

      drink:
        title: Drink
        expectation: 7
        experience: 7
        outcome: success
    """
)


def changed(*pairs):
    """The text with stretches of it replaced."""
    text = BEFORE
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


ORDER = ("experience: 3", "experience: 5")


def test_changes_of_different_fields_are_put_together():
    """Comments of both stay."""
    theirs = changed(("title: Drink", "title: Drink it  # hot"))
    mine = changed(ORDER, ("  order:", "  # at the counter\n  order:"))
    both = merged(BEFORE, theirs, mine)
    assert both == (
        changed(
            ("title: Drink", "title: Drink it  # hot"), ORDER,
            ("  order:", "  # at the counter\n  order:"),
        ),
        (),
    )  # fmt: skip


def test_changes_of_neighbouring_lines_are_put_together_by_field():
    """Lines that touch are no reason to ask: the fields are different ones."""
    theirs = changed(("expectation: 8", "expectation: 9  # they say"))
    both = merged(BEFORE, theirs, changed(ORDER))
    assert both.text == changed(("expectation: 8", "expectation: 9  # they say"), ORDER)
    assert both.conflicts == ()


def test_the_same_field_is_a_conflict():
    """With all three values; what else I changed stands in their text."""
    theirs = changed(("experience: 3", "experience: 4"))
    mine = changed(ORDER, ("title: Drink", "title: Drink it"))
    both = merged(BEFORE, theirs, mine)
    assert both.to_dict() == {
        "text": changed(("experience: 3", "experience: 4"), ("title: Drink", "title: Drink it")),
        "conflicts": [
            {
                "route": ["touchpoints", "order", "experience"],
                "before": 3,
                "theirs": 4,
                "mine": 5,
            }
        ],
    }


def test_the_same_change_is_none():
    """Both wrote the same value: there is nothing to ask."""
    theirs = changed(ORDER, ("title: Tea", "title: Coffee"))
    assert merged(BEFORE, theirs, changed(ORDER)) == (theirs, ())


def test_a_touchpoint_that_is_gone_is_told():
    """What I changed of it, and that they have none."""
    gone = BEFORE[: BEFORE.index("\n  drink:")].replace("    next: drink\n", "") + "\n"
    both = merged(BEFORE, gone, changed(("title: Drink", "title: Drink it")))
    (conflict,) = both.to_dict()["conflicts"]
    assert conflict["route"] == ["touchpoints", "drink"]
    assert "theirs" not in conflict
    assert conflict["before"]["title"] == "Drink"
    assert conflict["mine"]["title"] == "Drink it"
    assert both.text == gone


def test_fields_that_both_began_stand_side_by_side():
    """And an entry that I took out goes out of their text."""
    theirs = changed(("title: Drink", "title: Drink\n    owner: bar"))
    mine = changed(
        ("title: Drink", "title: Drink\n    emotions: [calm]"), ("    next: drink\n", "")
    )
    both = merged(BEFORE, theirs, mine)
    assert both.conflicts == ()
    assert "    title: Drink\n    owner: bar\n" in both.text
    assert "    emotions: [calm]\n" in both.text
    assert "next" not in both.text


def test_a_broken_text_is_not_merged():
    """Nobody knows what it changes."""
    with pytest.raises(UsageError, match="has faults"):
        merged(BEFORE, BEFORE + "oops: [\n", changed(ORDER))
