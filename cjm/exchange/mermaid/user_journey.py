"""Mermaid's user journey: its lines as sections and tasks, each at its place."""

from __future__ import annotations

import re

from cjm.exchange.mermaid.markup import plain
from cjm.exchange.mermaid.prepared import Prepared
from cjm.i18n import Message, say
from cjm.source.faults import spaced
from cjm.source.reader import MAX_VALUES
from cjm.tuples import NamedTuple

_TEXT = r"(?:#\w+;|[^#;\n])*"
_NAME = re.compile(r"(?:#\w+;|[^#:;\n])*")
_DATA = re.compile(rf":({_TEXT})")
_TITLE = re.compile(rf"title\s({_TEXT})", re.IGNORECASE)
_SECTION = re.compile(r"section\s((?:#\w+;|[^#:;\n])*)", re.IGNORECASE)
_WORD = re.compile(r"(title|section)\s*$", re.IGNORECASE)
_ACCESSIBLE = re.compile(r"acc(title|descr)\s*:([^\n]*)", re.IGNORECASE)
_LONG_DESCRIPTION = re.compile(r"accdescr\s*\{([^}]*)(\}?)", re.IGNORECASE)
_MOST = 20
"""So many faults are told."""


class Task(NamedTuple):
    """A task: where it begins, its name, what stands for its score, its actors, its section."""

    at: int
    name: str
    score: str
    score_at: int
    actors: tuple[str, ...]
    section: int | None
    surplus: str = ""


class UserJourney:
    """A user journey as it is written: title, descriptions, sections with places, tasks."""

    def __init__(self, prepared: Prepared) -> None:
        self.title = prepared.title
        self.descriptions: list[str] = []
        self.sections: list[tuple[int, str]] = []
        self.tasks: list[Task] = []
        self._prepared = prepared
        self._text = prepared.text
        self._read(re.match(r"\s*journey\b", self._text).end())  # type: ignore[union-attr]

    def _read(self, at: int) -> None:
        end = len(self._text)
        while at < end and len(self._prepared.faults) < _MOST:
            if self._text[at].isspace():
                at += 1
            elif self._text[at] == "#" and not re.compile(r"#\w+;").match(self._text, at):
                at = self._line_end(at)
            else:
                at = self._statement(at)

    def _statement(self, at: int) -> int:
        """Read what begins at a place; where it ends."""
        if long := _LONG_DESCRIPTION.match(self._text, at):
            self.descriptions.append(plain(long[1]))
            if not long[2]:
                self._fault(at + long[0].index("{"), say("this brace is not closed"), "}")
            return long.end()
        if said := _ACCESSIBLE.match(self._text, at):
            self.descriptions.append(plain(said[2]))
            return said.end()
        line = self._text[at : self._line_end(at)]
        if bare := _WORD.fullmatch(line.rstrip()):
            self._fault(at, say("{word} of what?", word=bare[1]), say("a text"))
            return self._line_end(at)
        if title := _TITLE.match(self._text, at):
            self.title = plain(title[1])
            return self._ended(title.end())
        if section := _SECTION.match(self._text, at):
            self.sections.append((at, plain(section[1])))
            return self._ended(section.end())
        return self._task(at)

    def _task(self, at: int) -> int:
        name = _NAME.match(self._text, at)
        assert name is not None
        data = _DATA.match(self._text, name.end())
        if data is None or not name[0].strip():
            place = name.end() if name[0].strip() else at
            self._fault(place, say("this is no task"), say("name: score: actors"))
            return self._line_end(at)
        if len(self.tasks) == MAX_VALUES:
            what = say("more than {most} tasks", most=spaced(MAX_VALUES))
            self._fault(at, what, say("fewer of them: one journey a diagram"))
            return len(self._text)
        score, *rest = data[1].split(":", 2)
        actors = tuple(dict.fromkeys(filter(None, map(plain, (rest or [""])[0].split(",")))))
        section = len(self.sections) - 1 if self.sections else None
        score_at = data.start(1) + len(score) - len(score.lstrip())
        surplus = rest[1].strip() if len(rest) > 1 else ""
        self.tasks.append(
            Task(at, plain(name[0]), score.strip(), score_at, actors, section, surplus)
        )
        return self._ended(data.end())

    def _ended(self, at: int) -> int:
        """The end of the line after a statement, which has to be over there, or a comment."""
        sign = self._text[at : at + 1]
        if sign in (";", ":"):
            help = say("write {sign} as {entity}", sign=sign, entity=f"#{ord(sign)};")
            self._prepared.fault(at, say("{sign} ends the text", sign=sign), help=help)
        return self._line_end(at)

    def _fault(self, at: int, message: Message, wanted: Message | str) -> None:
        self._prepared.fault(at, message, help=say("expected {form}", form=wanted))

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end
