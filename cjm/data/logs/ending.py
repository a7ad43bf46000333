"""Ends of cases as visits: `cjm discover` writes an exit of its own for an end that may go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cjm.data.logs.exits import END
from cjm.journey import Journey
from cjm.journey.paths import CountedPath


def with_ends(journey: Journey, paths: Iterable[CountedPath]) -> tuple[CountedPath, ...]:
    """The paths, those that end where the journey has such an exit led on to it.

    `pay-end` after `pay` is no event that a log could have: that a case ends at `pay` is the visit.
    Cases that may not be over stay as they are.

    Args:
        journey: What is planned.
        paths: What the log has; where it has visits to such an exit, that is a real one.
    """
    paths = tuple(paths)
    visited = {id for path in paths for id in path.touchpoints}
    exits = {point.id for point in journey.touchpoints if point.is_exit} - visited
    ends = {
        point.id: end
        for point in journey.touchpoints
        if (end := f"{point.id}{END}") in exits and any(way.to == end for way in point.next)
    }
    known = {point.id for point in journey.touchpoints}
    return tuple(part for path in paths for part in _led_on(path, ends, known))


def _led_on(path: CountedPath, ends: Mapping[str, str], known: set[str]) -> Iterator[CountedPath]:
    """A path with its end, and apart from it those of its cases that may not be over."""
    last = next((id for id in reversed(path.touchpoints) if id in known), "")
    if last not in ends or path.cases == path.open:
        yield path
        return
    yield CountedPath((*path.touchpoints, ends[last]), path.cases - path.open)
    if path.open:
        yield CountedPath(path.touchpoints, path.open, path.open)
