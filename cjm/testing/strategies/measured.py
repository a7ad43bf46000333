"""Overlays with any of the fields that their format has."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from hypothesis import strategies as st

from cjm.journey import Journey, Metric, Paired, PersonaScores, Score
from cjm.journey.measured import (
    LeftOutRows,
    Measured,
    MeasuredPersona,
    MeasuredTouchpoint,
    Period,
    Quote,
    SourceRows,
    Thin,
    TopicCount,
)
from cjm.journey.measurement import Measurement
from cjm.testing.strategies.values import ids, texts

_DAYS = st.none() | st.dates()
_COUNTS = st.integers(1, 10**6)
_ROWS = st.integers(0, 10**6)
_MAYBE_TEXT = st.none() | texts()
_KEYS = texts().map(lambda text: unicodedata.normalize("NFC", text))
"""Texts that are keys in the file: what composes one sign out of two is the same key."""


@st.composite
def overlays(
    draw: st.DrawFn, journey: Journey, days: st.SearchStrategy[date | None] = _DAYS
) -> Measured:
    """What may have been measured of a journey, with any of the fields that an overlay has."""
    points = [point.id for point in journey.touchpoints]
    people = [persona.id for persona in journey.personas]
    return Measured(
        journey.id,
        journey.state,
        journey.scale,
        period=draw(st.none() | _periods()),
        sources=draw(_unique(st.builds(SourceRows, ids(), _ROWS, _ROWS))),
        scores=draw(_unique(_points(points, people, journey.scale, days))),
        by_persona=draw(
            _some(people, lambda p: st.builds(MeasuredPersona, p, _metrics(), _answers()))
        ),
        metrics=draw(_metrics()),
        thin=draw(_some(points, lambda p: _thin(p, _some(people, _thin)))),
        thin_metrics=draw(_answers()),
        left_out=draw(_unique(st.tuples(ids(), _unique(_left_out(), 2, 1)))),
    )


def _points(
    points: list[str],
    people: list[str],
    scale: tuple[float, float],
    days: st.SearchStrategy[date | None],
) -> st.SearchStrategy[MeasuredTouchpoint]:
    score = st.none() | measured_scores(scale, days)
    own = lambda p: st.builds(PersonaScores, p, score, score, st.none() | _pairs(), metrics=_metrics())  # noqa: E501, E731  # fmt: skip
    return st.builds(
        MeasuredTouchpoint,
        st.sampled_from(points),
        score,
        score,
        st.none() | _pairs(),
        _some(people, own),
        _metrics(),
        _unique(st.builds(TopicCount, ids(), _COUNTS, _ROWS, _numbers(0, 1)), 2),
        st.lists(st.builds(Quote, texts(), _MAYBE_TEXT), max_size=2).map(tuple),
    )


@st.composite
def measured_scores(
    draw: st.DrawFn,
    scale: tuple[float, float] = (0, 10),
    days: st.SearchStrategy[date | None] = _DAYS,
) -> Score:
    """A score as an overlay has it, on a scale."""
    n, effective = draw(_COUNTS), draw(st.none() | _numbers(1.5, 999))
    return Score(
        draw(_numbers(*scale)),
        n,
        draw(st.none() | _numbers(0, 99)) if n > 1 else None,
        draw(_MAYBE_TEXT),
        draw(days),
        measurement=Measurement(effective),
    )


def _pairs() -> st.SearchStrategy[Paired]:
    effective = st.builds(Measurement, st.none() | _numbers(1.5, 999))
    below = st.none() | _numbers(0, 1)
    return st.builds(Paired, st.integers(2, 999), _numbers(0, 99), below, effective)


def _metrics() -> st.SearchStrategy[tuple[Metric, ...]]:
    interval = st.lists(_numbers(), min_size=2, max_size=2).map(sorted).map(tuple)
    measurement = st.builds(
        Measurement, st.none() | _numbers(1.5, 999), st.none() | interval, _MAYBE_TEXT
    )
    metric = st.builds(
        Metric, ids(), _numbers(), st.none(), _MAYBE_TEXT, _COUNTS, _DAYS, measurement=measurement
    )
    return _unique(metric, 2)


def _thin(id: Any, by_persona: Any = ()) -> st.SearchStrategy[Thin]:
    count = st.none() | _COUNTS
    people = by_persona if isinstance(by_persona, st.SearchStrategy) else st.just(by_persona)
    return st.builds(Thin, id, count, count, _answers(), people)


def _answers() -> st.SearchStrategy[tuple[tuple[str, int], ...]]:
    return _unique(st.tuples(ids(), _COUNTS), 2)


@st.composite
def _left_out(draw: st.DrawFn) -> LeftOutRows:
    values = draw(_unique(st.tuples(_KEYS, _COUNTS), 2))
    return LeftOutRows(draw(_KEYS), draw(_COUNTS), values)


def _periods() -> st.SearchStrategy[Period]:
    two = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)
    return two.map(lambda days: Period(*days))


def _numbers(low: float = -1e6, high: float = 1e6) -> st.SearchStrategy[float]:
    """Numbers as they are written: to six decimals."""
    return st.floats(low, high).map(lambda x: round(x, 6) + 0.0)


def _unique(
    items: st.SearchStrategy[Any], most: int = 3, least: int = 0
) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of parts with keys of their own, which are their first values."""

    def key(item: Any) -> Any:
        return item[0] if isinstance(item, tuple) else getattr(item, item.__match_args__[0])

    return st.lists(items, min_size=least, max_size=most, unique_by=key).map(tuple)


def _some(known: list[str], made: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Parts for some of the ids there are."""
    return _unique(made(st.sampled_from(known))) if known else st.just(())
