"""The application: who may ask, what is answered, and the events that browsers listen to."""

from __future__ import annotations

import asyncio
import json
import mimetypes
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cjm.server.live import LiveSite, State
from cjm.site.missing import missing_page
from cjm.system.loopback import is_loopback

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

EVENTS = "/_live"
MOST_LISTENERS = 64
"""Browsers that are told of changes at once; more are asked to come again later."""
ALIVE = 15.0
"""Seconds of silence after which a listener gets a comment, so that one who left is noticed."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
Scope = MutableMapping[str, Any]


class Bulletin:
    """The state that listeners are told; whoever is slow gets the newest, never a queue."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.ended = False
        self._changed = asyncio.Condition()

    async def tell(self, state: State) -> None:
        """Let everybody know."""
        async with self._changed:
            self.state = state
            self._changed.notify_all()

    async def after(self, revision: int) -> State | None:
        """A state that is newer; None after some time without one, or at the end."""
        try:
            async with asyncio.timeout(ALIVE), self._changed:
                await self._changed.wait_for(lambda: self.ended or self.state.revision > revision)
        except TimeoutError:
            return None
        return None if self.ended else self.state

    async def end(self) -> None:
        """Let every listener go."""
        async with self._changed:
            self.ended = True
            self._changed.notify_all()


def application(site: LiveSite, bulletin: Bulletin, port: int) -> Starlette:
    """The application of one live site on a port of this machine."""
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
    from starlette.routing import Route

    listeners = set[object]()

    async def events(request: Request) -> Response:
        if len(listeners) >= MOST_LISTENERS:
            return PlainTextResponse("busy", 503, {**HEADERS, "Retry-After": "5"})
        return StreamingResponse(
            _told(bulletin, listeners), headers=HEADERS, media_type="text/event-stream"
        )

    async def page(request: Request) -> Response:
        address = request.path_params["address"]
        if address == "":
            return RedirectResponse("/index.html", headers=HEADERS)
        revision = site.state.revision
        content = await run_in_threadpool(site.get, address)
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        if content is None:
            gone = await run_in_threadpool(_missing, site, address)
            return Response(gone, 404, HEADERS, "text/html; charset=utf-8")
        text = kind.startswith("text/") or kind.endswith(("javascript", "json"))
        # A page learns which revision it is of, though it is kept from one to the next.
        headers = {**HEADERS, "Server-Timing": f'revision;desc="{revision}"'}
        return Response(content, 200, headers, f"{kind}; charset=utf-8" if text else kind)

    routes = [Route(EVENTS, events), Route("/{address:path}", page)]
    app = Starlette(routes=routes)
    app.add_middleware(Guard, port=port)
    return app


def _missing(site: LiveSite, address: str) -> bytes:
    """What is said where there is no page, in the language that its address begins with."""
    frames = {frame.language: frame for frame in site.frames}
    language, _, rest = address.partition("/")
    if not rest.endswith(".html") or ".." in rest:
        rest = "missing.html"
    return missing_page(frames.get(language, site.frames[0]), rest)


async def _told(bulletin: Bulletin, listeners: set[object]) -> AsyncIterator[str]:
    """The state now, and every one after it, as server-sent events."""
    this = object()
    listeners.add(this)
    try:
        state: State | None = bulletin.state
        revision = -1
        while not bulletin.ended:
            if state is None:
                yield ": alive\n\n"
            else:
                revision = state.revision
                yield f"id: {revision}\ndata: {json.dumps(state.to_dict())}\n\n"
            state = await bulletin.after(revision)
    finally:
        listeners.discard(this)


class Guard:
    """Lets in who asks this machine by its own name, from a page of ours, only to read."""

    def __init__(self, app: Callable[..., Awaitable[None]], port: int) -> None:
        self._app = app
        self._port = port

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer, or refuse."""
        from starlette.responses import PlainTextResponse

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = self._refused(scope)
        if status:
            await PlainTextResponse(REFUSED[status], status, HEADERS)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refused(self, scope: Scope) -> int | None:
        """The status that refuses a request; None for one that is let in."""
        headers = {name.lower(): value for name, value in scope["headers"]}
        if not self._is_ours(f"//{headers.get(b'host', b'').decode('latin-1')}"):
            return 421
        origin = headers.get(b"origin")
        if origin is not None and not self._is_ours(origin.decode("latin-1")):
            return 403
        return None if scope["method"] in ("GET", "HEAD") else 405

    def _is_ours(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
            return parts.port == self._port and is_loopback(parts.hostname or "")
        except ValueError:
            return False


REFUSED = {
    421: "this server answers to the name of this machine only",
    403: "this page may not read here",
    405: "read only",
}
"""What another program reads; people never see it."""
