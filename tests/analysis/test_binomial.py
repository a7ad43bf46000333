"""P values beside exact arithmetic and the figures of other programs."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from cjm.analysis.binomial import binomial_p, holm


def exact(count: int, n: int, p: Fraction) -> Fraction:
    """The sum of all outcomes no likelier than the observed, in exact fractions."""
    outcomes = [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    return sum(each for each in outcomes if each <= outcomes[count])


@given(st.integers(1, 60), st.data(), st.integers(1, 63))
def test_the_binomial_p_value_is_exact(n: int, data: st.DataObject, parts: int) -> None:
    """Probabilities in 64ths are exact floats: equally likely outcomes are both counted."""
    count = data.draw(st.integers(0, n))
    expected = float(exact(count, n, Fraction(parts, 64)))
    assert binomial_p(count, n, parts / 64) == pytest.approx(expected, rel=1e-11)


def test_the_worked_p_values():
    """40, 33, 27 of 100 against 0.6, 0.2, 0.2; 70 and 10 of 80 against 0.9 and 0.1."""
    cases = [(40, 100, 0.6), (33, 100, 0.2), (27, 100, 0.2), (70, 80, 0.9), (10, 80, 0.1)]
    values = [binomial_p(*case) for case in cases]
    assert values == pytest.approx([0.000059, 0.002406, 0.102745, 0.453467, 0.453467], abs=5e-7)
    adjusted = [0.000294, 0.009623, 0.308235, 0.906933, 0.906933]
    assert holm(values) == pytest.approx(adjusted, abs=5e-7)


@pytest.mark.parametrize(
    ("count", "n", "p"),
    [(42, 6570, 0.05), (4633, 6570, 0.75), (450_812, 1_500_000, 0.3), (0, 90, 0.1), (90, 90, 0.9)],
)
def test_the_p_value_of_a_large_log_is_scipys(count, n, p):
    """Far out in a tail, with many visits, and where nobody or everybody went."""
    assert binomial_p(count, n, p) == pytest.approx(binomtest(count, n, p).pvalue, rel=1e-8)


def test_adjusted_values_never_fall_and_never_exceed_one():
    """Step by step from the smallest, in the order given."""
    assert holm([0.04, 0.01, 0.03, 0.9]) == pytest.approx((0.09, 0.04, 0.09, 0.9))
    assert holm([0.6, 0.7]) == (1.0, 1.0)
    assert holm([]) == ()
