"""Anatomy: where each part of a parsed text begins and ends, and what is shared with others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import Any

from cjm.diagnostics import Route
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.source import Entry, Node, Source
from cjm.source.block_scalars import Block, block_at
from cjm.source.lines import LINE_BREAK
from cjm.source.tokens import (
    BLOCK_END,
    COMMA,
    DASH,
    KEY,
    MAPPING,
    SCALAR,
    SEQUENCE,
    VALUE,
    tokens_of,
)
from cjm.tuples import NamedTuple

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")


class Part(NamedTuple):
    """An entry of a mapping or an item of a list: its collection, and its place among the others.

    `start` is where it begins, its dash or question mark included, `lead` the offset past its colon
    or dash, None without one; `end` is past its last sign.
    """

    within: Node
    nth: int
    key: Node | None
    node: Node
    start: int
    lead: int | None
    end: int


class Anatomy:
    """The parts of a source without faults, by offsets in its text without a byte order mark."""

    def __init__(self, source: Source, overlay: bool = False) -> None:
        """Raises UsageError for a source that no edit may change; an overlay only where asked."""
        if source.faults or not source.readable:
            raise UsageError(
                say("the text has faults, so nothing in it is changed"),
                help=say("mend them first: cjm check"),
            )
        data = source.root.value if source.root else None
        if isinstance(data, dict) and "cjm-measured" in data and not overlay:
            raise UsageError(say("what cjm measure writes is changed by measuring anew"))
        self.source = source
        self.text = source.text
        self._signs: dict[str, list[int]] = {DASH: [], VALUE: [], KEY: [], COMMA: []}
        self._blocks: dict[int, Block] = {}
        self._find_signs()
        self._block_starts = sorted(self._blocks)
        self._aliases = {id(node): target for target, node in self._shared()}
        self._targets = {id(target): node for target, node in self._shared()}

    def _shared(self) -> list[tuple[Node, Node]]:
        shared = self.source.shared
        return list(zip(shared[::2], shared[1::2], strict=True))

    def _find_signs(self) -> None:
        columns = [-1]
        for kind, start, end, column in tokens_of(self.text):
            if kind in (MAPPING, SEQUENCE):
                columns.append(column)
            elif kind == BLOCK_END:
                columns.pop()
            elif start < end and kind in self._signs:
                self._signs[kind].append(start)
            elif kind == SCALAR and self.text[start] in "|>":
                self._blocks[start] = block_at(self.text, start, columns[-1])

    def part(self, route: Route) -> Part:
        """The part at a route. Raises UsageError where there is none, or it is shared."""
        if not route:
            raise UsageError(say("the whole text is no part of it"))
        return self.part_of(self.collection(route[:-1]), route[-1])

    def collection(self, route: Route) -> Node:
        """The value at a route, which nobody else shares. Raises UsageError."""
        node = self.source.root
        if node is None:
            raise UsageError(say("the text is empty"))
        self.refuse_shared(node)
        for step in route:
            node = self._below(node, step)
            self.refuse_shared(node)
        return node

    def _below(self, node: Node, step: str | int) -> Node:
        value = node.value
        if isinstance(value, dict) and step in value:
            entry: Entry = value[step]
            return entry.node
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            item: Node = value[step]
            return item
        raise UsageError(say("there is nothing called {step!r}", step=step))

    def part_of(self, within: Node, step: str | int) -> Part:
        """A part of a collection. Raises UsageError where there is none."""
        node = self._below(within, step)
        if isinstance(within.value, list):
            nth = int(step)
            lead = None if self.is_flow(within) else self._before(DASH, self.start(node))
            start = self.start(node) if lead is None else lead
            end = max(start + (lead is not None), self.end(node))
            return Part(within, nth, None, node, start, None if lead is None else lead + 1, end)
        nth = list(within.value).index(step)
        key = within.value[step].key
        start = self._key_start(key)
        colon = self._before(VALUE, self.start(node))
        if colon is not None and colon < self.end(key):
            colon = None
        end = self.end(key) if colon is None else max(colon + 1, self.end(node))
        if self.is_empty(node):
            end = self.end(key) if colon is None else colon + 1
        return Part(within, nth, key, node, start, None if colon is None else colon + 1, end)

    def parts(self, within: Node) -> list[Part]:
        """All parts of a collection."""
        steps: Any = within.value if isinstance(within.value, dict) else range(len(within.value))
        return [self.part_of(within, step) for step in steps]

    def _offset(self, mark: Any) -> int:
        """Where a mark is; the parser's own count is that of the text that the node was read in."""
        return self.source.lines.offset(mark.line + 1, mark.column + 1)

    def is_flow(self, node: Node) -> bool:
        """Whether a collection stands in brackets."""
        return node.end_mark is not None

    def is_empty(self, node: Node) -> bool:
        """Whether nothing is written for a value."""
        if node.end_mark is None or node.text != "":
            return False
        start, end = node.start_mark, node.end_mark
        return bool((start.line, start.column) == (end.line, end.column))

    def start(self, node: Node) -> int:
        """Where a value begins, an anchor or tag included."""
        return self._offset(node.start_mark)

    def text_start(self, node: Node) -> int:
        """Where a scalar's own text begins, past an anchor and a tag."""
        found = _PROPERTIES.match(self.text, self.start(node), self.end(node))
        return found.end() if found else self.start(node)

    def block(self, node: Node) -> tuple[int, Block] | None:
        """Where the sign of a block scalar stands, and its extent; None for other values."""
        if node.end_mark is not None or node.text is None:
            return None
        sign = self._block_starts[bisect_left(self._block_starts, self.start(node))]
        return sign, self._blocks[sign]

    def end(self, node: Node) -> int:
        """Past the last sign of a value."""
        if node.end_mark is not None:
            return self._offset(node.end_mark)
        if found := self.block(node):
            _, block = found
            return self._without_break(block.end) if block.lines else block.header_end
        last = next(reversed(node.value)) if isinstance(node.value, dict) else len(node.value) - 1
        return self.part_of(node, last).end

    def _without_break(self, offset: int) -> int:
        """The end of the line that ends before an offset."""
        if self.text[:offset].endswith("\r\n"):
            return offset - 2
        return offset - (LINE_BREAK.fullmatch(self.text[offset - 1 : offset]) is not None)

    def _key_start(self, key: Node) -> int:
        start = self.start(key)
        mark = self._before(KEY, start)
        if mark is None or self.text[mark + 1 : start].strip(" \t\r\n"):
            return start
        return mark

    def _before(self, kind: str, offset: int) -> int | None:
        """The last sign of a kind that begins before an offset."""
        signs = self._signs[kind]
        n = bisect_left(signs, offset)
        return signs[n - 1] if n else None

    def comma_before(self, offset: int) -> int | None:
        """The last comma before an offset."""
        return self._before(COMMA, offset)

    def column(self, offset: int) -> int:
        """The column of a place, 0-based."""
        return offset - self.line_start(offset)

    def line_start(self, offset: int) -> int:
        """Where the line of a place begins."""
        line, _ = self.source.lines.position(offset)
        return self.source.lines.offset(line, 1)

    def line_end(self, offset: int) -> int:
        """Where the line of a place ends, its break not included."""
        found = LINE_BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def with_comments(self, part: Part) -> int:
        """Where the line of a part begins, or the comments directly above it at its column."""
        first = self.line_start(part.start)
        column = part.start - first
        while first and self._is_comment(above := self.line_start(first - 1), column):
            first = above
        return first

    def _is_comment(self, line_start: int, column: int) -> bool:
        line = self.text[line_start : self.line_end(line_start)]
        return len(line) - len(line.lstrip(" ")) == column and line.lstrip(" ").startswith("#")

    def next_line(self, offset: int) -> int:
        """Where the line below begins; the end of the text where there is none."""
        found = LINE_BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    @property
    def line_break(self) -> str:
        """How lines of the text end, mostly."""
        both = self.text.count("\r\n")
        return "\r\n" if 2 * both > self.text.count("\n") else "\n"

    def refuse_shared(self, node: Node) -> None:
        """Raise UsageError for an alias, and for what one repeats."""
        if id(node) in self._aliases:
            raise self._told(self._aliases[id(node)], node)
        if id(node) in self._targets:
            raise self._told(node, self._targets[id(node)])

    def anchored(self, node: Node) -> Node:
        """The value itself, or of an alias the one that it repeats."""
        return self._aliases.get(id(node), node)

    def is_anchored(self, node: Node) -> bool:
        """Whether an alias repeats a value."""
        return id(node) in self._targets

    def refuse_used_otherwise(self, node: Node, known: Collection[int]) -> None:
        """Raise UsageError where a value and its aliases, by their `id()`, are not all `known`."""
        for target, alias in self._shared():
            if target is node and not {id(target), id(alias)} <= {*known}:
                raise self._told(target, alias)

    def refuse_shared_in(self, start: int, end: int) -> None:
        """Raise UsageError where a stretch holds what an alias elsewhere repeats."""
        for target, alias in self._shared():
            if start <= self.start(target) < end and not start <= self.start(alias) < end:
                raise self._told(target, alias)

    def _told(self, target: Node, alias: Node) -> UsageError:
        name = self.text[self.start(alias) + 1 : self.end(alias)]
        line, column = self.source.lines.position(self.start(target))
        return UsageError(
            say("the value is shared with *{name}; edit it there", name=name),
            help=say("its anchor stands at line {line}, column {column}", line=line, column=column),
        )
