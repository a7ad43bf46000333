"""The lines of a text: from a line and a column to a place in the text, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML's readers count as the end of a line."""


class Lines:
    """Where each line of a text begins. Lines and columns are 1-based, in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

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
        return self._texts[number - 1] if 0 < number <= len(self._texts) else ""

    @cached_property
    def _texts(self) -> list[str]:
        # All at once: thousands of faults may stand on one line of a megabyte.
        return LINE_BREAK.split(self._text)
