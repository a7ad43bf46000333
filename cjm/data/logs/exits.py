"""Exits: which ends of cases are exits of the journey, and which are its drop-offs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cjm.data.logs.counting import Counts, onward_of
from cjm.data.logs.words import Ids
from cjm.journey import Outcome
from cjm.tuples import NamedTuple

END = "-end"
"""What the id of a touchpoint's own exit ends in."""


class Exit(NamedTuple):
    """An exit of its own for the cases that end at a touchpoint which others leave again."""

    id: str
    touchpoint: str
    outcome: Outcome | None
    cases: int


def own_exits(
    counts: Counts, order: Sequence[str], outcomes: Mapping[str, Outcome]
) -> tuple[tuple[Exit, ...], tuple[str, ...]]:
    """Exits that touchpoints get because not everybody leaves there.

    A touchpoint that `outcomes` names gets one where some cases go on. Where no way leads to any
    exit, customers would drop off and never arrive: the end that most of those cases have is then
    taken for an exit, too; what it is nobody has said.

    Args:
        counts: What is kept.
        order: Touchpoints in the order of the file.
        outcomes: The ends that are no loss.

    Returns:
        The exits, in the order of the file, and the touchpoints that got one without being named.
    """
    onward = onward_of(counts, order)
    ending: dict[str, Outcome | None] = {
        id: outcomes[id] for id in order if id in outcomes and onward[id] and counts.ends.get(id)
    }
    arriving = {id for id in order if not onward[id]} | set(ending)
    taken = []
    while stuck := _stuck(order, onward, arriving):
        most = max(stuck, key=lambda id: counts.ends.get(id, 0))
        ending[most] = None
        arriving.add(most)
        taken.append(most)
    free = Ids(order)
    exits = (
        Exit(free.take(id + END), id, ending[id], counts.ends[id]) for id in order if id in ending
    )
    return tuple(exits), tuple(taken)


def _stuck(order: Sequence[str], onward: Mapping[str, list[str]], arriving: set[str]) -> list[str]:
    """Touchpoints that lead to no exit."""
    before: dict[str, list[str]] = {}
    for id, targets in onward.items():
        for target in targets:
            before.setdefault(target, []).append(id)
    reached, waiting = set(arriving), list(arriving)
    while waiting:
        for id in before.get(waiting.pop(), ()):
            if id not in reached:
                reached.add(id)
                waiting.append(id)
    return [id for id in order if id not in reached]
