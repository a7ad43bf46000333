"""A parsed text as plain data with a span for every key and value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from cjm.diagnostics import START, Diagnostic, Place, Route, Span
from cjm.records import dataclass
from cjm.source.lines import Lines
from cjm.source.mends import Mend, before_mends, unmended
from cjm.source.node import Entry, Node
from cjm.tuples import NamedTuple


@dataclass(frozen=True)
class Source:
    """A parsed text: its root (None for an empty text or one that is not YAML) and its faults.

    Where slips were mended to read on, the root's places are those of the mended text, and
    `original` tells where that is in the text itself; `faults` are told in it already. `shared`
    are aliases and what they repeat; `marked` tells whether a byte order mark stands before the
    text in its file. `slips` are the faults that reading went on behind, `skipped` the lines left
    out for it, and `as_read` is the text after all that.
    """

    text: str
    root: Node | None
    faults: tuple[Diagnostic, ...] = ()
    readable: bool = True
    mends: tuple[Mend, ...] = ()
    shared: tuple[Node, ...] = ()
    marked: bool = False
    slips: tuple[Diagnostic, ...] = ()
    skipped: tuple[Span, ...] = ()
    as_read: str | None = None

    def offsets(self, span: Span) -> tuple[int, int]:
        """Where a stretch of the text begins and ends in its file, a byte order mark counted."""
        line, column, end_line, end_column = span
        start = self.lines.offset(line, column)
        end = self.lines.offset(end_line, end_column)
        return start + self.marked, end + self.marked

    def can_replace(self, span: Span) -> bool:
        """Whether another text can stand in a stretch without meaning more than that.

        What an alias repeats is meant elsewhere too; an anchor, a tag or the sign of a block of
        text would go with what it belongs to.
        """
        first = self.line(span.line)[span.column - 1 : span.column]
        return first not in tuple("&*!|>") and not self.is_shared(span)

    def is_shared(self, span: Span) -> bool:
        """Whether a stretch lies in what an alias repeats, or is the alias."""
        place = span[:2]
        for node in self.shared:
            whole = before_mends(node.span, self.mends)
            if whole[:2] <= place < whole[2:]:
                return True
        return False

    def original(self, diagnostic: Diagnostic) -> Diagnostic:
        """What was found in the mended text, at its place in the text itself."""
        return unmended(diagnostic, self.mends)

    def node(self, route: Route) -> Node | None:
        """The value at `route`; None where there is nothing."""
        found = self._at(route)
        return found[1] if found else None

    def span(self, route: Route, key: bool = False) -> Span | None:
        """The place of the value at `route`, or of its key; None where there is nothing."""
        found = self._at(route)
        if found is None:
            return None
        return (found.key if key else found.node).span

    def locate(self, place: Span | Place) -> Located:
        """Where a place is in this text, and the way to it.

        What the text does not hold is told at the nearest thing around it: a scalar there that
        stands for the whole (`experience: 5` for its score), or the key of what lacks it.
        """
        if isinstance(place, Span):
            return Located(place, self._routes.get(place[:2]))
        if self.root is None:
            return Located(START, None)
        *_, (depth, found) = self._along(place.route)
        route = place.route[:depth]
        if depth < len(place.route) and found.node.text is not None:
            return Located(found.node.span, route)
        if route and (place.key or depth < len(place.route)):
            return Located(found.key.span, route)
        return Located(found.node.span if route else self.first_key.span, route)

    @property
    def first_key(self) -> Node:
        """Where the text as a whole is spoken of: its `cjm` key, else its first, else all of it."""
        assert self.root is not None
        entries = self.root.value
        if not isinstance(entries, dict) or not entries:
            return self.root
        entry: Entry = entries.get("cjm") or next(iter(entries.values()))
        return entry.key

    def at(self, line: int, column: int) -> Place | None:
        """What stands at a place of the text: the innermost value that reaches there.

        Args:
            line: 1-based.
            column: 1-based, in code points; the one after a value's last sign counts as its own.

        Returns:
            The way to it, and whether the place is on its key; None where the text is no YAML.
            Between a key and its value it is the value. What an alias repeats has no place of its
            own: the alias is the innermost.
        """
        if self.root is None:
            return None
        place = (line, column)
        route: Route = ()
        node = self.root
        while inner := _inside(node, place):
            step, entry, on_key = inner
            route = (*route, step)
            if on_key:
                return Place(route, key=True)
            node = entry.node
        return Place(route)

    def _at(self, route: Route) -> Entry | None:
        if self.root is None:
            return None
        *_, (depth, found) = self._along(route)
        return found if depth == len(route) else None

    def _along(self, route: Route) -> Iterator[tuple[int, Entry]]:
        """What is met on the way, as far as it goes, with the number of steps to it."""
        assert self.root is not None
        found = Entry(self.root, self.root)
        yield 0, found
        for depth, step in enumerate(route, 1):
            value = found.node.value
            if isinstance(value, dict) and step in value:
                found = value[step]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                found = Entry(value[step], value[step])
            elif isinstance(value, list) and (named := _named(step, value)):
                found = Entry(named, named)  # an id in a list is its own key
            else:
                return
            yield depth, found

    @cached_property
    def _routes(self) -> dict[tuple[int, int], Route]:
        """The way to whatever begins at a line and column; keys before their values."""
        routes: dict[tuple[int, int], Route] = {}
        waiting: list[tuple[Route, Node]] = [((), self.root)] if self.root else []
        while waiting:
            route, node = waiting.pop()
            routes.setdefault(node.span[:2], route)
            if isinstance(node.value, dict):
                for key, entry in node.value.items():
                    routes.setdefault(entry.key.span[:2], (*route, key))
                    waiting.append(((*route, key), entry.node))
            elif isinstance(node.value, list):
                waiting += [((*route, n), item) for n, item in enumerate(node.value)]
        return routes

    def line(self, number: int) -> str:
        """The text of a line, 1-based, without its end; empty where there is none."""
        return self.lines.line(number)

    @cached_property
    def lines(self) -> Lines:
        """Where each line of the text begins."""
        return Lines(self.text)


class Located(NamedTuple):
    """A place in a text, and the way to it where there is one."""

    span: Span
    route: Route | None


def _inside(node: Node, place: tuple[int, int]) -> tuple[str | int, Entry, bool] | None:
    """The part of a list or mapping that reaches to a place, and whether its key does."""
    if isinstance(node.value, dict):
        parts: list[tuple[str | int, Entry]] = list(node.value.items())
    elif isinstance(node.value, list):
        parts = [(n, Entry(item, item)) for n, item in enumerate(node.value)]
    else:
        return None
    # What an alias repeats stands elsewhere: not between its own first and last sign.
    first, last = node.span[:2], node.span[2:]
    for step, entry in parts:
        begins, ends = entry.key.span[:2], max(entry.key.span[2:], entry.node.span[2:])
        if first <= begins <= place <= ends <= last:
            return step, entry, entry.key is not entry.node and place <= entry.key.span[2:]
    return None


def _named(id: str | int, items: list[Node]) -> Node | None:
    """The item of a list that is this text."""
    return next((item for item in items if item.text is not None and item.text == id), None)
