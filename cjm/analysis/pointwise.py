"""Numbers at many points, reckoned with as one: what NumPy's arrays do, where there is none.

A line of a solve is read once for all points instead of once for each, and its products run
through `map`.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, mul, sub, truediv
from typing import Any

Scalar = float | complex


class Points:
    """A number at each of some points; a plain number stands for itself at all of them."""

    __slots__ = ("_shares", "at")

    def __init__(self, at: Sequence[Scalar]) -> None:
        self.at = at
        self._shares: dict[Scalar, Points] | None = None

    def __add__(self, other: Any) -> Points:
        if isinstance(other, Points):
            return Points(list(map(add, self.at, other.at)))
        return Points([here + other for here in self.at]) if other else self

    __radd__ = __add__

    def __mul__(self, other: Any) -> Points:
        if isinstance(other, Points):
            return Points(list(map(mul, self.at, other.at)))
        return self if other == 1 else Points([here * other for here in self.at])

    def __rmul__(self, other: Scalar) -> Points:
        """A share of it, worked out once: many transitions have the same share."""
        if self._shares is None:
            self._shares = {}
        if other not in self._shares:
            self._shares[other] = self * other
        return self._shares[other]

    def __sub__(self, other: Any) -> Points:
        if isinstance(other, Points):
            return Points(list(map(sub, self.at, other.at)))
        return Points([here - other for here in self.at])

    def __rsub__(self, other: Scalar) -> Points:
        return Points([other - here for here in self.at])

    def __truediv__(self, other: Points) -> Points:
        return Points(list(map(truediv, self.at, other.at)))

    def __rtruediv__(self, other: Scalar) -> Points:
        return Points([other / here for here in self.at])
