"""Block scalars: where a text of `|` or `>` begins and ends, which no mark of a reader tells."""

from __future__ import annotations

import re

from cjm.source.lines import LINE_BREAK
from cjm.tuples import NamedTuple

_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])(?=[ \t#\r\n\x85\u2028\u2029]|\Z)")


class Block(NamedTuple):
    """A block scalar: its sign with indicators, where that ends, and its lines with their ends.

    The lines have no indent; `given` is the one that an indicator tells, or 0. `end` is the offset
    past the last line. It is `open` where the text ends in it without the end of a line, which it
    would take for its own.
    """

    header_end: int
    lines: list[tuple[str, str]]
    given: int
    end: int
    open: bool


def block_at(text: str, start: int, parent: int) -> Block:
    """The block scalar at a place of a text; `parent` is the column of the block that it is in.

    That is -1 outside of any.
    """
    found = _HEADER.match(text, start)
    assert found is not None
    given = int(found[1] or found[2] or 0)
    keeps = "+" in found[0]
    least = max(parent, 0) + given if given else max(parent + 1, 1)
    lines: list[tuple[str, str]] = []
    indent = given and least
    content = last = 0
    below = _line_end(text, found.end())
    after = below
    while after < len(text):
        line, end, after = _line_at(text, after)
        bare = line.lstrip(" ")
        if not indent:
            least = max(least, len(line) - len(bare))
            indent = least if bare else 0
        if bare and len(line) - len(bare) < indent:
            break
        lines.append((line, end))
        if indent and len(line) > indent:
            content = last = len(lines)
        elif keeps:
            last = len(lines)
        if last == len(lines):
            below = after
    indent = indent or least
    whole = [(line[indent:], end) for line, end in lines[:last]]
    unended = 0 < last == content and not lines[last - 1][1]
    return Block(found.end(), whole, given, below, unended and "-" not in found[0])


def _line_at(text: str, start: int) -> tuple[str, str, int]:
    """The line that begins at a place, its end, and where the next one begins."""
    found = LINE_BREAK.search(text, start)
    if found is None:
        return text[start:], "", len(text)
    return text[start : found.start()], found[0], found.end()


def _line_end(text: str, start: int) -> int:
    return _line_at(text, start)[2]
