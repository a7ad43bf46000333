"""Changes: of files, as LSP's edits of a workspace; of documents, as a client tells them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from cjm.edits import Edit
from cjm.lsp.answers import FileEdits
from cjm.lsp.editing import Change

if TYPE_CHECKING:
    from cjm.lsp.reading import Reading
    from cjm.lsp.server import JourneyServer
    from cjm.lsp.shapes import Shapes


def changes_of(params: types.DidChangeTextDocumentParams) -> list[Change]:
    """What was changed in a document, as the client counts places."""
    return [_change(change) for change in params.content_changes]


def _change(change: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(change, types.TextDocumentContentChangePartial):
        start, end = change.range.start, change.range.end
        return Change(change.text, (start.line, start.character), (end.line, end.character))
    return Change(change.text)


def text_edits(shapes: Shapes, text: str, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """Edits of one text."""
    return [types.TextEdit(shapes.range(text, e.start, e.end), e.text) for e in edits]


def workspace_edit(
    server: JourneyServer, reading: Reading, changes: Iterable[FileEdits]
) -> types.WorkspaceEdit:
    """Edits of files that a document asked for, as the client can make them.

    What is to be confirmed is left out where the client cannot ask.
    """
    shapes = server.shapes_of(reading)
    wanted = [each for each in changes if not each.confirm or _can_ask(server)]
    if not _can("document_changes", server):
        by_file = {
            shapes.uri_of(each.path): text_edits(shapes, each.text, each.edits) for each in wanted
        }
        return types.WorkspaceEdit(changes=by_file)
    reasons = dict.fromkeys(each.confirm for each in wanted if each.confirm)
    annotations = {
        reason: types.ChangeAnnotation(reason, needs_confirmation=True) for reason in reasons
    }
    documents = [_document_edit(server, shapes, each) for each in wanted]
    return types.WorkspaceEdit(document_changes=documents, change_annotations=annotations or None)


def _document_edit(
    server: JourneyServer, shapes: Shapes, change: FileEdits
) -> types.TextDocumentEdit:
    uri = shapes.uri_of(change.path)
    document = types.OptionalVersionedTextDocumentIdentifier(uri, server.session.version(uri))
    edits = text_edits(shapes, change.text, change.edits)
    if not change.confirm:
        return types.TextDocumentEdit(document, edits)
    annotated = [
        types.AnnotatedTextEdit(change.confirm, each.range, each.new_text) for each in edits
    ]
    return types.TextDocumentEdit(document, annotated)


def _can(name: str, server: JourneyServer) -> bool:
    workspace = server.client_capabilities.workspace
    return bool(workspace and workspace.workspace_edit and getattr(workspace.workspace_edit, name))


def _can_ask(server: JourneyServer) -> bool:
    return _can("change_annotation_support", server) and _can("document_changes", server)
