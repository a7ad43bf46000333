"""Event logs made by hand, and what they say counted by plain Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, NamedTuple

from cjm.data.engine import LocalEngine, local_engine
from cjm.data.typed import Typed

SECOND = 1_000_000


class Event(NamedTuple):
    """A row of a log: seconds since 1970."""

    case: str
    word: str
    at: float
    ord: float | None = None
    failed: bool | None = None


@contextmanager
def typed_log(events: Sequence[Event]) -> Iterator[Typed]:
    """The events as typing gives them, on an engine of their own."""
    with local_engine("discover") as engine:
        yield typed_events(engine, events)


def typed_events(engine: LocalEngine, events: Sequence[Event]) -> Typed:
    """The events as a table of this engine."""
    engine.rows(
        'CREATE OR REPLACE TABLE log ("row" BIGINT, "case" VARCHAR, word VARCHAR, "at" BIGINT, '
        '"ord" DOUBLE, failed BOOLEAN, "day" DATE)'
    )
    rows = [_row(number, event) for number, event in enumerate(events, start=1)]
    if rows:
        engine.connection.executemany("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return Typed("SELECT * FROM log", engine, len(rows), {})


def _row(number: int, event: Event) -> tuple[Any, ...]:
    at = round(event.at * SECOND)
    day = datetime.fromtimestamp(event.at, UTC).date()
    return (number, event.case, event.word, at, event.ord, event.failed, day)


def clock(text: str) -> float:
    """A time of a day such as 10:02 as seconds."""
    hours, minutes = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60


EXAMPLE = tuple(
    Event(case, word, clock(time))
    for case, word, time in (
        ("c1", "search", "10:00"),
        ("c1", "cart", "10:02"),
        ("c1", "pay", "10:05"),
        ("c2", "search", "11:00"),
        ("c2", "search", "11:03"),
        ("c2", "cart", "11:04"),
        ("c3", "search", "9:00"),
        ("c3", "cart", "9:10"),
        ("c3", "pay", "9:10"),
        ("c4", "cart", "12:00"),
        ("c4", "pay", "12:01"),
        ("c5", "search", "8:00"),
    )
)
"""Five customers of a shop, made up."""


def cases_of(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each case in order: time, place in the order (numbers, blanks last), row."""
    cases: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row, event in enumerate(events):
        place = (event.ord is None, event.ord or 0)
        cases[event.case].append((event.at, place, row, event))
    return {
        case: [e for *_, e in sorted(rows, key=lambda r: r[:3])] for case, rows in cases.items()
    }


class Brute(NamedTuple):
    """What plain Python counts."""

    paths: dict[tuple[str, ...], int]
    visits: dict[str, int]
    starts: dict[str, int]
    ends: dict[str, int]
    waits: dict[tuple[str, str], list[float]]
    positions: dict[str, tuple[float, int]]


def brute_count(cases: dict[str, list[Event]]) -> Brute:
    """Paths, visits, starts, ends, the waits of each move, and mean first positions."""
    found = Brute({}, {}, {}, {}, {}, {})
    places: dict[str, list[int]] = {}
    for events in cases.values():
        path = tuple(event.word for event in events)
        for counts, key in ((found.paths, path), (found.starts, path[0]), (found.ends, path[-1])):
            counts[key] = counts.get(key, 0) + 1  # type: ignore[index]
        for place, event in enumerate(events):
            found.visits[event.word] = found.visits.get(event.word, 0) + 1
            if event.word not in path[:place]:
                places.setdefault(event.word, []).append(place + 1)
        for one, other in pairwise(events):
            found.waits.setdefault((one.word, other.word), []).append(other.at - one.at)
    found.positions.update({id: (sum(p) / len(p), len(p)) for id, p in places.items()})
    return found


def quantile(values: Sequence[float], share: float) -> float:
    """Type 7: linear between order statistics."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
