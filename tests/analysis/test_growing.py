"""States are counted before customers are pushed on, and as many as pushing looks at."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

import cjm
from cjm.analysis import endings
from cjm.analysis.chain import Chain
from cjm.analysis.endings import disappointed_share
from cjm.journey import Journey, Touchpoint, Transition
from cjm.testing.strategies import journeys

MANY = 40_000


def one_by_one(chain: Chain, units: Sequence[int], most: int) -> tuple[float, int] | None:
    """What pushing finds where nothing was counted before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(endings, "takes_more", lambda *_: False)
        return disappointed_share(chain, units, most)


def rounds(*gaps: float, back: float = 0.5) -> Journey:
    """A loop of one touchpoint for each gap after another, customers leaving after each."""
    points = []
    for n, gap in enumerate(gaps):
        last = n == len(gaps) - 1
        ways = (Transition(f"t{n}", back), *([] if last else [Transition(f"t{n + 1}", 0.3)]))
        points.append(Touchpoint(f"t{n}", expectation=5, experience=5 + gap, next=ways))
    return Journey("rounds", tuple(points))


def lasting(*gaps: int) -> Journey:
    """All touchpoints in one component, where totals fall in one loop and rise in another."""
    points = []
    for n, gap in enumerate(gaps):
        ways = tuple(Transition(f"t{to}", 0.3) for to in sorted({n, (n + 1) % len(gaps)}))
        points.append(Touchpoint(f"t{n}", expectation=5, experience=5 + gap, next=ways))
    return Journey("lasting", tuple(points))


@pytest.mark.parametrize("gaps", [(3, -2), (-2, 3), (2, -4, 2, -4), (1, 2, 3, -1)])
def test_states_are_counted_exactly_where_nobody_is_decided(gaps: tuple[int, ...]) -> None:
    """With one state fewer than pushing looks at it is surely too few, with as many it is not."""
    analysis = cjm.analyze(lasting(*gaps))
    chain, units = analysis.chain, analysis.scores.units
    found = one_by_one(chain, units, MANY)
    assert found is not None
    assert found[1] > 50
    assert is_in_vain(analysis, found[1] - 1)
    assert not is_in_vain(analysis, found[1])


def test_states_are_counted_until_somebody_may_be_decided() -> None:
    """Through the first of two loops: after it totals only fall."""
    analysis = cjm.analyze(rounds(3, -2))
    asked = [most for most in range(1, 100) if is_in_vain(analysis, most)]
    assert asked == list(range(1, 31)), "each round halves who is left, down to 1e-9 of two loops"


def is_in_vain(analysis: cjm.Analysis, most: int) -> bool:
    return endings._Push(analysis.chain, analysis.scores.units, most).is_in_vain


@settings(max_examples=200, deadline=None)
@given(journeys())
def test_counting_first_changes_no_share(journey: Journey) -> None:
    """It gives up where pushing does, and nowhere else."""
    analysis = cjm.analyze(journey)
    if analysis.flow is None or analysis.unmeasured:
        return
    for most in (10, 50, 200, 1_000):
        found = disappointed_share(analysis.chain, analysis.scores.units, most)
        assert found == one_by_one(analysis.chain, analysis.scores.units, most)


def test_sets_that_grow_too_wide_are_pushed() -> None:
    """Gaps on a fine grid spread totals over more bits than shifting is worth."""
    fine = cjm.analyze(rounds(3.000001, -1.999999))
    assert is_in_vain(cjm.analyze(rounds(3, -2)), 25)
    assert not is_in_vain(fine, 25)
    assert disappointed_share(fine.chain, fine.scores.units, MANY) is not None
