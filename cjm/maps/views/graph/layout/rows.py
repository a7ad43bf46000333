"""Rows: which row each card of a column stands in, for level lines on a low map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import add

from cjm.maps.content.model import Arrow
from cjm.maps.views.graph.layout.budget import ROWS_PART, Budget, remembered

Columns = Sequence[Sequence[str]]
Move = tuple[str, str, float]
"""A transition from card to card, with its share."""
Ties = Mapping[str, Sequence[tuple[str, int]]]
"""For each card the cards it leads to or comes from, with the transition's share."""

WHOLE = 10**9
"""A share of 1, and the cost of a row up or down for it. Costs are whole numbers, so that sums of
them are exact: which of two rows is taken never hangs on the order in which they were added."""
PULLS = (0.0, 0.5, 1.0)
"""How far the engine's heights are given up for those beside the longest column's middle."""
SPARE = (0, 1, 2)
"""Rows more than the longest column has cards: they may let lines run level."""
ROW_COST = 51 * WHOLE // 100
"""What a row costs for every column: beside a short stage it is empty ground."""
APART = WHOLE // 2
"""What a row between two cards of a column costs, for each transition between them."""
LOOSE = WHOLE // 50
STAY = WHOLE // 1000
"""Of equal rows, those beside each other are taken, then those that were wished."""
ROUNDS = 6
MOST_PLACES = 20_000
"""With more places for cards than this, wishes are taken as they are."""


def rows_of(
    arrows: Sequence[Arrow], columns: Columns, wishes: Mapping[str, float], budget: Budget
) -> Mapping[str, int]:
    """A row for every card, in its column's order; `wishes` are rows the engine would give.

    Each column in turn takes the rows that are best beside the others as they stand, some
    rounds long, from several beginnings; the cheapest end is taken. Where the budget is gone,
    they stay as they stand.
    """
    moves = tuple((arrow.source, arrow.target, arrow.probability) for arrow in arrows)
    filled = tuple(tuple(ids) for ids in columns if ids)
    return _cheapest(budget, moves, filled, tuple(wishes.items()))


@remembered
def _cheapest(
    budget: Budget,
    moves: tuple[Move, ...],
    columns: Columns,
    wished: tuple[tuple[str, float], ...],
) -> Mapping[str, int]:
    longest = max(len(ids) for ids in columns)
    ties, wishes = _ties(moves, columns), dict(wished)
    choices = []
    for most in (longest + spare for spare in SPARE):
        for pull in PULLS:
            row = _begun(columns, wishes, pull, most)
            if sum(len(ids) * (most - len(ids) + 1) for ids in columns) <= MOST_PLACES:
                row = _settled(columns, ties, row, most, budget)
            choices.append(_without_gaps(row))
    return min(choices, key=lambda row: _cost(ties, columns, row))


def _ties(moves: Iterable[Move], columns: Columns) -> dict[str, list[tuple[str, int]]]:
    ties: dict[str, list[tuple[str, int]]] = {id: [] for ids in columns for id in ids}
    for source, target, probability in moves:
        if source != target:
            share = round(WHOLE * probability)
            ties[source].append((target, share))
            ties[target].append((source, share))
    return ties


def _begun(columns: Columns, wishes: Mapping[str, float], pull: float, most: int) -> dict[str, int]:
    """Rows as the engine wishes, pulled to the middle of the longest column, `most` of them."""
    longest = max(len(ids) for ids in columns)
    row: dict[str, int] = {}
    for ids in columns:
        above = (longest - len(ids)) / 2
        pulled = [(1 - pull) * wishes[id] + pull * (above + i) for i, id in enumerate(ids)]
        for i, (id, wish) in enumerate(zip(ids, _in_order(pulled), strict=True)):
            row[id] = min(max(wish, i), most - len(ids) + i)
    return row


def _in_order(wishes: Sequence[float]) -> list[int]:
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


def _settled(
    columns: Columns, ties: Ties, row: dict[str, int], most: int, budget: Budget
) -> dict[str, int]:
    """Rows that no column alone would leave for better ones."""
    work = [sum(most - len(ids) + len(ties[id]) for id in ids) for ids in columns]
    turns = [*zip(columns, work, strict=True)]
    row = dict(row)
    for _ in range(ROUNDS):
        before = dict(row)
        for ids, steps in (*turns, *reversed(turns)):
            if not budget.allows(ROWS_PART):
                return row
            budget.spend(steps)
            row |= zip(ids, _best(ids, ties, row, most), strict=True)
        if row == before:
            break
    return row


def _best(ids: Sequence[str], ties: Ties, row: Mapping[str, int], most: int) -> list[int]:
    """The cheapest rows of one column beside the others. Dynamic programming, O(cards · rows)."""
    own, slack = set(ids), most - len(ids)
    if not slack:
        return list(range(most))
    # `ways[i][k]` is the slack used above card i when it stands with slack k, at least cost.
    ways: list[list[int]] = []
    costs = [0] * (slack + 1)
    for i, id in enumerate(ids):
        apart = LOOSE + sum(p for o, p in ties[id] if i and o == ids[i - 1]) * APART // WHOLE
        way = list(range(slack + 1))
        for k in range(1, slack + 1 if i else 0):
            if costs[k - 1] + apart < costs[k]:
                costs[k], way[k] = costs[k - 1] + apart, way[k - 1]
        pulls = [(row[o], p) for o, p in ties[id] if o not in own]
        climbs = _climbs([*pulls, (row[id], STAY)], i, slack + 1)
        costs = list(map(add, costs, climbs))
        ways.append(way)
    k = min(range(slack + 1), key=lambda k: costs[k])
    rows = []
    for i in range(len(ids) - 1, -1, -1):
        rows.append(i + k)
        k = ways[i][k]
    return rows[::-1]


def _climbs(pulls: Sequence[tuple[int, int]], first: int, count: int) -> list[int]:
    """What it costs to stand in each of so many rows from the first on: O(pulls + rows).

    One row further down, what lies above costs its share more, and what lies below less.
    """
    cost = sum(share * abs(first - row) for row, share in pulls)
    steps = [0] * count
    slope = 0
    for row, share in pulls:
        slope += share if row <= first else -share
        if first < row < first + count:
            steps[row - first] += 2 * share
    costs = []
    for step in steps:
        costs.append(cost)
        slope += step
        cost += slope
    return costs


def _cost(ties: Ties, columns: Columns, row: Mapping[str, int]) -> int:
    """What speaks against rows: lines up and down, by their share, and the height of the map."""
    column = {id: i for i, ids in enumerate(columns) for id in ids}
    climbs = sum(
        p * abs(row[id] - row[other])
        for id, others in ties.items()
        for other, p in others
        if column[id] != column[other]
    )
    apart = sum(
        (APART if any(o == lower for o, _ in ties[upper]) else LOOSE)
        * (row[lower] - row[upper] - 1)
        for ids in columns
        for upper, lower in pairwise(ids)
    )
    return climbs // 2 + apart + ROW_COST * len(columns) * (1 + max(row.values()))


def _without_gaps(row: Mapping[str, int]) -> dict[str, int]:
    """The same rows without those that nothing stands in."""
    used = {r: i for i, r in enumerate(sorted(set(row.values())))}
    return {id: used[r] for id, r in row.items()}
