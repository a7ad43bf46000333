"""What was measured as rows: a touchpoint, and below it each persona, with O, B and C."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.analysis.gaps import interval_of, level_of, side_interval, side_of
from cjm.journey import Journey, Level, Metric, Paired, PersonaScores, Score, Touchpoint
from cjm.journey.measured import Measured, MeasuredTouchpoint
from cjm.records import dataclass
from cjm.rounding import rounded

Interval = tuple[float, float]


@dataclass(frozen=True)
class ScoreRow:
    """One touchpoint as everybody or one persona scored it.

    Attributes:
        touchpoint: Its id.
        persona: Whose scores these are; None of everybody.
        expectation: O as it was measured; None where too few answered.
        experience: B likewise.
        paired: The spread of B − O within respondents.
        gap: C of the two measured means; None where one is missing.
        interval: Its 95 % interval; None where no spread is known.
        level: The level C puts customers on.
        intervals: The 95 % intervals of O and of B; None where no spread is known.
        written: The scores in the journey's file, O and B, that these stand for.
    """

    touchpoint: str
    persona: str | None
    expectation: Score | None
    experience: Score | None
    paired: Paired | None
    gap: float | None
    interval: Interval | None
    level: Level | None
    intervals: tuple[Interval | None, Interval | None]
    written: tuple[float | None, float | None]


def score_rows(journey: Journey, measured: Measured) -> tuple[ScoreRow, ...]:
    """The measured scores, in the order of the journey's file.

    Args:
        journey: The journey as it is written.
        measured: Its overlay.

    Returns:
        A row for each touchpoint with a measured side, then one for each of its personas.
    """
    rows = []
    for point in journey.touchpoints:
        found = measured.at(point.id)
        whose: tuple[MeasuredTouchpoint | PersonaScores, ...] = (found, *found.by_persona)
        rows += [_row(journey, point, own) for own in whose if own.expectation or own.experience]
    return tuple(rows)


def _row(journey: Journey, point: Touchpoint, own: MeasuredTouchpoint | PersonaScores) -> ScoreRow:
    persona = own.persona if isinstance(own, PersonaScores) else None
    o, b = side_of(own.expectation), side_of(own.experience)
    gap = rounded(b.score - o.score) if o and b else None
    written = point if persona is None else point.scores_of(persona)
    return ScoreRow(
        touchpoint=point.id,
        persona=persona,
        expectation=own.expectation,
        experience=own.experience,
        paired=own.paired,
        gap=gap,
        interval=interval_of(o, b, own.paired) if o and b else None,
        level=None if gap is None else level_of(gap, journey.tolerance),
        intervals=(side_interval(o), side_interval(b)),
        written=(_score(written.expectation), _score(written.experience)),
    )


def _score(score: Score | None) -> float | None:
    return None if score is None else score.score


def metric_rows(measured: Measured) -> Iterator[tuple[str | None, str | None, Metric]]:
    """Every metric with its touchpoint (None: the journey) and persona (None: everybody)."""
    yield from ((None, None, metric) for metric in measured.metrics)
    for person in measured.by_persona:
        yield from ((None, person.persona, metric) for metric in person.metrics)
    for point in measured.scores:
        yield from ((point.touchpoint, None, metric) for metric in point.metrics)
        for own in point.by_persona:
            yield from ((point.touchpoint, own.persona, metric) for metric in own.metrics)


COLUMNS = (
    "journey", "state", "touchpoint", "persona", "measure", "value", "unit", "n", "effective", "sd",
    "low", "high", "below", "measured", "source",
)  # fmt: skip
"""Of the table of all figures: a side, `gap` or a metric a row."""


def figure_rows(journey: Journey, measured: Measured) -> Iterator[dict[str, Any]]:
    """Every figure as a row under the names of `COLUMNS`; None where something does not exist."""
    head = {"journey": measured.journey, "state": measured.state}
    for row in score_rows(journey, measured):
        place = {**head, "touchpoint": row.touchpoint, "persona": row.persona}
        for side in ("expectation", "experience"):
            score: Score | None = getattr(row, side)
            if score:
                yield _figure(
                    **place,
                    measure=side,
                    value=score.score,
                    n=score.n,
                    effective=score.measurement and score.measurement.effective,
                    sd=score.sd,
                    measured=score.measured and score.measured.isoformat(),
                    source=score.source,
                )
        if row.gap is not None:
            yield _figure(
                **place, measure="gap", value=row.gap, **_ends(row.interval), **_pairs(row)
            )
    for touchpoint, persona, metric in metric_rows(measured):
        details = metric.measurement
        yield _figure(
            **head,
            touchpoint=touchpoint,
            persona=persona,
            measure=metric.id,
            value=metric.value,
            unit=metric.unit,
            n=metric.n,
            effective=details and details.effective,
            measured=metric.measured and metric.measured.isoformat(),
            source=details and details.source,
            **_ends(details.interval if details else None),
        )


def _figure(**known: Any) -> dict[str, Any]:
    return {column: known.get(column) for column in COLUMNS}


def _ends(interval: tuple[float, float] | None) -> dict[str, float | None]:
    low, high = interval or (None, None)
    return {"low": low, "high": high}


def _pairs(row: ScoreRow) -> dict[str, Any]:
    pairs = row.paired
    if pairs is None:
        return {}
    effective = pairs.measurement and pairs.measurement.effective
    return {"n": pairs.n, "effective": effective, "sd": pairs.sd, "below": pairs.below}
