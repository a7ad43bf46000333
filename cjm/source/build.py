"""Plain data → a Source, so that data of Python is read like a file; its places are routes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any

from cjm.diagnostics import Route
from cjm.source.model import Source
from cjm.source.node import Entry, Node
from cjm.tuples import NamedTuple


class _Mark(NamedTuple):
    line: int
    column: int = 0


class Built(NamedTuple):
    """A source of data, and the route that each of its lines stands for, 1-based."""

    source: Source
    routes: dict[int, Route]


def build(data: Any) -> Built:
    """Every value on a line of its own. Raises TypeError for a key that is no text."""
    routes: dict[int, Route] = {}
    return Built(Source("", _node(data, (), routes)), routes)


def _node(value: Any, route: Route, routes: dict[int, Route]) -> Node:
    place = _Mark(len(routes))
    routes[len(routes) + 1] = route
    if isinstance(value, Mapping):
        entries = {}
        for key, item in value.items():
            if not isinstance(key, str):
                where = ".".join(map(str, route)) or "the journey"
                raise TypeError(f"{where}: a key is text, not {key!r}")
            node = _node(item, (*route, key), routes)
            entries[key] = Entry(Node(key, node.start_mark, node.start_mark, key), node)
        return Node(entries, place, place)
    if isinstance(value, (list, tuple)):
        items = [_node(item, (*route, n), routes) for n, item in enumerate(value)]
        return Node(items, place, place)
    value, text = _scalar(value)
    return Node(value, place, place, text, not isinstance(value, str))


def _scalar(value: Any) -> tuple[Any, str]:
    """A value as YAML knows it, and as it would be written."""
    if value is None:
        return None, ""
    if isinstance(value, (datetime, date)):
        text = value.isoformat()[:10]
        return text, text
    if isinstance(value, bool):
        return value, str(value).lower()
    if isinstance(value, Real):
        value = int(value) if isinstance(value, Integral) else float(value)
        return value, str(value)
    return str(value), str(value)
