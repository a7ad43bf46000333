"""The header: title, personas and figures; side by side where the sheet is wide enough."""

from __future__ import annotations

from cjm.maps.components.figures import draw_figures, figures_width
from cjm.maps.components.portraits import PITCH, draw_portraits, portraits_width
from cjm.maps.content.model import Diagram, Header
from cjm.maps.content.words import words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import SLACK, shortened, width_of, wrapped

MARGIN = 40
TITLE = 30
GAP = 48
MOST_FIGURES = 464
"""The bar of outcomes grows to this width where there is room."""
BESIDE, LEAST_BESIDE = 400, 280
"""The least width of the title beside personas and figures, and of a short one; else these go
below it."""


def draw_header(canvas: Canvas, diagram: Diagram, width: float) -> float:
    """The header on a sheet of that width; returns its lower edge."""
    header, words = diagram.header, words_of(diagram.language)
    room = width - 2 * MARGIN
    figures = min(room, figures_width(header))
    lines = _title_lines(header, room)
    title = max((width_of(line, TITLE, bold=True) for line in lines), default=0) * SLACK
    people = portraits_width(header.portraits, words)
    portraits = people + GAP if people else 0
    title_room = room - portraits - figures - GAP
    if title_room >= min(BESIDE, max(title, LEAST_BESIDE)):
        # What the title leaves makes the bar longer, and shares easier to compare.
        figures += max(0, min(MOST_FIGURES - figures, title_room - max(title, BESIDE)))
        title_room = room - portraits - figures - GAP
        bottom = _draw_title(canvas, header, title_room)
        top, left = 44.0, width - MARGIN - portraits - figures
        rows = max(2, int((bottom - top + 12) // PITCH))
    else:
        bottom = _draw_title(canvas, header, room)
        top, left, rows = bottom + 26, float(MARGIN), 2
    lowest = draw_portraits(canvas, header.portraits, Point(left, top), people, rows, words)
    if portraits + figures <= room:
        box = Box(left + portraits, top, figures, 0)
    else:
        box = Box(left, lowest + 20, figures, 0)
    return max(bottom, lowest, draw_figures(canvas, header, box))


def _title_lines(header: Header, width: float) -> tuple[str, ...]:
    return wrapped(header.title, (min(width, 760) / SLACK,) * 3, TITLE, bold=True)


def _draw_title(canvas: Canvas, header: Header, width: float) -> float:
    eyebrow = shortened(header.eyebrow, width, 13)
    canvas.text(MARGIN, 50, eyebrow, size=13, fill="muted")
    y = 89.0
    for line in _title_lines(header, width):
        canvas.text(MARGIN, y, line, size=TITLE, bold=True)
        y += 37
    y -= 10
    for line in wrapped(header.description, (min(width, 640) / SLACK,) * 4, 13):
        canvas.text(MARGIN, y, line, size=13, fill="muted")
        y += 18
    return y - 12
