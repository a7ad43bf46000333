"""Labels: a free place in a plot for each figure, away from the curve and from one another."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from cjm.maps.scene.geometry import Box

NEAR = 60
"""What is farther away than this does not matter."""
BETTER = 3
"""A later candidate must be this much farther from the curve than an earlier one."""


class Labels:
    """Remembers what has been placed; `bounds` holds every label.

    Labels keep away from the points to `avoid`, and from those of a level line: at the height
    `level`, at every x of `marks`, from left to right.
    """

    def __init__(
        self,
        bounds: Box,
        avoid: Iterable[tuple[float, float]],
        marks: Sequence[float] = (),
        level: float = 0,
    ) -> None:
        self._inside = _edges(bounds)
        self._avoid = sorted(avoid)
        self._marks, self._level = marks, level
        self._taken: list[tuple[float, float, float, float]] = []

    def take(self, box: Box) -> None:
        """Let nothing else be placed there."""
        self._taken.append(_edges(box))

    def place(self, candidates: Iterable[Box], away: float = 0) -> Box | None:
        """The first candidate that keeps farthest from the curve.

        None where all are taken, or none is so far away from the curve.
        """
        best: tuple[float, Box] | None = None
        for box in candidates:
            if self._free(box):
                distance = self._distance(box)
                if best is None or distance > best[0] + BETTER:
                    best = distance, box
        if best is None or best[0] < away:
            return None
        self.take(best[1])
        return best[1]

    def _free(self, box: Box) -> bool:
        first, highest, last, lowest = self._inside
        left, top, right, bottom = _edges(box)
        if not (first <= left and right <= last and highest <= top and bottom <= lowest):
            return False
        left, top, right, bottom = _edges(box.grown(2))
        for taken in self._taken:  # hundreds for each candidate: no calls
            if left < taken[2] and taken[0] < right and top < taken[3] and taken[1] < bottom:
                return False
        return True

    def _distance(self, box: Box) -> float:
        """How far the nearest point of the curve is."""
        left, top, right, bottom = _edges(box)
        start = bisect_left(self._avoid, (left - NEAR, -math.inf))
        end = bisect_right(self._avoid, (right + NEAR, math.inf))
        nearest = min(float(NEAR * NEAR), self._to_level(left, top, right, bottom))
        for x, y in self._avoid[start:end]:  # thousands of points: no calls
            across = left - x if x < left else x - right if x > right else 0.0
            down = top - y if y < top else y - bottom if y > bottom else 0.0
            square = across * across + down * down
            if square < nearest:
                nearest = square
        return math.sqrt(nearest)

    def _to_level(self, left: float, top: float, right: float, bottom: float) -> float:
        """The square of how far the nearest mark of the level line is."""
        after = bisect_left(self._marks, left)
        if after < len(self._marks) and self._marks[after] <= right:
            across = 0.0
        else:
            across = min(
                left - self._marks[after - 1] if after else math.inf,
                self._marks[after] - right if after < len(self._marks) else math.inf,
            )
        level = self._level
        down = top - level if level < top else level - bottom if level > bottom else 0.0
        return across * across + down * down


def _edges(box: Box) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    x, y, width, height = box
    return x, y, x + width, y + height
