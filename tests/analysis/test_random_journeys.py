"""The random journeys hold what the proofs are about: a proof without cases proves nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import brute_flow as brute
import brute_walks as walks
from hypothesis import given, settings
from plain_journey import Plain, plain
from random_journeys import journeys

from cjm.journey import Journey


def cases(journey: Journey, p: Plain) -> Iterator[str]:
    """What is special about a journey."""
    live, odds = brute.reachable(p), p.targets
    found = {
        "a trap": brute.trapped(p),
        "a touchpoint nobody reaches": len(live) < len(p.ways),
        "no success exit": "success" not in p.ends,
        "no exit": not odds,
        "a success exit nobody reaches": "success" in p.ends and not live & odds,
        "several starts": len(p.entries) > 1,
        "a start nobody takes": any(s.share == 0 for s in journey.start),
        "a transition nobody takes": any(
            t.probability == 0 for q in journey.touchpoints for t in q.next
        ),
        "a drop-off": any(p.d[v] > 0 for v in live),
        "an unmeasured touchpoint": any(p.gaps[v] is None for v in live),
        "a tolerated gap": any(c and abs(c) == p.tolerance for c in p.gaps),
        "more than three peaks": len(peak_sizes(p)) > 3,
        "a self-loop": any(v in p.ways[v] for v in live),
        "two loops": len(walks.loops(p)) > 1,
        "a doom loop": bool(walks.loops(p)),
        "a worst path without a bound": walks.unbounded(p),
        "a doom loop nobody leaves": bool(walks.loops(p)) and not walks.unbounded(p),
        "a loop that is no doom loop": bool(walks.cycles(p)) and not walks.loops(p),
        "a tie of worst paths": tied(p),
        "customers enumerated": not brute.trapped(p) and walks.endings(p) is not None,
    }
    return (name for name, holds in found.items() if holds)


def peak_sizes(p: Plain) -> list[int]:
    sizes = {v: abs(p.gaps[v]) for v in brute.reachable(p) if p.gaps[v]}
    return [v for v in sizes if sizes[v] == max(sizes.values())]


def tied(p: Plain) -> bool:
    """Whether two walks share the least sum of a worst path with a bound."""
    if walks.unbounded(p):
        return False
    sums = [walks.total(p, w) for w in walks.entering_walks(p) if p.ending(w[-1]) > 0]
    return bool(sums) and sums.count(min(sums)) > 1


ALL = 20
"""How many cases there are."""


def test_every_case_is_drawn_again_and_again() -> None:
    """Of 400 random journeys each special case holds in several, and most can be enumerated."""
    met: Counter[str] = Counter()

    @settings(max_examples=400)
    @given(journeys())
    def draw(journey: Journey) -> None:
        met.update({"journeys": 1, **dict.fromkeys(cases(journey, plain(journey)), 1)})

    draw()
    assert len(met) == ALL + 1
    rare = {name: times for name, times in met.items() if times < 3}
    assert not rare
    assert met["customers enumerated"] > 0.5 * met["journeys"]
