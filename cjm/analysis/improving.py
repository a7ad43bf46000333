"""Improvements put to work: the journey as it would be with some of them done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cjm.analysis.figures import Figures
from cjm.journey import Improvement, Journey, PersonaScores, Score, Touchpoint
from cjm.records import dataclass, replace


def open_improvements(journey: Journey) -> tuple[Improvement, ...]:
    """Improvements still to be done; those in phase `act` are already in the scores."""
    return tuple(i for i in journey.improvements if i.phase != "act" and i.lifts)


def improved(journey: Journey, improvements: Iterable[Improvement]) -> Journey:
    """The journey with the lifts of these improvements added, never above the scale's top."""
    lifts: dict[str, float] = {}
    for improvement in improvements:
        for lift in improvement.lifts:
            lifts[lift.touchpoint] = lifts.get(lift.touchpoint, 0.0) + lift.points
    points = tuple(_lifted(p, lifts, journey.scale[1]) for p in journey.touchpoints)
    return replace(journey, touchpoints=points)


def _lifted(point: Touchpoint, lifts: Mapping[str, float], top: float) -> Touchpoint:
    lift = lifts.get(point.id)
    if not lift:
        return point
    return replace(
        point,
        experience=_raised(point.experience, lift, top),
        by_persona=tuple(_raised_of(scores, lift, top) for scores in point.by_persona),
    )


def _raised_of(scores: PersonaScores, lift: float, top: float) -> PersonaScores:
    return replace(scores, experience=_raised(scores.experience, lift, top))


def _raised(score: Score | None, lift: float, top: float) -> Score | None:
    return score and replace(score, score=min(top, score.score + lift))


@dataclass(frozen=True, slots=True)
class Room:
    """How much a lift at one touchpoint can add to the balance: at most `headroom`·`value`.

    `value` is what one point of experience there adds to the balance.
    """

    touchpoint: str
    value: float
    headroom: float


def rooms_of(analysis: Figures) -> tuple[Room, ...]:
    """Where lifts add to the balance; a score averaged over personas has a room for each."""
    flow, journey = analysis.flow, analysis.journey
    assert flow is not None
    rooms = []
    for point, figures in zip(journey.touchpoints, analysis.touchpoints, strict=True):
        if figures.gap is None:
            continue
        value = flow.visits[figures.place] * point.importance
        for share, experience in _experiences(analysis, point):
            rooms.append(Room(point.id, value * share, journey.scale[1] - experience))
    return tuple(rooms)


def _experiences(analysis: Figures, point: Touchpoint) -> list[tuple[float, float]]:
    """The experience scores that make B at a touchpoint, each with its weight."""
    own = analysis.persona and point.scores_of(analysis.persona).experience
    if score := own or point.experience:
        return [(1.0, score.score)]
    return [
        (persona.share or 0.0, score.score)
        for persona in analysis.journey.personas
        if (score := point.scores_of(persona.id).experience)
    ]
