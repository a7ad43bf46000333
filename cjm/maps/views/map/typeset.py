"""Typesetting: a cell → its lines of text and its signs, each with a place inside the cell."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from cjm.design.tokens import Token
from cjm.maps.components.marks import line_sample
from cjm.maps.components.scores import disc, dumbbell, ring
from cjm.maps.content.model import Card
from cjm.maps.content.numbers import brief
from cjm.maps.content.sheet.model import (
    Actions,
    Both,
    Cell,
    Contact,
    Half,
    Items,
    Lane,
    Moment,
    Reach,
    Said,
    Scores,
)
from cjm.maps.content.words import Words
from cjm.maps.scene.model import Span, TextRun
from cjm.maps.scene.text import COLUMN_SLACK, width_of
from cjm.maps.views.map.lists import MARK, NOTHING, set_items, set_said
from cjm.maps.views.map.panels import set_actions
from cjm.maps.views.map.setcell import (
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
from cjm.maps.views.map.signs import (
    draw_channel,
    draw_reach,
    draw_star,
    draw_tag,
)

TITLE_SIZE, TITLE_PITCH = 13, 17
LONGEST_BAR = 240
ASIDE = 6
"""Short words beside an icon may run so far into the column's padding rather than break."""
CHANNEL = 32
"""Where the name of a channel begins, after its icon."""
FIGURES = 25
"""Where the figures of O and B begin, after their sign and letter."""
TAG_WIDTH, TAG_HEIGHT, TAG_TIP = 46.0, 28.0, 8.0
_INK: Token = "ink"
_MUTED: Token = "muted"


def style_of(lane: Lane, width: float, words: Words, scale: tuple[float, float]) -> CellStyle:
    """The style that suits every cell of a lane."""
    channels = {c.channel for c in lane.told if isinstance(c, Contact) and c.channel}
    lines = max((len(name_lines(c, width - CHANNEL + ASIDE)) for c in channels), default=0)
    title = max(36.0, 21 + lines * PITCH) if lines else 0.0
    figures = [_figures(c.card, words) for c in lane.told if isinstance(c, Scores)]
    longest = max((width_of(t, SIZE, bold=True) for pair in figures for t in pair), default=0)
    stacked = FIGURES + longest * COLUMN_SLACK + 6 + TAG_WIDTH > width
    return CellStyle(width, words, scale, title, stacked)


def set_cell(cell: Cell, style: CellStyle) -> SetCell:
    """Any cell, set."""
    setter: Callable[[Any, CellStyle], SetCell] = SETTERS[type(cell)]
    return setter(cell, style)


def _contact(cell: Contact, style: CellStyle) -> SetCell:
    lines: list[TextRun] = []
    signs: list[Sign] = []
    if cell.channel:
        channel = name_lines(cell.channel, style.width - CHANNEL + ASIDE)
        first = 26.3 - min(1, len(channel) - 1) * PITCH / 2
        lines += block(channel, CHANNEL, first, paint="muted")
        signs.append(Sign(13, 22, partial(draw_channel, name=cell.icon)))
    bold, paint = cell.measured, _INK if cell.measured else _MUTED
    y = style.title + 18
    for text in name_lines(cell.title, style.width, TITLE_SIZE, bold):
        lines.append(TextRun(0, y, (Span(text, bold, paint),), TITLE_SIZE))
        y += TITLE_PITCH
    for line in block(text_lines(cell.note, style.width), 0, y, paint="muted"):
        lines.append(line)
        y += PITCH
    return SetCell(y - TITLE_PITCH + 12, tuple(lines), tuple(signs))


def _figures(card: Card, words: Words) -> tuple[str, str]:
    """O and B as text."""
    return (
        brief(card.expectation_text, card.expectation or 0, words),
        brief(card.experience_text, card.experience or 0, words),
    )


def _scores(cell: Scores, style: CellStyle) -> SetCell:
    card, words = cell.card, style.words
    y, lines, signs = _pair(card, style) if card.measure == "gap" else _single(card, style)
    if card.measure and not card.missing:
        bar = partial(
            dumbbell,
            width=min(style.width, LONGEST_BAR) - 10,
            scale=style.scale,
            scores=(card.expectation, card.experience),
            mark=card.mark,
        )
        signs.append(Sign(5, y, bar))
    y += 16
    for i, other in enumerate(cell.others):
        x = 0.0
        if other.dashed is not None:
            signs.append(Sign(x, y, partial(line_sample, width=22, dashed=other.dashed)))
            x += 28
        if other.initial:
            lines.append(TextRun(x, y + 4.3, (Span(other.initial, False, "muted"),)))
            x += 18
        text = brief(other.text, other.gap, words, signed=card.measure == "gap")
        lines.append(TextRun(x, y + 4.3, (Span(text, True, level_text(other.mark)),)))
        y += 17 if i + 1 < len(cell.others) else 16
    for note in cell.notes:
        for text in text_lines(note, style.width):
            lines.append(TextRun(0, y + 4.3, (Span(text, False, "muted"),)))
            y += 16
    return SetCell(y, tuple(lines), tuple(signs))


Placed = tuple[float, list[TextRun], list[Sign]]
"""How far down a cell is filled, its lines and its signs."""


def _pair(card: Card, style: CellStyle) -> Placed:
    """The tag with C, and O above B."""
    words, (o, b) = style.words, _figures(card, style.words)
    tag_x = 0.0 if style.stacked else min(style.width, LONGEST_BAR) - TAG_WIDTH
    tag = partial(draw_tag, card=card, width=TAG_WIDTH, height=TAG_HEIGHT, tip=TAG_TIP, words=words)
    signs, y = [Sign(tag_x, 8, tag)], 56.0 if style.stacked else 16.0
    if card.expectation is None and card.experience is None:
        return y + 42, [], signs
    signs.append(Sign(4, y, partial(ring, radius=3.6)))
    signs.append(Sign(4, y + 18, partial(disc, radius=4.2, mark=card.mark)))
    return y + 42, [_figure(words.o, o, y), _figure(words.b, b, y + 18)], signs


def _single(card: Card, style: CellStyle) -> Placed:
    """The only score there is; nothing where there is none."""
    y, (o, b) = 16.0, _figures(card, style.words)
    if not card.measure or card.missing:
        return 0.0, [], []
    if card.measure == "experience":
        sign = Sign(4, y, partial(disc, radius=4.2, mark=card.mark))
        return y + 24, [_figure(style.words.b, b, y)], [sign]
    sign = Sign(4, y, partial(ring, radius=3.6))
    return y + 24, [_figure(style.words.o, o, y)], [sign]


def _figure(letter: str, figure: str, y: float) -> TextRun:
    spans = (Span(letter + "\u00a0\u00a0", False, "muted"), Span(figure, True))
    return TextRun(12, y + 4.3, spans)


def _reach(cell: Reach, style: CellStyle) -> SetCell:
    text = TextRun(0, 20, (Span(cell.text, cell.likely),))
    # The bars are in line, but behind a share that is wide, such as ≈94.1%.
    left = max(46.0, width_of(cell.text, text.size, cell.likely) + 6)
    room = max(16.0, min(style.width, LONGEST_BAR) - left)
    bar = partial(draw_reach, width=room, height=6.5, reach=cell)
    return SetCell(30, (text,), (Sign(left, 12.5, bar),))


def _moment(cell: Moment, style: CellStyle) -> SetCell:
    texts = text_lines(cell.text, style.width - 19)
    foot = 16 + len(texts) * PITCH
    sign = partial(draw_star, radius=7.5, negative=cell.negative)
    return SetCell(foot, tuple(block(texts, 19, 20.5)), (Sign(7, 16.5, sign),))


def _both(cell: Both, style: CellStyle) -> SetCell:
    """The halves below each other, each after a piece of its state's line."""
    parts: list[SetCell] = []
    y = 0.0
    for half in cell.halves:
        beside = half.cell is None or isinstance(half.cell, Reach)
        part = _half(half, style, beside)
        mark = partial(line_sample, width=MARK, dashed=half.dashed)
        sign = Sign(0, y + (16 if beside else 12), mark)
        parts += [SetCell(0, signs=(sign,)), part.moved(0, y)]
        y += part.height - (6 if beside else 0)
    return joined(y + 6, parts)


def _half(half: Half, style: CellStyle, beside: bool) -> SetCell:
    """What a state says, beside its mark where that is short, else below it."""
    if half.cell is None:
        return SetCell(30, (TextRun(MARK + 8, 20, (Span(NOTHING, False, "muted"),)),))
    if beside:
        return set_cell(half.cell, style._replace(width=style.width - MARK - 8)).moved(MARK + 8, 0)
    return set_cell(half.cell, style).moved(0, 12)


SETTERS: Mapping[type, Callable[[Any, CellStyle], SetCell]] = {
    Contact: _contact,
    Scores: _scores,
    Reach: _reach,
    Moment: _moment,
    Items: set_items,
    Said: set_said,
    Actions: set_actions,
    Both: _both,
}
"""How each kind of cell is set."""
