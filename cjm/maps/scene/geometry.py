"""Geometry: points, boxes and paths of straight lines and cubic curves, y downwards."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cjm.tuples import NamedTuple

SEGMENTS_KEPT = 512
"""A path is walked for each label that may stand on it, and again when its map is drawn anew."""


class Point(NamedTuple):
    """A place on the map."""

    x: float
    y: float


Segment = tuple[Point, ...]
"""Two points of a straight line or four of a cubic Bézier curve."""


class Box(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def overlaps(self, other: Box, gap: float = 0) -> bool:
        """Whether the two share any area, or come nearer than `gap`."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside."""
        return self.x < point.x < self.right and self.y < point.y < self.bottom

    def grown(self, by: float) -> Box:
        """The box with `by` added on every side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def box_around(center: Point, width: float, height: float) -> Box:
    """The box of that size around a point."""
    return Box(center.x - width / 2, center.y - height / 2, width, height)


class Spline(NamedTuple):
    """Segments, each beginning where the one before it ends."""

    segments: tuple[Segment, ...]

    @property
    def start(self) -> Point:
        """Where it begins."""
        return self.segments[0][0]

    @property
    def end(self) -> Point:
        """Where it ends."""
        return self.segments[-1][-1]

    @property
    def heading(self) -> float:
        """The direction at its end, in radians."""
        before, end = self.segments[-1][-2:]
        return math.atan2(end.y - before.y, end.x - before.x)

    def samples(self, step: float = 8) -> list[Point]:
        """Points along the path, at most about `step` apart, its ends included."""
        return list(self.walked(step))

    def walked(self, step: float) -> Iterator[Point]:
        """The same one after the other: of a long path often only the beginning is asked for."""
        yield self.start
        for segment in self.segments:
            yield from _walked(segment, step)

    def shortened(self, by: float) -> Spline:
        """The path without its last bit, so that the line ends inside its arrowhead."""
        last = self.segments[-1]
        end = last[-1]
        turn = self.heading
        moved = Point(end.x - by * math.cos(turn), end.y - by * math.sin(turn))
        if len(last) == 2:
            return Spline((*self.segments[:-1], (last[0], moved)))
        bend = Point(last[2].x - by * 0.4 * math.cos(turn), last[2].y - by * 0.4 * math.sin(turn))
        return Spline((*self.segments[:-1], (last[0], last[1], bend, moved)))


def straight(*points: Point) -> tuple[Segment, ...]:
    """Straight segments from point to point; none where two points are the same."""
    return tuple((a, b) for a, b in pairwise(points) if math.dist(a, b) > 1e-6)


def swing(start: Point, end: Point) -> tuple[Segment, ...]:
    """A curve that leaves and arrives horizontally; a straight line on one height."""
    if abs(start.y - end.y) < 0.01:
        return straight(start, end)
    bend = (end.x - start.x) * 0.55
    return ((start, Point(start.x + bend, start.y), Point(end.x - bend, end.y), end),)


def corner(before: Point, at: Point, after: Point, radius: float) -> tuple[Segment, Segment]:
    """Straight to a rounded corner, and round it; `after` gives the way on."""
    inner = _towards(at, before, radius)
    outer = _towards(at, after, radius)
    k = 0.45  # near a quarter circle
    turn = (inner, _towards(at, inner, radius * k), _towards(at, outer, radius * k), outer)
    return (before, inner), turn


def _towards(start: Point, end: Point, by: float) -> Point:
    length = math.dist(start, end)
    part = min(1.0, by / length) if length else 0
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


@lru_cache(SEGMENTS_KEPT)
def _walked(segment: Segment, step: float) -> tuple[Point, ...]:
    """Points along a segment, without its first."""
    reach = sum(math.dist(a, b) for a, b in pairwise(segment))
    count = max(1, math.ceil(reach / step))
    return tuple(_at(segment, i / count) for i in range(1, count + 1))


def _at(segment: Segment, t: float) -> Point:
    u = 1 - t
    if len(segment) == 2:
        (ax, ay), (bx, by) = segment
        return Point(ax * u + bx * t, ay * u + by * t)
    a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
    (px, py), (qx, qy), (rx, ry), (sx, sy) = segment
    return Point(a * px + b * qx + c * rx + d * sx, a * py + b * qy + c * ry + d * sy)
