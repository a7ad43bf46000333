"""The lanes that transitions take past the columns between their ends."""

import random

from hypothesis import given
from hypothesis import strategies as st

from cjm.maps.views.graph.layout.budget import Budget
from cjm.maps.views.graph.layout.grid import Column, Grid
from cjm.maps.views.graph.layout.lanes import (
    BEND,
    CORRIDOR,
    CROWD,
    INNER_WAY_BACK,
    Lanes,
)


def a_grid(heights: list[int], rows: int, luck: random.Random) -> Grid:
    """Columns of so many cards each, spread over the rows."""
    columns, row = [], {}
    for i, height in enumerate(heights):
        ids = tuple(f"c{i}-{n}" for n in range(height))
        columns.append(Column(None, ids))
        row |= zip(ids, sorted(luck.sample(range(rows), height)), strict=True)
    place = {id: i for i, column in enumerate(columns) for id in column.ids}
    return Grid(tuple(columns), row, place, place, rows)


def cheapest(
    grid: Grid,
    lines: dict[tuple[int, float], int],
    columns: list[int],
    ends: tuple[int, int],
    backward: bool,
) -> tuple[float, ...]:
    """Every lane of a column beside every lane of the one before it."""
    best = {float(ends[0]): (0.0, ())}
    for column in columns:
        here = {}
        taken = {grid.row[id] for id in grid.columns[column].ids}
        corridors = [k - 0.5 for k in range(grid.rows + 1)]
        for lane in [*corridors, *(r for r in range(grid.rows) if r not in taken)]:
            price = CROWD * lines.get((column, lane), 0)
            price += CORRIDOR if lane % 1 else 0
            price += INNER_WAY_BACK if backward and -0.5 < lane < grid.rows - 0.5 else 0
            cost, way = min(
                (cost + abs(lane - before) + (BEND if lane != before else 0), way)
                for before, (cost, way) in best.items()
            )
            here[lane] = (cost + price, (*way, lane))
        best = here
    ways = (
        (cost + abs(ends[1] - lane) + (BEND if lane != ends[1] else 0), way)
        for lane, (cost, way) in best.items()
    )
    return min(ways)[1]


@given(st.integers(0, 2**32), st.integers(2, 9), st.integers(1, 8))
def test_every_line_takes_the_cheapest_of_all_ways_through_the_lanes(seed, columns, rows):
    luck = random.Random(seed)
    grid = a_grid([luck.randint(1, rows) for _ in range(columns)], rows, luck)
    lanes, lines = Lanes(grid, Budget()), {}
    for _ in range(12):
        start, end = luck.sample(range(columns), 2)
        step = 1 if end > start else -1
        passed = list(range(start + step, end, step))
        ends = luck.choice(grid.columns[start].ids), luck.choice(grid.columns[end].ids)
        rows_of_ends = grid.row[ends[0]], grid.row[ends[1]]
        way = lanes.take(passed, rows_of_ends, backward=step < 0)
        assert way == cheapest(grid, lines, passed, rows_of_ends, step < 0)
        for place in zip(passed, way, strict=True):
            lines[place] = lines.get(place, 0) + 1


def test_all_prices_are_sums_of_halves_of_halves_so_that_no_tie_is_broken_by_rounding():
    assert all(price * 32 == int(price * 32) for price in (BEND, CORRIDOR, CROWD, INNER_WAY_BACK))


def test_lines_beyond_the_limit_still_run_only_where_no_card_stands():
    grid = a_grid([3, 2, 3, 1, 3], 4, random.Random(1))
    budget = Budget(20)
    lanes = Lanes(grid, budget)
    for _ in range(30):
        way = lanes.take([1, 2, 3], (0, 3), backward=False)
        for column, lane in zip([1, 2, 3], way, strict=True):
            assert lane not in {grid.row[id] for id in grid.columns[column].ids}
    assert budget.cut
