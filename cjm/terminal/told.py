"""Told: a data command's page says its figures and sentences in one language."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from cjm.i18n import Message, numbers, translate
from cjm.i18n.numbers import ENGLISH, RUSSIAN, Marks
from cjm.terminal.columns import Column
from cjm.terminal.numbers import aligned
from cjm.terminal.page import sheet_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import NONE, QUIET, STRONG
from cjm.terminal.table import row
from cjm.terminal.text import shortened, width_of

FULL, EMPTY = "█", "░"
MOST_ROWS = 20
"""Of a table; how many more there are is told."""
NARROWEST_NOTE = 24
"""A note with fewer cells beside its figure stands below it."""


class Told:
    """A sheet, a language, and how both write what a page has to say."""

    def __init__(self, language: str, width: int | None) -> None:
        self.language = language
        self.sheet: Sheet = sheet_of(width, language)
        self.marks: Marks = RUSSIAN if language == "ru" else ENGLISH

    def text(self, message: Message) -> str:
        """A sentence."""
        return translate(message, self.language)

    def count(self, value: float) -> str:
        """A whole count, or an amount of money."""
        return numbers.quantity(value, self.marks, largest=numbers.BEYOND)

    def figure(self, value: float | None) -> str:
        """A number with at most two digits; a dash where there is none."""
        return NONE if value is None else self.count(value)

    def figures(self, values: Sequence[float | None]) -> list[str]:
        """Numbers of one column, their decimal marks in line."""
        return aligned([self.figure(value) for value in values], self.sheet.words)

    def share(self, share: float | None) -> str:
        """A share as a percentage; a dash where there is none."""
        return NONE if share is None else numbers.percentage(share, self.marks)

    def interval(self, ends: tuple[float, float] | None) -> str:
        """A 95 % interval of a share, from end to end; nothing where there is none."""
        return "" if ends is None else " … ".join(self.share(end) for end in ends)

    def table(self, titles: Sequence[str], columns: Sequence[Column], head: str = "") -> Lines:
        """A table with the titles at the left, cut where there is no room for all of them."""
        rest = sum(column.width for column in columns)
        longest = max(map(width_of, [head, *titles]))
        room = max(8, min(longest, self.sheet.width - MARGIN - rest))
        lines: Lines = []
        for place, title in enumerate([head, *titles], -1):
            shown = shortened(title, room)
            padded = Text(shown + " " * (room - width_of(shown)), QUIET if place < 0 else "")
            lines.append(row(padded, list(columns), place))
        return lines

    def facts(self, facts: Sequence[tuple[str, str, str]]) -> Lines:
        """Figures one below the other: what each is called, its value, and what it means."""
        label_width = max(width_of(label) for label, _, _ in facts)
        value_width = max(width_of(value) for _, value, _ in facts)
        lines: Lines = []
        for label, value, note in facts:
            start = Text(" " * MARGIN + label + " " * (label_width - width_of(label) + 2))
            start.append(" " * (value_width - width_of(value)) + value, STRONG)
            indent = width_of(start.plain) + 2
            if self.sheet.width - indent < NARROWEST_NOTE:
                lines += [start, *self.sheet.paragraph(Text(note, QUIET), 2 * MARGIN)]
                continue
            first, *more = self.sheet.paragraph(Text(note, QUIET), indent)
            lines += [start + Text("  ") + first[indent:], *more]
        return lines


def share_bar(share: float, width: int, style: str = "") -> Text:
    """A share of a whole as a bar; the least one is seen, and all but everything is not full."""
    cells = round(share * width)
    if 0 < share < 1:
        cells = min(max(cells, 1), width - 1)
    return Text.assemble((FULL * cells, style), (EMPTY * (width - cells), QUIET))


def right(texts: Sequence[str], heading: str, style: str = "") -> Column:
    """A column of figures."""
    return Column(heading, [Text(text, style) for text in texts], 0)
