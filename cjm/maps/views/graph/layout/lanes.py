"""Lanes: where a transition over several columns passes each column between its ends.

A lane is a corridor between two rows (k − 0.5, above row k) or an empty cell (its row). Neither
ever holds a card. All prices are multiples of 1/32, so that sums of them are exact: which of two
ways is taken never hangs on the order in which they were added.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from cjm.maps.views.graph.layout.budget import LANES_PART, Budget
from cjm.maps.views.graph.layout.grid import Grid

BEND = 0.25
CORRIDOR = 0.125
INNER_WAY_BACK = 1.375
CROWD = 0.15625
"""Costs in rows of height: of a bend, of a corridor against an empty cell, of a way back between
cards rather than around them, and of every line that is there already."""

State = tuple[float, tuple[float, ...]]
"""What it costs to come so far, and the lanes of the columns passed."""


class Lanes:
    """The lanes of a grid, and how many lines run in each already.

    Transitions that the budget has nothing left for take the best of the corridors beside their
    ends.
    """

    def __init__(self, grid: Grid, budget: Budget) -> None:
        self._free = [_free_lanes(grid, column) for column in range(len(grid.columns))]
        self._last = grid.rows - 0.5
        self._lines = Counter[tuple[int, float]]()
        self._budget = budget

    def take(
        self, columns: Sequence[int], ends: tuple[int, int], *, backward: bool
    ) -> tuple[float, ...]:
        """Choose a lane in each of the columns passed between two rows, and run a line there.

        The cheapest: the shortest way up and down with the fewest bends; of equal ones the one
        that stays above the others the longest. O(columns · lanes).
        """
        if not columns:
            return ()
        cost, way = self._corridor(columns, ends, backward)
        if self._budget.allows(LANES_PART):
            way = self._cheapest(columns, ends, backward, cost)
        self._lines.update(zip(columns, way, strict=True))
        return way

    def _corridor(self, columns: Sequence[int], ends: tuple[int, int], backward: bool) -> State:
        """The best way that stays in one corridor beside its ends, or around all cards."""
        start, end = ends
        beside = {start - 0.5, start + 0.5, end - 0.5, end + 0.5}
        if backward:
            beside |= {-0.5, self._last}
        costs = [
            (
                climb(start, lane)
                + sum(self._price(column, lane, backward) for column in columns)
                + climb(lane, end),
                lane,
            )
            for lane in beside
        ]
        cost, lane = min(costs)
        return cost, (lane,) * len(columns)

    def _cheapest(
        self, columns: Sequence[int], ends: tuple[int, int], backward: bool, most: float
    ) -> tuple[float, ...]:
        """The cheapest way, known to cost `most` or less."""
        start, end = ends
        # A lane so far off that the way there and back alone costs more is never taken.
        aside = (most - abs(end - start)) / 2
        low, high = min(ends) - aside, max(ends) + aside
        lanes: Sequence[float] = (float(start),)
        states: Sequence[State] = ((0.0, ()),)
        for column in columns:
            free = self._free[column]
            near = free[bisect_left(free, low) : bisect_right(free, high)]
            reached = _reached(lanes, states, near)
            lanes = near
            states = [
                (cost + self._price(column, lane, backward), (*way, lane))
                for lane, (cost, way) in zip(near, reached, strict=True)
            ]
            self._budget.spend(len(near))
        return min(
            (cost + climb(lane, end), way) for lane, (cost, way) in zip(lanes, states, strict=True)
        )[1]

    def _price(self, column: int, lane: float, backward: bool) -> float:
        """What a lane costs in a column, whatever came before."""
        price = CROWD * self._lines[column, lane]
        if lane % 1:
            price += CORRIDOR
        if backward and -0.5 < lane < self._last:
            price += INNER_WAY_BACK
        return price


def climb(before: float, after: float) -> float:
    """What it costs to come from one height to another."""
    return abs(after - before) + (BEND if after != before else 0)


def _reached(lanes: Sequence[float], states: Sequence[State], to: Sequence[float]) -> list[State]:
    """The cheapest state that each of the next column's lanes can be reached from, climb included.

    Both lists of lanes ascend. A distance transform: one sweep carries the cheapest state from
    above downwards, one from below upwards, so that no lane is compared with every other.
    """
    down = _swept(lanes, states, to, 1)
    up = _swept(lanes[::-1], states[::-1], to[::-1], -1)[::-1]
    level = dict(zip(lanes, states, strict=True))
    return [
        min(a, b, level[lane]) if lane in level else min(a, b)
        for lane, a, b in zip(to, down, up, strict=True)
    ]


def _swept(
    lanes: Sequence[float], states: Sequence[State], to: Sequence[float], sign: int
) -> list[State]:
    """For each lane the cheapest of the states that the sweep has passed, with climb and bend."""
    best: State = (float("inf"), ())
    swept: list[State] = []
    passed, count = 0, len(lanes)
    for lane in to:
        height = sign * lane
        while passed < count and sign * lanes[passed] <= height:
            cost, way = states[passed]
            best = min(best, (cost - sign * lanes[passed], way))
            passed += 1
        swept.append((best[0] + height + BEND, best[1]))
    return swept


def _free_lanes(grid: Grid, column: int) -> list[float]:
    """The lanes of a column, from top to bottom."""
    taken = {grid.row[id] for id in grid.columns[column].ids}
    cells = [float(r) for r in range(grid.rows) if r not in taken]
    return sorted([*cells, *(k - 0.5 for k in range(grid.rows + 1))])
