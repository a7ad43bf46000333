"""Scores: O as a ring and B as a disc, beside their figures and on the journey's scale."""

from __future__ import annotations

from cjm.design.tokens import tone_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point

Pair = tuple[float | None, float | None]
"""O and B, as far as they are known."""


def ring(canvas: Canvas, center: Point, radius: float, width: float = 1.5) -> None:
    """O: what was hoped for, still empty."""
    canvas.circle(*center, radius, fill="card", stroke="ink", stroke_width=width)


def disc(canvas: Canvas, center: Point, radius: float, mark: str) -> None:
    """B: what was lived, in the colour of its level."""
    canvas.circle(*center, radius, fill=tone_of(mark).line)


def dumbbell(
    canvas: Canvas,
    start: Point,
    width: float,
    scale: tuple[float, float],
    scores: Pair,
    mark: str,
    size: float = 1,
) -> None:
    """O and B on the journey's scale, the gap as the bar between them."""
    expected, lived = scores
    with canvas.group("dumbbell", mark, expectation=expected, experience=lived):
        _scale(canvas, start, width, size)
        low, high = scale
        at = [
            None if score is None else start.x + width * (score - low) / (high - low or 1)
            for score in scores
        ]
        _pair(canvas, at[0], at[1], start.y, mark, size)


def _scale(canvas: Canvas, start: Point, width: float, size: float) -> None:
    """The line from the lowest score to the highest, with ticks where it is long."""
    (x, y), thick = start, 1.5 if size == 1 else 1.25
    canvas.line((x, y), (x + width, y), "line", thick, round_ends=True)
    if size == 1:
        for tick in (x, x + width / 2, x + width):
            canvas.line((tick, y - 3), (tick, y + 3), "line", thick, round_ends=True)


def _pair(
    canvas: Canvas, expected: float | None, lived: float | None, y: float, mark: str, size: float
) -> None:
    """The bar, the ring and the disc; the disc inside the ring where they coincide."""
    hoop, dot = 5 * size, 5.5 * size
    if expected is not None and lived is not None:
        apart = abs(expected - lived)
        if apart > 0.5:
            canvas.line((expected, y), (lived, y), tone_of(mark).line, 4 * size)
        if apart < 4 * size:
            hoop, dot = 7 * size, 3.5 * size
    if expected is not None:
        with canvas.group("expectation"):
            ring(canvas, Point(expected, y), hoop, 1.75 * size)
    if lived is not None:
        with canvas.group("experience"):
            disc(canvas, Point(lived, y), dot, mark)
