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
from typing import Any, NamedTuple

from cjm.analysis.chain import Chain
from cjm.analysis.elimination import eliminate

BEYOND = 1e-11
"""Customers that may have totals beyond either end of the lattice."""
MOST_PRODUCTS = 400_000
"""Complex products in all, without NumPy: some hundredths of a second."""
MOST_PRODUCTS_TOGETHER = 100_000_000
"""The same with NumPy, many points of the circle at once: less than 1 s."""
MOST_FACTORS = 20_000
"""Products of one solve, which some tens of real points take, too."""
MOST_CELLS = 1_000_000
"""Numbers that NumPy holds at once: 16 MB."""
FIRST_DOUBLING, LAST_DOUBLING, MOST_DOUBLINGS = -5, 5, 24
"""Exponents tried for Chernoff's bound: powers of two by the largest step, from the first one."""

Number = Any
"""A float, a complex number, or a NumPy array of them."""


class Entry(NamedTuple):
    """A touchpoint taken out of its component: slots of the ways through it.

    `own` is the slot of its own loop, `onward` of its ways, `shares` of the ways to it, each with
    the slots (of the way from there, of the onward way) that a product is added to.
    """

    place: int
    own: int | None
    onward: tuple[tuple[int, int], ...]
    shares: tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]


class Schedule(NamedTuple):
    """The products of one solve, worked out once for a chain.

    `slots` holds for each transition inside a component (target, probability), then the ways that
    arise; `outward` the transitions that leave a component; `components` the entries of each.
    """

    slots: tuple[tuple[int, float], ...]
    components: tuple[tuple[Entry, ...], ...]
    outward: tuple[tuple[tuple[int, float], ...], ...]
    start: tuple[float, ...]
    ending: tuple[float, ...]
    products: int


def schedule_of(chain: Chain) -> Schedule | None:
    """The products of one solve; None where they are too many."""
    slots: list[tuple[int, float]] = []
    components = []
    outward: list[tuple[tuple[int, float], ...]] = [()] * len(chain.ids)
    products = 0
    for members in chain.components:
        inside = set(members)
        for v in members:
            outward[v] = tuple((w, p) for w, p in chain.ways[v] if w not in inside)
            products += len(outward[v]) + 1
        entries = _entries(chain, members, slots, MOST_FACTORS - products)
        if entries is None:
            return None
        products += sum(2 * (len(e.onward) + 1) * (len(e.shares) + 1) for e in entries)
        components.append(entries)
    return Schedule(
        slots=tuple(slots),
        components=tuple(components),
        outward=tuple(outward),
        start=chain.start,
        ending=tuple(
            1.0 if end is not None else chain.drop_off[v] for v, end in enumerate(chain.ends)
        ),
        products=products,
    )


def _entries(
    chain: Chain, members: Sequence[int], slots: list[tuple[int, float]], most: int
) -> tuple[Entry, ...] | None:
    """A component's touchpoints in the order they are taken out; None after `most` products."""
    place = {v: n for n, v in enumerate(members)}
    number: dict[tuple[int, int], int] = {}
    for v in members:
        for w, p in chain.ways[v]:
            if w in place:
                number[v, w] = len(slots)
                slots.append((w, p))
    rows = [{place[w]: p for w, p in chain.ways[v] if w in place} for v in members]
    steps = eliminate(rows, [1.0] * len(members), most)
    if steps is None:
        return None
    entries = []
    for step in steps:
        k = members[step.place]
        before = [members[i] for i, _ in step.shares]
        after = [members[j] for j, _ in step.onward]
        for way in ((i, j) for i in before for j in after):
            if way not in number:
                number[way] = len(slots)
                slots.append((way[1], 0.0))
        onward = tuple((j, number[k, j]) for j in after)
        shares = tuple(
            (i, number[i, k], tuple((number[i, j], kj) for j, kj in onward)) for i in before
        )
        entries.append(Entry(k, number.get((k, k)), onward, shares))
    return tuple(entries)


class _Factors:
    """The chain solved at one point, or at many points of an array at once."""

    def __init__(self, schedule: Schedule, factor: Sequence[Number]) -> None:
        self._schedule = schedule
        self._factor = factor
        self._way: list[Number] = [p * factor[w] if p else 0.0 for w, p in schedule.slots]
        self._stay: dict[int, Number] = {}
        self.smallest = math.inf
        """The smallest 1 − loop: at a real point it must stay above 0."""
        way = self._way
        for entries in schedule.components:
            for k, own, _, shares in entries:
                left = 1.0 if own is None else 1.0 - way[own]
                if isinstance(left, float) and left < self.smallest:
                    self.smallest = left
                    if left <= 0:
                        return
                inverse = self._stay[k] = 1 / left
                for _, ik, products in shares:
                    share = way[ik] = way[ik] * inverse
                    for ij, kj in products:
                        way[ij] = way[ij] + share * way[kj]

    def met(self) -> list[Number]:
        """Expected visits to each touchpoint, each weighed by z to the total so far."""
        way, stay, factor = self._way, self._stay, self._factor
        met: list[Number] = [
            s * f if s else 0.0 for s, f in zip(self._schedule.start, factor, strict=True)
        ]
        for entries in self._schedule.components:
            for k, _, onward, _ in entries:
                left = met[k] * stay[k]
                for j, kj in onward:
                    met[j] = met[j] + left * way[kj]
            for k, _, _, shares in reversed(entries):
                own = met[k] * stay[k]
                for i, ik, _ in shares:
                    own = own + met[i] * way[ik]
                met[k] = own
            for k, *_ in entries:
                for w, p in self._schedule.outward[k]:
                    met[w] = met[w] + met[k] * (p * factor[w])
        return met

    def coming(self) -> list[Number]:
        """From each touchpoint, E of z to the total of what comes after it."""
        way, stay, factor = self._way, self._stay, self._factor
        coming: list[Number] = list(self._schedule.ending)
        for entries in reversed(self._schedule.components):
            for k, *_ in entries:
                for w, p in self._schedule.outward[k]:
                    coming[k] = coming[k] + (p * factor[w]) * coming[w]
            for k, _, _, shares in entries:
                for i, ik, _ in shares:
                    coming[i] = coming[i] + way[ik] * coming[k]
            for k, _, onward, _ in reversed(entries):
                gained = coming[k]
                for j, kj in onward:
                    gained = gained + way[kj] * coming[j]
                coming[k] = gained * stay[k]
        return coming

    def first(self) -> list[Number]:
        """The share that the first visit has of the weighed visits of a customer who is there."""
        way, stay = self._way, self._stay
        between: dict[tuple[int, int], Number] = {}
        first: list[Number] = [1.0] * len(self._schedule.start)
        for entries in self._schedule.components:
            for k, _, onward, shares in reversed(entries):
                for i, _, _ in shares:
                    between[k, i] = sum(way[kj] * between[j, i] for j, kj in onward) * stay[k]
                back: Number = 0.0
                for j, kj in onward:
                    there = sum(between[j, i] * way[ik] for i, ik, _ in shares)
                    between[j, k] = there
                    back = back + way[kj] * there
                between[k, k] = again = (1 + back) * stay[k]
                first[k] = 1 / again
        return first

    def total(self) -> Number:
        """G(z), over all customers."""
        ends = zip(self.met(), self._schedule.ending, strict=True)
        return sum(n * end for n, end in ends if end)

    def changes(self, places: Sequence[int]) -> list[Number]:
        """How G(z) changes if visits to one touchpoint did not count, for each of some.

        With y the weighed visits, u what comes after, t the share of visits that is the first and
        D the factor of a visit, walks through v make y·u·t of G, and y·u·t²/(D − 1 + t) when a
        visit multiplies by 1 instead.
        """
        met, coming, first = self.met(), self.coming(), self.first()
        found = []
        for v in places:
            own = self._factor[v]
            through = met[v] * coming[v] * first[v]
            found.append(through * (1 - own) / (own - 1 + first[v]))
        return found


class Totals:
    """The totals of a chain's customers, `weights` in steps of the lattice: w(v) whole numbers."""

    def __init__(self, schedule: Schedule, weights: Sequence[int]) -> None:
        self._schedule = schedule
        self._weights = weights
        self.products = 0
        """Products that the last answer took, those with NumPy in hundreds."""

    def share(self, together: bool, effort: float = 1) -> float | None:
        """The share of negative totals; None where it takes too many products.

        `together` uses NumPy; `effort` is the part of the products that may be taken.
        """
        lattice = self._lattice(())
        if lattice is None or not self._feasible(lattice, together, effort):
            return None
        return self._inverted(lattice, together, lambda factors: [factors.total()])[0]

    def changes(
        self, places: Sequence[int], together: bool, effort: float = 1
    ) -> list[float] | None:
        """How the share changes if visits to one touchpoint did not count, for each of some."""
        lattice = self._lattice(places)
        if lattice is None or not self._feasible(lattice, together, effort / 3):
            return None
        return self._inverted(lattice, together, lambda factors: factors.changes(places))

    def _feasible(self, lattice: tuple[int, int], together: bool, effort: float) -> bool:
        most = MOST_PRODUCTS_TOGETHER if together else MOST_PRODUCTS
        products = (lattice[1] - lattice[0]) / 2 * self._schedule.products
        self.products = int(products / (100 if together else 1))
        return products <= most * effort

    def _lattice(self, places: Sequence[int]) -> tuple[int, int] | None:
        """The first total, and the one after the last, that all but 1e-11 of customers end with.

        Where visits to a touchpoint that loses do not count, totals only rise.
        """
        low, high = self._tail(-1, ()), self._tail(1, places)
        if low is None or high is None:
            return None
        return -math.ceil(low), math.ceil(high) + 1

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

        best = FIRST_DOUBLING  # the bound has one valley: go down into it
        while len(bounds) < MOST_DOUBLINGS and bound(best - 1) <= bound(best):
            best -= 1
        while best < LAST_DOUBLING and bound(best + 1) < bound(best):
            best += 1
        found = bounds[best]
        return max(0.0, found) if math.isfinite(found) else None

    def _mean(self, exponent: float, places: Sequence[int]) -> float | None:
        """E[e^(exponent·total)], the largest over the changed chains; None where it is infinite."""
        factor = [math.exp(exponent * w) for w in self._weights]
        factors = _Factors(self._schedule, factor)
        if factors.smallest <= 0:
            return None
        mean = factors.total()
        if places:
            first = factors.first()
            if any(factor[v] - 1 + first[v] <= 0 for v in places):
                return None
            mean += max(0.0, *factors.changes(places))
        return mean if 0 < mean < math.inf else None

    def _inverted(
        self,
        lattice: tuple[int, int],
        together: bool,
        asked: Callable[[_Factors], list[Number]],
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
        for n, weight in enumerate(kernel):
            values = asked(self._at(roots, n, points))
            parts = [(value * weight).real for value in values]
            masses = [a + b for a, b in zip(masses, parts, strict=True)] if masses else parts
        return [mass / points for mass in masses]

    def _summed_together(
        self, roots: Any, kernel: Any, asked: Callable[[_Factors], list[Number]]
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

    def _at(self, roots: Any, n: Any, points: int) -> _Factors:
        """The chain at one point of the circle, or at some of them."""
        factor = {w: roots[n * w % points] for w in set(self._weights)}
        return _Factors(self._schedule, [factor[w] for w in self._weights])


def _geometric(n: int, count: int, roots: Sequence[complex]) -> complex:
    """Σ ω^(−nt) over the `count` totals below 0, twice where point n stands for two."""
    points = len(roots)
    if n == 0:
        return complex(count)
    total = roots[n] * (1 - roots[n * count % points]) / (1 - roots[n])
    return total if 2 * n == points else 2 * total
