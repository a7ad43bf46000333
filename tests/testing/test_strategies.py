"""The random journeys hold what the proofs are about: a proof without cases proves nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import brute_flow as brute
import brute_walks as walks_of
from hypothesis import assume, given, seed, settings
from hypothesis import strategies as st
from plain_journey import Plain, plain

import cjm
from cjm.journey import Journey, Score, Touchpoint
from cjm.testing.strategies import (
    complete_journeys,
    harmful_texts,
    ids,
    journeys,
    scores,
    texts,
    walks,
)


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
        "two loops": len(walks_of.loops(p)) > 1,
        "a doom loop": bool(walks_of.loops(p)),
        "a worst path without a bound": walks_of.unbounded(p),
        "a doom loop nobody leaves": bool(walks_of.loops(p)) and not walks_of.unbounded(p),
        "a loop that is no doom loop": bool(walks_of.cycles(p)) and not walks_of.loops(p),
        "a tie of worst paths": tied(p),
        "customers enumerated": not brute.trapped(p) and walks_of.endings(p) is not None,
    }
    return (name for name, holds in found.items() if holds)


def peak_sizes(p: Plain) -> list[int]:
    sizes = {v: abs(p.gaps[v]) for v in brute.reachable(p) if p.gaps[v]}
    return [v for v in sizes if sizes[v] == max(sizes.values())]


def tied(p: Plain) -> bool:
    """Whether two walks share the least sum of a worst path with a bound."""
    if walks_of.unbounded(p):
        return False
    sums = [walks_of.total(p, w) for w in walks_of.entering_walks(p) if p.ending(w[-1]) > 0]
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


def records(value: Any) -> Iterator[Any]:
    """The records of a journey, itself and those inside."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif type(value).__module__.startswith("cjm.journey"):
        yield value
        for name in value.__match_args__:
            yield from records(getattr(value, name))


NOT_WRITTEN = {"unread", "shares_sum", "measurement", "written_pair", "overlay"}
"""What the reader makes of a file: what it could not take, and what shares summed to."""


def test_complete_journeys_fill_every_field() -> None:
    """Of every record of a journey each field is drawn with at least two values."""
    met: dict[tuple[str, str], set[str]] = {}

    @settings(max_examples=40, derandomize=False, database=None)
    @given(complete_journeys())
    def draw(journey: Journey) -> None:
        for record in records(journey):
            for name in {*record.__match_args__} - NOT_WRITTEN:
                seen = met.setdefault((type(record).__name__, name), set())
                seen.add(repr(getattr(record, name)))

    # Hypothesis also draws constants of modules that happen to be imported, so that the same seed
    # draws others beside other tests: a field that is seldom filled gets several rounds.
    for nth in range(10):
        seed(nth)(draw)()
        left = [field for field, seen in met.items() if len(seen) < 2]
        if not left:
            break
    assert left == []
    parts = {name for name, _ in met}
    assert parts == {name for name in dir(cjm.journey) if is_part(getattr(cjm.journey, name))}


def is_part(of: Any) -> bool:
    """Whether it is a record that a journey is made of."""
    return isinstance(of, type) and hasattr(of, "__match_args__") and of.__module__ != "typing"


@given(st.data())
def test_walks_go_where_customers_go(data: st.DataObject) -> None:
    """From a start, over transitions, through touchpoints that are reached, and no further."""
    journey = data.draw(journeys())
    walk = data.draw(walks(journey))
    analysis = cjm.analyze(journey)
    assert walk[0] in {start.touchpoint for start in journey.start if start.share > 0}
    assert all(to in {way.to for way in journey[id].next} for id, to in pairwise(walk))
    assert set(walk) <= analysis.reachable


@given(st.data())
def test_no_walk_that_ends_is_worse_than_the_worst_path(data: st.DataObject) -> None:
    """Where the worst path has a bound, the sums of C on all walks are at or above it."""
    journey = data.draw(journeys())
    walk = data.draw(walks(journey))
    worst = cjm.analyze(journey).worst_path
    assume(worst is not None and worst.bounded and len(walk) < 30)
    p = plain(journey)
    places = [[t.id for t in journey.touchpoints].index(id) for id in walk]
    assume(p.ending(places[-1]) > 0)
    assert float(walks_of.total(p, places)) >= worst.balance - 1e-9


@given(ids(), texts(), scores((-5, 5)), harmful_texts())
def test_values_are_what_fields_take(id: str, text: str, score: Score, harm: str) -> None:
    """An id, a title and a score of a touchpoint; what means harm is text, too."""
    built = Journey("j", (Touchpoint(id, text, expectation=score),), scale=(-5, 5))
    assert cjm.loads(cjm.dump(built)) == built
    assert harm
