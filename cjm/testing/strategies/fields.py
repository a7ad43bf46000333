"""Journeys with any of the fields that the format has."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cjm.journey import (
    Channel,
    Comparison,
    Customers,
    Improvement,
    Journey,
    Judgement,
    Lane,
    Lift,
    Link,
    Metric,
    Paired,
    Persona,
    PersonaScores,
    ScenarioStep,
    Stage,
    Start,
    Touchpoint,
    Transition,
    Waiver,
    equal_starts,
)
from cjm.records import replace
from cjm.testing.strategies.values import ids, numbers, scores, texts
from cjm.tuples import NamedTuple

_POSITIVE = numbers(0)
_COUNTS = st.integers(1, 10**6)
_DAYS = st.none() | st.dates()
_TEXTS = st.lists(texts(), max_size=3).map(tuple)
_MAYBE_TEXT = st.none() | texts()
_TITLES = st.just("") | texts()
_SCALES = st.sampled_from([(0, 10), (1, 5), (-2.5, 2.5), (0, 100)])
_COMPARISONS = st.builds(
    Comparison, st.sampled_from([">=", "<=", ">", "<"]), st.integers(-99, 99) | st.just(0.05)
)
_MAYBE_TARGET = st.none() | _COMPARISONS
_MEASURED = st.tuples(numbers(), _MAYBE_TARGET) | st.tuples(st.none(), _COMPARISONS)
_METRICS = st.builds(
    lambda id, measured, *more: Metric(id, *measured, *more),
    ids(), _MEASURED, _MAYBE_TEXT, st.none() | _COUNTS, _DAYS, _TITLES,
)  # fmt: skip
_MAYBE_NUMBER = st.none() | numbers()
_JUDGEMENTS = st.builds(
    Judgement, ids(), _TITLES, _MAYBE_TEXT, _MAYBE_NUMBER, _MAYBE_TARGET, _MAYBE_NUMBER, _DAYS
)
_PAIRS = st.builds(Paired, st.integers(2, 999), _POSITIVE, st.none() | numbers(0, 1))
_DURATIONS = st.none() | st.sampled_from(["30 s", "15 min", "1.5 h", "3 d", "2 w", "6 mo", "1 y"])
_OWN_KEYS = st.sampled_from(["x-systems", "x-риски", "x-a.b"])
_OWN_TEXTS = st.dictionaries(
    _OWN_KEYS, st.lists(texts(), min_size=1, max_size=2).map(tuple), max_size=2
)


class _Known(NamedTuple):
    """What a touchpoint may refer to."""

    touchpoints: list[str]
    stages: tuple[Stage, ...]
    channels: tuple[Channel, ...]
    personas: tuple[Persona, ...]


@st.composite
def complete_journeys(draw: st.DrawFn) -> Journey:
    """A journey with any of the fields that the format has, its graph of up to three touchpoints.

    For tools that read or write journeys; for those that compute, `journeys` has more in its graph.
    """
    places = draw(st.lists(ids(), min_size=1, max_size=3, unique=True))
    scale = draw(_SCALES)
    known = _Known(places, draw(_stages()), draw(_channels()), draw(_personas()))
    starts = draw(st.lists(st.sampled_from(places), unique=True, max_size=3))
    return Journey(
        id=draw(ids()),
        touchpoints=tuple(draw(_touchpoints(id, known, scale)) for id in places),
        title=draw(_TITLES),
        description=draw(_MAYBE_TEXT),
        owner=draw(_MAYBE_TEXT),
        status=draw(_MAYBE_TEXT),
        updated=draw(_DAYS),
        lanes=draw(_unique(st.builds(Lane, _OWN_KEYS, texts()))),
        state=draw(st.sampled_from(["as-is", "to-be"])),
        language=draw(st.sampled_from(["en", "ru"])),
        scale=scale,
        tolerance=draw(_POSITIVE),
        customers=draw(_customers()),
        stages=known.stages,
        channels=known.channels,
        personas=known.personas,
        start=draw(
            st.sampled_from(
                [equal_starts(starts), tuple(Start(id, 1 / len(starts)) for id in starts)]
            )
        ),
        improvements=draw(_improvements(places)),
        metrics=draw(_unique(_METRICS, 2)),
        waivers=draw(_waivers(places)),
    )


@st.composite
def _touchpoints(draw: st.DrawFn, id: str, known: _Known, scale: tuple[float, float]) -> Touchpoint:
    score = st.none() | scores(scale)
    people = [persona.id for persona in known.personas] or ["p", "q"]
    next = draw(_transitions(known.touchpoints))
    return Touchpoint(
        id,
        title=draw(_TITLES),
        description=draw(_MAYBE_TEXT),
        stage=draw(_one_of(known.stages)),
        channel=draw(_one_of(known.channels) | _some_of(known.channels)),
        duration=draw(_DURATIONS),
        moment_of_truth=draw(st.booleans()),
        expectation=draw(score),
        experience=draw(score),
        by_persona=draw(_unique(_own(people, scale))),
        paired=draw(st.none() | _PAIRS),
        importance=draw(_POSITIVE),
        actions=draw(_TEXTS),
        thoughts=draw(_TEXTS),
        emotions=draw(_TEXTS),
        strengths=draw(_TEXTS),
        pains=draw(_TEXTS),
        opportunities=draw(_TEXTS),
        owner=draw(_MAYBE_TEXT),
        standard=draw(_TEXTS),
        scenario=draw(_scenarios()),
        backstage=draw(_TEXTS),
        root_cause=draw(_TEXTS),
        quotes=draw(_TEXTS),
        metrics=draw(_unique(_METRICS, 2)),
        links=draw(_unique(st.builds(Link, ids(), texts()), 2)),
        lanes=draw(_OWN_TEXTS),
        next=next,
        outcome=None if next else draw(st.sampled_from([None, "success", "failure", "neutral"])),
    )


@st.composite
def _transitions(draw: st.DrawFn, places: list[str]) -> tuple[Transition, ...]:
    """Ways on, whose probabilities leave something for those not given."""
    targets = draw(st.lists(st.sampled_from(places), unique=True, max_size=4))
    share = st.none() | st.floats(0, 0.2)
    return tuple(Transition(to, draw(share), draw(_MAYBE_TEXT), draw(_DURATIONS)) for to in targets)


def _own(people: list[str], scale: tuple[float, float]) -> st.SearchStrategy[PersonaScores]:
    """What a persona has of its own."""
    score = st.none() | scores(scale)
    rest = (*[_TEXTS] * 7, _unique(_METRICS, 1), _OWN_TEXTS)
    return st.builds(
        PersonaScores, st.sampled_from(people), score, score, st.none() | _PAIRS, *rest
    )


@st.composite
def _personas(draw: st.DrawFn) -> tuple[Persona, ...]:
    """Personas whose shares, where all have one, are everybody, and else leave some."""
    share = st.none() | st.floats(1e-6, 1)
    people = draw(_unique(st.builds(Persona, ids(), _TITLES, share, *[_TEXTS] * 5)))
    total = sum(person.share or 0 for person in people)
    if all(person.share is not None for person in people):
        return tuple(replace(person, share=(person.share or 0) / total) for person in people)
    if total > 1 or total == 0:
        return tuple(replace(person, share=None) for person in people)
    return people


def _stages() -> st.SearchStrategy[tuple[Stage, ...]]:
    facts = (*[_TEXTS] * 3, _MAYBE_TEXT, _unique(_METRICS, 1), _OWN_TEXTS)
    return _unique(st.builds(Stage, ids(), _TITLES, _MAYBE_TEXT, _MAYBE_TEXT, *facts))


def _channels() -> st.SearchStrategy[tuple[Channel, ...]]:
    return _unique(st.builds(Channel, ids(), _TITLES, st.sampled_from([None, "online", "offline"])))


def _customers() -> st.SearchStrategy[Customers | None]:
    per = st.sampled_from([None, "day", "week", "month", "quarter", "year"])
    return st.none() | st.builds(Customers, _POSITIVE, per, st.none() | _POSITIVE, _MAYBE_TEXT)


def _scenarios() -> st.SearchStrategy[tuple[ScenarioStep, ...]]:
    step = st.builds(ScenarioStep, texts(), *[_MAYBE_TEXT] * 3)
    return st.lists(step, max_size=2).map(tuple)


def _improvements(places: list[str]) -> st.SearchStrategy[tuple[Improvement, ...]]:
    lifts = _unique(st.builds(Lift, st.sampled_from(places), _POSITIVE), 2)
    phase = st.sampled_from(["plan", "do", "check", "act"])
    parts = (
        ids(), _TITLES, lifts, _POSITIVE, phase, _MAYBE_TEXT, _DAYS, _unique(_JUDGEMENTS, 2),
    )  # fmt: skip
    return _unique(st.builds(Improvement, *parts), 2)


def _waivers(places: list[str]) -> st.SearchStrategy[tuple[Waiver, ...]]:
    rules = st.lists(texts(), min_size=1, max_size=2, unique=True).map(tuple)
    at = st.sampled_from([None, *places])
    return st.lists(st.builds(Waiver, rules, texts(), at, _DAYS), max_size=2).map(tuple)


def _unique(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of parts with keys of their own, which are their first fields."""
    key = lambda item: getattr(item, item.__match_args__[0])  # noqa: E731
    return st.lists(items, max_size=most, unique_by=key).map(tuple)


def _one_of(items: tuple[Any, ...]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(item.id for item in items)])


def _some_of(items: tuple[Any, ...]) -> st.SearchStrategy[list[str] | None]:
    if not items:
        return st.none()
    return st.lists(st.sampled_from([item.id for item in items]), min_size=1, unique=True)
