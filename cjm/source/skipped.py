"""Skipped lines: where nothing mends a text, reading goes on behind the block that was broken."""

import re

from cjm.diagnostics import Span
from cjm.source.lines import Lines
from cjm.source.mends import Mend
from cjm.source.slip import ENTRY, indent_of
from cjm.source.syntax import Break
from cjm.tuples import NamedTuple

_CLOSERS = re.compile(r"[\]}\s,]*")


class Skipped(NamedTuple):
    """Lines that are not read; of the first its key is, where it has one."""

    head: int
    last: int
    mends: tuple[Mend, ...]

    @property
    def span(self) -> Span:
        """From the first of the lines to behind the last."""
        return Span(self.head, 1, self.last + 1, 1)


def find_skipped(stop: Break, lines: Lines, before: Skipped | None) -> Skipped | None:
    """The smallest block around what stopped a reader, or around `before` where that did not help.

    None where leaving more out would leave nothing.
    """
    number = stop.place if stop.opener not in tuple("[{\"'") else stop.opening or 0
    head: int | None = _upwards(lines, lines.position(number)[0])
    if before is not None and (head is None or head <= before.last):
        head = _parent(lines, before.head)
    return _skip(lines, head) if head else None


def _upwards(lines: Lines, number: int) -> int | None:
    """The nearest line from there up that holds something."""
    return next((n for n in range(number, 0, -1) if lines.line(n).strip()), None)


def _parent(lines: Lines, number: int) -> int | None:
    """The nearest line above that is less indented."""
    indent = indent_of(lines.line(number))
    above = (n for n in range(number - 1, 0, -1) if lines.line(n).strip())
    return next((n for n in above if indent_of(lines.line(n)) < indent), None)


def _skip(lines: Lines, head: int) -> Skipped:
    first = lines.line(head)
    indent, last = indent_of(first), head
    for number in range(head + 1, len(lines) + 1):
        text = lines.line(number)
        if not text.strip():
            continue
        if indent_of(text) <= indent and not _CLOSERS.fullmatch(text):
            break
        last = number
    entry = ENTRY.match(first)
    kept = entry.end() if entry else 0
    mends = [Mend(head, kept, len(first) - kept, "")]
    mends += [
        Mend(n, 0, len(text), "") for n in range(head + 1, last + 1) if (text := lines.line(n))
    ]
    return Skipped(head, last, tuple(mends))
