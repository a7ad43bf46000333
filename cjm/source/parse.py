"""Text → Source: decoding, reading, and what is said where it is not YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cjm.diagnostics import START, Diagnostic, Span
from cjm.i18n import say
from cjm.records import replace
from cjm.source.faults import fault, spaced
from cjm.source.lines import Lines
from cjm.source.mends import Mend, unmended
from cjm.source.model import Source
from cjm.source.node import Node
from cjm.source.syntax import Break, syntax_fault
from cjm.system.reading import MAX_BYTES

if TYPE_CHECKING:
    import yaml

    from cjm.source.slips import Slip

MOST_DIRECTIVES = 100
"""libyaml compares every %TAG line with all before it."""


def parse(content: bytes | str) -> Source:
    """Read one YAML document; what is wrong with it is told in `faults`, never raised."""
    source = _parsed(content)
    mark = "\ufeff" if isinstance(content, str) else "\ufeff".encode()
    return replace(source, marked=True) if content[: len(mark)] == mark else source


def _parsed(content: bytes | str) -> Source:
    decoded = _decode(content)
    if isinstance(decoded, Diagnostic):
        return Source("", None, (decoded,), readable=False)
    if not decoded.isprintable() and (bad := _UNPRINTABLE.search(decoded)):
        unprintable = fault(
            say("the character U+{code} is not allowed in YAML", code=f"{ord(bad[0]):04X}"),
            _span_at(decoded, bad.start()),
            help=say("delete it, or write it in double quotes as an escape"),
        )
        return Source(decoded, None, (unprintable,), readable=False)
    if decoded.count("\n%") > MOST_DIRECTIVES:
        message = say("more than {most} lines begin with %", most=MOST_DIRECTIVES)
        return Source(decoded, None, (fault(message, START),), readable=False)
    return _read(decoded)


def _read(decoded: str) -> Source:
    import yaml  # a check of files that the cache knows parses nothing

    from cjm.source.reader import Reader, StopReading

    text = decoded
    told: tuple[Diagnostic, ...] = ()
    mends: tuple[Mend, ...] = ()
    while True:
        reader = Reader(text)
        try:
            root = reader.read()
        except StopReading:
            found = tuple(unmended(one, mends) for one in reader.faults)
            return Source(decoded, None, (*told, *found), readable=False)
        except yaml.YAMLError as error:
            stop = _stop(error, text)
            deep = reader.too_deep(text[: stop.place + 1])
            slip = None if deep else _slip(stop, text, mends)
            if slip is None:
                last = deep or syntax_fault(stop, Lines(text))
                found = tuple(unmended(one, mends) for one in (*reader.faults, last))
                return Source(decoded, None, (*told, *found), readable=False)
        else:
            hidden = reader.unseen
            slip = _slip(_indent_of(hidden, text), text, mends) if hidden else None
            if slip is None:
                found = tuple(unmended(one, mends) for one in reader.faults)
                shared = tuple(reader.shared)
                return Source(decoded, root, (*told, *found), not mends, mends, shared)
        told = (*told, unmended(slip.diagnostic, mends))
        mends = (*mends, slip.mend)
        text = _mended(text, slip.mend)


def _indent_of(key: Node, text: str) -> Break:
    """A key in whose indent reading would have stopped, had the reader seen what we see."""
    line, column, _, _ = key.span
    return Break(text, Lines(text).offset(line, column), None, True)


def _slip(stop: Break, text: str, mends: tuple[Mend, ...]) -> Slip | None:
    """A slip that mending takes reading further than before; few of a large text."""
    from cjm.source.slips import MOST, find_slip

    if len(mends) >= MOST or len(mends) * len(text) > MAX_BYTES:
        return None
    slip = find_slip(stop, Lines(text))
    if slip is None or slip.mend in mends:
        return None
    return slip


def _mended(text: str, mend: Mend) -> str:
    start = Lines(text).offset(mend.line, mend.start + 1)
    return text[:start] + mend.put + text[start + mend.removed :]


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def _decode(content: bytes | str) -> str | Diagnostic:
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        message = say("the file is larger than {most} bytes", most=spaced(MAX_BYTES))
        return fault(message, START, help=say("split it: one journey a file"))
    if isinstance(content, str):
        text = content
    else:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
            span = _span_at(before, len(before))
            byte = content[error.start]
            return fault(
                say("not UTF-8: byte 0x{byte} cannot stand here", byte=f"{byte:02X}"),
                span,
                help=say("save the file in the encoding UTF-8"),
            )
    return text.removeprefix("\ufeff")


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
