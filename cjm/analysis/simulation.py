"""Simulated customers, where an exact answer would take too many states. The seed is fixed."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain as joined
from itertools import repeat

from cjm.analysis.chain import Chain
from cjm.analysis.endings import Disappointed
from cjm.records import dataclass
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

SEED = 20_261_122
STEPS = 200_000
"""Touchpoints walked in all, as long as `FEWEST` customers got to their end: some 0.05 s."""
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
CROWDS_KEPT = 16
"""Chains whose customers are kept, 0.3 to 4 MB each: scores are written more often than shares."""
END = -1
"""In place of where a way leads: the customer leaves."""


@dataclass(frozen=True)
class Walks:
    """What a crowd of customers lived through, those together who went the same way.

    `counts` and `totals` by way: how many customers went it, and what it sums up to, in units;
    `visits` how often a way meets a touchpoint that was asked about, as (way, touchpoint, times);
    `mean_remembered` is None where nobody met a measured touchpoint; `unfinished` customers were
    still walking; `steps` is what all took.
    """

    counts: Sequence[int]
    totals: Sequence[int]
    visits: Sequence[tuple[int, int, int]]
    mean_remembered: float | None
    unfinished: int
    steps: int

    @property
    def customers(self) -> int:
        """How many walked."""
        return sum(self.counts)

    @property
    def disappointed(self) -> Disappointed:
        """The share with a negative total, with its standard error."""
        pairs, count = zip(self.counts, self.totals, strict=True), self.customers
        share = sum(customers for customers, total in pairs if total < 0) / count
        error = min(1.0, _error(share, count) + self.unfinished / count)
        return Disappointed(share, exact=False, standard_error=error)

    def changes(self, gains: Sequence[int]) -> list[float]:
        """How the share changes if every visit to a touchpoint gave that many units more.

        For each touchpoint by itself, by its place in the file.
        """
        turned = [0] * len(gains)
        for way, place, times in self.visits:
            before = self.totals[way]
            now_below = before + gains[place] * times < 0
            turned[place] += self.counts[way] * (now_below - (before < 0))
        count = self.customers
        return [customers / count for customers in turned]


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
    steps = max(STEPS * effort, FEWEST * length)
    crowd = (_kept if steps <= STEPS else _crowd)(chain, steps, most)
    totals = _totals(crowd.ways, weights)
    customers = _enough(crowd.customers, totals)
    counts = [0] * len(crowd.ways)
    for way in crowd.customers[:customers]:
        counts[way] += 1
    return Walks(
        counts,
        totals,
        _visits(crowd.ways, asked),
        _mean_remembered(crowd.ways, counts, gaps) if remembering else None,
        sum(nth < customers for nth in crowd.unfinished),
        sum(count * len(way) for count, way in zip(counts, crowd.ways, strict=True)),
    )


def _error(share: float, count: int) -> float:
    """The standard error of a share of so many customers.

    Few are counted with two more on either side (Agresti and Coull, The American Statistician 52
    (1998) 119–126): that nobody of forty is disappointed does not prove that nobody is.
    """
    if count < ENOUGH:
        share, count = (share * count + 2) / (count + 4), count + 4
    return math.sqrt(share * (1 - share) / count)


# ---- who walks where: nothing of it depends on scores --------------------------------------------


class Crowd(NamedTuple):
    """Customers who walked: the different `ways` they went, and which of them each one did.

    `unfinished` are the customers that were still walking, by their place among `customers`.
    """

    ways: tuple[tuple[int, ...], ...]
    customers: tuple[int, ...]
    unfinished: tuple[int, ...]


def _crowd(chain: Chain, steps: float, most: int) -> Crowd:
    """Let customers set out until at least `FEWEST` took at least so many steps, or all `most`."""
    walk, longest = _walker(chain), max(1, most // AT_LEAST)
    ways: dict[tuple[int, ...], int] = {}
    customers: list[int] = []
    unfinished: list[int] = []
    walked = 0
    while walked < most and (len(customers) < FEWEST or walked < steps):
        way, finished = walk(longest)
        if not finished:
            unfinished.append(len(customers))
        customers.append(ways.setdefault(way, len(ways)))
        walked += len(way)
    return Crowd(tuple(ways), tuple(customers), tuple(unfinished))


_kept = lru_cache(CROWDS_KEPT)(_crowd)
"""The same, kept where nobody walks for long."""


def _walker(chain: Chain) -> Callable[[int], tuple[tuple[int, ...], bool]]:
    """What lets the next customer walk from a start to an end, or so many steps.

    It tells the touchpoints they met, and whether they came to an end.
    """
    from random import Random

    luck = Random(SEED).random
    onward = [
        (_edges([p for _, p in ways], chain.drop_off[v] == 0), [*(w for w, _ in ways), END])
        if ways
        else None
        for v, ways in enumerate(chain.ways)
    ]
    starts = [v for v, share in enumerate(chain.start) if share > 0]
    shares = _edges([chain.start[v] for v in starts], whole=True)

    def walk(longest: int) -> tuple[tuple[int, ...], bool]:
        v = starts[bisect_right(shares, luck())]
        way = []
        for _ in range(longest):
            way.append(v)
            ways = onward[v]
            if ways is None:
                break
            edges, targets = ways
            v = targets[bisect_right(edges, luck())]
            if v == END:
                break
        else:
            return tuple(way), False
        return tuple(way), True

    return walk


def _edges(shares: Sequence[float], whole: bool) -> list[float]:
    """Upper ends of shares, one after the other; nobody is left over where they are the whole."""
    ends, total = [], 0.0
    for share in shares:
        total += share
        ends.append(total)
    if ends and whole:
        ends[-1] = math.inf
    return ends


# ---- what they lived through ---------------------------------------------------------------------


def _enough(customers: Sequence[int], totals: Sequence[int]) -> int:
    """How many of the customers are needed before the error of their share is small."""
    below = [total < 0 for total in totals]
    negative = sum(below[way] for way in customers[:ENOUGH])
    for count in range(ENOUGH, len(customers), 1_000):
        if _error(negative / count, count) < ERROR:
            return count
        negative += sum(below[way] for way in customers[count : count + 1_000])
    return len(customers)


def _totals(ways: Sequence[Sequence[int]], weights: Sequence[int]) -> list[int]:
    """What each way sums up to."""
    step = math.gcd(*weights) or 1
    small = [weight // step for weight in weights]  # small, and soon added
    return [step * sum(map(small.__getitem__, way)) for way in ways]


def _visits(ways: Sequence[Sequence[int]], asked: Sequence[int]) -> list[tuple[int, int, int]]:
    """How often each way meets each touchpoint that is asked about."""
    counted = frozenset(asked)
    visits: list[tuple[int, int, int]] = []
    for nth, way in enumerate(ways):
        met: dict[int, int] = {}
        for v in filter(counted.__contains__, way):
            met[v] = met.get(v, 0) + 1
        visits += [(nth, place, times) for place, times in met.items()]
    return visits


def _mean_remembered(
    ways: Sequence[Sequence[int]], counts: Sequence[int], gaps: Sequence[float | None]
) -> float | None:
    """The mean over all customers of what they remember: of their peak and their end."""
    sizes = [0.0 if gap is None else rounded(abs(gap)) for gap in gaps]
    measured = frozenset(v for v, gap in enumerate(gaps) if gap is not None)
    remembered, known = [], 0
    for way, count in zip(ways, counts, strict=True):
        seen = list(filter(measured.__contains__, way))
        if seen:
            seen.reverse()  # the later wins a tie
            peak, last = gaps[max(seen, key=sizes.__getitem__)], gaps[seen[0]]
            assert peak is not None
            assert last is not None
            remembered.append(repeat((peak + last) / 2, count))
            known += count
    return math.fsum(joined.from_iterable(remembered)) / known if known else None
