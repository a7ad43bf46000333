"""Bytes → the text of a form that is text, whatever its encoding and its ends of lines."""

from __future__ import annotations

import codecs

from cjm.diagnostics import START, Diagnostic, Span
from cjm.errors import UsageError
from cjm.exchange.imported import Asked
from cjm.i18n import Message, say
from cjm.source.decoding import decode, guessed_encoding
from cjm.source.lines import Lines

MAX_BYTES = 10_000_000
"""Bytes of a text to convert: long forms take several times the room of a journey's file."""
CODE = "CJM002"
"""What a text is told by that holds no journey: no YAML is meant here."""


def fault(message: Message, span: Span, help: Message | None = None) -> Diagnostic:
    """What stops a text from being read as its form."""
    return Diagnostic(CODE, message, span, help)


def text_of(content: bytes, asked: Asked) -> str | Diagnostic:
    """The text without a byte order mark, lines ended by `\\n`, or why it is none.

    Raises UsageError where `asked.encoding` is none.
    """
    read = decode(content, MAX_BYTES) if asked.encoding is None else _decoded(content, asked)
    if isinstance(read, Diagnostic):
        guess = "" if asked.encoding else _guess(content)
        help = say("read it so: --encoding {name}", name=guess) if guess else read.help
        return read._replace(code=CODE, help=help)
    return read.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, asked: Asked) -> str | Diagnostic:
    """The text in the encoding that was asked for."""
    name = asked.encoding or ""
    try:
        codecs.lookup(name)
        return content.decode(name)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(name, "replace")
        line, column = Lines(before).position(len(before))
        byte = f"{content[error.start]:02X}"
        message = say("not {name}: byte 0x{byte} cannot stand here", name=name, byte=byte)
        return fault(message, Span(line, column, line, column + 1))
    except (LookupError, ValueError) as error:  # unknown, or none of texts, or with a zero byte
        raise UsageError(say("there is no encoding {name!r}", name=name)) from error


def _guess(content: bytes) -> str:
    """The encoding that text which is not UTF-8 probably has; empty where that is not clear."""
    if len(content) > MAX_BYTES:
        return ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return guessed_encoding(content[max(0, error.start - 40) : error.start + 4000])
    return ""


def nothing_here(form: Message) -> Diagnostic:
    """What is said of an empty file."""
    return fault(say("the file is empty"), START, say("expected {form}", form=form))
