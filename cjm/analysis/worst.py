"""The worst path: the walk with the smallest sum of C, and the least that can still come."""

from __future__ import annotations

import math
from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

from cjm.analysis.chain import Chain
from cjm.analysis.loops import Loop, has_negative_cycle
from cjm.analysis.units import points
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class WorstPath:
    """The walk with the smallest sum of C; `balance` is None where it has no bound.

    `tied` says how many walks are as bad, this one among them, rounds that cost nothing left out;
    None where there are others and nobody can say how many.
    """

    touchpoints: tuple[str, ...]
    balance: float | None
    bounded: bool
    tied: int | None = 1


def worst_path(chain: Chain, weights: Sequence[int], loops: Sequence[Loop]) -> WorstPath | None:
    """The walk from a start to an end with the smallest sum of C; None where none ends.

    O(V + E) outside loops, Bellman–Ford inside components.
    """
    out = _steps_to_end(chain)
    for loop in loops:
        cycle = [chain.place[id] for id in loop.touchpoints]
        if out[cycle[0]] < math.inf:
            walk = _round_trip(chain, cycle, out)
            return WorstPath(tuple(chain.ids[v] for v in walk), None, bounded=False)
    rest = _least_rest(chain, weights)
    starts = [v for v, share in enumerate(chain.start) if share > 0 and rest[v] is not None]
    if not starts:
        return None
    tied = _tied(chain, weights, rest, starts)
    walk = [min(starts, key=lambda v: (rest[v], v))]
    while (step := _next_worst(chain, weights, rest, walk[-1])) is not None:
        walk.append(step)
    total = sum(weights[v] for v in walk)
    return WorstPath(tuple(chain.ids[v] for v in walk), points(total), True, tied)


Rest = list[tuple[int, int] | None]
"""The least sum of C from a touchpoint to an end, itself included, and the touchpoints it takes."""


def _least_rest(chain: Chain, weights: Sequence[int]) -> Rest:
    rest: Rest = [None] * len(chain.ids)
    for members in reversed(chain.components):
        backward = list(chain.inner[members[0]])[::-1]
        changed = True
        while changed:
            changed = False
            for v in backward:
                best = _best_rest(chain, weights, rest, v)
                if best is not None and best != rest[v]:
                    rest[v] = best
                    changed = len(members) > 1
    return rest


def _best_rest(chain: Chain, weights: Sequence[int], rest: Rest, v: int) -> tuple[int, int] | None:
    onward = [rest[w] for w, _ in chain.ways[v] if w != v]
    known = [r for r in onward if r is not None]
    if chain.can_end(v):
        known.append((0, 0))
    if not known:
        return None
    total, steps = min(known)
    return total + weights[v], steps + 1


def _next_worst(chain: Chain, weights: Sequence[int], rest: Rest, v: int) -> int | None:
    """The touchpoint after `v` on the worst path, the first in the file that fits."""
    now = rest[v]
    assert now is not None
    left = (now[0] - weights[v], now[1] - 1)
    if left == (0, 0) and chain.can_end(v):
        return None
    return min(w for w, _ in chain.ways[v] if rest[w] == left)


def _tied(chain: Chain, weights: Sequence[int], rest: Rest, starts: Sequence[int]) -> int | None:
    """How many walks have the least sum; None where there are others than one, uncounted. O(V + E).

    A round that costs nothing could be walked any number of times: then only walks are counted
    that come nearer to their end with every touchpoint of a component.
    """
    least = min(_sum(rest, v) for v in starts)
    best = [v for v in starts if _sum(rest, v) == least]
    onward: dict[int, list[int]] = {}
    met = list(best)
    for v in met:  # grows on the way
        if v in onward:
            continue
        left = _sum(rest, v) - weights[v]
        onward[v] = [w for w, _ in chain.ways[v] if rest[w] and _sum(rest, w) == left]
        met += onward[v]
    ends = {v: chain.can_end(v) and _sum(rest, v) == weights[v] for v in onward}
    try:
        order = tuple(TopologicalSorter(onward).static_order())
    except CycleError:
        part = {v: n for n, members in enumerate(chain.components) for v in members}
        order = tuple(sorted(onward, key=lambda v: (-part[v], _steps(rest, v))))
        nearer = {
            v: [w for w in ways if part[w] != part[v] or _steps(rest, w) < _steps(rest, v)]
            for v, ways in onward.items()
        }
        count = _counted(order, nearer, ends)
        return 1 if sum(count[v] for v in best) == 1 else None
    count = _counted(order, onward, ends)
    return sum(count[v] for v in best)


def _counted(
    order: Sequence[int], onward: dict[int, list[int]], ends: dict[int, bool]
) -> dict[int, int]:
    """How many walks lead from each touchpoint to an end; those it leads to come first."""
    count: dict[int, int] = {}
    for v in order:
        count[v] = ends[v] + sum(count[w] for w in onward[v])
    return count


def _sum(rest: Rest, v: int) -> int:
    known = rest[v]
    assert known is not None
    return known[0]


def _steps(rest: Rest, v: int) -> int:
    known = rest[v]
    assert known is not None
    return known[1]


def _steps_to_end(chain: Chain) -> list[float]:
    """The fewest touchpoints after each one on a walk to an end."""
    steps = [math.inf] * len(chain.ids)
    came_from: list[list[int]] = [[] for _ in chain.ids]
    for v, ways in enumerate(chain.ways):
        for w, _ in ways:
            came_from[w].append(v)
    layer = [v for v in range(len(chain.ids)) if chain.can_end(v)]
    distance = 0
    while layer:
        for v in layer:
            steps[v] = distance
        distance += 1
        layer = sorted({u for v in layer for u in came_from[v] if steps[u] == math.inf})
    return steps


def _round_trip(chain: Chain, cycle: list[int], out: Sequence[float]) -> list[int]:
    """The shortest walk into a cycle, once round it, and out to an end."""
    steps, before = _shortest_ways_in(chain)
    length = {v: steps[v] + out[v] for v in cycle}
    shortest = min(length.values())
    return min(
        [*_way_in(before, v), *cycle[turn:], *cycle[:turn], *_way_out(chain, v, out)]
        for turn, v in enumerate(cycle)
        if length[v] == shortest
    )


def _shortest_ways_in(chain: Chain) -> tuple[dict[int, int], dict[int, int]]:
    """How many touchpoints come before each one, and which is the last of them.

    Layers stand in the order of their walks, so the first in the file of several is kept.
    """
    met = [v for v, share in enumerate(chain.start) if share > 0]
    steps = dict.fromkeys(met, 0)
    before: dict[int, int] = {}
    for v in met:  # grows on the way
        for w, _ in sorted(chain.ways[v]):
            if w not in steps:
                steps[w], before[w] = steps[v] + 1, v
                met.append(w)
    return steps, before


def _way_in(before: dict[int, int], v: int) -> list[int]:
    """The walk from a start to what comes before a touchpoint."""
    walk = [v]
    while walk[-1] in before:
        walk.append(before[walk[-1]])
    return walk[:0:-1]


def _way_out(chain: Chain, v: int, out: Sequence[float]) -> list[int]:
    """From a cycle's touchpoint, met again, to an end."""
    walk = [v]
    while out[walk[-1]] > 0:
        here = walk[-1]
        walk.append(min(w for w, _ in chain.ways[here] if out[w] == out[here] - 1))
    return walk


Bound = int | float
"""A sum in units, or an infinity: whole numbers here may be too large for a float."""


def least_to_come(chain: Chain, weights: Sequence[int]) -> list[Bound]:
    """The least sum of C that can still come after each touchpoint until an end.

    Minus infinity where a negative cycle can be gone round, infinity where nothing ends.
    """
    least: list[Bound] = [math.inf] * len(chain.ids)
    for members in reversed(chain.components):
        if has_negative_cycle(chain, members, weights):
            for v in members:
                least[v] = -math.inf
            continue
        backward = list(chain.inner[members[0]])[::-1]
        changed = True
        while changed:
            before = [least[v] for v in members]
            for v in backward:
                stop: list[Bound] = [0] if chain.can_end(v) else []
                onward = (_plus(weights[w], least[w]) for w, _ in chain.ways[v])
                least[v] = min([*stop, *onward], default=math.inf)
            changed = len(members) > 1 and before != [least[v] for v in members]
    return least


def _plus(weight: int, bound: Bound) -> Bound:
    return bound if isinstance(bound, float) else weight + bound
