"""Alignments on random journeys and paths, against listing every walk and every step."""

from __future__ import annotations

from brute_alignments import PASSED_OVER, PUT_IN, Plan, fewest_edits, preferred
from hypothesis import assume, given
from hypothesis import strategies as st
from proof_settings import many

from cjm.analysis.conformance import align, planned_of
from cjm.journey import Journey, Start, Touchpoint, Transition

FOREIGN = 9
"""A touchpoint that no plan has."""


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to four touchpoints with up to two ways each, loops and dead ends among them."""
    n = draw(st.integers(1, 4))
    places = st.integers(0, n - 1)
    few = st.sets(places, max_size=2).map(sorted).map(tuple)
    ways = tuple(draw(few) for _ in range(n))
    starts = tuple(sorted(draw(st.sets(places, min_size=1, max_size=2))))
    loses = draw(st.lists(st.booleans(), min_size=n, max_size=n))
    return Plan(ways, starts, tuple(not w or lost for w, lost in zip(ways, loses, strict=True)))


def journey_of(plan: Plan) -> Journey:
    """The plan as a journey: drop-off where a walk may end before an exit."""

    def point(place: int, ways: tuple[int, ...]) -> Touchpoint:
        share = (0.5 if plan.may_end[place] else 1) / max(1, len(ways))
        return Touchpoint(str(place), next=[Transition(str(to), share) for to in ways])

    return Journey(
        "small",
        [point(place, ways) for place, ways in enumerate(plan.ways)],
        start=[Start(str(place), 1 / len(plan.starts)) for place in plan.starts],
    )


paths = st.lists(st.sampled_from([0, 1, 2, 3, FOREIGN]), min_size=1, max_size=4)


@many
@given(plans(), paths)
def test_edits_are_the_distance_to_the_nearest_planned_walk(plan: Plan, path: list[int]) -> None:
    """Of all walks from a start along transitions to a touchpoint that may end."""
    found = align(planned_of(journey_of(plan)), [str(place) for place in path])
    assert (found and found.edits) == fewest_edits(plan, path)


@many
@given(plans(), paths)
def test_the_preferred_of_equally_cheap_alignments_is_taken(plan: Plan, path: list[int]) -> None:
    """Fewest passed over; followed before put in before passed over; earlier in the file."""
    found = align(planned_of(journey_of(plan)), [str(place) for place in path])
    assume(found is not None)
    assert found is not None
    steps = preferred(plan, path, found.edits)
    assert found.put_in == tuple(str(place) for kind, place in steps if kind == PUT_IN)
    assert found.passed_over == tuple(str(place) for kind, place in steps if kind == PASSED_OVER)
    assert found.walk == tuple(str(place) for kind, place in steps if kind != PASSED_OVER)


@many
@given(plans(), paths)
def test_a_case_that_may_not_be_over_may_end_anywhere(plan: Plan, path: list[int]) -> None:
    """It is aligned as if every touchpoint had drop-off."""
    anywhere = Plan(plan.ways, plan.starts, (True,) * len(plan.ways))
    found = align(planned_of(journey_of(plan)), [str(place) for place in path], open=True)
    assert found is not None
    assert found.edits == fewest_edits(anywhere, path)


def test_what_is_not_planned_is_not_walked() -> None:
    """A transition of probability 0, and a start of share 0, are in no walk."""
    journey = Journey(
        "zero",
        [Touchpoint("a", next={"b": 1, "c": 0}), Touchpoint("b"), Touchpoint("c")],
        start={"a": 1, "c": 0},
    )
    planned = planned_of(journey)
    assert align(planned, ("a", "c")).edits == 2
    assert align(planned, ("c",)).edits == 3
    assert planned.shortest == 2


def test_without_a_way_to_an_end_nothing_can_be_aligned() -> None:
    """Two touchpoints that lead to each other only."""
    planned = planned_of(Journey("trap", [Touchpoint("a", next="b"), Touchpoint("b", next="a")]))
    assert planned.shortest is None
    assert align(planned, ("a", "b")) is None


def test_of_equally_many_edits_those_with_fewer_passed_over_are_taken() -> None:
    """Though another way follows its first event: e, f and g passed over against v put in."""
    journey = Journey(
        "pair",
        [Touchpoint("e"), Touchpoint("v", next="f"), Touchpoint("f", next="g"), Touchpoint("g")],
        start=["e", "v"],
    )
    found = align(planned_of(journey), ("e", "f", "g"))
    assert (found.walk, found.put_in, found.passed_over) == (("v", "f", "g"), ("v",), ("e",))
