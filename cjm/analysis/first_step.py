"""The first step: the cheapest of the efficient sets of improvements that raises the balance.

A plan's frontier begins with it. No search is needed: lifts only ever raise, each up to the scale's
top, so that a set raises the balance only where one of its improvements does so alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cjm.analysis.core import Analysis
from cjm.analysis.improving import Room, improved, open_improvements, rooms_of
from cjm.journey import Improvement
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

MOST_IMPROVEMENTS = 200
"""Of more improvements no first step is looked for: whoever only looks at a map does not wait."""


class FirstStep(NamedTuple):
    """What to do first.

    `improvements` are done together; `equal` are others that cost as much and raise the balance
    as much. `balance` is the journey's once it is done, `assumed` where that rests on shares that
    nobody gave.
    """

    improvements: tuple[Improvement, ...]
    equal: tuple[Improvement, ...]
    balance: float
    assumed: bool


def first_step(analysis: Analysis) -> FirstStep | None:
    """The second point of the efficient frontier, after doing nothing.

    Args:
        analysis: The journey's figures, of everybody or of one persona.

    Returns:
        The step; None where nothing raises the balance, or there is none.
    """
    candidates = open_improvements(analysis.journey)
    if analysis.balance is None or not 0 < len(candidates) <= MOST_IMPROVEMENTS:
        return None
    rooms: dict[str, list[Room]] = {}
    for room in rooms_of(analysis):
        rooms.setdefault(room.touchpoint, []).append(room)
    gains = {i: rounded(_gain([i], rooms)) for i in candidates}
    helping = [i for i in candidates if gains[i] > 0]
    if not helping:
        return None
    cost = min(i.cost for i in helping)
    cheapest = [i for i in helping if i.cost == cost]
    if cost == 0:
        return _step(analysis, _needed(cheapest, rooms), ())
    most = max(gains[i] for i in cheapest)
    first, *equal = (i for i in cheapest if gains[i] == most)
    return _step(analysis, (first,), tuple(equal))


def _gain(chosen: Sequence[Improvement], rooms: Mapping[str, Sequence[Room]]) -> float:
    """What improvements that are done together add to the balance."""
    points: dict[str, float] = {}
    for improvement in chosen:
        for lift in improvement.lifts:
            points[lift.touchpoint] = points.get(lift.touchpoint, 0.0) + lift.points
    return sum(
        room.value * min(room.headroom, lifted)
        for id, lifted in points.items()
        for room in rooms.get(id, ())
    )


def _needed(
    free: Sequence[Improvement], rooms: Mapping[str, Sequence[Room]]
) -> tuple[Improvement, ...]:
    """Of improvements that cost nothing all that add something to the others."""
    needed = list(free)
    for improvement in reversed(free):
        others = [i for i in needed if i is not improvement]
        if rounded(_gain(others, rooms)) == rounded(_gain(needed, rooms)):
            needed = others
    return tuple(needed)


def _step(
    analysis: Analysis, chosen: tuple[Improvement, ...], equal: tuple[Improvement, ...]
) -> FirstStep | None:
    after = Analysis.improved(improved(analysis.journey, chosen), analysis)
    balance = after.balance
    if balance is None:
        return None
    return FirstStep(chosen, equal, balance, after.is_assumed("balance"))
