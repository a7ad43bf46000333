"""Halos: doom loops, lit up from below, each with a tab that says what a round costs."""

from __future__ import annotations

from cjm.design.tokens import Token
from cjm.maps.components.marks import icon
from cjm.maps.content.loops import rounds
from cjm.maps.content.model import Diagram, DoomLoop
from cjm.maps.scene.canvas import Canvas, commands_of
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.icons import TURN
from cjm.maps.scene.model import Command
from cjm.maps.views.graph.layout import Layout
from cjm.maps.views.graph.layout.routes import Route
from cjm.maps.views.graph.layout.tabs import TAB_TEXT, Tab

OUTLINE = 1.5
DASHES = (6, 4)
RADIUS = 16


def draw_halos(canvas: Canvas, diagram: Diagram, layout: Layout) -> None:
    """A halo for every marked loop; from the second on with a dashed outline as well."""
    for i, loop in enumerate(diagram.loops):
        with canvas.group("halo", title=loop.sentence):
            if i:
                _shape(canvas, loop, layout, outlined=True)
            _shape(canvas, loop, layout, outlined=False)


def draw_tabs(canvas: Canvas, layout: Layout) -> None:
    """What a round costs, on a tab that hangs from the halo of the loop's first card."""
    measures = layout.frame.measures
    small = measures.strip == 0
    for tab in layout.tabs:
        box = tab.box
        with canvas.group("loop-tab", touchpoint=tab.id):
            canvas.path(_tab_shape(tab, measures.halo - 2), fill="halo")
            halo = -measures.halo if tab.above else measures.halo
            middle = (box.y + halo + box.bottom) / 2 - 0.5
            x, scale = box.x + measures.tab_padding, 0.72 if small else 0.9
            if tab.sign:
                icon(canvas, TURN, Point(x, middle - 8 * scale), scale, "disappointment.text", 1.75)
            canvas.text(
                x + measures.tab_icon * tab.sign,
                middle + 4.3,
                tab.text,
                size=TAB_TEXT,
                bold=True,
                fill="disappointment.text",
            )


def _shape(canvas: Canvas, loop: DoomLoop, layout: Layout, outlined: bool) -> None:
    measures = layout.frame.measures
    colour: Token = "disappointment.line" if outlined else "halo"
    dashes = DASHES if outlined else ()
    for route in _routes(loop, layout):
        width = measures.halo_line + (2 * OUTLINE if outlined else 0)
        canvas.path(commands_of(route.path), stroke=colour, stroke_width=width, dashes=dashes)
    for id in loop.ids:
        box, radius = layout.frame.boxes[id].grown(measures.halo), measures.radius + measures.halo
        if outlined:
            _outline(canvas, box.grown(OUTLINE / 2), radius, colour)
        else:
            canvas.rect(box.x, box.y, box.width, box.height, fill=colour, radius=radius)


def _outline(canvas: Canvas, box: Box, radius: float, colour: Token) -> None:
    canvas.rect(
        box.x,
        box.y,
        box.width,
        box.height,
        radius=radius,
        stroke=colour,
        stroke_width=OUTLINE,
        dashes=DASHES,
    )


def _routes(loop: DoomLoop, layout: Layout) -> list[Route]:
    """The routes of one round."""
    pairs = set(rounds(loop.ids))
    return [r for r in layout.routes if (r.way.arrow.source, r.way.arrow.target) in pairs]


def _tab_shape(tab: Tab, down: float) -> tuple[Command, ...]:
    """A box with round lower corners, its upper edge inside the halo; above a card turned over."""
    box = tab.box
    if tab.above:
        return (
            ("M", box.x, box.bottom - down),
            ("h", box.width),
            ("v", down + 8 - box.height),
            ("a", 8, 8, 0, 0, 0, -8, -8),
            ("h", 16 - box.width),
            ("a", 8, 8, 0, 0, 0, -8, 8),
            ("z",),
        )
    return (
        ("M", box.x, box.y + down),
        ("h", box.width),
        ("v", box.height - down - 8),
        ("a", 8, 8, 0, 0, 1, -8, 8),
        ("h", 16 - box.width),
        ("a", 8, 8, 0, 0, 1, -8, -8),
        ("z",),
    )
