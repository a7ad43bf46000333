"""Text → Source: reading as far as it can be read, and what is said where it is not YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.diagnostics import START, Beside, Diagnostic, Span
from cjm.i18n import say
from cjm.records import replace
from cjm.source.decoding import decode
from cjm.source.faults import fault
from cjm.source.lines import Lines
from cjm.source.mends import Mend, unmended
from cjm.source.model import Source
from cjm.source.node import Node
from cjm.source.syntax import Break, syntax_fault
from cjm.system.reading import MAX_BYTES

if TYPE_CHECKING:
    import yaml

    from cjm.source.reader import Reader
    from cjm.source.skipped import Skipped
    from cjm.source.slip import Slip

MOST_DIRECTIVES = 100
"""libyaml compares every %TAG line with all before it."""


def parse(content: bytes | str) -> Source:
    """Read one YAML document; what is wrong with it is told in `faults`, never raised."""
    source = _parsed(content)
    mark = "\ufeff" if isinstance(content, str) else "\ufeff".encode()
    return replace(source, marked=True) if content[: len(mark)] == mark else source


def reread(source: Source, node: Node) -> Source | None:
    """A source read once more, with a slip mended that made one text of what should be entries.

    Args:
        source: What was read.
        node: A value of it that is a text where something else was wanted.

    Returns:
        What is read behind the slip, which is told in its faults; None where no line of the text
        looks like one.
    """
    from cjm.source.slip import Line
    from cjm.source.slips import slip_in

    reading = _Reading(source)
    lines = Lines(reading.text)
    for number in range(node.span.line, node.span.end_line + 1):
        if (slip := slip_in(Line(lines, number))) and reading.mend(slip):
            return replace(reading.read(), marked=source.marked)
    return None


def read_text(content: bytes | str) -> tuple[str, Diagnostic | None]:
    """The text of a file without its byte order mark, and why no reader of YAML may be given it.

    Where it is no text at all, that is empty.
    """
    decoded = decode(content)
    if isinstance(decoded, Diagnostic):
        return "", decoded
    if not decoded.isprintable() and (bad := _UNPRINTABLE.search(decoded)):
        unprintable = fault(
            say("the character U+{code} is not allowed in YAML", code=f"{ord(bad[0]):04X}"),
            _span_at(decoded, bad.start()),
            help=say("delete it, or write it in double quotes as an escape"),
        )
        return decoded, unprintable
    if decoded.count("\n%") > MOST_DIRECTIVES:
        message = say("more than {most} lines begin with %", most=MOST_DIRECTIVES)
        return decoded, fault(message, START)
    return decoded, None


def _parsed(content: bytes | str) -> Source:
    text, refused = read_text(content)
    if refused is not None:
        return Source(text, None, (refused,), readable=False)
    return _Reading(Source(text, None)).read()


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class _Reading:
    """A text that is read until nothing stops the reader, each time mended a little further."""

    def __init__(self, source: Source) -> None:
        self._original = source.text
        self._mends = source.mends
        self._told = source.slips
        self._skipped = source.skipped
        self._last_skipped: Skipped | None = None
        self.text = source.text if source.as_read is None else source.as_read

    def read(self) -> Source:
        """All that can be read."""
        import yaml  # a check of files that the cache knows parses nothing

        from cjm.source.reader import Reader, StopReading

        while True:
            reader = Reader(self.text)
            try:
                root = reader.read()
            except StopReading:
                return self._source(None, reader, False)
            except yaml.YAMLError as error:
                if not self._goes_on(_stop(error, self.text), reader):
                    return self._source(None, reader, False)
            else:
                slip = reader.unseen and self._slip(_indent_of(reader.unseen, self.text))
                if not slip or not self.mend(slip):
                    return self._source(root, reader, not self._mends and not self._skipped)

    def mend(self, slip: Slip) -> bool:
        """Tell a slip and mend it; whether that changes anything."""
        if slip.mend in self._mends:
            return False
        self._tell(slip.diagnostic)
        self._mends = (*self._mends, slip.mend)
        self.text = _mended(self.text, (slip.mend,))
        return True

    def _goes_on(self, stop: Break, reader: Reader) -> bool:
        """Whether something was mended or left out, so that reading may get further."""
        if deep := reader.too_deep(stop.text[: stop.place + 1]):
            reader.faults.append(deep)
            return False
        if (slip := self._slip(stop)) and self.mend(slip):
            return True
        lines = Lines(self.text)
        skipped = self._next_skipped(stop, lines)
        last = syntax_fault(stop, lines)
        if skipped is None:
            if not self._last_skipped:
                reader.faults.append(last)
            return False
        if self._last_skipped is None or skipped.head > self._last_skipped.last:
            self._tell(_with_skipped(last, skipped))
            self._skipped = (*self._skipped, skipped.span)
        else:
            self._skipped = (*self._skipped[:-1], skipped.span)
        self._last_skipped = skipped
        self.text = _mended(self.text, skipped.mends)
        return True

    def _next_skipped(self, stop: Break, lines: Lines) -> Skipped | None:
        from cjm.source.skipped import find_skipped

        return find_skipped(stop, lines, self._last_skipped) if self._may_go_on else None

    @property
    def _may_go_on(self) -> bool:
        """Whether the text may be read once more: few times a large one."""
        from cjm.source.slips import MOST

        times = len(self._told) + len(self._skipped)
        return times < MOST and times * len(self.text) <= MAX_BYTES

    def _slip(self, stop: Break) -> Slip | None:
        """A slip that mending takes reading further than before."""
        from cjm.source.slips import find_slip

        return find_slip(stop, Lines(self.text)) if self._may_go_on else None

    def _tell(self, diagnostic: Diagnostic) -> None:
        self._told = (*self._told, unmended(diagnostic, self._mends))

    def _source(self, root: Node | None, reader: Reader, readable: bool) -> Source:
        found = tuple(unmended(one, self._mends) for one in reader.faults)
        return Source(
            self._original,
            root,
            tuple(sorted((*self._told, *found), key=lambda fault: fault.place)),
            readable,
            self._mends,
            tuple(reader.shared),
            slips=self._told,
            skipped=self._skipped,
            as_read=self.text,
        )


def _with_skipped(diagnostic: Diagnostic, skipped: Skipped) -> Diagnostic:
    """The same, with what is not read because of it, where that is more than the line."""
    if skipped.last == skipped.head:
        return diagnostic
    message = say("from here to line {last} nothing is read", last=skipped.last)
    beside = Beside(message, Span(skipped.head, 1, skipped.head, 2))
    return diagnostic._replace(related=(*diagnostic.related, beside))


def _indent_of(key: Node, text: str) -> Break:
    """A key in whose indent reading would have stopped, had the reader seen what we see."""
    line, column, _, _ = key.span
    return Break(text, Lines(text).offset(line, column), None, True)


def _mended(text: str, mends: Sequence[Mend]) -> str:
    """The text with mends made, one a line, from the first line to the last."""
    lines, parts, done = Lines(text), list[str](), 0
    for mend in mends:
        start = lines.offset(mend.line, mend.start + 1)
        parts += (text[done:start], mend.put)
        done = start + mend.removed
    return "".join((*parts, text[done:]))


def _span_at(text: str, offset: int) -> Span:
    line, column = Lines(text).position(offset)
    return Span(line, column, line, column + 1)


def _stop(error: yaml.YAMLError, text: str) -> Break:
    """Where a reader gave up."""
    from yaml.scanner import ScannerError

    lines = Lines(text)
    mark, opening = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    place = 0 if mark is None else lines.offset(mark.line + 1, mark.column + 1)
    begun = None if opening is None else lines.offset(opening.line + 1, opening.column + 1)
    return Break(text, place, None if begun == place else begun, isinstance(error, ScannerError))
