"""Settings: a cell → its lines of text and its signs, each with a place inside the cell."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from cjm.maps.content.model import Card
from cjm.maps.content.sheet.model import (
    Action,
    Actions,
    Cell,
    Contact,
    Items,
    Lane,
    Moment,
    Mood,
    Quotes,
    Reach,
    Scores,
)
from cjm.maps.content.words import Words, brief
from cjm.maps.scene.text import flowed, width_of

SIZE, PITCH = 12, 15.5
TITLE_SIZE, TITLE_PITCH = 13, 17
SLACK = 1.05
"""Text is set this much narrower than its room: other fonts may run wider."""
LONGEST_LINE = 300
"""Lines of text are no longer, however wide the column."""
LONGEST_BAR = 240
ASIDE = 6
"""Short words beside an icon may run so far into the column's padding rather than break."""
CHANNEL = 32
"""Where the name of a channel begins, after its icon."""
FIGURES = 25
"""Where the figures of O and B begin, after their sign and letter."""
TAG_WIDTH, TAG_HEIGHT, TAG_TIP = 46.0, 28.0, 8.0

Role = Literal["", "muted", "disappointment", "satisfaction", "delight", "unmeasured"]
"""The colour of a text: ink, muted, or a level's."""
_INK: Role = ""
_MUTED: Role = "muted"
Parts = tuple[tuple[str, bool, Role], ...]


class Line(NamedTuple):
    """One line of text on the base line y: (text, bold, role) parts."""

    x: float
    y: float
    parts: Parts
    size: float = SIZE
    anchor: str | None = None


class Sign(NamedTuple):
    """A drawn sign; `value` is what its kind needs to know."""

    kind: str
    x: float
    y: float
    width: float = 0
    height: float = 0
    value: object = None


class Setting(NamedTuple):
    """A cell that has been set: panels lie under signs, signs under text."""

    height: float
    lines: tuple[Line, ...] = ()
    signs: tuple[Sign, ...] = ()


class Manner(NamedTuple):
    """How all cells of a lane are set.

    `title` is where touchpoints' titles begin, below the channels; `stacked` puts the tag above
    O and B.
    """

    width: float
    words: Words
    scale: tuple[float, float]
    title: float = 0
    stacked: bool = False


def manner_of(lane: Lane, width: float, words: Words, scale: tuple[float, float]) -> Manner:
    """The manner that suits every cell of a lane."""
    channels = {c.channel for c in lane.cells if isinstance(c, Contact) and c.channel}
    lines = max((len(text_lines(c, width - CHANNEL + ASIDE)) for c in channels), default=0)
    title = max(36.0, 21 + lines * PITCH) if lines else 0.0
    figures = [_figures(c.card, words) for c in lane.cells if isinstance(c, Scores)]
    longest = max((width_of(t, SIZE, bold=True) for pair in figures for t in pair), default=0)
    stacked = FIGURES + longest * SLACK + 6 + TAG_WIDTH > width
    return Manner(width, words, scale, title, stacked)


def set_cell(cell: Cell, manner: Manner) -> Setting:
    """The setting of any cell."""
    setter: Callable[[Any, Manner], Setting] = SETTERS[type(cell)]
    return setter(cell, manner)


def text_lines(
    text: str, width: float, size: float = SIZE, bold: bool = False, longest: float = LONGEST_LINE
) -> tuple[str, ...]:
    """A text broken for a room, with slack for wider fonts."""
    return flowed(text, max(12.0, min(width, longest) / SLACK), size, bold)


def _block(
    texts: tuple[str, ...], x: float, y: float, bold: bool = False, role: Role = ""
) -> list[Line]:
    """Lines below each other, the first on the base line y."""
    return [Line(x, y + i * PITCH, ((t, bold, role),)) for i, t in enumerate(texts)]


def _contact(cell: Contact, manner: Manner) -> Setting:
    lines: list[Line] = []
    signs: list[Sign] = []
    if cell.channel:
        channel = text_lines(cell.channel, manner.width - CHANNEL + ASIDE)
        first = 26.3 - min(1, len(channel) - 1) * PITCH / 2
        lines += _block(channel, CHANNEL, first, role="muted")
        signs.append(Sign("channel", 13, 22, value=cell.icon))
    bold, role = cell.measured, _MUTED if not cell.measured else _INK
    y = manner.title + 18
    for text in text_lines(cell.title, manner.width, TITLE_SIZE, bold):
        lines.append(Line(0, y, ((text, bold, role),), TITLE_SIZE))
        y += TITLE_PITCH
    for line in _block(text_lines(cell.note, manner.width), 0, y, role="muted"):
        lines.append(line)
        y += PITCH
    return Setting(y - TITLE_PITCH + 12, tuple(lines), tuple(signs))


def _figures(card: Card, words: Words) -> tuple[str, str]:
    """O and B as text."""
    return (
        words.not_available if card.expectation is None else brief(card.expectation, words),
        words.not_available if card.experience is None else brief(card.experience, words),
    )


def _scores(cell: Scores, manner: Manner) -> Setting:
    card, width, words = cell.card, manner.width, manner.words
    o, b = _figures(card, words)
    tag_x = 0.0 if manner.stacked else min(width, LONGEST_BAR) - TAG_WIDTH
    signs = [Sign("tag", tag_x, 8, TAG_WIDTH, TAG_HEIGHT, card)]
    y = 56.0 if manner.stacked else 16.0
    lines: list[Line] = []
    if card.expectation is not None or card.experience is not None:
        lines = [_figure(words.o, o, y), _figure(words.b, b, y + 18)]
        signs += [Sign("expectation", 4, y), Sign("experience", 4, y + 18, value=card.mark)]
    y += 42
    if card.gap is not None:
        signs.append(Sign("dumbbell", 5, y, min(width, LONGEST_BAR) - 10, value=card))
    y += 16
    for i, other in enumerate(cell.others):
        x = 0.0
        if other.dashed is not None:
            signs.append(Sign("sample", x, y, 22, value=other.dashed))
            x += 28
        if other.initial:
            lines.append(Line(x, y + 4.3, ((other.initial, False, "muted"),)))
            x += 18
        text = brief(other.gap, words, signed=True)
        lines.append(Line(x, y + 4.3, ((text, True, other.mark),)))
        y += 17 if i + 1 < len(cell.others) else 16
    return Setting(y, tuple(lines), tuple(signs))


def _figure(letter: str, figure: str, y: float) -> Line:
    return Line(12, y + 4.3, ((letter + "\u00a0\u00a0", False, "muted"), (figure, True, "")))


def _reach(cell: Reach, manner: Manner) -> Setting:
    text = Line(0, 20, ((cell.text, cell.likely, ""),))
    room = max(16.0, min(manner.width, LONGEST_BAR) - 46)
    return Setting(30, (text,), (Sign("reach", 46, 12.5, room, 6.5, cell),))


def _moment(cell: Moment, manner: Manner) -> Setting:
    texts = text_lines(cell.text, manner.width - 19)
    foot = 16 + len(texts) * PITCH
    return Setting(foot, tuple(_block(texts, 19, 20.5)), (Sign("star", 7, 16.5),))


def _mood(cell: Mood, manner: Manner) -> Setting:
    beside = manner.width >= 92
    x = 31 if beside and cell.bow is not None else 0
    texts = text_lines(cell.text, manner.width - x + (ASIDE if x else 0))
    top = 0.0 if beside or cell.bow is None else 26.0
    first = top + (25.3 if len(texts) == 1 else 18)
    signs = () if cell.bow is None else (Sign("face", 12, 21, value=cell),)
    foot = first + max(0, len(texts) - 1) * PITCH + 11
    return Setting(max(42, foot), tuple(_block(texts, x, first)), signs)


def _items(cell: Items, manner: Manner) -> Setting:
    lines: list[Line] = []
    signs: list[Sign] = []
    y = 20.5
    for item in cell.items:
        x = {"": 0, "met": 17, "missed": 17}.get(item.bullet, 13)
        texts = text_lines(item.text, manner.width - x)
        lines += _block(texts, x, y)
        if item.bullet:
            signs.append(Sign(item.bullet, 0, y))
        y += len(texts) * PITCH + 3
    return Setting(y - PITCH + 8, tuple(lines), tuple(signs))


def _quotes(cell: Quotes, manner: Manner) -> Setting:
    lines: list[Line] = []
    signs: list[Sign] = []
    y = 7.0
    for quote in cell.texts:
        texts = text_lines(quote, manner.width - 4)
        height = len(texts) * PITCH + 11
        width = min(manner.width, LONGEST_LINE) + 10
        signs.append(Sign("panel", -5, y, width, height))
        lines += _block(texts, 2, y + 16.5)
        y += height + 5
    return Setting(y + 3, tuple(lines), tuple(signs))


def _actions(cell: Actions, manner: Manner) -> Setting:
    lines: list[Line] = []
    signs: list[Sign] = []
    y = 8.0
    for action in cell.actions:
        y = _action(action, y, manner, lines, signs) + 6
    return Setting(y + 3, tuple(lines), tuple(signs))


def _action(
    action: Action, top: float, manner: Manner, lines: list[Line], signs: list[Sign]
) -> float:
    """One improvement's panel: title, phase, lift and due day; returns its lower edge."""
    width = min(manner.width, LONGEST_LINE)
    titles = text_lines(action.title, width - 6, bold=True)
    signs.append(Sign("framed", -5, top, width + 10, 0))
    frame = len(signs) - 1
    lines += _block(titles, 3, top + 17, bold=True)
    y = top + 17 + len(titles) * PITCH + 3
    signs.append(Sign("phase", 7, y - 4, value=action.phase))
    below = _fits(action.phase_name, width - 51)
    y += 0 if below else PITCH
    lines.append(Line(48 if below else 3, y, ((action.phase_name, False, "muted"),)))
    y += 17 if action.lift or action.due else 0
    if action.lift:
        lines.append(Line(3, y, ((action.lift, True, action.mark),)))
    elif action.due:
        y -= PITCH
    if action.due:
        taken = width_of(action.lift, SIZE, bold=True) * SLACK + 12 if action.lift else width
        if _fits(action.due, width - 3 - taken):
            lines.append(Line(width + 1, y, ((action.due, False, "muted"),), anchor="end"))
        else:
            for text in text_lines(action.due, width - 6):
                y += PITCH
                lines.append(Line(3, y, ((text, False, "muted"),)))
    signs[frame] = signs[frame]._replace(height=y + 9 - top)
    return y + 9


def _fits(text: str, room: float) -> bool:
    return width_of(text, SIZE) * SLACK <= room


SETTERS: Mapping[type, Callable[[Any, Manner], Setting]] = {
    Contact: _contact,
    Scores: _scores,
    Reach: _reach,
    Moment: _moment,
    Mood: _mood,
    Items: _items,
    Quotes: _quotes,
    Actions: _actions,
}
"""How each kind of cell is set."""
