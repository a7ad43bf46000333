"""Figures in a notebook: tables of an analysis and of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from cjm.analysis.one_score import only_side
from cjm.i18n import say
from cjm.notebook.cell import NONE, Cell
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.analysis.plans import Plan, PlanPoint
    from cjm.analysis.touchpoints import TouchpointFigures


def analysis_table(analysis: Analysis, cell: Cell) -> str:
    """The figures of a journey, a row a touchpoint."""
    title = analysis.journey.title
    if analysis.persona is not None:
        title = f"{title} · {analysis.journey.persona(analysis.persona).name}"
    head = [f"<strong>{escape(title)}</strong>", *_gap_figures(analysis, cell)]
    success = analysis.outcomes["success"]
    if success is not None:
        share = cell.percentage(success, analysis.is_assumed("outcomes.success"))
        head.append(f"{cell.term('success')} {share}")
    personas = _personas(analysis)
    columns = [
        cell.word(say("touchpoint")),
        *(cell.term(side, short=True) for side in ("expectation", "experience", "gap")),
        *(escape(persona.name) for persona in personas),
        *(cell.term(figure) for figure in ("reach", "impact", "moment-of-truth")),
    ]
    known = [analysis.touchpoints, *(persona.figures for persona in personas)]
    alone = only_side([figures for part in known for figures in part]) is not None
    rows = (_row(analysis, place, personas, alone, cell) for place in range(len(known[0])))
    return cell.table(head, columns, rows, (0, len(columns) - 1))


def _gap_figures(analysis: Analysis, cell: Cell) -> list[str]:
    """Balance and disappointed share; nothing where customers meet nothing that is measured."""
    if analysis.unmeasured:
        return []
    unhappy, balance = analysis.disappointed, analysis.balance
    side = analysis.on_average
    total = cell.total(balance, balance is not None and analysis.is_assumed("balance"))
    share = NONE
    if unhappy is not None:
        assumed = analysis.is_assumed("disappointed")
        share = cell.estimate(unhappy.share, unhappy.exact, assumed)
    means = say("on average below expectation")
    if side == "not below":
        means = say("on average not below expectation")
    return [
        f"{cell.term('balance', short=True)} {total}",
        cell.word(means) if side else f"{cell.term('disappointed')} {share}",
    ]


class _Persona(NamedTuple):
    """A persona with scores of its own, and where it has them."""

    name: str
    figures: Sequence[TouchpointFigures]
    places: tuple[int, ...]


def _personas(analysis: Analysis) -> list[_Persona]:
    """The personas that have scores of their own somewhere; none where the table is of one."""
    if analysis.persona is not None:
        return []
    found = []
    for persona, part in zip(analysis.journey.personas, analysis.personas, strict=True):
        places = [
            place
            for place, point in enumerate(analysis.journey.touchpoints)
            for own in point.by_persona
            if own.persona == persona.id and (own.expectation or own.experience)
        ]
        if places:
            found.append(_Persona(persona.name, part.touchpoints, tuple(places)))
    return found


def _row(
    analysis: Analysis, place: int, personas: Sequence[_Persona], alone: bool, cell: Cell
) -> tuple[str, ...]:
    """A touchpoint's figures, each persona's own among them, where it has some."""
    figures = analysis.touchpoints[place]
    reasons = ", ".join(cell.reasons(figures.moment_of_truth, analysis.tied, analysis.one_ending))
    return (
        escape(analysis.journey.touchpoints[figures.place].title),
        cell.score(figures.expectation, figures.digits),
        cell.score(figures.experience, figures.digits),
        cell.gap(figures),
        *(cell.own(p.figures[place], alone) if place in p.places else "" for p in personas),
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
