"""Figures that rest on shares that nobody gave: a second solve with those shares moved differs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import brute_flow as brute
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_journey import Plain, plain
from proof_settings import many

import cjm
from cjm.journey import Journey, Persona, Touchpoint, Transition, equal_starts


def branch(**ways: float | None) -> tuple[Transition, ...]:
    return tuple(Transition(to, share) for to, share in ways.items())


BRANCHED = Journey(
    "branched",
    (
        Touchpoint("ad", expectation=5, experience=5, next="site"),
        Touchpoint("site", expectation=5, experience=4, next=["cart", "shop"]),
        Touchpoint("cart", expectation=5, experience=3, next="paid"),
        Touchpoint("shop", expectation=5, experience=3, next=branch(paid=0.5)),
        Touchpoint("paid", expectation=5, experience=7, outcome="success"),
    ),
)
"""By hand: everybody meets the ad and the site; how many then go to the cart is not known."""


def test_what_comes_before_an_open_branch_is_not_assumed() -> None:
    """Ad and site are met by all; what follows hangs on the branch, but for C and chances there."""
    found = {f.id: f.assumed for f in cjm.analyze(BRANCHED).touchpoints}
    assert found == {
        "ad": ("chance",),
        "site": ("chance", "stakes", "fix.disappointed"),
        "cart": ("visits", "reach", "impact", "fix.balance", "fix.disappointed"),
        "shop": (
            *("visits", "reach", "impact", "drop_off", "stakes"),
            *("fix.balance", "fix.disappointed"),
        ),
        "paid": ("visits", "reach", "impact"),
    }


def test_figures_of_the_whole_that_hang_on_the_branch_are_assumed() -> None:
    """Coverage is 1 whatever the shares, nobody fails, and on any way all end below 0."""
    assert cjm.analyze(BRANCHED).assumed == (
        "balance",
        "remembered",
        "length",
        "outcomes.success",
        "outcomes.drop_off",
        "likely_path",
        "likely_path.probability",
    )


def test_a_share_that_was_written_is_never_assumed() -> None:
    """Only the two shares of the branch are filled in; how often ways are taken hangs on them."""
    found = {(w.source, w.target): w.assumed for w in cjm.analyze(BRANCHED).transitions}
    assert found == {
        ("ad", "site"): (),
        ("site", "cart"): ("probability", "flow"),
        ("site", "shop"): ("probability", "flow"),
        ("cart", "paid"): ("flow",),
        ("shop", "paid"): ("flow",),
    }


def test_a_single_open_share_gives_some_of_itself_to_the_drop_off() -> None:
    """Of a, 0.6 were counted and the rest assumed to go to c: or they may have left."""
    journey = Journey(
        "single",
        (Touchpoint("a", next=branch(b=0.6, c=None)), Touchpoint("b"), Touchpoint("c")),
    )
    analysis = cjm.analyze(journey)
    assert [w.assumed for w in analysis.transitions] == [(), ("probability", "flow")]
    assert [f.assumed for f in analysis.touchpoints] == [("drop_off",), (), ("visits", "reach")]
    assert analysis.assumed == ("length", "outcomes.neutral", "outcomes.drop_off", "likely_path")


def test_starts_without_shares_are_assumed() -> None:
    """Two ids in a list: who comes in where was not said; in a mapping it was."""
    points = (Touchpoint("a", next="c"), Touchpoint("b", next="c"), Touchpoint("c"))
    listed = cjm.analyze(Journey("s", points, start=["a", "b"]))
    assert [f.assumed for f in listed.touchpoints] == [("visits", "reach")] * 2 + [()]
    assert [w.assumed for w in listed.transitions] == [("flow",), ("flow",)]
    mapped = cjm.analyze(Journey("s", points, start={"a": 0.5, "b": 0.5}))
    assert mapped.assumed == ()
    assert not any(f.assumed for f in mapped.touchpoints)


def test_one_way_without_a_share_is_no_branch() -> None:
    """Where there is one way on, everybody goes it: nothing is assumed."""
    ways = [Transition("c", 0.9)]
    points = (Touchpoint("a", next="b"), Touchpoint("b", next=ways), Touchpoint("c"))
    analysis = cjm.analyze(Journey("line", points, start=["a"]))
    assert analysis.assumed == ()
    assert analysis.moved is None


def test_nobody_and_everybody_disappointed_are_not_assumed() -> None:
    """Whoever goes which way, all lose; with gains, none does."""
    for b, share in ((3, 1), (7, 0)):
        points = tuple(
            Touchpoint(id, expectation=5, experience=b, next=ways)
            for id, ways in (("a", ["b", "c"]), ("b", ()), ("c", "b"))
        )
        analysis = cjm.analyze(Journey("j", points))
        assert analysis.disappointed.share == share
        assert "disappointed" not in analysis.assumed
        assert "remembered" in analysis.assumed


def test_a_trap_leaves_nothing_assumed() -> None:
    """Without a flow there is nothing to compare."""
    points = (Touchpoint("a", next=["b", "c"]), Touchpoint("b", next="b"), Touchpoint("c"))
    analysis = cjm.analyze(Journey("trap", points))
    assert analysis.assumed == ()
    assert [w.assumed for w in analysis.transitions] == [(), (), ()]


def test_personas_have_marks_of_their_own() -> None:
    """For Anna cart and shop cost the same: her balance hangs on the shop's drop-off alone."""
    points = list(BRANCHED.touchpoints)
    points[3] = Touchpoint("shop", expectation=5, experience=3, next="paid")
    points[2] = Touchpoint(
        "cart", expectation=5, experience=1, by_persona={"anna": {"experience": 3}}, next="paid"
    )
    people = (Persona("anna", share=0.5), Persona("boris", share=0.5))
    analysis = cjm.analyze(Journey("two", tuple(points), personas=people))
    anna, boris = analysis.personas
    assert ("balance" in anna.assumed, "balance" in boris.assumed) == (False, True)
    assert "balance" in analysis.assumed


def test_large_figures_are_not_assumed_for_their_noise() -> None:
    """A loop of a million rounds before an open branch: its visits are the same, up to noise."""
    points = (
        Touchpoint("a", expectation=9, experience=1, next=branch(a=0.999999, b=0.000001)),
        Touchpoint("b", next=["c", "d"]),
        Touchpoint("c"),
        Touchpoint("d"),
    )
    analysis = cjm.analyze(Journey("slow", points))
    assert analysis["a"].assumed == ()
    assert "balance" not in analysis.assumed


# ---- random journeys --------------------------------------------------------------------------


@st.composite
def branched(draw: st.DrawFn) -> Journey:
    """Journeys some of whose branches have no shares, or one left open."""
    size = draw(st.integers(2, 5))
    points = []
    for n in range(size):
        onward = draw(st.lists(st.integers(0, size - 1), max_size=3, unique=True))
        if n + 1 < size and n + 1 not in onward:
            onward.append(n + 1)
        if n + 1 == size:
            onward = onward if draw(st.integers(0, 4)) == 0 else []
        kind = draw(st.sampled_from(("open", "given", "partly")))
        given_ = {"open": 0, "given": len(onward), "partly": 1}[kind]
        shares = [draw(st.sampled_from((0.1, 0.2, 0.25))) for _ in onward[:given_]]
        ways = tuple(
            Transition(f"t{w}", shares[k] if k < len(shares) else None)
            for k, w in enumerate(onward)
        )
        points.append(
            Touchpoint(
                f"t{n}",
                expectation=5,
                experience=draw(st.sampled_from((None, 3, 4.5, 5, 8))),
                next=ways,
                outcome=draw(st.sampled_from((None, "success", "failure"))) if not ways else None,
            )
        )
    entry = draw(st.integers(0, size - 1))
    start = equal_starts(["t0", f"t{entry}"]) if entry else ()
    return Journey("b", tuple(points), start=start)


def shifted(journey: Journey, numbers: Plain) -> Plain:
    """The plain numbers with the open shares of each branch moved, by other weights than cjm's."""
    place = {p.id: n for n, p in enumerate(journey.touchpoints)}
    primes = iter(
        map(Fraction, (7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71))
    )
    ways, lost = [dict(w) for w in numbers.ways], list(numbers.d)

    def move(shares: dict[int, Fraction], among: list[int]) -> Fraction:
        if len(among) == 1:
            taken = shares[among[0]] / 10
            shares[among[0]] -= taken
            return taken
        parts = [next(primes) for _ in among]
        whole = sum(shares[w] for w in among)
        shares.update({w: whole * p / sum(parts) for w, p in zip(among, parts, strict=True)})
        return Fraction(0)

    for n, point in enumerate(journey.touchpoints):
        open_ = [place[way.to] for way in point.next if way.probability is None]
        if open_ and len(point.next) > 1:
            lost[n] += move(ways[n], open_)
    start = dict(enumerate(numbers.start))
    if among := [place[s.touchpoint] for s in journey.start if s.assumed]:
        move(start, among)
    moved = {"ways": ways, "d": lost, "start": [start[v] for v in numbers.places]}
    return Plain(**{**vars(numbers), **moved})


@many
@given(branched())
def test_assumed_is_what_differs_in_a_second_solve(journey: Journey) -> None:
    """Every figure of the flow, solved anew in fractions by other weights, differs or not."""
    numbers = plain(journey)
    assume(not brute.trapped(numbers))
    moved = shifted(journey, numbers)
    analysis = cjm.analyze(journey)
    solved: list[tuple[str, Any]] = [
        ("visits", brute.visits),
        ("reach", brute.reach),
        ("impact", brute.impacts),
        ("drop_off", brute.lost),
        ("chance", brute.chance),
        ("stakes", brute.stakes),
    ]
    for name, solve in solved:
        pairs = zip(solve(numbers), solve(moved), strict=True)
        expected = [one is not None and one != other for one, other in pairs]
        assert [name in f.assumed for f in analysis.touchpoints] == expected, name
    outcomes, others = brute.outcomes(numbers), brute.outcomes(moved)
    for name, share in outcomes.items():
        assert (f"outcomes.{name}" in analysis.assumed) == (share != others[name])
    if brute.measured(numbers):
        before, after = (sum(i or 0 for i in brute.impacts(n)) for n in (numbers, moved))
        assert ("balance" in analysis.assumed) == (before != after)
    changed = brute.visits(numbers) != brute.visits(moved)
    assert ("likely_path" in analysis.assumed) == (changed and analysis.likely_path is not None)


@many
@given(branched())
def test_with_every_share_written_nothing_is_assumed(journey: Journey) -> None:
    """The same shares, written down: the same figures, and no mark."""
    points = tuple(
        Touchpoint(
            p.id,
            expectation=p.expectation,
            experience=p.experience,
            outcome=p.outcome,
            next=[
                Transition(w.target, w.probability)
                for w in cjm.analyze(journey).transitions
                if w.source == p.id
            ],
        )
        for p in journey.touchpoints
    )
    written = Journey("b", points, start={s.touchpoint: s.share for s in journey.start})
    found, expected = cjm.analyze(written), cjm.analyze(journey)
    assert found.assumed == ()
    assert not any(f.assumed for f in (*found.touchpoints, *found.transitions, *found.stages))
    if expected.length is not None:
        assert found.length == pytest.approx(expected.length)
