"""Portraits: the personas, told apart by initial and line style, never by a hue."""

from __future__ import annotations

from cjm.design.themes import Theme
from cjm.maps.content.model import Portrait
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.text import shortened, width_of

PITCH = 72
LEAST_WIDTH, MOST_WIDTH = 240.0, 372.0
TEXT = 52
"""How far right of a portrait's edge its texts begin."""
SLACK = 1.06
"""Names are set this much narrower than their room: other fonts may run wider."""


def portraits_width(portraits: tuple[Portrait, ...], words: Words) -> float:
    """The width the portraits' texts need, within limits; 0 without any."""
    lines = [0.0]
    for portrait in portraits:
        name = width_of(portrait.name, 14, bold=True) * SLACK + 10
        lines += [name + width_of(portrait.note, 12), width_of(portrait.goal, 12) * 1.04]
        lines.append(sum(width_of(t, 12, bold) for t, bold, _ in _figures(None, portrait, words)))
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
        count = [(f"+{more}  ", True, None), (text, False, canvas.theme.muted)]
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
    theme, (x, y) = canvas.theme, at
    parts = _figures(theme, portrait, words)
    told = "".join(text for text, *_ in parts)
    title = ". ".join(t for t in (portrait.name, portrait.note, portrait.goal, told) if t)
    with canvas.group("persona", title, data_persona=portrait.id):
        canvas.circle(
            x + 20,
            y + 20,
            19,
            fill=theme.solid if portrait.chosen else theme.avatar,
            stroke=theme.ink,
            stroke_width=1.75,
            dashes="4.5 3" if dashed and not portrait.chosen else None,
        )
        fill = theme.on_solid if portrait.chosen else None
        initial = portrait.name[:1].upper()
        canvas.text(x + 20, y + 26, initial, size=17, bold=True, fill=fill, anchor="middle")
        lines = _draw_name(canvas, portrait, Point(x + TEXT, y + 12), width - TEXT)
        if parts:
            canvas.spans(x + TEXT, y + 12 + 18 * lines, parts)


def _draw_name(canvas: Canvas, portrait: Portrait, at: Point, room: float) -> int:
    """The name, its share beside it where there is room, and the goal below; returns the lines."""
    (x, y), muted = at, canvas.theme.muted
    after = width_of(portrait.name, 14, bold=True) * SLACK + 10
    beside = after + width_of(portrait.note, 12) <= room
    canvas.text(x, y, shortened(portrait.name, room, 14, bold=True), size=14, bold=True)
    if beside and portrait.note:
        canvas.text(x + after, y, portrait.note, fill=muted)
    below = [t for t in ("" if beside else portrait.note, portrait.goal) if t]
    if below:
        canvas.text(x, y + 18, shortened(" · ".join(below), room, 12), fill=muted)
    return 2 if below else 1


def _figures(
    theme: Theme | None, portrait: Portrait, words: Words
) -> list[tuple[str, bool, str | None]]:
    """The persona's balance and disappointed share as parts of one line."""
    muted, parts = theme.muted if theme else None, list[tuple[str, bool, str | None]]()
    if portrait.balance:
        coloured = portrait.mark in ("disappointment", "delight")
        fill = theme.tone(portrait.mark or "").text if theme and coloured else None
        parts += [(words.portrait_balance, False, muted), (portrait.balance, True, fill)]
    if portrait.disappointed:
        start = (", " if parts else "") + words.portrait_disappointed
        parts += [(start, False, muted), (portrait.disappointed, True, None)]
    return parts
