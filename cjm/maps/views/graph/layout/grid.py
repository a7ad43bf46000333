"""The grid: a column and a row for every card, from stages and the engine's positions."""

import math
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from cjm.maps.content.model import Diagram
from cjm.maps.views.graph.layout.budget import Budget
from cjm.maps.views.graph.layout.dot import ROW
from cjm.maps.views.graph.layout.rows import rows_of
from cjm.tuples import NamedTuple

UNFOLDED = 9
"""Columns of a map without stages that always stay side by side."""
LEAST_ROWS, SPARING, WIDEST = 3, 0.8, 2.5
"""A long stage is split where that leaves at most this part of the cells, in columns of three
cards or more, on a map at most so many times as wide as high."""
PITCHES, COMPACT_PITCHES = (400, 190), (290, 82)
"""About what a column and a row take on a map."""
AROUND = 250
"""About what header and legend take."""
BEST_SHAPE = 0.6
"""Columns to rows of a folded map; a column is about twice as wide as a row is high."""


class Column(NamedTuple):
    """Cards below each other; `stage` is None where they belong to none."""

    stage: str | None
    ids: tuple[str, ...]


class Grid(NamedTuple):
    """Columns from left to right and each card's row; rows run through all columns.

    `order` says how far along the journey a card stands: its column, counted on where a long
    map without stages is folded into several lines; columns of one stage count as one.
    """

    columns: tuple[Column, ...]
    row: Mapping[str, int]
    column: Mapping[str, int]
    order: Mapping[str, int]
    rows: int


def staged_columns(diagram: Diagram) -> tuple[Column, ...]:
    """A column for each stage in order, others for cards without one; none without stages.

    A stage much longer than the others is set in several columns, as a newspaper is.
    """
    if not diagram.stages:
        return ()
    order = {stage.id: i for i, stage in enumerate(diagram.stages)}
    place = _places(diagram, order)
    runs: list[Column] = []
    for i in range(-1, len(order)):
        if i >= 0:
            stage = diagram.stages[i].id
            runs.append(Column(stage, tuple(c.id for c in diagram.cards if c.stage == stage)))
        loose = tuple(c.id for c in diagram.cards if c.stage is None and place[c.id] == i)
        if loose:
            runs.append(Column(None, loose))
    most = rows_for([len(run.ids) for run in runs], diagram.compact)
    return tuple(column for run in runs for column in _split(run, most))


def rows_for(lengths: Sequence[int], compact: bool = False) -> int:
    """How many cards a column may have: the longest stage's, or fewer where that spares ground.

    Cards beside each other must leave a much smaller map that is not too wide for a sheet.
    """
    longest, (wide, high) = max(lengths), COMPACT_PITCHES if compact else PITCHES

    def columns(rows: int) -> int:
        return sum(max(1, -(-length // rows)) for length in lengths)

    def is_better(rows: int) -> bool:
        spares = rows * columns(rows) <= SPARING * longest * len(lengths)
        return spares and columns(rows) * wide <= WIDEST * (rows * high + AROUND)

    better = [rows for rows in range(LEAST_ROWS, longest) if is_better(rows)]
    return min(better, key=lambda rows: (rows * columns(rows), -rows), default=longest)


def _split(run: Column, most: int) -> list[Column]:
    """A stage's cards in columns of nearly one length, in their order."""
    parts = max(1, -(-len(run.ids) // most))
    ends = [round(len(run.ids) * k / parts) for k in range(parts + 1)]
    return [Column(run.stage, run.ids[a:b]) for a, b in pairwise(ends)]


def grid_of(
    diagram: Diagram,
    columns: Sequence[Column],
    positions: Mapping[str, tuple[float, float]],
    budget: Budget | None = None,
) -> Grid:
    """The grid that follows the engine's positions; without columns its ranks become them."""
    budget = budget or Budget()
    placed = {c.id: positions[f"p{i}"] for i, c in enumerate(diagram.cards)}
    if not columns:
        columns = _ranks(placed)
    top = min(y for _, y in placed.values())
    wishes = {id: (y - top) / ROW for id, (_, y) in placed.items()}
    row = rows_of(diagram.arrows, [column.ids for column in columns], wishes, budget)
    runs = _runs(columns) if diagram.stages else [column.ids for column in columns]
    order = {id: i for i, run in enumerate(runs) for id in run}
    if not diagram.stages:
        columns, row = _folded(columns, row)
        row = _without_gaps(row)
    return Grid(
        columns=tuple(columns),
        row=row,
        column={id: i for i, column in enumerate(columns) for id in column.ids},
        order=order,
        rows=1 + max(row.values()),
    )


def _runs(columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """The ids of each stage, and of the cards without one between two stages."""
    groups = groupby(columns, key=lambda column: column.stage)
    return [tuple(id for column in group for id in column.ids) for _, group in groups]


def _without_gaps(row: Mapping[str, int]) -> dict[str, int]:
    """The same rows without those that nothing stands in."""
    used = {r: i for i, r in enumerate(sorted(set(row.values())))}
    return {id: used[r] for id, r in row.items()}


def _folded(
    columns: Sequence[Column], row: Mapping[str, int]
) -> tuple[Sequence[Column], dict[str, int]]:
    """Long maps in several lines, as text is: columns beside each other, lines below."""
    rows = 1 + max(row.values())
    shapes = range(1, 1 + len(columns))
    lines = min(shapes, key=lambda n: (_misshape(len(columns), rows, n), n))
    if len(columns) <= UNFOLDED or lines == 1:
        return columns, dict(row)
    width = -(-len(columns) // lines)
    down = {id: i // width * rows for i, column in enumerate(columns) for id in column.ids}
    folded = tuple(
        Column(None, tuple(id for column in columns[i::width] for id in column.ids))
        for i in range(width)
    )
    return folded, {id: r + down[id] for id, r in row.items()}


def _misshape(columns: int, rows: int, lines: int) -> float:
    """How far a map folded into that many lines is from the best shape."""
    return abs(math.log(-(-columns // lines) / (lines * rows) / BEST_SHAPE))


def _places(diagram: Diagram, order: Mapping[str, int]) -> dict[str, int]:
    """Which stage each card stands in, or after: the last stage that leads to it.

    A card without a stage and without anything before it stands before the first stage it
    leads to; −1 is before all.
    """
    place = {c.id: order[c.stage] for c in diagram.cards if c.stage is not None}
    before, after = _neighbours(diagram)
    reached = list(place)
    while reached:  # each round reaches one transition further
        found = dict.fromkeys(b for a in reached for b in after[a] if b not in place)
        place |= {id: max(place[a] for a in before[id] if a in place) for id in found}
        reached = list(found)
    for id in reversed([c.id for c in diagram.cards if c.stage is None]):
        known = [place[b] for b in after[id] if b in place]
        place.setdefault(id, max(-1, min(known, default=0) - 1))
    return place


def _neighbours(diagram: Diagram) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What leads to each card, and what each leads to."""
    before: dict[str, list[str]] = {c.id: [] for c in diagram.cards}
    after: dict[str, list[str]] = {c.id: [] for c in diagram.cards}
    for arrow in diagram.arrows:
        before[arrow.target].append(arrow.source)
        after[arrow.source].append(arrow.target)
    return before, after


def _ranks(placed: Mapping[str, tuple[float, float]]) -> tuple[Column, ...]:
    """The engine's ranks as columns, each from top to bottom."""
    ranks: dict[int, list[str]] = {}
    for id, (x, _) in placed.items():
        ranks.setdefault(round(x / 36), []).append(id)
    return tuple(
        Column(None, tuple(sorted(ids, key=lambda id: placed[id][1])))
        for _, ids in sorted(ranks.items())
    )
