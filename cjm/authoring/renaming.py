"""Renaming what a journey or a workspace declares: its key, and every reference to it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cjm.authoring.name_edits import edits_of
from cjm.authoring.naming import KINDS, TOUCHPOINT, names_of
from cjm.authoring.renaming_in_data import (
    JourneyText,
    Renaming,
    data_file,
    journey_text,
    keeps,
    rename_in_data,
)
from cjm.edits import Edit, apply
from cjm.edits.anatomy import Anatomy
from cjm.errors import UsageError
from cjm.format import as_id, is_id
from cjm.i18n import say
from cjm.project.discovery import (
    WORKSPACE_FILE,
    WorkspaceFiles,
    may_be_journey,
    reason,
    shown_path,
)
from cjm.project.documents import Document, documents, opened_document
from cjm.project.workspace import load_workspace
from cjm.source import Source, parse
from cjm.tuples import NamedTuple


class FileChange(NamedTuple):
    """A file in which something is renamed: its path, what it held, and the edits of it."""

    path: str
    content: bytes
    edits: tuple[Edit, ...]

    @property
    def after(self) -> bytes:
        """What it shall hold: `cjm.edits.saving.save(path, after, content)` writes it."""
        return apply(self.content.decode(), self.edits).encode()


def rename(source: Source, kind: str, id: str, new: str) -> tuple[Edit, ...]:
    """The edits of one file that rename something it declares or refers to.

    Args:
        source: A journey, a workspace or an overlay, without faults.
        kind: `touchpoint`, `stage`, `channel` or `persona`.
        id: What it is called.
        new: What it shall be called.

    Returns:
        Edits by offsets in the file, none where the file does not name it.

    Raises:
        UsageError: The new name is no id or is taken, or an alias shares the text of the old one
            with something else.
    """
    _refuse(kind, new)
    Anatomy(source, overlay=True)  # refuses a text with faults
    names = names_of(source).names
    if any((name.kind, name.id) == (kind, as_id(new)) for name in names):
        raise UsageError(say("there is a {kind} {id!r} already", kind=kind, id=new))
    places = [name.place for name in names if (name.kind, name.id) == (kind, as_id(id))]
    return edits_of(source, places, new)


def rename_in_files(
    path: str, kind: str, id: str, new: str, workspace: str | None = None
) -> tuple[FileChange, ...]:
    """The changes of all files that rename something, none of them written.

    Args:
        path: The journey, or for what a workspace declares its `cjm.yaml`.
        kind: `touchpoint`, `stage`, `channel` or `persona`.
        id: What it is called.
        new: What it shall be called.
        workspace: A `cjm.yaml`; by default the nearest one upwards.

    Returns:
        A journey's own are renamed in its file and its overlays; what the workspace declares in
        `cjm.yaml`, in all its journeys and in their overlays. `data.yaml` and the topics it names
        follow, unless another file of the journey, as it is, keeps the name.

    Raises:
        UsageError: As of `rename`; nothing has that name; or a file cannot be read or has faults,
            so that nobody knows what it names; or a source of `data.yaml` means by that name
            something of another journey, too.
    """
    _refuse(kind, new)
    changes = []
    asked = _Asked(path, kind, as_id(id), workspace)
    for file, content in asked.files():
        try:
            edits = rename(parse(content), kind, id, new)
        except UsageError as error:
            told = say("{path}: {message}", path=shown_path(file), message=error.message)
            raise UsageError(told, error.help) from error
        if edits:
            changes.append(FileChange(file, content, edits))
    if not changes:
        raise UsageError(say("there is no {kind} {id!r}", kind=kind, id=id))
    return (*changes, *asked.in_data(new))


def _refuse(kind: str, new: str) -> None:
    if kind not in KINDS:
        raise UsageError(say("what can be renamed: {known}", known=", ".join(KINDS)))
    if not is_id(as_id(new)):
        help = say("begin with a letter or digit; then letters, digits, . - _")
        raise UsageError(say("{text!r} cannot be an id", text=new), help)


class _Asked:
    """What is to be renamed, and the files around it.

    `document` is the journey that was named; None where a workspace was.
    """

    def __init__(self, path: str, kind: str, id: str, workspace: str | None) -> None:
        self._kind = kind
        self._id = id
        self._workspaces = WorkspaceFiles(workspace)
        is_workspace = os.path.basename(path) == WORKSPACE_FILE
        self.document = None if is_workspace else _opened(path, self._workspaces)
        around = WorkspaceFiles(path) if is_workspace else self._workspaces
        self._home = around.of_file(path)
        self._workspace = load_workspace(self._home).workspace
        self._folder = os.path.dirname(os.path.realpath(path))

    @property
    def is_shared(self) -> bool:
        """Whether the workspace declares it, for all its journeys."""
        ids = [each.id for each in getattr(self._workspace, f"{self._kind}s", ())]
        return self._kind != TOUCHPOINT and self._id in ids and self._home.file is not None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files that may name it, each with its content."""
        if self.is_shared and self._home.file is not None:
            yield os.path.realpath(self._home.file), self._home.content
            for found in self._others():
                yield from _of_document(found)
        if self.document is not None:
            yield from _of_document(self.document)

    def in_data(self, new: str) -> Iterator[FileChange]:
        """What changes where surveys, logs and reviews are described."""
        own = None
        if not self.is_shared and self.document is not None:
            own = journey_text(self.document.real, self.document.source)
        renaming = Renaming(self._kind, self._id, as_id(new), own.id if own else None)
        if data_file(self._folder) is None or (own and keeps(renaming, self._texts())):
            return
        for change in rename_in_data(self._folder, renaming, self._texts):
            yield FileChange(change.path, change.text.encode(), change.edits)

    def _texts(self) -> Iterator[JourneyText]:
        return (journey_text(found.real, found.source) for found in self._others())

    def _others(self) -> Iterator[Document]:
        """The other journeys of the workspace; without one, of the folder."""
        home = self._home if self._home.file is not None else None
        paths = self._workspace.paths if home else _yaml_in(self._folder)
        for found in documents(paths, self._workspaces, home):
            if isinstance(found, Document) and found.is_journey and not self._is_own(found):
                yield found

    def _is_own(self, found: Document) -> bool:
        return self.document is not None and found.real == self.document.real


def _yaml_in(folder: str) -> list[str]:
    names = filter(may_be_journey, sorted(os.listdir(folder)))
    return [os.path.join(folder, name) for name in names]


def _of_document(document: Document) -> Iterator[tuple[str, bytes]]:
    yield document.real, document.content
    folder = os.path.dirname(document.real)
    for text in document.beside:
        yield os.path.join(folder, os.path.basename(text.file)), text.content


def _opened(path: str, workspaces: WorkspaceFiles) -> Document:
    try:
        return opened_document(path, workspaces)
    except OSError as error:
        raise UsageError(say("{path}: {reason}", path=path, reason=reason(error))) from error
