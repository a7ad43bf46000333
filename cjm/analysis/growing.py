"""How many states customers grow into: counted as bits, without anybody's probability.

Where totals fall in some loops and rise in others, nobody's sign is decided before the end, so who
is where with which total hangs on the ways and the gaps alone. A whole number holds a set of
totals, a bit each; a step shifts it. That counts thousands of states in the time that pushing some
dozens of customers takes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm.analysis.chain import Chain
from cjm.analysis.worst import Bound

WIDEST = 100_000
"""Bits of one set, beyond which shifting them is no cheaper than pushing."""
SURELY = 1 + 1e-6
"""By what factor more must be undecided than counts as negligible: floats are summed otherwise."""
UNDECIDED = (-math.inf, math.inf)
"""Bounds of a touchpoint after which totals can fall and rise without end."""


def takes_more(
    chain: Chain,
    weights: Sequence[int],
    bounds: Sequence[tuple[Bound, Bound]],
    left: float,
    most: int,
) -> bool:
    """Whether pushing customers on surely looks at more than `most` states.

    Args:
        chain: Who goes where.
        weights: What a visit adds to the total, in units.
        bounds: By place, the total below which a customer ends negative, and the one from which on
            not, whatever comes.
        left: The probability mass that may be left undecided in a component.
        most: The states that may be looked at.

    Returns:
        False where it takes fewer, and where it cannot be told without pushing.
    """
    step = math.gcd(*weights) or 1
    if max(weights) - min(weights) > WIDEST * step:
        return False
    growth = _Growth(chain, [weight // step for weight in weights], left, most)
    for members in chain.components:
        if any(bounds[v] != UNDECIDED for v in members):
            return False
        if not growth.through(members):
            return growth.looked_at > most
    return False


class _Growth:
    """The totals that customers can have on their way, by place, and how many are there."""

    def __init__(self, chain: Chain, steps: Sequence[int], left: float, most: int) -> None:
        self._chain = chain
        self._steps = steps
        self._lowest = min(steps)
        self._left = left * SURELY
        self._most = most
        self._farthest = max(steps)
        self.looked_at = 0
        # By place: the total that the first bit stands for, the bits, the customers.
        self._entering = [(steps[v], int(share > 0), share) for v, share in enumerate(chain.start)]

    def through(self, members: Sequence[int]) -> bool:
        """Let everybody pass a component; False once it is told, or dearer than pushing."""
        base = min(self._entering[v][0] for v in members)
        if max(self._entering[v][0] for v in members) - base > WIDEST:
            return False
        here = {}
        for v in members:
            first, totals, share = self._entering[v]
            if totals:
                here[v] = (totals << (first - base), share)
        while here:
            self.looked_at += sum([totals.bit_count() for totals, _ in here.values()])
            widest = max([totals.bit_length() for totals, _ in here.values()])
            base += self._lowest
            if self.looked_at > self._most or max(widest, self._farthest - base) > WIDEST:
                return False
            here = self._moved(here, base, frozenset(members))
            if sum([share for _, share in here.values()]) <= self._left:
                break
        return True

    def _moved(
        self, here: dict[int, tuple[int, float]], base: int, inside: frozenset[int]
    ) -> dict[int, tuple[int, float]]:
        """Where everybody is after a step within the component; the first bit stands for `base`."""
        following: dict[int, tuple[int, float]] = {}
        for v, (totals, share) in here.items():
            for w, p in self._chain.ways[v]:
                shifted = totals << (self._steps[w] - self._lowest)
                if w in inside:
                    known, already = following.get(w, (0, 0.0))
                    following[w] = (known | shifted, already + share * p)
                else:
                    self._enter(w, base, shifted, share * p)
        return following

    def _enter(self, place: int, base: int, totals: int, share: float) -> None:
        self._farthest = max(self._farthest, base)
        first, known, already = self._entering[place]
        if not known:
            self._entering[place] = (base, totals, share)
            return
        low = min(first, base)
        both = (known << (first - low)) | (totals << (base - low))
        self._entering[place] = (low, both, already + share)
