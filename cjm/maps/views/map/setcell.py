"""Set cells: lines of text and signs at their places inside a cell, and how they are drawn."""

from collections.abc import Callable

from cjm.design.tokens import Token, tone_of
from cjm.maps.content.model import Mark
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.model import Span, TextRun
from cjm.maps.scene.text import COLUMN_SLACK, flowed
from cjm.tuples import NamedTuple

SIZE, PITCH = 12, 15.5
LONGEST_LINE = 300
"""Lines of text are no longer, however wide the column."""


class Sign(NamedTuple):
    """A drawn sign, and its place in the cell."""

    x: float
    y: float
    draw: Callable[[Canvas, Point], None]


class SetCell(NamedTuple):
    """A cell that has been set: panels lie under signs, signs under text."""

    height: float
    lines: tuple[TextRun, ...] = ()
    signs: tuple[Sign, ...] = ()


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
    for line in cell.lines:
        canvas.add(line._replace(x=x + line.x, y=y + line.y))


def level_text(mark: Mark) -> Token:
    """The colour of a text by its level."""
    return tone_of(mark).text if mark in ("disappointment", "delight") else "muted"


def text_lines(
    text: str, width: float, size: float = SIZE, bold: bool = False, longest: float = LONGEST_LINE
) -> tuple[str, ...]:
    """A text broken for a room, with slack for wider fonts."""
    return flowed(text, max(12.0, min(width, longest) / COLUMN_SLACK), size, bold)


def block(
    texts: tuple[str, ...], x: float, y: float, bold: bool = False, paint: Token = "ink"
) -> list[TextRun]:
    """Lines below each other, the first on the base line y."""
    return [TextRun(x, y + i * PITCH, (Span(t, bold, paint),)) for i, t in enumerate(texts)]
