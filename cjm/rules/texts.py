"""What was written, for rules that look at the text itself: lists in brackets, texts of lines."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Route
from cjm.source import Node, Source
from cjm.tuples import NamedTuple


class Item(NamedTuple):
    """A text in a list that stands in brackets, and its place there."""

    route: Route
    node: Node
    before: tuple[Node, ...]


def values(source: Source) -> Iterator[tuple[Route, Node]]:
    """Every value of a text with the way to it, in the order of the file."""
    waiting: list[tuple[Route, Node]] = [((), source.root)] if source.root else []
    while waiting:
        route, node = waiting.pop()
        yield route, node
        if isinstance(node.value, dict):
            inner = [((*route, key), entry.node) for key, entry in node.value.items()]
            waiting += reversed(inner)
        elif isinstance(node.value, list):
            waiting += reversed([((*route, n), item) for n, item in enumerate(node.value)])


def plain_items(source: Source) -> Iterator[Item]:
    """The items without quotes of lists in brackets, which commas part."""
    waiting: list[tuple[Route, Node]] = [((), source.root)] if source.root else []
    while waiting:
        route, node = waiting.pop()
        if isinstance(node.value, dict):
            parts: list[tuple[str | int, Node]] = [(k, e.node) for k, e in node.value.items()]
        else:
            parts = list(enumerate(node.value if isinstance(node.value, list) else ()))
            if node.end_mark is not None:  # only what stands in brackets has an end of its own
                for n, item in parts:
                    if item.plain and isinstance(item.value, str):
                        yield Item((*route, n), item, tuple(node.value[:n]))
        # Most values are scalars, which hold no list: no way to them is worth its making.
        waiting += [((*route, key), part) for key, part in reversed(parts) if part.text is None]


def touchpoint_of(route: Route) -> str | None:
    """The touchpoint that a place belongs to."""
    inside = len(route) > 1 and route[0] == "touchpoints"
    return str(route[1]) if inside else None


def item_of(route: Route) -> str:
    """What tells a place from others at its touchpoint."""
    return "/".join(map(str, route[2:] if touchpoint_of(route) else route))
