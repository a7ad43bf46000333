"""Journeys of a few thousand touchpoints."""

from __future__ import annotations

from typing import Any

from cjm.journey import Journey, Touchpoint, Transition


def point(id: str, gap: float | None = None, /, outcome: Any = None, **ways: float) -> Touchpoint:
    following = tuple(Transition(to, share) for to, share in ways.items())
    lived = None if gap is None else 5 + gap
    return Touchpoint(id, expectation=5, experience=lived, next=following, outcome=outcome)


def ring(size: int, gap: Any, across: int = 0) -> Journey:
    """A loop of many touchpoints, with a chord from each, that 3 % leave everywhere."""
    points = []
    for n in range(size):
        ways = {f"t{(n + 1) % size}": 0.97 if not across else 0.5}
        if across:
            ways[f"t{(n + across) % size}"] = 0.47
        points.append(point(f"t{n}", gap(n), **ways))
    return Journey("ring", tuple(points))
