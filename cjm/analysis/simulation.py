"""Simulated customers, where an exact answer would take too many states. The seed is fixed."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from cjm.analysis.chain import Chain
from cjm.analysis.endings import Disappointed
from cjm.records import dataclass
from cjm.rounding import rounded

SEED = 20_261_122
STEPS = 200_000
"""Touchpoints walked in all, as long as `FEWEST` customers got to their end: about 0.1 s."""
FEWEST = 400
"""Customers who walk, as far as `MOST_STEPS` allow: a standard error of 2.5 points at most."""
MOST_STEPS = 2_000_000
"""Touchpoints walked in all, by the customers of all personas: about 1 s."""
AT_LEAST = 20
"""Customers who share these steps: who has walked a twentieth of them is taken as they are."""
ERROR = 0.0025
"""Standard error that is small enough: its 95 % interval is ± half of the whole per cent that a
share is written in."""
ENOUGH = 10_000
"""Customers before a small error is believed: of rare cases a few hundred may show none."""


END = -1
"""In place of where a way leads: the customer leaves."""


@dataclass(frozen=True)
class Walks:
    """What a crowd of customers lived through.

    `totals` by customer, in units; `visits` how often a customer met a touchpoint that was asked
    about, as (customer, touchpoint, times); `mean_remembered` is None where nobody met a measured
    touchpoint; `unfinished` customers were still walking; `steps` is what all took.
    """

    totals: Sequence[int]
    visits: Sequence[tuple[int, int, int]]
    mean_remembered: float | None
    unfinished: int
    steps: int

    @property
    def disappointed(self) -> Disappointed:
        """The share with a negative total, with its standard error."""
        count = len(self.totals)
        share = sum(total < 0 for total in self.totals) / count
        error = min(1.0, _error(share, count) + self.unfinished / count)
        return Disappointed(share, exact=False, standard_error=error)

    def changes(self, gains: Sequence[int]) -> list[float]:
        """How the share changes if every visit to a touchpoint gave that many units more.

        For each touchpoint by itself, by its place in the file.
        """
        turned = [0] * len(gains)
        for customer, place, times in self.visits:
            before = self.totals[customer]
            turned[place] += (before + gains[place] * times < 0) - (before < 0)
        return [count / len(self.totals) for count in turned]


def simulate(
    chain: Chain,
    weights: Sequence[int],
    gaps: Sequence[float | None],
    length: float,
    asked: Sequence[int] = (),
    effort: float = 1,
    most: int = MOST_STEPS,
    remembering: bool = True,
) -> Walks:
    """Let customers walk through a chain, one after the other, until enough is known.

    Args:
        chain: where they walk.
        weights: what a visit adds to the total, in units.
        gaps: C, for what is remembered.
        length: how many touchpoints a customer is expected to meet.
        asked: touchpoints whose visits are counted.
        effort: the part of `STEPS` that may be walked.
        most: steps after which nobody else sets out.
        remembering: whether what they remember is asked for.
    """
    crowd = _Crowd(chain, weights, gaps if remembering else [None] * len(gaps), asked)
    steps, longest = max(STEPS * effort, FEWEST * length), max(1, most // AT_LEAST)
    while crowd.steps < most:
        crowd.walk(longest)
        count = len(crowd.totals)
        if count >= FEWEST and crowd.steps >= steps:
            break
        if count >= ENOUGH and count % 1_000 == 0 and _error(crowd.negative / count, count) < ERROR:
            break
    return crowd.walks()


def _error(share: float, count: int) -> float:
    """The standard error of a share of so many customers.

    Few are counted with two more on either side (Agresti and Coull, The American Statistician 52
    (1998) 119–126): that nobody of forty is disappointed does not prove that nobody is.
    """
    if count < ENOUGH:
        share, count = (share * count + 2) / (count + 4), count + 4
    return math.sqrt(share * (1 - share) / count)


class _Crowd:
    """Customers, and what is known of those who have walked."""

    def __init__(
        self,
        chain: Chain,
        weights: Sequence[int],
        gaps: Sequence[float | None],
        asked: Sequence[int],
    ) -> None:
        from random import Random

        self._luck = Random(SEED).random
        self._step = math.gcd(*weights) or 1
        self._weights = [weight // self._step for weight in weights]  # small, and soon added
        self._gaps = gaps
        self._sizes = [0.0 if gap is None else rounded(abs(gap)) for gap in gaps]
        self._asked = frozenset(asked)
        self._measured = frozenset(v for v, gap in enumerate(gaps) if gap is not None)
        self._onward = [
            (_edges([p for _, p in ways], chain.drop_off[v] == 0), [*(w for w, _ in ways), END])
            if ways
            else None
            for v, ways in enumerate(chain.ways)
        ]
        starts = [v for v, share in enumerate(chain.start) if share > 0]
        self._starts = starts, _edges([chain.start[v] for v in starts], whole=True)
        self.totals: list[int] = []
        self.negative = 0
        self.steps = 0
        self._visits: list[tuple[int, int, int]] = []
        self._remembered: list[float] = []
        self._unfinished = 0

    def walk(self, longest: int) -> None:
        """Let one customer walk from a start to an end, or so many steps."""
        luck, onward = self._luck, self._onward
        starts, shares = self._starts
        v = starts[bisect_right(shares, luck())]
        walk = []
        for _ in range(longest):
            walk.append(v)
            ways = onward[v]
            if ways is None:
                break
            edges, targets = ways
            v = targets[bisect_right(edges, luck())]
            if v == END:
                break
        else:
            self._unfinished += 1
        self._note(walk)

    def _note(self, walk: list[int]) -> None:
        """Keep what a customer lived through; whole walks are looked at without Python's loops."""
        self.steps += len(walk)
        total = self._step * sum(map(self._weights.__getitem__, walk))
        met: dict[int, int] = {}
        for v in filter(self._asked.__contains__, walk):
            met[v] = met.get(v, 0) + 1
        customer = len(self.totals)
        self.totals.append(total)
        self.negative += total < 0
        self._visits += [(customer, place, times) for place, times in met.items()]
        if not self._measured:
            return
        seen = walk if len(self._measured) == len(self._gaps) else self._seen(walk)
        if seen:
            seen.reverse()  # the later wins a tie
            peak, last = self._gaps[max(seen, key=self._sizes.__getitem__)], self._gaps[seen[0]]
            assert peak is not None
            assert last is not None
            self._remembered.append((peak + last) / 2)

    def _seen(self, walk: list[int]) -> list[int]:
        """The measured touchpoints of a walk."""
        return list(filter(self._measured.__contains__, walk))

    def walks(self) -> Walks:
        """What they lived through."""
        known = self._remembered
        mean = math.fsum(known) / len(known) if known else None
        return Walks(self.totals, self._visits, mean, self._unfinished, self.steps)


def _edges(shares: Sequence[float], whole: bool) -> list[float]:
    """Upper ends of shares, one after the other; nobody is left over where they are the whole."""
    ends, total = [], 0.0
    for share in shares:
        total += share
        ends.append(total)
    if ends and whole:
        ends[-1] = math.inf
    return ends
