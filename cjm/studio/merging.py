"""Merging: what two people made of one text, put together field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from cjm.diagnostics import Route
from cjm.edits import Edit, apply
from cjm.edits.proof import alike
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.source import parse
from cjm.studio.editing import made
from cjm.studio.operations import Insert, Operation, Remove, SetValue
from cjm.tuples import NamedTuple

ABSENT: Any = object()
"""The value of what is not there."""


class Conflict(NamedTuple):
    """A value that both changed, or that one changed and the other took away."""

    route: Route
    before: Any
    theirs: Any
    mine: Any

    def to_dict(self) -> dict[str, Any]:
        """As plain data; what is not there is left out."""
        sides = {"before": self.before, "theirs": self.theirs, "mine": self.mine}
        told = {name: value for name, value in sides.items() if value is not ABSENT}
        return {"route": list(self.route), **told}


class Merged(NamedTuple):
    """Their text with my changes in it, and what of mine could not be put there."""

    text: str
    conflicts: tuple[Conflict, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        return {"text": self.text, "conflicts": [one.to_dict() for one in self.conflicts]}


def merged(before: str, theirs: str, mine: str) -> Merged:
    """What two texts made of one come to.

    Changed lines are put together where they lie apart, so that comments of both stay. Else each
    value that I changed is changed in their text, where it still is what it was or is mine already.

    Args:
        before: What both began with, without a byte order mark.
        theirs: What stands in the file by now.
        mine: What I made of it.

    Returns:
        Their text with my changes; those that would take back what they did are conflicts.

    Raises:
        UsageError: One of the texts is no YAML, so that nobody knows what it changes.
    """
    data = _data(before), _data(theirs), _data(mine)
    changes = list(_changes(*data))
    conflicts = tuple(one for one in changes if not _fits(one))
    if not conflicts:
        text = _by_lines(before, theirs, mine)
        if text is not None and _is_sum(text, data[1], changes):
            return Merged(text)
    operations = [
        _operation(one) for one in changes if _fits(one) and not _same(one.theirs, one.mine)
    ]
    return Merged(made(theirs, operations).text, conflicts)


def _data(text: str) -> Any:
    source = parse(text)
    if source.faults or not source.readable or source.root is None:
        raise UsageError(
            say("the text has faults, so nothing can be put together with it"),
            help=say("mend them first: cjm check"),
        )
    return source.root.data


def _changes(before: Any, theirs: Any, mine: Any, route: Route = ()) -> Iterator[Conflict]:
    """Every value that I changed, with what it is in their text."""
    if isinstance(before, Mapping) and isinstance(mine, Mapping):
        if isinstance(theirs, Mapping):
            for key in (*before, *(key for key in mine if key not in before)):
                old, now, new = (each.get(key, ABSENT) for each in (before, theirs, mine))
                yield from _changes(old, now, new, (*route, key))
        elif not _same(before, mine):
            yield Conflict(route, before, theirs, mine)
    elif not _same(before, mine):
        yield Conflict(route, before, theirs, mine)


def _fits(change: Conflict) -> bool:
    """Whether a change of mine takes back nothing of theirs."""
    return _same(change.theirs, change.before) or _same(change.theirs, change.mine)


def _same(one: Any, other: Any) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return alike(one, other)


def _operation(change: Conflict) -> Operation:
    """What makes a change of mine in their text."""
    if change.mine is ABSENT:
        return Remove(change.route)
    if change.before is not ABSENT:
        return SetValue(change.route, change.mine)
    return Insert(change.route[:-1], str(change.route[-1]), change.mine)


def _by_lines(before: str, theirs: str, mine: str) -> str | None:
    """Changed lines of both in one text; None where some of them meet."""
    edits = [*_line_edits(before, theirs)]
    for edit in _line_edits(before, mine):
        if edit not in edits:
            edits.append(edit)
    ordered = sorted(edits)
    for one, other in pairwise(ordered):
        if one.end >= other.start:
            return None
    return apply(before, ordered)


def _line_edits(before: str, after: str) -> Iterator[Edit]:
    """The lines that differ, as edits."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    places = [0]
    for line in old:
        places.append(places[-1] + len(line))
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            yield Edit(places[start], places[end], "".join(new[new_start:new_end]))


def _is_sum(text: str, theirs: Any, changes: list[Conflict]) -> bool:
    """Whether a text says what theirs does, with exactly my changes."""
    source = parse(text)
    if source.faults or source.root is None:
        return False
    found = source.root.data
    left = list(_changes(theirs, found, found))
    expected = [one for one in changes if not _same(one.theirs, one.mine)]
    return len(left) == len(expected) and all(
        one.route == other.route and _same(one.mine, other.mine)
        for one, other in zip(
            sorted(left, key=_by_route), sorted(expected, key=_by_route), strict=True
        )
    )


def _by_route(change: Conflict) -> str:
    return repr(change.route)
