"""Plans against every subset of the improvements."""

from __future__ import annotations

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.analysis.improving import improved
from cjm.analysis.knapsack import Program
from cjm.analysis.search import search
from cjm.journey import Improvement, Journey, Lift, Touchpoint, Transition


@st.composite
def journeys(draw, most=5):
    """Small journeys with a loop now and then, and improvements whose costs and gains tie."""
    count = draw(st.integers(2, 4))
    points = []
    for n in range(count):
        ways = [Transition(f"t{n + 1}", 0.6)] if n < count - 1 else []
        if ways and draw(st.booleans()):
            ways.append(Transition(f"t{draw(st.integers(0, n))}", 0.3))
        points.append(
            Touchpoint(
                f"t{n}",
                expectation=draw(st.integers(3, 9)),
                experience=draw(st.integers(0, 20)) / 2,
                next=tuple(ways),
            )
        )
    improvements = []
    for n in range(draw(st.integers(0, most))):
        where = draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=2))
        lifts = tuple(Lift(f"t{v}", draw(st.sampled_from([0.5, 1, 3]))) for v in sorted(where))
        cost = draw(st.sampled_from([0, 1, 1.5, 2, 3, 7.01]))
        improvements.append(Improvement(f"i{n}", lifts=lifts, cost=cost))
    return Journey("j", tuple(points), improvements=tuple(improvements))


def every_set(journey, objective):
    """Cost and objective (the higher the better) of every subset."""
    for size in range(len(journey.improvements) + 1):
        for chosen in itertools.combinations(journey.improvements, size):
            after = cjm.analyze(improved(journey, chosen))
            value = after.balance if objective == "balance" else -after.disappointed.share
            yield round(math.fsum(i.cost for i in chosen), 9), value


def front(points):
    """The efficient ones of cost and value, from the cheapest up."""
    kept = []
    for cost, value in sorted(points, key=lambda p: (p[0], -p[1])):
        if not kept or value > kept[-1][1] + 1e-7:
            kept.append((cost, value))
    return kept


@settings(max_examples=120)
@given(
    journeys(),
    st.sampled_from([0, 1, 2, 3.5, 5, 100]),
    st.sampled_from(["balance", "disappointed"]),
)
def test_a_plan_is_the_best_of_all_sets(journey, budget, objective):
    """Chosen is the cheapest of the best within the budget, next the cheapest better one."""
    points = list(every_set(journey, objective))
    sign = 1 if objective == "balance" else -1
    plan = cjm.plan(journey, budget, objective=objective)
    assert plan.optimal
    efficient = front(points)
    within = [p for p in efficient if p[0] <= budget]
    beyond = [p for p in efficient if p[0] > budget]
    assert (plan.chosen.cost, round(sign * plan.chosen.value, 6)) == (
        within[-1][0],
        round(within[-1][1], 6),
    )
    assert (plan.next is None) == (not beyond)
    if beyond:
        assert (plan.next.cost, round(sign * plan.next.value, 6)) == (
            beyond[0][0],
            round(beyond[0][1], 6),
        )


@settings(max_examples=60)
@given(journeys(), st.sampled_from(["balance", "disappointed"]))
def test_the_frontier_is_all_efficient_points(journey, objective):
    """Without a budget every efficient point is listed, and no other."""
    sign = 1 if objective == "balance" else -1
    plan = cjm.plan(journey, objective=objective)
    got = [(p.cost, round(sign * p.value, 6)) for p in plan.frontier]
    expected = front(every_set(journey, objective))
    assert got == [(cost, round(value, 6)) for cost, value in expected]


@settings(max_examples=60)
@given(journeys(most=7), st.sampled_from([0, 2, 4.5, 9]))
def test_the_mixed_integer_program_agrees_with_branch_and_bound(journey, budget):
    """HiGHS, which takes over where there are too many sets, finds the same gains."""
    analysis = cjm.analyze(journey)
    program = Program(analysis, journey.improvements)
    found = search(journey.improvements, lambda c: -program.gain(tuple(c)), most=50_000)
    assert found.proved
    best = max(program.gain(tuple(s)) for s in found.sets if math.fsum(i.cost for i in s) <= budget)
    assert abs(program.gain(program.best(program.in_units(budget))) - best) < 1e-6


def test_a_search_that_is_cut_short_says_so_and_bounds_what_it_missed():
    """Not proved, and no set is better than the bound."""
    points = (Touchpoint("a", expectation=8, experience=1),)
    improvements = tuple(
        Improvement(f"i{n}", lifts=(Lift("a", 0.1 * (n + 1)),), cost=n + 1) for n in range(12)
    )
    journey = Journey("j", points, improvements=improvements)
    program = Program(cjm.analyze(journey), improvements)
    found = search(improvements, lambda c: -program.gain(tuple(c)), most=20)
    assert not found.proved
    assert found.bound <= -program.gain(improvements) + 1e-9
