"""The share of the disappointed and what fixes change: every way of working it out agrees."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cjm
from cjm.analysis import crowd as crowds
from cjm.analysis.endings import disappointed_share
from cjm.analysis.generating import Totals, schedule_of
from cjm.journey import Journey, Persona, PersonaScores, Touchpoint, Transition


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Small journeys with loops of every kind, 30 % leaving everywhere."""
    count = draw(st.integers(1, 6))
    points = []
    for n in range(count):
        targets = draw(st.sets(st.integers(0, count - 1), max_size=3))
        ways = tuple(Transition(f"t{to}", 0.7 / len(targets)) for to in sorted(targets))
        lived = draw(st.sampled_from([3, 4.5, 5, 5, 6, 9]))
        points.append(Touchpoint(f"t{n}", expectation=5, experience=lived, next=ways))
    return Journey("j", tuple(points))


def totals(journey: Journey) -> tuple[Totals, list[int]]:
    analysis = cjm.analyze(journey)
    units = analysis.scores.units
    step = math.gcd(*units) or 1
    schedule = schedule_of(analysis.chain)
    assert schedule is not None
    losing = [f.place for f in analysis.touchpoints if units[f.place] < 0 and f.visits]
    return Totals(schedule, [u // step for u in units]), losing


def pushed(journey: Journey, without: int | None = None) -> float:
    """By probability mass pushed through states, however many they are."""
    analysis = cjm.analyze(journey)
    units = list(analysis.scores.units)
    if without is not None:
        units[without] = 0
    found = disappointed_share(analysis.chain, units, most_states=3_000_000)
    assert found is not None
    return found[0]


@settings(max_examples=25, deadline=None)
@given(journeys(), st.booleans())
def test_the_generating_function_gives_what_pushing_gives(journey: Journey, together: bool) -> None:
    """The share, and each change by a visit that no longer counts; with NumPy and without."""
    inverted, losing = totals(journey)
    share = inverted.share(together)
    changes = inverted.changes(losing, together)
    before = pushed(journey)
    assume(share is not None and changes is not None)
    assert share == pytest.approx(before, abs=3e-9)
    for place, change in zip(losing, changes or [], strict=True):
        assert change == pytest.approx(pushed(journey, place) - before, abs=4e-9)


def winding(count: int = 10) -> Journey:
    """Touchpoints in one component where totals rise and fall: states are very many."""
    points = []
    for n in range(count):
        ways = {(n + 1) % count, (n * 7 + 3) % count, (n * 5 + 1) % count}
        lived = (3, 7, 6, 4, 5)[n * 3 % 5]
        moves = tuple(Transition(f"t{to}", 0.8 / len(ways)) for to in sorted(ways))
        points.append(Touchpoint(f"t{n}", expectation=5, experience=lived, next=moves))
    return Journey("winding", tuple(points))


def test_a_share_in_one_component_is_exact() -> None:
    """Where pushing would look at far more states, and its fixes are, too."""
    analysis = cjm.analyze(winding())
    units = analysis.scores.units
    assert disappointed_share(analysis.chain, units, crowds.MOST_STATES) is None
    assert analysis.disappointed is not None
    assert analysis.disappointed.exact
    assert analysis.disappointed.share == pytest.approx(pushed(winding()), abs=3e-9)
    for figures in analysis.touchpoints:
        if figures.fix:
            change = pushed(winding(), figures.place) - pushed(winding())
            assert figures.fix.disappointed == pytest.approx(change, abs=4e-9)


def crowded(personas: int) -> Journey:
    """A winding journey whose personas differ in sums that share no coarse lattice."""
    points = []
    for n, point in enumerate(winding(30).touchpoints):
        own = tuple(
            PersonaScores(f"p{k}", 5, 5 + (n * 7919 % 31 - 15) / 10 + (k + n) * 1.37e-7)
            for k in range(personas)
        )
        points.append(Touchpoint(point.id, by_persona=own, next=point.next))
    people = tuple(Persona(f"p{k}", share=1 / personas) for k in range(personas))
    return Journey("crowded", tuple(points), personas=people)


def test_many_personas_share_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Together they walk no further than eight do, and no customer is kept."""
    from cjm.analysis import simulation

    steps = []
    real = simulation._Crowd.walks
    monkeypatch.setattr(simulation, "STEPS", 40_000)
    monkeypatch.setattr(
        simulation._Crowd, "walks", lambda self: steps.append(self.steps) or real(self)
    )
    analysis = cjm.analyze(crowded(16))
    assert analysis.disappointed is not None
    assert not analysis.disappointed.exact
    assert len(steps) == 16
    assert sum(steps) < 9 * 40_000
    for persona in analysis.personas:
        held = vars(persona._crowd).get("_walked")
        assert held is not None
        assert not any(hasattr(part, "totals") for part in held)
