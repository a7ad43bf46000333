"""Portraits: the personas, told apart by letters and line style, never by a hue."""

from __future__ import annotations

from cjm.design.tokens import Paint, tone_of
from cjm.maps.components.paragraph import Lines, draw_paragraph, paragraph, spans_of
from cjm.maps.content.model import Portrait
from cjm.maps.content.portraits import MOST_PORTRAITS
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import SLACK, shortened, width_of
from cjm.tuples import NamedTuple

LEAST_WIDTH, MOST_WIDTH = 280.0, 420.0
GAP, ROW_GAP = 36.0, 18.0
TEXT = 52
"""How far right of a portrait's edge its texts begin."""
DETAIL_LINES, NAMED_LINES = 2, 3
PITCH = 17.0
SIZES = (17.0, 14.0, 12.0)
"""Of one, two and three letters in the ring."""


class SetPortrait(NamedTuple):
    """A portrait as it is set: its lines below the name."""

    portrait: Portrait
    name: str
    note: str
    lines: Lines
    dashed: bool

    @property
    def height(self) -> float:
        """From the top of its ring to below its last line."""
        return max(40.0, 16 + PITCH * len(self.lines))


def portraits_width(portraits: tuple[Portrait, ...], room: float) -> float:
    """The width that portraits take of a room, side by side as far as they can be; 0 without."""
    if not portraits:
        return 0
    columns = _columns(portraits, room)
    return columns * _width(columns, room) + GAP * (columns - 1)


def draw_portraits(
    canvas: Canvas, portraits: tuple[Portrait, ...], box: Box, words: Words
) -> float:
    """The first portraits in rows, then the names of the others; returns the lower edge."""
    if not portraits:
        return box.y
    shown, others = portraits[:MOST_PORTRAITS], portraits[MOST_PORTRAITS:]
    columns = _columns(portraits, box.width)
    width = _width(columns, box.width)
    y = box.y
    for first in range(0, len(shown), columns):
        row = [
            _set(portrait, first + i, width - TEXT, words)
            for i, portrait in enumerate(shown[first : first + columns])
        ]
        for i, portrait in enumerate(row):
            _draw(canvas, portrait, Point(box.x + i * (width + GAP), y))
        y += max(portrait.height for portrait in row) + ROW_GAP
    if others:
        names = ", ".join(f"{p.initials}\u00a0{p.name}" for p in others)
        more = words.and_more.format(len(others))
        spans = (Span(f"{more}: ", True), Span(names, False, "muted"))
        lines = paragraph(spans, box.width, NAMED_LINES, 12)
        y = draw_paragraph(canvas, lines, Point(box.x, y + 8), 12, PITCH)
        return y - PITCH + 5
    return y - ROW_GAP


def _columns(portraits: tuple[Portrait, ...], room: float) -> int:
    most = max(1, int((room + GAP) // (LEAST_WIDTH + GAP)))
    count = min(len(portraits), MOST_PORTRAITS)
    rows = -(-count // most)
    return -(-count // rows)


def _width(columns: int, room: float) -> float:
    return min(MOST_WIDTH, (room - GAP * (columns - 1)) / columns)


def _set(portrait: Portrait, place: int, room: float, words: Words) -> SetPortrait:
    name = shortened(portrait.name, room / SLACK, 14, bold=True)
    beside = width_of(name, 14, bold=True) * SLACK + 10 + width_of(portrait.note, 12) * SLACK
    fits = beside <= room
    lines: list[tuple[Span, ...]] = []
    if portrait.note and not fits:
        lines += paragraph([Span(portrait.note, False, "muted")], room, 1, 12)
    if figures := _figures(portrait, words):
        lines += paragraph(figures, room, 2, 12)
    for label, text in portrait.details:
        spans = [Span(f"{label}: ", False, "muted"), Span(text)]
        lines += paragraph(spans, room, DETAIL_LINES, 12)
    note = portrait.note if fits else ""
    return SetPortrait(portrait, name, note, tuple(lines), place % 2 == 1)


def _draw(canvas: Canvas, at: SetPortrait, corner: Point) -> None:
    portrait, (x, y) = at.portrait, corner
    title = ". ".join(
        [
            *filter(None, (portrait.name, portrait.note)),
            *(f"{label}: {text}" for label, text in portrait.details),
        ]
    )
    with canvas.group("persona", title=title, persona=portrait.id):
        _draw_ring(canvas, portrait, at.dashed, Point(x + 20, y + 20))
        canvas.text(x + TEXT, y + 12, at.name, size=14, bold=True)
        if at.note:
            after = width_of(at.name, 14, bold=True) * SLACK + 10
            canvas.text(x + TEXT + after, y + 12, at.note, fill="muted")
        draw_paragraph(canvas, at.lines, Point(x + TEXT, y + 12 + PITCH), 12, PITCH)


def _draw_ring(canvas: Canvas, portrait: Portrait, dashed: bool, middle: Point) -> None:
    canvas.circle(
        middle.x,
        middle.y,
        19,
        fill="solid" if portrait.chosen else "avatar",
        stroke="ink",
        stroke_width=1.75,
        dashes=(4.5, 3) if dashed and not portrait.chosen else (),
    )
    fill: Paint = "on_solid" if portrait.chosen else "ink"
    letters = portrait.initials
    size = SIZES[min(len(letters), len(SIZES)) - 1]
    canvas.text(
        middle.x, middle.y + size * 0.36, letters, size=size, bold=True, fill=fill, anchor="middle"
    )


def _figures(portrait: Portrait, words: Words) -> list[Span]:
    """The persona's balance and disappointed share, or its only score, as spans of one line."""
    spans = spans_of(portrait.extreme, "muted")
    if portrait.balance:
        coloured = portrait.mark in ("disappointment", "delight")
        fill: Paint = tone_of(portrait.mark or "").text if coloured else "ink"
        balance = Span(portrait.balance, True, fill)
        spans += [Span(words.portrait_balance, False, "muted"), balance]
    if portrait.disappointed:
        start = (", " if spans else "") + words.portrait_disappointed
        spans += [Span(start, False, "muted"), Span(portrait.disappointed, True)]
    return spans
