"""Crowds: customers who went the same way are looked at once, and told of as if each one was."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from random import Random

import pytest
from forgetting import forget
from walked_journeys import FIXED, point

import cjm
from cjm.analysis.chain import Chain, build_chain
from cjm.analysis.simulation import (
    AT_LEAST,
    ENOUGH,
    ERROR,
    FEWEST,
    MOST_STEPS,
    SEED,
    STEPS,
    simulate,
)
from cjm.journey import Journey, Start, Touchpoint

RARE = (
    point("a", 2, {"b": 0.001, "c": 0.9}),
    point("b", -3, {}),
    point("c", 1, {"b": 0.002}),
)
"""So few are disappointed that their share is known before all steps are walked."""
LONG = (point("a", -1, {"a": 0.999, "b": 0.001}), point("b", 2, {"a": 0.99, "b": 0.01}))
"""Some walk longer than anybody may who shares few steps."""
JOURNEYS = {**FIXED, "rare": RARE, "long": LONG}
Told = tuple[int, int, int, int, list[int], float | None]


def drawn(luck: Random, ways: Sequence[tuple[int, float]], whole: bool) -> int:
    """Where a customer turns, -1 for away."""
    ends = list(accumulate(share for _, share in ways))
    if whole:
        ends[-1] = math.inf
    return (*(v for v, _ in ways), -1)[bisect_right(ends, luck.random())]


def walk(luck: Random, chain: Chain, longest: int) -> tuple[list[int], bool]:
    """The touchpoints that the next customer meets, and whether they came to an end."""
    way = [drawn(luck, [(v, share) for v, share in enumerate(chain.start) if share], True)]
    while ways := chain.ways[way[-1]]:
        v = drawn(luck, ways, chain.drop_off[way[-1]] == 0)
        if v < 0:
            break
        if len(way) == longest:
            return way, False
        way.append(v)
    return way, True


def one_by_one(chain: Chain, units: Sequence[int], gaps: Sequence[float | None], most: int) -> Told:
    """Customers, those below zero, the unfinished, steps, visits of each touchpoint, and memories.

    As `simulate` has them, each customer walking and looked at by itself.
    """
    luck = Random(SEED)
    customers, below, unfinished, steps, memories = 0, 0, 0, 0, []
    visits = [0] * len(units)
    while steps < most and (customers < FEWEST or steps < STEPS):
        way, finished = walk(luck, chain, most // AT_LEAST)
        customers, steps = customers + 1, steps + len(way)
        unfinished += not finished
        below += sum(units[v] for v in way) < 0
        for v in way:
            visits[v] += 1
        met = [gap for v in way if (gap := gaps[v]) is not None]
        if met:
            peak = max(abs(gap) for gap in met)
            memories.append((next(g for g in reversed(met) if abs(g) == peak) + met[-1]) / 2)
        share = below / customers
        precise = math.sqrt(share * (1 - share) / customers) < ERROR
        if customers >= ENOUGH and customers % 1_000 == 0 and precise:
            break
    mean = math.fsum(memories) / len(memories) if memories else None
    return customers, below, unfinished, steps, visits, mean


def together(chain: Chain, units: Sequence[int], gaps: Sequence[float | None], most: int) -> Told:
    """The same of `simulate`."""
    found = simulate(chain, units, gaps, 1, range(len(units)), most=most)
    visits = [0] * len(units)
    for way, place, times in found.visits:
        visits[place] += found.counts[way] * times
    below = round(found.disappointed.share * found.customers)
    return (
        found.customers, below, found.unfinished, found.steps, visits, found.mean_remembered,
    )  # fmt: skip


def scored(points: Sequence[Touchpoint], up: float) -> tuple[Touchpoint, ...]:
    """The same journey, the experience of its first touchpoint so much better."""
    first, *others = points
    gap = None if first.experience is None else first.experience.score - 5 + up
    ways = {way.to: way.probability for way in first.next}
    return (point(first.id, gap, ways), *others)


@pytest.mark.parametrize(
    ("name", "most"),
    [*((name, MOST_STEPS) for name in (*FIXED, "rare")), ("loops", 3_000), ("long", 3_000)],
)
def test_a_crowd_is_what_its_customers_are_one_by_one(name: str, most: int) -> None:
    """To the last bit, also where the customers are kept of the scores before."""
    forget()
    start = (Start("a", 0.75), Start("c", 0.25)) if name in FIXED else ()
    for up in (0, 2.5):
        journey = Journey(name, scored(JOURNEYS[name], up), start=start)
        chain, analysis = build_chain(journey), cjm.analyze(journey)
        gaps = [figures.gap for figures in analysis.touchpoints]
        args = chain, analysis.scores.units, gaps, most
        assert together(*args) == one_by_one(*args)


def test_each_way_to_stop_is_met_by_these_journeys() -> None:
    """Else the test above would prove less: by steps, by a small error, and while some walk."""

    def told(name: str, most: int) -> Told:
        journey = Journey(name, JOURNEYS[name])
        analysis = cjm.analyze(journey)
        gaps = [figures.gap for figures in analysis.touchpoints]
        return together(build_chain(journey), analysis.scores.units, gaps, most)

    assert told("loops", MOST_STEPS)[3] >= STEPS
    assert told("branches", MOST_STEPS)[0] > ENOUGH
    assert told("branches", MOST_STEPS)[3] < STEPS
    assert told("rare", MOST_STEPS)[0] == ENOUGH
    assert told("long", 3_000)[2] > 0
