"""Key figures: an assessed journey → the few figures that an overview says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.checking.results import KeyFigures

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.checking.assess import Assessment

EVERYBODY = ""
"""What stands for all customers where a persona's id could."""


def key_figures(assessment: Assessment, persona: str) -> KeyFigures | None:
    """The figures of all customers or of one persona; none of a journey with faults.

    A journey that does not have the persona has a title only.
    """
    whole = assessment.analysis
    if whole is None or assessment.faults:
        return None
    personas = tuple(p.id for p in whole.journey.personas)
    title = KeyFigures(whole.journey.title or whole.journey.id, personas=personas)
    if persona == EVERYBODY:
        return _with_figures(title, whole)
    if persona not in personas:
        return title
    return _with_figures(title, whole.personas[personas.index(persona)])


def _with_figures(title: KeyFigures, analysis: Analysis) -> KeyFigures:
    unhappy = analysis.disappointed
    figures = title._replace(
        balance=analysis.balance,
        disappointed=None if unhappy is None else unhappy.share,
        simulated=unhappy is not None and not unhappy.exact,
        success=analysis.outcomes["success"],
        negative_moments_of_truth=(
            None if analysis.unmeasured else len(analysis.negative_moments_of_truth)
        ),
        assumed=tuple(key for key, name in _ASSUMED.items() if analysis.is_assumed(name)),
    )
    worst = analysis.worst_touchpoint
    if worst is None:
        return figures
    return figures._replace(
        worst=worst.id,
        worst_title=analysis.journey.touchpoints[worst.place].title,
        worst_gap=worst.gap,
        worst_tied=analysis.worst_tied,
        worst_level=worst.level,
        worst_scores=(worst.expectation or 0.0, worst.experience or 0.0, worst.digits),
    )


_ASSUMED = {
    "balance": "balance",
    "disappointed": "disappointed",
    "success": "outcomes.success",
}
"""A figure of an overview → its name in the analysis."""
