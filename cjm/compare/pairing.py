"""Pairing: which journey of one side is which of the other one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from cjm.compare.reading import Read
from cjm.tuples import NamedTuple

KEYS: tuple[Callable[[Read], Hashable], ...] = (
    lambda read: (read.journey.id, read.journey.state, read.journey.language, read.path),
    lambda read: (read.journey.id, read.journey.state, read.journey.language),
    lambda read: (read.journey.id, read.journey.state),
    lambda read: read.path,
)
"""What the two journeys of a pair have in common, tried in this order; of several that have it the
first by path is taken with the first."""


class Paired(NamedTuple):
    """The pairs, and what is on one side only, each in the order of the paths."""

    pairs: tuple[tuple[Read, Read], ...]
    only_in_a: tuple[Read, ...]
    only_in_b: tuple[Read, ...]


def paired(a: Sequence[Read], b: Sequence[Read]) -> Paired:
    """Each journey of one side with its counterpart on the other."""
    left, right = (sorted(side, key=lambda read: read.path) for side in (a, b))
    pairs: list[tuple[Read, Read]] = []
    for key in KEYS:
        for one in [*left]:
            other = next((each for each in right if key(each) == key(one)), None)
            if other is not None:
                pairs.append((one, other))
                left.remove(one)
                right.remove(other)
    pairs.sort(key=lambda pair: pair[1].path)
    return Paired(tuple(pairs), tuple(left), tuple(right))
