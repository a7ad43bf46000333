"""Requests: each feature through the protocol, as the clients of VS Code and of Neovim ask."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

import cjm

JOURNEY = """cjm: 1
title: Такси 🚕
touchpoints:
  call:
    title: Вызов 🚕
    stage: before
    expectation: 8
    experience: 5
    next: [ride, walk]
  ride: {expectation: 7, experience:   8, outcome: success}
  walk: {outcome: failure}
stages: {before: До}
"""
POSITION = types.Position(3, 3)
"""On `call`."""
IN_NEXT = types.Position(8, 11)
"""On `ride` in the `next` of `call`."""


@pytest_lsp.fixture(
    scope="session",
    params=["visual_studio_code", "neovim"],
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "cjm", "lsp"],
        server_env={**os.environ, "PYTHONPATH": str(Path(cjm.__file__).parents[1])},
    ),
)
async def client(request, lsp_client: LanguageClient, tmp_path_factory):
    """A client with the capabilities of an editor, a journey open in it."""
    folder = tmp_path_factory.mktemp("journeys")
    (folder / "cjm.yaml").write_text("cjm: 1\njourneys: [.]\nchannels: {app: Приложение}\n")
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    capabilities = client_capabilities(request.param)
    params = types.InitializeParams(capabilities, root_uri=folder.as_uri())
    answer = await lsp_client.initialize_session(params)
    lsp_client.encoding = answer.capabilities.position_encoding
    lsp_client.uri = (folder / "taxi.yaml").as_uri()
    document = types.TextDocumentItem(lsp_client.uri, "yaml", 1, JOURNEY)
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    yield
    await lsp_client.shutdown_session()


def here(client):
    """The document, as requests name it."""
    return types.TextDocumentIdentifier(client.uri)


def text_at(client, place):
    """What stands in a stretch of one line, as the client counts."""
    line = JOURNEY.splitlines()[place.start.line]
    encoding, width = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}[client.encoding]
    units = line.encode(encoding)
    return units[width * place.start.character : width * place.end.character].decode(encoding)


def asked(client, **more):
    """What every request at a place has."""
    return {"text_document": here(client), "position": POSITION, **more}


session = pytest.mark.asyncio(loop_scope="session")


@session
async def test_findings_come_on_opening(client):
    """The negative moment of truth, at its experience."""
    while client.uri not in client.diagnostics:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    (gap,) = [each for each in client.diagnostics[client.uri] if each.code == "CJM102"]
    assert text_at(client, gap.range) == "5"
    assert gap.source == "cjm"


@session
async def test_hover_tells_the_figures_of_a_touchpoint(client):
    """As Markdown, of the id's stretch."""
    told = await client.text_document_hover_async(types.HoverParams(**asked(client)))
    assert "Вызов" in told.contents.value
    assert text_at(client, told.range) == "call"


@session
async def test_a_definition_is_a_link_where_the_client_can_show_one(client):
    """From `ride` in `next` to its key, behind an emoji."""
    place = IN_NEXT
    params = types.DefinitionParams(here(client), place)
    (found,) = await client.text_document_definition_async(params)
    target = found.target_selection_range if hasattr(found, "target_uri") else found.range
    assert text_at(client, target) == "ride"


@session
async def test_references_and_highlights_are_the_places_of_an_id(client):
    """`ride` is declared once and used once."""
    place = {**asked(client), "position": IN_NEXT}
    context = types.ReferenceContext(include_declaration=True)
    found = await client.text_document_references_async(
        types.ReferenceParams(**place, context=context)
    )
    assert [text_at(client, each.range) for each in found] == ["ride", "ride"]
    params = types.DocumentHighlightParams(**place)
    marked = await client.text_document_document_highlight_async(params)
    assert [text_at(client, each.range) for each in marked] == ["ride", "ride"]


@session
async def test_rename_gives_edits_in_the_form_the_client_knows(client):
    """With versions where it knows them; a name that is taken is refused with a sentence."""
    place = {**asked(client), "position": IN_NEXT}
    stretch = await client.text_document_prepare_rename_async(types.PrepareRenameParams(**place))
    assert text_at(client, stretch) == "ride"
    edit = await client.text_document_rename_async(types.RenameParams(**place, new_name="trip"))
    if edit.document_changes:
        (document,) = edit.document_changes
        assert document.text_document.version == 1
        edits = document.edits
    else:
        edits = edit.changes[client.uri]
    assert [each.new_text for each in edits] == ["trip", "trip"]
    with pytest.raises(Exception, match="call"):
        await client.text_document_rename_async(types.RenameParams(**place, new_name="call"))


@session
async def test_the_hierarchy_of_calls_is_that_of_transitions(client):
    """From `call` to both ways, and back."""
    params = types.CallHierarchyPrepareParams(**asked(client))
    (item,) = await client.text_document_prepare_call_hierarchy_async(params)
    out = await client.call_hierarchy_outgoing_calls_async(
        types.CallHierarchyOutgoingCallsParams(item)
    )
    assert [text_at(client, place) for each in out for place in each.from_ranges] == [
        "ride",
        "walk",
    ]
    into = await client.call_hierarchy_incoming_calls_async(
        types.CallHierarchyIncomingCallsParams(out[0].to)
    )
    assert [each.from_.name for each in into] == ["Вызов 🚕"]


@session
async def test_completion_offers_ids_with_the_places_they_replace(client):
    """In `next`, the workspace's order kept by sort texts."""
    params = types.CompletionParams(here(client), types.Position(5, 11))
    found = await client.text_document_completion_async(params)
    items = found.items if isinstance(found, types.CompletionList) else found
    assert "before" in [item.label for item in items]
    assert [item.sort_text for item in items] == sorted(item.sort_text for item in items)


@session
async def test_a_code_action_changes_the_document_when_it_is_wanted(client):
    """With its edits at once, or when the client asks for them; of the kinds that it wants."""
    while client.uri not in client.diagnostics:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    gap = next(each for each in client.diagnostics[client.uri] if each.code == "CJM102")

    async def offered(only=None):
        context = types.CodeActionContext([gap], only)
        params = types.CodeActionParams(here(client), gap.range, context)
        return await client.text_document_code_action_async(params)

    found = {each.title: each for each in await offered()}
    action = (
        found["запланировать улучшение"]
        if "запланировать улучшение" in found
        else (found["plan an improvement"])
    )
    assert action.kind == types.CodeActionKind.QuickFix
    assert [each.code for each in action.diagnostics] == ["CJM102"]
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    if action.edit.document_changes:
        (document,) = action.edit.document_changes
        (edit,) = document.edits
    else:
        (edit,) = action.edit.changes[client.uri]
    assert "improve-call: {lifts: {call: 3}, phase: plan}" in edit.new_text
    rewrites = await offered([types.CodeActionKind.Refactor])
    assert {each.kind for each in rewrites} <= {types.CodeActionKind.RefactorRewrite}


@session
async def test_an_action_offered_for_a_text_that_was_changed_since_changes_nothing(client):
    """Its places are those of the old text: they would be changed in the new one elsewhere."""
    uri = client.uri.replace("taxi", "bus")
    document = types.TextDocumentItem(uri, "yaml", 1, JOURNEY)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    place = types.Range(POSITION, POSITION)
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), place, types.CodeActionContext([])
    )
    action = (await client.text_document_code_action_async(params))[0]
    top = types.Range(types.Position(0, 0), types.Position(0, 0))
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, uri),
            [types.TextDocumentContentChangePartial(top, "# a new line\n")],
        )
    )
    if action.edit is None:  # left for later
        assert (await client.code_action_resolve_async(action)).edit is None
    closed = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    client.text_document_did_close(closed)


@session
async def test_the_outline_has_stages_and_touchpoints(client):
    """In levels where the client knows them."""
    params = types.DocumentSymbolParams(here(client))
    found = await client.text_document_document_symbol_async(params)
    names = [each.name for each in found]
    if isinstance(found[0], types.DocumentSymbol):
        names += [child.name for each in found for child in each.children]
    assert {"Такси 🚕", "До", "ride", "walk"} <= set(names)


@session
async def test_symbols_of_the_workspace_are_found(client):
    """In files that are not open, too."""
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams("прилож"))
    assert [(each.name, each.location.uri.rsplit("/", 1)[1]) for each in found] == [
        ("Приложение", "cjm.yaml")
    ]


@session
async def test_hints_and_the_lens_show_figures(client):
    """C behind the experience, key figures above the first line."""
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    params = types.InlayHintParams(here(client), everything)
    hints = await client.text_document_inlay_hint_async(params)
    assert "C\u00a0−3" in hints[0].label
    (lens,) = await client.text_document_code_lens_async(types.CodeLensParams(here(client)))
    assert lens.command.command == "cjm.preview"


@session
async def test_formatting_is_edits_of_lines(client):
    """Three spaces become one."""
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    params = types.DocumentFormattingParams(here(client), options)
    (edit,) = await client.text_document_formatting_async(params)
    assert edit.new_text == "  ride: {expectation: 7, experience: 8, outcome: success}\n"


@session
async def test_commands_draw_the_document_and_tell_what_runs(client):
    """The picture is opened as a file where the client shows none itself."""
    params = types.ExecuteCommandParams("cjm.preview", [{"uri": client.uri, "theme": "dark"}])
    picture = await client.workspace_execute_command_async(params)
    assert "<svg" in str(picture)
    assert len(client.shown_documents) > 0
    status = await client.workspace_execute_command_async(types.ExecuteCommandParams("cjm.status"))
    assert client.uri in str(status)
    assert sys.executable in str(status)
