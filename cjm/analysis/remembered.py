"""What customers remember: peak-end, the mean of the strongest and of the last gap they met.

Source: Fredrickson and Kahneman, Journal of Personality and Social Psychology 65 (1993) 45.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from cjm.analysis.chain import Chain
from cjm.analysis.elimination import eliminate, visits_of
from cjm.analysis.flow import LOST_SIGHT_OF
from cjm.analysis.solving import PRODUCTS, PRODUCTS_ALONE
from cjm.analysis.unsolved import note
from cjm.rounding import rounded

MOST_TOUCHPOINTS = 1_500
"""Touchpoints up to which the exact mean takes some seconds at most."""
FEW_TOUCHPOINTS = 80
"""So few are worked out in less time than it takes to load a library for them."""
MOST_CELLS = 200_000_000
"""Cells of the matrix passed over, once for each size of gap."""

Group = tuple[int, ...]
"""Touchpoints whose gaps have one size |C|, or that are all unmeasured."""


class TooManyTouchpoints(Exception):
    """The exact mean would take too long."""


def is_always_exact(touchpoints: int) -> bool:
    """Whether so many touchpoints that are met never take too long."""
    return touchpoints**3 / 3 <= PRODUCTS


def remembered_score(
    chain: Chain, gaps: Sequence[float | None], visits: Sequence[float]
) -> float | None:
    """The mean over customers of (C with the largest |C| met + C of the last met) / 2.

    The later wins a tie of |C|. Unmeasured touchpoints are skipped, customers who met no measured
    one are left out; None where none is left, and where floats lose sight of some customers.

    Touchpoints are taken out of the chain from the smallest |C| up, those without a gap first. A
    touchpoint is the peak when it is the last met of its size and none larger is ever met: when
    all smaller ones are out, the chain starts with who has met only smaller ones before, and what
    leaves it at a touchpoint are those who will only meet smaller ones. So one elimination serves
    all sizes. O(V³) at worst.

    Raises TooManyTouchpoints.
    """
    live = [v for v, n in enumerate(visits) if n > 0]
    sizes = {v: -1.0 if (gap := gaps[v]) is None else rounded(abs(gap)) for v in live}
    live.sort(key=lambda v: sizes[v])
    groups = [tuple(group) for _, group in groupby(live, key=sizes.__getitem__)]
    if not groups or sizes[live[-1]] < 0:
        return None
    peaks = _Peaks(chain, groups, sizes[live[0]] < 0)
    last = [visits[v] * peaks.ending[v] for v in live if sizes[v] >= 0]
    measured = [v for v in live if sizes[v] >= 0]
    total = 0.0
    for v, ended in zip(measured, last, strict=True):
        total += (ended + peaks.peak[v]) * (gaps[v] or 0.0)
    met = peaks.met
    score = total / (2 * met) if met > 0 else math.nan
    lost = abs(math.fsum(last) - met)
    return score if math.isfinite(score) and lost < LOST_SIGHT_OF else None


class _Peaks:
    """How often each touchpoint is the last measured one, and how often the peak.

    `met` is the share of customers who meet a measured touchpoint, `ending` by touchpoint the
    share of its visits after which no measured one follows, `peak` the share of customers whose
    peak it is.
    """

    def __init__(self, chain: Chain, groups: Sequence[Group], unmeasured: bool) -> None:
        self.peak: dict[int, float] = {}
        censored = _censored(chain, [v for group in groups for v in group])
        for nth, group in enumerate(groups):
            if nth == unmeasured:  # those without a gap are out, if there were any
                rest = [v for later in groups[nth:] for v in later]
                self.met = censored.entering(rest)
                self.ending = dict(zip(rest, censored.ending(rest), strict=True))
            if nth >= unmeasured:
                self.peak.update(zip(group, censored.last_met(group), strict=True))
            censored.take_out(group)


def _censored(chain: Chain, order: Sequence[int]) -> _Censored | _CensoredMatrix:
    """The chain to take touchpoints out of: without a library where that is quick."""
    size = len(order)
    if size <= FEW_TOUCHPOINTS or is_always_exact(size):
        return _Censored(chain, order)
    try:
        import numpy  # noqa: F401  asked for here: the class below counts on it
    except ModuleNotFoundError:
        if size**3 / 3 > PRODUCTS_ALONE:
            if size <= MOST_TOUCHPOINTS:
                note("remembered")
            raise TooManyTouchpoints from None
        return _Censored(chain, order)
    if size > MOST_TOUCHPOINTS:
        raise TooManyTouchpoints
    return _CensoredMatrix(chain, order)


class _Censored:
    """A chain seen only at some touchpoints, those taken out passed through unseen."""

    def __init__(self, chain: Chain, order: Sequence[int]) -> None:
        inside = set(order)
        self._start = {v: chain.start[v] for v in order}
        self._ways = {v: {w: p for w, p in chain.ways[v] if w in inside} for v in order}
        self._out = {v: 1.0 if chain.ends[v] is not None else chain.drop_off[v] for v in order}

    def entering(self, group: Sequence[int]) -> float:
        """The share of customers who come to any of them first of all that are seen."""
        return math.fsum(self._start[v] for v in group)

    def ending(self, group: Sequence[int]) -> list[float]:
        """The share of visits after which nothing that is seen follows."""
        return [self._out[v] for v in group]

    def last_met(self, group: Group) -> list[float]:
        """The share of customers who meet of all that are seen only these, each one last."""
        place = {v: n for n, v in enumerate(group)}
        rows = [{place[w]: p for w, p in self._ways[v].items() if w in place} for v in group]
        leaving = [
            math.fsum([*(p for w, p in self._ways[v].items() if w not in place), self._out[v]])
            for v in group
        ]
        steps = eliminate(rows, leaving)
        assert steps is not None
        visits = visits_of(steps, [self._start[v] for v in group])
        return [n * self._out[v] for n, v in zip(visits, group, strict=True)]

    def take_out(self, group: Group) -> None:
        """See them no longer."""
        for k in group:
            onward = self._ways.pop(k)
            onward.pop(k, None)
            leaving = math.fsum([*onward.values(), self._out[k]])
            if not leaving > 0:
                raise ValueError("a touchpoint that nobody leaves")
            self._pass_on(self._start, onward, self._start.pop(k) / leaving)
            for v, ways in self._ways.items():
                if k in ways:
                    share = ways.pop(k) / leaving
                    self._out[v] += share * self._out[k]
                    self._pass_on(ways, onward, share)

    @staticmethod
    def _pass_on(to: dict[int, float], onward: dict[int, float], share: float) -> None:
        for w, p in onward.items():
            to[w] = to.get(w, 0.0) + share * p


class _CensoredMatrix:
    """The same with NumPy, a group at a time."""

    def __init__(self, chain: Chain, order: Sequence[int]) -> None:
        import numpy as np

        self._place = {v: n for n, v in enumerate(order)}
        size = len(order)
        self._ways = np.zeros((size, size + 1))  # last where customers end
        for v, n in self._place.items():
            for w, p in chain.ways[v]:
                if w in self._place:
                    self._ways[n, self._place[w]] += p
            self._ways[n, size] = 1.0 if chain.ends[v] is not None else chain.drop_off[v]
        self._start = np.array([chain.start[v] for v in order])
        self._cells = MOST_CELLS

    def _at(self, group: Sequence[int]) -> slice:
        first = self._place[group[0]]
        return slice(first, first + len(group))

    def entering(self, group: Sequence[int]) -> float:
        """The share of customers who come to any of them first of all that are seen."""
        return float(self._start[self._at(group)].sum())

    def ending(self, group: Sequence[int]) -> list[float]:
        """The share of visits after which nothing that is seen follows."""
        return self._ways[self._at(group), -1].tolist()  # type: ignore[no-any-return]

    def _solved(self, group: Group, right: Any) -> Any:
        import numpy as np

        at = self._at(group)
        return np.linalg.solve(np.eye(len(group)) - self._ways[at, at], right)

    def last_met(self, group: Group) -> list[float]:
        """The share of customers who meet of all that are seen only these, each one last."""
        import numpy as np

        at = self._at(group)
        onward = np.eye(len(group)) - self._ways[at, at]
        visits = np.linalg.solve(onward.T, self._start[at])
        return (visits * self._ways[at, -1]).tolist()  # type: ignore[no-any-return]

    def take_out(self, group: Group) -> None:
        """See them no longer. Groups are taken out in the order of the matrix."""
        at = self._at(group)
        rest = slice(at.stop, None)
        self._cells -= (len(self._place) - at.stop) ** 2
        if self._cells < 0:
            raise TooManyTouchpoints
        passed = self._solved(group, self._ways[at, rest])
        self._ways[rest, rest] += self._ways[rest, at] @ passed
        self._start[rest] += self._start[at] @ passed[:, :-1]
