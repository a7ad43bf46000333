"""The efficient sets of improvements: branch and bound.

More improvements never make it worse, so a branch is no better than what taking all
that is still open would give; where that cannot beat what is known, the branch is cut.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Sequence

from cjm.journey import Improvement
from cjm.records import dataclass
from cjm.rounding import rounded

Chosen = tuple[Improvement, ...]
Value = Callable[[Sequence[Improvement]], float]


class Tally:
    """Counts the sets looked at, and tells `on_progress` how many they are."""

    def __init__(self, on_progress: Callable[[int], object] | None = None) -> None:
        self._on_progress = on_progress
        self._count = 0

    def __call__(self, sets: int = 1) -> None:
        """Count so many more."""
        self._count += sets
        if self._on_progress is not None:
            self._on_progress(self._count)


@dataclass(frozen=True, slots=True)
class Found:
    """Efficient sets from none to the best; `bound` is what no set can beat, where not proved."""

    sets: list[Chosen]
    proved: bool
    bound: float


def search(
    candidates: Sequence[Improvement],
    value: Value,
    most: int,
    first: Sequence[Chosen] = (),
    enough: Callable[[], bool] = lambda: False,
) -> Found:
    """The efficient sets by cost and value, the lower the better.

    All of them are worked out, whatever the budget: the cheapest better set may lie beyond it.

    Args:
        candidates: the improvements.
        value: what a set brings.
        most: how many sets are valued at most.
        first: sets that are likely to be good: they are valued before the search begins.
        enough: asked after each step, whether to stop with what is known.
    """
    known = _Known(candidates, value)
    order = sorted(range(len(candidates)), key=lambda n: (candidates[n].cost, n))
    best = known.value(frozenset(order))
    waiting = [(best, 0.0, 0, frozenset[int]())]
    front = _Front()
    front.add(0.0, known.value(frozenset()), frozenset())
    place = {id(candidate): n for n, candidate in enumerate(candidates)}
    for chosen in ((), *first, tuple(candidates)):
        members = frozenset(place[id(i)] for i in chosen)
        front.add(known.cost(members), known.value(members), members)
        if enough():
            break
    while waiting and known.count < most and not enough():
        bound, cost, depth, taken = heapq.heappop(waiting)
        if front.beats(cost, bound) or depth == len(order):
            continue
        this, rest = order[depth], frozenset(order[depth + 1 :])
        with_it = taken | {this}
        front.add(known.cost(with_it), known.value(with_it), with_it)
        heapq.heappush(waiting, (bound, known.cost(with_it), depth + 1, with_it))
        without = known.value(taken | rest)
        if not front.beats(cost, without):
            heapq.heappush(waiting, (without, cost, depth + 1, taken))
    open_bounds = [item[0] for item in waiting if not front.beats(item[1], item[0])]
    sets = [tuple(candidates[n] for n in sorted(chosen)) for chosen in front.sets()]
    return Found(sets, proved=not open_bounds, bound=min(open_bounds, default=best))


class _Known:
    """Values and costs of sets, each value worked out once."""

    def __init__(self, candidates: Sequence[Improvement], value: Value) -> None:
        self._candidates = candidates
        self._value = value
        self._values: dict[frozenset[int], float] = {}

    @property
    def count(self) -> int:
        return len(self._values)

    def value(self, chosen: frozenset[int]) -> float:
        if chosen not in self._values:
            improvements = [self._candidates[n] for n in sorted(chosen)]
            self._values[chosen] = rounded(self._value(improvements))
        return self._values[chosen]

    def cost(self, chosen: frozenset[int]) -> float:
        return rounded(sum(self._candidates[n].cost for n in chosen))


class _Front:
    """Points that no other point beats in both cost and value."""

    def __init__(self) -> None:
        self._points: list[tuple[float, float, list[int]]] = []

    def beats(self, cost: float, value: float) -> bool:
        """Whether a known point is as cheap and as good."""
        nth = bisect_right(self._points, cost, key=lambda point: point[0])
        return nth > 0 and self._points[nth - 1][1] <= value

    def add(self, cost: float, value: float, chosen: frozenset[int]) -> None:
        if not self.beats(cost, value):
            kept = [p for p in self._points if not (cost <= p[0] and value <= p[1])]
            self._points = sorted([*kept, (cost, value, sorted(chosen))])

    def sets(self) -> list[list[int]]:
        """The sets, from the cheapest to the best."""
        return [chosen for _, _, chosen in self._points]
