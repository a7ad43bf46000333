"""Which touchpoint of one state is which of the other: by id, by title, by how alike they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.compare.matching import LEAST, matching
from cjm.compare.order import moved
from cjm.compare.similarity import profiles, similarity
from cjm.testing.strategies import journeys

ROOT = Path(__file__).parents[2]
EXAMPLES = [cjm.load(ROOT / f"journeys/{name}.yaml") for name in ("business-taxi", "eco-hotel")]


def journey(**points):
    """A journey of touchpoints by their ids."""
    return cjm.Journey("j", points)


def with_id(journey, old, new, **changes):
    """The journey with another id, and other fields, at one touchpoint."""
    data = cjm.to_dict(journey)
    points = {}
    for id, point in data["touchpoints"].items():
        way = point.get("next")
        if isinstance(way, str):
            way = {way: 1}
        if way:
            point = {**point, "next": {new if to == old else to: p for to, p in way.items()}}
        points[new if id == old else id] = {**point, **changes} if id == old else point
    left = {k: v for k, v in data.items() if k not in ("improvements", "waivers", "start")}
    return cjm.from_dict({**left, "touchpoints": points})


def test_the_same_id_is_the_same_touchpoint_whatever_its_title():
    """An id is a promise."""
    found = matching(journey(a={"title": "Queue"}), journey(a={"title": "Desk"}), {})
    assert (found.after, found.similarity) == ({"a": "a"}, {})


def test_a_title_that_nobody_else_has_is_enough():
    """However else the two differ; of two with one title nobody can tell."""
    old = journey(a={"title": "Queue", "stage": "x"}, b={"next": "a"})
    new = journey(z={"title": "Queue", "channel": "y"}, b=None)
    found = matching(old, new, {})
    assert found.after == {"a": "z", "b": "b"}
    assert found.similarity["z"] < LEAST
    twice = journey(z={"title": "Queue"}, y={"title": "Queue"}, b=None)
    assert matching(old, twice, {}).after == {"b": "b"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda journey: journey.id)
def test_a_new_id_and_a_new_last_word_of_the_title_are_seen_through(example):
    """At every touchpoint of the example whose title has several words."""
    for point in example.touchpoints:
        *words, _ = point.title.split(" ")
        if len(words) < 2:
            continue
        other = with_id(example, point.id, "new-id", title=" ".join((*words, "иначе")))
        assert matching(example, other, {}).after[point.id] == "new-id"


def test_the_user_has_the_last_word():
    """Also where the ids say otherwise: what loses its id is gone, or new."""
    old, new = journey(a={"title": "Queue"}, b=None), journey(a={"title": "Queue"}, c=None)
    assert matching(old, new, {"a": "c"}).after == {"a": "c"}
    assert matching(old, new, {"b": "a"}).after == {"b": "a"}
    assert matching(old, new, {"a": "nosuch"}).after == {"a": "a"}


def test_one_that_is_barely_ahead_of_the_next_stays_unmatched():
    """Nobody can tell which of the two it is."""
    old = journey(a={"title": "Pay at the desk", "stage": "x"})
    new = journey(
        b={"title": "Pay at the desk 1", "stage": "x"},
        c={"title": "Pay at the desk 2", "stage": "x"},
    )
    assert matching(old, new, {}).after == {}


def test_the_formula_is_the_one_that_is_published():
    """By hand: title ⅔ alike, the same stage, other channels, half of what comes next."""
    one = journey(
        a={"title": "abc", "stage": "s", "channel": "x", "next": ["b", "c"]}, b=None, c=None
    )
    other = journey(
        z={"title": "abd", "stage": "s", "channel": "y", "next": ["b"], "pains": "slow"},
        b=None,
    )
    expected = (3 * 2 / 3 + 1 + 0 + 2 * 1 / 2 + 1 * 0) / (3 + 1 + 1 + 2 + 1)
    assert similarity(profiles(one)["a"], profiles(other)["z"]) == pytest.approx(expected)


@settings(max_examples=15)
@given(journeys(), journeys())
def test_both_directions_agree(one, other):
    """On which are the same, how alike they are, and how alike any two are."""
    there, back = matching(one, other, {}), matching(other, one, {})
    assert there.after == back.before
    assert there.before == back.after
    assert {there.before[id]: alike for id, alike in there.similarity.items()} == back.similarity
    for here in profiles(one).values():
        for far in profiles(other).values():
            assert similarity(here, far) == similarity(far, here)
            assert similarity(here, far, 0.65) in (0, similarity(here, far))
        assert similarity(here, here) == 1


@given(st.permutations("abcdefg"), st.permutations("abcdefg"))
def test_the_fewest_have_moved_and_both_directions_agree_on_which(before, after):
    """Without them the others stand in one order."""
    away = moved(before, after)
    assert [id for id in before if id not in away] == [id for id in after if id not in away]
    assert moved(after, before) == away
    assert (len(away) == 0) == (before == after)


def test_one_that_was_taken_to_the_end_is_the_one_that_moved():
    """Not the six that it passed."""
    assert moved("abcdefg", "bcdefga") == {"a"}
