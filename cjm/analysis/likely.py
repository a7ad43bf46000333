"""The likely path: the most probable walk to success, with its running balance."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from cjm.analysis.chain import CHAINS_KEPT, Chain
from cjm.analysis.units import points
from cjm.records import dataclass
from cjm.rounding import rounded
from cjm.tuples import NamedTuple


@dataclass(frozen=True, slots=True)
class LikelyPath:
    """The most probable walk to a success exit, the start's share included.

    `balance` is the running sum of C after each touchpoint; `overdrawn_at` the first touchpoint
    where it is below zero. Both are None where customers meet nothing that is measured. `tied`
    says how many walks are as probable, this one among them.
    """

    touchpoints: tuple[str, ...]
    probability: float
    balance: tuple[float, ...] | None
    overdrawn_at: str | None
    tied: int = 1

    def __repr__(self) -> str:
        way = " → ".join(self.touchpoints[:4]) + (" …" if len(self.touchpoints) > 4 else "")
        return f"LikelyPath({way}: {self.probability:.1%})"


def likely_path(chain: Chain, weights: Sequence[int] | None) -> LikelyPath | None:
    """The most probable walk from a start to a success exit, or any exit where none is success.

    Without `weights` it has no balance. Ties: fewer touchpoints, then earlier in the file.
    Dijkstra, O(E log V).
    """
    if (walk := _likeliest(chain)) is None:
        return None
    ids = tuple(chain.ids[v] for v in walk.places)
    if weights is None:
        return LikelyPath(ids, walk.probability, None, None, walk.tied)
    balance = tuple(map(points, accumulate(weights[v] for v in walk.places)))
    overdrawn = next((id for id, b in zip(ids, balance, strict=True) if b < 0), None)
    return LikelyPath(ids, walk.probability, balance, overdrawn, walk.tied)


class _Walk(NamedTuple):
    """The likely path without its balance, which alone hangs on scores."""

    places: tuple[int, ...]
    probability: float
    tied: int


@lru_cache(CHAINS_KEPT)
def _likeliest(chain: Chain) -> _Walk | None:
    far = _farness(chain)
    starts = [
        ((rounded(far[v][0] - math.log(share)), far[v][1], v), v)
        for v, share in enumerate(chain.start)
        if share > 0 and far[v][0] < math.inf
    ]
    if not starts:
        return None
    least, first = min(starts)
    ways = _ways_to_target(chain, far)
    tied = sum(ways[v] for key, v in starts if key[0] == least[0])
    walk = _likeliest_walk(chain, far, first)
    steps = (dict(chain.ways[v])[w] for v, w in pairwise(walk))
    return _Walk(tuple(walk), chain.start[first] * math.prod(steps), tied)


def _farness(chain: Chain) -> list[tuple[float, int]]:
    """−log of the best probability to a target, and the touchpoints it takes, from each one."""
    came_from: list[list[tuple[int, float]]] = [[] for _ in chain.ids]
    for v, ways in enumerate(chain.ways):
        for w, p in ways:
            came_from[w].append((v, -math.log(p)))
    far = [(math.inf, 0)] * len(chain.ids)
    waiting = [(0.0, 1, v, 0.0) for v in chain.targets]
    while waiting:
        _, steps, v, cost = heapq.heappop(waiting)
        if far[v][0] < math.inf:
            continue
        far[v] = (cost, steps)
        for u, step in came_from[v]:
            if far[u][0] == math.inf:
                heapq.heappush(waiting, (rounded(cost + step), steps + 1, u, cost + step))
    return far


def _ways_to_target(chain: Chain, far: list[tuple[float, int]]) -> list[int]:
    """From each touchpoint: how many walks to a target are as probable as the best.

    Nothing else is as probable as a walk that goes round: a round costs probability.
    """
    count = [0] * len(far)
    for v in chain.targets:
        count[v] = 1
    reached = [v for v, (cost, _) in enumerate(far) if cost < math.inf]
    for v in sorted(reached, key=lambda v: (rounded(far[v][0]), far[v][1])):
        for w, p in chain.ways[v]:
            nearer = far[w][1] < far[v][1] or rounded(far[w][0]) < rounded(far[v][0])
            if nearer and rounded(far[w][0] - math.log(p)) == rounded(far[v][0]):
                count[v] += count[w]
    return count


def _likeliest_walk(chain: Chain, far: list[tuple[float, int]], first: int) -> list[int]:
    walk = [first]
    targets = set(chain.targets)
    while walk[-1] not in targets:
        v = walk[-1]
        walk.append(
            min(
                w
                for w, p in chain.ways[v]
                if far[w][1] == far[v][1] - 1
                and rounded(far[w][0] - math.log(p)) == rounded(far[v][0])
            )
        )
    return walk
