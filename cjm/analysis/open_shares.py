"""Shares that nobody gave, moved: what then differs rests on an assumption.

A share is open where a touchpoint with several transitions, or `start` with several ids, gives
none for it. The open shares of a branch are moved among themselves; a single one gives a tenth of
itself to the drop-off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from cjm.analysis.chain import Chain, Ways
from cjm.journey import Journey, probabilities

SEED = 20_261_126
"""Where the weights begin."""
MULTIPLIER, MODULUS = 48_271, 2**31 - 1
"""The minimal standard generator: Park, Miller and Stockmeyer, Communications of the ACM 36
(1993) 105–110. Python's own takes longer to import than a journey to solve."""
TO_DROP_OFF = 0.1
"""How much of a single open share is moved, there being no other to move it to."""


def has_open_shares(journey: Journey) -> bool:
    """Whether some share was not given, where there are several ways. O(V + E)."""
    if any(start.assumed for start in journey.start):
        return True
    return any(
        way.probability is None for p in journey.touchpoints if len(p.next) > 1 for way in p.next
    )


def moved_chain(journey: Journey, chain: Chain) -> Chain:
    """The chain of a journey with its open shares moved. O(V + E)."""
    weights = _weights()
    ways, drop_off = list(chain.ways), list(chain.drop_off)
    for place, point in enumerate(journey.touchpoints):
        open_ = [n for n, way in enumerate(point.next) if way.probability is None]
        if open_ and len(point.next) > 1:
            shares = list(probabilities(point.next))
            drop_off[place] += _move(shares, open_, weights)
            targets = (chain.place[way.to] for way in point.next)
            ways[place] = _walked(zip(targets, shares, strict=True))
    start = list(chain.start)
    _move(start, [chain.place[s.touchpoint] for s in journey.start if s.assumed], weights)
    return chain.with_shares(tuple(ways), tuple(drop_off), tuple(start))


def _walked(ways: Iterator[tuple[int, float]]) -> Ways:
    return tuple((n, p) for n, p in ways if p > 0)


def _move(shares: list[float], places: Sequence[int], weights: Iterator[float]) -> float:
    """Move shares among these places, or from a single one; what is then taken from all."""
    if len(places) == 1:
        taken = TO_DROP_OFF * shares[places[0]]
        shares[places[0]] -= taken
        return taken
    whole = math.fsum(shares[n] for n in places)
    parts = [next(weights) for _ in places]
    for n, part in zip(places, parts, strict=True):
        shares[n] = whole * part / math.fsum(parts)
    return 0.0


def _weights() -> Iterator[float]:
    """Weights from 1 to 2, always the same ones."""
    state = SEED
    while True:
        state = state * MULTIPLIER % MODULUS
        yield 1 + state / MODULUS
