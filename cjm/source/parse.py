"""Text → Source: decoding, reading, and what is said where it is not YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cjm.diagnostics import START, Beside, Diagnostic, Span
from cjm.i18n import Message, external, say
from cjm.source.model import LINE_BREAK, Source, fault, spaced
from cjm.system.reading import MAX_BYTES

if TYPE_CHECKING:
    import yaml

MOST_DIRECTIVES = 100
"""libyaml compares every %TAG line with all before it."""


def parse(content: bytes | str) -> Source:
    """Read one YAML document; what is wrong with it is told in `faults`, never raised."""
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

    reader = Reader(decoded)
    try:
        root = reader.read()
    except StopReading:
        return Source(decoded, None, tuple(reader.faults), readable=False)
    except yaml.MarkedYAMLError as error:
        faults = (*reader.faults, _syntax_fault(error, decoded))
        return Source(decoded, None, faults, readable=False)
    return Source(decoded, root, tuple(reader.faults))


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
    before = LINE_BREAK.split(text[:offset])
    line, column = len(before), len(before[-1]) + 1
    return Span(line, column, line, column + 1)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = external(error.problem or "this is not YAML")
    context = external(error.context) if error.context else None
    related: tuple[Beside, ...] = ()
    if context and error.context_mark:
        place = error.context_mark
        span = Span(place.line + 1, place.column + 1, place.line + 1, place.column + 2)
        related = (Beside(say("{words}", words=context), span),)
        if (span.line, span.column) == (line, column):
            related = ()
    message = say("not YAML: {problem}", problem=problem)
    if context:
        message = say("not YAML: {problem} {context}", problem=problem, context=context)
    return fault(
        message,
        Span(line, column, line, column + 1),
        _advice(error.problem or "", text, line),
        related,
    )


_ADVICE = (
    (
        "mapping values are not allowed",
        say("put text that holds a colon in quotes; check the indent"),
    ),
    (
        "did not find expected key",
        say("check the indent and that every quote and bracket is closed"),
    ),
    ("did not find expected node content", say("close the bracket, or give a value")),
    ("could not find expected ':'", say("a key needs a colon and a space after it")),
    ("cannot start any token", say("text that begins with this sign must stand in quotes")),
    ("comment or line break", say('text that begins with > or | must stand in quotes: ">= 50"')),
    ("did not find expected ',' or", say("close the bracket, or put a comma between the items")),
    ("unexpected end of stream", say("a quote opened here or above is not closed")),
    ("undefined alias", say("an alias *name needs an anchor &name above it")),
    ("did not find expected '-' indicator", say("the items of a list begin with - in one column")),
    ("block sequence entries", say("put the list on its own lines below the key")),
)


def _advice(problem: str, text: str, line: int) -> Message | None:
    lines = LINE_BREAK.split(text)
    if 0 < line <= len(lines) and "\t" in re.match(r"\s*", lines[line - 1])[0]:  # type: ignore[index]
        return say("indent with spaces, not tabs")
    return next((advice for start, advice in _ADVICE if start in problem), None)
