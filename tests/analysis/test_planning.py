"""Plans that would never end give the best set so far, and say so."""

from __future__ import annotations

import random

import pytest

import cjm
from cjm.analysis import planning
from cjm.journey import Improvement, Journey, Lift, Touchpoint, Transition


def long_way(improvements: int) -> Journey:
    """Touchpoints with ways back to the start, and improvements of uneven cost."""
    luck = random.Random(1)
    points = []
    for n in range(21):
        ways = (Transition(f"p{n + 1}", 0.9), Transition("p0", 0.05)) if n < 20 else ()
        points.append(
            Touchpoint(
                f"p{n}",
                expectation=luck.randint(5, 10),
                experience=luck.randint(0, 5),
                next=ways,
                outcome=None if ways else "success",
            )
        )
    work = tuple(
        Improvement(
            f"i{n}",
            lifts=(Lift(f"p{n % 21}", luck.randint(1, 3)), Lift(f"p{(n + 7) % 21}", 1)),
            cost=round(luck.uniform(10, 100), 4),
        )
        for n in range(improvements)
    )
    return Journey("long", tuple(points), improvements=work)


def test_thirty_improvements_of_uneven_cost_are_planned_exactly() -> None:
    """For the balance, by dominance: proved, and within the budget."""
    plan = cjm.plan(long_way(30), 300)
    assert plan.optimal
    assert plan.chosen.cost <= 300
    assert plan.next is not None
    assert plan.next.cost > 300


def test_a_share_is_planned_as_far_as_the_work_reaches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not proved; better than nothing done; twice the same."""
    monkeypatch.setattr(planning, "MOST_WORK", 300_000)
    plans = [cjm.plan(long_way(12), 300, objective="disappointed") for _ in range(2)]
    assert plans[0] == plans[1]
    assert not plans[0].optimal
    assert plans[0].chosen.cost <= 300
    assert plans[0].chosen.value < plans[0].before


def test_without_scipy_a_plan_is_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where dominance gives up and the program cannot be solved: not proved, with a bound."""
    monkeypatch.setitem(__import__("sys").modules, "scipy.optimize", None)
    monkeypatch.setattr(planning, "MOST_SETS", 100)
    monkeypatch.setattr(planning, "MOST_GAINS", 200)
    plan = cjm.plan(long_way(20), 300)
    assert not plan.optimal
    assert plan.bound is not None
    assert plan.chosen.value > plan.before
    assert plan.bound >= plan.chosen.value - 1e-9
