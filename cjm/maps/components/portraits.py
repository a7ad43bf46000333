"""Portraits: the personas, told apart by initial and line style, never by a hue."""

from __future__ import annotations

from cjm.design.tokens import Paint, tone_of
from cjm.maps.content.model import Portrait
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Span
from cjm.maps.scene.text import SLACK, shortened, width_of

PITCH = 72
LEAST_WIDTH, MOST_WIDTH = 240.0, 372.0
TEXT = 52
"""How far right of a portrait's edge its texts begin."""


def portraits_width(portraits: tuple[Portrait, ...], words: Words) -> float:
    """The width the portraits' texts need, within limits; 0 without any."""
    lines = [0.0]
    for portrait in portraits:
        name = width_of(portrait.name, 14, bold=True) * SLACK + 10
        lines += [name + width_of(portrait.note, 12), width_of(portrait.goal, 12) * SLACK]
        lines.append(sum(width_of(s.text, 12, s.bold) for s in _figures(portrait, words)))
    return max(LEAST_WIDTH, min(MOST_WIDTH, TEXT + max(lines) + 2)) if portraits else 0


def draw_portraits(
    canvas: Canvas,
    portraits: tuple[Portrait, ...],
    at: Point,
    width: float,
    rows: int,
    words: Words,
) -> float:
    """As many personas as there are rows, the chosen one among them, then how many more."""
    x, y = at
    if not portraits:
        return y
    shown = _shown(portraits, rows)
    for i, portrait in enumerate(portraits):
        if portrait in shown:
            _draw_portrait(canvas, portrait, Point(x, y), width, i % 2 == 1, words)
            y += PITCH
    if more := len(portraits) - len(shown):
        names = ", ".join(p.name for p in portraits if p not in shown)
        text = shortened(names, width - TEXT - 36, 12)
        count = (Span(f"+{more}  ", True), Span(text, False, "muted"))
        canvas.spans(x + TEXT, y + 2, count)
        y += 16
    return y - PITCH + 52


def _shown(portraits: tuple[Portrait, ...], rows: int) -> tuple[Portrait, ...]:
    if len(portraits) <= rows:
        return portraits
    chosen = [p for p in portraits if p.chosen]
    others = [p for p in portraits if not p.chosen]
    return tuple([*chosen, *others][:rows])


def _draw_portrait(
    canvas: Canvas, portrait: Portrait, at: Point, width: float, dashed: bool, words: Words
) -> None:
    x, y = at
    spans = _figures(portrait, words)
    told = "".join(span.text for span in spans)
    title = ". ".join(t for t in (portrait.name, portrait.note, portrait.goal, told) if t)
    with canvas.group("persona", title=title, persona=portrait.id):
        canvas.circle(
            x + 20,
            y + 20,
            19,
            fill="solid" if portrait.chosen else "avatar",
            stroke="ink",
            stroke_width=1.75,
            dashes=(4.5, 3) if dashed and not portrait.chosen else (),
        )
        fill: Paint = "on_solid" if portrait.chosen else "ink"
        initial = portrait.name[:1].upper()
        canvas.text(x + 20, y + 26, initial, size=17, bold=True, fill=fill, anchor="middle")
        lines = _draw_name(canvas, portrait, Point(x + TEXT, y + 12), width - TEXT)
        if spans:
            canvas.spans(x + TEXT, y + 12 + 18 * lines, spans)


def _draw_name(canvas: Canvas, portrait: Portrait, at: Point, room: float) -> int:
    """The name, its share beside it where there is room, and the goal below; returns the lines."""
    x, y = at
    after = width_of(portrait.name, 14, bold=True) * SLACK + 10
    beside = after + width_of(portrait.note, 12) <= room
    canvas.text(x, y, shortened(portrait.name, room, 14, bold=True), size=14, bold=True)
    if beside and portrait.note:
        canvas.text(x + after, y, portrait.note, fill="muted")
    below = [t for t in ("" if beside else portrait.note, portrait.goal) if t]
    if below:
        canvas.text(x, y + 18, shortened(" · ".join(below), room, 12), fill="muted")
    return 2 if below else 1


def _figures(portrait: Portrait, words: Words) -> list[Span]:
    """The persona's balance and disappointed share as spans of one line."""
    spans: list[Span] = []
    if portrait.balance:
        coloured = portrait.mark in ("disappointment", "delight")
        fill: Paint = tone_of(portrait.mark or "").text if coloured else "ink"
        balance = Span(portrait.balance, True, fill)
        spans += [Span(words.portrait_balance, False, "muted"), balance]
    if portrait.disappointed:
        start = (", " if spans else "") + words.portrait_disappointed
        spans += [Span(start, False, "muted"), Span(portrait.disappointed, True)]
    return spans
