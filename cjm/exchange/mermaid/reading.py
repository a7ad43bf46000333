"""A Mermaid text, or the first one in a Markdown file → the data of a journey."""

from __future__ import annotations

import re

from cjm.diagnostics import START, Diagnostic
from cjm.exchange.imported import Asked, Imported
from cjm.exchange.mermaid.prepared import Prepared
from cjm.exchange.texts import fault, text_of
from cjm.i18n import say

_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,}|:{3,})[ \t]*\{?mermaid\b[^\n]*\n", re.MULTILINE)


def read(content: bytes, asked: Asked) -> Imported:
    """What a Mermaid diagram says of a journey."""
    text = text_of(content, asked)
    if isinstance(text, Diagnostic):
        return Imported({}, faults=(text,))
    return _read(Prepared(text), asked)


def read_markdown(content: bytes, asked: Asked) -> Imported:
    """The first Mermaid block of a Markdown file; places are those of the file."""
    text = text_of(content, asked)
    if isinstance(text, Diagnostic):
        return Imported({}, faults=(text,))
    fence = _FENCE.search(text)
    if fence is None:
        message = say("there is no Mermaid block")
        return Imported({}, faults=(fault(message, START, say("expected ```mermaid")),), text=text)
    closing = re.compile(rf"^[ \t]*{re.escape(fence[2])}", re.MULTILINE).search(text, fence.end())
    end = closing.start() if closing else len(text)
    # Blank lines for all that stands around it: every place stays the file's own.
    before = "\n" * text.count("\n", 0, fence.end())
    imported = _read(Prepared(before + text[fence.end() : end]), asked)
    return imported._replace(text=text)


def _read(prepared: Prepared, asked: Asked) -> Imported:
    kind = prepared.kind
    if kind is None or prepared.faults:
        return Imported({}, faults=tuple(prepared.faults), text=prepared.original)
    if kind == "journey":
        from cjm.exchange.mermaid.from_user_journey import read_user_journey

        return read_user_journey(prepared, asked)
    from cjm.exchange.mermaid.from_flowchart import read_flowchart

    return read_flowchart(prepared, asked)
