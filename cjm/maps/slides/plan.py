"""The plan of the graph's slides: which cards stand on which slide, and where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cjm.maps.content.model import Diagram
from cjm.maps.scene.geometry import Box
from cjm.maps.slides.deck import FOOT, INNER, MARGIN, TOP
from cjm.maps.views.graph.layout import Grid
from cjm.tuples import NamedTuple

MOST_COLUMNS, MOST_ROWS = 7, 5
"""More of them on one slide would leave no room for texts of 9 points."""
HEAD = 22.0
LEGEND = 22.0
WIDEST_CARD, HIGHEST_CARD = 150.0, 64.0
BETWEEN, BELOW = 34.0, 18.0
"""The least room between cards, for lines and shares."""


class Band(NamedTuple):
    """The head of a stage over its columns; `stage` is its id."""

    stage: str
    box: Box


class Page(NamedTuple):
    """A slide of the graph: boxes of cards by id, heads of stages."""

    boxes: dict[str, Box]
    bands: tuple[Band, ...]


def pages_of(diagram: Diagram, grid: Grid) -> tuple[Page, ...]:
    """The slides of a graph, along the journey; those of many rows from top to bottom."""
    return tuple(
        _page(grid, columns, rows, bool(diagram.stages))
        for columns in _parts(len(grid.columns), MOST_COLUMNS)
        for rows in _row_parts(grid, columns)
    )


def _parts(count: int, most: int) -> list[range]:
    """So many things in as few parts of about one size as hold `most` each."""
    parts = max(1, -(-count // most))
    ends = [round(count * k / parts) for k in range(parts + 1)]
    return [range(a, b) for a, b in pairwise(ends)]


def _row_parts(grid: Grid, columns: range) -> Iterator[list[int]]:
    used = sorted({grid.row[id] for n in columns for id in grid.columns[n].ids})
    for part in _parts(len(used), MOST_ROWS):
        yield [used[n] for n in part]


def _page(grid: Grid, columns: range, rows: list[int], staged: bool) -> Page:
    top = TOP + (HEAD + 12 if staged else 8)
    wide, high = INNER / len(columns), (FOOT - LEGEND - top) / len(rows)
    width = min(WIDEST_CARD, wide - BETWEEN)
    height = min(HIGHEST_CARD, high - BELOW)
    boxes = {}
    for place, n in enumerate(columns):
        for id in grid.columns[n].ids:
            if grid.row[id] in rows:
                x = MARGIN + wide * place + (wide - width) / 2
                y = top + high * rows.index(grid.row[id]) + (high - height) / 2
                boxes[id] = Box(x, y, width, height)
    return Page(boxes, tuple(_bands(grid, columns, wide)) if staged else ())


def _bands(grid: Grid, columns: range, wide: float) -> Iterator[Band]:
    """Neighbouring columns of one stage have one head."""
    begun = 0
    for place, n in enumerate(columns):
        stage = grid.columns[n].stage
        following = grid.columns[n + 1].stage if n + 1 in columns else ""
        if stage != following:
            if stage is not None:
                box = Box(MARGIN + wide * begun + 2, TOP, wide * (place + 1 - begun) - 4, HEAD)
                yield Band(stage, box)
            begun = place + 1
