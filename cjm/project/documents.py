"""Paths → the files there, each once, with their content and the workspace that they use."""

import os
from collections.abc import Iterable, Iterator

from cjm.diagnostics.findings import Finding
from cjm.i18n import Message, say
from cjm.names import OVERLAY_ENDING
from cjm.project.border import (
    Border,
    Outside,
    border_of_entry,
    border_of_path,
    outside_finding,
)
from cjm.project.discovery import (
    STDIN,
    WORKSPACE_FILE,
    WorkspaceFile,
    WorkspaceFiles,
    journey_files,
    reason,
    shown_path,
)
from cjm.project.kind import holds_journey, may_hold_journey
from cjm.project.overlays import Overlays
from cjm.source import Source, parse
from cjm.system.reading import read_start, read_stdin
from cjm.tuples import NamedTuple


class Text:
    """A file that was read: its name in findings, and its content."""

    __slots__ = ("_source", "content", "file")

    def __init__(self, file: str, content: bytes) -> None:
        self.file = file
        self.content = content
        self._source: Source | None = None

    def __reduce__(self) -> tuple[type["Text"], tuple[str, bytes]]:
        return Text, (self.file, self.content)  # another process parses what it is asked about

    @property
    def source(self) -> Source:
        """The tree of it, parsed when it is first asked for."""
        if self._source is None:
            self._source = parse(self.content)
        return self._source

    def forget(self) -> None:
        """Give the tree back, which is many times as large as the text."""
        self._source = None


class Document(NamedTuple):
    """A file that may be a journey; one that was `named` is meant to be one.

    `real` is the same for all ways to it, `path` the one of the given paths that led here.
    `beside` are the texts of other files that belong to it: what is found there has their name.
    """

    text: Text
    named: bool
    workspace: WorkspaceFile
    real: str
    path: str
    beside: tuple[Text, ...] = ()

    @property
    def file(self) -> str:
        """Its name in findings."""
        return self.text.file

    @property
    def content(self) -> bytes:
        """What its file holds."""
        return self.text.content

    @property
    def source(self) -> Source:
        """The tree of its file."""
        return self.text.source

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all its files, its own first."""
        return (self.file, *(text.file for text in self.beside))

    @property
    def sources(self) -> tuple[tuple[str, Source], ...]:
        """The trees of its other files, by their names."""
        return tuple((text.file, text.source) for text in self.beside)

    @property
    def is_journey(self) -> bool:
        """Whether it is one; what was named is, if perhaps a broken one."""
        return self.named or holds_journey(self.content, lambda: self.source)

    def forget(self) -> None:
        """Give all trees back."""
        for text in (self.text, *self.beside):
            text.forget()


class Skipped(NamedTuple):
    """A YAML file in a folder that is no journey, as a look at its content shows."""

    path: str


class Trouble(NamedTuple):
    """What could not be done, as a sentence."""

    message: Message
    path: str


class Known(NamedTuple):
    """Something at a path that needs no look, or no second one."""

    path: str


class Stray(NamedTuple):
    """A finding on an overlay that no journey beside it has; `path` is the given path."""

    finding: Finding
    path: str


Found = Document | Skipped | Trouble | Known | Outside | Stray


def documents(
    paths: Iterable[str],
    workspaces: WorkspaceFiles,
    workspace: WorkspaceFile | None = None,
    measured: bool = True,
) -> Iterator[Found]:
    """Everything at `paths`, in order, one file in memory at a time.

    `workspace` is the one that names them, in this order, under `journeys`; it reads nothing
    beyond its border. Without one the user typed them. Journeys come with their overlays, unless
    `measured` is False.
    """
    overlays = Overlays() if measured else None
    given = list(paths)
    named = {os.path.realpath(path) for path in given if os.path.isfile(path)}
    seen: set[str] = set()
    for n, path in enumerate(given):
        border = border_of_entry(workspace, n) if workspace else border_of_path(path, workspaces)
        yield from _at(path, workspaces, seen, border, named, overlays)
        if overlays:
            if not _beyond(border, path):
                overlays.look_below(path)
            yield from _told(overlays, path, workspaces)


def opened_document(path: str, workspaces: WorkspaceFiles, measured: bool = True) -> Document:
    """The document in one file that was named, with its overlays; `-` is standard input.

    Raises OSError where it cannot be read, ValueError where it cannot be a path.
    """
    if path == "-":
        return Document(Text(STDIN, read_stdin()), True, workspaces.of_folder("."), "-", "-")
    overlays = Overlays() if measured else None
    document = _opened(path, True, workspaces, os.path.realpath(path), path, overlays)
    for error in overlays.unreadable if overlays else ():
        raise error
    return document


def reread(document: Document) -> Document:
    """A document of which the text was not kept, with its text; standard input keeps it.

    Raises OSError where it can no longer be read.
    """
    if document.path == "-":
        return document
    return document._replace(text=Text(document.file, read_start(document.real)))


def nothing_at(path: str) -> Message:
    """What is said of a path that leads to no journey."""
    return say("{path}: there is no journey here", path=named_path(path))


def _at(
    path: str,
    workspaces: WorkspaceFiles,
    seen: set[str],
    border: Border,
    named: set[str],
    overlays: Overlays | None,
) -> Iterator[Found]:
    """What is at one path, but for what was `seen`; a folder's file may be `named` elsewhere."""
    if _beyond(border, path):
        yield Outside(border.outside(path, workspaces), path)
        return
    if path == "-":
        if path in seen:
            yield Known(path)
            return
        seen.add(path)
        yield _standard_input(workspaces)
        return
    if os.path.basename(path) == WORKSPACE_FILE and os.path.isfile(path):
        workspaces.of_file(path)  # a workspace: its own faults are told
        yield Known(path)
        return
    if path.endswith(OVERLAY_ENDING) and os.path.isfile(path):
        name = named_path(path)
        what = say("{path}: this is no journey, but what was measured of one", path=name)
        yield Trouble(what, path)
        return
    for item in journey_files(path):
        if isinstance(item, OSError):
            yield Trouble(
                say("{path}: {reason}", path=named_path(item.filename), reason=reason(item)), path
            )
            continue
        real = os.path.realpath(item.path)
        if not border.holds(real):
            yield Outside(border.outside(item.path, workspaces), path)
            continue
        if real in seen:
            yield Known(path)
            continue
        seen.add(real)
        yield _read(item.path, item.named or real in named, workspaces, real, path, overlays)


def _beyond(border: Border, path: str) -> bool:
    """Whether a workspace names it that may not read it."""
    return border.workspace is not None and not border.holds(os.path.realpath(path))


def _standard_input(workspaces: WorkspaceFiles) -> Found:
    try:
        return opened_document("-", workspaces)
    except OSError as error:
        return Trouble(say("{path}: {reason}", path=STDIN, reason=reason(error)), "-")


def named_path(path: str) -> Message | str:
    """A path as messages name it."""
    return shown_path(path) if path else say("an empty path")


def _read(
    file: str,
    named: bool,
    workspaces: WorkspaceFiles,
    real: str,
    path: str,
    overlays: Overlays | None,
) -> Found:
    try:
        document = _opened(file, named, workspaces, real, path, overlays)
    except OSError as error:
        return Trouble(say("{path}: {reason}", path=shown_path(file), reason=reason(error)), path)
    return document if named or may_hold_journey(document.content) else Skipped(path)


def _opened(
    file: str,
    named: bool,
    workspaces: WorkspaceFiles,
    real: str,
    path: str,
    overlays: Overlays | None,
) -> Document:
    content = read_start(file)
    found = overlays.of_file(file, content) if overlays else ()
    beside = tuple(Text(shown_path(overlay.path), overlay.content) for overlay in found)
    text, workspace = Text(shown_path(file), content), workspaces.of_file(file)
    return Document(text, named, workspace, real, path, beside)


def _told(overlays: Overlays, path: str, workspaces: WorkspaceFiles) -> Iterator[Found]:
    """What is told of overlays at a path: those that cannot be read, or that no journey has."""
    strays = list(overlays.left(path))
    while overlays.unreadable:
        error = overlays.unreadable.pop()
        shown = shown_path(error.filename)
        yield Trouble(say("{path}: {reason}", path=shown, reason=reason(error)), path)
    while overlays.outside:
        file = overlays.outside.pop()
        yield Outside(outside_finding(file, workspaces.of_file(file)), path)
    for overlay in strays:
        from cjm.project.findings import Origin, finding_of  # a stray overlay is rare
        from cjm.project.measured import stray
        from cjm.project.workspace import load_workspace

        file, source = shown_path(overlay.path), parse(overlay.content)
        language = load_workspace(workspaces.of_file(overlay.path)).workspace.language
        origin = Origin(file, source, language=language, beside=((file, source),))
        yield from (Stray(finding_of(fault, origin), path) for fault in stray(file, source))
