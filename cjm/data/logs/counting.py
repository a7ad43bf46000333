"""Counting: paths → visits, starts, ends, moves and positions. What every engine's counts equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise
from typing import TypeVar

from cjm.journey.paths import CountedPath
from cjm.tuples import NamedTuple

Move = tuple[str, str]
"""From which touchpoint to which, one right after the other in a case."""
Part = TypeVar("Part")


class Counts(NamedTuple):
    """How often what happened, over all cases.

    At each touchpoint a, the moves from a and the ends at a sum to the visits of a.

    Attributes:
        visits: n(a): events at a touchpoint.
        starts: Cases that start at it.
        ends: Cases that end at it.
        moves: n(a→b): how often b came right after a in a case.
    """

    visits: Mapping[str, int]
    starts: Mapping[str, int]
    ends: Mapping[str, int]
    moves: Mapping[Move, int]

    @property
    def cases(self) -> int:
        """How many cases: each starts once."""
        return sum(self.starts.values())

    @property
    def events(self) -> int:
        """How many events: each is a visit."""
        return sum(self.visits.values())


class Position(NamedTuple):
    """Where in a case a touchpoint first comes: the mean, from 1, over the cases that have it."""

    mean: float
    cases: int


def counts_of(paths: Sequence[CountedPath]) -> Counts:
    """What happened on paths; the most frequent paths must come first."""
    return Counts(
        visits=_sums(paths, lambda visited: visited),
        starts=_sums(paths, lambda visited: visited[:1]),
        ends=_sums(paths, lambda visited: visited[-1:]),
        moves=_sums(paths, pairwise),
    )


def onward_of(counts: Counts, order: Sequence[str]) -> dict[str, list[str]]:
    """Where each touchpoint of an order leads to: the most frequent first, then as they stand."""
    place = {id: n for n, id in enumerate(order)}
    onward: dict[str, list[str]] = {id: [] for id in order}
    for source, target in counts.moves:
        onward[source].append(target)
    for id, targets in onward.items():
        targets.sort(key=lambda target: (-counts.moves[id, target], place[target]))
    return onward


def positions_of(paths: Sequence[CountedPath]) -> dict[str, Position]:
    """The mean position of each touchpoint's first visit, in the cases that have one."""
    cases: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for (id, position), count in _sums(paths, _first_positions).items():
        cases[id] += count
        sums[id] += position * count
    return {id: Position(sums[id] / cases[id], cases[id]) for id in cases}


def _first_positions(visited: tuple[str, ...]) -> Iterable[tuple[str, int]]:
    """Each touchpoint of a path with its first position: from the end on, the first one stays."""
    return dict(zip(reversed(visited), range(len(visited), 0, -1), strict=True)).items()


def _sums(
    paths: Sequence[CountedPath], parts: Callable[[tuple[str, ...]], Iterable[Part]]
) -> Counter[Part]:
    """How often each part occurs: counted at once in all paths that equally many cases went."""
    sums: Counter[Part] = Counter()
    for cases, same in groupby(paths, key=lambda path: path.cases):
        found = Counter(chain.from_iterable(parts(path.touchpoints) for path in same))
        for part, count in found.items():
            sums[part] += count * cases
    return sums
