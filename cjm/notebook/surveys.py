"""Surveys in a notebook: what was measured of a journey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from cjm.data.surveys.rows import ScoreRow, metric_rows, score_rows
from cjm.i18n import say
from cjm.i18n.metrics import aim, measured
from cjm.i18n.numbers import score_digits
from cjm.notebook.cell import NONE, Cell

if TYPE_CHECKING:
    from cjm.data.surveys.result import MeasuredJourney
    from cjm.journey import Metric, Score
    from cjm.journey.metrics import Comparison


def measured_tables(found: MeasuredJourney, cell: Cell) -> str:
    """The scores of a journey with their evidence, then its metrics against their targets."""
    journey = found.journey
    head = [f"<strong>{cell.word(say('Measured: {title}', title=journey.title))}</strong>"]
    head += [
        cell.left_out(source.source, found.left_out.get(source.source, {}), source.rows)
        for source in found.measured.sources
    ]
    names: dict[str | None, str] = {p.id: p.name for p in journey.personas}
    names[None] = ""
    titles = {point.id: point.title for point in journey.touchpoints}
    rows = score_rows(journey, found.measured)
    metrics = list(metric_rows(found.measured))
    tables = [cell.table(head, _score_columns(cell), _score_rows(rows, found, names, cell), (0, 1))]
    if metrics:
        told = [
            (
                escape(_title(found, touchpoint, metric)),
                escape(titles[touchpoint]) if touchpoint else "",
                escape(names[persona]),
                *_metric(metric, _target(found, touchpoint, metric.id), cell),
            )
            for touchpoint, persona, metric in metrics
        ]
        columns = [cell.word(name) for name in METRIC_COLUMNS]
        tables.append(cell.table([cell.word(say("Metrics"))], columns, told, (0, 1, 2, 6)))
    return "\n".join(tables)


METRIC_COLUMNS = (
    say("metric"), say("touchpoint"), say("persona"), say("value"), say("95 % interval"),
    say("answers"), say("target"),
)  # fmt: skip


def _score_columns(cell: Cell) -> list[str]:
    return [
        cell.word(say("touchpoint")),
        cell.word(say("persona")),
        cell.word(say("answers")),
        *(cell.term(side, short=True) for side in ("expectation", "experience", "gap")),
        cell.word(say("95 % interval")),
        cell.word(say("got less")),
    ]


def _score_rows(
    rows: Sequence[ScoreRow], found: MeasuredJourney, names: Mapping[str | None, str], cell: Cell
) -> list[tuple[str, ...]]:
    """A row for each touchpoint, and for each persona there."""
    pairs: dict[str, list[tuple[float | None, float | None]]] = {}
    for row in rows:
        pairs.setdefault(row.touchpoint, []).append(_scores(row))
    digits = {id: score_digits(known, found.journey.scale) for id, known in pairs.items()}
    return [
        (
            escape(found.journey[row.touchpoint].title),
            escape(names[row.persona]),
            " / ".join(NONE if s is None else cell.count(s.n or 0) for s in _sides(row)),
            *(cell.score(value, digits[row.touchpoint]) for value in _scores(row)),
            cell.level_gap(*_scores(row), row.level, digits[row.touchpoint]),
            cell.interval(row.interval, lambda end: cell.total(end, False)),
            NONE if row.paired is None else cell.percentage(row.paired.below, False),
        )
        for row in rows
    ]


def _sides(row: ScoreRow) -> tuple[Score | None, Score | None]:
    return row.expectation, row.experience


def _scores(row: ScoreRow) -> tuple[float | None, float | None]:
    o, b = row.expectation, row.experience
    return o.score if o else None, b.score if b else None


def _known(found: MeasuredJourney, touchpoint: str | None, id: str) -> Metric | None:
    of = found.journey[touchpoint].metrics if touchpoint else found.journey.metrics
    return next((metric for metric in of if metric.id == id), None)


def _title(found: MeasuredJourney, touchpoint: str | None, metric: Metric) -> str:
    known = _known(found, touchpoint, metric.id)
    return known.title if known else metric.title


def _target(found: MeasuredJourney, touchpoint: str | None, id: str) -> Comparison | None:
    known = _known(found, touchpoint, id)
    return known.target if known else None


def _metric(metric: Metric, target: Comparison | None, cell: Cell) -> tuple[str, ...]:
    value = metric.value
    interval = metric.measurement.interval if metric.measurement else None
    told = ""
    if target is not None:
        told = aim(target, metric.unit, value, cell.language, cell.marks)
    return (
        NONE if value is None else escape(measured(value, metric.unit, cell.marks, target)),
        cell.interval(interval, cell.quantity),
        cell.count(metric.n or 0),
        escape(told),
    )
