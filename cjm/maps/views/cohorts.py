"""Cohorts: a heat map of who comes back, month by month."""

from __future__ import annotations

from cjm.design.tokens import Mixed, Paint
from cjm.maps.content.cohorts import Cell, HeatMap, Row
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.model import Scene
from cjm.maps.scene.text import width_of

EDGE = 24.0
CELL, HEIGHT, BETWEEN = 40.0, 28.0, 2.0
LABELS = 70.0
SIZES = 84.0
TOP = 118.0
"""Where the first row begins, below title and heads."""
PALEST = 0.12
"""A share that is not 0 is seen."""
DEEPEST = 0.86
"""Of the grey in the deepest shade: text can be read on it (4.5 : 1) in every theme."""
LINE = 24.0
"""From one line of the legend to the next."""
STEPS = 6
"""Shades in the legend."""


def draw(heat_map: HeatMap) -> Scene:
    """The heat map as a scene."""
    canvas = Canvas()
    months = max(len(row.cells) for row in heat_map.rows)
    left = EDGE + LABELS + SIZES
    canvas.text(EDGE, 44, heat_map.title, size=22, bold=True)
    canvas.text(EDGE, 66, heat_map.about, fill="muted")
    canvas.text(left - 14, TOP - 10, heat_map.customers, fill="muted", anchor="end")
    for k in range(months):
        center = left + k * (CELL + BETWEEN) + CELL / 2
        canvas.text(center, TOP - 10, str(k + 1), fill="muted", anchor="middle")
    if months:
        canvas.text(left, TOP - 28, heat_map.later, fill="muted")
    for place, row in enumerate(heat_map.rows):
        _row(canvas, row, left, TOP + place * (HEIGHT + BETWEEN))
    bottom = TOP + len(heat_map.rows) * (HEIGHT + BETWEEN) + 22
    width = max(
        left + months * (CELL + BETWEEN) + EDGE,
        2 * EDGE + width_of(heat_map.about, 12),
        2 * EDGE + width_of(heat_map.title, 22, bold=True),
        _legend(canvas, heat_map, bottom) + EDGE,
    )
    return Scene(
        width=width,
        height=bottom + (LINE if heat_map.begun else 0) + 18 + EDGE,
        title=heat_map.title,
        description=heat_map.about,
        language=heat_map.language,
        view="cohorts",
        children=canvas.nodes,
    )


def _row(canvas: Canvas, row: Row, left: float, y: float) -> None:
    """A month, its customers, its cells."""
    base = y + HEIGHT / 2 + 4
    with canvas.group("cohort", month=row.month):
        canvas.text(EDGE, base, row.month)
        canvas.text(left - 14, base, row.customers, anchor="end")
        for k, cell in enumerate(row.cells):
            if cell is not None:
                _cell(canvas, cell, left + k * (CELL + BETWEEN), y)


def _cell(canvas: Canvas, cell: Cell, x: float, y: float) -> None:
    edge: Paint | None = "muted" if cell.begun else None
    dashes = (3.0, 2.0) if cell.begun else ()
    shade = shade_of(cell.depth)
    canvas.rect(x, y, CELL, HEIGHT, fill=shade, radius=3, stroke=edge, dashes=dashes)
    canvas.text(x + CELL / 2, y + HEIGHT / 2 + 4, cell.text, anchor="middle")


def shade_of(depth: float) -> Paint:
    """The shade of a share: the ground for 0, the deepest for the largest.

    Grey, for hue belongs to C: blue would say that somebody is delighted.
    """
    if depth <= 0:
        return "band"
    colour = PALEST + (DEEPEST - PALEST) * min(depth, 1.0)
    return Mixed("edge", "band", round(1 - colour, 3))


def _legend(canvas: Canvas, heat_map: HeatMap, y: float) -> float:
    """What the shades mean; returns where it ends."""
    x = EDGE
    with canvas.group("legend"):
        for text, gap in ((heat_map.shade, 12), (heat_map.least, 8)):
            canvas.text(x, y + 11, text, fill="muted")
            x += width_of(text, 12) + gap
        for step in range(STEPS):
            canvas.rect(x, y, 22, 14, fill=shade_of(step / (STEPS - 1)), radius=2)
            x += 24
        canvas.text(x + 6, y + 11, heat_map.most, fill="muted")
        end = x + 6 + width_of(heat_map.most, 12)
        if heat_map.begun:  # on a line of its own: no picture is wider for it
            canvas.rect(EDGE, y + LINE, 22, 14, radius=2, stroke="muted", dashes=(3.0, 2.0))
            canvas.text(EDGE + 30, y + LINE + 11, heat_map.begun, fill="muted")
            end = max(end, EDGE + 30 + width_of(heat_map.begun, 12))
    return end
