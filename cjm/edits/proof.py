"""Proof: what edits make of a text is its data with exactly the change that was asked for."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any

from cjm.diagnostics import Route
from cjm.edits.edit import Edit, apply
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.source import Source, parse


def proved(source: Source, edits: Iterable[Edit], expected: Any) -> tuple[Edit, ...]:
    """Edits of a text, by offsets in its file, once it is read with them made.

    Args:
        source: What was read.
        edits: By offsets in its text, without a byte order mark.
        expected: The data that the new text shall hold.

    Raises:
        UsageError: It would hold something else, or be no YAML.
    """
    edits = _joined(edits)
    after = parse(apply(source.text, edits))
    data = after.root.data if after.root else None
    if after.faults or not after.readable or not alike(data, expected):
        raise UsageError(
            say("the change cannot be made in this text without changing more"),
            help=say("make it by hand"),
        )
    marked = int(source.marked)
    return tuple(Edit(start + marked, end + marked, text) for start, end, text in edits)


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order, those that touch as one: taken back, two would go to one place."""
    joined: list[Edit] = []
    for edit in sorted(edit for edit in edits if edit.start < edit.end or edit.text):
        if joined and joined[-1].end == edit.start:
            first = joined.pop()
            edit = Edit(first.start, edit.end, first.text + edit.text)
        joined.append(edit)
    return joined


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same data: order of keys counts, 8 and 8.0 are one."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return [*map(_key, one)] == [*map(_key, other)] and all(
            map(alike, one.values(), other.values())
        )
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Real) and isinstance(other, Real):
        return one == other or (math.isnan(one) and math.isnan(other))
    return type(one) is type(other) and bool(one == other)


def _key(key: Any) -> str:
    return unicodedata.normalize("NFC", str(key))


def changed(data: Any, route: Route, change: Any) -> Any:
    """A copy of data in which `change` was asked for the collection at a route."""
    if not route:
        return change(data)
    copy = copy_of(data)
    copy[route[0]] = changed(copy[route[0]], route[1:], change)
    return copy


def copy_of(data: Any) -> Any:
    """A mapping or a list of its own."""
    return dict(data) if isinstance(data, dict) else list(data)
