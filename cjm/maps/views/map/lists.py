"""Lists: items below each other in a cell or side by side in a strip, and what customers say."""

from __future__ import annotations

from functools import partial

from cjm.maps.components.marks import line_sample
from cjm.maps.content.sheet.model import Both, Item, Items, Said
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Span, TextRun
from cjm.maps.scene.text import COLUMN_SLACK, shortened, width_of
from cjm.maps.views.map.setcell import (
    LONGEST_LINE,
    PITCH,
    SIZE,
    Anchor,
    CellStyle,
    SetCell,
    Sign,
    block,
    joined,
    text_lines,
)
from cjm.maps.views.map.signs import badge_width, draw_badge, draw_bubble, draw_bullet, draw_panel

FIRST = 20.5
"""The base line of a cell's first line of text."""
BETWEEN = 3
"""Between two items below each other."""
BULLETS = {"": 0.0, "met": 17.0, "missed": 17.0, "open": 17.0, "link": 15.0}
"""How far right of its sign an item's text begins; of other signs by USUAL."""
USUAL = 13.0
ASIDE = 22.0
"""Between two items side by side."""
BADGE_PITCH = 19.0
LEAST_BESIDE = 56.0
"""A text with less room beside its badges begins below them."""
LONGEST_FACT = 520.0
"""What is said of a stage may be set in longer lines than what is said of a touchpoint."""
TAIL = 8.0
"""Room for the bubbles below a thought."""
MARK = 22
"""The piece of a line that says whose half of a cell it is."""
NOTHING = "–"
"""Where a state says nothing."""


def set_items(cell: Items, style: CellStyle) -> SetCell:
    """Items below each other."""
    parts, y = [], FIRST
    for item in cell.items:
        part = set_item(item, style.width)
        parts.append(part.moved(0, y))
        y += part.height + BETWEEN
    return joined(y - PITCH + 8, parts)


def set_item(item: Item, width: float, longest: float = LONGEST_LINE) -> SetCell:
    """One item whose first base line is at 0: sign, badges, text."""
    signs = []
    if item.bullet:
        signs.append(Sign(0, 0, partial(draw_bullet, kind=item.bullet)))
    badges, (x, y) = _badges(item, Point(BULLETS.get(item.bullet, USUAL), 0), width)
    lines = tuple(block(text_lines(item.text, width - x, longest=longest), x, y))
    y += len(lines) * PITCH
    if item.below:
        address = shortened(item.below, min(width - x, longest) / COLUMN_SLACK, SIZE)
        lines += (TextRun(x, y, (Span(address, False, "muted"),)),)
        y += PITCH
    anchors = (Anchor(item.href, lines),) if item.href else ()
    return SetCell(y, () if item.href else lines, (*signs, *badges), anchors)


def _badges(item: Item, at: Point, width: float) -> tuple[list[Sign], Point]:
    """The badges of the personas whose text it is, in rows, and where the text begins after."""
    signs, (x, y) = [], at
    for voice in item.voices:
        wide = badge_width(voice.initials)
        if x > at.x and x + wide > width:
            x, y = at.x, y + BADGE_PITCH
        badge = partial(draw_badge, initials=voice.initials, dashed=voice.dashed)
        signs.append(Sign(x, y, badge))
        x += wide + 4
    if signs and width - x < LEAST_BESIDE:
        x, y = at.x, y + BADGE_PITCH
    return signs, Point(x + 1 if signs else x, y)


def set_strip(cell: Items | Both, width: float) -> SetCell:
    """What is said of a stage; of two states below each other, each after its line."""
    if isinstance(cell, Items):
        return _side_by_side(cell, width)
    parts: list[SetCell] = []
    y = 0.0
    for half in cell.halves:
        sign = Sign(0, y + 13, partial(line_sample, width=MARK, dashed=half.dashed))
        told = half.cell if isinstance(half.cell, Items) else Items((Item(NOTHING),))
        part = _side_by_side(told, width - MARK - 8)
        parts += [SetCell(0, signs=(sign,)), part.moved(MARK + 8, y)]
        y += part.height - 6
    return joined(y + 6, parts)


def _side_by_side(cell: Items, width: float) -> SetCell:
    """Items in as many rows as they take."""
    parts, x, y, high = [], 0.0, 17.0, 0.0
    for item in cell.items:
        part = set_item(item, width, LONGEST_FACT)
        taken = _right_of(part)
        if x and x + taken > width:
            x, y, high = 0.0, y + high + BETWEEN, 0.0
        parts.append(part.moved(x, y))
        x += taken + ASIDE
        high = max(high, part.height)
    return joined(y + high - PITCH + 8, parts)


def _right_of(cell: SetCell) -> float:
    """Where the widest line of a cell ends."""
    lines = [*cell.lines, *(line for anchor in cell.anchors for line in anchor.lines)]
    ends = (line.x + width_of(line.text, SIZE) * COLUMN_SLACK for line in lines)
    return max(ends, default=0.0)


def set_said(cell: Said, style: CellStyle) -> SetCell:
    """What customers said, on panels, or thought, in bubbles."""
    lines: list[TextRun] = []
    signs: list[Sign] = []
    y, thought = 7.0, cell.panel == "thought"
    width = min(style.width, LONGEST_LINE) + 10
    for item in cell.items:
        badges, (x, base) = _badges(item, Point(2, y + 16.5), style.width - 2)
        texts = text_lines(item.text, style.width - 2 - x)
        height = base - y + len(texts) * PITCH - 5.5
        panel = (
            partial(draw_bubble, width=width, height=height)
            if thought
            else partial(draw_panel, width=width, height=height, framed=False)
        )
        signs += [Sign(-5, y, panel), *badges]
        lines += block(texts, x, base)
        y += height + 5 + (TAIL if thought else 0)
    return SetCell(y + 3, tuple(lines), tuple(signs))
