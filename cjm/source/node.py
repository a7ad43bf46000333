"""A value of a parsed text: plain data that knows its place."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Span
from cjm.tuples import NamedTuple


class Node:
    """A value and its place.

    `value` is a dict of str to Entry, a list of Node, or a scalar: str, int, float, bool, None.
    `text` is a scalar as written (None for collections), `plain` whether it stands unquoted.
    The marks are the parser's, 0-based; no `end_mark` means: where the last part ends. `anchored`
    is how many columns an anchor takes before the value. `kept` is what somebody made of the value
    and will want again: where one line of a text changed, most nodes are those of before.
    """

    __slots__ = ("anchored", "end_mark", "kept", "plain", "start_mark", "text", "value")

    def __init__(
        self,
        value: Any,
        start_mark: Any,
        end_mark: Any,
        text: str | None = None,
        plain: bool = False,
    ) -> None:
        self.value = value
        self.start_mark = start_mark
        self.end_mark = end_mark
        self.text = text
        self.plain = plain
        self.anchored = 0
        self.kept: Any = None

    @property
    def span(self) -> Span:
        """The place, worked out when it is asked for: few places ever are."""
        line, column = self.start_mark.line + 1, self.start_mark.column + 1
        if self.end_mark is not None:
            end_line, end_column = self.end_mark.line + 1, self.end_mark.column + 1
            return Span(line, column + self.anchored, end_line, end_column)
        last = self._last_part()
        if last is None:
            return Span(line, column, line, column + 1)
        return Span(line, column, *last.span[2:])

    def _last_part(self) -> Node | None:
        if isinstance(self.value, list) and self.value:
            return self.value[-1]  # type: ignore[no-any-return]
        if isinstance(self.value, dict) and self.value:
            return next(reversed(self.value.values())).node  # type: ignore[no-any-return]
        return None

    @property
    def data(self) -> Any:
        """The plain data: dicts, lists and scalars without places."""
        if isinstance(self.value, dict):
            return {key: entry.node.data for key, entry in self.value.items()}
        if isinstance(self.value, list):
            return [item.data for item in self.value]
        return self.value


class Entry(NamedTuple):
    """One key of a mapping, and its value."""

    key: Node
    node: Node
