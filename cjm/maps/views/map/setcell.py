"""Set cells: lines of text and signs at their places inside a cell, and how they are drawn."""

from collections.abc import Callable, Iterable

from cjm.design.tokens import Token, tone_of
from cjm.i18n.characters import head
from cjm.maps.content.model import Mark
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Link, Span, TextRun
from cjm.maps.scene.text import COLUMN_SLACK, ELLIPSIS, flowed
from cjm.tuples import NamedTuple

SIZE, PITCH = 12, 15.5
LONGEST_LINE = 300
"""Lines of text are no longer, however wide the column."""


class Sign(NamedTuple):
    """A drawn sign, and its place in the cell."""

    x: float
    y: float
    draw: Callable[[Canvas, Point], None]


class Anchor(NamedTuple):
    """Lines of text that lead to an address."""

    href: str
    lines: tuple[TextRun, ...]


class SetCell(NamedTuple):
    """A cell that has been set: panels lie under signs, signs under text."""

    height: float
    lines: tuple[TextRun, ...] = ()
    signs: tuple[Sign, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    def moved(self, right: float, down: float) -> "SetCell":
        """The same further right and down; its height grows by what it went down."""
        return SetCell(
            self.height + down,
            _moved(self.lines, right, down),
            tuple(s._replace(x=s.x + right, y=s.y + down) for s in self.signs),
            tuple(a._replace(lines=_moved(a.lines, right, down)) for a in self.anchors),
        )


def _moved(lines: tuple[TextRun, ...], right: float, down: float) -> tuple[TextRun, ...]:
    return tuple(line._replace(x=line.x + right, y=line.y + down) for line in lines)


def joined(height: float, cells: Iterable[SetCell]) -> SetCell:
    """Cells at their places as one."""
    parts = tuple(cells)
    return SetCell(
        height,
        tuple(line for part in parts for line in part.lines),
        tuple(sign for part in parts for sign in part.signs),
        tuple(anchor for part in parts for anchor in part.anchors),
    )


class CellStyle(NamedTuple):
    """How all cells of a lane are set.

    `title` is where touchpoints' titles begin, below the channels; `stacked` puts the tag above
    O and B.
    """

    width: float
    words: Words
    scale: tuple[float, float]
    title: float = 0
    stacked: bool = False


def draw_cell(canvas: Canvas, cell: SetCell, x: float, y: float) -> None:
    """A cell with its upper left corner at (x, y)."""
    for sign in cell.signs:
        sign.draw(canvas, Point(x + sign.x, y + sign.y))
    for line in _moved(cell.lines, x, y):
        canvas.add(line)
    for anchor in cell.anchors:
        canvas.add(Link(anchor.href, _moved(anchor.lines, x, y)))


def level_text(mark: Mark) -> Token:
    """The colour of a text by its level."""
    return tone_of(mark).text if mark in ("disappointment", "delight") else "muted"


def text_lines(
    text: str, width: float, size: float = SIZE, bold: bool = False, longest: float = LONGEST_LINE
) -> tuple[str, ...]:
    """A text broken for a room, with slack for wider fonts."""
    return flowed(text, max(12.0, min(width, longest) / COLUMN_SLACK), size, bold)


LONGEST_NAME = 600
"""Characters of a name that a sheet shows; what is told of a touchpoint may be longer."""


def name_lines(
    name: str, width: float, size: float = SIZE, bold: bool = False, longest: float = LONGEST_LINE
) -> tuple[str, ...]:
    """A name broken for a room; a very long one is ended with …"""
    if len(name) > LONGEST_NAME:
        name = head(name, LONGEST_NAME).rstrip() + ELLIPSIS
    return text_lines(name, width, size, bold, longest)


def block(
    texts: tuple[str, ...], x: float, y: float, bold: bool = False, paint: Token = "ink"
) -> list[TextRun]:
    """Lines below each other, the first on the base line y."""
    return [TextRun(x, y + i * PITCH, (Span(t, bold, paint),)) for i, t in enumerate(texts)]
