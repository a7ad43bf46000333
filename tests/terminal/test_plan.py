"""The page of a plan: whose it is, what a budget buys, and figures that can be told apart."""

from __future__ import annotations

import pytest

import cjm
from cjm.analysis.plans import Plan, PlanPoint
from cjm.journey import (
    Improvement,
    Journey,
    Lift,
    Persona,
    PersonaScores,
    Score,
    Touchpoint,
    Transition,
)
from cjm.terminal.plan import plan_page


def shop(experience: float = 5) -> Journey:
    """A touchpoint to improve and one to end at; a persona with a name, one without."""
    anna = PersonaScores("anna", experience=Score(experience - 1))
    lifts = (Lift("ask", 2),)
    return Journey(
        "shop",
        (
            Touchpoint(
                "ask",
                expectation=7,
                experience=experience,
                by_persona=(anna,),
                next=(Transition("pay"),),
            ),
            Touchpoint("pay", expectation=8, experience=7),
        ),
        title="A shop",
        personas=(Persona("anna", name="Anna"), Persona("7")),
        improvements=(Improvement("desk", lifts=lifts, cost=20),),
    )


def page(plan: Plan, language: str = "en") -> str:
    return plan_page(shop(), plan, language)


def frontier(*values: float, objective: str = "balance") -> Plan:
    points = tuple(PlanPoint((), 10.0 * n, value) for n, value in enumerate(values))
    return Plan(
        "shop", None, objective, None, points[0].value, points[-1], None, points, True, None, {}
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "nothing that makes it better can be had for that"),
        ("ru", "на это не купить ничего, что поможет"),
    ],
)
def test_a_budget_below_the_cheapest_buys_nothing(language, text):
    """It isn't said that no improvement helps, two lines above one that does."""
    shown = page(cjm.plan(shop(), 10), language)
    assert text in shown
    assert "20" in shown


def test_where_nothing_helps_no_budget_is_blamed():
    """An improvement that lifts nothing anybody meets changes nothing at any price."""
    journey = shop(10)
    assert "no improvement makes it better" in plan_page(journey, cjm.plan(journey, 10), "en")


@pytest.mark.parametrize(
    ("persona", "title"),
    [
        (None, "Plan: A shop"),
        ("anna", "Plan: A shop · as lived by Anna"),
        ("7", "Plan: A shop · as lived by 7"),
    ],
)
def test_the_title_says_whose_plan_it_is(persona, title):
    """By name, or by id where there is no name."""
    assert page(cjm.plan(shop(), persona=persona)).startswith(title + " ")


def test_neighbours_get_the_digits_that_tell_them_apart():
    """And no more than that."""
    shown = page(frontier(-1.0, -0.5001, -0.5002, -0.25))
    assert "−0.5001" in shown
    assert "−0.5002" in shown
    assert "28.41%" in page(frontier(0.5, 0.2841, 0.2839, objective="disappointed"))
    assert "28%" in page(frontier(0.5, 0.2841, 0.2739, objective="disappointed"))


def test_gains_that_nobody_can_see_are_left_out():
    """Of sets that look equal with four decimals the cheapest is shown."""
    shown = page(frontier(-1.0, -0.50000001, -0.5)).split("Efficient frontier")[1]
    assert "10  −0.5" in shown
    assert "20  −0.5" not in shown


def test_a_plan_tells_how_far_it_is():
    """Ever more sets, whatever is bettered."""
    for objective in ("balance", "disappointed"):
        told: list[int] = []
        cjm.plan(shop(), objective=objective, on_progress=told.append)
        assert told
        assert told == sorted(told)


def test_what_improvements_are_judged_by_is_on_the_page():
    """Before, after and the target; those without lifts are left out of the plan, which says so."""
    journey = cjm.loads(
        """
cjm: 1
touchpoints: {a: {expectation: 7, experience: 6}}
improvements:
  faq:
    title: FAQ
    phase: check
    judged_by:
      q: {title: Asked, unit: "%", before: 30, target: "<= 10", after: 15, measured: 2026-11-01}
  fast: {title: Fast, lifts: {a: 1}, judged_by: {w: {before: 7, target: "<= 5"}}}
"""
    )
    for language, told in (
        (
            "en",
            (
                "FAQ · check · no lifts: the plan leaves it out",
                "Asked 30% → 15% (2026-11-01), target ≤ 10%: missed",
                "w 7 → …, target ≤ 5: not measured yet",
                "not where they go",
            ),
        ),
        (
            "ru",
            (
                "FAQ · проверка · без lifts: в план не входит",
                "Asked 30 % → 15 % (2026-11-01), цель ≤ 10 %: не достигнута",
                "w 7 → …, цель ≤ 5: ещё не измерено",
                "а не то, куда они идут",
            ),
        ),
    ):
        page = plan_page(journey, cjm.plan(journey), language).replace("\u00a0", " ")
        assert [text for text in told if text not in page] == []
    assert cjm.plan(journey).chosen.improvements == ("fast",)
