"""Flow, impacts and moments of truth on random journeys, against exact dense algebra."""

from __future__ import annotations

import brute_flow as brute
import pytest
from hypothesis import assume, given
from plain_journey import Plain, plain
from proof_settings import many

import cjm
from cjm.analysis.chain import build_chain
from cjm.journey import Journey, Start
from cjm.testing.strategies import journeys


def flowing(journey: Journey) -> tuple[cjm.Analysis, Plain]:
    """A journey's analysis and its plain numbers, where no trap holds anybody."""
    numbers = plain(journey)
    assume(not brute.trapped(numbers))
    return cjm.analyze(journey), numbers


def told(analysis: cjm.Analysis, name: str) -> list:
    return [getattr(figures, name) for figures in analysis.touchpoints]


def near(expected: object) -> object:
    """Fractions, or lists and mappings of them, as pytest compares floats; None stays None."""
    if isinstance(expected, dict):
        return {key: near(value) for key, value in expected.items()}
    if isinstance(expected, list):
        return [near(value) for value in expected]
    return None if expected is None else pytest.approx(float(expected), abs=1e-9, rel=1e-9)


@many
@given(journeys())
def test_visits_are_the_row_of_the_fundamental_matrix(journey: Journey) -> None:
    """n = s (I − Q)⁻¹, 0 for what nobody can reach, and the length is their sum."""
    analysis, numbers = flowing(journey)
    assert told(analysis, "visits") == near(brute.visits(numbers))
    assert analysis.length == near(sum(brute.visits(numbers)))
    assert analysis.reachable == {journey.touchpoints[v].id for v in brute.reachable(numbers)}


@many
@given(journeys())
def test_reach_is_visits_once_nobody_goes_on(journey: Journey) -> None:
    """The probability of meeting v at least once is n(v) in the chain that v absorbs."""
    analysis, numbers = flowing(journey)
    assert told(analysis, "reach") == near(brute.reach(numbers))


@many
@given(journeys())
def test_everybody_ends_somewhere(journey: Journey) -> None:
    """n(v)·d(v) is lost at v, exits keep their visits, and the four outcomes sum to 1."""
    analysis, numbers = flowing(journey)
    assert told(analysis, "drop_off") == near(brute.lost(numbers))
    assert analysis.outcomes == near(brute.outcomes(numbers))
    assert sum(analysis.outcomes.values()) == near(1)


@many
@given(journeys())
def test_chance_and_stakes_follow_from_what_comes(journey: Journey) -> None:
    """V is the mean of V over what comes, 1 at success; stakes weigh how far it moves."""
    analysis, numbers = flowing(journey)
    assert told(analysis, "chance") == near(brute.chance(numbers))
    stakes = [s and s + 0 for s in brute.stakes(numbers)]
    assert told(analysis, "stakes") == near(stakes)


@many
@given(journeys())
def test_impacts_are_visits_times_weighed_gaps_and_add_up(journey: Journey) -> None:
    """I = n·importance·C, None where unmeasured; the balance is their sum, if there are any."""
    analysis, numbers = flowing(journey)
    impacts = brute.impacts(numbers)
    assert told(analysis, "gap") == near(numbers.gaps)
    assert told(analysis, "impact") == near(impacts)
    total = sum(i or 0 for i in impacts) if brute.measured(numbers) else None
    assert analysis.balance == near(total)


@many
@given(journeys())
def test_coverage_is_the_share_of_visits_that_are_measured(journey: Journey) -> None:
    """Coverage divides the visits of measured touchpoints by all visits."""
    analysis, numbers = flowing(journey)
    visits = brute.visits(numbers)
    measured = sum(n for n, c in zip(visits, numbers.gaps, strict=True) if c is not None)
    assert analysis.coverage == near(measured / sum(visits))


@many
@given(journeys())
def test_levels_compare_the_gap_with_the_tolerance(journey: Journey) -> None:
    """|C| at the tolerance exactly is satisfaction, also where floats cannot hold C."""
    numbers = plain(journey)
    for figures, c in zip(cjm.analyze(journey).touchpoints, numbers.gaps, strict=True):
        names = ("disappointment", "satisfaction", "delight")
        expected = None
        if c is not None:
            expected = names[1 + (c > numbers.tolerance) - (c < -numbers.tolerance)]
        assert figures.level == expected


@many
@given(journeys())
def test_moments_of_truth_hold_for_their_reasons(journey: Journey) -> None:
    """Every reason of the table, with its ties, also where a trap leaves only two of them."""
    numbers = plain(journey)
    analysis = cjm.analyze(journey)
    reasons = brute.reasons(numbers)
    ids = [p.id for p in journey.touchpoints]
    assert [list(r) for r in told(analysis, "moment_of_truth")] == reasons
    assert analysis.moments_of_truth == tuple(ids[v] for v in numbers.places if reasons[v])
    ranked = tuple(ids[v] for v in brute.ranked_negative(numbers))
    assert analysis.negative_moments_of_truth == ranked
    flags = [figures.negative_moment_of_truth for figures in analysis.touchpoints]
    assert flags == [id in ranked for id in ids]


@many
@given(journeys())
def test_unavoidable_touchpoints_cut_every_way_when_removed(journey: Journey) -> None:
    """With an unavoidable touchpoint closed, nobody gets to success (to any exit without one)."""
    assert told(cjm.analyze(journey), "unavoidable") == brute.unavoidable(plain(journey))


@many
@given(journeys())
def test_a_trap_leaves_no_flow_and_only_a_trap_does(journey: Journey) -> None:
    """Flow is None exactly where somebody can come to where no journey ends any more."""
    analysis, numbers = cjm.analyze(journey), plain(journey)
    assert (analysis.flow is None) == brute.trapped(numbers) == bool(analysis.traps)
    for trap in analysis.traps:
        inside = {n for n, p in enumerate(journey.touchpoints) if p.id in trap}
        assert inside <= brute.reachable(numbers)
        assert brute.closure(numbers.ways, inside) == inside


def test_no_share_is_more_than_everybody():
    """Sums of floats are, by their last bit: fifths that meet again, starts that are one place."""
    parts = {"b": 1, "c": 7, "d": 7, "e": 1, "f": 8}
    points = {id: {"next": "end"} for id in parts}
    shares = {id: part / 24 for id, part in parts.items()}
    for end in ({"outcome": "success"}, {"next": {"never": 0}}):
        journey = Journey("x", {"a": {"next": shares}, **points, "end": end, "never": None})
        analysis = cjm.analyze(journey)
        assert analysis["end"].visits == pytest.approx(1)
        assert max(analysis.outcomes.values()) == 1
        assert analysis["end"].drop_off in (0, 1)
    starts = [Start("a", share) for share in shares.values()]
    assert build_chain(Journey("x", {"a": None}, start=starts)).start == (1,)
