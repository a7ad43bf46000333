"""The chain in which every visit multiplies by a factor: solved at one point, or many at once.

With factors z^w(v) its total is the generating function of the sums of w. Touchpoints are taken out
of their components in an order worked out once for a chain, so that a point costs products alone;
numbers, complex numbers and NumPy's arrays of them are solved by the same lines.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cjm.analysis.chain import CHAINS_KEPT, Chain
from cjm.analysis.elimination import eliminate
from cjm.tuples import NamedTuple

MOST_FACTORS = 20_000
"""Products of one solve, which some tens of real points take, too."""

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


@lru_cache(CHAINS_KEPT)
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


class WeightedChain:
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
