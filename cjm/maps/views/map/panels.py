"""Panels: improvements, each with its phase, its lift, and what it is judged by."""

from __future__ import annotations

from functools import partial

from cjm.maps.content.sheet.model import Action, Actions
from cjm.maps.scene.model import Span, TextRun
from cjm.maps.scene.text import COLUMN_SLACK, width_of
from cjm.maps.views.map.lists import BETWEEN, set_item
from cjm.maps.views.map.setcell import (
    LONGEST_LINE,
    PITCH,
    SIZE,
    CellStyle,
    SetCell,
    Sign,
    block,
    joined,
    level_text,
    text_lines,
)
from cjm.maps.views.map.signs import draw_panel, draw_phase

INSIDE = 3.0
"""Where the texts of a panel begin."""


def set_actions(cell: Actions, style: CellStyle) -> SetCell:
    """Improvements below each other."""
    parts, y = [], 8.0
    width = min(style.width, LONGEST_LINE)
    for action in cell.actions:
        part = _action(action, width)
        parts.append(part.moved(0, y))
        y += part.height + 6
    return joined(y + 3, parts)


def _action(action: Action, width: float) -> SetCell:
    """One improvement: title, phase, lift and due day, cost and owner, what it is judged by."""
    titles = text_lines(action.title, width - 2 * INSIDE, bold=True)
    lines = block(titles, INSIDE, 17, bold=True)
    y = 17 + len(titles) * PITCH + 3
    dots = Sign(7, y - 4, partial(draw_phase, phase=action.phase))
    beside = _fits(action.phase_name, width - 51)
    y += 0 if beside else PITCH
    lines.append(TextRun(48 if beside else INSIDE, y, (Span(action.phase_name, False, "muted"),)))
    y = _lift_and_day(action, width, y, lines)
    for text in _facts(action, width - 2 * INSIDE):
        y += PITCH + 1
        lines.append(TextRun(INSIDE, y, (Span(text, False, "muted"),)))
    parts = [SetCell(0, tuple(lines), (dots,))]
    for item in action.judged:
        part = set_item(item, width - 2 * INSIDE)
        parts.append(part.moved(INSIDE, y + PITCH + BETWEEN))
        y += part.height + BETWEEN
    height = y + 9
    panel = Sign(-5, 0, partial(draw_panel, width=width + 10, height=height, framed=True))
    return joined(height, [SetCell(0, (), (panel,)), *parts])


def _lift_and_day(action: Action, width: float, y: float, lines: list[TextRun]) -> float:
    """The points it should add and the day it is due, on one line where there is room."""
    y += 17 if action.lift or action.due else 0
    if action.lift:
        lines.append(TextRun(INSIDE, y, (Span(action.lift, True, level_text(action.mark)),)))
    elif action.due:
        y -= PITCH
    if not action.due:
        return y
    taken = width_of(action.lift, SIZE, bold=True) * COLUMN_SLACK + 12 if action.lift else width
    if _fits(action.due, width - INSIDE - taken):
        lines.append(TextRun(width + 1, y, (Span(action.due, False, "muted"),), anchor="end"))
        return y
    for text in text_lines(action.due, width - 2 * INSIDE):
        y += PITCH
        lines.append(TextRun(INSIDE, y, (Span(text, False, "muted"),)))
    return y


def _facts(action: Action, room: float) -> list[str]:
    """Cost and owner on one line where there is room, else each from a line of its own on."""
    told = ", ".join(action.facts)
    facts = [told] if _fits(told, room) else action.facts
    return [line for fact in facts if fact for line in text_lines(fact, room)]


def _fits(text: str, room: float) -> bool:
    return width_of(text, SIZE) * COLUMN_SLACK <= room
