"""Marks: the signs of the visual language, each in one shape for cards, header and legend."""

from __future__ import annotations

import math
from itertools import pairwise

from cjm.design.themes import mixed
from cjm.maps.scene.canvas import Canvas, plain, polygon
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.icons import CHECK, CROSS, DASH, ICONS
from cjm.maps.scene.text import width_of


def icon(
    canvas: Canvas,
    path: str,
    corner: Point,
    scale: float = 1,
    colour: str | None = None,
    width: float = 1.5,
) -> None:
    """An icon of the 16-unit grid, its upper left corner given."""
    place = f"translate({plain(corner.x)} {plain(corner.y)})"
    canvas.path(
        path,
        stroke=colour or canvas.theme.muted,
        stroke_width=width / scale,
        round_ends=True,
        transform=place if scale == 1 else f"{place} scale({plain(scale, 3)})",
    )


def channel_icon(canvas: Canvas, name: str, corner: Point, scale: float = 1) -> None:
    """The icon of a channel."""
    icon(canvas, ICONS[name], corner, scale, width=1.5 if scale == 1 else 1.3)


def star(canvas: Canvas, center: Point, radius: float, outline: str | None = None) -> None:
    """The star of a moment of truth; an outline makes it stand out from a light ground."""
    points = []
    for i in range(10):
        turn, reach = -math.pi / 2 + i * math.pi / 5, radius * (0.46 if i % 2 else 1)
        points.append((center.x + reach * math.cos(turn), center.y + reach * math.sin(turn)))
    colour = canvas.theme.star
    canvas.path(polygon(points), fill=colour, stroke=outline or colour)


def tag(
    canvas: Canvas, x: float, y: float, width: float, height: float, tip: float, mark: str
) -> None:
    """A level's silhouette below the card's edge y: hanging down, square, or breaking out above.

    What is unmeasured gets a dashed box.
    """
    if mark == "unmeasured":
        colour = canvas.theme.satisfaction.line
        canvas.rect(x, y, width, height, radius=4, stroke=colour, dashes="3 2.5")
        return
    tone = canvas.theme.tone(mark)
    foot = f"v{plain(height - 4)}a4 4 0 0 1 -4 4h{plain(8 - width)}a4 4 0 0 1 -4 -4z"
    match mark:
        case "disappointment":
            half = f"{plain(-width / 2)}"
            shape = f"h{plain(width)}v{plain(height)}l{half} {plain(tip)}l{half} {plain(-tip)}z"
        case "delight":
            half = f"{plain(width / 2)}"
            shape = f"l{half} {plain(-tip)}l{half} {plain(tip)}{foot}"
        case _:
            shape = f"h{plain(width)}{foot}"
    canvas.path(
        f"M{plain(x)} {plain(y)}{shape}",
        fill=tone.fill,
        stroke=tone.outline,
        stroke_width=tone.outline_width,
    )


def tag_text(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    mark: str,
    text: str,
    size: float,
) -> None:
    """The figure in a tag, as large as there is room."""
    room = width - 6
    while size > 9 and width_of(text, size, bold=True) > room:
        size -= 1
    nudge = {"disappointment": 1, "delight": -1}.get(mark, 0)
    tone = canvas.theme.tone(mark)
    middle = y + height / 2 + size * 0.36 + nudge
    canvas.text(x + width / 2, middle, text, size=size, bold=True, fill=tone.on, anchor="middle")


def dumbbell(
    canvas: Canvas,
    start: Point,
    width: float,
    scale: tuple[float, float],
    scores: tuple[float | None, float | None],
    mark: str,
    size: float = 1,
) -> None:
    """O as a ring, B as a disc, the gap as the bar between, on the journey's scale."""
    theme, y = canvas.theme, start.y
    low, high = scale
    thick = 1.5 if size == 1 else 1.25

    def place(score: float) -> float:
        return start.x + width * (score - low) / (high - low or 1)

    canvas.line((start.x, y), (start.x + width, y), theme.line, thick, "round")
    if size == 1:
        for score in (low, (low + high) / 2, high):
            x = place(score)
            canvas.line((x, y - 3), (x, y + 3), theme.line, thick, "round")
    colour = theme.tone(mark).line
    expected, lived = scores
    ring, disc = 5 * size, 5.5 * size
    if expected is not None and lived is not None:
        apart = abs(place(expected) - place(lived))
        if apart > 0.5:
            canvas.line((place(expected), y), (place(lived), y), colour, 4 * size)
        if apart < 4 * size:
            ring, disc = 7 * size, 3.5 * size
    if expected is not None:
        canvas.circle(
            place(expected), y, ring, fill=theme.card, stroke=theme.ink, stroke_width=1.75 * size
        )
    if lived is not None:
        canvas.circle(place(lived), y, disc, fill=colour)


def arrowhead(canvas: Canvas, tip: Point, heading: float, width: float, colour: str) -> None:
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
    theme, scale = canvas.theme, radius / 8 * 0.82
    corner = Point(center.x - 8 * scale, center.y - 8 * scale)
    if outcome == "success":
        canvas.circle(center.x, center.y, radius, fill=theme.solid)
        icon(canvas, CHECK, corner, scale, theme.on_solid, 2)
        return
    canvas.circle(
        center.x,
        center.y,
        radius - 0.75,
        fill=theme.canvas,
        stroke=theme.ink,
        stroke_width=1.75,
    )
    icon(canvas, CROSS if outcome == "failure" else DASH, corner, scale, theme.ink, 2)


def start_sign(canvas: Canvas, center: Point, radius: float) -> None:
    """A triangle on a disc: here customers come in."""
    theme, k = canvas.theme, radius / 12
    canvas.circle(center.x, center.y, radius, fill=theme.solid)
    points = [
        (center.x - 4 * k, center.y - 5.5 * k),
        (center.x + 5.5 * k, center.y),
        (center.x - 4 * k, center.y + 5.5 * k),
    ]
    canvas.path(polygon(points), fill=theme.on_solid, stroke=theme.on_solid, stroke_width=k)


def fading(canvas: Canvas, foot: Point, ground: str, size: float = 1) -> None:
    """A line downwards that thins, pales and dissolves into dots: customers lost unseen."""
    edge, x, y = canvas.theme.edge, foot.x, foot.y
    ends = [0.0, 7, 13, 18, 22.5] if size == 1 else [0.0, 4, 8, 12]
    for i, (a, b) in enumerate(pairwise(ends)):
        colour = mixed(edge, ground, i * 0.12)
        canvas.line((x, y + a), (x, y + b + 0.3), colour, (2.6 - i * 0.35) * (0.5 + size / 2))
    dots = (26.5, 31, 35.5, 40) if size == 1 else (14.5, 18.5)
    for i, down in enumerate(dots):
        colour = mixed(edge, ground, 0.3 + i * 0.14)
        canvas.circle(x, y + down, 1.35 - i * 0.15, fill=colour)
    if size == 1:
        canvas.path(
            f"M{plain(x - 4)} {plain(y + 42)}l4 4.5l4 -4.5",
            stroke=mixed(edge, ground, 0.15),
            stroke_width=1.5,
            round_ends=True,
        )


def fading_across(canvas: Canvas, start: Point, ground: str) -> None:
    """The same from left to right, for the legend."""
    edge, x, y = canvas.theme.edge, start.x, start.y
    for i in range(4):
        colour = mixed(edge, ground, i * 0.12)
        canvas.line((x + i * 7, y), (x + i * 7 + 7.3, y), colour, 2.6 - i * 0.35)
    for i in range(4):
        colour = mixed(edge, ground, 0.3 + i * 0.14)
        canvas.circle(x + 33 + i * 5, y, 1.3 - i * 0.2, fill=colour)


def ending(canvas: Canvas, box: Box, end: str) -> None:
    """A part of the bar of outcomes: solid, dotted, hatched or lined, never with a hue."""
    theme = canvas.theme
    x, y, width, height = box.x, box.y, box.width, box.height
    middle = y + height / 2
    if end == "success":
        canvas.rect(x, y, width, height, fill=theme.solid)
        return
    if end == "drop_off":
        canvas.rect(x, y, width, height, fill=theme.band_head)
        canvas.path("".join(_dot(at, middle, 1.2) for at in _spread(x, width, 6)), fill=theme.edge)
        return
    canvas.rect(
        x + 0.75,
        y + 0.75,
        max(0.5, width - 1.5),
        height - 1.5,
        fill=theme.canvas,
        stroke=theme.ink if end == "failure" else theme.muted,
        stroke_width=1.5,
    )
    if end == "failure" and width > 8:
        strokes = [
            f"M{plain(at - 2.5)} {plain(y + height - 3)}L{plain(at + 2.5)} {plain(y + 3)}"
            for at in _spread(x, width, 7)
        ]
        canvas.path("".join(strokes), stroke=theme.ink, stroke_width=1.25)
    elif end == "neutral" and width > 8:
        line = f"M{plain(x + 3)} {plain(middle)}H{plain(x + width - 3)}"
        canvas.path(line, stroke=theme.muted, stroke_width=1.25)


def _spread(start: float, width: float, pitch: float) -> list[float]:
    """Places side by side, about a pitch apart, in the middle of equal parts."""
    count = max(1, int(width // pitch))
    return [start + width / count * (i + 0.5) for i in range(count)]


def _dot(x: float, y: float, radius: float) -> str:
    r, d = plain(radius), plain(2 * radius)
    return f"M{plain(x - radius)} {plain(y)}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z"


def about_sign(canvas: Canvas, start: Point) -> None:
    """Two waves before a figure that is about so much; the bundled font has no such sign."""
    wave = "c3 -4.5 6 -4.5 10.5 -1.5s7.5 3 10.5 -1.5"
    for down in (-3.5, 5.0):
        canvas.path(
            f"M{plain(start.x)} {plain(start.y + down)}{wave}",
            stroke=canvas.theme.ink,
            stroke_width=4,
        )
