"""Bounds: what numbers and words a journey may hold, for files and for what Python builds."""

import math
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from cjm.i18n import Message, say
from cjm.journey import parts


class Bound(NamedTuple):
    """What a number must be, in words and in figures."""

    noun: Message
    at_least: float = -math.inf
    at_most: float = math.inf
    whole: bool = False

    def holds(self, value: Any) -> bool:
        """Whether a value is such a number, of Python or of NumPy."""
        try:
            fits = math.isfinite(value) and self.at_least <= value <= self.at_most
            return fits and value is not True and value is not False and self._is_whole(value)
        except (TypeError, OverflowError):
            return False

    def _is_whole(self, value: Any) -> bool:
        return not self.whole or int(value) == value


FINITE = Bound(say("a finite number"))
SHARE = Bound(say("a share from 0 to 1"), 0, 1)
PROBABILITY = Bound(say("a probability from 0 to 1"), 0, 1)
SPREAD = Bound(say("a number, 0 or more"), 0)
COUNT = Bound(say("a whole number, 1 or more"), 1, whole=True)
SEVERAL = Bound(say("a whole number, 2 or more"), 2, whole=True)

STATES = get_args(parts.State)
LANGUAGES = get_args(parts.Language)
OUTCOMES = get_args(parts.Outcome)
PHASES = get_args(parts.Phase)
PERIODS = get_args(parts.Period)
WHERE = get_args(parts.ChannelKind)
OPERATORS = get_args(parts.Operator)

Allowed = tuple[tuple[str, Bound | tuple[str, ...], bool], ...]
"""Fields of a part: what they must be, and whether None stands for a default."""

_FIELDS: dict[str, Allowed] = {
    "Journey": (("tolerance", SPREAD, False), ("state", STATES, False)),
    "Customers": (("value", SPREAD, False), ("per", PERIODS, True)),
    "Persona": (("share", SPREAD, True),),  # a journey's are rescaled: weights will do
    "Channel": (("kind", WHERE, True),),
    "Stage": (),
    "Start": (("share", SHARE, False),),
    "Touchpoint": (("importance", SPREAD, False), ("outcome", OUTCOMES, True)),
    "Score": (("score", FINITE, False), ("n", COUNT, True), ("sd", SPREAD, True)),
    "Paired": (("n", SEVERAL, False), ("sd", SPREAD, False)),
    "Transition": (("probability", PROBABILITY, True),),
    "Metric": (("value", FINITE, False), ("n", COUNT, True)),
    "Comparison": (("value", FINITE, False), ("operator", OPERATORS, False)),
    "Improvement": (("cost", SPREAD, False), ("phase", PHASES, False)),
    "Lift": (("points", FINITE, False),),  # in Python a lift may also be a loss
}
_NAMED = ("Persona", "Channel", "Stage", "Touchpoint", "Metric", "Improvement")
_LISTS = ("personas", "channels", "stages", "start", "metrics", "improvements")


def check_bounds(journey: Any) -> None:
    """Raise ValueError for the first value that a file could not hold either, saying where."""
    _check(("language",), journey.language, LANGUAGES)
    _check_id(("id",), journey.id)
    for way, part in _parts(journey):
        kind = type(part).__name__
        if kind in _NAMED:
            _check_id(way, part.id)
        for field, allowed, optional in _FIELDS[kind]:
            value = getattr(part, field)
            if value is not None or not optional:
                _check((*way, field), value, allowed)


def _parts(journey: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Everything in a journey that has bounds, and the way to it."""
    yield (), journey
    if journey.customers is not None:
        yield ("customers",), journey.customers
    for name in _LISTS:
        for item in getattr(journey, name):
            yield (name, getattr(item, "id", "") or getattr(item, "touchpoint", "")), item
    yield from _targets(("metrics",), journey.metrics)
    for improvement in journey.improvements:
        for lift in improvement.lifts:
            yield ("improvements", improvement.id, "lifts", lift.touchpoint), lift
    for point in journey.touchpoints:
        yield from _parts_of(point)


def _parts_of(point: parts.Touchpoint) -> Iterator[tuple[tuple[str, ...], Any]]:
    way = (point.id,)
    yield way, point
    sides: list[tuple[tuple[str, ...], Any]] = [(way, point)]
    sides += [((*way, "by_persona", own.persona), own) for own in point.by_persona]
    for place, side in sides:
        for name in ("expectation", "experience"):
            if (score := getattr(side, name)) is not None:
                yield (*place, name), score
    if point.paired is not None:
        yield (*way, "paired"), point.paired
    for transition in point.next:
        yield (*way, "next", transition.to), transition
    for metric in point.metrics:
        yield (*way, "metrics", metric.id), metric
    yield from _targets((*way, "metrics"), point.metrics)


def _targets(
    way: tuple[str, ...], metrics: tuple[parts.Metric, ...]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for metric in metrics:
        if metric.target is not None:
            yield (*way, metric.id, "target"), metric.target


def _check(way: tuple[str, ...], value: Any, allowed: Bound | tuple[str, ...]) -> None:
    if isinstance(allowed, Bound):
        if allowed.holds(value):
            return
        noun = allowed.noun
    elif value in allowed:
        return
    else:
        *words, last = allowed
        noun = say("{words} or {last}", words=", ".join(words), last=last)
    where = ".".join(map(str, way))
    raise ValueError(
        say("{where}: expected {what}, not {value!r}", where=where, what=noun, value=value)
    )


def _check_id(way: tuple[str, ...], id: Any) -> None:
    """Any text that is not blank: names of events make journeys too. A file is stricter."""
    if not isinstance(id, str) or not id.strip():
        where = ".".join(map(str, way))
        raise ValueError(say("{where}: {id!r} cannot be an id", where=where, id=id))
