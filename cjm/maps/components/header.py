"""The header: what the journey is and comes to, its personas, and what else is known of it."""

from __future__ import annotations

from cjm.maps.components.facts import draw_facts, facts_width
from cjm.maps.components.figures import draw_figures, figures_width
from cjm.maps.components.paragraph import draw_paragraph, paragraph, spans_of
from cjm.maps.components.portraits import draw_portraits, portraits_width
from cjm.maps.content.model import Diagram, Header
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import SLACK, shortened, width_of, wrapped

MARGIN = 40
TITLE, VERDICT = 30, 16
GAP, PART_GAP = 48, 24
WIDEST_TITLE, WIDEST_TEXT = 760, 680
"""Longer lines are hard to read."""
MOST_FIGURES = 464
"""The bar of outcomes grows to this width where there is room."""
BESIDE, LEAST_BESIDE = 480, 280
"""The least width of the title beside the figures, and of a short one; else these go below it."""
LEAST_FACTS = 320


def draw_header(canvas: Canvas, diagram: Diagram, width: float) -> float:
    """The header on a sheet of that width; returns its lower edge."""
    header, words = diagram.header, words_of(diagram.language)
    room = width - 2 * MARGIN
    bottom = _draw_top(canvas, header, room)
    bottom = _draw_people_and_facts(canvas, header, Box(MARGIN, bottom, room, 0), words)
    if header.philosophy:
        spans = [Span(words.philosophy, True)]
        for question, answer, language in header.philosophy:
            spans.append(Span(f" · {question}: ", False, "muted"))
            spans.append(Span(answer, language=language))
        lines = paragraph(spans, room, 3, 12)
        bottom = draw_paragraph(canvas, lines, Point(MARGIN, bottom + PART_GAP + 4), 12, 17) - 17
        bottom += 5
    return bottom


def _draw_top(canvas: Canvas, header: Header, room: float) -> float:
    """Title, verdict and figures; side by side where the sheet is wide enough."""
    figures = min(room, figures_width(header))
    lines = _title_lines(header, room)
    title = max((width_of(line, TITLE, bold=True) for line in lines), default=0) * SLACK
    least = BESIDE if header.verdict else min(BESIDE, max(title, LEAST_BESIDE))
    if figures and room - figures - GAP < least:
        bottom = _draw_title(canvas, header, room)
        return draw_figures(canvas, header, Box(MARGIN, bottom + PART_GAP, room, 0))
    # What the title leaves makes the bar longer, and shares easier to compare.
    spare = room - figures - GAP - max(title, BESIDE)
    figures += max(0, min(MOST_FIGURES - figures, spare))
    bottom = _draw_title(canvas, header, room - figures - GAP if figures else room)
    box = Box(MARGIN + room - figures, 44, figures, 0)
    return max(bottom, draw_figures(canvas, header, box))


def _draw_people_and_facts(canvas: Canvas, header: Header, box: Box, words: Words) -> float:
    """The personas, and beside them what else is known where there is room, else below."""
    top = box.y + PART_GAP
    people = portraits_width(header.portraits, box.width)
    bottom = (
        draw_portraits(canvas, header.portraits, Box(box.x, top, box.width, 0), words)
        if people
        else box.y
    )
    if not header.facts:
        return bottom
    left = box.x + people + GAP
    beside = box.right - left
    wanted = facts_width(header.facts, words)
    if people and beside >= min(wanted, LEAST_FACTS):
        aligned = max(left, box.right - max(wanted, MOST_FIGURES))
        place = Box(aligned, top, box.right - aligned, 0)
        return max(bottom, draw_facts(canvas, header.facts, place, words))
    place = Box(box.x, bottom + PART_GAP, box.width, 0)
    return draw_facts(canvas, header.facts, place, words)


def _title_lines(header: Header, width: float) -> tuple[str, ...]:
    return wrapped(header.title, (min(width, WIDEST_TITLE) / SLACK,) * 3, TITLE, bold=True)


def _draw_title(canvas: Canvas, header: Header, width: float) -> float:
    """Title, verdict, description and origin below each other; returns the lower edge."""
    eyebrow = shortened(header.eyebrow, width / SLACK, 13)
    canvas.text(MARGIN, 50, eyebrow, size=13, fill="muted")
    y = 89.0
    for line in _title_lines(header, width):
        canvas.text(MARGIN, y, line, size=TITLE, bold=True)
        y += 37
    text = min(width, WIDEST_TEXT)
    if header.verdict:
        lines = paragraph(spans_of(header.verdict), text, 8, VERDICT)
        y = draw_paragraph(canvas, lines, Point(MARGIN, y - 8), VERDICT, 23) + 1
    else:
        y -= 10
    for words, most in ((header.description, 4), (header.origin, 2)):
        for line in wrapped(words, (text / SLACK,) * most, 13) if words else ():
            canvas.text(MARGIN, y, line, size=13, fill="muted")
            y += 18
    return y - 12
