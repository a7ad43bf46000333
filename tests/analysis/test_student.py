"""Student's t against SciPy."""

from __future__ import annotations

import math

import pytest
from scipy.special import stdtr, stdtrit

from cjm.analysis.student import MANY, NORMAL, student_quantile


@pytest.mark.parametrize(
    "freedom",
    [
        0.1,
        0.5,
        0.999,
        1,
        1.001,
        1.5,
        2,
        2.5,
        3,
        4.4,
        7,
        10,
        29.3,
        77,
        120,
        199.99,
        MANY,
        350.5,
        1e4,
        1e9,
    ],
)
def test_the_quantile_is_scipys(freedom: float) -> None:
    """To nine digits, whole degrees of freedom or not, up to and beyond the expansion."""
    assert student_quantile(freedom) == pytest.approx(float(stdtrit(freedom, 0.975)), rel=1e-9)


@pytest.mark.parametrize("freedom", [0.01, 0.02, 0.5, 1, 4.4])
def test_the_quantile_leaves_its_share_above(freedom: float) -> None:
    """As the distribution itself has it: SciPy's own inverse ended at 1e100 until lately."""
    assert stdtr(freedom, student_quantile(freedom)) == pytest.approx(0.975, rel=1e-9)


def test_next_to_no_freedom_leaves_no_bound() -> None:
    """What no float holds is infinite; weights can leave so little."""
    assert student_quantile(1e-9) == math.inf


def test_with_endless_degrees_of_freedom_it_is_the_normal_one() -> None:
    assert student_quantile(math.inf) == NORMAL
