"""Shapes: our plain answers as LSP's types."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from lsprotocol import types

from cjm.diagnostics.findings import Severity
from cjm.lsp.answers import (
    Call,
    CallItem,
    Completion,
    FoundSymbol,
    Highlight,
    Hint,
    Hover,
    Lens,
    Link,
    Location,
    Symbol,
)
from cjm.lsp.lines import EditorLines, Encoding
from cjm.lsp.problems import Problem

SOURCE = "cjm"
UNUSED_WAIVER = "CJM406"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
COMPLETIONS = {
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "id": types.CompletionItemKind.Reference,
    "rule": types.CompletionItemKind.Constant,
    "entry": types.CompletionItemKind.Snippet,
    "text": types.CompletionItemKind.Text,
}
SYMBOLS = {
    "journey": types.SymbolKind.Module,
    "stage": types.SymbolKind.Namespace,
    "touchpoint": types.SymbolKind.Function,
    "persona": types.SymbolKind.Class,
    "channel": types.SymbolKind.Interface,
    "improvement": types.SymbolKind.Event,
    "waiver": types.SymbolKind.Key,
    "list": types.SymbolKind.Array,
}
BETWEEN = " · "


class Shapes:
    """What makes LSP's types, for one client: in its encoding, with the names it has for files."""

    def __init__(
        self,
        encoding: Encoding,
        uri_of: Callable[[str], str],
        lines: EditorLines | None = None,
    ) -> None:
        self._encoding = encoding
        self.uri_of = uri_of
        self._tables = {id(lines.text): lines} if lines else {}

    def range(self, text: str, start: int, end: int) -> types.Range:
        """A stretch of a text."""
        return types.Range(self.position(text, start), self.position(text, end))

    def position(self, text: str, offset: int) -> types.Position:
        """A place in a text."""
        return types.Position(*self._table(text).position(offset, self._encoding))

    def _table(self, text: str) -> EditorLines:
        """The lines of a text, found once: many findings have their places in a few texts."""
        if id(text) not in self._tables:
            self._tables[id(text)] = EditorLines(text)  # which holds the text, and so its id
        return self._tables[id(text)]

    def location(self, location: Location) -> types.Location:
        """A place in a file."""
        path, text, start, end = location
        return types.Location(self.uri_of(path), self.range(text, start, end))

    def diagnostics(self, problems: Iterable[Problem]) -> list[types.Diagnostic]:
        """Findings as an editor shows them."""
        return [self.diagnostic(problem) for problem in problems]

    def diagnostic(self, problem: Problem) -> types.Diagnostic:
        """One of them: the way out stands in the message's second line."""
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

    def completions(self, text: str, items: Iterable[Completion]) -> types.CompletionList:
        """What can be put in, in its order."""
        found = [self._completion(text, nth, item) for nth, item in enumerate(items)]
        return types.CompletionList(is_incomplete=False, items=found)

    def _completion(self, text: str, nth: int, item: Completion) -> types.CompletionItem:
        snippet = types.InsertTextFormat.Snippet
        deprecated = types.CompletionItemTag.Deprecated
        return types.CompletionItem(
            label=item.label,
            kind=COMPLETIONS[item.kind],
            tags=[deprecated] if item.is_deprecated else None,
            detail=item.detail or None,
            documentation=_markdown(item.documentation) if item.documentation else None,
            sort_text=f"{nth:04}",
            filter_text=item.filter or None,
            insert_text_format=snippet if item.is_snippet else None,
            insert_text_mode=types.InsertTextMode.AsIs if "\n" in item.text else None,
            text_edit=types.TextEdit(self.range(text, item.start, item.end), item.text),
        )

    def hover(self, text: str, hover: Hover) -> types.Hover:
        """What is told of a stretch."""
        return types.Hover(_markdown(hover.markdown), self.range(text, hover.start, hover.end))

    def links(
        self, text: str, links: Iterable[Link], with_origin: bool
    ) -> list[types.LocationLink] | list[types.Location]:
        """What a reference leads to; with its own stretch where the client can show that."""
        if not with_origin:
            return [self.location(link.target) for link in links]
        return [
            types.LocationLink(
                target_uri=self.uri_of(link.target.path),
                target_range=self.range(link.target.text, *link.whole),
                target_selection_range=self.location(link.target).range,
                origin_selection_range=self.range(text, *link.origin),
            )
            for link in links
        ]

    def highlights(self, text: str, found: Iterable[Highlight]) -> list[types.DocumentHighlight]:
        """Places of the same thing; where it is declared counts as written."""
        write, read = types.DocumentHighlightKind.Write, types.DocumentHighlightKind.Read
        return [
            types.DocumentHighlight(
                self.range(text, each.start, each.end), write if each.is_declared else read
            )
            for each in found
        ]

    def symbols(self, text: str, found: Iterable[Symbol]) -> list[types.DocumentSymbol]:
        """The outline of a document."""
        return [
            types.DocumentSymbol(
                name=each.name,
                kind=SYMBOLS[each.kind],
                range=self.range(text, each.start, each.end),
                selection_range=self.range(text, each.name_start, each.name_end),
                detail=each.detail or None,
                children=self.symbols(text, each.children) or None,
            )
            for each in found
        ]

    def flat_symbols(
        self, location: Location, found: Iterable[Symbol], container: str = ""
    ) -> Iterator[types.SymbolInformation]:
        """The same for a client that knows no outline with levels; the file's place is given."""
        for each in found:
            place = location._replace(start=each.start, end=each.end)
            yield types.SymbolInformation(
                self.location(place), each.name, SYMBOLS[each.kind], container_name=container
            )
            yield from self.flat_symbols(location, each.children, each.name)

    def found_symbols(self, found: Iterable[FoundSymbol]) -> list[types.SymbolInformation]:
        """What a query found."""
        return [
            types.SymbolInformation(
                self.location(each.location),
                each.name,
                SYMBOLS[each.kind],
                container_name=each.container or None,
            )
            for each in found
        ]

    def call_item(self, item: CallItem, label: str = "") -> types.CallHierarchyItem:
        """A touchpoint in a hierarchy; a transition's label stands before its own detail."""
        place = self.location(item.location)
        return types.CallHierarchyItem(
            name=item.title,
            kind=SYMBOLS["touchpoint"],
            uri=place.uri,
            range=place.range,
            selection_range=self.range(item.location.text, *item.name),
            detail=BETWEEN.join(filter(None, (label, item.detail))) or None,
            data={"id": item.id},
        )

    def incoming(self, text: str, calls: Iterable[Call]) -> list[types.CallHierarchyIncomingCall]:
        """Transitions that lead to an item."""
        return [
            types.CallHierarchyIncomingCall(
                self.call_item(each.item, each.label),
                [self.range(text, *place) for place in each.places],
            )
            for each in calls
        ]

    def outgoing(self, text: str, calls: Iterable[Call]) -> list[types.CallHierarchyOutgoingCall]:
        """Transitions that lead from an item."""
        return [
            types.CallHierarchyOutgoingCall(
                self.call_item(each.item, each.label),
                [self.range(text, *place) for place in each.places],
            )
            for each in calls
        ]

    def hints(self, text: str, hints: Iterable[Hint]) -> list[types.InlayHint]:
        """Texts shown behind what the document holds."""
        return [
            types.InlayHint(
                self.position(text, each.offset),
                each.label,
                tooltip=each.tooltip or None,
                padding_left=True,
            )
            for each in hints
        ]

    def lenses(self, text: str, lenses: Iterable[Lens]) -> list[types.CodeLens]:
        """Lines above what they tell of."""
        return [
            types.CodeLens(
                self.range(text, each.start, each.end),
                types.Command(each.title, each.command, arguments=list(each.arguments)),
            )
            for each in lenses
        ]


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)


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
