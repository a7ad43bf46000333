"""The share of the disappointed and what fixes change: every way of working it out agrees."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from forgetting import forget
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cjm
from cjm.analysis import crowd as crowds
from cjm.analysis.endings import disappointed_share
from cjm.analysis.generating import Totals
from cjm.analysis.weighted_chain import schedule_of
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


@pytest.fixture
def few_steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, int], None]]:
    """A limit of the simulation is another for one test; what was walked so is not kept."""
    from cjm.analysis import simulation

    forget()
    yield lambda name, value: monkeypatch.setattr(simulation, name, value)
    forget()


def test_customers_of_one_content_walk_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check, a picture and a page read one text each by itself."""
    from cjm.analysis import simulation

    runs = []
    real = simulation.simulate
    monkeypatch.setattr(
        simulation, "simulate", lambda *of, **more: runs.append(of) or real(*of, **more)
    )
    forget()
    first, second = cjm.analyze(crowded(1)), cjm.analyze(crowded(1))
    assert first.disappointed is not None
    assert not first.disappointed.exact
    assert second.disappointed == first.disappointed
    assert second.fixes == first.fixes
    assert len(runs) == 1
    point, *others = crowded(1).touchpoints
    worse = replace(point, by_persona=(PersonaScores("p0", 5, 0.1234567),))
    other = cjm.analyze(replace(crowded(1), touchpoints=(worse, *others)))
    assert other.disappointed != first.disappointed
    assert len(runs) == 2


def test_many_personas_share_the_work(
    few_steps: Callable[[str, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Together they walk no further than eight do, and no analysis keeps a customer."""
    from cjm.analysis import simulation

    steps = []
    real = simulation.simulate

    def simulate(*args: Any, **options: Any) -> simulation.Walks:
        walks = real(*args, **options)
        steps.append(walks.steps)
        return walks

    few_steps("STEPS", 40_000)
    monkeypatch.setattr(simulation, "simulate", simulate)
    analysis = cjm.analyze(crowded(16))
    assert analysis.disappointed is not None
    assert not analysis.disappointed.exact
    assert len(steps) == 16
    assert sum(steps) < 9 * 40_000
    for persona in analysis.personas:
        held = vars(persona._crowd).get("_walked")
        assert held is not None
        assert not any(hasattr(part, "totals") for part in held)


def leaking(leak: float, personas: int = 0) -> Journey:
    """A loop of gaps on no common lattice that hardly anybody leaves, in the largest numbers."""
    points = []
    for n in range(7):
        ways = {f"t{(n + 1) % 7}": 0.6 * (1 - leak), f"t{(n + 3) % 7}": 0.4 * (1 - leak)}
        moves = tuple(Transition(to, share) for to, share in {**ways, "end": leak}.items())
        lived = (-1) ** n * (1e12 / 7 - 1e9 * n)
        own = tuple(PersonaScores(f"p{k}", 0, lived + k / 3) for k in range(personas))
        points.append(
            Touchpoint(f"t{n}", expectation=0, experience=lived, by_persona=own, next=moves)
        )
    end = Touchpoint("end", expectation=0, experience=1, outcome="success")
    people = tuple(Persona(f"p{k}", share=1 / personas) for k in range(personas))
    return Journey("leaking", (*points, end), scale=(-1e12, 1e12), personas=people)


@pytest.mark.parametrize("personas", [0, 3, 40])
@pytest.mark.parametrize("leak", [1e-3, 1e-6, 1e-9])
def test_hardly_leaking_loops_are_walked_within_a_count_of_steps(
    leak: float, personas: int, few_steps: Callable[[str, int], None]
) -> None:
    """However far each customer would go, however large the numbers; the error tells the rest."""
    from cjm.analysis import simulation

    most = 40_000
    few_steps("MOST_STEPS", most)
    few_steps("STEPS", 4_000)
    analysis = cjm.analyze(leaking(leak, personas))
    found, crowd = analysis.disappointed, analysis._crowd
    assert found is not None
    assert crowd is not None
    assert analysis.fixes
    parts = [part for _, part in crowd.parts] or [crowd]
    walked = [vars(part)["_walked"].steps for part in parts]
    assert sum(walked) <= most * (1 + 1 / simulation.AT_LEAST)
    assert found.standard_error is not None
    assert found.standard_error > 0.001
    if leak < 1e-6:
        assert found.standard_error == 1
    again = cjm.analyze(leaking(leak, personas))
    assert (again.disappointed, again.fixes) == (found, analysis.fixes)


def test_no_few_customers_prove_that_nobody_is_disappointed() -> None:
    """Of 40 without a negative total, a fair share of customers may still have one."""
    from cjm.analysis.simulation import ENOUGH, Walks

    few = Walks([30, 10], [1, 0], [], None, 0, 40).disappointed
    assert few.share == 0
    assert few.standard_error == pytest.approx(0.0314, abs=1e-4)
    many = Walks([ENOUGH], [1], [], None, 0, ENOUGH).disappointed
    assert many.standard_error == 0


def test_what_a_share_took_does_not_hang_on_what_was_asked_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A plan stops after so much work, whatever a page was told of the same customers before."""
    monkeypatch.setattr(crowds, "FEW_STATES", 1)
    loop = (Transition("a", 0.3), Transition("b", 0.4))
    points = (
        Touchpoint("a", expectation=5, experience=3, next=loop),
        Touchpoint("b", expectation=5, experience=6, next=loop),
    )
    forget()
    fresh = cjm.analyze(Journey("j", points))
    assert fresh.disappointed is not None
    work = fresh.work
    forget()
    asked = cjm.analyze(Journey("j", points))
    assert asked.disappointed == fresh.disappointed
    assert asked.fixes
    assert asked.work == work
    forget()
