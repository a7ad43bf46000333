"""The guard: who may ask this server at all, and what every answer says of itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, MutableMapping
from typing import Any

from cjm.system.loopback import HOST, HOST6

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
NAMES = ("localhost", HOST, f"[{HOST6}]")
WEB_PORT = 80
"""The one that browsers leave out."""


class Guard:
    """Lets in who asks this machine by its own name, from a page of ours.

    Only to read; but for addresses that begin with `calls`, where a page of this very address may
    send something.
    """

    def __init__(
        self, app: Callable[..., Awaitable[None]], port: int, calls: str | None = None
    ) -> None:
        self._app = app
        self._hosts = frozenset(hosts(port))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
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
        if headers.get(b"host", b"").decode("latin-1").lower() not in self._hosts:
            return 421
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin-1") not in self._origins:
            return 403
        if self._calls and scope["method"] == "POST" and scope["path"].startswith(self._calls):
            return None if _is_of_its_page(headers) else 403
        return None if scope["method"] in ("GET", "HEAD") else 405


def hosts(port: int) -> Iterator[str]:
    """What the Host header of a request to a port of this machine may be, in lower case.

    Only what browsers make of addresses that lead here: they write an IP address in one way
    (`127.1` and `0x7f000001` as `127.0.0.1`), and leave out a name before an `@`. A text is
    compared and not read: readers of addresses differ in what they take for the host.
    """
    for name in NAMES:
        yield f"{name}:{port}"
        if port == WEB_PORT:
            yield name


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
