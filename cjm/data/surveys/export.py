"""What was measured as plain data: the keys of an overlay, every number unrounded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cjm.journey import Metric, Paired, PersonaScores, Score
from cjm.journey.measured import LeftOutRows, Measured, MeasuredTouchpoint, Thin
from cjm.journey.measurement import Measurement

VERSION = 1


def measured_data(measured: Measured) -> dict[str, Any]:
    """An overlay as JSON has it.

    Args:
        measured: What was measured of one journey.

    Returns:
        The overlay's keys; None where a figure does not exist, {} and [] where there are none.
    """
    return {
        "journey": measured.journey,
        "state": measured.state,
        "scale": list(measured.scale),
        "period": measured.period and _days(measured.period.first, measured.period.last),
        "sources": {
            each.source: {
                "rows": each.rows,
                "used": each.used,
                **_days(each.first, each.last),
            }
            for each in measured.sources
        },
        "scores": {point.touchpoint: _point(point) for point in measured.scores},
        "by_persona": {
            own.persona: {
                "metrics": _metrics(own.metrics),
                "thin_metrics": dict(own.thin_metrics),
            }
            for own in measured.by_persona
        },
        "metrics": _metrics(measured.metrics),
        "thin": {
            point.id: {
                **_thin(point),
                "by_persona": {own.id: _thin(own) for own in point.by_persona},
            }
            for point in measured.thin
        },
        "thin_metrics": dict(measured.thin_metrics),
        "left_out": {source: _reasons(reasons) for source, reasons in measured.left_out},
    }


def _point(point: MeasuredTouchpoint) -> dict[str, Any]:
    return {
        **_sides(point),
        "by_persona": {
            own.persona: {**_sides(own), "metrics": _metrics(own.metrics)}
            for own in point.by_persona
        },
        "metrics": _metrics(point.metrics),
        "topics": {
            each.topic: {"reviews": each.reviews, "negative": each.negative, "pain": each.pain}
            for each in point.topics
        },
        "quotes": [{"quote": each.quote, "source": each.source} for each in point.quotes],
    }


def _sides(of: MeasuredTouchpoint | PersonaScores) -> dict[str, Any]:
    return {
        "expectation": _score(of.expectation),
        "experience": _score(of.experience),
        "paired": _paired(of.paired),
    }


def _score(score: Score | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "score": score.score,
        "n": score.n,
        "effective": _details(score).effective,
        "sd": score.sd,
        "measured": _day(score.measured),
        "source": score.source,
    }


def _paired(paired: Paired | None) -> dict[str, Any] | None:
    if paired is None:
        return None
    return {
        "n": paired.n,
        "effective": _details(paired).effective,
        "sd": paired.sd,
        "below": paired.below,
    }


def _metrics(metrics: Iterable[Metric]) -> dict[str, Any]:
    return {
        metric.id: {
            "value": metric.value,
            "unit": metric.unit,
            "n": metric.n,
            "effective": _details(metric).effective,
            "interval": interval and list(interval),
            "measured": _day(metric.measured),
            "source": _details(metric).source,
        }
        for metric in metrics
        for interval in (_details(metric).interval,)
    }


def _details(of: Score | Paired | Metric) -> Measurement:
    return of.measurement or Measurement()


def _thin(group: Thin) -> dict[str, Any]:
    return {
        "expectation": group.expectation,
        "experience": group.experience,
        "metrics": dict(group.metrics),
    }


def _reasons(reasons: Iterable[LeftOutRows]) -> dict[str, Any]:
    """As `cjm.data.left_out.as_data` has them: a count, or rows and the values in them."""
    return {
        each.reason: {"rows": each.rows, "values": dict(each.values)} if each.values else each.rows
        for each in reasons
    }


def _days(first: date | None, last: date | None) -> dict[str, str | None]:
    return {"from": _day(first), "to": _day(last)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
