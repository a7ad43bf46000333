"""What was written beside the scores, as plain data: customers, metrics, where scores come from."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from cjm.analysis.gaps import paired_of
from cjm.analysis.money import customers_of

if TYPE_CHECKING:
    from cjm.analysis.touchpoints import TouchpointFigures
    from cjm.journey import Journey, Metric, Touchpoint


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

    `met` is None where the value or the target is missing. `interval` is None: a written value
    says nothing of its spread.
    """
    return {
        metric.id: {
            "title": metric.title,
            "value": metric.value,
            "unit": metric.unit,
            "target": metric.target and str(metric.target),
            "met": metric.met,
            "n": metric.n,
            "interval": None,
            "measured": metric.measured and metric.measured.isoformat(),
            "from": _source(metric.value),
        }
        for metric in metrics
    }


def below_expectation(point: Touchpoint, persona: str | None) -> float | None:
    """The share of respondents who got less than they expected, which only they can tell."""
    paired = paired_of(point, persona)
    return paired.below if paired else None


def sources_of(figures: TouchpointFigures) -> dict[str, Any]:
    """Where O and B come from, and what was written where something else has taken its place."""
    return {
        "expectation_from": _source(figures.expectation),
        "experience_from": _source(figures.experience),
        "written": {},
    }


def _source(value: float | None) -> Literal["written"] | None:
    """A journey holds what was written; nothing takes its place."""
    return None if value is None else "written"
