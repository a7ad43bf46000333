"""Formatting files: which of those at some paths are ours, and what became of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Literal

from cjm.authoring.formatting.text import WouldChange, formatted
from cjm.diagnostics.findings import Finding
from cjm.edits.saving import save
from cjm.errors import CjmError
from cjm.i18n import Message, say
from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.border import Border, border_of_entry, border_of_path
from cjm.project.discovery import (
    STDIN,
    WORKSPACE_FILE,
    WorkspaceFiles,
    files_at,
    reason,
    shown_path,
)
from cjm.project.findings import Origin, finding_of
from cjm.project.kind import holds_definition, holds_journey
from cjm.project.workspace import load_workspace
from cjm.source import Source, parse
from cjm.system.reading import read_start, read_stdin
from cjm.system.workers import Workers
from cjm.tuples import NamedTuple

FEW = 64
"""So many files are laid out in less time than other processes take to start."""
AT_ONCE, CHUNK = 512, 16
"""Files whose contents are held at once, and of those what a process is given at a time."""


class NotLaidOut(Enum):
    """Why a file stays as it is."""

    NO_YAML = 1
    WOULD_CHANGE = 2


Layout = str | Literal[NotLaidOut.NO_YAML, NotLaidOut.WOULD_CHANGE]
"""What a file shall hold, or why it stays as it is."""


class FormattedFile(NamedTuple):
    """A file that formatting changes: its name, and its text before and after."""

    file: str
    before: str
    after: str


class Formatting(NamedTuple):
    """What formatting files came to.

    `changed` are those that were not laid out as they should be, `unchanged` how many were,
    `faults` the first of each that is no YAML, `left` says what is never formatted, and `problems`
    what could not be done. `text` is standard input as it shall be.
    """

    changed: tuple[FormattedFile, ...]
    unchanged: int
    faults: tuple[Finding, ...]
    left: tuple[Message, ...]
    problems: tuple[Message, ...]
    text: str = ""


def format_files(
    paths: Iterable[str] = (),
    *,
    write: bool = True,
    workspace: str | None = None,
    language: str = "en",
    processes: int = 1,
    on_progress: Callable[[int], None] = lambda n: None,
) -> Formatting:
    """Format the journeys, workspaces, definitions of data and topics at some paths.

    Args:
        paths: Files, which are formatted whatever YAML they hold, and folders; `-` is standard
            input, which is never written to. By default what the workspace names, and the files of
            cjm's beside it.
        write: Whether files are changed, each whole or not at all.
        workspace: A `cjm.yaml`; by default the nearest one.
        language: In which the faults are told.
        processes: How many may share the work, where there is much of it.
        on_progress: Told how many files have been looked at.
    """
    workspaces = WorkspaceFiles(workspace)
    workers = Workers(processes)
    run = _Run(write, language, workers, on_progress)
    try:
        for path, border in _asked(list(paths), workspaces):
            run.path(path, border)
        run.lay_out()
    finally:
        workers.close()
    run.problems[:0] = workspaces.unreadable
    changed, faults = tuple(run.changed), tuple(run.faults)
    return Formatting(
        changed, run.unchanged, faults, tuple(run.left), tuple(run.problems), run.text
    )


def _asked(paths: list[str], workspaces: WorkspaceFiles) -> Iterator[tuple[str, Border]]:
    """The paths of a run, and how far each may lead."""
    for path in paths:
        yield path, border_of_path(path, workspaces)
    if paths:
        return
    found = workspaces.of_folder(".")
    named = load_workspace(found).workspace.paths
    if found.folder is None:
        yield from ((path, border_of_path(path, workspaces)) for path in named)
        return
    for n, path in enumerate(named):
        yield path, border_of_entry(found, n)
    for name in sorted(os.listdir(found.folder)):
        path = os.path.join(found.folder, name)
        if _may_be_ours(name) and os.path.isfile(path):
            yield path, Border(border_of_entry(found, 0).root, found)


class _Read(NamedTuple):
    """A file of ours: its path, its name and what it holds."""

    path: str
    shown: str
    content: bytes


class _Run:
    """What a run has come to so far."""

    def __init__(
        self, write: bool, language: str, workers: Workers, on_progress: Callable[[int], None]
    ) -> None:
        self.files = self.unchanged = 0
        self.changed: list[FormattedFile] = []
        self.faults: list[Finding] = []
        self.left: list[Message] = []
        self.problems: list[Message] = []
        self._write = write
        self._language = language
        self._seen: set[str] = set()
        self._workers = workers
        self._on_progress = on_progress
        self._read: list[_Read] = []
        self.text = ""

    def path(self, path: str, border: Border) -> None:
        """Format what is at a path, but for what was seen."""
        if path == "-":
            self._stdin()
            return
        for item in files_at(path, _may_be_ours):
            if isinstance(item, OSError):
                self._refused(item.filename, item)
                continue
            real = os.path.realpath(item.path)
            if real in self._seen:
                continue
            self._seen.add(real)
            shown = shown_path(item.path)
            if not border.holds(real):
                why = say("{path} leads out of the workspace and is not read", path=shown)
                self.problems.append(why)
            elif item.path.endswith(OVERLAY_ENDING):
                self.left.append(say("{path} is written by cjm measure: not formatted", path=shown))
            else:
                # What a workspace names may be anything: only what a user types is wanted.
                self._file(item.path, shown, item.named and border.workspace is None)

    def _stdin(self) -> None:
        try:
            content = read_stdin()
        except OSError as error:
            self.problems.append(say("{path}: {reason}", path=STDIN, reason=reason(error)))
            return
        after = self._content(content, STDIN, *laid_out([content]))
        if not (self.faults or self.problems):
            self.text = content.decode() if after is None else after

    def _file(self, path: str, shown: str, named: bool) -> None:
        try:
            content = read_start(path)
        except OSError as error:
            self._refused(path, error)
            return
        if named or _is_ours(path, content):
            self._read.append(_Read(path, shown, content))
        if len(self._read) == AT_ONCE:
            self.lay_out()

    def lay_out(self) -> None:
        """Lay out what was read since the last time."""
        read, self._read = self._read, []
        contents = [each.content for each in read]
        chunk = CHUNK if len(read) > FEW else len(read) + 1
        for each, after in zip(read, self._workers.work(laid_out, contents, chunk), strict=True):
            self._take(each, after)
            self._on_progress(self.files)

    def _take(self, read: _Read, after: Layout) -> None:
        new = self._content(read.content, read.shown, after)
        if new is None or not self._write:
            return
        try:
            save(os.path.realpath(read.path), new.encode(), read.content)
        except CjmError as error:
            self.problems.append(error.message)
            self.changed.pop()

    def _refused(self, path: str, error: OSError) -> None:
        shown = shown_path(path) if path else say("an empty path")
        self.problems.append(say("{path}: {reason}", path=shown, reason=reason(error)))

    def _content(self, content: bytes, shown: str, after: Layout) -> str | None:
        """The new text of a file; None where it stays as it is."""
        self.files += 1
        if after is NotLaidOut.WOULD_CHANGE:
            self.problems.append(
                say("{path}: formatting would change what it says, a fault of cjm", path=shown)
            )
            return None
        if after is NotLaidOut.NO_YAML:
            self.faults.append(self._fault(shown, parse(content)))
            return None
        if after.encode() == content:
            self.unchanged += 1
            return None
        self.changed.append(FormattedFile(shown, content.decode(), after))
        return after

    def _fault(self, shown: str, source: Source) -> Finding:
        """Why a file is no YAML."""
        return finding_of(source.faults[0], Origin(shown, source, language=self._language))


def laid_out(contents: Sequence[bytes]) -> list[Layout]:
    """The texts that files shall hold, or why there is none; any process can do it."""
    return [_laid_out(content) for content in contents]


def _laid_out(content: bytes) -> Layout:
    try:
        after = formatted(content)
    except WouldChange:
        return NotLaidOut.WOULD_CHANGE
    return after if isinstance(after, str) else NotLaidOut.NO_YAML


def _may_be_ours(name: str) -> bool:
    return name.endswith(JOURNEY_ENDINGS) and not name.endswith(OVERLAY_ENDING)


def _is_ours(path: str, content: bytes) -> bool:
    """Whether a file found in a folder is one of cjm's."""
    if os.path.basename(path) == WORKSPACE_FILE or holds_definition(content):
        return True
    return holds_journey(content, lambda: parse(content))
