"""Stems: touchpoints that the line leaves out, from zero to their score."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cjm.design.tokens import Token, tone_of
from cjm.maps.content.sheet.model import Node
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import SLACK, width_of
from cjm.maps.views.map.curve.labels import Labels
from cjm.maps.views.map.curve.tracing import Field, Trace

THIN, WIDE = 1.5, 12.0
"""A stem that nobody reaches, and one that every customer does."""
ASIDE = 9.0
"""How far beside the middle the stems of two curves stand, so that both can be seen."""
SIZE, HEIGHT = 12, 13
MARKER = 11
"""Half a marker, and a little air."""


def width_of_stem(share: float | None) -> float:
    """Its width grows with the share of customers who reach the touchpoint."""
    return THIN + (WIDE - THIN) * (share or 0)


def draw_stems(canvas: Canvas, trace: Trace, zero: float, levels: bool) -> None:
    """A stem for every touchpoint off the likely path, in its level's colour or in ink."""
    for node, point in trace.stems:
        paint: Token = tone_of(node.mark).line if levels else "ink"
        width = width_of_stem(node.share)
        dashes = (5 + width, 2 + width / 3) if trace.curve.dashed else ()
        with canvas.group("stem", share=node.share):
            canvas.line((point.x, zero), point, paint, width, dashes=dashes)


def draw_shares(canvas: Canvas, traces: tuple[Trace, ...], field: Field, labels: Labels) -> None:
    """Beside each stem the share of customers; once where both curves have the same one."""
    told: set[tuple[int, str]] = set()
    for trace in traces:
        for node, point in trace.stems:
            if node.share_text and (node.column, node.share_text) not in told:
                told.add((node.column, node.share_text))
                _draw_share(canvas, node, point, field, labels)


def _draw_share(canvas: Canvas, node: Node, point: Point, field: Field, labels: Labels) -> None:
    width = width_of(node.share_text, SIZE) * SLACK
    place = labels.place(_places(point, field.zero, width, width_of_stem(node.share) / 2))
    if place is not None:
        # Hatching would cut the figure.
        canvas.rect(place.x - 2, place.y, width + 4, HEIGHT + 1, fill="figure_ground", radius=3)
        canvas.text(place.x, place.y + 10.5, node.share_text, size=SIZE, fill="muted")


def _places(at: Point, zero: float, width: float, half: float) -> Iterator[Box]:
    """Right or left of the stem, then of its marker, then beyond the marker."""
    middle, beyond = (at.y + zero) / 2, -1 if at.y <= zero else 1
    box = partial(Box, width=width, height=HEIGHT)
    if abs(at.y - zero) > MARKER + HEIGHT:
        inner = middle - beyond * MARKER / 2 - HEIGHT / 2
        yield box(at.x + half + 5, inner)
        yield box(at.x - half - 5 - width, inner)
    for y in (at.y - HEIGHT / 2, at.y + beyond * HEIGHT * 1.2 - HEIGHT / 2):
        yield box(at.x + MARKER + 1, y)
        yield box(at.x - MARKER - 1 - width, y)
    for side in (beyond, -beyond):
        yield box(at.x - width / 2, at.y + side * (MARKER + HEIGHT / 2) - HEIGHT / 2)
