"""The application: who may ask, what is answered, and the events that browsers listen to."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from cjm.server.events import Bulletin
from cjm.server.guard import HEADERS, Guard
from cjm.server.live import LiveSite, State
from cjm.server.studio import CALLS, Studio
from cjm.site.missing import missing_page

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

EVENTS = "/_live"
KEPT = "private, max-age=86400, immutable"


def application(
    site: LiveSite, bulletin: Bulletin[State], port: int, studio: Studio | None = None
) -> Starlette:
    """The application of one live site on a port of this machine, perhaps with its studio."""
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import RedirectResponse, Response
    from starlette.routing import Route

    async def page(request: Request) -> Response:
        address = request.path_params["address"]
        if address == "":
            return RedirectResponse("/index.html", headers=HEADERS)
        revision = site.state.revision
        content = studio.asset(address) if studio else None
        if content is None:
            content = await run_in_threadpool(site.get, address)
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        # A page learns which revision it is of, though it is kept from one to the next; that of a
        # missing one, too, or what comes before it listens would never be seen.
        headers = {**HEADERS, "Server-Timing": f'revision;desc="{revision}"'}
        if site.is_kept(address, request.query_params.get("v", "")):
            headers["Cache-Control"] = KEPT  # a save loads the page anew, not its fonts and scripts
        if content is None:
            gone = await run_in_threadpool(_missing, site, address)
            return Response(gone, 404, headers, "text/html; charset=utf-8")
        text = kind.startswith("text/") or kind.endswith(("javascript", "json"))
        return Response(content, 200, headers, f"{kind}; charset=utf-8" if text else kind)

    own = studio.routes() if studio else []
    app = Starlette(routes=[Route(EVENTS, bulletin.listen), *own, Route("/{address:path}", page)])
    app.add_middleware(Guard, port=port, calls=CALLS if studio else None)
    return app


def _missing(site: LiveSite, address: str) -> bytes:
    """What is said where there is no page, in the language that its address begins with."""
    frames = {frame.language: frame for frame in site.frames}
    language, _, rest = address.partition("/")
    if not rest.endswith(".html") or ".." in rest:
        rest = "missing.html"
    return missing_page(frames.get(language, site.frames[0]), rest)
