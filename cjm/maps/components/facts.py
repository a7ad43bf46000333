"""Facts: small cells side by side, with what else is known of the journey."""

from __future__ import annotations

from cjm.maps.components.marks import icon
from cjm.maps.content.model import Fact
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.icons import CHECK, CROSS
from cjm.maps.scene.text import SLACK, shortened, width_of, wrapped
from cjm.tuples import NamedTuple

VALUE = 16
LEAST, MOST = 84.0, 224.0
GAP, ROW_GAP = 32.0, 16.0
SIGN = 17.0
"""Room for the sign of a target before its words."""
MOST_FACTS = 24
"""Of more the others are counted: a heading is no table."""
NOTE_LINES = 2


class SetFact(NamedTuple):
    """A cell as it is set."""

    fact: Fact
    label: str
    value: str
    note: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """From the top of its label to below its last line."""
        return 36.0 + 16 * len(self.note)


def facts_width(facts: tuple[Fact, ...], words: Words) -> float:
    """The width of all cells in one row; 0 without any."""
    cells = _cells(facts, words)
    return sum(cell.width for cell in cells) + GAP * max(0, len(cells) - 1)


def draw_facts(canvas: Canvas, facts: tuple[Fact, ...], box: Box, words: Words) -> float:
    """The cells in as many rows as they need; returns the lower edge of the last."""
    x, y, row = box.x, box.y, 0.0
    with canvas.group("facts"):
        for cell in _cells(facts, words):
            if x > box.x and x + cell.width > box.right:
                x, y, row = box.x, y + row + ROW_GAP, 0.0
            if x > box.x:
                edge = x - GAP / 2
                canvas.line((edge, y + 2), (edge, y + 36), "rule")
            _draw(canvas, cell, Point(x, y))
            x += cell.width + GAP
            row = max(row, cell.height)
    return y + row


def _cells(facts: tuple[Fact, ...], words: Words) -> list[SetFact]:
    shown = facts if len(facts) <= MOST_FACTS else facts[: MOST_FACTS - 1]
    cells = [_set(fact) for fact in shown]
    if more := len(facts) - len(shown):
        cells.append(_set(Fact("", words.and_more.format(more))))
    return cells


def _set(fact: Fact) -> SetFact:
    label = shortened(fact.label, MOST / SLACK, 12)
    value = shortened(fact.value, MOST / SLACK, VALUE, bold=True)
    aside = 0.0 if fact.met is None else SIGN
    note = wrapped(fact.note, ((MOST - aside) / SLACK,) * NOTE_LINES, 12) if fact.note else ()
    widths = [width_of(label, 12), width_of(value, VALUE, bold=True)]
    widths += [aside + width_of(line, 12) for line in note]
    return SetFact(fact, label, value, note, max(LEAST, max(widths) * SLACK))


def _draw(canvas: Canvas, cell: SetFact, at: Point) -> None:
    x, y = at
    canvas.text(x, y + 12, cell.label, fill="muted")
    canvas.text(x, y + 32, cell.value, size=VALUE, bold=True)
    aside = 0.0
    if cell.fact.met is not None:
        icon(canvas, CHECK if cell.fact.met else CROSS, Point(x - 3, y + 36), 1, "ink", 2)
        aside = SIGN
    for i, line in enumerate(cell.note):
        canvas.text(x + aside, y + 49 + 16 * i, line, fill="muted")
