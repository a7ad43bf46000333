"""The whole journey's customers are its personas: their means, weighted by their shares."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import cjm
from cjm.analysis.improving import improved
from cjm.journey import Improvement, Journey, Persona, PersonaScores, Touchpoint

TWO = (Persona("anna", share=0.75), Persona("boris", share=0.25))


def by_hand(**fields: object) -> Journey:
    """Site → order (half) → pay; what is worked out of it by hand stands at each test.

    Own C: site 0, order −2, pay none. Anna: site 0, order −4 (own B 2), pay 2. Boris: site −1
    (own O 7), order −2 (inherited), pay none.
    """
    points = (
        Touchpoint(
            "site",
            expectation=6,
            experience=6,
            by_persona=(PersonaScores("boris", expectation=7),),
            next={"order": 0.5},
        ),
        Touchpoint(
            "order",
            expectation=6,
            experience=4,
            by_persona=(PersonaScores("anna", experience=2),),
            next="pay",
        ),
        Touchpoint("pay", by_persona=(PersonaScores("anna", 4, 6),), outcome="success"),
    )
    return Journey("hand", points, **{"personas": TWO, **fields})


def test_c_of_the_whole_is_the_mean_of_its_personas() -> None:
    """Site 0.75·0 − 0.25·1; order −0.75·4 − 0.25·2; pay 0.75·2, Boris adding nothing."""
    analysis = cjm.analyze(by_hand())
    assert [f.weighted_gap for f in analysis.touchpoints] == [-0.25, -3.5, 1.5]
    assert [f.gap for f in analysis.touchpoints] == [0, -2, None]


def test_impacts_and_balance_of_the_whole_use_the_mean() -> None:
    """Visits 1, 0.5, 0.5: −0.25, −1.75, 0.75; balance −1.25 = 0.75·−1 + 0.25·−2."""
    analysis = cjm.analyze(by_hand())
    assert [f.impact for f in analysis.touchpoints] == [-0.25, -1.75, 0.75]
    assert analysis.balance == -1.25
    assert [a.balance for a in analysis.personas] == [-1, -2]


def test_paths_of_the_whole_use_the_mean() -> None:
    """Likely path −0.25, −3.75, −2.25; the worst path is the same walk."""
    analysis = cjm.analyze(by_hand())
    assert analysis.likely_path.balance == (-0.25, -3.75, -2.25)
    assert analysis.likely_path.overdrawn_at == "site"
    assert analysis.worst_path.balance == -2.25


def test_coverage_of_the_whole_is_the_mean_of_its_personas() -> None:
    """Of two visits Anna's scores cover all, Boris' three quarters."""
    analysis = cjm.analyze(by_hand())
    assert [a.coverage for a in analysis.personas] == [1, 0.75]
    assert analysis.coverage == pytest.approx(0.75 * 1 + 0.25 * 0.75)


def test_a_moment_of_truth_is_negative_where_the_mean_is() -> None:
    """Own C at the site is 0 and C of the whole −0.25: it is negative for its customers."""
    points = (Touchpoint("a", expectation=6, experience=6, by_persona={"anna": {"experience": 5}}),)
    analysis = cjm.analyze(Journey("j", points, personas=TWO))
    assert analysis["a"].level == "satisfaction"
    assert analysis["a"].negative_moment_of_truth
    assert analysis.negative_moments_of_truth == ("a",)


def test_a_fix_raises_the_personas_that_are_below_and_no_others() -> None:
    """Site: Boris' −1, a quarter of all; order: 0.5·(0.75·4 + 0.25·2); pay: nobody is below."""
    analysis = cjm.analyze(by_hand())
    assert [f.fix and f.fix.balance for f in analysis.touchpoints] == [0.25, 1.75, None]
    raised = analysis["order"].fix.disappointed
    assert raised == pytest.approx(0.75 * -0.5 + 0.25 * 0)  # Boris is still below, from the site


def test_a_fix_leaves_who_is_within_the_tolerance_as_they_are() -> None:
    """Anna's −2 is raised, Boris' −0.5 is not, although it is below 0."""
    scores = {"anna": {"experience": 3}, "boris": {"experience": 4.5}}
    points = (Touchpoint("a", expectation=5, experience=5, by_persona=scores),)
    analysis = cjm.analyze(Journey("j", points, personas=TWO, tolerance=1))
    assert analysis["a"].fix.balance == 0.75 * 2
    assert analysis["a"].fix.disappointed == -0.75


def test_without_full_shares_everything_is_the_own_gap() -> None:
    """One persona without a share: the whole is what is written of everybody."""
    personas = (Persona("anna", share=0.75), Persona("boris"))
    analysis = cjm.analyze(by_hand(personas=personas))
    assert [f.weighted_gap for f in analysis.touchpoints] == [None, None, None]
    assert [f.impact for f in analysis.touchpoints] == [0, -1, None]
    assert analysis["order"].fix.balance == 1


def test_a_persona_that_meets_no_score_is_left_out_of_the_shares() -> None:
    """Anna alone is disappointed or remembers; Boris meets nothing measured."""
    points = (Touchpoint("a", by_persona=(PersonaScores("anna", 6, 4),)),)
    analysis = cjm.analyze(Journey("j", points, personas=TWO))
    assert [a.disappointed and a.disappointed.share for a in analysis.personas] == [1, None]
    assert analysis.disappointed.share == 1
    assert analysis.remembered == -2
    assert analysis.coverage == 0.75
    assert analysis.balance == -1.5
    assert analysis["a"].fix.disappointed == -1


def test_lifts_raise_every_persona_to_the_top_of_the_scale_at_most() -> None:
    """Three points more at the order: Anna 2 → 5, Boris 4 → 7; six: Anna 8, Boris 10."""
    few, many = (Improvement(f"i{n}", lifts={"order": n}) for n in (3, 7))
    journey = by_hand(improvements=(few, many))
    lived = [a["order"].experience for a in cjm.analyze(improved(journey, [few])).personas]
    assert lived == [5, 7]
    lived = [a["order"].experience for a in cjm.analyze(improved(journey, [few, many])).personas]
    assert lived == [10, 10]
    plan = cjm.plan(journey, 1)
    assert plan.chosen.improvements == ("i7",)
    assert plan.before == -1.25
    assert plan.chosen.value == -1.25 + 0.5 * (0.75 * 7 + 0.25 * 6)


@st.composite
def crowds(draw: st.DrawFn) -> Journey:
    """Journeys whose personas all have a share, some without a score here and there."""
    shares = draw(st.sampled_from(((0.25, 0.75), (0.5, 0.5), (1,), (0.2, 0.3, 0.5), (0, 1))))
    people = tuple(Persona(f"p{n}", share=share) for n, share in enumerate(shares))
    size = draw(st.integers(1, 4))
    score = st.sampled_from((None, 1, 2, 3, 4.5, 7, 9))
    points = []
    for n in range(size):
        ways = {f"t{n + 1}": draw(st.sampled_from((0.3, 0.6, 1)))} if n + 1 < size else {}
        if ways and ways[f"t{n + 1}"] < 0.5 and draw(st.booleans()):
            ways[f"t{draw(st.integers(0, n))}"] = 0.4
        own = tuple(
            PersonaScores(p.id, draw(score), draw(score)) for p in people if draw(st.booleans())
        )
        points.append(
            Touchpoint(
                f"t{n}",
                expectation=draw(score),
                experience=draw(score),
                by_persona=own,
                importance=draw(st.sampled_from((1, 1, 2, 0.5))),
                next=ways,
            )
        )
    lifts = {f"t{draw(st.integers(0, size - 1))}": draw(st.sampled_from((1, 2.5, 8)))}
    return Journey(
        "drawn",
        tuple(points),
        personas=people,
        tolerance=draw(st.sampled_from((0, 0.5, 2))),
        improvements=(Improvement("i", lifts=lifts),),
    )


def shares(journey: Journey) -> list[float]:
    return [p.share or 0.0 for p in journey.personas]


def near(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-8)


@given(crowds())
def test_the_balance_is_the_sum_of_impacts_and_of_the_personas_balances(journey: Journey) -> None:
    """Balance = Σ impacts = Σ share·balance of the personas, always."""
    analysis = cjm.analyze(journey)
    pairs = list(zip(shares(journey), analysis.personas, strict=True))
    if analysis.balance is None:
        assert all(p.balance is None for share, p in pairs if share)
        assert all(f.impact is None for f in analysis.touchpoints)
        return
    assert analysis.balance == near(math.fsum(f.impact or 0 for f in analysis.touchpoints))
    assert analysis.balance == near(math.fsum(share * (p.balance or 0) for share, p in pairs))
    assert analysis.coverage == near(math.fsum(share * p.coverage for share, p in pairs))
    likely = [a.likely_path for a in (analysis, *analysis.personas)]
    if likely[0]:
        for n, total in enumerate(likely[0].balance):
            pairs = zip(shares(journey), likely[1:], strict=True)
            parts = (share * (walk.balance or [0] * 9)[n] for share, walk in pairs)
            assert total == near(math.fsum(parts))


@given(crowds())
def test_the_whole_ends_as_the_mean_of_the_personas_who_have_the_figure(journey: Journey) -> None:
    """Disappointed and remembered: weighted over those who have it, the shares rescaled."""
    analysis = cjm.analyze(journey)
    for name in ("disappointed", "remembered"):
        known = [
            (share, getattr(value, "share", value))
            for share, p in zip(shares(journey), analysis.personas, strict=True)
            if (value := getattr(p, name)) is not None and share > 0
        ]
        found = getattr(analysis, name)
        if not known:
            assert found is None
            continue
        total = math.fsum(share for share, _ in known)
        mean = math.fsum(share * value for share, value in known) / total
        assert getattr(found, "share", found) == near(mean)


@given(crowds())
def test_a_fix_is_what_raising_the_personas_below_would_change(journey: Journey) -> None:
    """Balance and share of a journey in which those below −tolerance get what they expected."""
    analysis = cjm.analyze(journey)
    assume(analysis.balance is not None)
    for n, figures in enumerate(analysis.touchpoints):
        lived = [p.touchpoints[n].gap for p in analysis.personas]
        below = [c is not None and c < -journey.tolerance for c in (figures.gap, *lived)]
        assert (figures.fix is not None) == any(below)
        if figures.fix is None:
            continue
        after = cjm.analyze(raised(journey, n))
        assert figures.fix.balance == near(after.balance - analysis.balance)
        change = after.disappointed.share - analysis.disappointed.share
        assert figures.fix.disappointed == near(change)


def raised(journey: Journey, n: int) -> Journey:
    """The same journey where at one touchpoint each persona below −tolerance gets its O."""
    point, own = journey.touchpoints[n], []
    for persona in cjm.analyze(journey).personas:
        f = persona.touchpoints[n]
        lived = f.experience
        if f.gap is not None and f.gap < -journey.tolerance:
            lived = f.expectation
        own.append(PersonaScores(persona.persona, f.expectation, lived))
    points = list(journey.touchpoints)
    points[n] = Touchpoint(point.id, by_persona=own, importance=point.importance, next=point.next)
    return Journey("raised", points, personas=journey.personas, tolerance=journey.tolerance)


@given(crowds())
def test_a_plan_gains_what_its_improvement_does_for_all_personas(journey: Journey) -> None:
    """The value with the improvement is the balance of the journey in which it is done."""
    assume(cjm.analyze(journey).balance is not None)
    after = cjm.analyze(improved(journey, journey.improvements)).balance
    plan = cjm.plan(journey)
    assert plan.chosen.value == near(max(after, plan.before))
