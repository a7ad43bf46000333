"""The curve: a monotone cubic through points, which never overshoots one of them."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cjm.maps.scene.geometry import Point

Bezier = tuple[Point, Point, Point, Point]
"""A cubic whose x runs evenly, so that a place on it is found by x."""


def monotone(points: list[Point]) -> list[Bezier]:
    """The curve through points from left to right.

    Source: Fritsch and Carlson, Monotone piecewise cubic interpolation, SIAM J. Numer. Anal. 17
    (1980); inner slopes are the harmonic mean of the neighbouring ones.
    """
    if len(points) < 2:
        return []
    slopes = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    bends = [slopes[0], *(_between(a, b) for a, b in pairwise(slopes)), slopes[-1]]
    for i, slope in enumerate(slopes):
        _limit(bends, i, slope)
    curve = []
    for i, (a, b) in enumerate(pairwise(points)):
        third = (b.x - a.x) / 3
        left = Point(a.x + third, a.y + bends[i] * third)
        right = Point(b.x - third, b.y - bends[i + 1] * third)
        curve.append((a, left, right, b))
    return curve


def _between(before: float, after: float) -> float:
    return 0.0 if before * after <= 0 else 2 * before * after / (before + after)


def _limit(bends: list[float], i: int, slope: float) -> None:
    """Keep both ends of a piece within the circle that guarantees monotony."""
    if slope == 0:
        bends[i] = bends[i + 1] = 0
        return
    reach = math.hypot(bends[i] / slope, bends[i + 1] / slope)
    if reach > 3:
        bends[i], bends[i + 1] = 3 * bends[i] / reach, 3 * bends[i + 1] / reach


def at(curve: list[Bezier], x: float) -> float | None:
    """The height of the curve at x; None beside it."""
    if not curve or not curve[0][0].x <= x <= curve[-1][3].x:
        return None
    piece = curve[max(0, bisect_right(curve, x, key=lambda b: b[0].x) - 1)]
    return height(piece, (x - piece[0].x) / (piece[3].x - piece[0].x))


def height(piece: Bezier, t: float) -> float:
    """The height at t from 0 to 1."""
    u = 1 - t
    (_, a), (_, b), (_, c), (_, d) = piece
    return u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d


def heights(curve: list[Bezier], places: Iterable[float]) -> Iterator[tuple[float, float]]:
    """The places, from left to right, that lie on the curve, each with its height there."""
    rest = iter(curve)
    piece, after = next(rest, None), next(rest, None)
    for x in places:
        while after is not None and after[0].x <= x:
            piece, after = after, next(rest, None)
        if piece is not None and curve[0][0].x <= x <= curve[-1][3].x:
            yield x, height(piece, (x - piece[0].x) / (piece[3].x - piece[0].x))


def cut(curve: list[Bezier], zero: float) -> list[tuple[int, list[Bezier]]]:
    """The curve in stretches above (1), on (0) and below (−1) the zero line; y grows downwards."""
    stretches: list[tuple[int, list[Bezier]]] = []
    for piece in curve:
        for part in _halves(piece, zero):
            middle = zero - height(part, 0.5)
            side = 0 if abs(middle) < 0.05 else (1 if middle > 0 else -1)
            if stretches and stretches[-1][0] == side:
                stretches[-1][1].append(part)
            else:
                stretches.append((side, [part]))
    return stretches


def _halves(piece: Bezier, zero: float) -> list[Bezier]:
    """The piece cut where it crosses zero: monotone, it does so once at most."""
    above = piece[0].y - zero
    if above * (piece[3].y - zero) >= -1e-9:
        return [piece]
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if (height(piece, middle) - zero) * above > 0 else (low, middle)
    return _split(piece, low)


def _split(piece: Bezier, t: float) -> list[Bezier]:
    """Both parts of a piece, by de Casteljau."""

    def mixed(p: Point, q: Point) -> Point:
        return Point(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t)

    a, c, e = (mixed(p, q) for p, q in pairwise(piece))
    f, g = mixed(a, c), mixed(c, e)
    middle = mixed(f, g)
    return [(piece[0], a, f, middle), (middle, g, e, piece[3])]
