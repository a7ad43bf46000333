"""Files: the other texts of a workspace, as editors show them where they are open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property, lru_cache

from cjm.authoring.naming import Names, names_of
from cjm.format import as_id, is_id
from cjm.lsp.outline import Outline
from cjm.lsp.parts import Level
from cjm.lsp.reading import Reading
from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFiles
from cjm.project.documents import Document, documents
from cjm.project.loading import id_of_file
from cjm.source import Source, parse
from cjm.tuples import NamedTuple

MOST_KEPT = 512
"""So many texts are kept as they were read; a text that changed is another one."""


class FileText:
    """A file of the workspace: its real path, its text, and what it says as far as it is asked.

    `beside` is the real path of the journey that an overlay belongs to; None of other files.
    """

    def __init__(self, path: str, text: str, beside: str | None = None) -> None:
        self.path = path
        self.text = text
        self.beside = beside

    @cached_property
    def source(self) -> Source:
        """Its tree."""
        return parse(self.text)

    @cached_property
    def names(self) -> Names:
        """The ids that it declares and refers to."""
        return names_of(self.source)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Who is responsible for what in it, each as often as it is said."""
        return tuple(said_in(Outline(self.text).root, "owner"))

    @property
    def journey_id(self) -> str:
        """The id of the journey that it is, or would be."""
        return journey_id(self.source, self.path)


def files_beside(reading: Reading) -> tuple[FileText, ...]:
    """The other files of a document's workspace: journeys with their overlays, and `cjm.yaml`.

    Without a workspace, those in the document's folder. What cannot be read is not among them.
    """
    if not reading.path:
        return ()
    here = os.path.realpath(reading.path)
    files = _of_workspace(reading) if reading.workspace.file else _of_folder(here)
    found = {file.path: file for file in files}
    found.pop(here, None)
    opened = reading.opened or {}
    return tuple(
        _read(path, opened.get(path, file.content), file.beside) for path, file in found.items()
    )


class _File(NamedTuple):
    path: str
    content: bytes
    beside: str | None = None


def _of_workspace(reading: Reading) -> Iterator[_File]:
    workspaces = WorkspaceFiles()
    shared = workspaces.of_file(os.path.realpath(reading.path))
    real = os.path.realpath(shared.file) if shared.file else None
    if real is None or os.path.realpath(reading.workspace.file or "") != real:
        return
    yield _File(real, shared.content)
    for found in documents(reading.workspace.workspace.paths, workspaces, shared):
        if isinstance(found, Document) and found.is_journey:
            yield from _of_document(found)


def _of_document(document: Document) -> Iterator[_File]:
    yield _File(document.real, document.content)
    folder = os.path.dirname(document.real)
    for text in document.beside:
        path = os.path.join(folder, os.path.basename(text.file))
        yield _File(path, text.content, document.real)


def _of_folder(path: str) -> Iterator[_File]:
    folder = os.path.dirname(path)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    files = [n for n in names if n.endswith(JOURNEY_ENDINGS) and n != WORKSPACE_FILE]
    paths = [os.path.join(folder, name) for name in files if not name.endswith(OVERLAY_ENDING)]
    for found in documents(paths, WorkspaceFiles()):
        if isinstance(found, Document) and found.is_journey:
            yield from _of_document(found)


@lru_cache(maxsize=MOST_KEPT)
def _read(path: str, content: str | bytes, beside: str | None) -> FileText:
    # Editors keep a byte order mark to themselves: the first line begins behind it.
    text = content if isinstance(content, str) else content.decode("utf-8-sig", "replace")
    return FileText(path, text, beside)


def journey_id(source: Source, path: str) -> str:
    """The id of a journey: the one that it says, else its file's."""
    node = source.node(("id",)) if source.root is not None else None
    said = as_id(node.text or "") if node is not None else ""
    return said if is_id(said) else id_of_file(path or None)


def said_in(level: Level | None, key: str, but: int | None = None) -> Iterator[str]:
    """What all entries of a key say, but for the one whose value is at an offset."""
    waiting = [*reversed(level.parts)] if level else []
    while waiting:
        part = waiting.pop()
        if part.below is not None:
            waiting += reversed(part.below.parts)
        elif part.key == key and part.text and part.first != but and not part.hidden:
            yield part.text
