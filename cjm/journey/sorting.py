"""An overlay in the order of its journey's file, so that the same figures are the same bytes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from cjm.journey.by_persona import PersonaScores
from cjm.journey.journey import Journey
from cjm.journey.measured import LeftOutRows, Measured, MeasuredTouchpoint, Thin
from cjm.journey.metrics import Metric
from cjm.records import replace

T = TypeVar("T")


def in_file_order(measured: Measured, journey: Journey) -> Measured:
    """An overlay sorted as the journey's file.

    Touchpoints and personas stand as in the journey. Metrics stand as where the journey names
    them, then by id; sources and reasons by name; values by rows, the most first. Topics and quotes
    keep their order, which says what hurts most.
    """
    points = {point.id: point for point in journey.touchpoints}
    people = [persona.id for persona in journey.personas]
    sort = _Order(tuple(points), people)
    return replace(
        measured,
        sources=tuple(sorted(measured.sources, key=lambda source: source.source)),
        scores=tuple(
            sort.point(at, points[at.touchpoint].metrics if at.touchpoint in points else ())
            for at in _sorted(measured.scores, lambda at: at.touchpoint, tuple(points))
        ),
        by_persona=tuple(
            replace(
                own,
                metrics=_by_id(own.metrics, journey.metrics),
                thin_metrics=tuple(sorted(own.thin_metrics)),
            )
            for own in _sorted(measured.by_persona, lambda own: own.persona, people)
        ),
        metrics=_by_id(measured.metrics, journey.metrics),
        thin=sort.thin(measured.thin, tuple(points)),
        thin_metrics=tuple(sorted(measured.thin_metrics)),
        left_out=tuple(
            (source, _reasons(reasons)) for source, reasons in sorted(measured.left_out)
        ),
    )


class _Order:
    """The order of a journey's touchpoints and personas."""

    def __init__(self, points: Sequence[str], people: Sequence[str]) -> None:
        self._points, self._people = points, people

    def point(self, at: MeasuredTouchpoint, metrics: Sequence[Metric]) -> MeasuredTouchpoint:
        """What was measured at a touchpoint."""
        own: Iterable[PersonaScores] = _sorted(at.by_persona, lambda p: p.persona, self._people)
        return replace(
            at,
            by_persona=tuple(replace(p, metrics=_by_id(p.metrics, metrics)) for p in own),
            metrics=_by_id(at.metrics, metrics),
        )

    def thin(self, groups: Iterable[Thin], ids: Sequence[str]) -> tuple[Thin, ...]:
        """Thin groups of touchpoints, and of personas in them."""
        return tuple(
            replace(
                group,
                metrics=tuple(sorted(group.metrics)),
                by_persona=self.thin(group.by_persona, self._people),
            )
            for group in _sorted(groups, lambda group: group.id, ids)
        )


def _sorted(items: Iterable[T], id_of: Callable[[T], str], ids: Sequence[str]) -> list[T]:
    """Items by the place of their ids, then by id."""
    places = {id: n for n, id in enumerate(ids)}
    return sorted(items, key=lambda item: (places.get(id_of(item), len(places)), id_of(item)))


def _by_id(metrics: Iterable[Metric], known: Iterable[Metric]) -> tuple[Metric, ...]:
    return tuple(_sorted(metrics, lambda metric: metric.id, [metric.id for metric in known]))


def _reasons(reasons: Iterable[LeftOutRows]) -> tuple[LeftOutRows, ...]:
    return tuple(
        replace(
            each,
            values=tuple(sorted(_alike(each.values).items(), key=lambda pair: (-pair[1], pair[0]))),
        )
        for each in sorted(reasons, key=lambda each: each.reason)
    )


def _alike(values: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Rows by value; keys of a file are compared in NFC, so what looks the same is one."""
    rows: dict[str, int] = {}
    for value, count in values:
        key = unicodedata.normalize("NFC", value)
        rows[key] = rows.get(key, 0) + count
    return rows
