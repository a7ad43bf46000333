"""What to fix first: the best set of improvements within a budget, and the efficient frontier."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from cjm.analysis.core import Analysis, analyze
from cjm.analysis.improving import improved, open_improvements
from cjm.analysis.obstacles import OBSTACLES
from cjm.analysis.plans import Objective, Plan, PlanPoint
from cjm.analysis.search import Tally
from cjm.analysis.unsolved import note
from cjm.errors import CjmError, UsageError
from cjm.i18n import Message, say
from cjm.journey import Improvement, Journey
from cjm.names import OBJECTIVES
from cjm.project.opening import opened
from cjm.rounding import rounded

MOST_SETS = 200_000
"""Sets of improvements that dominance looks at: about a second."""
MOST_GAINS = 5_000
MOST_SHARES = 5_000
"""Sets that branch and bound values at most; a share takes longer than a gain."""
MOST_WORK = 1_500_000
"""States, products and steps that all shares of a plan may take: some seconds."""
MOST_KEPT = 128
"""Sets whose figures are remembered: all of those of seven improvements."""
FIRST_SETS = 24
"""Sets efficient for the balance that a search for the share begins with."""


def plan(
    journey: Journey | str | os.PathLike[str],
    budget: float | None = None,
    *,
    objective: Objective = "balance",
    persona: str | None = None,
    on_progress: Callable[[int], object] | None = None,
    measured: bool = True,
) -> Plan:
    """What to fix first: which improvements to make within a budget.

    `budget` is in the unit of the improvements' costs; without one, the whole frontier is worked
    out and the best point chosen. `objective` "balance" is maximised and "disappointed", a share,
    minimised: by branch and bound, and where the sets are too many for that, the balance by a
    mixed-integer program. `on_progress` is told, from time to time, how many sets have been looked
    at; `measured` is whether the overlay beside a file counts. Raises UsageError for an unknown
    persona, objective or a budget that is
    negative or infinite, and CjmError where there is no flow.
    """
    journey = opened(journey, measured)
    _refuse(objective, budget)
    return plan_of(analyze(journey, persona), budget, objective, on_progress)


def plan_of(
    analysis: Analysis,
    budget: float | None = None,
    objective: Objective = "balance",
    on_progress: Callable[[int], object] | None = None,
) -> Plan:
    """The plan of a journey whose figures are known; raises CjmError where there is no flow."""
    journey = analysis.journey
    if analysis.flow is None or analysis.balance is None:
        raise CjmError(
            say("{id}: there is no {objective} to improve", id=journey.id, objective=objective),
            help=_why_none(analysis),
        )
    candidates = open_improvements(journey)
    tally = Tally(on_progress)
    frontier, optimal, bound = _solved(analysis, candidates, objective, budget, tally)
    within = [point for point in frontier if budget is None or point.cost <= budget]
    beyond = [point for point in frontier if budget is not None and point.cost > budget]
    return Plan(
        journey=journey.id,
        persona=analysis.persona,
        objective=objective,
        budget=budget,
        before=within[0].value,
        chosen=within[-1],
        next=beyond[0] if beyond else None,
        frontier=tuple(frontier) if budget is None else (),
        optimal=optimal,
        bound=bound,
        fixes=analysis.fixes,
        title=journey.title,
        language=journey.language,
        assumed=within[0].assumed,
    )


def _refuse(objective: str, budget: float | None) -> None:
    """Raise UsageError for an objective or a budget that nothing can be planned for."""
    if objective not in OBJECTIVES:
        raise UsageError(
            say("there is no objective {objective!r}", objective=objective),
            help=say("known: {known}", known=", ".join(OBJECTIVES)),
        )
    if budget is not None and not 0 <= budget < math.inf:
        raise UsageError(say("a budget is a number, 0 or more"))


def _why_none(analysis: Analysis) -> Message:
    """Why there is no balance."""
    if analysis.obstacle:
        return OBSTACLES[analysis.obstacle]
    if analysis.unmeasured:
        return say("customers meet no touchpoint with an expectation and an experience")
    return say("the scores are too large: cjm check")


def _solved(
    analysis: Analysis,
    candidates: Sequence[Improvement],
    objective: Objective,
    budget: float | None,
    tally: Tally,
) -> tuple[list[PlanPoint], bool, float | None]:
    """Efficient points from the cheapest up, whether they are proved, else a bound."""
    improved = _Improved(analysis)
    if objective == "balance":
        sets, proved, bound = _balance_sets(analysis, candidates, budget, tally)
    else:
        sets, proved, bound = _disappointed_sets(improved, candidates, budget, tally)
    points = [_point(improved, chosen, objective) for chosen in sets]
    return points, proved, None if proved else bound


Solved = tuple[list[tuple[Improvement, ...]], bool, float | None]


def _balance_sets(
    analysis: Analysis, candidates: Sequence[Improvement], budget: float | None, tally: Tally
) -> Solved:
    """By dominance where the sets are not too many, else by the mixed-integer program.

    What neither can do, branch and bound does as far as it gets.
    """
    from cjm.analysis.knapsack import Program, SolverError
    from cjm.analysis.search import search

    program = Program(analysis, candidates, tally)
    sets = program.efficient(MOST_SETS)
    if sets is not None:
        return sets, True, None
    best = (analysis.balance or 0.0) + program.gain(tuple(candidates))
    try:
        points = program.points(budget)
        return points, program.complete, None if program.complete else best
    except SolverError:

        def loss(chosen: Sequence[Improvement]) -> float:
            tally()
            return -program.gain(tuple(chosen))

        found = search(candidates, loss, most=MOST_GAINS)
        return found.sets, found.proved, (analysis.balance or 0.0) - found.bound


def _disappointed_sets(
    improved: _Improved, candidates: Sequence[Improvement], budget: float | None, tally: Tally
) -> Solved:
    """By branch and bound, from sets that are good for the balance; as far as the work reaches."""
    from cjm.analysis.search import search

    exact = []
    work = 0

    def share(chosen: Sequence[Improvement]) -> float:
        nonlocal work
        tally()
        analysis = improved(chosen)
        after = analysis.disappointed
        work += analysis.work
        if work > MOST_WORK and find_spec("numpy") is None:
            note("plan")  # the same work takes less with it
        exact.append(after is not None and after.exact)
        return after.share if after else 0.0

    found = search(
        candidates,
        share,
        most=MOST_SHARES,
        first=_promising(improved.before, candidates, budget, tally),
        enough=lambda: work > MOST_WORK,
    )
    if not all(exact):  # simulated shares prove nothing
        return found.sets, False, None
    return found.sets, found.proved, found.bound


def _promising(
    analysis: Analysis, candidates: Sequence[Improvement], budget: float | None, tally: Tally
) -> list[tuple[Improvement, ...]]:
    """Some sets efficient for the balance, the best within the budget first."""
    sets, _, _ = _balance_sets(analysis, candidates, budget, tally)
    within = [chosen for chosen in sets if budget is None or total_cost(chosen) <= budget]
    apart = max(1, len(sets) // FIRST_SETS)
    return [*within[-1:], *sets[::apart]]


class _Improved:
    """The journey with sets of its improvements done: what the search valued, the plan tells of.

    So the figures of a set are worked out once.
    """

    def __init__(self, before: Analysis) -> None:
        self.before = before
        self._known: dict[tuple[str, ...], Analysis] = {}

    def __call__(self, chosen: Sequence[Improvement]) -> Analysis:
        ids = tuple(improvement.id for improvement in chosen)
        if ids not in self._known:
            if len(self._known) == MOST_KEPT:
                self._known.clear()
            after = improved(self.before.journey, chosen)
            self._known[ids] = Analysis.improved(after, self.before)
        return self._known[ids]


def _point(improved: _Improved, chosen: Sequence[Improvement], objective: Objective) -> PlanPoint:
    after = improved(chosen)
    unhappy = after.disappointed if objective == "disappointed" else None
    value = unhappy.share if unhappy else after.balance
    if value is None:
        raise CjmError(
            say(
                "{id}: the {objective} is too large a number",
                id=after.journey.id,
                objective=objective,
            )
        )
    return PlanPoint(
        tuple(i.id for i in chosen),
        total_cost(chosen),
        round(value, 12) + 0.0,
        after.is_assumed(objective),
    )


def total_cost(chosen: Sequence[Improvement]) -> float:
    """What a set of improvements costs, free of the noise of binary fractions."""
    return rounded(sum(i.cost for i in chosen))
