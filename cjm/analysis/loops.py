"""Doom loops: the worst cycle of each component, exact, ties settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.analysis.chain import Chain, Inner
from cjm.analysis.units import points
from cjm.records import dataclass
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Loop:
    """A doom loop from its first touchpoint in the file: its sum of C a round, and the mean."""

    touchpoints: tuple[str, ...]
    balance: float
    mean: float


def find_loops(chain: Chain, weights: Sequence[int]) -> tuple[Loop, ...]:
    """For each component with a negative cycle, its worst cycle by mean C per touchpoint.

    Ties: fewer touchpoints, then earlier in the file. The minimum mean cycle is found by
    cancelling: as long as some cycle is below the mean so far, it becomes the mean; each round is
    a Bellman–Ford search, O(V·E) at worst.
    """
    loops = []
    for members in chain.components:
        if any(w < 0 for w in (weights[v] for v in members)) and chain.turns(members):
            cycle = _worst_cycle(chain, members, weights)
            if cycle is not None:
                loops.append(cycle)
    loops.sort()
    return tuple(_loop(chain, cycle, weights) for cycle in loops)


def has_negative_cycle(chain: Chain, members: Sequence[int], weights: Sequence[int]) -> bool:
    """Whether a component holds a cycle with a negative sum of C."""
    if not chain.turns(members) or all(weights[v] >= 0 for v in members):
        return False
    from fractions import Fraction

    return bool(_search(chain.inner[members[0]], weights, Fraction(0)).cycle)


def _loop(chain: Chain, cycle: Sequence[int], weights: Sequence[int]) -> Loop:
    total = sum(weights[v] for v in cycle)
    mean = points(total) / len(cycle)
    return Loop(tuple(chain.ids[v] for v in cycle), points(total), mean)


def _worst_cycle(
    chain: Chain, members: Sequence[int], weights: Sequence[int]
) -> tuple[int, ...] | None:
    """The cycle of least mean in a component; None where no cycle is negative."""
    from fractions import Fraction

    ways = chain.inner[members[0]]
    mean = Fraction(0)
    search = _search(ways, weights, mean)
    if not search.cycle:
        return None
    while search.cycle:
        mean = Fraction(sum(weights[v] for v in search.cycle), len(search.cycle))
        search = _search(ways, weights, mean)
    return _first_tight_cycle(ways, weights, mean, search.potential)


class _Search(NamedTuple):
    """A cycle below the mean, or where there is none, potentials that prove it."""

    cycle: tuple[int, ...]
    potential: dict[int, int]


def _costs(ways: Inner, weights: Sequence[int], mean: Fraction) -> dict[int, int]:
    """A whole-number cost of leaving each touchpoint: its gap, less the mean."""
    return {v: weights[v] * mean.denominator - mean.numerator for v in ways}


def _search(ways: Inner, weights: Sequence[int], mean: Fraction) -> _Search:
    """Bellman–Ford from everywhere at once; stops at the first cycle among the predecessors."""
    costs = _costs(ways, weights, mean)
    potential = dict.fromkeys(ways, 0)
    before: dict[int, int] = {}
    changed = True
    while changed:
        changed = False
        for v, following in ways.items():
            reached = potential[v] + costs[v]
            for w in following:
                if reached < potential[w]:
                    potential[w] = reached
                    before[w] = v
                    changed = True
        if changed and (cycle := _cycle_among(before)):
            return _Search(cycle, potential)
    return _Search((), potential)


def _cycle_among(before: dict[int, int]) -> tuple[int, ...]:
    """A cycle of predecessors: it is below the mean; empty where there is none."""
    walked: dict[int, int] = {}
    for walk, first in enumerate(before):
        v: int | None = first
        while v is not None and v not in walked:
            walked[v] = walk
            v = before.get(v)
        if v is not None and walked[v] == walk:
            cycle = [v]
            while before[cycle[-1]] != v:
                cycle.append(before[cycle[-1]])
            return tuple(reversed(cycle))
    return ()


def _first_tight_cycle(
    ways: Inner, weights: Sequence[int], mean: Fraction, potential: dict[int, int]
) -> tuple[int, ...]:
    """Of the cycles with exactly this least mean: the shortest, then the first in the file."""
    costs = _costs(ways, weights, mean)
    tight = {
        v: [w for w in following if potential[v] + costs[v] == potential[w]]
        for v, following in ways.items()
    }
    came_from: Inner = {v: [] for v in ways}
    for v, following in tight.items():
        for w in following:
            came_from[w].append(v)
    _leave_out(tight, came_from, [v for v in ways if not tight[v]])
    best: tuple[int, ...] = ()
    for first in sorted(ways):
        if first in tight:
            best = _shortest_round(tight, first, len(best) or len(ways) + 1) or best
            _leave_out(tight, came_from, [first])
    return best


def _leave_out(ways: Inner, came_from: Inner, places: list[int]) -> None:
    """Take touchpoints out, and with them those that now lead nowhere: they are on no cycle."""
    while places:
        w = places.pop()
        if ways.pop(w, None) is not None:
            for v in came_from[w]:
                if v in ways:
                    ways[v].remove(w)
                    if not ways[v]:
                        places.append(v)


def _shortest_round(ways: Inner, first: int, shorter_than: int) -> tuple[int, ...] | None:
    """The shortest cycle through a touchpoint, the first in the file of several."""
    before: dict[int, int] = {}
    layer = [first]
    length = 1
    while layer and length < shorter_than:
        following: list[int] = []
        for v in layer:
            for w in ways[v]:
                if w == first:
                    return _walk_back(before, first, v)
                if w not in before:
                    before[w] = v
                    following.append(w)
        layer = following
        length += 1
    return None


def _walk_back(before: dict[int, int], first: int, last: int) -> tuple[int, ...]:
    walk = [last]
    while walk[-1] != first:
        walk.append(before[walk[-1]])
    return tuple(reversed(walk))
