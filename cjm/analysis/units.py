"""Sums: of C in whole numbers of 10⁻⁹ points, so that equal sums are equal; and of floats."""

from __future__ import annotations

import math
from collections.abc import Iterable

UNIT = 10**9


def units(gap: float) -> int:
    """A gap in units of 10⁻⁹ points, exact for any finite number."""
    return round(gap * UNIT) if abs(gap) < 1e6 else product(1, gap)


def product(importance: float, gap: float) -> int:
    """importance·C in units of 10⁻⁹ points, also where no float is large enough."""
    from fractions import Fraction

    return round(Fraction(importance) * Fraction(gap) * UNIT)


def points(total: int) -> float:
    """A sum in points; infinite where no float is large enough."""
    try:
        return total / UNIT
    except OverflowError:
        return math.inf if total > 0 else -math.inf


def finite(value: float) -> float | None:
    """The value, or None where it is not a finite number."""
    return value if math.isfinite(value) else None


def summed(values: Iterable[float]) -> float | None:
    """The sum, or None where it, or a part of it, is more than a float can hold."""
    try:
        return finite(math.fsum(values))
    except (OverflowError, ValueError):
        return None
