"""Cursor: where in a text something is being typed, a key or a value, and among what others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from cjm.diagnostics import Route
from cjm.lsp.outline import Outline
from cjm.lsp.parts import Level, Part
from cjm.source.lines import LINE_BREAK
from cjm.source.reader import MAX_DEPTH
from cjm.tuples import NamedTuple

Role = Literal["key", "value", "either"]
"""What is being typed; `either`: a word on a line of its own may become a key or be a value."""

STEP = 2
"""Columns that what is below a key stands deeper than it."""


class Cursor(NamedTuple):
    """A place where something is being typed.

    `route` leads to the mapping that a key is typed in, or to the value that is. What is put in
    replaces the stretch from `start` to `end`, with `lead` before it. `column` is that of the keys
    here, `flow` whether they stand in brackets, `quote` the quote that is open, `colon` whether one
    follows. `others` are the finished entries beside it, or items by what they say; `ways` are the
    levels from the root on, each with the part that leads on.
    """

    route: Route
    role: Role
    start: int
    end: int
    lead: str = ""
    column: int = 0
    flow: bool = False
    quote: str = ""
    colon: bool = False
    others: Mapping[str, Part] = MappingProxyType({})
    ways: tuple[tuple[Level, Part], ...] = ()

    def beside(self, key: str, up: int = 0) -> str:
        """What an entry of the mapping says that holds this place, or one so many levels up."""
        level, _ = self.ways[-1 - up] if len(self.ways) > up else (None, None)
        part = level.texts().get(key) if level and not level.is_list else None
        return (part.text or "") if part else ""


def cursor_at(text: str, offset: int) -> Cursor | None:
    """Where an offset of a text is; None where nothing can be completed.

    Args:
        text: As the editor has it, half-typed or not.
        offset: In code points.

    Returns:
        The place; None in comments, in texts of several lines, and behind a value.
    """
    outline = Outline(text, offset)
    if any(start < offset <= end for start, end in outline.comments):
        return None
    if outline.root is None:
        return Cursor((), "key", offset, offset) if not text.strip("\ufeff \t\r\n") else None
    return _Search(text, offset, outline).found()


class _Search:
    """The way down an outline to an offset."""

    def __init__(self, text: str, offset: int, outline: Outline) -> None:
        self.text = text
        self.offset = offset
        self.outline = outline
        self.route: Route = ()
        self.ways: tuple[tuple[Level, Part], ...] = ()

    def found(self) -> Cursor | None:
        level = self.outline.root
        while level is not None and len(self.route) <= MAX_DEPTH:
            part = self._part(level)
            if part is None:
                return None
            self.ways = (*self.ways, (level, part))
            below = part.below
            if part is self.outline.at_cursor or not self._is_below(part, below):
                return self._cursor(level, part)
            self.route = (*self.route, self._step(level, part))
            level = below
        return None

    def _part(self, level: Level) -> Part | None:
        if level.is_flow:
            slots = (p for p in level.parts if p.slot[0] <= self.offset <= p.slot[1])
            return next(slots, None)
        before = [part for part in level.parts if part.start <= self.offset]
        return before[-1] if before else None

    def _is_below(self, part: Part, below: Level | None) -> bool:
        if below is None:
            return False
        if below.is_flow:
            return below.start < self.offset <= below.end
        return self.offset >= below.parts[0].start

    @staticmethod
    def _step(level: Level, part: Part) -> str | int:
        return level.parts.index(part) if level.is_list else part.key or ""

    def _cursor(self, level: Level, part: Part) -> Cursor | None:
        if level.is_list:
            return self._value(level, part, "either")
        if part is self.outline.at_cursor:
            alone = not level.texts(part)
            return self._made(self.route, "either" if alone else "key", part.start, part.end)
        if part.colon is None or self.offset < part.colon:
            return self._key(level, part)
        return self._value(level, part, "value")

    def _key(self, level: Level, part: Part) -> Cursor | None:
        if part.key is None and level.is_flow:
            return self._made(self.route, "key", self.offset, self.offset)
        if part.start <= self.offset <= part.end and self.text[part.start] not in "\"'":
            colon = part.colon is not None
            return self._made(self.route, "key", part.start, part.end, colon=colon)
        return None

    def _value(self, level: Level, part: Part, role: Role) -> Cursor | None:
        if part.hidden or part.below is not None:
            return None
        route = (*self.route, self._step(level, part))
        if part.quote:
            return self._quoted(route, part, role)
        if part.text:
            inside = part.first <= self.offset <= part.last
            return self._made(route, role, part.first, part.last) if inside else None
        between = self.text[part.colon or part.start : self.offset]
        if LINE_BREAK.search(between) and not level.is_flow:
            return None
        return self._made(route, role, self.offset, self.offset)

    def _quoted(self, route: Route, part: Part, role: Role) -> Cursor | None:
        closed = self.text[part.last - 1] == part.quote and part.last > part.first + 1
        end = part.last - closed
        if not part.first < self.offset <= end:
            return None
        return self._made(route, role, part.first + 1, end, quote=part.quote)

    def _made(
        self, route: Route, role: Role, start: int, end: int, quote: str = "", colon: bool = False
    ) -> Cursor:
        level, part = self.ways[-1]
        lead = " " if not quote and start and self.text[start - 1] in ":,-" else ""
        if start < end and lead:
            lead = ""
        column = self._column(start)
        if role == "value" and not level.is_flow:
            column += STEP
        flow = level.is_flow
        others = level.texts(part)
        if part is self.outline.at_cursor and not level.is_list:
            column = level.column
        elif level.is_list and not flow:
            column = part.start - self._line_start(part.start)
        return Cursor(route, role, start, end, lead, column, flow, quote, colon, others, self.ways)

    def _column(self, offset: int) -> int:
        start = self._line_start(offset)
        line = self.text[start:offset]
        content = re.match(r" *(?:- +)*", self.text[start:])
        return min(len(line), content.end() if content else 0)

    def _line_start(self, offset: int) -> int:
        breaks = [found.end() for found in LINE_BREAK.finditer(self.text, 0, offset)]
        return breaks[-1] if breaks else 0
