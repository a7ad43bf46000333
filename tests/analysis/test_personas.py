"""Figures of personas, and of the journey they share, against their own plain numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import brute_flow as brute
import brute_walks as walks
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_journey import Plain, exact, plain
from proof_settings import many

import cjm
from cjm.journey import Journey, Persona, PersonaScores, Score, Touchpoint
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


def shares(journey: Journey) -> list[Fraction] | None:
    """The personas' shares, where the journey has personas and every one has a share."""
    given_ = [persona.share for persona in journey.personas]
    return [exact(share) for share in given_] if given_ and None not in given_ else None


def mean(journey: Journey, values: list[float]) -> float:
    return sum(float(s) * value for s, value in zip(shares(journey), values, strict=True))


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
            balance = sum(i or 0 for i in brute.impacts(numbers))
            assert analysis.balance == pytest.approx(float(balance), abs=1e-9)


@many
@given(drawn)
def test_scores_given_only_by_persona_are_averaged(journey: Journey) -> None:
    """The journey's own C uses share-weighted means where each persona has a share and a score."""
    numbers = plain(journey)
    found = [figures.gap for figures in cjm.analyze(journey).touchpoints]
    assert found == [None if c is None else pytest.approx(float(c), abs=2e-9) for c in numbers.gaps]


@many
@given(drawn)
def test_endings_of_the_journey_weigh_those_of_its_personas(journey: Journey) -> None:
    """With a share for every persona the means of their figures; else the journey's own."""
    assume(journey.personas and not brute.trapped(plain(journey)))
    found = {id: ended(numbers) for id, numbers in versions(journey).items()}
    for id, expected in found.items():
        persona = cjm.analyze(journey, id)
        assert persona.disappointed.share == pytest.approx(expected.disappointed, abs=2e-9)
        assert persona.remembered == approx(expected.remembered)
    whole = cjm.analyze(journey)
    if shares(journey) is None:
        own = ended(plain(journey))
        assert whole.disappointed.share == pytest.approx(own.disappointed, abs=2e-9)
        assert whole.remembered == approx(own.remembered)
        return
    share = mean(journey, [e.disappointed for e in found.values()])
    assert whole.disappointed.share == pytest.approx(share, abs=2e-9)
    assert whole.disappointed.exact
    counted = [e for e, s in zip(found.values(), shares(journey), strict=True) if s > 0]
    if any(e.remembered is None for e in counted):
        assert whole.remembered is None
    else:
        remembered = mean(journey, [e.remembered or 0.0 for e in found.values()])
        assert whole.remembered == approx(remembered)


def approx(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-8)


@many
@given(drawn)
def test_a_fix_closes_the_gap_for_everybody_it_disappoints(journey: Journey) -> None:
    """The share changes as in a journey where nobody's C is below 0 at that touchpoint."""
    assume(shares(journey) is not None and not brute.trapped(plain(journey)))
    numbers = plain(journey)
    before = mean(journey, [ended(v).disappointed for v in versions(journey).values()])
    for n, figures in enumerate(cjm.analyze(journey).touchpoints):
        c = numbers.gaps[n]
        assert (figures.fix is not None) == (c is not None and c < -numbers.tolerance)
        if figures.fix is not None:
            better = closed(journey, n)
            after = mean(journey, [ended(v).disappointed for v in versions(better).values()])
            assert figures.fix.disappointed == pytest.approx(after - before, abs=4e-9)
            assert figures.fix.balance == pytest.approx(-figures.impact)


def closed(journey: Journey, n: int) -> Journey:
    """The same journey, experience lifted to the expectation wherever it is below, at one point."""
    point = journey.touchpoints[n]
    own = []
    for persona in journey.personas:
        scores = point.scores_of(persona.id)
        expected = scores.expectation or point.expectation
        lived = scores.experience or point.experience
        if expected and lived and lived.score < expected.score:
            lived = Score(expected.score)
        own.append(PersonaScores(persona.id, expected, lived))
    points = list(journey.touchpoints)
    points[n] = replace(point, by_persona=tuple(own))
    return replace(journey, touchpoints=tuple(points))


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
    assert cjm.analyze(shared).to_dict() == alone


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
