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
    """Where lifts add to the balance: a room for each persona, where these are all customers."""
    flow, journey = analysis.flow, analysis.journey
    assert flow is not None
    lived = analysis.parts or ((1.0, analysis),)
    rooms = []
    for place, point in enumerate(journey.touchpoints):
        value = flow.visits[place] * point.importance
        shares: dict[float, float] = {}  # of those who have the same experience
        for share, persona in lived:
            figures = persona.touchpoints[place]
            if figures.gap is not None and figures.experience is not None:
                shares[figures.experience] = shares.get(figures.experience, 0.0) + share
        rooms += [Room(point.id, value * s, journey.scale[1] - b) for b, s in shares.items()]
    return tuple(rooms)
