"""Paths, loops, endings and fixes on random journeys, against the enumeration of walks."""

from __future__ import annotations

from fractions import Fraction

import brute_flow as brute
import brute_walks as walks
import pytest
from hypothesis import assume, given
from plain_journey import Plain, plain
from proof_settings import many

import cjm
from cjm.journey import Journey
from cjm.testing.strategies import journeys


def named(journey: Journey, walk: walks.Walk) -> tuple[str, ...]:
    return tuple(journey.touchpoints[v].id for v in walk)


@many
@given(journeys())
def test_doom_loops_are_the_worst_cycle_of_each_component(journey: Journey) -> None:
    """Least mean C of all simple cycles; ties: fewer touchpoints, then earlier in the file."""
    numbers = plain(journey)
    found = [(loop.touchpoints, loop.balance, loop.mean) for loop in cjm.analyze(journey).loops]
    assert found == [
        (
            named(journey, cycle),
            pytest.approx(float(walks.total(numbers, cycle)), abs=1e-9),
            pytest.approx(float(walks.total(numbers, cycle) / len(cycle)), abs=1e-9),
        )
        for cycle in walks.loops(numbers)
    ]


@many
@given(journeys())
def test_the_worst_path_has_the_least_sum_of_all_walks(journey: Journey) -> None:
    """Its sum and its ties; without a bound, the shortest way through the first doom loop."""
    numbers = plain(journey)
    worst, expected = cjm.analyze(journey).worst_path, walks.worst_path(numbers)
    if expected is None:
        assert worst is None
        return
    assert worst is not None
    assert worst.bounded == (not walks.unbounded(numbers))
    assert worst.touchpoints == named(journey, expected)
    sum_ = pytest.approx(float(walks.total(numbers, expected)), abs=1e-9)
    assert worst.balance == (sum_ if worst.bounded else None)


@many
@given(journeys())
def test_the_likely_path_is_the_most_probable_of_all_walks(journey: Journey) -> None:
    """Its probability, its ties, its running balance, and where that is first overdrawn."""
    numbers = plain(journey)
    likely, expected = cjm.analyze(journey).likely_path, walks.likely_path(numbers)
    if expected is None:
        assert likely is None
        return
    walk, probability = expected
    running = [walks.total(numbers, walk[: n + 1]) for n in range(len(walk))]
    overdrawn = [id for id, sum_ in zip(named(journey, walk), running, strict=True) if sum_ < 0]
    assert likely is not None
    assert likely.touchpoints == named(journey, walk)
    assert likely.probability == pytest.approx(float(probability), rel=1e-9)
    assert likely.tied == walks.as_probable(numbers, probability)
    if not brute.measured(numbers):
        assert (likely.balance, likely.overdrawn_at) == (None, None)
        return
    assert likely.balance == pytest.approx([float(sum_) for sum_ in running], abs=1e-9)
    assert likely.overdrawn_at == next(iter(overdrawn), None)


@many
@given(journeys())
def test_endings_count_every_customer(journey: Journey) -> None:
    """Disappointed and remembered equal the sums over all walks, and are said to be exact."""
    numbers = plain(journey)
    assume(not brute.trapped(numbers))
    expected = walks.endings(numbers)
    assume(expected is not None)
    analysis = cjm.analyze(journey)
    if not brute.measured(numbers):
        assert (analysis.disappointed, analysis.remembered) == (None, None)
        return
    assert analysis.disappointed.exact
    assert analysis.disappointed.standard_error is None
    assert analysis.disappointed.share == pytest.approx(expected.disappointed, abs=2e-9)
    assert analysis.remembered == (
        None if expected.remembered is None else pytest.approx(expected.remembered, abs=1e-8)
    )


@many
@given(journeys())
def test_a_fix_is_the_change_when_one_gap_is_closed(journey: Journey) -> None:
    """For each C < −tolerance: the figures with that C at 0, less the figures as they are."""
    numbers = plain(journey)
    assume(not brute.trapped(numbers))
    before = walks.endings(numbers)
    assume(before is not None)
    for v, figures in enumerate(cjm.analyze(journey).touchpoints):
        c = numbers.gaps[v]
        if c is None or c >= -numbers.tolerance or not brute.measured(numbers):
            assert figures.fix is None
            continue
        after = closed(numbers, v)
        balance = sum(i or 0 for i in brute.impacts(after))
        change = balance - sum(i or 0 for i in brute.impacts(numbers))
        assert figures.fix.balance == pytest.approx(float(change), abs=1e-9)
        ended = walks.endings(after)
        assume(ended is not None)
        share = ended.disappointed - before.disappointed
        assert figures.fix.disappointed == pytest.approx(share, abs=4e-9)


def closed(numbers: Plain, v: int) -> Plain:
    """The same journey with the gap at one touchpoint closed."""
    gaps, weights = list(numbers.gaps), list(numbers.weights)
    gaps[v] = weights[v] = Fraction(0)
    return Plain(**{**vars(numbers), "gaps": gaps, "weights": weights})
