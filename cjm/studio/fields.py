"""Fields: where a value goes that is not written yet, by the table of the format."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Route
from cjm.edits import Edit
from cjm.edits.inserting import insert
from cjm.edits.setting import set_value
from cjm.errors import UsageError
from cjm.format import JOURNEY, walk
from cjm.format.record import Record
from cjm.format.shapes import Forms
from cjm.i18n import say
from cjm.source import Node, Source


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
    """The edits of `cjm.edits.inserting.insert`; without `after` a field stands where the table
    of the format has it: behind the last of its brothers that come before it there.
    """
    node = source.node(route)
    if after is None and key is not None and node is not None and isinstance(node.value, dict):
        after = _brother(node, route, key)
    return insert(source, route, key, value, after)


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


def _brother(node: Node, route: Route, key: str) -> str | None:
    """The last field of a mapping that the table has before another one."""
    order = _order(route)
    if key not in order:
        return None
    before = order[: order.index(key)]
    return next((field for field in reversed(before) if field in node.value), None)
