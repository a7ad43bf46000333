"""Figures of answers, from sums: against the definitions written out, and at the edges."""

from __future__ import annotations

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cjm.data.surveys.statistics import (
    below_share,
    effective_of,
    mean_estimate,
    promoter_estimate,
    share_estimate,
)
from cjm.data.surveys.sums import Sums, merged

ANSWERS = st.lists(st.integers(1, 7), min_size=2, max_size=30)


def sums_of(answers, weights=None, centre=0.0):
    """The sums of answers, as the SQL gives them."""
    w = weights or [1.0] * len(answers)
    d = [answer - centre for answer in answers]
    return Sums(
        len(d),
        math.fsum(w),
        math.fsum(x * x for x in w),
        math.fsum(x * y for x, y in zip(w, d, strict=True)),
        math.fsum(x * y * y for x, y in zip(w, d, strict=True)),
        min(d),
        max(d),
        weights is not None,
        math.fsum(x for x, y in zip(w, d, strict=True) if y < 0),
    )


@given(ANSWERS)
def test_the_mean_and_its_interval_are_scipys(answers):
    """With n − 1, whatever centre the sums are taken from."""
    found = mean_estimate(sums_of(answers, centre=4), 4)
    assert found.value == pytest.approx(sum(answers) / len(answers))
    assert found.sd == pytest.approx(statistics.stdev(answers), abs=1e-12)
    assert found.effective is None
    if found.sd:
        expected = stats.t.interval(0.95, len(answers) - 1, found.value, stats.sem(answers))
        assert found.interval == pytest.approx(expected)


@given(ANSWERS, st.sampled_from([2.0, 0.5, 3.0]))
def test_equal_weights_change_nothing(answers, weight):
    """Then e is n."""
    plain, weighted = sums_of(answers), sums_of(answers, [weight] * len(answers))
    found = mean_estimate(weighted)
    assert found.effective == pytest.approx(len(answers))
    assert found.sd == pytest.approx(mean_estimate(plain).sd, abs=1e-7)
    assert share_estimate(weighted)[0] == pytest.approx(share_estimate(plain)[0])


@given(st.lists(st.lists(st.integers(0, 10), min_size=1, max_size=9), min_size=1, max_size=4))
def test_merged_sums_are_the_sums_of_all(parts):
    """Of several sources all answers count alike."""
    whole = sums_of([answer for part in parts for answer in part])
    assert merged(map(sums_of, parts)) == whole
    assert merged([]) is None


def test_stretched_sums_are_those_of_stretched_answers():
    """Also where the best answer is the lowest one."""
    answers = [1, 2, 2, 5]
    for factor in (2.5, -2.5):
        stretched = sums_of(answers, centre=3).stretched(factor)
        again = sums_of([factor * (answer - 3) for answer in answers])
        assert stretched._replace(below=0) == again._replace(below=0)


def test_one_answer_has_no_interval():
    """Nor a standard deviation; a share neither, nor an NPS."""
    one = sums_of([1])
    assert mean_estimate(one) == (1, 1, None, None, None)
    assert share_estimate(one) == (100, 1, None, None, None)
    assert promoter_estimate(one) == (100, 1, None, None, None)


def test_equal_answers_have_a_spread_of_exactly_nothing():
    """Even where weights leave a rest in floats."""
    found = mean_estimate(sums_of([0.3] * 7, [0.1, 0.7, 0.3, 0.1, 0.2, 0.9, 1.1]))
    assert found.sd == 0
    assert found.interval == (found.value, found.value)


def test_a_share_that_reaches_an_end_keeps_its_interval_inside():
    """Wilson's, not ±0."""
    assert share_estimate(sums_of([0] * 10)).interval == pytest.approx((0, 27.753279))
    assert share_estimate(sums_of([1] * 10)).interval == pytest.approx((72.246721, 100))


def test_the_interval_of_nps_is_clipped():
    """To ±100; of all promoters it is a point."""
    assert promoter_estimate(sums_of([1, 1, -1])).interval == (-100, 100)
    assert promoter_estimate(sums_of([1, 1, 1])).interval == (100, 100)
    assert promoter_estimate(sums_of([-1, -1, 0])).interval[0] == -100


def test_an_answer_that_outweighs_all_others_leaves_no_bound():
    """The mean is known, how sure it is is not."""
    lopsided = sums_of([1, 5], [1e-5, 1e5])
    assert effective_of(lopsided) == pytest.approx(1)
    assert mean_estimate(lopsided)[3:] == (None, None)
    assert mean_estimate(sums_of([1, 5], [1e-3, 1])).interval is None  # beyond any float
    assert promoter_estimate(sums_of([1, -1], [1e-5, 1e5])).interval == (-100, 100)


def test_below_is_a_share_of_the_weights():
    """Not of the heads."""
    assert below_share(sums_of([-1, 0, 2], [2, 1, 1])) == 0.5
