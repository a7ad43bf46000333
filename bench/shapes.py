"""Shapes of journeys that an analysis finds easy or hard."""

from __future__ import annotations

import random

from cjm.journey import Journey, Touchpoint, Transition
from cjm.records import replace

Ways = list[dict[int, float]]
"""Of each touchpoint, where it leads and how often."""


def onward(size: int, luck: random.Random) -> Ways:
    """No loop: each moves on by up to 20 touchpoints, three ways each."""
    return [
        _shared({min(size - 1, n + 1 + luck.randrange(20)) for _ in range(3)}, 0.97)
        for n in range(size - 1)
    ]


def short_loops(size: int, luck: random.Random) -> Ways:
    """As onward, and a fifth leads a few steps back as well."""
    ways = onward(size, luck)
    for n in range(4, size - 1):
        if luck.random() < 0.2:
            ways[n] = _shared({*ways[n], n - 1 - luck.randrange(3)}, 0.97)
    return ways


def hub(size: int, luck: random.Random) -> Ways:
    """Everything leads to the first touchpoint, and that leads everywhere."""
    return [_shared(set(range(1, size)), 0.97)] + [{0: 0.9} for _ in range(size - 2)]


def grid(size: int, luck: random.Random) -> Ways:
    """A square whose neighbours lead to each other, both ways: one component."""
    side = max(2, round(size**0.5))
    ways: Ways = []
    for n in range(size - 1):
        near = [(1, n % side < side - 1), (-1, n % side > 0), (side, True), (-side, True)]
        ways.append(_shared({n + by for by, fits in near if fits and 0 <= n + by < size}, 0.97))
    return ways


def tangle(size: int, luck: random.Random) -> Ways:
    """One random component: each leads on, and to two touchpoints anywhere."""
    return [
        _shared({n + 1, luck.randrange(size), luck.randrange(size)}, 0.97) for n in range(size - 1)
    ]


SHAPES = {f.__name__: f for f in (onward, short_loops, hub, grid, tangle)}


def journey_of(shape: str, size: int) -> Journey:
    """The same journey for the same shape and size; the last touchpoint is a success."""
    luck = random.Random(1)
    ways = [*SHAPES[shape](size, luck), {}]
    points = [
        Touchpoint(
            f"t{n}",
            expectation=luck.choice([5, 6, 7, 8]),
            experience=luck.choice([4, 5, 6, 7, 8, 9]),
            next=tuple(Transition(f"t{to}", share) for to, share in leads.items()),
            outcome=None if leads else "success",
        )
        for n, leads in enumerate(ways)
    ]
    return Journey("bench", tuple(points))


def opened(journey: Journey) -> Journey:
    """The same journey with no share written down: all of them are assumed."""
    points = [
        replace(point, next=tuple(Transition(way.to) for way in point.next))
        for point in journey.touchpoints
    ]
    return replace(journey, touchpoints=tuple(points))


def _shared(targets: set[int], among: float) -> dict[int, float]:
    return {target: among / len(targets) for target in sorted(targets)}
