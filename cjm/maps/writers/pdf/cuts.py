"""Cuts: where a line is cut into parts so that the least is cut through."""

from collections import defaultdict
from collections.abc import Iterable

LEADING = 4.0
"""So near above and below a text no page ends: the lines of a paragraph stay together."""
_EARLIEST, _AIR = 0.55, 4.0
"""A page is filled at least so far before a better place for the cut is preferred; and the map's
units that are left empty beside a cut, where there is room."""


def cuts(
    end: float,
    room: float,
    overlap: float,
    boxes: Iterable[tuple[float, float, float]],
    later: float | None = None,
) -> list[float]:
    """Where to cut 0 to `end` into parts of at most `room`: where the least is cut through.

    After the first the parts have the room `later`, where something is repeated beside them.
    `boxes` are (from, to, cost); of equal places the last is taken, so that parts are long.
    """
    costs = _costs(boxes)
    places = [0.0]
    while end - places[-1] > room + 1e-6:
        most = places[-1] + room - overlap
        least = places[-1] + (room - overlap) * _EARLIEST
        inside = [
            (cost, -min(right, most), max(left, least))
            for left, right, cost in costs
            if right > least and left < most
        ]
        _, right, left = min(inside, default=(0.0, -most, most))
        # The middle of a gap, or so near its end that what both pages show is just empty.
        places.append(max((left - right) / 2, -right - overlap - _AIR))
        room = room if later is None else later
    return [*places, end]


def _costs(boxes: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """The line in stretches (from, to, cost), from end to end."""
    changes: defaultdict[float, float] = defaultdict(float)
    for left, right, cost in boxes:
        changes[left] += cost
        changes[right] -= cost
    stretches, cost, before = [], 0.0, -1e9
    for place in sorted(changes):
        stretches.append((before, place, round(cost, 6)))
        cost, before = cost + changes[place], place
    return [*stretches, (before, 1e9, 0.0)]
