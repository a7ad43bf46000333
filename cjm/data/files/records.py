"""Records of a delimited text: the fields of each, the line it begins on, and what is none."""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from cjm.data.left_out import OPEN_QUOTE
from cjm.tuples import NamedTuple

BLANK = "blank"
"""The `delimiter` of columns that stand apart by runs of blanks."""
QUOTE = '"'
MOST_LINES = 1000
"""A quote that is open longer than this is no text of several lines: it was never closed."""

_QUOTED = re.compile(r' *"((?:[^"]|"")*)"(?!")')
_OPENS = re.compile(r' *"')


_ANNOUNCED = re.compile(r'"?sep=([^\r\n])"?\1*(?:\r\n|\r|\n|$)', re.IGNORECASE)


def announced(text: str) -> str:
    """The delimiter that a first line `sep=;` says, as Excel wants to be told it; empty: none."""
    found = _ANNOUNCED.match(text)
    return found[1] if found else ""


class Record(NamedTuple):
    """One record: its first line, its fields, why it is none, if so, and its text if it has quotes.

    `text` is empty where no quote stands in it: its fields follow each other as they are.
    """

    line: int
    fields: list[str]
    fault: str = ""
    text: str = ""

    def place(self, field: int, delimiter: str) -> tuple[int, int]:
        """The line and column, 1-based, where a field begins."""
        if not self.text:
            return self.line, sum(len(f) + len(delimiter) for f in self.fields[:field]) + 1
        start = _split(self.text, delimiter).starts[field]
        before = re.split(r"\r\n|\r|\n", self.text[:start])
        return self.line + len(before) - 1, len(before[-1]) + 1


def records(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    """All records of a text, empty lines left out.

    Args:
        lines: The lines with their ends, from the first; a carriage return alone ends one, too.
        delimiter: A character, or `BLANK`.

    Yields:
        The records in order. A quote that never ends costs the line it begins on, no more.
    """
    if delimiter == BLANK:
        split = ((number, line.split()) for number, line in enumerate(lines, 1))
        yield from (Record(number, fields) for number, fields in split if fields)
        return
    source, given_back, number = iter(lines), deque[str](), 0
    while (line := _following(source, given_back)) is not None:
        number += 1
        text = line.rstrip("\r\n")
        if QUOTE not in line:
            if text:
                yield Record(number, text.split(delimiter))
            continue
        taken, quoted = _quoted(line, source, given_back, delimiter)
        if quoted is None:
            given_back.extendleft(reversed(taken[1:]))
            yield Record(number, [text], OPEN_QUOTE)
        else:
            yield Record(number, quoted, text="".join(taken).rstrip("\r\n"))
            number += len(taken) - 1


def _following(source: Iterator[str], given_back: deque[str]) -> str | None:
    return given_back.popleft() if given_back else next(source, None)


def _quoted(
    line: str, source: Iterator[str], given_back: deque[str], delimiter: str
) -> tuple[list[str], list[str] | None]:
    """The lines of a record with quotes, and its fields; None where a quote never ends."""
    taken = [line]
    while True:
        text = "".join(taken)
        split = _split(text.rstrip("\r\n"), delimiter)
        if not split.is_open:
            return taken, split.fields if split.is_clean or len(taken) == 1 else None
        while True:  # a line without a quote cannot close one
            following = _following(source, given_back)
            if following is not None:
                taken.append(following)
            if following is None or len(taken) > MOST_LINES:
                return taken, None
            if QUOTE in following:
                break


class _Fields(NamedTuple):
    """The fields of a text with quotes, and where each of them begins.

    `is_open`: the last quote has no end; `is_clean`: each stands at the end of its field.
    """

    fields: list[str]
    starts: list[int]
    is_open: bool
    is_clean: bool


def _split(text: str, delimiter: str) -> _Fields:
    """The fields of a text with quotes.

    What follows a closing quote before the next delimiter belongs to the field: `"a"b` is `ab`.
    """
    fields: list[str] = []
    starts: list[int] = []
    opens = re.compile(QUOTE) if delimiter == " " else _OPENS
    place, is_clean = 0, True
    while True:
        starts.append(place)
        if opens.match(text, place):
            quoted = _QUOTED.match(text, place)
            if quoted is None:
                return _Fields(fields, starts, True, is_clean)
            value, place = quoted[1].replace('""', QUOTE), quoted.end()
            end = text.find(delimiter, place)
            rest = text[place:] if end < 0 else text[place:end]
            if rest.strip():
                is_clean, value = False, value + rest
        else:
            end = text.find(delimiter, place)
            value = text[place:] if end < 0 else text[place:end]
        fields.append(value)
        if end < 0:
            return _Fields(fields, starts, False, is_clean)
        place = end + len(delimiter)
