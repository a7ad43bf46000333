"""Handlers: what the server does with each message of the client."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from lsprotocol import types
from pygls.uris import to_fs_path

from cjm.lsp.commands import COMMANDS
from cjm.lsp.requests import REQUESTS
from cjm.lsp.server import SECTION, JourneyServer

WATCHED = ("**/cjm.yaml", "**/*.measured.yaml", "**/cjm-baseline.json")
"""Files whose change changes what is wrong in journeys."""


def _initialize(server: JourneyServer, params: types.InitializeParams) -> None:
    document = params.capabilities.text_document
    item = document and document.completion and document.completion.completion_item
    server.settings = server.settings._replace(snippets=bool(item and item.snippet_support))
    server.choose(_section(params.initialization_options))
    with suppress(OSError, TypeError, ValueError):
        os.chdir(_folder_of(params) or ".")  # names in texts are those of `cjm check` there


def _folder_of(params: types.InitializeParams) -> str | None:
    """The path of the folder that an editor has open; None where it has none."""
    if params.workspace_folders:
        return to_fs_path(params.workspace_folders[0].uri)
    return (to_fs_path(params.root_uri) if params.root_uri else None) or params.root_path


def _initialized(server: JourneyServer, _: types.InitializedParams) -> None:
    workspace = server.client_capabilities.workspace
    wanted = []
    if workspace and _can_register(workspace.did_change_watched_files):
        patterns = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(patterns)
        wanted.append(_registration(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    if workspace and _can_register(workspace.did_change_configuration):
        section = types.DidChangeConfigurationRegistrationOptions(SECTION)
        wanted.append(_registration(types.WORKSPACE_DID_CHANGE_CONFIGURATION, section))
    if wanted:
        server.client_register_capability(types.RegistrationParams(wanted))
    _pull_settings(server)


def _can_register(capability: Any) -> bool:
    return bool(capability and capability.dynamic_registration)


def _registration(method: str, options: Any) -> types.Registration:
    return types.Registration(f"cjm-{method}", method, options)


def _pull_settings(server: JourneyServer) -> None:
    """Ask for the settings where the client can be asked."""
    workspace = server.client_capabilities.workspace
    if not (workspace and workspace.configuration):
        return
    asked = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
    future = server.workspace_configuration(asked)

    def take(done: Any) -> None:
        if not done.cancelled() and done.exception() is None and done.result():
            server.attempt(lambda: server.choose(done.result()[0]), None)

    future.add_done_callback(take)


def _section(given: object) -> object:
    """Settings with or without the name of our section around them."""
    return given.get(SECTION, given) if isinstance(given, dict) else given


def _changed_configuration(
    server: JourneyServer, params: types.DidChangeConfigurationParams
) -> None:
    if isinstance(params.settings, dict) and params.settings:
        server.choose(params.settings.get(SECTION))
    else:  # such a client only says that something changed
        _pull_settings(server)


def _open(server: JourneyServer, params: types.DidOpenTextDocumentParams) -> None:
    from cjm.lsp.shapes import path_of

    document = params.text_document
    path = path_of(document.uri)
    server.session.open(document.uri, path, document.text, document.version, document.language_id)
    server.check(document.uri)


def _change(server: JourneyServer, params: types.DidChangeTextDocumentParams) -> None:
    from cjm.lsp.changes import changes_of

    document = params.text_document
    if server.session.change(document.uri, document.version, changes_of(params)):
        server.schedule(document.uri)


def _save(server: JourneyServer, params: types.DidSaveTextDocumentParams) -> None:
    uri = params.text_document.uri
    if uri in server.session.uris:
        server.session.save(uri)
        server.check(uri)


def _close(server: JourneyServer, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    if uri in server.session.uris:
        server.session.close(uri)
        server.forget(uri)


def _watched(server: JourneyServer, _: types.DidChangeWatchedFilesParams) -> None:
    for uri in server.session.stale:
        server.schedule(uri, 0)


NOTIFICATIONS: tuple[tuple[str, Callable[[JourneyServer, Any], None], Any], ...] = (
    (types.INITIALIZE, _initialize, None),
    (types.INITIALIZED, _initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _open, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _change, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _save, types.SaveOptions(include_text=False)),
    (types.TEXT_DOCUMENT_DID_CLOSE, _close, None),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, _changed_configuration, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _watched, None),
)


def registered(server: JourneyServer) -> JourneyServer:
    """A server that knows what to do with each message."""
    for method, handle, options in (*NOTIFICATIONS, *REQUESTS):
        server.feature(method, options)(_guarded(server, handle))
    for command, run in COMMANDS:
        server.command(command)(_guarded(server, run))
    return server


def _guarded(
    server: JourneyServer, handle: Callable[[JourneyServer, Any], Any]
) -> Callable[[Any], Any]:
    """What answers a message: null, and a line in the client's log, where it fails."""

    def handler(params: Any) -> Any:
        return server.attempt(lambda: handle(server, params), None)

    return handler
