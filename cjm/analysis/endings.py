"""The share of customers who end disappointed, exact: by pushing what is still undecided on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm.analysis.chain import Chain
from cjm.analysis.growing import takes_more
from cjm.analysis.worst import Bound, least_to_come
from cjm.records import dataclass

NEGLIGIBLE = 1e-9
"""Probability mass that may be left undecided in an exact answer."""

States = dict[tuple[int, int], float]
"""Customers by where they are and their total so far, that touchpoint included, in units."""


@dataclass(frozen=True, slots=True)
class Disappointed:
    """The share (0 to 1) of customers whose running total of C is negative when they end."""

    share: float
    exact: bool
    standard_error: float | None = None


def disappointed_share(
    chain: Chain, weights: Sequence[int], most_states: int
) -> tuple[float, int] | None:
    """The exact share, to 1e-9 of probability mass, and the states looked at.

    None where it takes more than `most_states`.

    Components are passed one after the other, so that outside loops a state is looked at once. A
    customer whose sign can no longer change, whatever comes, is decided at once: that cuts the
    rounds of a doom loop short. Where nobody's can be, states are counted before they are pushed.
    """
    push = _Push(chain, weights, most_states)
    if push.is_in_vain:
        return None
    for members in chain.components:
        if not push.through(members):
            return None
    return min(1.0, max(0.0, push.negative)), push.looked_at


class _Push:
    """Customers on their way, by state, and the share of them known to end disappointed."""

    def __init__(self, chain: Chain, weights: Sequence[int], most_states: int) -> None:
        self._chain = chain
        self._weights = weights
        # The most that can come is minus the least with every gap turned round.
        surely_negative = least_to_come(chain, [-weight for weight in weights])
        self._bounds: list[tuple[Bound, Bound]] = [
            (upper, -lower)
            for upper, lower in zip(surely_negative, least_to_come(chain, weights), strict=True)
        ]
        self._entering: list[dict[int, float]] = [{} for _ in chain.ids]
        for v, share in enumerate(chain.start):
            if share > 0:
                self._entering[v][weights[v]] = share
        self._left = NEGLIGIBLE / max(1, sum(map(chain.turns, chain.components)))
        self._most = most_states
        self.negative = 0.0
        self.looked_at = 0

    @property
    def is_in_vain(self) -> bool:
        """Whether it surely takes too many states; they are counted in a tenth of the time."""
        return takes_more(self._chain, self._weights, self._bounds, self._left, self._most)

    def through(self, members: Sequence[int]) -> bool:
        """Push everybody in a component on until they have left it; False after too many states."""
        states = {(v, total): mass for v in members for total, mass in self._entering[v].items()}
        inside = frozenset(members)
        while states:
            self.looked_at += len(states)
            if self.looked_at > self._most:
                return False
            following = self._moved(states, inside)
            states = following if math.fsum(following.values()) > self._left else {}
        for v in members:
            self._entering[v] = {}
        return True

    def _moved(self, states: States, inside: frozenset[int]) -> States:
        """Where everybody of these states is after a step within the component.

        All in one loop: it is passed thousands of times.
        """
        following: States = {}
        before, ends, drop_off = following.get, self._chain.ends, self._chain.drop_off
        all_ways, weights, bounds = self._chain.ways, self._weights, self._bounds
        negative = self.negative
        for (v, total), mass in states.items():
            surely_negative, surely_not = bounds[v]
            if total < surely_negative:
                negative += mass
                continue
            if total >= surely_not:
                continue
            if total < 0:
                negative += mass * (1.0 if ends[v] is not None else drop_off[v])
            for w, p in all_ways[v]:
                then = total + weights[w]
                if w in inside:
                    key = (w, then)
                    following[key] = before(key, 0.0) + mass * p
                else:
                    into = self._entering[w]
                    into[then] = into.get(then, 0.0) + mass * p
        self.negative = negative
        return following
