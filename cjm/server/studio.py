"""The studio over HTTP: its page, its functions as JSON, and what happens to its files."""

from __future__ import annotations

import hmac
import json
import re
import secrets
from typing import TYPE_CHECKING

from cjm.bundled import bundled
from cjm.errors import CjmError
from cjm.i18n import Message, say
from cjm.names import LANGUAGES
from cjm.server.changes import Changes, Happened
from cjm.server.events import Bulletin
from cjm.server.guard import HEADERS, POLICY
from cjm.studio.host import PARAMETERS, Host, error_data

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from cjm.server.journey_files import JourneyFiles
    from cjm.server.live import LiveSite

PAGE = "studio.html"
CALLS = "/_studio/"
TOKEN = "X-CJM-Token"
TOKEN_BYTES = 16
LONGEST = 4_000_000
"""Bytes of a call: a journey of the largest size, and once more what JSON adds to it."""
_ASSET = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


class Studio:
    """One running studio: whoever has its page has its token, and nobody else."""

    def __init__(self, site: LiveSite, files: JourneyFiles) -> None:
        self._site = site
        self._host = Host(files)
        self._files = files
        self._changes = Changes(files.sources())
        self._token = secrets.token_hex(TOKEN_BYTES)
        self.bulletin = Bulletin(self._changes.happened)

    def look(self) -> Happened:
        """What happened to the files, once the site has read them anew."""
        return self._changes.look(self._files.sources())

    def routes(self) -> list[Route]:
        """What it answers."""
        from starlette.routing import Route

        return [
            Route(f"/{PAGE}", self._page),
            Route(CALLS + "events", self.bulletin.listen),
            Route(CALLS + "{name}", self._call, methods=["POST"]),
        ]

    async def _page(self, request: Request) -> Response:
        from starlette.responses import Response

        nonce = secrets.token_urlsafe(TOKEN_BYTES)
        page = bundled("cjm.studio", f"assets/{PAGE}").decode()
        language = request.query_params.get("language")
        words = {
            "__CJM_TOKEN__": self._token,
            "__CJM_NONCE__": nonce,
            "__CJM_LANGUAGE__": language if language in LANGUAGES else self._site.language,
        }
        for name, value in words.items():
            page = page.replace(name, str(value))
        policy = POLICY.replace("style-src 'self'", f"style-src 'self' 'nonce-{nonce}'")
        headers = {**HEADERS, "Content-Security-Policy": policy}
        return Response(page, 200, headers, "text/html; charset=utf-8")

    def asset(self, address: str) -> bytes | None:
        """A file of its front end; None where it has none of that address."""
        folder, _, name = address.rpartition("/")
        if folder != "assets" or name == PAGE or not _ASSET.fullmatch(name):
            return None
        try:
            return bundled("cjm.studio", f"assets/{name}")
        except OSError:
            return None

    async def _call(self, request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        if not hmac.compare_digest(request.headers.get(TOKEN, "").encode(), self._token.encode()):
            return self._refused(403, say("this page is of another run of the studio"), request)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            return self._refused(415, say("the studio is asked in JSON"), request)
        content = await _body(request)
        if content is None:
            told = say("what is sent is larger than {most} bytes", most=LONGEST)
            return self._refused(413, told, request)
        name = request.path_params["name"]
        if name not in PARAMETERS:
            told = say("the studio has no function {name!r}", name=name)
            return self._refused(404, told, request)
        try:
            given = json.loads(content)
        except (ValueError, RecursionError):
            return self._refused(400, say("what is sent is no JSON"), request)
        language = request.headers.get("X-CJM-Language")
        return _json(await run_in_threadpool(self._host.answer, name, given, language))

    def _refused(self, status: int, message: Message, request: Request) -> Response:
        asked = request.headers.get("X-CJM-Language")
        language = asked if asked in LANGUAGES else self._site.language
        error = CjmError(message, say("open the studio anew") if status == 403 else None)
        return _json(error_data(error, language), status)


async def _body(request: Request) -> bytes | None:
    """What is sent; None where it is too large."""
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > LONGEST:
            return None
    return content


def _json(data: object, status: int = 200) -> Response:
    from starlette.responses import Response

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = text.encode("utf-8", "backslashreplace")
    return Response(content, status, HEADERS, "application/json; charset=utf-8")
