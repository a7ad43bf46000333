"""Marks: the signs of the visual language, each in one shape for cards, header and legend."""

from __future__ import annotations

import math
from itertools import pairwise

from cjm.design.tokens import Mixed, Paint, Token
from cjm.maps.scene.canvas import Canvas, polygon
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.icons import CHECK, CROSS, DASH, ICONS
from cjm.maps.scene.model import Command, Place
from cjm.maps.scene.pathdata import commands_in


def icon(
    canvas: Canvas,
    drawing: str,
    corner: Point,
    scale: float = 1,
    colour: Paint = "muted",
    width: float = 1.5,
) -> None:
    """An icon of the 16-unit grid, its upper left corner given."""
    canvas.path(
        commands_in(drawing),
        stroke=colour,
        stroke_width=width / scale,
        round_ends=True,
        place=Place(corner.x, corner.y, scale),
    )


def channel_icon(canvas: Canvas, name: str, corner: Point, scale: float = 1) -> None:
    """The icon of a channel."""
    icon(canvas, ICONS[name], corner, scale, width=1.5 if scale == 1 else 1.3)


def star(
    canvas: Canvas, center: Point, radius: float, edge: Token = "star", negative: bool = True
) -> None:
    """The star of a moment of truth: gold where it disappoints, else an outline.

    The edge `star_edge` parts the gold from a light ground.
    """
    points = []
    for i in range(10):
        turn, reach = -math.pi / 2 + i * math.pi / 5, radius * (0.46 if i % 2 else 1)
        points.append((center.x + reach * math.cos(turn), center.y + reach * math.sin(turn)))
    width = 1 if negative else 1.25
    fill: Token = "star" if negative else "card"
    canvas.path(
        polygon(points), fill=fill, stroke=edge if negative else "muted", stroke_width=width
    )


def line_sample(canvas: Canvas, at: Point, width: float, dashed: bool) -> None:
    """A piece of a curve, as its line is drawn."""
    dashes = (6, 3) if dashed else ()
    canvas.line((at.x, at.y), (at.x + width, at.y), "ink", 2, dashes=dashes)


def arrowhead(canvas: Canvas, tip: Point, heading: float, width: float, colour: Paint) -> None:
    """The head of a line of that width."""
    length, spread = head_length(width), 6 + width * 1.25
    corners = [(0.0, 0.0), (-length, -spread / 2), (-length * 0.78, 0.0), (-length, spread / 2)]
    cos, sin = math.cos(heading), math.sin(heading)
    points = [(tip.x + a * cos - b * sin, tip.y + a * sin + b * cos) for a, b in corners]
    canvas.path(polygon(points), fill=colour)


def head_length(width: float) -> float:
    """How long the head of a line of that width is."""
    return 8 + width * 0.75


def outcome_sign(canvas: Canvas, center: Point, outcome: str, radius: float) -> None:
    """A tick on a disc, a cross in a ring, or a dash in a ring."""
    scale = radius / 8 * 0.82
    corner = Point(center.x - 8 * scale, center.y - 8 * scale)
    if outcome == "success":
        canvas.circle(center.x, center.y, radius, fill="solid")
        icon(canvas, CHECK, corner, scale, "on_solid", 2)
        return
    edge = radius - 0.75
    canvas.circle(center.x, center.y, edge, fill="canvas", stroke="ink", stroke_width=1.75)
    icon(canvas, CROSS if outcome == "failure" else DASH, corner, scale, "ink", 2)


def change_sign(canvas: Canvas, center: Point, changed: str) -> None:
    """What became of a touchpoint, by a shape: a plus, a minus, a triangle up or down, a wave."""
    x, y = center
    canvas.circle(x, y, 9, fill="canvas", stroke="ink", stroke_width=1.25)
    if changed in ("added", "removed"):
        canvas.line((x - 4.5, y), (x + 4.5, y), "ink", 2)
    if changed == "added":
        canvas.line((x, y - 4.5), (x, y + 4.5), "ink", 2)
    if changed in ("better", "worse"):
        up = -1 if changed == "better" else 1
        points = [(x - 4.8, y - 3 * up), (x + 4.8, y - 3 * up), (x, y + 4.5 * up)]
        canvas.path(polygon(points), fill="ink", stroke="ink", stroke_width=0.5)
    if changed == "renamed":
        canvas.text(x, y + 4.5, "~", size=14, bold=True, anchor="middle")


def start_sign(canvas: Canvas, center: Point, radius: float) -> None:
    """A triangle on a disc: here customers come in."""
    k = radius / 12
    canvas.circle(center.x, center.y, radius, fill="solid")
    points = [
        (center.x - 4 * k, center.y - 5.5 * k),
        (center.x + 5.5 * k, center.y),
        (center.x - 4 * k, center.y + 5.5 * k),
    ]
    canvas.path(polygon(points), fill="on_solid", stroke="on_solid", stroke_width=k)


def fading(canvas: Canvas, foot: Point, ground: Token, size: float = 1) -> None:
    """A line downwards that thins, pales and dissolves into dots: customers lost unseen."""
    x, y = foot
    ends = [0.0, 7, 13, 18, 22.5] if size == 1 else [0.0, 4, 8, 12]
    for i, (a, b) in enumerate(pairwise(ends)):
        width = (2.6 - i * 0.35) * (0.5 + size / 2)
        canvas.line((x, y + a), (x, y + b + 0.3), Mixed("edge", ground, i * 0.12), width)
    dots = (26.5, 31, 35.5, 40) if size == 1 else (14.5, 18.5)
    for i, down in enumerate(dots):
        canvas.circle(x, y + down, 1.35 - i * 0.15, fill=Mixed("edge", ground, 0.3 + i * 0.14))
    if size == 1:
        # A bar, no head: nobody arrives at the card below.
        left, right = (x - 4.5, y + 44.5), (x + 4.5, y + 44.5)
        canvas.line(left, right, Mixed("edge", ground, 0.15), 1.5, round_ends=True)


def fading_across(canvas: Canvas, start: Point, ground: Token) -> None:
    """The same from left to right, for the legend."""
    x, y = start
    for i in range(4):
        colour = Mixed("edge", ground, i * 0.12)
        canvas.line((x + i * 7, y), (x + i * 7 + 7.3, y), colour, 2.6 - i * 0.35)
    for i in range(4):
        colour = Mixed("edge", ground, 0.3 + i * 0.14)
        canvas.circle(x + 33 + i * 4, y, 1.3 - i * 0.2, fill=colour)
    bar = Mixed("edge", ground, 0.15)
    canvas.line((x + 49, y - 4.5), (x + 49, y + 4.5), bar, 1.5, round_ends=True)


def ending(canvas: Canvas, box: Box, end: str) -> None:
    """A part of the bar of outcomes: solid, dotted, hatched or lined, never with a hue."""
    x, y, width, height = box
    middle = y + height / 2
    if end == "success":
        canvas.rect(x, y, width, height, fill="solid")
        return
    if end == "drop_off":
        canvas.rect(x, y, width, height, fill="band_head")
        dots = [step for at in _spread(x, width, 6) for step in _dot(at, middle, 1.2)]
        canvas.path(dots, fill="edge")
        return
    canvas.rect(
        x + 0.75,
        y + 0.75,
        max(0.5, width - 1.5),
        height - 1.5,
        fill="canvas",
        stroke="ink" if end == "failure" else "muted",
        stroke_width=1.5,
    )
    if end == "failure" and width > 8:
        strokes: list[Command] = []
        for at in _spread(x, width, 7):
            strokes += [("M", at - 2.5, y + height - 3), ("L", at + 2.5, y + 3)]
        canvas.path(strokes, stroke="ink", stroke_width=1.25)
    elif end == "neutral" and width > 8:
        line: tuple[Command, ...] = (("M", x + 3, middle), ("H", x + width - 3))
        canvas.path(line, stroke="muted", stroke_width=1.25)


def _spread(start: float, width: float, pitch: float) -> list[float]:
    """Places side by side, about a pitch apart, in the middle of equal parts."""
    count = max(1, int(width // pitch))
    return [start + width / count * (i + 0.5) for i in range(count)]


def _dot(x: float, y: float, r: float) -> tuple[Command, ...]:
    turn, back = ("a", r, r, 0, 1, 0, 2 * r, 0), ("a", r, r, 0, 1, 0, -2 * r, 0)
    return (("M", x - r, y), turn, back, ("z",))


def about_sign(canvas: Canvas, start: Point) -> None:
    """Two waves before a figure that is about so much; the bundled font has no such sign."""
    wave: tuple[Command, ...] = (("c", 3, -4.5, 6, -4.5, 10.5, -1.5), ("s", 7.5, 3, 10.5, -1.5))
    for down in (-3.5, 5.0):
        start_of_wave: Command = ("M", start.x, start.y + down)
        canvas.path((start_of_wave, *wave), stroke="ink", stroke_width=4)
