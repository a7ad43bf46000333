"""Stages and transitions: who meets them, and what they add."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

import cjm
from cjm.journey import Journey, Touchpoint, Transition, seconds
from cjm.testing.strategies import journeys


def kept(journey: Journey, stage: str | None) -> Journey:
    """The same journey where everybody stays and ends at the first touchpoint of a stage."""
    points = (replace(p, next=()) if p.stage == stage else p for p in journey.touchpoints)
    return replace(journey, touchpoints=tuple(points))


@settings(max_examples=80, deadline=None)
@given(journeys(stages=True))
def test_a_stage_is_reached_by_those_who_meet_any_of_its_touchpoints(journey: Journey) -> None:
    """As many as end there, where everybody who comes stays; visits and impacts are sums."""
    analysis = cjm.analyze(journey)
    assume(analysis.obstacle is None)
    for stage in analysis.stages:
        ended = cjm.analyze(kept(journey, stage.id))
        own = [p.id for p in journey.touchpoints if p.stage == stage.id]
        assert stage.reach == pytest.approx(sum(ended[id].visits or 0 for id in own), abs=1e-9)
        assert stage.visits == pytest.approx(sum(analysis[id].visits or 0 for id in own))
        met = [analysis[id].impact for id in own if analysis[id].visits]
        impacts = [impact for impact in met if impact is not None]
        assert stage.impact == (pytest.approx(sum(impacts)) if impacts else None)
    assert {s.id for s in analysis.stages} == {p.stage for p in journey.touchpoints}
    parts = [s.impact for s in analysis.stages if s.impact is not None]
    assert analysis.balance == (pytest.approx(sum(parts), abs=1e-9) if parts else None)


@settings(max_examples=40, deadline=None)
@given(journeys(stages=True))
def test_what_flows_out_of_a_touchpoint_is_what_does_not_end_there(journey: Journey) -> None:
    """Σ flow out = visits − ends, Σ flow in = visits − starts."""
    analysis = cjm.analyze(journey)
    assume(analysis.obstacle is None)
    for figures in analysis.touchpoints:
        out = sum(w.flow or 0 for w in analysis.transitions if w.source == figures.id)
        coming = sum(w.flow or 0 for w in analysis.transitions if w.target == figures.id)
        visits = figures.visits or 0.0
        ended = visits if not journey[figures.id].next else figures.drop_off
        assert out == pytest.approx(visits - (ended or 0), abs=1e-9)
        start = sum(s.share for s in journey.start if s.touchpoint == figures.id)
        assert coming == pytest.approx(visits - start, abs=1e-9)


def test_a_trap_leaves_no_figures_of_stages_and_transitions() -> None:
    """None, and the probabilities as they are."""
    points = (
        Touchpoint("a", stage="s", next=(Transition("b", 1),)),
        Touchpoint("b", next=(Transition("a", 1),)),
    )
    analysis = cjm.analyze(Journey("j", points))
    assert analysis.obstacle == "trap"
    assert [(s.id, s.visits, s.reach, s.impact) for s in analysis.stages] == [
        ("s", None, None, None),
        (None, None, None, None),
    ]
    assert [(w.probability, w.flow) for w in analysis.transitions] == [(1, None), (1, None)]


@pytest.mark.parametrize(
    ("written", "counted"), [("30 s", 30), ("15 min", 900), ("1.5h", 5400), ("soon", None)]
)
def test_a_wait_is_counted_in_seconds(written: str, counted: float | None) -> None:
    """None where it is no duration."""
    assert seconds(written) == counted
