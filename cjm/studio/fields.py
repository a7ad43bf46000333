"""Fields: how the studio puts values, entries and items where a person would have written them."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Route
from cjm.edits import Edit
from cjm.edits.inserting import insert
from cjm.edits.removing import remove
from cjm.edits.setting import set_value
from cjm.errors import UsageError
from cjm.format import JOURNEY, walk
from cjm.format.record import Record
from cjm.format.shapes import Forms
from cjm.i18n import say
from cjm.source import Node, Source
from cjm.studio.placeholders import filled, kept

TOUCHPOINTS = "touchpoints"
DECLARING = (TOUCHPOINTS, "stages", "channels", "personas", "improvements")
"""Mappings whose entries are more than what is said in them."""


def put(source: Source, route: Route, value: Any) -> tuple[Edit, ...]:
    """The edits that make a value what it shall be, whether it is written yet or not.

    Args:
        source: The text, without faults.
        route: The way to it: fields of the format, ids, places in lists.
        value: As of `cjm.edits.setting.set_value`.

    Raises:
        UsageError: As of the edit engine; or the way leads through something that is not declared.
    """
    depth = _written(source, route)
    if depth == len(route):
        return set_value(source, route, value)
    for step in reversed(route[depth + 1 :]):
        value = {str(step): value}
    key = route[depth]
    if not isinstance(key, str) or not _may_begin(route[: depth + 1]):
        raise UsageError(say("there is nothing called {step!r}", step=key))
    return inserted(source, route[:depth], key, value)


def inserted(
    source: Source, route: Route, key: str | None, value: Any, after: str | int | None = None
) -> tuple[Edit, ...]:
    """The edits of `cjm.edits.inserting.insert`, where a person would have written it.

    Without `after` a field stands where it waits as a comment (`# owner:`), else where the table of
    the format has it among its brothers. A touchpoint stands on lines of its own, as others do.
    """
    node = source.node(route)
    entries = node.value if node is not None else None
    opened = _is_opened(node, route, value)
    if key is None or after is not None or not isinstance(entries, dict):
        return insert(source, route, key, value, after, opened=opened)
    order = _order(route)
    before = order[: order.index(key)] if key in order else tuple(entries)
    if key in order and key not in entries and (edits := filled(source, route, key, value, before)):
        return edits
    # Authors have orders of their own: it stands below all that the table has before it.
    after = next((field for field in reversed(entries) if field in before), None)
    return insert(source, route, key, value, after, first=True, opened=opened)


def removed(source: Source, route: Route) -> tuple[Edit, ...]:
    """The edits of `cjm.edits.removing.remove`; what was declared stays, though with nothing in it.

    The last field of a touchpoint is no reason to take the touchpoint out.
    """
    top, node = route, source.node(route[:-1])
    while len(top) > 2 and node is not None and node.value is not None and len(node.value) == 1:
        top = top[:-1]
        node = source.node(top[:-1])
    if len(top) == 2 < len(route) and top[0] in DECLARING:
        return set_value(source, top, None)
    return kept(source, remove(source, route))


def _written(source: Source, route: Route) -> int:
    """How many steps of a way lead to something that is written."""
    for depth in range(len(route), 0, -1):
        if source.node(route[:depth]) is not None:
            return depth
    return 0


def _may_begin(route: Route) -> bool:
    """Whether a way that is not written leads to a field, or to something said of another id."""
    if _order(route[:-1]):
        return walk(JOURNEY, route) is not None or str(route[-1]).startswith("x-")
    return len(route) > 2 and walk(JOURNEY, route) is not None


def _order(route: Route) -> tuple[str, ...]:
    """The fields of what stands at a way, in the order of the format; none of other mappings."""
    found = walk(JOURNEY, route) if route else None
    kind: Any = JOURNEY if not route else found and found.kind
    if isinstance(kind, Forms):
        kind = kind.mapped
    return tuple(kind.fields) if isinstance(kind, Record) else ()


def _is_opened(node: Node | None, route: Route, value: Any) -> bool:
    """Whether a collection is written on lines of its own: a touchpoint is, where others are."""
    if node is None or not route or route[0] != TOUCHPOINTS:
        return False
    if node.value is None:
        return len(route) < 3
    entries = node.value
    if len(route) > 1 or not isinstance(value, dict) or not isinstance(entries, dict):
        return False
    brothers = [entry.node for entry in entries.values() if isinstance(entry.node.value, dict)]
    return any(one.end_mark is None for one in brothers) or not brothers
