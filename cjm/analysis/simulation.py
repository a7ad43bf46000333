"""Simulated customers, where an exact answer would take too many states. The seed is fixed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cjm.analysis.chain import Chain
from cjm.analysis.endings import Disappointed

SEED = 20_261_122
STEPS = 2_000_000
"""Touchpoints walked in all: bounds time and memory."""
ROUNDS = 100_000
"""Steps of one customer after which the total so far is taken as the end."""


@dataclass(frozen=True)
class Walks:
    """What a crowd of customers lived through.

    `totals` and `remembered` by customer (NaN: met nothing measured); `visits` counts how often
    each customer met each touchpoint that is asked about, as (customer, touchpoint, times).
    """

    totals: Any
    remembered: Any
    visits: tuple[Any, Any, Any]
    unfinished: int

    @property
    def disappointed(self) -> Disappointed:
        """The share with a negative total, with its standard error."""
        return self.share(self.totals)

    def share(self, totals: Any) -> Disappointed:
        """The share of negative totals, with its standard error."""
        count = len(totals)
        share = float((totals.round(9) < 0).mean())
        error = math.sqrt(share * (1 - share) / count) + self.unfinished / count
        return Disappointed(share, exact=False, standard_error=error)

    def changes(self, gains: Sequence[float]) -> list[float]:
        """How the share changes if every visit to a touchpoint gave that many points more.

        For each touchpoint by itself, by its place in the file.
        """
        import numpy as np

        customers, touchpoints, times = self.visits
        before = self.totals[customers]
        after = before + np.asarray(gains)[touchpoints] * times
        turned = (after.round(9) < 0).astype(float) - (before.round(9) < 0)
        counts = np.bincount(touchpoints, weights=turned, minlength=len(gains))
        return (counts / len(self.totals)).tolist()  # type: ignore[no-any-return]

    @property
    def mean_remembered(self) -> float | None:
        """The mean of what is remembered; None where nobody met a measured touchpoint."""
        import numpy as np

        known = self.remembered[~np.isnan(self.remembered)]
        return float(known.mean()) if len(known) else None


def simulate(
    chain: Chain,
    weights: Sequence[float],
    gaps: Sequence[float | None],
    length: float,
    asked: Sequence[int] = (),
) -> Walks:
    """Let customers walk through a chain, their number set by how far each one goes."""
    import numpy as np

    random = np.random.default_rng(SEED)
    count = int(min(100_000, max(400, STEPS / max(1.0, length))))
    crowd = _Crowd(chain, weights, gaps, count, asked)
    crowd.enter(random.choice(len(chain.ids), size=count, p=_normed(chain.start)))
    rounds = 0
    while len(crowd.walking) and rounds < ROUNDS:
        crowd.step(random.random(len(crowd.walking)))
        rounds += 1
    return crowd.walks()


def _normed(shares: Sequence[float]) -> Any:
    import numpy as np

    array = np.asarray(shares)
    return array / array.sum()


class _Crowd:
    """Customers on their way, all stepping at once."""

    def __init__(
        self,
        chain: Chain,
        weights: Sequence[float],
        gaps: Sequence[float | None],
        count: int,
        asked: Sequence[int],
    ) -> None:
        import numpy as np

        self.weights = np.asarray(weights, dtype=float)
        self.gaps = np.array([math.nan if g is None else g for g in gaps], dtype=float)
        self.asked = np.zeros(len(chain.ids), dtype=bool)
        self.asked[list(asked)] = True
        self.offsets = np.cumsum([0, *(len(ways) for ways in chain.ways)])
        self.targets = np.array([w for ways in chain.ways for w, _ in ways], dtype=int)
        self.edges = _edges(chain)
        self.sure = np.array([d == 0 for d in chain.drop_off])
        self.totals = np.zeros(count)
        self.peak = np.full(count, math.nan)
        self.last = np.full(count, math.nan)
        self.walking = np.arange(count)
        self.where = np.zeros(count, dtype=int)
        self.seen: list[tuple[Any, Any]] = []

    def enter(self, touchpoints: Any) -> None:
        """Let the walking customers meet touchpoints."""
        import numpy as np

        self.where = touchpoints
        self.totals[self.walking] += self.weights[touchpoints]
        gaps = self.gaps[touchpoints]
        met = ~np.isnan(gaps)
        who, gap = self.walking[met], gaps[met]
        self.last[who] = gap
        larger = ~(np.abs(gap).round(9) < np.abs(self.peak[who]).round(9))
        self.peak[who[larger]] = gap[larger]
        noted = self.asked[touchpoints]
        if noted.any():
            self.seen.append((self.walking[noted], touchpoints[noted]))

    def step(self, luck: Any) -> None:
        """Let every walking customer take a transition, or end."""
        import numpy as np

        here = self.where
        taken = np.searchsorted(self.edges, here + luck, side="right")
        beyond = self.offsets[here + 1]
        has_ways = beyond > self.offsets[here]
        # Rounding must not let a customer drop off where nobody does.
        taken = np.where(self.sure[here] & has_ways, np.minimum(taken, beyond - 1), taken)
        goes_on = has_ways & (taken < beyond)
        self.walking = self.walking[goes_on]
        self.enter(self.targets[taken[goes_on]])

    def walks(self) -> Walks:
        """What they lived through."""
        import numpy as np

        pairs = [np.concatenate(part) for part in zip(*self.seen, strict=True)] if self.seen else []
        if pairs:
            width = len(self.weights)
            keys, times = np.unique(pairs[0] * width + pairs[1], return_counts=True)
            visits = (keys // width, keys % width, times)
        else:
            empty = np.zeros(0, dtype=int)
            visits = (empty, empty, empty)
        return Walks(self.totals, (self.peak + self.last) / 2, visits, len(self.walking))


def _edges(chain: Chain) -> Any:
    """Upper ends of the transitions' shares, the touchpoint's place added: one sorted array."""
    import numpy as np

    ends = []
    for v, ways in enumerate(chain.ways):
        total = 0.0
        for _, p in ways:
            total += p
            ends.append(v + min(total, 1.0))
    return np.array(ends)
