"""Figures in a notebook: tables of an analysis and of a plan."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cjm.i18n import say
from cjm.notebook.cell import NONE, Cell

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.analysis.plans import Plan, PlanPoint
    from cjm.analysis.touchpoints import TouchpointFigures


def analysis_table(analysis: Analysis, cell: Cell) -> str:
    """The figures of a journey, a row a touchpoint."""
    title = analysis.journey.title
    if analysis.persona is not None:
        title = f"{title} · {analysis.journey.persona(analysis.persona).name}"
    success = analysis.outcomes["success"]
    assumed = success is not None and analysis.is_assumed("outcomes.success")
    head = [
        f"<strong>{escape(title)}</strong>",
        *_gap_figures(analysis, cell),
        f"{cell.term('success')} {cell.percentage(success, assumed)}",
    ]
    columns = [
        cell.word(say("touchpoint")),
        *(cell.term(side, short=True) for side in ("expectation", "experience", "gap")),
        *(cell.term(figure) for figure in ("reach", "impact", "moment-of-truth")),
    ]
    rows = (_row(analysis, figures, cell) for figures in analysis.touchpoints)
    return cell.table(head, columns, rows, (0, len(columns) - 1))


def _gap_figures(analysis: Analysis, cell: Cell) -> list[str]:
    """Balance and disappointed share; nothing where customers meet nothing that is measured."""
    if analysis.unmeasured:
        return []
    unhappy, balance = analysis.disappointed, analysis.balance
    side = analysis.on_average
    total = cell.total(balance, balance is not None and analysis.is_assumed("balance"))
    share = cell.estimate(unhappy, unhappy is not None and analysis.is_assumed("disappointed"))
    means = say("on average below expectation")
    if side == "not below":
        means = say("on average not below expectation")
    return [
        f"{cell.term('balance', short=True)} {total}",
        cell.word(means) if side else f"{cell.term('disappointed')} {share}",
    ]


def _row(analysis: Analysis, figures: TouchpointFigures, cell: Cell) -> tuple[str, ...]:
    reasons = ", ".join(cell.reasons(figures.moment_of_truth, analysis.tied))
    return (
        escape(analysis.journey.touchpoints[figures.place].title),
        cell.score(figures.expectation, figures.digits),
        cell.score(figures.experience, figures.digits),
        cell.gap(figures),
        cell.percentage(figures.reach, figures.is_assumed("reach")),
        cell.total(figures.impact, figures.is_assumed("impact")),
        f"★ {reasons}" if reasons else "",
    )


def plan_table(plan: Plan, cell: Cell) -> str:
    """The points of a plan, a row each."""
    share = plan.objective == "disappointed"
    value = cell.percentage if share else cell.total
    name = cell.term(plan.objective, short=True)
    chosen = value(plan.chosen.value, plan.chosen.assumed)
    head = [
        f"<strong>{escape(plan.title)}</strong>",
        f"{name} {value(plan.before, plan.assumed)} → {chosen}",
    ]
    if plan.budget is not None:
        head.append(f"{cell.word(say('budget'))} {cell.quantity(plan.budget)}")
    points = list(plan.frontier) or [plan.chosen, *([plan.next] if plan.next else [])]
    rows = (
        (_improvements(point, plan), cell.quantity(point.cost), value(point.value, point.assumed))
        for point in points
    )
    columns = (cell.word(say("improvements")), cell.word(say("cost")), name)
    return cell.table(head, columns, rows, (0,))


def _improvements(point: PlanPoint, plan: Plan) -> str:
    """What is done at a point; the one that was chosen is marked."""
    done = escape(", ".join(point.improvements)) or NONE
    return f"<strong>★ {done}</strong>" if point == plan.chosen else done
