"""Wilson's interval of a share."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from cjm.analysis.proportions import wilson_interval


@pytest.mark.parametrize(("k", "n"), [(17, 20), (42, 50), (1, 3), (149, 1065), (1, 100_000)])
def test_it_is_scipys(k, n):
    """For whole numbers of answers."""
    expected = binomtest(k, n).proportion_ci(method="wilson")
    assert wilson_interval(k / n, n) == pytest.approx((expected.low, expected.high), rel=1e-12)


@pytest.mark.parametrize("n", [1, 3, 7.5, 49, 1e6])
def test_at_the_ends_of_the_scale_it_ends_there(n):
    """Exactly: a share of nothing is not less than nothing, nor a hair more."""
    assert wilson_interval(0, n)[0] == 0
    assert wilson_interval(1, n)[1] == 1
    assert wilson_interval(0, n)[1] == pytest.approx(1 - wilson_interval(1, n)[0])
