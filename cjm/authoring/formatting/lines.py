"""Lines of a text that is laid out anew, and how they stand below each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NO_SPACE = re.compile(r"#(?=[^\s#!:])")
LEAST_GAP = 2
"""Spaces before a comment after text."""


class Line:
    """A line: `text` at a new `indent`, once at column `was`, and a `comment` behind it.

    `gap` is how many spaces stood before the comment, `column` where it stood. A `raw` line is one
    of a text over several lines: an empty one is no blank line. `end` is how it ends.
    """

    __slots__ = ("column", "comment", "end", "gap", "indent", "raw", "text", "was")

    def __init__(self, indent: int, was: int, text: str = "", comment: str = "") -> None:
        self.indent = indent
        self.was = was
        self.text = text
        self.comment = comment
        self.gap = 0
        self.column = 0
        self.raw = False
        self.end = "\n"


def comment_text(text: str) -> str:
    """A comment as it is written: with a space after its sign, and none at its end."""
    text = text.rstrip(" \t")
    return f"# {text[1:]}" if _NO_SPACE.match(text) else text


def settle(
    between: Iterable[Line], before: tuple[int, int] | None, after: tuple[int, int], opens: bool
) -> list[Line]:
    """The comments and blank lines between two lines of content, where they shall stand.

    Args:
        between: A line for each.
        before: The old and the new column of the content before; None at the beginning.
        after: Those of the content after.
        opens: Whether that begins a block.
    """
    kept: list[Line] = []
    blank = opens or before is None
    # Comments that have come to the later content stay with it: so linters want it.
    later = before is None or before[1] <= after[1]
    for line in between:
        if not line.comment:
            if not blank:
                kept.append(line)
            blank = True
            continue
        blank = False
        later = later or before is None or _is_nearer(line.was, after[0], before[0])
        line.indent = after[1] if later or before is None else before[1]
        kept.append(line)
    return kept


def _is_nearer(column: int, one: int, other: int) -> bool:
    return column == one or abs(column - one) < abs(column - other)


def written(lines: Sequence[Line]) -> str:
    """The text of lines, comments behind text at their columns."""
    parts: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if not (line.comment and line.text):
            parts += (" " * line.indent, line.text or line.comment, line.end)
            at += 1
            continue
        row = _row(lines, at)
        shared = len(row) > 1 and max(_moved_column(row), *map(_first_column, row))
        for line in row:
            gap = shared - _width(line) if shared else max(line.gap, LEAST_GAP)
            parts += (" " * line.indent, line.text, " " * gap, line.comment, line.end)
        at += len(row)
    return "".join(parts)


def _row(lines: Sequence[Line], first: int) -> Sequence[Line]:
    """Lines below each other whose comments share a column."""
    column, last = lines[first].column, first + 1
    while last < len(lines):
        line = lines[last]
        if not (line.comment and line.text) or line.column != column:
            break
        last += 1
    return lines[first:last]


def _moved_column(row: Sequence[Line]) -> int:
    """The column that comments share, moved with the lines that moved least."""
    return row[0].column + max(line.indent - line.was for line in row)


def _width(line: Line) -> int:
    return line.indent + len(line.text)


def _first_column(line: Line) -> int:
    return _width(line) + LEAST_GAP
