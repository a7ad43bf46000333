"""Renaming what a journey or a workspace declares: its key, and every reference to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from cjm.authoring.naming import KINDS, TOUCHPOINT, names_of
from cjm.edits import Edit, apply
from cjm.edits.anatomy import Anatomy
from cjm.edits.proof import proved
from cjm.edits.writing import key_text, scalar_text
from cjm.errors import UsageError
from cjm.format import as_id, is_id
from cjm.i18n import say
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFiles, reason, shown_path
from cjm.project.documents import Document, documents, opened_document
from cjm.project.workspace import load_workspace
from cjm.source import Node, Source, parse
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
    text = Anatomy(source, overlay=True)
    names = names_of(source).names
    if any((name.kind, name.id) == (kind, as_id(new)) for name in names):
        raise UsageError(say("there is a {kind} {id!r} already", kind=kind, id=new))
    places = [name.place for name in names if (name.kind, name.id) == (kind, as_id(id))]
    return _edits(text, places, new)


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
        `cjm.yaml`, in all its journeys and in their overlays.

    Raises:
        UsageError: As of `rename`; nothing has that name; or a file cannot be read or has faults,
            so that nobody knows what it names.
    """
    _refuse(kind, new)
    changes = []
    for file, content in _files(path, kind, id, workspace):
        try:
            edits = rename(parse(content), kind, id, new)
        except UsageError as error:
            told = say("{path}: {message}", path=shown_path(file), message=error.message)
            raise UsageError(told, error.help) from error
        if edits:
            changes.append(FileChange(file, content, edits))
    if not changes:
        raise UsageError(say("there is no {kind} {id!r}", kind=kind, id=id))
    return tuple(changes)


def _refuse(kind: str, new: str) -> None:
    if kind not in KINDS:
        raise UsageError(say("what can be renamed: {known}", known=", ".join(KINDS)))
    if not is_id(as_id(new)):
        help = say("begin with a letter or digit; then letters, digits, . - _")
        raise UsageError(say("{text!r} cannot be an id", text=new), help)


def _edits(text: Anatomy, places: Iterable[Node], new: str) -> tuple[Edit, ...]:
    nodes = list(places)
    meant = {id(node) for node in nodes}
    edits: dict[int, Edit] = {}
    keys = _keys(text.source.root)
    for node in nodes:
        own = text.anchored(node)
        text.refuse_used_otherwise(own, meant)
        # What an alias repeats of a key is a value there: 404 would be a number.
        written = (
            key_text(new) if id(own) in keys and not text.is_anchored(own) else scalar_text(new)
        )
        start = text.text_start(own)
        edits[start] = Edit(start, text.end(own), written)
    assert text.source.root is not None
    return proved(text.source, edits.values(), _renamed(text.source.root, meant, new))


def _keys(node: Node | None) -> set[int]:
    """The keys of all mappings, by their `id()`."""
    found: set[int] = set()
    waiting = [node] if node else []
    while waiting:
        value = waiting.pop().value
        if isinstance(value, dict):
            found |= {id(entry.key) for entry in value.values()}
            waiting += [entry.node for entry in value.values()]
        elif isinstance(value, list):
            waiting += value
    return found


def _renamed(node: Node, meant: set[int], new: str) -> Any:
    """The data of a value, those of its texts renamed that are meant."""
    if id(node) in meant:
        return new
    if isinstance(node.value, dict):
        return {
            new if id(entry.key) in meant else key: _renamed(entry.node, meant, new)
            for key, entry in node.value.items()
        }
    if isinstance(node.value, list):
        return [_renamed(item, meant, new) for item in node.value]
    return node.value


def _files(path: str, kind: str, id: str, workspace: str | None) -> Iterator[tuple[str, bytes]]:
    """The files that may name it, each with its content."""
    workspaces = WorkspaceFiles(workspace)
    is_workspace = os.path.basename(path) == WORKSPACE_FILE
    document = None if is_workspace else _opened(path, workspaces)
    shared = WorkspaceFiles(path).of_file(path) if is_workspace else workspaces.of_file(path)
    declared = load_workspace(shared).workspace
    ids = [each.id for each in getattr(declared, f"{kind}s", ())]
    if kind == TOUCHPOINT or as_id(id) not in ids or shared.file is None:
        if document is not None:
            yield from _of_document(document)
        return
    yield os.path.realpath(shared.file), shared.content
    seen = set()
    for found in documents(declared.paths, workspaces, shared):
        if isinstance(found, Document) and found.is_journey:
            seen.add(found.real)
            yield from _of_document(found)
    if document is not None and document.real not in seen:
        yield from _of_document(document)


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
