"""Lines as editors count them, and places in them in the encoding that the client reads.

LSP ends a line at `\\n`, `\\r\\n` and `\\r` alone, YAML's readers at U+0085, U+2028 and U+2029,
too, and Python at some more: so an offset in the text is what all share, and this is the only table
that makes a position of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from cjm.source.lines import starts_of
from cjm.tuples import NamedTuple

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_BREAK = re.compile("\r\n|\n|\r")


class Position(NamedTuple):
    """A place as LSP has it: line and character from 0, the character in units of the encoding."""

    line: int
    character: int


class EditorLines:
    """Where each line of a text begins. Offsets are in code points, from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = starts_of(text, _BREAK, "\r")
        self._plain = text.isascii()

    def __len__(self) -> int:
        return len(self._starts)

    def number(self, offset: int) -> int:
        """The line, from 0, in which an offset is."""
        return bisect_right(self._starts, max(offset, 0)) - 1

    def stretch(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends, without what ends it; a line past the text is its end."""
        if number >= len(self._starts):
            return len(self.text), len(self.text)
        start, last = self._starts[number], number + 1 == len(self._starts)
        end = len(self.text) if last else self._starts[number + 1]
        while not last and end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line(self, number: int) -> str:
        """The text of a line, without what ends it."""
        start, end = self.stretch(number)
        return self.text[start:end]

    def position(self, offset: int, encoding: Encoding = "utf-16") -> Position:
        """The position of an offset; one outside the text is moved to its nearest end."""
        offset = min(max(offset, 0), len(self.text))
        number = self.number(offset)
        before = self.text[self._starts[number] : offset]
        return Position(number, len(before) if self._plain else _units(before, encoding))

    def offset(self, line: int, character: int, encoding: Encoding = "utf-16") -> int:
        """The offset of a position; one outside its line, or the text, is moved to its end.

        A character in the middle of what is several units wide is moved before it.
        """
        if line < 0:
            return 0
        start, end = self.stretch(line)
        if self._plain or encoding == "utf-32" or character <= 0:
            return min(start + max(character, 0), end)
        return start + _signs(self.text[start:end], character, encoding)


def _units(text: str, encoding: Encoding) -> int:
    """How many units of the encoding a text takes."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    if encoding == "utf-16":
        return len(text) + sum(sign > "\uffff" for sign in text)
    return len(text.encode("utf-8", "surrogatepass"))


def _signs(text: str, units: int, encoding: Encoding) -> int:
    """How many code points so many units are, at most the whole text."""
    taken = 0
    for nth, sign in enumerate(text):
        taken += _units(sign, encoding)
        if taken > units:
            return nth
    return len(text)
