"""Paths, loops and endings by enumerating walks, written from spec/analysis.md alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from brute_flow import closure, has_end_ahead, measured, reachable
from plain_journey import Plain

Walk = tuple[int, ...]


def simple_walks(p: Plain, v: int, before: Walk = ()) -> Iterator[Walk]:
    """Every walk from `v` that meets no touchpoint twice, wherever it stops."""
    walk = (*before, v)
    yield walk
    for w in p.ways[v]:
        if w not in walk:
            yield from simple_walks(p, w, walk)


def entering_walks(p: Plain) -> list[Walk]:
    return [walk for v in p.entries for walk in simple_walks(p, v)]


def total(p: Plain, walk: Walk) -> Fraction:
    return sum((p.weights[v] for v in walk), Fraction(0))


# ---- loops ------------------------------------------------------------------------------------


def cycles(p: Plain) -> list[Walk]:
    """Every simple cycle customers can get to, from its first touchpoint in the file."""
    live = reachable(p)
    walks = [walk for v in live for walk in simple_walks(p, v)]
    return [walk for walk in walks if walk[0] == min(walk) and walk[0] in p.ways[walk[-1]]]


def loops(p: Plain) -> list[Walk]:
    """The worst cycle of each component that holds a negative one, in file order."""
    found: dict[frozenset[int], list[Walk]] = defaultdict(list)
    for cycle in cycles(p):
        found[component(p, cycle[0])].append(cycle)
    worst = [
        min(all_, key=lambda c: (total(p, c) / len(c), len(c), c))
        for all_ in found.values()
        if any(total(p, cycle) < 0 for cycle in all_)
    ]
    return sorted(worst)


def component(p: Plain, v: int) -> frozenset[int]:
    return frozenset(w for w in closure(p.ways, [v]) if v in closure(p.ways, [w]))


# ---- paths ------------------------------------------------------------------------------------


def unbounded(p: Plain) -> bool:
    """Whether customers can enter a doom loop and leave it."""
    return any(total(p, cycle) < 0 and has_end_ahead(p, cycle[0]) for cycle in cycles(p))


def worst_path(p: Plain) -> Walk | None:
    """The walk to an end with the least sum; simple, as going round never lowers a bounded sum."""
    if not measured(p):
        return None
    if unbounded(p):
        return round_trip(p)
    whole = [walk for walk in entering_walks(p) if p.ending(walk[-1]) > 0]
    return min(whole, key=lambda walk: (total(p, walk), len(walk), walk), default=None)


def round_trip(p: Plain) -> Walk:
    """The shortest walk into the first doom loop that can be left, once round it, and out."""
    cycle = next(loop for loop in loops(p) if has_end_ahead(p, loop[0]))
    rounds = {v: (*cycle[n:], *cycle[:n]) for n, v in enumerate(cycle)}
    trips = (
        (*into[:-1], *rounds[into[-1]], *out)
        for into in entering_walks(p)
        if into[-1] in rounds
        for out in simple_walks(p, into[-1])
        if p.ending(out[-1]) > 0
    )
    return min(trips, key=lambda walk: (len(walk), walk))


def likely_path(p: Plain) -> tuple[Walk, Fraction] | None:
    """The most probable walk to success: simple, as going round costs probability or length."""
    ways = [(walk, probability(p, walk)) for walk in entering_walks(p) if walk[-1] in p.targets]
    return min(ways, key=lambda way: (-way[1], len(way[0]), way[0]), default=None)


def as_probable(p: Plain, chance: Fraction) -> int:
    """How many walks to success have a probability."""
    return sum(probability(p, w) == chance for w in entering_walks(p) if w[-1] in p.targets)


def probability(p: Plain, walk: Walk) -> Fraction:
    chance = p.start[walk[0]]
    for v, w in pairwise(walk):
        chance *= p.ways[v][w]
    return chance


# ---- endings ----------------------------------------------------------------------------------

MOST_STATES = 40_000
"""Journeys that walk on for longer are not enumerated."""


@dataclass(frozen=True)
class Endings:
    disappointed: float
    remembered: float | None


def endings(p: Plain) -> Endings | None:
    """All customers followed step by step until fewer than 1e-10 are left; None: too many ways.

    Customers at the same place with the same past (sum, strongest, last gap) walk on together.
    """
    weights = [int(w * 10**9) for w in p.weights]
    gaps = [None if c is None else float(c) for c in p.gaps]
    ways = [[(w, float(q)) for w, q in p.ways[v].items()] for v in p.places]
    ending = [float(p.ending(v)) for v in p.places]
    arriving = {(v, 0, None, None): float(p.start[v]) for v in p.entries}
    disappointed = remembered = met = 0.0
    looked_at = 0
    while sum(arriving.values()) > 1e-10:
        looked_at += len(arriving)
        if looked_at > MOST_STATES:
            return None
        following: dict[tuple, float] = defaultdict(float)
        for (v, sum_, peak, last), mass in arriving.items():
            sum_ += weights[v]
            if gaps[v] is not None:
                last = gaps[v]
                peak = last if peak is None or abs(last) >= abs(peak) else peak
            ended = mass * ending[v]
            disappointed += ended if sum_ < 0 else 0
            if last is not None:
                met += ended
                remembered += ended * (peak + last) / 2
            for w, q in ways[v]:
                following[w, sum_, peak, last] += mass * q
        arriving = following
    return Endings(disappointed, remembered / met if met else None)
