"""What is not YAML, by kinds: told by what stands in the text where a reader gave up.

The words of the reader are not looked at, for each has its own. Where it stopped, where the thing
that it was reading begins, and whether it was putting signs together (scanning) or the parts of
a document, is what all of them say alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from cjm.diagnostics import Beside, Diagnostic, Span
from cjm.i18n import Message, say
from cjm.source.faults import fault
from cjm.source.lines import Lines
from cjm.tuples import NamedTuple

CLOSING = {"{": "}", "[": "]"}
_QUOTED = r"""(?s:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\")"""
_HALVES = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_DIGITS = {"x": 2, "u": 4, "U": 8}


class Break(NamedTuple):
    """Where reading stopped.

    `place` is the offset there, `opening` that of what was being read, None where that is not
    known or begins there; `scanning` tells signs from parts.
    """

    text: str
    place: int
    opening: int | None
    scanning: bool

    @property
    def sign(self) -> str:
        """The sign there; empty at the end of the text."""
        return self.text[self.place : self.place + 1]

    @property
    def opener(self) -> str:
        """The sign that what was being read begins with; empty where that is not known."""
        return "" if self.opening is None else self.text[self.opening : self.opening + 1]

    @property
    def at_end(self) -> bool:
        """Whether nothing follows."""
        return not self.text[self.place :].strip()

    @property
    def quote_closed(self) -> bool:
        """Whether the quote that was opened has been closed."""
        opening = self.opening or 0
        found = re.match(_QUOTED, self.text[opening:])
        return found is not None and opening + found.end() <= self.place


class Told(NamedTuple):
    """What a kind says; `opened` is what it says of the opening."""

    message: Message
    help: Message | None = None
    opened: Message | None = None


def syntax_fault(stop: Break, lines: Lines) -> Diagnostic:
    """What is said of a text that is no YAML."""
    told = next(said for kind in KINDS if (said := kind(stop)))
    related: tuple[Beside, ...] = ()
    if told.opened and stop.opening is not None:
        related = (Beside(told.opened, _span(lines, stop.opening)),)
    place = len(stop.text.rstrip()) if stop.at_end else stop.place
    return fault(told.message, _span(lines, place), told.help, related)


def _span(lines: Lines, offset: int) -> Span:
    line, column = lines.position(offset)
    return Span(line, column, line, column + 1)


_OPENED = say("opened here")
_QUOTES = say("text that begins with this sign must stand in quotes")
_INDENT = say("check the indent and that every quote and bracket is closed")


def _tab(stop: Break) -> Told | None:
    """A tab where an indent is meant, in the text's own line or where it stopped."""
    before = re.split("[\r\n]", stop.text[: stop.place])[-1]
    if stop.sign == "\t" or (before.isspace() and "\t" in before):
        return Told(say("a tab cannot stand here"), say("indent with spaces, not tabs"))
    return None


def _half_character(stop: Break) -> Told | None:
    """An escape of half a character, as JSON writes emoji."""
    start = stop.place - 2
    if not (stop.scanning and stop.opener == '"' and stop.text[start : stop.place] == "\\u"):
        return None
    if not re.match("[dD][89a-fA-F]", stop.text[stop.place :]):
        return None
    escape = stop.text[start : start + 6]
    message = say("the escape {escape} is half a character", escape=escape)
    if pair := re.match(_HALVES, stop.text[start : start + 12]):
        sign = json.loads(f'"{pair[0]}"')
        whole = f"\\U{ord(sign):08X}"
        help = say("write the sign itself: {sign}, or all of it: {whole}", sign=sign, whole=whole)
        return Told(message, help)
    return Told(message, say("write the sign itself"))


def _escape(stop: Break) -> Told | None:
    """A backslash in double quotes with something after it that makes no escape."""
    if not stop.scanning or stop.opener != '"':
        return None
    if stop.sign == "\\":
        sign = stop.text[stop.place + 1 : stop.place + 2]
        help = say("write \\\\ for a backslash in double quotes")
        return Told(say("\\{sign} is no escape", sign=sign), help)
    before, sign = stop.text[stop.place - 2 : stop.place - 1], stop.text[stop.place - 1]
    if before != "\\" or sign not in _DIGITS or stop.quote_closed:
        return None
    n = _DIGITS[sign]
    message = say("the escape \\{sign} needs {n} hexadecimal digits", sign=sign, n=n)
    return Told(message, say("write the sign itself"))


def _open_quote(stop: Break) -> Told | None:
    if stop.scanning and stop.opener in ("'", '"') and not stop.quote_closed:
        message = say("the quote {quote} is not closed", quote=stop.opener)
        return Told(message, say("close it where the text ends"), _OPENED)
    return None


def _sign_of_yaml(stop: Break) -> Told | None:
    """Text that begins with a sign that means something else."""
    if not stop.scanning:
        return None
    sign = stop.opener if stop.opening is not None else stop.sign
    if sign in ("|", ">"):
        help = say('text that begins with > or | must stand in quotes: ">= 50"')
        return Told(say("text cannot begin with {sign}", sign=sign), help)
    if sign in tuple("&*!%") and stop.opening is not None and not _line_over(stop):
        return Told(say("after {sign} a name must stand", sign=sign), _QUOTES)
    if stop.opening is None and sign not in ("", ":", "?", "-", ",", "]", "}"):
        return Told(say("text cannot begin with {sign}", sign=sign), _QUOTES)
    return None


def _line_over(stop: Break) -> bool:
    """Whether what was being read ended on a line above."""
    return len((stop.text[stop.opening or 0 : stop.place] + "x").splitlines()) > 1


def _colon(stop: Break) -> Told | None:
    """A colon where no key can stand, or one in brackets without a space."""
    if not stop.scanning or stop.sign != ":":
        return None
    if stop.opening is None:
        help = say("put text that holds a colon in quotes; check the indent")
        return Told(say("a colon where no key can stand"), help)
    return Told(say("a colon without a space after it"), say("put a space after the colon"))


def _dash(stop: Break) -> Told | None:
    if stop.scanning and stop.opening is None and stop.sign == "-":
        help = say("put the list on its own lines below the key")
        return Told(say("a list cannot begin on this line"), help)
    return None


def _no_colon(stop: Break) -> Told | None:
    if stop.scanning and stop.opening is not None:
        help = say("a key needs a colon and a space after it")
        return Told(say("a key without a colon"), help, say("the key begins here"))
    return None


def _bracket(stop: Break) -> Told | None:
    """A list or mapping in brackets that is not closed, or has something between its items."""
    if stop.scanning or stop.opener not in CLOSING or _closed(stop):
        return None
    bracket, closing = stop.opener, CLOSING[stop.opener]
    if stop.at_end:
        message = say("the bracket {bracket} is not closed", bracket=bracket)
        return Told(message, say("close it with {closing}", closing=closing), _OPENED)
    if stop.sign in ("}", "]"):
        message = say("{sign} does not close {bracket}", sign=stop.sign, bracket=bracket)
        return Told(message, say("close it with {closing}", closing=closing), _OPENED)
    message = say("a comma or {closing} is missing here", closing=closing)
    help = say("close the bracket, or put a comma between the items")
    return Told(message, help, _OPENED)


def _closed(stop: Break) -> bool:
    """Whether the bracket that was opened has been closed: then it began a key."""
    depth = 0
    inside = re.sub(_QUOTED, "", stop.text[stop.opening or 0 : stop.place])
    for sign in inside:
        depth += (sign in "{[") - (sign in "}]")
        if depth == 0:
            return True
    return False


def _no_value(stop: Break) -> Told | None:
    if stop.at_end:
        message = say("the text ends where a value should stand")
        return Told(message, say("close the bracket, or give a value"))
    if stop.opening is None and stop.sign in tuple(",:?]}"):
        message = say("a value is missing before {sign}", sign=stop.sign)
        return Told(message, say("close the bracket, or give a value"))
    return None


def _closes_nothing(stop: Break) -> Told | None:
    if stop.sign in ("}", "]", ","):
        return Told(say("{sign} cannot stand here", sign=stop.sign), _INDENT)
    return None


def _list(stop: Break) -> Told | None:
    if (
        stop.opener == "-"
        and stop.text[(stop.opening or 0) + 1 : (stop.opening or 0) + 2].isspace()
    ):
        message = say("no item of the list begins here")
        return Told(message, say("the items of a list begin with - in one column"))
    return None


def _mapping(stop: Break) -> Told | None:
    return Told(say("no key can stand here"), _INDENT)


KINDS: tuple[Callable[[Break], Told | None], ...] = (
    _tab,
    _half_character,
    _escape,
    _open_quote,
    _colon,
    _dash,
    _sign_of_yaml,
    _no_colon,
    _bracket,
    _no_value,
    _closes_nothing,
    _list,
    _mapping,
)
"""The first kind that fits is told; the last one fits always."""
