"""Curve: the line through C, the tinted ground below it, and a marker for every touchpoint."""

from __future__ import annotations

import math

from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.scene.canvas import Canvas, plain
from cjm.maps.scene.geometry import Point
from cjm.maps.views.map.curve.spline import Bezier, at, cut
from cjm.maps.views.map.curve.tracing import Field, Trace
from cjm.maps.views.map.signs import DASHES

WIDTH, OVERLAID = 3, 2
HATCH, HATCH_COLOUR = 5, "#A3A3A3"
MARKER = 8.0
LEVELS = {1: "delight", 0: "satisfaction", -1: "disappointment"}


def draw_curve(canvas: Canvas, trace: Trace, field: Field, texts: SheetWords, alone: bool) -> None:
    """The curve; alone in the colours of its levels on tinted ground, else in ink."""
    curve = trace.curve
    name = curve.name if curve.persona or not alone else ""
    title = texts.curve_of.format(name) if name else texts.lanes["curve"]
    with canvas.group(
        "curve", title, data_persona=curve.persona, data_state=None if alone else curve.state
    ):
        for piece in trace.pieces:
            if alone:
                _draw_stretches(canvas, piece, field.zero)
            else:
                canvas.path(
                    _begun(piece) + _beziers(piece),
                    stroke=canvas.theme.ink,
                    stroke_width=OVERLAID,
                    round_ends=not curve.dashed,
                    dashes=DASHES if curve.dashed else None,
                )


def _draw_stretches(canvas: Canvas, piece: list[Bezier], zero: float) -> None:
    stretches = cut(piece, zero)
    for side, beziers in stretches:
        if side:
            tint = canvas.theme.tone(LEVELS[side]).tint
            canvas.path(_area(beziers, zero), fill=tint)
            if side < 0 and canvas.theme.name == "print":
                _hatch(canvas, beziers, zero)
    for side, beziers in stretches:
        canvas.path(
            _begun(beziers) + _beziers(beziers),
            stroke=canvas.theme.tone(LEVELS[side]).line,
            stroke_width=WIDTH,
            round_ends=True,
        )


def _begun(beziers: list[Bezier]) -> str:
    return f"M{_pair(beziers[0][0])}"


def _beziers(beziers: list[Bezier]) -> str:
    return "".join("C" + " ".join(_pair(p) for p in b[1:]) for b in beziers)


def _area(beziers: list[Bezier], zero: float) -> str:
    """The ground between a stretch and the zero line."""
    left, right = plain(beziers[0][0].x), plain(beziers[-1][3].x)
    base = plain(zero)
    return f"M{left} {base}L{_pair(beziers[0][0])}{_beziers(beziers)}L{right} {base}z"


def _hatch(canvas: Canvas, beziers: list[Bezier], zero: float) -> None:
    """Vertical hairlines from the zero line to the curve: no pattern is needed."""
    strokes = []
    x = math.ceil(beziers[0][0].x / HATCH) * HATCH
    while x < beziers[-1][3].x:
        y = at(beziers, x)
        if y is not None:
            strokes.append(f"M{plain(x)} {plain(zero)}V{plain(y)}")
        x += HATCH
    if strokes:
        canvas.path("".join(strokes), stroke=HATCH_COLOUR, stroke_width=0.8)


def _pair(point: Point) -> str:
    return f"{plain(point.x)} {plain(point.y)}"


def draw_markers(canvas: Canvas, trace: Trace) -> None:
    """A triangle up or down or a disc: the level in colour and shape."""
    for node, point in trace.markers:
        draw_marker(canvas, point, node.mark)


def draw_marker(canvas: Canvas, at: Point, mark: str, radius: float = MARKER) -> None:
    """The marker of one level."""
    theme, r = canvas.theme, radius
    tone = theme.tone(mark)
    edge = tone.outline if tone.outline_width > 1 else theme.card
    x, width, tip = plain(at.x - r), plain(2 * r), plain(r * 1.65)
    match mark:
        case "disappointment":
            shape = f"M{x} {plain(at.y - r * 0.75)}h{width}l{plain(-r)} {tip}z"
        case "delight":
            shape = f"M{x} {plain(at.y + r * 0.75)}h{width}l{plain(-r)} {plain(-r * 1.65)}z"
        case _:
            canvas.circle(
                at.x, at.y, r * 0.78, fill=tone.line, stroke=theme.card, stroke_width=1.75
            )
            return
    canvas.path(shape, fill=tone.fill, stroke=edge, stroke_width=1.75)
