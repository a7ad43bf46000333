"""A Mermaid text before its diagram is read: front matter, directives and comments set apart."""

from __future__ import annotations

import re
from functools import cached_property

from cjm.diagnostics import START, Diagnostic, Span
from cjm.exchange.imported import Lost
from cjm.exchange.texts import fault, nothing_here
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.source import parse
from cjm.source.lines import Lines

KINDS = ("journey", "flowchart", "graph", "flowchart-elk")
FORM = say("a Mermaid diagram: journey, flowchart or graph")
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*(?:\n|$)", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*%%(?!\{)([^\n]*)", re.MULTILINE)
_FIRST = re.compile(r"\s*([\w-]+)")
_SHOWN = 40


class Prepared:
    """A Mermaid text.

    In `text` blanks stand for all that is no part of the diagram, so that every place is that of
    the input. `lost` is what was left out, `notes` what the front matter says beside.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = original
        self.title: str | None = None
        self.lost: list[Lost] = []
        self.faults: list[Diagnostic] = []
        self._without_front_matter()
        self._without_directives()
        self._without_comments()

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.original)

    def span(self, start: int, end: int | None = None) -> Span:
        """Lines and columns, in the input, of a stretch of the text; by default of one sign."""
        first, last = (self._place(at) for at in (start, start + 1 if end is None else end))
        if last[0] != first[0]:
            last = (first[0], first[1] + 1)
        return Span(*first, *last)

    def line(self, start: int) -> int:
        """The line of a place, in the input."""
        return self._place(start)[0]

    def fault(
        self, start: int, message: Message, end: int | None = None, help: Message | None = None
    ) -> None:
        """Note what is wrong at a place."""
        self.faults.append(fault(message, self.span(start, end), help))

    def leave(self, start: int, what: Message, why: Message) -> None:
        """Note what is left out."""
        self.lost.append(Lost(self.line(start), None, what, why))

    @property
    def kind(self) -> str | None:
        """What the text is a diagram of; None, and a fault, where it is none that is read."""
        found = _FIRST.match(self.text)
        if found is None:
            self.faults.append(
                nothing_here(FORM)._replace(place=self.span(0) if self.text else START)
            )
            return None
        if found[1] in KINDS:
            return found[1]
        message = say("{word!r} begins no diagram that is read", word=clipped(found[1], _SHOWN))
        self.fault(found.start(1), message, found.end(1), say("expected {form}", form=FORM))
        return None

    def _place(self, at: int) -> tuple[int, int]:
        return self._lines.position(at)

    def _without_front_matter(self) -> None:
        found = _FRONT.match(self.text)
        if found is None:
            return
        source = parse(found[1])
        data = source.root.data if source.root is not None else {}
        if source.faults:
            first = source.faults[0]
            line = first.place.line if isinstance(first.place, Span) else 1
            self.fault(
                self._lines.offset(self._line_of(found.start(1)) + line - 1, 1), first.message
            )
        elif isinstance(data, dict):
            title = data.get("title")
            self.title = None if title is None else str(title)
            for key, entry in source.root.value.items() if source.root is not None else ():
                if key != "title":
                    line = self._line_of(found.start(1)) + entry.key.span.line - 1
                    what = say("{field} of the front matter", field=key)
                    self.leave(self._lines.offset(line, 1), what, say("it is about how it looks"))
        self._blank(found.start(), found.end())

    def _line_of(self, at: int) -> int:
        return self._lines.position(at)[0]

    def _without_directives(self) -> None:
        parts: list[str] = []
        done = 0
        at = self.text.find("%%{")
        while at >= 0 and (end := self.text.find("}%%", at)) >= 0:
            self._leave_text(at, self.text[at + 2 : end + 1], say("it is about how it looks"))
            parts += (self.text[done:at], _blanks(self.text[at : end + 3]))
            done = end + 3
            at = self.text.find("%%{", done)
        self.text = "".join((*parts, self.text[done:]))

    def _without_comments(self) -> None:
        for found in _COMMENT.finditer(self.text):
            self._leave_text(
                found.end() - len(found[1]), found[1], say("comments are not taken over")
            )
        self.text = _COMMENT.sub(lambda found: _blanks(found[0]), self.text)

    def _leave_text(self, at: int, text: str, why: Message) -> None:
        if said := " ".join(text.split()):
            self.leave(at, say("«{text}»", text=clipped(said, _SHOWN)), why)

    def _blank(self, start: int, end: int) -> None:
        self.text = self.text[:start] + _blanks(self.text[start:end]) + self.text[end:]


def _blanks(text: str) -> str:
    """As many blanks, the line ends kept."""
    return re.sub(r"[^\n]", " ", text)
