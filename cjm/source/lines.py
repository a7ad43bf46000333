"""The lines of a text: from a line and a column to a place in the text, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML's readers count as the end of a line."""


def starts_of(text: str, line_break: re.Pattern[str], rare: str) -> list[int]:
    """Where each line of a text begins.

    Args:
        text: Any text; whoever types waits for its lines with each key.
        line_break: What ends a line, `\\n` among it.
        rare: The signs beside `\\n` that such an end can have: most texts have none of them.

    Returns:
        Offsets in code points, the first one 0.
    """
    if any(sign in text for sign in rare):
        return [0, *(found.end() for found in line_break.finditer(text))]
    return [0, *accumulate([len(line) + 1 for line in text.split("\n")[:-1]])]


class Lines:
    """Where each line of a text begins. Lines and columns are 1-based, in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = starts_of(text, LINE_BREAK, "\r\x85\u2028\u2029")
        self._texts: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._starts)

    def offset(self, line: int, column: int) -> int:
        """The place in the text, 0-based; what is past the end of the text is its end."""
        if line > len(self._starts):
            return len(self._text)
        return min(self._starts[max(line, 1) - 1] + max(column, 1) - 1, len(self._text))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of a place in the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end; empty where there is none."""
        if not 0 < number <= len(self._starts):
            return ""
        # Each is cut out once: thousands of faults may stand on one line of a megabyte.
        if number not in self._texts:
            end = None if number == len(self._starts) else self._starts[number]
            line = self._text[self._starts[number - 1] : end]
            if end is not None:
                line = line[:-2] if line.endswith("\r\n") else line[:-1]
            self._texts[number] = line
        return self._texts[number]
