"""Elimination without subtraction: an absorbing Markov chain solved touchpoint by touchpoint.

To take a touchpoint out, what enters it is shared among those it leads to. What leaves it is
summed, never computed as 1 − what stays, so no digit is lost however slowly a loop leaks:
Grassmann, Taksar and Heyman, Operations Research 33 (1985) 1107–1116; O'Cinneide, Numerische
Mathematik 65 (1993) 109–120, bounds the relative error of every entry.
"""

import math
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from cjm.tuples import NamedTuple

Rows = Sequence[dict[int, float]]
"""From each touchpoint, by place: where it leads inside the chain, with the probability."""


class Step(NamedTuple):
    """A touchpoint taken out.

    `leaving` is the probability of leaving it in one move, `onward` where to among those still
    in, `shares` holds those that led to it, each with how often a customer who is there is then
    at `place`.
    """

    place: int
    leaving: float
    onward: tuple[tuple[int, float], ...]
    shares: tuple[tuple[int, float], ...]


def eliminate(
    rows: Rows, leaving: Sequence[float], most: float = math.inf
) -> tuple[Step, ...] | None:
    """All touchpoints taken out, the one with the fewest ways through it first (Markowitz).

    Args:
        rows: the transitions inside the chain.
        leaving: from each touchpoint, the probability of leaving the chain.
        most: products after which the work is given up.

    Returns:
        The steps; None where they take more products than `most`. A complete graph of m
        touchpoints takes m(m − 1)(2m − 1)/6.

    Raises:
        ValueError: customers cannot leave, or so seldom that no float tells it.
    """
    inside = [{j: p for j, p in row.items() if j != k} for k, row in enumerate(rows)]
    out = list(leaving)
    before: list[dict[int, None]] = [{} for _ in inside]
    for i, row in enumerate(inside):
        for j in row:
            before[j][i] = None
    waiting = [(len(row) * len(before[k]), k) for k, row in enumerate(inside)]
    heapify(waiting)
    taken = [False] * len(inside)
    steps: list[Step] = []
    while waiting:
        products, k = heappop(waiting)
        if taken[k] or products != len(inside[k]) * len(before[k]):
            continue
        most -= products
        if most < 0:
            return None
        taken[k] = True
        steps.append(_take_out(k, inside, out, before))
        for n in {**before[k], **dict.fromkeys(inside[k])}:
            heappush(waiting, (len(inside[n]) * len(before[n]), n))
    return tuple(steps)


def _take_out(
    k: int, inside: list[dict[int, float]], out: list[float], before: list[dict[int, None]]
) -> Step:
    onward = inside[k]
    leaving = math.fsum([*onward.values(), out[k]])
    if not leaving > 0:
        raise ValueError("a touchpoint that nobody leaves")
    shares = []
    for i in before[k]:
        row = inside[i]
        share = row.pop(k) / leaving
        shares.append((i, share))
        out[i] += share * out[k]
        for j, p in onward.items():
            if j in row:
                row[j] += share * p
            elif j != i:
                row[j] = share * p
                before[j][i] = None
    for j in onward:
        del before[j][k]
    return Step(k, leaving, tuple(onward.items()), tuple(shares))


def visits_of(steps: Sequence[Step], inflow: Sequence[float]) -> list[float]:
    """Expected visits, where `inflow` enters: inflow·(I − Q)⁻¹."""
    visits = list(inflow)
    for k, leaving, onward, _ in steps:
        left = visits[k] / leaving
        for j, p in onward:
            visits[j] += left * p
    for k, leaving, _, shares in reversed(steps):
        visits[k] /= leaving
        for i, share in shares:
            visits[k] += visits[i] * share
    return visits


def expected_of(steps: Sequence[Step], gain: Sequence[float]) -> list[float]:
    """What a customer gains in all from each touchpoint, `gain` a visit: (I − Q)⁻¹·gain."""
    gained = list(gain)
    for k, _, _, shares in steps:
        for i, share in shares:
            gained[i] += share * gained[k]
    for k, leaving, onward, _ in reversed(steps):
        for j, p in onward:
            gained[k] += p * gained[j]
        gained[k] /= leaving
    return gained


def returns_of(steps: Sequence[Step]) -> list[float]:
    """Expected visits of a customer who is there, this time included: the diagonal of (I − Q)⁻¹.

    Only the entries of the inverse that the diagonal needs are worked out: those that stand,
    turned round, where the factors have one (Erisman and Tinney, Communications of the ACM 18
    (1975) 177–179).
    """
    from_to: list[dict[int, float]] = [{} for _ in steps]
    for k, leaving, onward, shares in reversed(steps):
        own = from_to[k]
        for i, _ in shares:
            own[i] = sum([p * from_to[j][i] for j, p in onward]) / leaving
        back = 0.0
        for j, p in onward:
            there = from_to[j]
            there[k] = sum([there[i] * share for i, share in shares])
            back += p * there[k]
        own[k] = (1 + back) / leaving
    return [row[k] for k, row in enumerate(from_to)]
