"""The table of rows left out: how many, why, what stood in them, and where the first stand."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from cjm.data.left_out import HARMLESS, REASONS, Example, LeftOut, Reason
from cjm.i18n import Message, numbers, say, translate
from cjm.i18n.numbers import ENGLISH, RUSSIAN
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import QUIET, WARN
from cjm.terminal.text import cleaned, shortened

MOST_VALUES = 6
"""So many values of a reason are named; how many more there are is told."""
LONGEST_VALUE = 32
NOTHING = say("nothing left out")


def left_out_page(
    source: str,
    left_out: LeftOut,
    read: int,
    language: str,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The table alone, as a page."""
    lines = left_out_lines(source, left_out, read, sheet_of(width, language), language)
    return page_of([lines], color, encoding)


def left_out_lines(source: str, left_out: LeftOut, read: int, sheet: Sheet, language: str) -> Lines:
    """The table of one source, a reason a line, the most frequent first.

    Args:
        source: The source's id.
        left_out: What was left out of it, by reason.
        read: How many rows were read.
        sheet: Of the page it stands on.
        language: `en` or `ru`.
    """
    told = _Told(read, sheet, language)
    lines = sheet.headed(told.text(told.title(source, left_out)), told.text(told.gist(left_out)))
    ordered = sorted(left_out.items(), key=lambda item: -item[1].rows)
    widest = max((len(told.count(reason.rows)) for reason in left_out.values()), default=0)
    for name, reason in ordered:
        lines += told.reason(name, reason, widest)
    return lines


class _Told:
    """What a table says of its reasons, in one language."""

    def __init__(self, read: int, sheet: Sheet, language: str) -> None:
        self._read, self._sheet, self._language = read, sheet, language
        self._marks = RUSSIAN if language == "ru" else ENGLISH

    def text(self, message: Message) -> str:
        """A message in the language of the page."""
        return translate(message, self._language)

    def count(self, rows: int) -> str:
        """A count as the language writes it."""
        return numbers.quantity(rows, self._marks, largest=numbers.BEYOND)

    def title(self, source: str, left_out: LeftOut) -> Message:
        """How much was read: rows, and of a wide survey how many answers each of them has."""
        rows, name = self.count(self._read), cleaned(source)
        if each := max((reason.answers for reason in left_out.values()), default=0):
            return say("{source}: {count} {n:row|rows} of {each} {each:answer|answers} read",
                       source=name, count=rows, n=self._read, each=each)  # fmt: skip
        return say("{source}: {count} {n:row|rows} read", source=name, count=rows, n=self._read)

    def gist(self, left_out: LeftOut) -> Message:
        """How much of it does not count; rows and single answers are no sum."""
        rows = sum(reason.rows for reason in left_out.values() if not reason.answers)
        answers = sum(reason.rows for reason in left_out.values() if reason.answers)
        if not answers:
            return say("{count} left out", count=self.count(rows)) if rows else NOTHING
        told = say("{count} {n:answer|answers} left out", count=self.count(answers), n=answers)
        if not rows:
            return told
        return say("{count} {n:row|rows}, {rest}", count=self.count(rows), n=rows, rest=told)

    def reason(self, name: str, reason: Reason, widest: int) -> Lines:
        """The line of a reason, and below it what stood there and where."""
        whole = self._read * (reason.answers or 1)
        share = numbers.percentage(reason.rows / whole if whole else 1.0, self._marks)
        style = QUIET if name in HARMLESS else WARN
        what = self.text(REASONS[name])
        head = Text.assemble(
            self.count(reason.rows).rjust(widest), "  ", share.rjust(6), "  ", (what, style)
        )
        indent = MARGIN + widest + 10
        lines = self._sheet.paragraph(head)
        if reason.values:
            lines += self._sheet.paragraph(self._values(reason.values, reason.meant), indent)
        if reason.help:
            lines += self._sheet.paragraph(self.text(reason.help), indent)
        if places := self._places(reason.examples, bool(reason.values)):
            lines += self._sheet.paragraph(Text(places, QUIET), indent)
        return lines

    def _values(self, values: Mapping[str, int], meant: Mapping[str, str]) -> str:
        """The most frequent values with their counts, and what one may mean."""
        most = sorted(values.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]
        items = []
        for value, count in most:
            quoted = self.text(say("{text!r}", text=shortened(cleaned(value), LONGEST_VALUE)))
            near = meant.get(value)
            hint = f" ({self.text(say('did you mean {word!r}?', word=near))})" if near else ""
            items.append(kept(f"{quoted} {self.count(count)}") + hint)
        if len(values) > MOST_VALUES:
            items.append(self.text(say("and {n} more", n=len(values) - MOST_VALUES)))
        return " · ".join(items)

    def _places(self, examples: tuple[Example, ...], with_values: bool) -> str:
        """Where the first ones stand, with what stands there where no values are listed."""
        items = []
        for example in examples:
            place = cleaned(example.file) + (f":{example.line}" if example.line else "")
            value = "" if with_values else shortened(cleaned(example.value), LONGEST_VALUE)
            items.append(f"{place} {value}".strip())
        return ", ".join(items)
