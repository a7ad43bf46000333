"""Strips: what rows say of whole stages, over the stage's columns and above their cells."""

from collections.abc import Sequence
from itertools import pairwise

from cjm.maps.content.sheet.model import Group, Lane
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Point
from cjm.maps.views.map.lists import set_strip
from cjm.maps.views.map.setcell import SetCell, draw_cell
from cjm.maps.views.map.signs import draw_strip
from cjm.tuples import NamedTuple

ABOVE, BELOW = 6.0, -3.0
"""Between a strip and the rule above it, and the cells below it, which have air of their own."""
FOOT_OF_STRIP = 9.0
"""Below a strip that has no cells under it."""
SIDES = 7.0
"""What a strip leaves of its columns at either side."""


class SetStrip(NamedTuple):
    """What is said of a stage, from column `first` to before `end`."""

    stage: str
    first: int
    end: int
    cell: SetCell

    @property
    def height(self) -> float:
        """What it takes of its row."""
        return ABOVE + self.cell.height + BELOW


def strips_of(
    lane: Lane,
    groups: Sequence[Group],
    folds: Sequence[int],
    columns: Sequence[tuple[float, float]],
    pad: float,
) -> tuple[SetStrip, ...]:
    """The strips of a row; after names that stand again within a stage its strip does, too."""
    strips = []
    for group, fact in zip(groups, lane.facts, strict=False):
        if fact is not None and group.stage is not None:
            inside = [fold for fold in folds if group.first < fold < group.end]
            edges = [group.first, *inside, group.end]
            for first, end in pairwise(edges):
                cell = set_strip(fact, columns[end - 1][1] - columns[first][0] - 2 * pad)
                strips.append(SetStrip(group.stage.id, first, end, cell))
    return tuple(strips)


def under_strips(
    cells: tuple[SetCell | None, ...], strips: Sequence[SetStrip]
) -> tuple[SetCell | None, ...]:
    """The cells of a row, those of stages that it speaks of below the strips."""
    heights: dict[int, float] = {}
    for strip in strips:
        heights |= dict.fromkeys(range(strip.first, strip.end), strip.height)
    return tuple(
        cell if cell is None or i not in heights else cell.moved(0, heights[i])
        for i, cell in enumerate(cells)
    )


def draw_facts(
    canvas: Canvas, strip: SetStrip, left: float, right: float, y: float, pad: float
) -> None:
    """A strip from edge to edge of its columns, in a group that names its stage."""
    with canvas.group("stage-facts", stage=strip.stage):
        top = y + ABOVE
        draw_strip(canvas, Point(left + SIDES, top), right - left - 2 * SIDES, strip.cell.height)
        draw_cell(canvas, strip.cell, left + pad, top)
