"""Figures: what the journey comes to, in the header, and the bar of how customers end."""

from __future__ import annotations

from cjm.design.tokens import tone_of
from cjm.maps.components.gaptag import silhouette
from cjm.maps.components.marks import about_sign, ending
from cjm.maps.content.model import Figure, Header, Part
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import SLACK, width_of, wrapped

SIZE = 38
LEAST_WIDTH = 360
LEAST_GAP, MOST_GAP = 36.0, 64.0
SWATCH = 18
CAPTION_GAP = 20
LEAST_PART = 4.0
SIGN, ABOUT = 32.0, 30.0
"""Room for a level's tag, and for the sign of a simulated figure, before a figure."""


def figures_width(header: Header) -> float:
    """The width figures and bar need."""
    widths = [_width(f) for f in header.figures]
    captions = sum(_caption_width(p) for p in header.bar)
    return max(
        sum(widths) + LEAST_GAP * max(0, len(widths) - 1),
        captions + CAPTION_GAP * max(0, len(header.bar) - 1),
        LEAST_WIDTH if header.bar or header.note else 0,
    )


def draw_figures(canvas: Canvas, header: Header, box: Box) -> float:
    """The figures side by side, the bar with its captions below, then the note."""
    x, y = box.x, box.y
    widths = [_width(f) for f in header.figures]
    spare = (box.width - sum(widths)) / max(1, len(widths) - 1)
    gap = max(LEAST_GAP, min(MOST_GAP, spare))
    with canvas.group("figures"):
        for i, (figure, width) in enumerate(zip(header.figures, widths, strict=True)):
            if i:
                edge = x - gap / 2
                canvas.line((edge, y + 2), (edge, y + 58), "rule")
            _draw_figure(canvas, figure, Point(x, y))
            x += width + gap
    if header.figures:
        y += 60
    if header.bar:
        y = _draw_bar(canvas, header.bar, Box(box.x, y + 16, box.width, 12))
    if header.note:
        for line in wrapped(header.note, (box.width / SLACK,) * 2, 12):
            y += 18
            canvas.text(box.x, y, line, fill="muted")
    return y


def _width(figure: Figure) -> float:
    value = width_of(figure.value, SIZE, bold=True) * 1.02
    value += SIGN if figure.mark else 0
    value += ABOUT if figure.simulated else 0
    return max(value, width_of(figure.label, 12) * SLACK)


def _draw_figure(canvas: Canvas, figure: Figure, at: Point) -> None:
    x = at.x
    if figure.mark:
        down = {"disappointment": 6, "delight": 14}.get(figure.mark, 10)
        silhouette(canvas, Box(x, at.y + down, 20, 17), 9, figure.mark)
        x += SIGN
    if figure.simulated:
        about_sign(canvas, Point(x, at.y + 19))
        x += ABOUT
    coloured = figure.mark in ("disappointment", "delight")
    fill = tone_of(figure.mark or "").text if coloured else "ink"
    canvas.text(x, at.y + 33, figure.value, size=SIZE, bold=True, fill=fill)
    canvas.text(at.x, at.y + 56, figure.label, fill="muted")


def _caption_width(part: Part) -> float:
    texts = width_of(f"{part.label} ", 12) + width_of(part.percentage, 12, bold=True)
    return SWATCH + texts * SLACK


def _draw_bar(canvas: Canvas, bar: tuple[Part, ...], box: Box) -> float:
    """The bar and a caption for each part; returns the lowest base line."""
    x = box.x
    for part, width in zip(bar, _part_widths(bar, box.width - 2 * (len(bar) - 1)), strict=True):
        ending(canvas, Box(x, box.y, width, box.height), part.end)
        x += width + 2
    x, y = box.x, box.bottom + 9
    for part in bar:
        with canvas.group("ending", end=part.end.replace("_", "-"), share=part.share):
            ending(canvas, Box(x, y, 12, 12), part.end)
            texts = [
                Span(f"{part.label} ", False, "muted"),
                Span(part.percentage, True),
            ]
            canvas.spans(x + SWATCH, y + 10, texts)
        x += _caption_width(part) + CAPTION_GAP
    return y + 10


def _part_widths(bar: tuple[Part, ...], room: float) -> list[float]:
    """Widths by share, the smallest still seen; what they take too much the largest gives."""
    widths = [max(LEAST_PART, room * part.share) for part in bar]
    widest = max(range(len(bar)), key=lambda i: widths[i])
    widths[widest] -= sum(widths) - room
    return widths
