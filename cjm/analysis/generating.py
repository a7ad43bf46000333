"""How sums of C are spread over the customers, by their generating function.

G(z) = E[z^total] is one solve of the chain in which a visit to v multiplies by z^w(v). On a
lattice of M values the share of negative totals is a weighted mean of G at M points of the unit
circle: the discrete Fourier inversion of Abate and Whitt, Operations Research Letters 12 (1992)
245–251. What lies beyond the M values is bounded by Chernoff's inequality, with G at real points.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from cjm.analysis.pointwise import Points
from cjm.analysis.weighted_chain import Number, Schedule, WeightedChain

BEYOND = 1e-11
"""Customers that may have totals beyond either end of the lattice."""
MOST_PRODUCTS = 400_000
"""Complex products in all, without NumPy: some hundredths of a second."""
MOST_PRODUCTS_TOGETHER = 100_000_000
"""The same with NumPy, many points of the circle at once: less than 1 s."""
MOST_CELLS = 1_000_000
"""Numbers that NumPy holds at once: 16 MB."""
AT_ONCE = 64
"""Points worked out at once without NumPy: their numbers stay near the processor."""
LEAST_DOUBLING, FIRST_DOUBLING, LAST_DOUBLING = -28, 0, 5
"""Exponents tried for Chernoff's bound: powers of two by the largest step, from the first one."""


class Totals:
    """The totals of a chain's customers, `weights` in steps of the lattice: w(v) whole numbers."""

    def __init__(self, schedule: Schedule, weights: Sequence[int]) -> None:
        self._schedule = schedule
        self._weights = weights
        self.products = 0
        """Products that the last answer took, those with NumPy in hundreds."""
        self._too_long = False

    def share(self, together: bool, effort: float = 1) -> float | None:
        """The share of negative totals; None where it takes too many products.

        `together` uses NumPy; `effort` is the part of the products that may be taken.
        """
        lattice = self._lattice(())
        self._too_long = lattice is None or not self._feasible(lattice, together, effort)
        if lattice is None or self._too_long:
            return None
        return self._inverted(lattice, together, lambda chain: [chain.total()])[0]

    def changes(
        self, places: Sequence[int], together: bool, effort: float = 1
    ) -> list[float] | None:
        """How the share changes if visits to one touchpoint did not count, for each of some."""
        if self._too_long:  # the lattice of changed chains is no shorter
            return None
        lattice = self._lattice(places)
        if lattice is None or not self._feasible(lattice, together, effort / 3):
            return None
        return self._inverted(lattice, together, lambda chain: chain.changes(places))

    def is_short_together(self, places: Sequence[int], effort: float) -> bool:
        """Whether NumPy is enough for the share, or for its changes by some touchpoints."""
        lattice = self._lattice(places)
        return lattice is not None and self._feasible(lattice, True, effort)

    def _feasible(self, lattice: tuple[int, int], together: bool, effort: float) -> bool:
        most = MOST_PRODUCTS_TOGETHER if together else MOST_PRODUCTS
        products = (lattice[1] - lattice[0]) / 2 * self._schedule.products
        self.products = int(products / (100 if together else 1))
        return products <= most * effort

    def _lattice(self, places: Sequence[int]) -> tuple[int, int] | None:
        """The first total, and the one after the last, that all but 1e-11 of customers end with.

        Where visits to a touchpoint that loses do not count, totals only rise.
        """
        low, high = self._lowest, self._tail(1, places)
        if low is None or high is None:
            return None
        return -math.ceil(low), math.ceil(high) + 1

    @cached_property
    def _lowest(self) -> float | None:
        """The tail of low totals, which no change makes longer."""
        return self._tail(-1, ())

    def _tail(self, sign: int, places: Sequence[int]) -> float | None:
        """A size that sign·total exceeds for no more than 1e-11 of customers, by Chernoff."""
        largest = max(map(abs, self._weights)) or 1
        bounds: dict[int, float] = {}

        def bound(doubling: int) -> float:
            if doubling not in bounds:
                exponent = 2.0**doubling / largest
                mean = self._mean(sign * exponent, places)
                bounds[doubling] = math.inf
                if mean is not None:
                    bounds[doubling] = (math.log(mean) - math.log(BEYOND)) / exponent
            return bounds[doubling]

        # The logarithm of the mean is convex, so the bound has one valley: go down into it.
        best = FIRST_DOUBLING
        while best > LEAST_DOUBLING and bound(best - 1) <= bound(best):
            best -= 1
        while best < LAST_DOUBLING and bound(best + 1) < bound(best):
            best += 1
        found = bounds[best]
        return max(0.0, found) if math.isfinite(found) else None

    def _mean(self, exponent: float, places: Sequence[int]) -> float | None:
        """E[e^(exponent·total)], the largest over the changed chains; None where it is infinite."""
        factor = [math.exp(exponent * w) for w in self._weights]
        chain = WeightedChain(self._schedule, factor)
        if chain.smallest <= 0:
            return None
        mean = chain.total()
        if places:
            first = chain.first()
            if any(factor[v] - 1 + first[v] <= 0 for v in places):
                return None
            mean += max(0.0, *chain.changes(places))
        return mean if 0 < mean < math.inf else None

    def _inverted(
        self,
        lattice: tuple[int, int],
        together: bool,
        asked: Callable[[WeightedChain], list[Number]],
    ) -> list[float]:
        """The mass of negative totals of some generating functions.

        Σ_{t<0} P(t) = 1/M · Σ_k G(ω^k) · Σ_{low ≤ t < 0} ω^(−kt), ω = e^(2πi/M); points k and
        M − k are conjugate, so half of them is enough.
        """
        low, high = lattice
        points = high - low
        roots: Any = [cmath.exp(2j * cmath.pi * n / points) for n in range(points)]
        kernel: Any = [_geometric(n, -low, roots) for n in range(points // 2 + 1)]
        if together:
            return [mass / points for mass in self._summed_together(roots, kernel, asked)]
        masses: list[float] = []
        for begin in range(0, len(kernel), AT_ONCE):
            weights = kernel[begin : begin + AT_ONCE]
            values = asked(self._at_some(roots, range(begin, begin + len(weights))))
            parts = [_real_sum(value.at, weights) for value in values]
            masses = [a + b for a, b in zip(masses, parts, strict=True)] if masses else parts
        return [mass / points for mass in masses]

    def _summed_together(
        self, roots: Any, kernel: Any, asked: Callable[[WeightedChain], list[Number]]
    ) -> list[float]:
        import numpy as np

        points, kernel = len(roots), np.array(kernel)
        roots = np.array(roots)
        cells = len(self._schedule.slots) + 4 * len(self._weights)
        at_once = max(16, MOST_CELLS // cells)
        sums: Any = 0.0
        for begin in range(0, len(kernel), at_once):
            weight = kernel[begin : begin + at_once]
            n = np.arange(begin, begin + len(weight))
            values = asked(self._at(roots, n, points))
            sums = sums + np.array([(value * weight).real.sum() for value in values])
        return sums.tolist()  # type: ignore[no-any-return]

    def _at(self, roots: Any, n: Any, points: int) -> WeightedChain:
        """The chain at some points of the circle, with NumPy."""
        factor = {w: roots[n * w % points] for w in set(self._weights)}
        return WeightedChain(self._schedule, [factor[w] for w in self._weights])

    def _at_some(self, roots: Sequence[complex], which: range) -> WeightedChain:
        """The chain at some points of the circle."""
        points = len(roots)
        factor = {w: Points([roots[n * w % points] for n in which]) for w in set(self._weights)}
        return WeightedChain(self._schedule, [factor[w] for w in self._weights])


def _real_sum(values: Sequence[Any], weights: Sequence[complex]) -> float:
    total: float = sum([(a * b).real for a, b in zip(values, weights, strict=True)])
    return total


def _geometric(n: int, count: int, roots: Sequence[complex]) -> complex:
    """Σ ω^(−nt) over the `count` totals below 0, twice where point n stands for two."""
    points = len(roots)
    if n == 0:
        return complex(count)
    total = roots[n] * (1 - roots[n * count % points]) / (1 - roots[n])
    return total if 2 * n == points else 2 * total
