"""Brackets: the entries and items of a value in brackets, closed or not, and texts in quotes."""

from __future__ import annotations

import re

from cjm.lsp.parts import Level, Part
from cjm.source.lines import LINE_BREAK
from cjm.source.reader import MAX_DEPTH

DASH = re.compile(r"-(?=\s|\Z)[ \t]*")
KEY = re.compile(
    r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'"""
    r"""|(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|[-?:](?=[^\s]))"""
    r"""(?:[^\s:#]|:(?=[^\s])|(?<=[^\s])\#|[ \t]+(?![\s#:]))*)"""
    r"""(?=[ \t]*:(?:\s|\Z))"""
)
_FLOW_PLAIN = re.compile(
    r"(?:[^\s,\[\]{}:#]|:(?=[^\s,\[\]{}])|(?<=[^\s])\#|[ \t]+(?![\s#,\[\]{}:]))+"
)


class Brackets:
    """The reading of a value in brackets, without recursion: half-typed text nests as it likes."""

    def __init__(self, text: str, column: int, comments: list[tuple[int, int]]) -> None:
        """Of a text; `column` is that of the key it belongs to, found comments are noted."""
        self._text = text
        self._comments = comments
        self._column = column
        self._stack: list[Level] = []
        self._part = Part(None, 0, 0)

    def read(self, owner: Part, place: int) -> int:
        """Read from a bracket on; past the one that closes it, or where that cannot come."""
        owner.text, owner.first = None, place
        place = self._open(owner, place)
        while self._stack and place < len(self._text):
            place = self._sign(place)
        while self._stack:
            self._close(place)
        owner.last = place
        return place

    def _open(self, owner: Part, place: int) -> int:
        level = Level(self._text[place] == "[", 0, place, is_flow=True)
        owner.below, owner.text = level, None
        self._stack.append(level)
        self._begin(place + 1)
        return place + 1

    def _begin(self, place: int) -> None:
        self._part = Part(None, place, place, place if self._stack[-1].is_list else None)
        self._part.slot = (place, place)
        self._stack[-1].parts.append(self._part)

    def _close(self, place: int) -> None:
        self._end(place)
        level = self._stack.pop()
        level.end = place
        if self._stack:
            self._part = self._stack[-1].parts[-1]
            self._part.last = place + 1

    def _end(self, place: int) -> None:
        self._part.slot = (self._part.slot[0], place)

    def _sign(self, place: int) -> int:
        """Read a sign, a text or white space; where to go on."""
        text, sign = self._text, self._text[place]
        if found := LINE_BREAK.match(text, place):
            return found.end() if not self._is_over(found.end()) else self._abandon(place)
        if sign == "#" and (place == 0 or text[place - 1].isspace()):
            return self._comment(place)
        if sign in "{[":
            is_deep = len(self._stack) > MAX_DEPTH  # no reader goes on there
            return self._abandon(place) if is_deep else self._open(self._part, place)
        if sign in "\"'":
            return self._scalar(place, end_of_quote(text, place, self._column), sign)
        if sign in " \t,:}]":
            self._between(sign, place)
            return place + 1
        plain = _FLOW_PLAIN.match(text, place)
        return self._scalar(place, plain.end() if plain else place + 1)

    def _between(self, sign: str, place: int) -> None:
        """A sign between texts: it ends one, or begins another."""
        if sign == ",":
            self._end(place)
            self._begin(place + 1)
        elif sign in "}]":
            self._close(place)
        elif sign == ":" and self._part.colon is None:
            self._part.colon = self._part.first = self._part.last = place + 1
            self._part.text = ""

    def _comment(self, place: int) -> int:
        found = LINE_BREAK.search(self._text, place)
        end = found.start() if found else len(self._text)
        self._comments.append((place, end))
        return end

    def _scalar(self, start: int, end: int, quote: str = "") -> int:
        part, said = self._part, self._text[start:end]
        if part.colon is None:
            part.key, part.start, part.end = unquoted(said), start, end
        else:
            part.first, part.last, part.quote = start, end, quote
            part.text = said[1:-1] if quote else said
        return end

    def _is_over(self, place: int) -> bool:
        """Whether a line cannot belong to what stands in brackets: an entry that is no deeper."""
        end = found.start() if (found := LINE_BREAK.search(self._text, place)) else len(self._text)
        line = self._text[place:end]
        content = line.lstrip(" ")
        if not content or len(line) - len(content) > self._column or content[0] in "}],#":
            return False
        begun = place + len(line) - len(content)
        return bool(KEY.match(self._text, begun, end) or DASH.match(self._text, begun, end))

    def _abandon(self, place: int) -> int:
        while self._stack:
            self._close(place)
        return place


def end_of_quote(text: str, start: int, column: int) -> int:
    """Past the quote that closes a text; the end of its line where none does.

    Args:
        text: The whole text.
        start: Where the text in quotes begins.
        column: That of the key which it belongs to: deeper lines below may be part of it.
    """
    quote, place = text[start], start + 1
    first = found.start() if (found := LINE_BREAK.search(text, start)) else len(text)
    while place < len(text):
        sign = text[place]
        if sign == quote:
            if quote == "'" and text[place + 1 : place + 2] == "'":
                place += 2
                continue
            return place + 1
        if sign == "\\" and quote == '"':
            place += 2
            continue
        if found := LINE_BREAK.match(text, place):
            line = text[found.end() : found.end() + column + 2].split("\n")[0]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                return first
            place = found.end()
            continue
        place += 1
    return first


def unquoted(key: str) -> str:
    """A key without its quotes."""
    return key[1:-1] if key[:1] in ("'", '"') and key[-1:] == key[:1] and len(key) > 1 else key
