"""What a slip of the hand is, and the line that it was made in."""

import re
from collections.abc import Iterator
from functools import cached_property

from cjm.diagnostics import Diagnostic, Fix, Span
from cjm.i18n import Message
from cjm.i18n.characters import clipped
from cjm.source.faults import fault
from cjm.source.lines import Lines
from cjm.source.lookalikes import without_unseen
from cjm.source.mends import Mend
from cjm.tuples import NamedTuple

KEY = r"(?P<indent>\s*(?:- +)?)(?P<key>[^\W\d][\w.-]*)"
"""How a line of a mapping begins."""
ENTRY = re.compile(KEY + r":(?:[ \t]|$)")
"""A line that is one, rightly written."""
_NEAR = 20
"""So many lines up something is looked for: more are seldom blank."""
_SHOWN = 60


class Slip(NamedTuple):
    """What is told of a line, and how the line should read."""

    diagnostic: Diagnostic
    mend: Mend

    def placed(self, column: int) -> "Slip":
        """The same, told at one sign of the line; the column is 0-based."""
        line = self.mend.line
        span = Span(line, column + 1, line, column + 2)
        return self._replace(diagnostic=self.diagnostic._replace(place=span))


class Line:
    """A line of a text with its number, 1-based, and what stands around it."""

    def __init__(self, lines: Lines, number: int) -> None:
        self.number = number
        self.text = lines.line(number)
        self._lines = lines

    @cached_property
    def above(self) -> str:
        """The nearest line above that holds something."""
        return next(self._up(), "")

    @cached_property
    def below(self) -> str:
        """The nearest line below that holds something."""
        numbers = range(self.number + 1, self.number + _NEAR)
        return next((t for t in map(self._lines.line, numbers) if t.strip(" \t")), "")

    @cached_property
    def is_among_tabs(self) -> bool:
        """Whether the lines below are indented by tabs, and none of them by spaces."""
        numbers = range(self.number + 1, self.number + _NEAR)
        firsts = {text[:1] for text in map(self._lines.line, numbers) if text.strip(" \t")}
        return "\t" in firsts and " " not in firsts

    @cached_property
    def indents(self) -> tuple[int, ...]:
        """The columns in which the line may begin: deeper than the line above, or as lines above
        that it may follow, from the deepest."""
        found: list[int] = []
        for text in self._up():
            indent = indent_of(text)
            if not found and text.rstrip().endswith(":"):
                found.append(indent + 2)
            if not found or indent < found[-1]:
                found.append(indent)
        return tuple(found)

    @property
    def is_sibling(self) -> bool:
        """Whether it may be an entry of the mapping that the line above belongs to or begins."""
        indent, above = indent_of(self.text), indent_of(self.above)
        return indent == above or (indent > above and self.above.rstrip().endswith(":"))

    def above_of(self, number: int) -> int:
        """The number of the nearest line above another one that holds something."""
        return next(
            (n for n in range(number - 1, self.number, -1) if self._lines.line(n).strip()),
            self.number,
        )

    def _up(self) -> Iterator[str]:
        numbers = range(self.number - 1, max(0, self.number - _NEAR), -1)
        return (t for t in map(self._lines.line, numbers) if t.strip(" \t"))


def make_slip(
    line: Line, start: int, end: int, new: str, message: Message, help: Message, safe: bool = False
) -> Slip:
    """A slip in the columns from `start` to `end`, 0-based, where `new` should stand."""
    span = Span(line.number, start + 1, line.number, max(end, start + 1) + 1)
    edit = Span(line.number, start + 1, line.number, end + 1)
    found = fault(message, span, help)._replace(fixes=(Fix(help, edit, new, safe),))
    return Slip(found, Mend(line.number, start, end - start, new))


def indent_of(text: str) -> int:
    """How many columns stand before what a line holds, the dash of a list included."""
    found = re.match(r"\s*(?:- +)*", text)
    return found.end() if found else 0


def shown(text: str) -> str:
    """A part of a line as a help may propose it: without what nobody sees, and short."""
    seen = without_unseen(text.replace("\t", " ")).strip()
    return clipped(seen, _SHOWN)
