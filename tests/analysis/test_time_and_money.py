"""How long a journey takes, and what is lost on it, by hand and on random journeys."""

from __future__ import annotations

import math
from fractions import Fraction

import brute_flow as brute
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_journey import plain
from proof_settings import many

import cjm
from cjm.journey import Customers, Journey, Persona, Touchpoint, Transition, seconds
from cjm.records import replace
from cjm.testing.strategies import journeys


def timed(**fields: object) -> Journey:
    """Search (2 min) → ask (10 min; half are back in an hour) → pay; a fifth leave at search."""
    points = (
        Touchpoint("search", duration="2 min", next={"pay": 0.5, "ask": 0.3}),
        Touchpoint(
            "ask",
            duration="10 min",
            next=[Transition("search", 0.5, wait="1 h"), Transition("pay", 0.5)],
        ),
        Touchpoint("pay", next=[Transition("done", 0.9, wait="1 d"), Transition("failed", 0.1)]),
        Touchpoint("done", outcome="success"),
        Touchpoint("failed", outcome="failure"),
    )
    return Journey("timed", points, **fields)


def test_the_time_is_that_of_all_visits_and_moves() -> None:
    """n: search 1.17647, ask 0.35294, pay 0.76471; moves ask → search 0.17647, pay → done 0.68824.

    1.17647·120 + 0.35294·600 + 0.17647·3,600 + 0.68824·86,400 = 60,451.8 s; along the likely path
    120 + 86,400. Known are the times of 1.52941 of 3.05882 visits, of 0.86471 of 2.05882 moves.
    """
    time = cjm.analyze(timed()).time
    assert time.expected == pytest.approx(60_451.76, abs=0.01)
    assert time.likely == 86_520
    assert time.coverage.visits == pytest.approx(0.5)
    assert time.coverage.moves == pytest.approx(0.86471 / 2.05882, abs=1e-5)


def test_without_any_time_there_is_none() -> None:
    """Nor where only what nobody meets has one, nor in a trap."""
    assert cjm.analyze(Journey("j", (Touchpoint("a"),))).time is None
    unmet = (Touchpoint("a"), Touchpoint("lost", duration="1 h"))
    assert cjm.analyze(Journey("j", unmet)).time is None
    trap = (Touchpoint("a", duration="1 h", next="a"),)
    assert cjm.analyze(Journey("j", trap)).time is None


def test_where_nobody_moves_on_no_share_of_moves_is_covered() -> None:
    """One touchpoint: its time is all there is."""
    time = cjm.analyze(Journey("j", (Touchpoint("a", duration="90 s"),))).time
    assert (time.expected, time.likely) == (90, 90)
    assert (time.coverage.visits, time.coverage.moves) == (1, None)


def test_lost_are_those_who_leave_silently_or_fail() -> None:
    """Of 1000 a month 235.294 leave at search and 76.471 fail; each was worth 50 euros."""
    customers = Customers(1000, "month", worth=50, currency="EUR")
    analysis = cjm.analyze(timed(customers=customers))
    assert [round(f.lost, 3) for f in analysis.touchpoints] == [235.294, 0, 0, 0, 76.471]
    assert [round(f.lost_worth, 1) for f in analysis.touchpoints] == [11764.7, 0, 0, 0, 3823.5]
    assert analysis.lost == pytest.approx(311.7647, abs=1e-4)
    assert analysis.lost_worth == pytest.approx(15588.235, abs=1e-3)
    [stage] = analysis.stages
    assert (stage.lost, stage.lost_worth) == (analysis.lost, analysis.lost_worth)


def test_what_is_not_known_is_not_lost() -> None:
    """Without customers neither; without a worth no money; in a trap nothing."""
    assert (cjm.analyze(timed()).lost, cjm.analyze(timed()).lost_worth) == (None, None)
    counted = cjm.analyze(timed(customers=1000))
    assert counted.lost is not None
    assert counted.lost_worth is None
    trap = Journey("j", (Touchpoint("a", next="a"),), customers=Customers(10, worth=1))
    assert (cjm.analyze(trap).lost, cjm.analyze(trap)["a"].lost) == (None, None)


def test_a_persona_loses_its_share_of_the_customers() -> None:
    """Anna is a quarter of 1000; of Boris' share nothing is said."""
    people = (Persona("anna", share=0.25), Persona("boris"))
    anna, boris = cjm.analyze(timed(customers=1000, personas=people)).personas
    assert anna.lost == pytest.approx(311.7647 / 4, abs=1e-4)
    assert boris.lost is None


def test_times_and_losses_that_hang_on_open_shares_are_assumed() -> None:
    """How many wait an hour is not known; the likely path's time is that of the same walk."""
    points = (
        Touchpoint("a", duration="1 min", next=["b", "c"]),
        Touchpoint("b", next=[Transition("d", wait="1 h")]),
        Touchpoint("c", next={"d": 0.5}),
        Touchpoint("d", outcome="success"),
    )
    analysis = cjm.analyze(Journey("j", points, customers=Customers(100, worth=2)))
    named = {"time.expected", "time.coverage.visits", "time.coverage.moves", "lost", "lost_worth"}
    assert named <= set(analysis.assumed)
    assert "time.likely" not in analysis.assumed
    assert {"lost", "lost_worth"} <= set(analysis["c"].assumed)


@many
@given(journeys(), st.data())
def test_time_is_the_sum_over_the_exact_flow(journey: Journey, data: st.DataObject) -> None:
    """Σ n·duration + Σ n·p·wait in fractions, for any journey."""
    spans = st.sampled_from((None, "30 s", "2 min", "1.5 h"))
    points = tuple(
        replace(
            p,
            duration=data.draw(spans),
            next=tuple(replace(way, wait=data.draw(spans)) for way in p.next),
        )
        for p in journey.touchpoints
    )
    journey, numbers = replace(journey, touchpoints=points), plain(journey)
    assume(not brute.trapped(numbers))
    n = brute.visits(numbers)
    place = {p.id: v for v, p in enumerate(points)}
    parts = [(n[v], p.duration) for v, p in enumerate(points)]
    for v, p in enumerate(points):
        parts += [(n[v] * numbers.ways[v].get(place[w.to], Fraction(0)), w.wait) for w in p.next]
    known = [(often, seconds(span)) for often, span in parts if span is not None and often]
    found = cjm.analyze(journey).time
    if not known:
        assert found is None
        return
    assert found.expected == pytest.approx(math.fsum(float(o) * (s or 0) for o, s in known))
