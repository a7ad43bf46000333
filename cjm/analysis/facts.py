"""What was written beside the scores, as plain data: customers, metrics, where scores come from."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from cjm.analysis.gaps import paired_of
from cjm.analysis.money import customers_of

if TYPE_CHECKING:
    from cjm.analysis.touchpoints import TouchpointFigures
    from cjm.journey import Journey, Metric, Score, Touchpoint


def number(value: float | None) -> float | None:
    """A number as JSON can hold it, whole where it is whole."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def customers_data(journey: Journey, persona: str | None) -> dict[str, Any] | None:
    """How many customers there are, and what one brings; None where a persona has no share."""
    count = customers_of(journey, persona)
    if journey.customers is None or count is None:
        return None
    return {
        "value": number(count),
        "per": journey.customers.per,
        "worth": journey.customers.worth,
        "currency": journey.customers.currency,
    }


def metrics_of(point: Touchpoint, persona: str | None) -> tuple[Metric, ...]:
    """The metrics of a touchpoint: a persona's own replace everybody's."""
    own = point.scores_of(persona).metrics if persona is not None else ()
    return own or point.metrics


def metrics_data(metrics: Iterable[Metric]) -> dict[str, dict[str, Any]]:
    """By id: what was measured, what should be, and whether it is so.

    `met` is None where the value or the target is missing, `interval` where it is not known: a
    written value says nothing of its spread.
    """
    return {
        metric.id: {
            "title": metric.title,
            "value": metric.value,
            "unit": metric.unit,
            "target": metric.target and str(metric.target),
            "met": metric.met,
            "n": metric.n,
            "interval": _interval(metric),
            "measured": metric.measured and metric.measured.isoformat(),
            "from": _from(metric.value, metric.measurement is not None),
        }
        for metric in metrics
    }


def _interval(metric: Metric) -> list[float] | None:
    """The 95 % interval that an overlay gives."""
    interval = metric.measurement and metric.measurement.interval
    return list(interval) if interval else None


def below_expectation(point: Touchpoint, persona: str | None) -> float | None:
    """The share of respondents who got less than they expected, which only they can tell."""
    paired = paired_of(point, persona)
    return paired.below if paired else None


SIDES = ("expectation", "experience")
Source = Literal["written", "measured"]


def sources_of(
    figures: TouchpointFigures, point: Touchpoint, persona: str | None
) -> dict[str, Any]:
    """Where O and B come from, and what was written where something else has taken its place."""
    replaced = {side: written_score(point, persona, side) for side in SIDES}
    return {
        "expectation_from": _from(figures.expectation, _measured(point, persona, "expectation")),
        "experience_from": _from(figures.experience, _measured(point, persona, "experience")),
        "written": {side: number(s.score) for side, s in replaced.items() if s is not None},
    }


def score_of(point: Touchpoint, persona: str | None, side: str) -> Score | None:
    """The score of a side that counts: a persona's own, else everybody's."""
    own = None if persona is None else getattr(point.scores_of(persona), side)
    score: Score | None = own or getattr(point, side)
    return score


def written_score(point: Touchpoint, persona: str | None, side: str) -> Score | None:
    """The score that was written by hand and is replaced by a measured one; None without one."""
    score = score_of(point, persona, side)
    if score is None or score.measurement is None:
        return None
    replaced: Score | None = score.measurement.replaced
    return replaced


def _measured(point: Touchpoint, persona: str | None, side: str) -> bool:
    """Whether a side is measured; a mean of the personas is where one of theirs is."""
    score = score_of(point, persona, side)
    scores = [score] if score else [getattr(own, side) for own in point.by_persona]
    return any(s is not None and s.measurement is not None for s in scores)


def _from(value: float | None, measured: bool) -> Source | None:
    """Where a value comes from; None where there is none."""
    if value is None:
        return None
    return "measured" if measured else "written"
