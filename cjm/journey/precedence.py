"""Precedence: which of two values of one thing counts, the written or the measured one.

Of each score, side by side and persona by persona, the later `measured` date wins; on a tie the
overlay; a value without a date loses to any dated one; what only one of them has comes from it. A
score is taken whole, but for the author's reasons, which no survey gives. Metrics likewise, with
the journey's title and target. Paired evidence counts while both sides come from its own file.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from typing import Any, TypeVar

from cjm.journey.by_persona import PersonaScores
from cjm.journey.journey import Journey
from cjm.journey.measured import Measured, MeasuredTouchpoint
from cjm.journey.measurement import Measurement
from cjm.journey.metrics import Metric
from cjm.journey.scores import Paired, Score
from cjm.journey.touchpoint import Touchpoint
from cjm.records import replace

PER_CENT = {"csat": "%", "fcr": "%"}
"""Metrics that are measured as a percentage."""

Pair = tuple[Paired | None, Paired | None]
"""The pair that counts, and the written one that does not."""
Holder = TypeVar("Holder", Touchpoint, PersonaScores)
Value = TypeVar("Value", Score, Paired, Metric)


def with_measured(journey: Journey, measured: Measured) -> Journey:
    """The journey with the values that count, each of which knows where it comes from.

    Args:
        journey: The journey as it is written.
        measured: What its overlay says; ids that the journey lacks are passed over.

    Returns:
        The journey, with its overlay in it: a measured score or metric has a `measurement`, in
        which the written one stands that it replaced. `written` is the way back.
    """
    at = {found.touchpoint: found for found in measured.scores}
    people = {persona.id for persona in journey.personas}
    points = tuple(
        _point(point, at[point.id], people) if point.id in at else point
        for point in journey.touchpoints
    )
    metrics = _metrics(journey.metrics, measured.metrics)
    return replace(journey, touchpoints=points, metrics=metrics, overlay=measured)


def written(journey: Journey) -> Journey:
    """The journey as it is written: without what an overlay gave it."""
    if journey.overlay is None:
        return journey
    measured = journey.overlay
    at = {found.touchpoint: found for found in measured.scores}
    points = tuple(
        _written_point(point, at[point.id]) if point.id in at else point
        for point in journey.touchpoints
    )
    metrics = _written_metrics(journey.metrics)
    return replace(journey, touchpoints=points, metrics=metrics, overlay=None)


def measured_wins(written: date | None, measured: date | None) -> bool:
    """Whether a measured value of that day counts, and not the written one."""
    if measured is None:
        return written is None
    return written is None or measured >= written


# ---- one touchpoint -------------------------------------------------------------------------


def _point(point: Touchpoint, at: MeasuredTouchpoint, people: Set[str]) -> Touchpoint:
    expectation = _score(point.expectation, at.expectation)
    experience = _score(point.experience, at.experience)
    sides = (expectation, experience)
    paired, lost = _pair(point.paired, at.paired, sides)
    return replace(
        point,
        expectation=expectation,
        experience=experience,
        paired=paired,
        written_pair=lost,
        by_persona=_by_persona(point, at, people, sides),
        metrics=_metrics(point.metrics, at.metrics),
        quotes=(*point.quotes, *told_quotes(at)),
    )


def told_quotes(at: MeasuredTouchpoint) -> tuple[str, ...]:
    """Words of customers that reviews hold, each with the name of its source."""
    return tuple(f"{q.quote} ({q.source})" if q.source else q.quote for q in at.quotes)


def _by_persona(
    point: Touchpoint,
    at: MeasuredTouchpoint,
    people: Set[str],
    everybody: tuple[Score | None, Score | None],
) -> tuple[PersonaScores, ...]:
    measured = {own.persona: own for own in at.by_persona if own.persona in people}
    known = [own.persona for own in point.by_persona]
    personas = [*known, *(id for id in measured if id not in known)]
    return tuple(
        _of_persona(
            point.scores_of(id), measured.get(id, PersonaScores(id)), everybody, point.metrics
        )
        for id in personas
    )


def _of_persona(
    own: PersonaScores,
    measured: PersonaScores,
    everybody: tuple[Score | None, Score | None],
    everybodys: tuple[Metric, ...],
) -> PersonaScores:
    expectation = _score(own.expectation, measured.expectation)
    experience = _score(own.experience, measured.experience)
    sides = (expectation or everybody[0], experience or everybody[1])
    paired, lost = _pair(own.paired, measured.paired, sides)
    return replace(
        own,
        expectation=expectation,
        experience=experience,
        paired=paired,
        written_pair=lost,
        metrics=_aimed(_metrics(own.metrics, measured.metrics), everybodys),
    )


def _score(own: Score | None, measured: Score | None) -> Score | None:
    """The score that counts."""
    if measured is None:
        return own
    if own is None:
        return _marked(measured)
    if not measured_wins(own.measured, measured.measured):
        return own
    details = replace(measured.measurement or Measurement(), replaced=own)
    return replace(measured, because=own.because, measurement=details)


def _pair(
    own: Paired | None, measured: Paired | None, sides: tuple[Score | None, Score | None]
) -> Pair:
    origins = {side.measurement is not None for side in sides if side is not None}
    if measured is not None and origins <= {True}:
        return _marked(measured), own
    return (own, None) if origins <= {False} else (None, own)


def _metrics(own: tuple[Metric, ...], measured: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """The metrics that count: those that are written in their order, then the others."""
    others = {metric.id: metric for metric in measured}
    known = tuple(_metric(metric, others.pop(metric.id, None)) for metric in own)
    return (*known, *(_with_unit(_marked(metric), None) for metric in others.values()))


def _aimed(metrics: tuple[Metric, ...], known: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """A persona's measured metrics with the titles and targets of everybody's."""
    aims = {metric.id: metric for metric in known}
    return tuple(
        replace(metric, title=aims[metric.id].title, target=aims[metric.id].target)
        if metric.measurement and metric.measurement.replaced is None and metric.id in aims
        else metric
        for metric in metrics
    )


def metrics_for(journey: Journey, persona: str | None) -> tuple[Metric, ...]:
    """The metrics of the whole journey, in a persona's view its own in place of everybody's.

    Only an overlay has those by persona; titles and targets are everybody's.
    """
    people = journey.overlay.by_persona if journey.overlay and persona is not None else ()
    measured = next((each.metrics for each in people if each.persona == persona), ())
    own = {metric.id: metric for metric in _aimed(_metrics((), measured), journey.metrics)}
    known = tuple(own.pop(metric.id, metric) for metric in journey.metrics)
    return (*known, *own.values())


def _marked(value: Value) -> Value:
    """A measured value that says so, whoever built it."""
    return value if value.measurement else replace(value, measurement=Measurement())


def _metric(own: Metric, measured: Metric | None) -> Metric:
    if measured is None:
        return own
    if own.value is not None and not measured_wins(own.measured, measured.measured):
        return own
    details = replace(measured.measurement or Measurement(), replaced=own)
    metric = replace(measured, title=own.title, target=own.target, measurement=details)
    return _with_unit(metric, own.unit)


def _with_unit(metric: Metric, written: str | None) -> Metric:
    unit = metric.unit or PER_CENT.get(metric.id) or written
    return metric if unit == metric.unit else replace(metric, unit=unit)


# ---- the way back ---------------------------------------------------------------------------


def _written_point(point: Touchpoint, at: MeasuredTouchpoint) -> Touchpoint:
    people = (_unmeasured(own) for own in point.by_persona)
    quotes, told = point.quotes, told_quotes(at)
    if told and quotes[-len(told) :] == told:
        quotes = quotes[: -len(told)]
    known = tuple(own for own in people if own != PersonaScores(own.persona))
    return replace(_unmeasured(point), by_persona=known, quotes=quotes)


def _unmeasured(holder: Holder) -> Holder:
    """Scores, pair and metrics of a touchpoint or a persona there as they are written."""
    changes: dict[str, Any] = {
        "expectation": _written_of(holder.expectation),
        "experience": _written_of(holder.experience),
        "metrics": _written_metrics(holder.metrics),
        "written_pair": None,
    }
    if holder.paired is None or holder.paired.measurement is not None:
        changes["paired"] = holder.written_pair
    return replace(holder, **changes)


def _written_of(score: Score | None) -> Score | None:
    """What is written in place of a score; the score itself where that is."""
    if score is None or score.measurement is None:
        return score
    replaced: Score | None = score.measurement.replaced
    return replaced


def _written_metrics(metrics: tuple[Metric, ...]) -> tuple[Metric, ...]:
    own = (m if m.measurement is None else m.measurement.replaced for m in metrics)
    return tuple(metric for metric in own if metric is not None)
