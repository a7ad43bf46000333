"""The legend: samples as wide as they are drawn, each with what it means beside it."""

import math
from collections.abc import Callable

from cjm.design.tokens import Token
from cjm.maps.components.gaptag import gap_tag
from cjm.maps.components.scores import disc, ring
from cjm.maps.content.numbers import number
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import SLACK, width_of
from cjm.tuples import NamedTuple

Draw = Callable[[Canvas, Point], None]
"""Draws a sample with its left edge, and its middle, at a point."""
EXAMPLES = {"disappointment": -4.0, "satisfaction": 0.0, "delight": 3.0}
"""The figures in the tags of a legend."""


TEXT_GAP = 8
"""From a sample to its text."""


class Entry(NamedTuple):
    """A sample as wide as it is drawn, and what it means; a heading has none."""

    draw: Draw | None
    width: float
    text: str
    bold: bool = False

    @property
    def indent(self) -> float:
        """Where the text begins."""
        return self.width + TEXT_GAP if self.width else 0

    def room(self, longest: float = math.inf) -> float:
        """The room it takes, its text at most so wide."""
        return self.indent + min(longest, width_of(self.text, 12, self.bold) * SLACK)


def draw_entry(canvas: Canvas, entry: Entry, at: Point, base: float) -> None:
    """The sample with its middle at the height of `at`, and its text that much lower."""
    if entry.draw:
        entry.draw(canvas, at)
    if entry.text:
        fill: Token = "ink" if entry.bold else "muted"
        canvas.text(at.x + entry.indent, at.y + base, entry.text, bold=entry.bold, fill=fill)


def tag_sample(mark: str, words: Words, width: float, height: float) -> Draw:
    """A level's tag of that size."""
    known = mark in EXAMPLES
    figure = number(EXAMPLES[mark], words, signed=True) if known else words.not_available

    def draw(canvas: Canvas, at: Point) -> None:
        box = Box(at.x, at.y - 11, width, height)
        gap_tag(canvas, box, mark, figure, tip=6, size=13)

    return draw


def ring_sample(canvas: Canvas, at: Point) -> None:
    """O."""
    ring(canvas, Point(at.x + 4, at.y), 4)


def disc_sample(mark: str, canvas: Canvas, at: Point) -> None:
    """B, in the colour of a level."""
    disc(canvas, Point(at.x + 4, at.y), 4.4, mark)
