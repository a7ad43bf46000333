"""Curve: the line along one path, the tinted ground below it, a marker for every touchpoint."""

from __future__ import annotations

import math
from collections.abc import Iterator

from cjm.design.tokens import tone_of
from cjm.maps.content.model import Measure
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Command
from cjm.maps.views.map.curve.spline import Bezier, cut, heights
from cjm.maps.views.map.curve.stems import draw_stems
from cjm.maps.views.map.curve.tracing import Field, Trace
from cjm.maps.views.map.signs import DASHES

WIDTH, OVERLAID = 3, 2
HATCH = 5
MARKER = 8.0
LEVELS = {1: "delight", 0: "satisfaction", -1: "disappointment"}


def draw_curve(
    canvas: Canvas, trace: Trace, measure: Measure, field: Field, texts: SheetWords, alone: bool
) -> None:
    """Line and stems; C alone in the colours of its levels on tinted ground, else in ink."""
    curve, levels = trace.curve, alone and measure == "gap"
    name = curve.name if curve.persona or not alone else ""
    title = {**texts.lanes, **texts.measured.get(measure, {})}["curve"]
    title = texts.curve_of.format(title, name) if name else title
    state = None if alone else curve.state
    with canvas.group("curve", title=title, persona=curve.persona, state=state):
        for piece in trace.pieces:
            if levels:
                _draw_stretches(canvas, piece, field.zero)
            elif alone:
                canvas.path(_area(piece, field.zero), fill="satisfaction.tint")
                canvas.path(_line(piece), stroke="ink", stroke_width=WIDTH, round_ends=True)
            else:
                canvas.path(
                    _line(piece),
                    stroke="ink",
                    stroke_width=OVERLAID,
                    round_ends=not curve.dashed,
                    dashes=DASHES if curve.dashed else (),
                )
        draw_stems(canvas, trace, field.zero, levels)


def _draw_stretches(canvas: Canvas, piece: list[Bezier], zero: float) -> None:
    stretches = cut(piece, zero)
    for side, beziers in stretches:
        if side:
            tint = tone_of(LEVELS[side]).tint
            canvas.path(_area(beziers, zero), fill=tint)
            if side < 0:
                _hatch(canvas, beziers, zero)
    for side, beziers in stretches:
        canvas.path(
            _line(beziers),
            stroke=tone_of(LEVELS[side]).line,
            stroke_width=WIDTH,
            round_ends=True,
        )


def _line(beziers: list[Bezier]) -> Iterator[Command]:
    yield ("M", *beziers[0][0])
    yield from _beziers(beziers)


def _beziers(beziers: list[Bezier]) -> Iterator[Command]:
    for _, (x1, y1), (x2, y2), (x, y) in beziers:
        yield ("C", x1, y1, x2, y2, x, y)


def _area(beziers: list[Bezier], zero: float) -> Iterator[Command]:
    """The ground between a stretch and the zero line."""
    yield ("M", beziers[0][0].x, zero)
    yield ("L", *beziers[0][0])
    yield from _beziers(beziers)
    yield ("L", beziers[-1][3].x, zero)
    yield ("z",)


def _hatch(canvas: Canvas, beziers: list[Bezier], zero: float) -> None:
    """Vertical hairlines from the zero line to the curve: no pattern is needed."""
    strokes: list[Command] = []
    first, end = math.ceil(beziers[0][0].x / HATCH) * HATCH, math.ceil(beziers[-1][3].x)
    for x, y in heights(beziers, range(first, end, HATCH)):
        strokes += [("M", x, zero), ("V", y)]
    if strokes:
        canvas.path(strokes, stroke="hatch", stroke_width=0.8)


def draw_markers(canvas: Canvas, trace: Trace, measure: Measure) -> None:
    """A triangle up or down or a disc, the level in colour and shape; a score as its sign."""
    for node, point in trace.markers:
        if measure == "gap":
            draw_marker(canvas, point, node.mark)
        elif measure == "experience":
            canvas.circle(*point, MARKER * 0.78, fill="ink", stroke="card", stroke_width=1.75)
        else:
            canvas.circle(*point, MARKER * 0.7, fill="card", stroke="ink", stroke_width=1.75)


def draw_marker(canvas: Canvas, at: Point, mark: str, radius: float = MARKER) -> None:
    """The marker of one level."""
    tone, r = tone_of(mark), radius
    if mark not in ("disappointment", "delight"):
        canvas.circle(at.x, at.y, r * 0.78, fill=tone.line, stroke="card", stroke_width=1.75)
        return
    up = -1 if mark == "delight" else 1
    shape: tuple[Command, ...] = (
        ("M", at.x - r, at.y - up * r * 0.75),
        ("h", 2 * r),
        ("l", -r, up * r * 1.65),
        ("z",),
    )
    canvas.path(shape, fill=tone.fill, stroke=tone.edge, stroke_width=1.75)
