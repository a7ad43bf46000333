"""Student's t: the quantile that 95 % intervals use, without SciPy."""

import math
from functools import lru_cache

NORMAL = 1.959963984540054
"""The 0.975 quantile of the normal distribution."""
TAIL = 0.025
MOST_TERMS = 400
"""Terms of the fraction; some tens are enough below `MANY` degrees of freedom."""
MANY = 200
"""Degrees of freedom from which the expansion around the normal quantile has eleven digits."""
LARGEST_EXPONENT = 300.0
"""Of e; t squared must be a float."""


@lru_cache(maxsize=256)
def student_quantile(freedom: float) -> float:
    """The 0.975 quantile with `freedom` degrees of freedom, a real number above 0.

    Newton's method on the upper tail. The tail is convex and heavier than the normal one, so from
    the normal quantile every step stays on this side of the root. Infinite where no float holds
    it: weights that make one answer of many leave next to no freedom.
    """
    if freedom >= MANY:
        return _expansion(freedom)
    if freedom < 1:
        return _heavy(freedom)
    t = NORMAL
    for _ in range(60):
        step = (_tail(t, freedom) - TAIL) / _density(t, freedom)
        t += step
        if abs(step) <= 1e-13 * t:
            break
    return t


def _heavy(freedom: float) -> float:
    """Below one degree of freedom: Newton's method on logarithms, where the tail is a line."""
    exponent = math.log(NORMAL)
    for _ in range(60):
        if exponent > LARGEST_EXPONENT:
            return math.inf
        t = math.exp(exponent)
        tail = _tail(t, freedom)
        step = tail * math.log(tail / TAIL) / (t * _density(t, freedom))
        exponent += step
        if abs(step) <= 1e-13:
            break
    return math.exp(exponent)


def _expansion(freedom: float) -> float:
    """Source: Fisher's expansion; Abramowitz and Stegun (1964), 26.7.5."""
    z = NORMAL
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return math.fsum(term / freedom**n for n, term in enumerate(terms))


def _density(t: float, freedom: float) -> float:
    half = freedom / 2
    scale = math.lgamma(half + 0.5) - math.lgamma(half) - 0.5 * math.log(freedom * math.pi)
    return math.exp(scale - (half + 0.5) * math.log1p(t * t / freedom))


def _tail(t: float, freedom: float) -> float:
    """The probability of more than t: half of a regularized incomplete beta function."""
    half = freedom / 2
    below, above = freedom / (freedom + t * t), t * t / (freedom + t * t)
    if below < (half + 1) / (half + 2.5):
        return _beta(below, above, half, 0.5) / 2
    return (1 - _beta(above, below, 0.5, half)) / 2


def _beta(x: float, rest: float, a: float, b: float) -> float:
    """The regularized incomplete beta function at x = 1 − rest, by its continued fraction.

    Source: Lentz's method; DLMF 8.17.22.
    """
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    )
    fraction, upper, lower = 1.0, 1.0, 0.0
    for n in range(1, MOST_TERMS):
        m = n // 2
        top = -(a + m) * (a + b + m) if n % 2 else m * (b - m)
        term = top * x / ((a + n - 1) * (a + n))
        lower = 1 / (1 + term * lower)
        upper = 1 + term / upper
        fraction *= upper * lower
        if abs(upper * lower - 1) < 1e-15:
            break
    return front / (a * fraction)
