"""Figures of personas, and of the journey they share, against their own plain numbers."""

from __future__ import annotations

from dataclasses import replace

import brute_flow as brute
import brute_walks as walks
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_journey import Plain, plain
from proof_settings import many

import cjm
from cjm.journey import Journey, Persona, PersonaScores, Touchpoint
from cjm.testing.strategies import journeys

drawn = journeys(personas=True)


def versions(journey: Journey) -> dict[str, Plain]:
    return {persona.id: plain(journey, persona.id) for persona in journey.personas}


def ended(numbers: Plain) -> walks.Endings:
    """How customers end; examples where they walk for too long are passed over."""
    found = walks.endings(numbers)
    assume(found is not None)
    assert found is not None
    return found


@many
@given(drawn)
def test_a_persona_has_every_figure_with_its_own_scores(journey: Journey) -> None:
    """Gaps, levels, impacts, balance, reasons, paths and loops are those of its own scores."""
    for persona, numbers in versions(journey).items():
        analysis = cjm.analyze(journey, persona)
        gaps = [None if c is None else pytest.approx(float(c)) for c in numbers.gaps]
        assert [figures.gap for figures in analysis.touchpoints] == gaps
        assert [list(f.moment_of_truth) for f in analysis.touchpoints] == brute.reasons(numbers)
        ids = [p.id for p in journey.touchpoints]
        found = [loop.touchpoints for loop in analysis.loops]
        assert found == [tuple(ids[v] for v in loop) for loop in walks.loops(numbers)]
        worst = walks.worst_path(numbers)
        assert (analysis.worst_path and analysis.worst_path.touchpoints) == (
            worst and tuple(ids[v] for v in worst)
        )
        if not brute.trapped(numbers):
            balance = float(sum(i or 0 for i in brute.impacts(numbers)))
            met = brute.measured(numbers)
            assert analysis.balance == (pytest.approx(balance, abs=1e-9) if met else None)


@many
@given(drawn)
def test_scores_given_only_by_persona_are_averaged(journey: Journey) -> None:
    """The journey's own C uses share-weighted means where each persona has a share and a score."""
    numbers = plain(journey)
    found = [figures.gap for figures in cjm.analyze(journey).touchpoints]
    assert found == [None if c is None else pytest.approx(float(c), abs=2e-9) for c in numbers.gaps]


@many
@given(drawn)
def test_endings_are_those_of_the_scores_that_are_lived(journey: Journey) -> None:
    """Each persona ends as its own walks do; the whole, without full shares, as the own scores."""
    assume(not brute.trapped(plain(journey)))
    lived = [(cjm.analyze(journey, id), numbers) for id, numbers in versions(journey).items()]
    if any(persona.share is None for persona in journey.personas):
        lived.append((cjm.analyze(journey), plain(journey)))
    for analysis, numbers in lived:
        if not brute.measured(numbers):
            assert (analysis.disappointed, analysis.remembered) == (None, None)
            continue
        expected = ended(numbers)
        assert analysis.disappointed.share == pytest.approx(expected.disappointed, abs=2e-9)
        assert analysis.remembered == approx(expected.remembered)


def approx(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-8)


@many
@given(journeys(), st.booleans())
def test_a_persona_with_the_journeys_own_scores_has_its_figures(
    journey: Journey, spelled_out: bool
) -> None:
    """Whether it inherits every score or repeats it, nothing but the name differs."""

    def repeated(point: Touchpoint) -> Touchpoint:
        own = PersonaScores("anna", point.expectation, point.experience)
        return replace(point, by_persona=(own,) if spelled_out else ())

    points = tuple(repeated(p) for p in journey.touchpoints)
    shared = replace(journey, touchpoints=points, personas=(Persona("anna", share=1),))
    alone = cjm.analyze(journey).to_dict()
    assert cjm.analyze(shared, "anna").to_dict() == {**alone, "persona": "anna"}
    assert {**cjm.analyze(shared).to_dict(), "personas": {}} == alone


def test_a_journey_that_delights_one_and_fails_another_is_not_fine() -> None:
    """Half live +3 and half −3: on average nobody is disappointed, in truth one half is."""
    anna, boris = PersonaScores("anna", 5, 8), PersonaScores("boris", 5, 2)
    journey = Journey(
        "split",
        (Touchpoint("ride", by_persona=(anna, boris)),),
        personas=(Persona("anna", share=0.5), Persona("boris", share=0.5)),
    )
    analysis = cjm.analyze(journey)
    assert analysis["ride"].gap == 0
    assert analysis.disappointed.share == 0.5
    assert [persona.disappointed.share for persona in analysis.personas] == [0, 1]
    assert [persona.remembered for persona in analysis.personas] == [3, -3]
    assert analysis.remembered == 0
