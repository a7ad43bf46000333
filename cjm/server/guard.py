"""The guard: who may ask this server at all, and what every answer says of itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from cjm.system.loopback import is_loopback

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


class Guard:
    """Lets in who asks this machine by its own name, from a page of ours.

    Only to read; but for addresses that begin with `calls`, where a page of this very address may
    send something.
    """

    def __init__(
        self, app: Callable[..., Awaitable[None]], port: int, calls: str | None = None
    ) -> None:
        self._app = app
        self._port = port
        self._calls = calls

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
        if self._calls and scope["method"] == "POST" and scope["path"].startswith(self._calls):
            return None if _is_of_its_page(headers) else 403
        return None if scope["method"] in ("GET", "HEAD") else 405

    def _is_ours(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
            return parts.port == self._port and is_loopback(parts.hostname or "")
        except ValueError:
            return False


def _is_of_its_page(headers: Mapping[bytes, bytes]) -> bool:
    """Whether a page sends it that was served under the very name that is asked now."""
    origin, site = headers.get(b"origin"), headers.get(b"sec-fetch-site")
    if origin is not None and origin != b"http://" + headers[b"host"]:
        return False
    if site is None:
        return origin is not None
    return site in (b"same-origin", b"none")


REFUSED = {
    421: "this server answers to the name of this machine only",
    403: "this page may not read here",
    405: "read only",
}
"""What another program reads; people never see it."""
