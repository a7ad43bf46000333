"""Measured places: a finding about a value that an overlay holds points there.

Rules speak of a value by its way through the journey. Which file it stands in is decided here, once
for all of them: the written value that a measured one replaced is related.
"""

from __future__ import annotations

from cjm.diagnostics import Beside, Diagnostic, Place, Route
from cjm.i18n import say
from cjm.journey import Journey, Metric, PersonaScores, Score, Touchpoint
from cjm.tuples import NamedTuple

SIDES = ("expectation", "experience")
POINTS, PEOPLE, METRICS, PAIRED = "touchpoints", "by_persona", "metrics", "paired"


class _Value(NamedTuple):
    """A measured value: the way to it, the same for both files, and whether it is written, too."""

    route: Route
    is_written: bool


def at_overlay(diagnostic: Diagnostic, journey: Journey, file: str) -> Diagnostic:
    """The diagnostic where its value stands: in the overlay `file` where that was measured."""
    place, related = diagnostic.place, diagnostic.related
    if diagnostic.file is not None or not isinstance(place, Place):
        return diagnostic
    if place.route[0] == "thin":
        return diagnostic._replace(file=file)
    value = _measured_value(journey, place.route)
    if value is None:
        return diagnostic
    if diagnostic.in_journey:
        there = Beside(say("this is measured"), _in_overlay(place, value), file)
        return diagnostic._replace(related=(*related, there))
    if value.is_written:
        own = Place(value.route if value.route[-1] == PAIRED else (*value.route, _number(value)))
        related = (*related, Beside(say("this is written"), own))
    return diagnostic._replace(place=_in_overlay(place, value), file=file, related=related)


def _number(value: _Value) -> str:
    """The key of the number itself, of a score or of a metric."""
    return "score" if value.route[-1] in SIDES else "value"


def _in_overlay(place: Place, value: _Value) -> Place:
    """The same place there, where `scores` holds the touchpoints."""
    route = place.route
    if route == value.route and not place.key and route[-1] != PAIRED:
        route = (*route, _number(value))
    if route[0] == POINTS:
        route = ("scores", *route[1:])
    return Place(route, place.key)


def _measured_value(journey: Journey, route: Route) -> _Value | None:
    """The measured value that a way leads to or into; None where it leads to none."""
    if len(route) >= 2 and route[0] == METRICS:
        return _metric(journey.metrics, route[:2])
    if len(route) < 3 or route[0] != POINTS:
        return None
    point = next((p for p in journey.touchpoints if p.id == route[1]), None)
    if point is None:
        return None
    if route[2] != PEOPLE:
        return _of_holder(point, route, 2)
    if len(route) < 5:
        return None
    return _of_holder(point.scores_of(str(route[3])), route, 4)


def _of_holder(holder: Touchpoint | PersonaScores, route: Route, at: int) -> _Value | None:
    """A measured value of a touchpoint or of a persona there; `at` is the place of its key."""
    key = str(route[at])
    if key == METRICS:
        return _metric(holder.metrics, route[: at + 2]) if len(route) > at + 1 else None
    if key == PAIRED:
        measured = holder.paired is not None and holder.paired.measurement is not None
        return _Value(route[: at + 1], holder.written_pair is not None) if measured else None
    score: Score | None = getattr(holder, key) if key in SIDES else None
    if score is None or score.measurement is None:
        return None
    return _Value(route[: at + 1], score.measurement.replaced is not None)


def _metric(metrics: tuple[Metric, ...], route: Route) -> _Value | None:
    metric = next((metric for metric in metrics if metric.id == route[-1]), None)
    if metric is None or metric.measurement is None:
        return None
    return _Value(route, metric.measurement.replaced is not None)
