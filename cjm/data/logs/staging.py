"""Order and stages: touchpoints by where they first come, cut where the steps are widest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from cjm.data.logs.counting import Position
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.tuples import NamedTuple


class Placed(NamedTuple):
    """A touchpoint with the mean position of its first visit, in the cases that have one."""

    id: str
    position: float
    cases: int


def ordered(positions: Mapping[str, Position], ids: Collection[str]) -> tuple[Placed, ...]:
    """Touchpoints by mean position, then by cases, most first, then by id."""
    placed = (Placed(id, *position) for id, position in positions.items() if id in ids)
    return tuple(sorted(placed, key=lambda point: (point.position, -point.cases, point.id)))


def stages_of(order: Sequence[Placed], count: int) -> list[list[str]]:
    """The touchpoints cut into stages at the widest steps of position, the earlier of equal ones.

    Raises:
        UsageError: There are fewer touchpoints than stages.
    """
    if count > len(order):
        raise UsageError(
            say(
                "{stages} stages cannot be made of {n} {n:touchpoint|touchpoints}",
                stages=count,
                n=len(order),
            )
        )
    steps = [after.position - before.position for before, after in pairwise(order)]
    widest = sorted(range(len(steps)), key=lambda place: (-steps[place], place))[: count - 1]
    cuts = [0, *sorted(place + 1 for place in widest), len(order)]
    return [[point.id for point in order[start:end]] for start, end in pairwise(cuts)]
