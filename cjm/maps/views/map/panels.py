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
    name_lines,
    text_lines,
)
from cjm.maps.views.map.signs import draw_panel, draw_phase, draw_tip

INSIDE = 3.0
"""Where the texts of a panel begin."""
BESIDE_PHASE = 48.0
"""Where the name of a phase begins, after its dots."""
FIRST_PANEL = 8.0
"""The upper edge of a cell's first panel."""


def set_actions(cell: Actions, style: CellStyle) -> SetCell:
    """Improvements below each other."""
    parts, y = [], FIRST_PANEL
    width = min(style.width, LONGEST_LINE)
    for action in cell.actions:
        part = _action(action, width)
        parts.append(part.moved(0, y))
        y += part.height + 6
    return joined(y + 3, parts)


def _action(action: Action, width: float) -> SetCell:
    """One improvement: title, phase, lift and due day, cost and owner, what it is judged by."""
    titles = name_lines(action.title, width - 2 * INSIDE, bold=True)
    lines = block(titles, INSIDE, 17, bold=True)
    y = 17 + len(titles) * PITCH + 3
    dots = Sign(7, y - 4, partial(draw_phase, phase=action.phase))
    beside = _fits(action.phase_name, width - BESIDE_PHASE - INSIDE)
    y += 0 if beside else PITCH
    left = BESIDE_PHASE if beside else INSIDE
    lines.append(TextRun(left, y, (Span(action.phase_name, False, "muted"),)))
    y, facts = _lift_and_day(action, width, y, left + _room(action.phase_name), lines)
    for text in _packed(facts, width - 2 * INSIDE):
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


def _lift_and_day(
    action: Action, width: float, y: float, taken: float, lines: list[TextRun]
) -> tuple[float, list[str]]:
    """The points it should add and the day it is due, on one line where there is room.

    That line is the one of the phase, of which so much is `taken`, if it can be. Where the day has
    no room it is the first of the facts below, which are returned with the lowest base line.
    """
    facts = list(filter(None, (action.due, *action.facts)))
    if not action.lift:
        return y, facts
    points = (Span(action.lift, True, level_text(action.mark)),)
    long, left = _room(action.lift, bold=True), taken + 16
    if action.due and _fits(action.due, width + 1 - left - long - 16):
        lines.append(TextRun(left, y, points))
        lines.append(TextRun(width + 1, y, (Span(action.due, False, "muted"),), anchor="end"))
        return y, facts[1:]
    if action.due and _fits(action.due, width - INSIDE - long - 12):
        y += PITCH + 1
        lines.append(TextRun(INSIDE, y, points))
        lines.append(TextRun(width + 1, y, (Span(action.due, False, "muted"),), anchor="end"))
        return y, facts[1:]
    if long <= width + 1 - taken - 12:
        lines.append(TextRun(width + 1, y, points, anchor="end"))
        return y, facts
    y += PITCH + 1
    lines.append(TextRun(INSIDE, y, points))
    return y, facts


def _packed(facts: list[str], room: float) -> list[str]:
    """Facts in lines: several on one where they have room there, none broken into another."""
    rows: list[str] = []
    for fact in facts:
        if rows and _fits(together := f"{rows[-1]}, {fact}", room):
            rows[-1] = together
        else:
            rows.append(fact)
    return [line for row in rows for line in text_lines(row, room)]


def pointing(cell: SetCell, x: float) -> SetCell:
    """A cell of panels that run on over other columns, with a tip that points up to its own."""
    return cell._replace(signs=(*cell.signs, Sign(x, FIRST_PANEL, draw_tip)))


def _room(text: str, bold: bool = False) -> float:
    return width_of(text, SIZE, bold) * COLUMN_SLACK


def _fits(text: str, room: float) -> bool:
    return _room(text) <= room
