"""The gap C = B − O at one touchpoint, its level, and its 95 % interval.

Difference scores follow Parasuraman, Zeithaml and Berry (1985); as they are debated
(Teas 1993), O and B always stay beside C.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from cjm.journey import Journey, Level, Paired, Score, Touchpoint

DECIMALS = 9
"""Comparisons are made after rounding to this many decimals, so that 8.3 − 8 is 0.3."""


class Evidence(Protocol):
    """Anything with a number of answers and their standard deviation."""

    @property
    def n(self) -> int | None:
        """How many answers, at least 1."""

    @property
    def sd(self) -> float | None:
        """Their standard deviation, in points of the scale."""


@dataclass(frozen=True, slots=True)
class Side:
    """A score as the sums use it: its value, squared standard error and degrees of freedom.

    `variance` is None where no standard deviation is known.
    """

    score: float
    variance: float | None = None
    freedom: float = math.inf


def rounded(value: float) -> float:
    """The value as it is compared: 9 decimals, and never −0."""
    return round(value, DECIMALS) + 0.0


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
            _side(own.expectation or point.expectation),
            _side(own.experience or point.experience),
        )
    return (
        _side(point.expectation) or _mean_side(journey, point, "expectation"),
        _side(point.experience) or _mean_side(journey, point, "experience"),
    )


def interval_of(
    expectation: Side, experience: Side, paired: Paired | None = None
) -> tuple[float, float] | None:
    """The 95 % interval of C by Student's t, with Welch–Satterthwaite degrees of freedom.

    None where neither side has a standard deviation; (C, C) where every one is 0.
    Source: Welch, Biometrika 34 (1947) 28–35.
    """
    gap = rounded(experience.score - expectation.score)
    sides = [_evidence(gap, paired)] if paired else [expectation, experience]
    known = [(s.variance, s.freedom) for s in sides if s.variance is not None]
    if not known:
        return None
    variance = math.fsum(v for v, _ in known)
    if variance == 0:
        return (gap, gap)
    freedom = variance**2 / math.fsum(v**2 / f for v, f in known if v > 0)
    margin = _student_quantile(freedom) * math.sqrt(variance)
    return (rounded(gap - margin), rounded(gap + margin))


def _side(score: Score | None) -> Side | None:
    return None if score is None else _evidence(score.score, score)


def _evidence(score: float, evidence: Evidence) -> Side:
    if evidence.sd is None or evidence.n is None:
        return Side(score)
    return Side(score, evidence.sd**2 / evidence.n, evidence.n - 1)


def _mean_side(journey: Journey, point: Touchpoint, name: str) -> Side | None:
    """The share-weighted mean of the personas' scores, where each has a share and a score."""
    parts: list[tuple[float, Side]] = []
    for persona in journey.personas:
        side = _side(getattr(point.scores_of(persona.id), name))
        if side is None or persona.share is None:
            return None
        parts.append((persona.share, side))
    if not parts:
        return None
    score = rounded(math.fsum(share * side.score for share, side in parts))
    known = [(w**2 * s.variance, s.freedom) for w, s in parts if s.variance is not None]
    if not known:
        return Side(score)
    variance = math.fsum(v for v, _ in known)
    spread = math.fsum(v**2 / f for v, f in known if v > 0)
    return Side(score, variance, variance**2 / spread if spread else math.inf)


def _student_quantile(freedom: float) -> float:
    from scipy.special import stdtrit  # heavy, and only journeys with standard deviations need it

    return float(stdtrit(freedom, 0.975))
