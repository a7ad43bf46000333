"""Who can get where: against walks enumerated by brute force on small random journeys."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

from cjm.analysis import analyze
from cjm.journey import Journey, Touchpoint, Transition, probabilities
from cjm.testing.strategies import journeys


def steps(journey: Journey) -> dict[str, list[str]]:
    """Where some customer goes from each touchpoint: transitions of a probability above 0."""
    return {
        p.id: [t.to for t, q in zip(p.next, probabilities(p.next), strict=True) if q > 0]
        for p in journey.touchpoints
    }


def reach(journey: Journey, first: str) -> set[str]:
    """Everything some walk of at most as many steps as there are touchpoints meets."""
    found, ways = {first}, steps(journey)
    for _ in journey.touchpoints:
        found |= {to for id in found for to in ways[id]}
    return found


@settings(max_examples=120)
@given(journeys())
def test_reachable_is_what_some_walk_from_a_start_meets(journey):
    """A start nobody enters at and a transition nobody takes lead nowhere."""
    expected = set().union(*(reach(journey, s.touchpoint) for s in journey.start if s.share > 0))
    assert analyze(journey).reachable == expected


@settings(max_examples=120)
@given(journeys())
def test_leading_out_is_what_some_walk_brings_to_an_exit(journey):
    """A touchpoint leads out where some walk from it meets an exit."""
    exits = {p.id for p in journey.touchpoints if not p.next}
    expected = {p.id for p in journey.touchpoints if reach(journey, p.id) & exits}
    assert analyze(journey).leading_out == expected


@settings(max_examples=120)
@given(journeys())
def test_traps_are_the_smallest_sets_that_nobody_leaves(journey):
    """Among all sets of touchpoints: entered, closed, without exit or drop-off, none smaller."""
    analysis = analyze(journey)
    ways = steps(journey)
    closed = []
    for size in range(1, len(journey.touchpoints) + 1):
        for members in map(set, combinations(ways, size)):
            if any(trap <= members for trap in closed):
                continue
            stays = all(
                ways[m]
                and set(ways[m]) <= members
                and sum(probabilities(journey[m].next)) > 1 - 1e-6
                for m in members
            )
            if stays and members <= analysis.reachable:
                closed.append(members)
    assert sorted(map(sorted, analysis.traps)) == sorted(map(sorted, closed))
    assert len(analysis.traps) == len(set(analysis.traps))


@settings(max_examples=120)
@given(journeys())
def test_who_leaves_is_what_the_probabilities_leave(journey):
    """d(u) = 1 − Σp where there are transitions, 0 at an exit."""
    for point, got in zip(journey.touchpoints, analyze(journey).touchpoints, strict=True):
        left = 1 - sum(probabilities(point.next)) if point.next else 0
        assert got.id == point.id
        assert got.leaving == pytest.approx(left, abs=1e-8)
        assert got.leaving >= 0


def journey(**ways: dict[str, float | None]) -> Journey:
    """A journey of touchpoints with their transitions."""
    return Journey(
        "x",
        tuple(
            Touchpoint(id, next=tuple(Transition(to, p) for to, p in next.items()))
            for id, next in ways.items()
        ),
    )


@pytest.mark.parametrize(
    ("ways", "reachable", "leading_out", "traps"),
    [
        ({"a": {}}, "a", "a", []),
        ({"a": {"b": 1}, "b": {}}, "ab", "ab", []),
        ({"a": {"b": 0}, "b": {}}, "a", "b", []),
        ({"a": {"a": 1}}, "a", "", ["a"]),
        ({"a": {"a": 0.9}}, "a", "", []),
        ({"a": {"b": 1}, "b": {"a": 1}}, "ab", "", ["ab"]),
        ({"a": {"b": 1}, "b": {"a": 1, "c": 0}, "c": {}}, "ab", "c", ["ab"]),
        ({"a": {"b": 1}, "b": {"a": 0.5, "c": 0.5}, "c": {}}, "abc", "abc", []),
        ({"a": {"b": None, "c": None}, "b": {"b": 1}, "c": {"c": 1}}, "abc", "", ["b", "c"]),
        ({"a": {}, "b": {"b": 1}}, "a", "a", []),
        ({"a": {"b": 1}, "b": {"b": 0.9999995}}, "ab", "", ["b"]),
        ({"a": {"b": 1}, "b": {"b": 0.99999}}, "ab", "", []),
    ],
)
def test_small_graphs_by_hand(ways, reachable, leading_out, traps):
    """What can be reached, what leads out, and the traps of graphs one can see through."""
    analysis = analyze(journey(**ways))
    assert analysis.reachable == set(reachable)
    assert analysis.leading_out == set(leading_out)
    assert sorted(analysis.traps, key=sorted) == [set(trap) for trap in traps]


def test_the_graph_keeps_the_order_of_the_file():
    """Touchpoints and transitions come in file order, with their probabilities filled in."""
    graph = analyze(journey(b={"a": None, "c": 0.2}, a={}, c={"b": 0.5})).graph
    assert list(graph) == ["b", "a", "c"]
    assert [(u, v, pytest.approx(p)) for u, v, p in graph.edges(data="probability")] == [
        ("b", "a", 0.8),
        ("b", "c", 0.2),
        ("c", "b", 0.5),
    ]


def test_long_journeys_do_not_overflow_the_stack():
    """20 000 touchpoints in a row and back are one trap."""
    ids = [f"p{n}" for n in range(20_000)]
    points = tuple(
        Touchpoint(id, next=(Transition(to),))
        for id, to in zip(ids, [*ids[1:], ids[0]], strict=True)
    )
    analysis = analyze(Journey("x", points))
    assert analysis.traps == (frozenset(ids),)
    assert analysis.leading_out == frozenset()
