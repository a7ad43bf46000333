"""The grid: a column and a row for every card, from stages and the engine's positions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cjm.diagram.dot import ROW
from cjm.diagram.model import Diagram

PULLS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How far the engine's heights may be given up for a lower map; the cheapest is taken."""
ROW_COST = 1.1
UNFOLDED = 9
"""Columns of a map without stages that always stay side by side."""
BEST_SHAPE = 0.6
"""Columns to rows of a folded map; a column is about twice as wide as a row is high."""


class Column(NamedTuple):
    """Cards below each other; `stage` is None where they belong to none."""

    stage: str | None
    ids: tuple[str, ...]


class Grid(NamedTuple):
    """Columns from left to right and each card's row; rows run through all columns.

    `order` says how far along the journey a card stands: its column, counted on where a long
    map without stages is folded into several lines.
    """

    columns: tuple[Column, ...]
    row: dict[str, int]
    column: dict[str, int]
    order: dict[str, int]
    rows: int


def staged_columns(diagram: Diagram) -> tuple[Column, ...]:
    """A column for each stage in order, others for cards without one; none without stages."""
    if not diagram.stages:
        return ()
    order = {stage.id: i for i, stage in enumerate(diagram.stages)}
    place = _places(diagram, order)
    columns: list[Column] = []
    for i in range(-1, len(order)):
        if i >= 0:
            stage = diagram.stages[i].id
            columns.append(Column(stage, tuple(c.id for c in diagram.cards if c.stage == stage)))
        loose = tuple(c.id for c in diagram.cards if c.stage is None and place[c.id] == i)
        if loose:
            columns.append(Column(None, loose))
    return tuple(columns)


def grid_of(
    diagram: Diagram, columns: Sequence[Column], positions: Mapping[str, tuple[float, float]]
) -> Grid:
    """The grid that follows the engine's positions; without columns its ranks become them."""
    placed = {c.id: positions[f"p{i}"] for i, c in enumerate(diagram.cards)}
    if not columns:
        columns = _ranks(placed)
    top = min(y for _, y in placed.values())
    wishes = {id: (y - top) / ROW for id, (_, y) in placed.items()}
    choices = [_placed_rows(columns, wishes, pull) for pull in PULLS]
    row = min(choices, key=lambda row: _cost(diagram, columns, row))
    order = {id: i for i, column in enumerate(columns) for id in column.ids}
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


def _placed_rows(
    columns: Sequence[Column], wishes: Mapping[str, float], pull: float
) -> dict[str, int]:
    """A row for every card: as the engine wishes, pulled to the middle of the longest column."""
    longest = max(len(column.ids) for column in columns)
    row: dict[str, int] = {}
    for column in columns:
        above = (longest - len(column.ids)) / 2
        pulled = [(1 - pull) * wishes[id] + pull * (above + i) for i, id in enumerate(column.ids)]
        row |= dict(zip(column.ids, _rows(pulled), strict=True))
    return _without_gaps(row)


def _cost(diagram: Diagram, columns: Sequence[Column], row: Mapping[str, int]) -> float:
    """What speaks against rows: lines up and down, by their share, and the height of the map."""
    column = {id: i for i, column in enumerate(columns) for id in column.ids}
    climbs = math.fsum(
        a.probability * abs(row[a.source] - row[a.target])
        for a in diagram.arrows
        if column[a.source] != column[a.target]
    )
    return climbs + ROW_COST * (1 + max(row.values()))


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
    loose = [c.id for c in diagram.cards if c.stage is None]
    for _ in range(len(loose)):  # each round reaches one transition further
        known = dict(place)
        for id in loose:
            before = [
                known[a.source]
                for a in diagram.arrows
                if a.target == id != a.source and a.source in known
            ]
            if id not in known and before:
                place[id] = max(before)
        if place == known:
            break
    for id in reversed(loose):
        after = [place[a.target] for a in diagram.arrows if a.source == id and a.target in place]
        place.setdefault(id, max(-1, min(after, default=0) - 1))
    return place


def _ranks(placed: Mapping[str, tuple[float, float]]) -> tuple[Column, ...]:
    """The engine's ranks as columns, each from top to bottom."""
    ranks: dict[int, list[str]] = {}
    for id, (x, _) in placed.items():
        ranks.setdefault(round(x / 36), []).append(id)
    return tuple(
        Column(None, tuple(sorted(ids, key=lambda id: placed[id][1])))
        for _, ids in sorted(ranks.items())
    )


def _rows(wishes: Sequence[float]) -> list[int]:
    """Whole rows in the order given, no two the same, as near to the wishes as can be.

    Pool adjacent violators: what is wished in the wrong order shares its mean.
    """
    pools: list[tuple[float, int]] = []
    for i, wish in enumerate(wishes):
        pools.append((wish - i, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (b, n), (a, m) = pools.pop(), pools.pop()
            pools.append(((a * m + b * n) / (m + n), m + n))
    means = [mean for mean, count in pools for _ in range(count)]
    return [int((mean + 0.5) // 1) + i for i, mean in enumerate(means)]
