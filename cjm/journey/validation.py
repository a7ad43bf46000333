"""What parts must be to each other: known by name, given once, with scores within the scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from cjm.i18n import say
from cjm.journey.shares import is_one, sum_fault
from cjm.journey.touchpoint import Touchpoint

if TYPE_CHECKING:
    from cjm.journey.journey import Journey


def validate(journey: Journey) -> None:
    """Raise ValueError for what a file could not hold either: names, sums, scores."""
    if not journey.scale[0] < journey.scale[1]:
        raise ValueError(say("the scale's low end is not below its high end"))
    ids = {p.id for p in journey.touchpoints}
    if len(ids) < len(journey.touchpoints):
        raise ValueError(say("two touchpoints have the same id"))
    _known("start", (s.touchpoint for s in journey.start), ids)
    if not is_one(math.fsum(s.share for s in journey.start)):
        raise ValueError(say("the start shares do not sum to 1"))
    _validate_names(journey, ids)
    for point in journey.touchpoints:
        _known(f"{point.id}.next", (t.to for t in point.next), ids)
        _once(f"{point.id}.next", (t.to for t in point.next))
        if fault := sum_fault(point.next):
            raise ValueError(say("{id}.next: {fault}", id=point.id, fault=fault))
        if point.next and point.outcome:
            raise ValueError(say("{id}: an outcome stands only on an exit", id=point.id))
        _validate_scores(point, journey.scale)


def _validate_names(journey: Journey, ids: set[str]) -> None:
    for name in ("stages", "channels", "personas", "improvements", "metrics", "lanes"):
        _once(name, (item.id for item in getattr(journey, name)))
    stages, channels = {s.id for s in journey.stages}, {c.id for c in journey.channels}
    personas = {p.id for p in journey.personas}
    for point in journey.touchpoints:
        _known(f"{point.id}.stage", (point.stage,), stages)
        _known(f"{point.id}.channel", point.channels, channels)
        _once(f"{point.id}.channel", point.channels)
        _known(f"{point.id}.by_persona", (s.persona for s in point.by_persona), personas)
        _once(f"{point.id}.by_persona", (s.persona for s in point.by_persona))
        _once(f"{point.id}.links", (link.id for link in point.links))
    for improvement in journey.improvements:
        _known(f"{improvement.id}.lifts", (i.touchpoint for i in improvement.lifts), ids)
        _once(f"{improvement.id}.lifts", (i.touchpoint for i in improvement.lifts))
        _once(f"{improvement.id}.judged_by", (j.id for j in improvement.judged_by))
    for part in (*journey.stages, *journey.touchpoints, *_persona_parts(journey)):
        where = getattr(part, "id", None) or part.persona
        _once(f"{where}.metrics", (m.id for m in part.metrics))
        _once(f"{where}.lanes", (own.lane for own in part.lanes))
    _known("waivers", (w.touchpoint for w in journey.waivers), ids)


def _persona_parts(journey: Journey) -> list[Any]:
    return [part for point in journey.touchpoints for part in point.by_persona]


def _validate_scores(point: Touchpoint, scale: tuple[float, float]) -> None:
    sides: list[Any] = [point, *point.by_persona]
    for score in (s for side in sides for s in (side.expectation, side.experience)):
        if score is not None and not scale[0] <= score.score <= scale[1]:
            raise ValueError(
                say(
                    "{id}: the score {score} is outside the scale {low} to {high}",
                    id=point.id,
                    score=score.score,
                    low=scale[0],
                    high=scale[1],
                )
            )


def _once(name: str, ids: Any) -> None:
    items = list(ids)
    if len(set(items)) < len(items):
        raise ValueError(say("{name}: an id is given twice", name=name))


def _known(where: str, ids: Any, known: set[str]) -> None:
    for id in ids:
        if id is not None and id not in known:
            raise ValueError(say("{where}: nothing is called {id!r}", where=where, id=id))
