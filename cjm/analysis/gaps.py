"""The gap C = B − O at one touchpoint, its level, and its 95 % interval.

Difference scores follow Parasuraman, Zeithaml and Berry (1985); as they are debated
(Teas 1993), O and B always stay beside C.
"""

from __future__ import annotations

import math
from typing import Protocol

from cjm.analysis.student import student_quantile
from cjm.journey import Journey, Level, Paired, Score, Touchpoint
from cjm.journey.measurement import Measurement
from cjm.records import dataclass
from cjm.rounding import rounded


class Evidence(Protocol):
    """Anything with a number of answers and their standard deviation; measured or written."""

    @property
    def n(self) -> int | None:
        """How many answers, at least 1."""

    @property
    def sd(self) -> float | None:
        """Their standard deviation, in points of the scale."""

    @property
    def measurement(self) -> Measurement | None:
        """What an overlay says besides, such as how many answers weights leave."""


@dataclass(frozen=True, slots=True)
class Side:
    """A score as the sums use it: its value, standard error and degrees of freedom.

    `error` is None where no standard deviation is known.
    """

    score: float
    error: float | None = None
    freedom: float = math.inf


def level_of(gap: float, tolerance: float = 0) -> Level:
    """The level a gap puts the customer on: |C| ≤ tolerance is satisfaction."""
    if rounded(gap) < rounded(-tolerance):
        return "disappointment"
    return "delight" if rounded(gap) > rounded(tolerance) else "satisfaction"


def sides_of(
    journey: Journey, point: Touchpoint, persona: str | None = None
) -> tuple[Side | None, Side | None]:
    """Expectation and experience at a touchpoint, for one persona or for the whole journey."""
    if persona is not None:
        own = point.scores_of(persona)
        return (
            side_of(own.expectation or point.expectation),
            side_of(own.experience or point.experience),
        )
    return (
        side_of(point.expectation) or _mean_side(journey, point, "expectation"),
        side_of(point.experience) or _mean_side(journey, point, "experience"),
    )


def interval_of(
    expectation: Side, experience: Side, paired: Paired | None = None
) -> tuple[float, float] | None:
    """The 95 % interval of C by Student's t, with Welch–Satterthwaite degrees of freedom.

    None where neither side has a standard deviation, or one so large that no float holds the
    interval; (C, C) where every one is 0.
    Source: Welch, Biometrika 34 (1947) 28–35.
    """
    gap = rounded(experience.score - expectation.score)
    sides = [_evidence(gap, paired)] if paired else [expectation, experience]
    known = [(s.error, s.freedom) for s in sides if s.error is not None]
    if not known:
        return None
    error, freedom = _combined(known)
    if error == 0:
        return (gap, gap)
    margin = student_quantile(freedom) * error
    if not math.isfinite(margin):
        return None  # a standard deviation near 1e308
    return (rounded(gap - margin), rounded(gap + margin))


def side_interval(side: Side | None) -> tuple[float, float] | None:
    """The 95 % interval of one score by Student's t; None where no standard deviation is known."""
    if side is None or side.error is None:
        return None
    margin = student_quantile(side.freedom) * side.error if side.error else 0.0
    return (side.score - margin, side.score + margin) if math.isfinite(margin) else None


def _combined(known: list[tuple[float, float]]) -> tuple[float, float]:
    """The standard error of a sum, and its Welch–Satterthwaite degrees of freedom.

    Errors are divided by their sum before they are raised to the fourth power: an absurdly small
    or large standard deviation must not end in a division by zero or an overflow.
    """
    total = math.hypot(*(error for error, _ in known))
    spread = math.fsum((error / total) ** 4 / freedom for error, freedom in known if error > 0)
    return (total, 1 / spread if spread else math.inf)


def side_of(score: Score | None) -> Side | None:
    """A score with its standard error; None of none."""
    return None if score is None else _evidence(score.score, score)


def _evidence(score: float, evidence: Evidence) -> Side:
    if evidence.sd is None or evidence.n is None:
        return Side(score)
    weighted = evidence.measurement.effective if evidence.measurement else None
    n = weighted or evidence.n  # Kish's effective number takes the place of n
    if n <= 1:  # one answer has all the weight
        return Side(score)
    return Side(score, evidence.sd / math.sqrt(n), n - 1)


def _mean_side(journey: Journey, point: Touchpoint, name: str) -> Side | None:
    """The share-weighted mean of the personas' scores, where each has a share and a score."""
    parts: list[tuple[float, Side]] = []
    for persona in journey.personas:
        side = side_of(getattr(point.scores_of(persona.id), name))
        if side is None or persona.share is None:
            return None
        parts.append((persona.share, side))
    if not parts:
        return None
    score = rounded(math.fsum(share * side.score for share, side in parts))
    known = [(w * s.error, s.freedom) for w, s in parts if s.error is not None]
    return Side(score, *_combined(known)) if known else Side(score)


@dataclass(frozen=True, slots=True)
class Gap:
    """One touchpoint's O, B and C; None where it is unmeasured."""

    id: str
    expectation: float | None
    experience: float | None
    gap: float | None
    level: Level | None
    interval: tuple[float, float] | None


def paired_of(point: Touchpoint, persona: str | None = None) -> Paired | None:
    """The evidence on B − O itself: a persona's own, else everybody's where it has no own score."""
    if persona is None:
        return point.paired
    own = point.scores_of(persona)
    if own.paired or own.expectation or own.experience:
        return own.paired
    return point.paired


def gaps_of(journey: Journey) -> tuple[Gap, ...]:
    """The gap at every touchpoint, in file order, for the whole journey."""
    return tuple(_gap(journey, point, None) for point in journey.touchpoints)


def gaps_of_persona(journey: Journey, persona: str, everybody: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The gaps as a persona lives them: everybody's where no persona has scores of its own."""
    points = zip(journey.touchpoints, everybody, strict=True)
    return tuple(_gap(journey, p, persona) if p.by_persona else gap for p, gap in points)


def _gap(journey: Journey, point: Touchpoint, persona: str | None) -> Gap:
    expectation, experience = sides_of(journey, point, persona)
    gap = level = interval = None
    if expectation and experience:
        difference = rounded(experience.score - expectation.score)
        if math.isfinite(difference):  # scores near ±1e308 have no finite gap
            gap = difference
            level = level_of(gap, journey.tolerance)
            interval = interval_of(expectation, experience, paired_of(point, persona))
    return Gap(
        id=point.id,
        expectation=expectation.score if expectation else None,
        experience=experience.score if experience else None,
        gap=gap,
        level=level,
        interval=interval,
    )
