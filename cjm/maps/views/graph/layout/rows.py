"""Rows: which row each card of a column stands in, for level lines on a low map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from cjm.maps.content.model import Arrow

Columns = Sequence[Sequence[str]]
Ties = Mapping[str, Sequence[tuple[str, float]]]
"""For each card the cards it leads to or comes from, with the transition's share."""

PULLS = (0.0, 0.5, 1.0)
"""How far the engine's heights are given up for those beside the longest column's middle."""
SPARE = (0, 1, 2)
"""Rows more than the longest column has cards: they may let lines run level."""
ROW_COST = 0.51
"""What a row costs for every column: beside a short stage it is empty ground."""
APART = 0.5
"""What a row between two cards of a column costs, for each transition between them."""
LOOSE = 0.02
STAY = 0.001
"""Of equal rows, those beside each other are taken, then those that were wished."""
ROUNDS = 6
MOST_PLACES = 20_000
"""With more places for cards than this, wishes are taken as they are."""


def rows_of(
    arrows: Sequence[Arrow], columns: Columns, wishes: Mapping[str, float]
) -> dict[str, int]:
    """A row for every card, in its column's order; `wishes` are rows the engine would give.

    Each column in turn takes the rows that are best beside the others as they stand, some
    rounds long, from several beginnings; the cheapest end is taken.
    """
    columns = [ids for ids in columns if ids]
    longest = max(len(ids) for ids in columns)
    ties = _ties(arrows, columns)
    choices = []
    for most in (longest + spare for spare in SPARE):
        for pull in PULLS:
            row = _begun(columns, wishes, pull, most)
            if sum(len(ids) * (most - len(ids) + 1) for ids in columns) <= MOST_PLACES:
                row = _settled(columns, ties, row, most)
            choices.append(_without_gaps(row))
    return min(choices, key=lambda row: _cost(ties, columns, row))


def _ties(arrows: Iterable[Arrow], columns: Columns) -> dict[str, list[tuple[str, float]]]:
    ties: dict[str, list[tuple[str, float]]] = {id: [] for ids in columns for id in ids}
    for arrow in arrows:
        if arrow.source != arrow.target:
            ties[arrow.source].append((arrow.target, arrow.probability))
            ties[arrow.target].append((arrow.source, arrow.probability))
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


def _settled(columns: Columns, ties: Ties, row: dict[str, int], most: int) -> dict[str, int]:
    """Rows that no column alone would leave for better ones."""
    row = dict(row)
    for _ in range(ROUNDS):
        before = dict(row)
        for ids in (*columns, *reversed(columns)):
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
    costs = [0.0] * (slack + 1)
    for i, id in enumerate(ids):
        apart = LOOSE + APART * sum(p for o, p in ties[id] if i and o == ids[i - 1])
        way = list(range(slack + 1))
        for k in range(1, slack + 1 if i else 0):
            if costs[k - 1] + apart < costs[k]:
                costs[k], way[k] = costs[k - 1] + apart, way[k - 1]
        others = [(row[o], p) for o, p in ties[id] if o not in own]
        costs = [
            cost + STAY * abs(i + k - row[id]) + math.fsum(p * abs(i + k - r) for r, p in others)
            for k, cost in enumerate(costs)
        ]
        ways.append(way)
    k = min(range(slack + 1), key=lambda k: costs[k])
    rows = []
    for i in range(len(ids) - 1, -1, -1):
        rows.append(i + k)
        k = ways[i][k]
    return rows[::-1]


def _cost(ties: Ties, columns: Columns, row: Mapping[str, int]) -> float:
    """What speaks against rows: lines up and down, by their share, and the height of the map."""
    column = {id: i for i, ids in enumerate(columns) for id in ids}
    climbs = math.fsum(
        p * abs(row[id] - row[other]) / 2
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
    return climbs + apart + ROW_COST * len(columns) * (1 + max(row.values()))


def _without_gaps(row: Mapping[str, int]) -> dict[str, int]:
    """The same rows without those that nothing stands in."""
    used = {r: i for i, r in enumerate(sorted(set(row.values())))}
    return {id: used[r] for id, r in row.items()}
