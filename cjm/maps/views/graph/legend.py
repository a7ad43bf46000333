"""The legend at the foot of the sheet: its entries side by side, on as many lines as needed."""

from __future__ import annotations

from cjm.maps.components.marks import (
    arrowhead,
    dumbbell,
    fading_across,
    head_length,
    outcome_sign,
    star,
    start_sign,
    tag,
    tag_text,
)
from cjm.maps.content.model import Diagram, LegendEntry
from cjm.maps.content.words import Words, number, words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.text import shortened, width_of
from cjm.maps.views.graph.layout.measures import measures_of

LEAST_GAP, ENTRY_GAP, SAMPLE_GAP, LINE = 24.0, 40.0, 18, 72
EXAMPLES = {"disappointment": -4.0, "satisfaction": 0.0, "delight": 3.0}
EXAMPLE_SCORES = {
    "disappointment": (8.0, 4.5),
    "delight": (4.5, 8.0),
    "satisfaction": (6.0, 6.0),
}
WIDTHS = {
    "level": 42.0,
    "scores": 192.0,
    "transition": 40.0,
    "likely": 40.0,
    "loop": 52.0,
    "drop-off": 58.0,
    "moment": 38.0,
    "start": 26.0,
    "outcome": 26.0,
}
LONGEST = 340
ROUNDING = 0.5
"""Entries that fill a line exactly must not be wrapped for the noise of floats."""


def draw_legend(canvas: Canvas, diagram: Diagram, left: float, top: float, width: float) -> float:
    """The legend below a rule at `top`; returns its lower edge."""
    words = words_of(diagram.language)
    canvas.line((left, top), (left + width, top), canvas.theme.rule)
    x, y = left, top + 18
    entries = _fitting(diagram.legend, width)
    gap = _entry_gap(entries, width)
    for entry in entries:
        room = _entry_width(entry)
        if x > left and x + room > left + width + ROUNDING:
            x, y = left, y + LINE
        canvas.text(x, y, entry.heading, bold=True)
        sample_x = x
        for kind, text in entry.samples:
            _draw_sample(canvas, kind, Point(sample_x, y + 31), diagram, words)
            after = WIDTHS[kind.split(":")[0]]
            text = shortened(text, LONGEST, 12)
            if text:
                canvas.text(sample_x + after, y + 35, text, fill=canvas.theme.muted)
            sample_x += _sample_width(kind, text) + SAMPLE_GAP
        x += room + gap
    return y + 48


def _fitting(entries: tuple[LegendEntry, ...], width: float) -> tuple[LegendEntry, ...]:
    """The entries as they are, or in brief where that spares a line."""
    brief = tuple(e._replace(samples=e.brief) if e.brief else e for e in entries)
    return brief if _lines(brief, width) < _lines(entries, width) else entries


def _lines(entries: tuple[LegendEntry, ...], width: float) -> int:
    gap, lines, x = _entry_gap(entries, width), 1, 0.0
    for entry in entries:
        room = _entry_width(entry)
        if x and x + room > width + ROUNDING:
            lines, x = lines + 1, 0.0
        x += room + gap
    return lines


def _entry_gap(entries: tuple[LegendEntry, ...], width: float) -> float:
    """The room between entries: less of it where that spares a line."""
    spare = width - sum(_entry_width(entry) for entry in entries)
    gap = spare / max(1, len(entries) - 1)
    return min(gap, ENTRY_GAP) if gap >= LEAST_GAP else ENTRY_GAP


def _entry_width(entry: LegendEntry) -> float:
    samples = sum(_sample_width(kind, text) for kind, text in entry.samples)
    gaps = SAMPLE_GAP * (len(entry.samples) - 1)
    return max(samples + gaps, width_of(entry.heading, 12, bold=True) * 1.04)


def _sample_width(kind: str, text: str) -> float:
    return WIDTHS[kind.split(":")[0]] + min(LONGEST, width_of(text, 12) * 1.04)


def _draw_sample(canvas: Canvas, kind: str, at: Point, diagram: Diagram, words: Words) -> None:
    """One sample, its middle at the height of `at`."""
    theme = canvas.theme
    kind, _, value = kind.partition(":")
    match kind:
        case "level":
            _draw_level(canvas, value, at, words)
        case "scores":
            _draw_scores(canvas, at, diagram, words)
        case "transition":
            width = 1 + measures_of(diagram).heavy * float(value)
            _draw_arrow(canvas, at, 32, width, theme.edge)
        case "likely":
            width = 1 + measures_of(diagram).heavy * 0.5
            _draw_arrow(canvas, at, 32, width, theme.likely_path)
        case "loop":
            canvas.rect(at.x, at.y - 11, 44, 22, fill=theme.halo, radius=9)
            _draw_arrow(canvas, Point(at.x + 5, at.y), 35, 3, theme.disappointment.line)
            if theme.name == "print":
                canvas.line((at.x + 5, at.y), (at.x + 28, at.y), theme.canvas, 0.9)
        case "drop-off":
            fading_across(canvas, at, theme.canvas)
        case "moment":
            line = theme.moment_line if theme.name != "light" else None
            canvas.rect(at.x, at.y - 11, 30, 22, fill=theme.moment, radius=6, stroke=line)
            star(canvas, Point(at.x + 15, at.y + 0.5), 7.5)
        case "start":
            start_sign(canvas, Point(at.x + 10, at.y), 9)
        case _:
            outcome_sign(canvas, Point(at.x + 10, at.y), value, 10)


def _draw_arrow(canvas: Canvas, at: Point, length: float, width: float, colour: str) -> None:
    tip = Point(at.x + length, at.y)
    canvas.line((at.x, at.y), (tip.x - head_length(width) * 0.7, at.y), colour, width)
    arrowhead(canvas, tip, 0, width, colour)


def _draw_level(canvas: Canvas, mark: str, at: Point, words: Words) -> None:
    y = at.y - 11
    if mark == "unmeasured":
        tag(canvas, at.x, y, 34, 22, 6, mark)
        fill = canvas.theme.muted
        canvas.text(at.x + 17, y + 15.3, words.not_available, fill=fill, anchor="middle")
        return
    tag(canvas, at.x, y, 34, 22, 6, mark)
    text = number(EXAMPLES[mark], words, signed=True)
    tag_text(canvas, at.x, y, 34, 22, mark, text, 13)


def _draw_scores(canvas: Canvas, at: Point, diagram: Diagram, words: Words) -> None:
    """An expectation and an experience of a level that occurs, and which is which."""
    theme, marks = canvas.theme, {card.mark for card in diagram.cards}
    mark = next(m for m in EXAMPLE_SCORES if m in marks)
    dumbbell(canvas, Point(at.x + 8, at.y), 96, (0, 10), EXAMPLE_SCORES[mark], mark)
    base = at.y + 4.3
    canvas.circle(at.x + 124, at.y, 4, fill=theme.card, stroke=theme.ink, stroke_width=1.5)
    canvas.text(at.x + 133, base, words.o, fill=theme.muted)
    canvas.circle(at.x + 160, at.y, 4.4, fill=theme.tone(mark).line)
    canvas.text(at.x + 169, base, words.b, fill=theme.muted)
