"""The server: what an editor says over standard input and output, done and answered."""

from __future__ import annotations

import asyncio
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, cast

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer

from cjm.i18n import Message, say, translate
from cjm.i18n.choice import default_language
from cjm.lsp.protocol import Protocol
from cjm.lsp.settings import DEFAULTS, EditorSettings, read_settings
from cjm.lsp.streams import Input, own_output
from cjm.version import __version__

if TYPE_CHECKING:
    from cjm.lsp.offering import Offered
    from cjm.lsp.preview import Preview, Previews
    from cjm.lsp.problems import Problem
    from cjm.lsp.reading import Reading
    from cjm.lsp.session import Session
    from cjm.lsp.shapes import Shapes

T = TypeVar("T")

SECTION = "cjm"
"""The section of an editor's settings that is ours."""
LEAST_PAUSE, MOST_PAUSE = 0.08, 0.3
"""Seconds between the last key and a check; the least is longer than who types 20 keys a second
takes for one, so that they are told once, at the end."""
PAUSES = 3
"""A check begins after so many times what the last one took: whoever types is not held up."""


class JourneyServer(LanguageServer):
    """One editor's session, its timers, and what it was told last."""

    protocol: Protocol

    def __init__(self, workspace: str | None = None, show_traceback: bool = False) -> None:
        super().__init__("cjm", __version__, protocol_cls=Protocol)
        self.settings: EditorSettings = DEFAULTS
        self.took = 0.0
        self._workspace = workspace and os.path.abspath(workspace)
        self._show_traceback = show_traceback
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._beside: dict[str, dict[str, list[types.Diagnostic]]] = {}
        self._told_taken: frozenset[str] = frozenset()
        self._drawing: dict[str, asyncio.TimerHandle] = {}
        self._drew = 0.0
        self.offered: dict[str, Offered] = {}

    @cached_property
    def session(self) -> Session:
        """The open documents; made when the client was answered that we are there."""
        from cjm.lsp.session import Session  # the rules and all that they rest on

        session = Session(self._workspace)
        session.settings = self.settings
        session.encoding = self.protocol.server_capabilities.position_encoding or "utf-16"
        return session

    def shapes_of(self, reading: Reading | None = None) -> Shapes:
        """What makes LSP's types for this client, of what a document tells."""
        from cjm.lsp.shapes import Shapes

        def uri_of(path: str) -> str:
            return reading.uri if reading and path == reading.path else self.uri_of(path)

        return Shapes(self.session.encoding, uri_of, reading.lines if reading else None)

    @cached_property
    def previews(self) -> Previews:
        """The documents whose maps are shown."""
        from cjm.lsp.preview import Previews

        return Previews()

    @property
    def language(self) -> str:
        """What is spoken of the server itself."""
        return self.settings.language or default_language()

    def uri_of(self, path: str) -> str:
        """What the client calls a file."""
        from cjm.lsp.shapes import uri_of

        return self.session.uri_of(path) or uri_of(path)

    def said(self, message: Message) -> str:
        """A message in the server's language."""
        return translate(message, self.language)

    def log(self, message: Message, kind: types.MessageType = types.MessageType.Info) -> None:
        """Write into the client's log."""
        self.window_log_message(types.LogMessageParams(kind, self.said(message)))

    def attempt(self, work: Callable[[], T], empty: T) -> T:
        """What work comes to; where it fails, the client's log has a line and no traceback."""
        try:
            return work()
        except (BrokenPipeError, JsonRpcException):  # the second is an answer
            raise
        except Exception as error:
            self.failed(error)
            return empty

    def failed(self, error: Exception) -> None:
        """Tell that cjm itself failed."""
        if self._show_traceback:
            traceback.print_exception(error, file=sys.stderr)
        what = f"{type(error).__name__}: {error}".split("\n")[0]
        self.log(say("cjm itself failed ({what})", what=what), types.MessageType.Error)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What pygls could not do with a message goes to the log; what was refused was answered."""
        with suppress(Exception):
            if not isinstance(error, JsonRpcException):
                self.failed(error)
            elif source is not FeatureRequestError:
                what = str(error).split("\n")[0]
                told = say("the editor sent what cannot be read ({what})", what=what)
                self.log(told, types.MessageType.Warning)

    def schedule(self, uri: str, pause: float | None = None) -> None:
        """Check a document after a pause; a check that is waited for already is put off."""
        self._put_off(uri)
        if pause is None:
            pause = min(max(PAUSES * self.took, LEAST_PAUSE), MOST_PAUSE)
        loop = asyncio.get_running_loop()
        self._timers[uri] = loop.call_later(pause, self.check, uri)

    def _put_off(self, uri: str) -> None:
        """Let no check be waited for."""
        if (timer := self._timers.pop(uri, None)) is not None:
            timer.cancel()

    def check(self, uri: str) -> None:
        """Check a document now; of a large one tell first that it is fine as a text."""
        self._put_off(uri)
        early = self.attempt(lambda: self.session.early(uri), None)
        if early is not None:
            self.attempt(lambda: self._publish(uri, early), None)
            loop = asyncio.get_running_loop()
            self._timers[uri] = loop.call_later(0, self._check_whole, uri)
            return
        self._check_whole(uri)

    def _check_whole(self, uri: str) -> None:
        """Tell all that is found in a document."""
        self._put_off(uri)
        began = time.perf_counter()
        is_told = self.session.is_told(uri)
        found: tuple[Problem, ...] = self.attempt(lambda: self.session.problems(uri), ())
        if not is_told:
            self.took = time.perf_counter() - began
        self.attempt(lambda: self._publish(uri, found), None)
        self.attempt(self._check_others, None)
        if uri in self.previews:
            self._draw_later(uri)

    def check_all(self) -> None:
        """Check all open documents again, one after the other."""
        for uri in self.session.uris:
            self.schedule(uri, 0)

    def forget(self, uri: str) -> None:
        """Tell of a document that was closed that nothing is wrong in it."""
        self._put_off(uri)
        self.previews.forget(uri)
        self.offered.pop(uri, None)
        self._publish(uri, ())
        self.attempt(self._check_others, None)

    def _check_others(self) -> None:
        """Check what is beside other files now, or has an id that was taken or became free."""
        taken = frozenset(self.session.taken())
        again = {*self.session.stale, *(taken ^ self._told_taken)}
        self._told_taken = taken
        for uri in again & set(self.session.uris):
            self.schedule(uri, 0)

    def _publish(self, uri: str, found: Iterable[Problem]) -> None:
        """Tell what is wrong in a document, and in the overlays that belong to it."""
        own, beside = list[Any](), dict[str, list[Any]]()
        reading = self.session.reading(uri)
        shapes = self.shapes_of(reading)
        for problem in found:
            if reading is None or problem.location.path == reading.path:
                own.append(problem)
            else:
                beside.setdefault(self.uri_of(problem.location.path), []).append(problem)
        version = self.session.version(uri)
        self._tell(uri, shapes.diagnostics(own), version)
        for other in {*beside, *(each for each, by in self._beside.items() if uri in by)}:
            told = self._beside.setdefault(other, {})
            told[uri] = shapes.diagnostics(beside.get(other, ()))
            if not told[uri]:
                del told[uri]
            unique = {_key(each): each for by in told.values() for each in by}
            self._tell(other, list(unique.values()), None)

    def _draw_later(self, uri: str) -> None:
        """Draw a document that is shown, once nobody types; large maps less often."""
        if (timer := self._drawing.pop(uri, None)) is not None:
            timer.cancel()
        loop = asyncio.get_running_loop()
        self._drawing[uri] = loop.call_later(min(self._drew, MOST_PAUSE), self._draw_shown, uri)

    def _draw_shown(self, uri: str) -> None:
        self._drawing.pop(uri, None)
        if uri in self._timers:  # there is a newer text, which is drawn when it is checked
            return
        reading = self.session.reading(uri)
        if reading is not None and uri in self.previews:
            drawn = self.attempt(lambda: self.draw(reading), None)
            if drawn is not None:
                self.protocol.notify("cjm/previewChanged", {"uri": uri, **drawn})

    def draw(self, reading: Reading) -> dict[str, Any]:
        """The map of a document and where its touchpoints are, as clients are told."""
        began = time.perf_counter()
        picture: Preview = self.previews.picture(reading)
        self._drew = time.perf_counter() - began
        if picture.error:
            return {"error": picture.error}
        shapes = self.shapes_of(reading)
        places = [
            {"id": id, "range": shapes.range(reading.text, *place)}
            for id, place in picture.touchpoints
        ]
        return {"svg": picture.svg, "touchpoints": places}

    def _tell(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        params = types.PublishDiagnosticsParams(uri, found, version)
        self.text_document_publish_diagnostics(params)

    def choose(self, given: object) -> None:
        """Take settings that the client sent; what changes with them is told anew."""
        before = self.settings
        self.settings, unknown = read_settings(given, self.settings)
        if unknown:
            names = ", ".join(unknown)
            told = say("unknown settings of cjm: {names}", names=names)
            self.log(told, types.MessageType.Warning)
        if "session" in self.__dict__ and self.settings != before:
            self.session.settings = self.settings
            self.check_all()
            self._refresh()

    def _refresh(self) -> None:
        """Let the client ask anew for what stands in its text beside findings."""
        workspace = self.client_capabilities.workspace
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)


def _key(found: types.Diagnostic) -> tuple[object, ...]:
    """What two journeys that share an overlay may both find there."""
    start = found.range.start
    return (found.code, found.message, start.line, start.character)


def serve(workspace: str | None = None, show_traceback: bool = False) -> int:
    """Serve one editor over standard input and output until it leaves; the exit code."""
    import logging

    from cjm.lsp.handlers import registered

    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    server = registered(JourneyServer(workspace, show_traceback))
    stdin = cast("BinaryIO", Input(sys.stdin.buffer))  # only its two methods are asked for
    server.start_io(stdin, own_output())
    return server.protocol.exit_code
