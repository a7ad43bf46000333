"""Requests: what a client asks, and the feature that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from cjm.lsp.answers import Location, Refused
from cjm.lsp.changes import text_edits, workspace_edit
from cjm.lsp.server import JourneyServer

if TYPE_CHECKING:
    from cjm.lsp.reading import Reading

T = TypeVar("T")
REQUEST_FAILED = -32803
TRIGGERS = (":", " ", "{", "[", ",", "-")
"""Characters behind which completion is asked for, beside letters."""


def _at(server: JourneyServer, params: Any) -> tuple[Reading, int] | None:
    """The document that is asked about and the place in it; None where it is not open."""
    reading = server.session.reading(params.text_document.uri)
    if reading is None:
        return None
    return reading, _offset(server, reading, params.position)


def _offset(server: JourneyServer, reading: Reading, position: types.Position) -> int:
    encoding = server.session.encoding
    return reading.lines.offset(position.line, position.character, encoding)


def _said(answer: T | Refused) -> T:
    """An answer; a refusal is told to whoever asked."""
    if isinstance(answer, Refused):
        raise JsonRpcException(answer.reason, REQUEST_FAILED)
    return answer


def _completion(server: JourneyServer, params: types.CompletionParams) -> Any:
    from cjm.lsp.completion import complete

    if (place := _at(server, params)) is None:
        return None
    return server.shapes_of(place[0]).completions(place[0].text, complete(*place))


def _hover(server: JourneyServer, params: types.HoverParams) -> Any:
    from cjm.lsp.hover import hover

    if (place := _at(server, params)) is None or (told := hover(*place)) is None:
        return None
    return server.shapes_of(place[0]).hover(place[0].text, told)


def _definition(server: JourneyServer, params: types.DefinitionParams) -> Any:
    from cjm.lsp.definition import definition

    if (place := _at(server, params)) is None:
        return None
    document = server.client_capabilities.text_document
    can_link = document and document.definition and document.definition.link_support
    return server.shapes_of(place[0]).links(place[0].text, definition(*place), bool(can_link))


def _references(server: JourneyServer, params: types.ReferenceParams) -> Any:
    from cjm.lsp.references import references

    if (place := _at(server, params)) is None:
        return None
    found = references(*place, params.context.include_declaration)
    return [server.shapes_of(place[0]).location(each) for each in found]


def _highlight(server: JourneyServer, params: types.DocumentHighlightParams) -> Any:
    from cjm.lsp.references import highlights

    if (place := _at(server, params)) is None:
        return None
    return server.shapes_of(place[0]).highlights(place[0].text, highlights(*place))


def _prepare_rename(server: JourneyServer, params: types.PrepareRenameParams) -> Any:
    from cjm.lsp.renaming import prepare_rename

    if (place := _at(server, params)) is None:
        return None
    return server.shapes_of(place[0]).range(place[0].text, *_said(prepare_rename(*place)))


def _rename(server: JourneyServer, params: types.RenameParams) -> Any:
    from cjm.lsp.renaming import rename

    if (place := _at(server, params)) is None:
        return None
    return workspace_edit(server, place[0], _said(rename(*place, params.new_name)))


def _prepare_calls(server: JourneyServer, params: types.CallHierarchyPrepareParams) -> Any:
    from cjm.lsp.calls import call_item

    if (place := _at(server, params)) is None or (item := call_item(*place)) is None:
        return None
    return [server.shapes_of(place[0]).call_item(item)]


def _called(server: JourneyServer, params: Any) -> tuple[Reading, str] | None:
    """The document of a hierarchy's item, and the touchpoint's id."""
    reading = server.session.reading(params.item.uri)
    data = params.item.data
    id = data.get("id") if isinstance(data, dict) else None
    return None if reading is None or not isinstance(id, str) else (reading, id)


def _incoming(server: JourneyServer, params: types.CallHierarchyIncomingCallsParams) -> Any:
    from cjm.lsp.calls import incoming

    if (called := _called(server, params)) is None:
        return None
    return server.shapes_of(called[0]).incoming(called[0].text, incoming(*called))


def _outgoing(server: JourneyServer, params: types.CallHierarchyOutgoingCallsParams) -> Any:
    from cjm.lsp.calls import outgoing

    if (called := _called(server, params)) is None:
        return None
    return server.shapes_of(called[0]).outgoing(called[0].text, outgoing(*called))


def _symbols(server: JourneyServer, params: types.DocumentSymbolParams) -> Any:
    from cjm.lsp.symbols import symbols

    if (reading := server.session.reading(params.text_document.uri)) is None:
        return None
    document = server.client_capabilities.text_document
    asked = document and document.document_symbol
    if asked and asked.hierarchical_document_symbol_support:
        return server.shapes_of(reading).symbols(reading.text, symbols(reading))
    here = Location(reading.path, reading.text, 0, 0)
    return list(server.shapes_of(reading).flat_symbols(here, symbols(reading)))


def _workspace_symbols(server: JourneyServer, params: types.WorkspaceSymbolParams) -> Any:
    from cjm.lsp.workspace_symbols import workspace_symbols

    readings = filter(None, map(server.session.reading, server.session.uris))
    return server.shapes_of().found_symbols(workspace_symbols(readings, params.query))


def _hints(server: JourneyServer, params: types.InlayHintParams) -> Any:
    from cjm.lsp.hints import hints

    if (reading := server.session.reading(params.text_document.uri)) is None:
        return None
    start = _offset(server, reading, params.range.start)
    end = _offset(server, reading, params.range.end)
    return server.shapes_of(reading).hints(reading.text, hints(reading, start, end))


def _lenses(server: JourneyServer, params: types.CodeLensParams) -> Any:
    from cjm.lsp.lens import lenses

    if (reading := server.session.reading(params.text_document.uri)) is None:
        return None
    return server.shapes_of(reading).lenses(reading.text, lenses(reading))


def _actions(server: JourneyServer, params: types.CodeActionParams) -> Any:
    from cjm.lsp.offering import offer

    if (reading := server.session.reading(params.text_document.uri)) is None:
        return None
    start = _offset(server, reading, params.range.start)
    end = _offset(server, reading, params.range.end)
    return offer(server, reading, (start, end), params.context)


def _resolve_action(server: JourneyServer, params: types.CodeAction) -> Any:
    from cjm.lsp.offering import resolved

    return _said(resolved(server, params))


def _formatting(server: JourneyServer, params: types.DocumentFormattingParams) -> Any:
    from cjm.lsp.formatting import format_edits

    if (reading := server.session.reading(params.text_document.uri)) is None:
        return None
    return text_edits(server.shapes_of(reading), reading.text, format_edits(reading))


REQUESTS: tuple[tuple[str, Callable[[JourneyServer, Any], Any], Any], ...] = (
    (
        types.TEXT_DOCUMENT_COMPLETION,
        _completion,
        types.CompletionOptions(trigger_characters=list(TRIGGERS)),
    ),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, _references, None),
    (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _highlight, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, _rename, types.RenameOptions(prepare_provider=True)),
    (types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, _prepare_calls, None),
    (types.CALL_HIERARCHY_INCOMING_CALLS, _incoming, None),
    (types.CALL_HIERARCHY_OUTGOING_CALLS, _outgoing, None),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
    (types.WORKSPACE_SYMBOL, _workspace_symbols, None),
    (types.TEXT_DOCUMENT_INLAY_HINT, _hints, None),
    (types.TEXT_DOCUMENT_CODE_LENS, _lenses, None),
    (types.TEXT_DOCUMENT_FORMATTING, _formatting, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _actions,
        types.CodeActionOptions(
            code_action_kinds=[
                types.CodeActionKind.QuickFix,
                types.CodeActionKind.RefactorRewrite,
            ],
            resolve_provider=True,
        ),
    ),
    (types.CODE_ACTION_RESOLVE, _resolve_action, None),
)
"""Each answers null of a document that is not open or none of ours."""
