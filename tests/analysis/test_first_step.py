"""The first step against the frontier of a plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cjm
from cjm.analysis.first_step import first_step
from cjm.journey import Improvement, Journey, Lift, Touchpoint, Transition


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Two touchpoints and a loop, up to five improvements whose costs and gains tie."""
    scores = [draw(st.integers(0, 20)) / 2 for _ in range(2)]
    ways = ((Transition("b", 0.7), Transition("a", 0.2)), ())
    points = tuple(
        Touchpoint(id, expectation=6, experience=b, next=way)
        for id, b, way in zip("ab", scores, ways, strict=True)
    )
    improvements = tuple(
        Improvement(
            f"i{n}",
            lifts=tuple(
                Lift(id, draw(st.sampled_from([0, 0.5, 3])))
                for id in draw(st.sampled_from(["a", "b", "ab"]))
            ),
            cost=draw(st.sampled_from([0, 1, 1, 2.5])),
        )
        for n in range(draw(st.integers(0, 5)))
    )
    return Journey("j", points, improvements=improvements)


@given(journeys())
def test_the_first_step_begins_the_frontier(journey: Journey) -> None:
    """It costs what the first efficient set costs that does something, and reaches its balance."""
    analysis = cjm.analyze(journey)
    step, before = first_step(analysis), analysis.balance or 0.0
    better = [p for p in cjm.plan(journey).frontier if p.value > before + 1e-9]
    if step is None:
        assert not better
        return
    assert sum(i.cost for i in step.improvements) == pytest.approx(better[0].cost)
    assert step.balance == pytest.approx(better[0].value, abs=1e-9)


def journey_of(*improvements: Improvement) -> Journey:
    """One touchpoint two points below expectation."""
    return Journey("j", (Touchpoint("a", expectation=8, experience=6),), improvements=improvements)


def test_equal_steps_are_all_told() -> None:
    """Same cost, same balance: neither is the first."""
    steps = (Improvement("x", lifts={"a": 1}, cost=2), Improvement("y", lifts={"a": 1}, cost=2))
    step = first_step(cjm.analyze(journey_of(*steps, Improvement("z", lifts={"a": 3}, cost=9))))
    assert step is not None
    assert [i.id for i in (*step.improvements, *step.equal)] == ["x", "y"]
    assert step.balance == -1


def test_what_is_free_is_done_together() -> None:
    """But nothing that adds nothing to the rest."""
    free = [Improvement(id, lifts={"a": n}, cost=0) for id, n in (("x", 1), ("y", 3), ("z", 4))]
    step = first_step(cjm.analyze(journey_of(*free)))
    assert step is not None
    assert [i.id for i in step.improvements] == ["x", "y"]
    assert step.balance == 2


@pytest.mark.parametrize("phase", ["act", "plan"])
def test_no_step_where_nothing_helps(phase: str) -> None:
    """What is done already is in the scores, and a touchpoint at the top cannot rise."""
    experience = 6 if phase == "act" else 10
    point = Touchpoint("a", expectation=8, experience=experience)
    done = Improvement("x", lifts={"a": 1}, phase=phase)
    assert first_step(cjm.analyze(Journey("j", (point,), improvements=(done,)))) is None
