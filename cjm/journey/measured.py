"""Measured: what an overlay says of a journey, `NAME.measured.yaml` as frozen records.

Scores, paired evidence and metrics are those of a journey, each with a `Measurement`.
"""

from __future__ import annotations

from datetime import date

from cjm.journey.by_persona import PersonaScores
from cjm.journey.metrics import Metric
from cjm.journey.scores import Paired, Score
from cjm.journey.words import State
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Days that were asked for, both included; None is an open end."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class SourceRows:
    """What was seen of a source: rows read and used, the first and the last day."""

    source: str
    rows: int
    used: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many reviews at a touchpoint speak of a topic, how many of them badly, and its pain."""

    topic: str
    reviews: int
    negative: int
    pain: float


@dataclass(frozen=True, slots=True)
class Quote:
    """What a customer said, and the id of the source that it is from."""

    quote: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class MeasuredTouchpoint:
    """What was measured at one touchpoint; of a persona only scores, pairs and metrics."""

    touchpoint: str
    expectation: Score | None = None
    experience: Score | None = None
    paired: Paired | None = None
    by_persona: tuple[PersonaScores, ...] = ()
    metrics: tuple[Metric, ...] = ()
    topics: tuple[TopicCount, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuredPersona:
    """Metrics of the whole journey for one persona; `thin_metrics` are ids and answers."""

    persona: str
    metrics: tuple[Metric, ...] = ()
    thin_metrics: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Thin:
    """Answers at a touchpoint, or of a persona there, that are too few to be a score."""

    id: str
    expectation: int | None = None
    experience: int | None = None
    metrics: tuple[tuple[str, int], ...] = ()
    by_persona: tuple[Thin, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows of a source that were left out for one reason; `values` are texts and their rows."""

    reason: str
    rows: int
    values: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """An overlay: the measured half of one journey, by its id and state.

    Args:
        journey: The journey's id.
        state: Its state.
        scale: The scale of all scores here, which is the journey's.
        period: The days that were asked for; None where none were.
        sources: What was seen of each source.
        scores: What was measured at touchpoints, in the order of the journey's file.
        by_persona: Metrics of the whole journey by persona.
        metrics: Metrics of the whole journey.
        thin: By touchpoint, answers that are too few to be used.
        thin_metrics: Metrics of the whole journey with too few answers: ids and answers.
        left_out: By source, the rows that were left out and why.
    """

    journey: str
    state: State
    scale: tuple[float, float]
    period: Period | None = None
    sources: tuple[SourceRows, ...] = ()
    scores: tuple[MeasuredTouchpoint, ...] = ()
    by_persona: tuple[MeasuredPersona, ...] = ()
    metrics: tuple[Metric, ...] = ()
    thin: tuple[Thin, ...] = ()
    thin_metrics: tuple[tuple[str, int], ...] = ()
    left_out: tuple[tuple[str, tuple[LeftOutRows, ...]], ...] = ()

    def at(self, touchpoint: str) -> MeasuredTouchpoint:
        """What was measured at a touchpoint, nothing where that is nothing."""
        found = (point for point in self.scores if point.touchpoint == touchpoint)
        return next(found, MeasuredTouchpoint(touchpoint))
