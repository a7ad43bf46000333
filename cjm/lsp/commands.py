"""Commands: what a client can have done beside what LSP knows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cjm.i18n import say
from cjm.lsp.answers import PREVIEW
from cjm.lsp.server import JourneyServer
from cjm.version import __version__

if TYPE_CHECKING:
    from cjm.lsp.reading import Reading

STATUS = "cjm.status"


def _preview(server: JourneyServer, arguments: Sequence[Any]) -> Any:
    """Draw a document now, and from now on whenever it changed: `{uri, view, persona, theme}`.

    With `stop` it is drawn no more. A client that shows no pictures itself has it opened as a file.
    """
    from cjm.lsp.preview import chosen_of

    asked = arguments[0] if arguments and isinstance(arguments[0], dict) else {}
    uri = asked.get("uri")
    if asked.get("stop"):
        server.previews.forget(str(uri))
        return None
    reading = server.session.reading(uri) if isinstance(uri, str) else None
    if reading is None:
        return {"error": server.said(say("the document is no journey"))}
    server.previews.follow(reading.uri, chosen_of(asked))
    drawn = server.draw(reading)
    if "svg" in drawn and not server.settings.webview:
        server.previews.forget(reading.uri)
        _show(server, reading, drawn["svg"])
    return drawn


def _show(server: JourneyServer, reading: Reading, svg: str) -> None:
    """Have a picture opened by whatever the system opens pictures with."""
    from cjm.lsp.preview import saved
    from cjm.lsp.shapes import uri_of

    path = saved(reading, svg)
    window = server.client_capabilities.window
    if window and window.show_document and window.show_document.support:
        server.window_show_document(types.ShowDocumentParams(uri_of(path), external=True))
    else:
        told = say("the map was written to {path}", path=path)
        server.window_show_message(
            types.ShowMessageParams(types.MessageType.Info, server.said(told))
        )


def _status(server: JourneyServer, _: Sequence[Any]) -> dict[str, Any]:
    """What whoever helps asks first: which cjm runs, and what it sees."""
    readings = [
        reading
        for uri in server.session.uris
        if (reading := server.session.reading(uri)) is not None
    ]
    return {
        "version": __version__,
        "executable": sys.executable,
        "workspaces": sorted({r.home.file for r in readings if r.home.file}),
        "open": [reading.uri for reading in readings],
        "encoding": server.session.encoding,
        "settings": server.settings._asdict(),
    }


COMMANDS: tuple[tuple[str, Callable[[JourneyServer, Any], Any]], ...] = (
    (PREVIEW, _preview),
    (STATUS, _status),
)
