"""Shapes: our plain answers as LSP's types, and what a client sends as ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from lsprotocol import types

from cjm.diagnostics.findings import Severity
from cjm.lsp.answers import Location
from cjm.lsp.editing import Change
from cjm.lsp.lines import EditorLines, Encoding
from cjm.lsp.problems import Problem

SOURCE = "cjm"
UNUSED_WAIVER = "CJM406"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Shapes:
    """What makes LSP's types, for one client: in its encoding, with the names it has for files."""

    def __init__(self, encoding: Encoding, uri_of: Callable[[str], str]) -> None:
        self._encoding = encoding
        self._uri_of = uri_of
        self._lines: EditorLines | None = None

    def range(self, text: str, start: int, end: int) -> types.Range:
        """A stretch of a text."""
        lines = self._lines
        if lines is None or lines.text is not text:
            lines = self._lines = EditorLines(text)
        begin, stop = (lines.position(each, self._encoding) for each in (start, end))
        return types.Range(types.Position(*begin), types.Position(*stop))

    def location(self, location: Location) -> types.Location:
        """A place in a file."""
        path, text, start, end = location
        return types.Location(self._uri_of(path), self.range(text, start, end))

    def diagnostics(self, problems: Iterable[Problem]) -> list[types.Diagnostic]:
        """Findings as an editor shows them."""
        return [self._diagnostic(problem) for problem in problems]

    def _diagnostic(self, problem: Problem) -> types.Diagnostic:
        finding, (_, text, start, end), related = problem
        return types.Diagnostic(
            range=self.range(text, start, end),
            message=f"{finding.message}\n{finding.help}" if finding.help else finding.message,
            severity=SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if finding.code == UNUSED_WAIVER else None,
            related_information=[
                types.DiagnosticRelatedInformation(self.location(place), message)
                for message, place in related
            ]
            or None,
        )


def changes_of(params: types.DidChangeTextDocumentParams) -> list[Change]:
    """What was changed in a document, as the client counts places."""
    return [_change(change) for change in params.content_changes]


def _change(change: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(change, types.TextDocumentContentChangePartial):
        start, end = change.range.start, change.range.end
        return Change(change.text, (start.line, start.character), (end.line, end.character))
    return Change(change.text)


def folder_of(params: types.InitializeParams) -> str | None:
    """The path of the folder that an editor has open; None where it has none."""
    from pygls.uris import to_fs_path

    if params.workspace_folders:
        return to_fs_path(params.workspace_folders[0].uri)
    return (to_fs_path(params.root_uri) if params.root_uri else None) or params.root_path


def path_of(uri: str) -> str:
    """The path of a document; empty for one that lies in no file."""
    from pygls.uris import to_fs_path

    try:
        return to_fs_path(uri) or ""
    except ValueError:  # no address at all
        return ""


def uri_of(path: str) -> str:
    """How a file is called that the editor has given no name."""
    from pygls.uris import from_fs_path

    return from_fs_path(os.path.abspath(path)) or ""
