"""Past journeys: what was a journey at each revision of its file, and what could not be read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from cjm.compare.revisions import Revisions, State
from cjm.diagnostics.findings import Finding
from cjm.errors import UsageError
from cjm.i18n import Message, say
from cjm.journey import Journey
from cjm.project.discovery import STDIN, WorkspaceFile, WorkspaceFiles, reason, shown_path
from cjm.project.documents import Document, opened_document
from cjm.project.loading import read_document, workspace_findings
from cjm.records import dataclass
from cjm.system.workers import Workers
from cjm.tuples import NamedTuple

FEW = 50
"""So many revisions are read sooner than another process is started."""
AT_ONCE = 20
"""Revisions that a process is given together."""


class JourneyThen(NamedTuple):
    """A journey as it was: at a commit, or now, without one."""

    journey: Journey
    path: str
    commit: str | None = None
    time: str | None = None
    author_time: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A revision that holds no journey which can be used, and why: the first fault."""

    commit: str | None
    code: str | None
    line: int | None

    @property
    def reason(self) -> Message:
        """Why, in a few words."""
        if self.code is None:
            return say("too large")
        if self.line is None:
            return say("{code}", code=self.code)
        return say("line {line}: {code}", line=self.line, code=self.code)

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it; it is no text for people."""
        return {"commit": self.commit, "reason": str(self.reason)}


class JourneysThen(NamedTuple):
    """The journeys of all revisions, the oldest first."""

    path: str
    journeys: tuple[JourneyThen, ...]
    skipped: tuple[Unread, ...]
    shallow: bool
    commits: int


def journeys_of(
    file: str,
    since: date | None,
    last: int | None,
    workspace: str | None,
    measured: bool,
    processes: int,
) -> JourneysThen:
    """What a journey's file held at each revision, and now where that is something else.

    Revisions are shared among `processes`, where there are many. Raises UsageError where there is
    no such file, or no history of it.
    """
    _require_file(file)
    workspaces = WorkspaceFiles(workspace)
    revisions = Revisions(file)
    states = revisions.states()
    asked = [state for state in states if since is None or _day(state) >= since]
    if last is not None:
        asked = asked[len(asked) - last :] if last < len(asked) else asked
    needed = asked or states[-1:]
    revisions.read(needed)
    reader = _Reader(workspaces.forced, measured, revisions)
    found = list(reader.read(asked, processes))
    head = reader.of_state(states[-1]) if states else None
    if now := _now(file, workspaces, measured, head):
        found.append(reader.of_document(now, JourneyThen(_NOTHING, revisions.path)))
    journeys = tuple(each for each in found if isinstance(each, JourneyThen))
    skipped = tuple(each for each in found if isinstance(each, Unread))
    return JourneysThen(
        shown_path(file), journeys, skipped, revisions.is_shallow, revisions.depth
    )  # fmt: skip


def _require_file(file: str) -> None:
    if file in ("-", STDIN):
        raise UsageError(say("standard input has no history"))
    if os.path.isdir(file):
        raise UsageError(
            say("{path} is a folder", path=file), help=say("name the file of one journey")
        )
    if "\0" in file:
        raise UsageError(say("{name!r} cannot be a path", name=file))
    if not os.path.exists(file):
        absent = say("there is no such file or folder")
        raise UsageError(say("{path}: {reason}", path=file, reason=absent))


def _day(state: State) -> date:
    return datetime.fromisoformat(state.commit.time).date()


_NOTHING: Any = None


class _Reader:
    """Reads documents, equal ones once."""

    def __init__(self, forced: WorkspaceFile | None, measured: bool, revisions: Revisions) -> None:
        self._forced, self._measured, self._revisions = forced, measured, revisions
        self._known: dict[object, Journey | Unread] = {}

    def read(self, states: Sequence[State], processes: int) -> Iterator[JourneyThen | Unread]:
        """What each state holds; one that changed nothing of the journey's is left out."""
        before: object = None
        documents = [(state, self.of_state(state)) for state in states]
        self._read_at_once([document for _, document in documents if document], processes)
        for state, document in documents:
            key = content_of(document) if document else state.files
            if key == before:
                continue
            before = key
            commit = state.commit
            about = JourneyThen(
                _NOTHING, state.path, commit.id, commit.time, commit.author_time, commit.subject
            )
            if document is None:
                yield Unread(commit.id, None, None)
            else:
                yield self.of_document(document, about)

    def _read_at_once(self, documents: Sequence[Document], processes: int) -> None:
        """Read all that differ, in several processes where they are many."""
        different = {content_of(document): document for document in documents}
        workers = Workers(processes if len(different) > FEW else 1)
        try:
            results = workers.work(_read_all, list(different.values()), AT_ONCE)
            self._known |= dict(zip(different, results, strict=True))
        finally:
            workers.close()

    def of_state(self, state: State) -> Document | None:
        """The document of a state that was read."""
        return self._revisions.document(state, self._forced, self._measured)

    def of_document(self, document: Document, about: JourneyThen) -> JourneyThen | Unread:
        """The journey in a document, with what is known of the revision."""
        key = content_of(document)
        if key not in self._known:
            self._known[key] = _read(document)
        found = self._known[key]
        if isinstance(found, Journey):
            return about._replace(journey=found)
        return Unread(about.commit, found.code, found.line)


def _read_all(documents: Sequence[Document]) -> list[Journey | Unread]:
    """What a process is asked for."""
    return [_read(document) for document in documents]


def _read(document: Document) -> Journey | Unread:
    loaded, shared = read_document(document)
    document.forget()
    faults: tuple[Finding, ...] = (*workspace_findings(shared), *loaded.findings)
    if loaded.journey is not None and not faults:
        return loaded.journey
    first = faults[0]
    in_journey = first.file == document.file and first.span
    return Unread(None, first.code, first.span.line if in_journey and first.span else None)


def content_of(document: Document) -> tuple[object, ...]:
    """What a journey is made of, however lines end: the same gives the same figures."""
    return (
        document.real,
        _lines(document.text.content),
        _lines(document.workspace.content),
        tuple(_lines(text.content) for text in document.beside),
    )


def _lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _now(
    file: str, workspaces: WorkspaceFiles, measured: bool, head: Document | None
) -> Document | None:
    """The working tree's document, where it is not what the last commit left."""
    try:
        document = opened_document(file, workspaces, measured)
    except OSError as error:
        raise UsageError(say("{path}: {reason}", path=file, reason=reason(error))) from error
    if workspaces.unreadable:
        raise UsageError(workspaces.unreadable[0])
    if head is not None and content_of(document)[1:] == content_of(head)[1:]:
        return None
    return document
