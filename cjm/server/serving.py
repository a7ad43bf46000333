"""Serving: the live site at a port of this machine, until it is stopped."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from cjm.checking.overrides import listed
from cjm.checking.run import Path
from cjm.errors import CjmError, UsageError, missing_extra
from cjm.i18n import say
from cjm.project.watch import Watched, changes, watched
from cjm.server.live import LiveSite
from cjm.site.choices import refuse_unknown
from cjm.system.loopback import listening

if TYPE_CHECKING:
    import socket
    from types import FrameType

    from cjm.server.events import Bulletin
    from cjm.server.live import State
    from cjm.server.studio import Studio

PORT = 8100
NEXT_PORTS = 20
"""How many ports are tried where nobody asked for one."""
TURN = 0.0005
"""Seconds after which a thread that makes a page lets the one go on that answers browsers."""
MOST_CONNECTIONS = 200
"""One more ends an older one, so that nobody can use up this machine, or lock others out."""


def serve(
    paths: Path | Iterable[Path] = (),
    port: int | None = None,
    *,
    language: str | None = None,
    title: str | None = None,
    workspace: str | None = None,
    measured: bool = True,
    edit: bool = False,
    processes: int = 1,
    on_start: Callable[[str], object] | None = None,
) -> None:
    """Serve the report of some journeys while they are written; a save shows at once.

    Only programs of this machine can reach it, and nothing is ever written but by the studio, with
    `edit`. It returns when it is stopped: by Ctrl-C, or by a signal.

    Args:
        paths: Files and folders, or one of them; without any, the workspace's journeys.
        port: Where it listens; by default the first that is free from 8100 on.
        language: `en`, `ru` or `both`; by default the workspace's.
        title: What the site is called; by default the workspace's name.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        measured: Whether what overlays say counts.
        edit: Whether the journeys can be edited in the browser, too.
        processes: How many processes may share the work of the start.
        on_start: Is told the address to open.

    Raises:
        UsageError: The port is taken, or there is nothing to watch.
        CjmError: Starlette, uvicorn or Jinja is not installed.
    """
    refuse_unknown(language)
    given = [str(path) for path in listed(paths)]
    site = LiveSite(
        given,
        language=language,
        title=title,
        workspace=workspace,
        measured=measured,
        edit=edit,
        processes=processes,
    )
    what = watched(given or _own_paths(workspace), workspace)
    _require()
    listeners = listening(PORT, NEXT_PORTS) if port is None else listening(port)
    if not listeners:
        raise UsageError(
            say("port {port} is taken", port=PORT if port is None else port),
            help=say("name a free one with --port"),
        )
    with ExitStack() as stack:
        for listener in listeners:
            stack.enter_context(listener)
        stack.callback(sys.setswitchinterval, sys.getswitchinterval())
        sys.setswitchinterval(TURN)
        site.refresh()
        studio = _studio(site, given, workspace) if edit else None
        asyncio.run(_serve(site, studio, what, listeners, on_start or (lambda address: None)))


def _studio(site: LiveSite, given: Sequence[str], workspace: str | None) -> Studio:
    from cjm.server.journey_files import JourneyFiles
    from cjm.server.studio import Studio

    served = [path for path in given or _own_paths(workspace) if os.path.isdir(path)]
    return Studio(site, JourneyFiles(site, folder_of_new(served, workspace), workspace))


def folder_of_new(served: Sequence[str], workspace: str | None) -> str | None:
    """Where new journeys go: to the first folder that is served, None without one.

    Where the workspace keeps its journeys in a folder within it, to that: they are checked there.
    """
    from cjm.project.discovery import WorkspaceFiles
    from cjm.project.workspace import load_workspace

    if not served:
        return None
    own = load_workspace(WorkspaceFiles(workspace).of_folder(served[0])).workspace.paths
    real = os.path.realpath(served[0])
    within = (path for path in own if os.path.isdir(path) and _is_within(path, real))
    return next(within, served[0])


def _is_within(path: str, folder: str) -> bool:
    return os.path.join(os.path.realpath(path), "").startswith(os.path.join(folder, ""))


def _own_paths(workspace: str | None) -> tuple[str, ...]:
    from cjm.project.discovery import WorkspaceFiles
    from cjm.project.workspace import load_workspace

    return load_workspace(WorkspaceFiles(workspace).of_folder(".")).workspace.paths


def _require() -> None:
    """Raise CjmError where a library is missing."""
    try:
        import starlette
        import uvicorn
    except ModuleNotFoundError as error:
        raise missing_extra("serve", "Starlette and uvicorn", "serve") from error
    del starlette, uvicorn


async def _serve(
    site: LiveSite,
    studio: Studio | None,
    what: Watched,
    listeners: Sequence[socket.socket],
    on_start: Callable[[str], object],
) -> None:
    import uvicorn

    from cjm.server.app import application
    from cjm.server.connections import bounded
    from cjm.server.events import Bulletin

    port = listeners[0].getsockname()[1]
    bulletin = Bulletin(site.state)
    config = uvicorn.Config(
        application(site, bulletin, port, studio),
        log_level="error",  # what is wrong with a request is answered, not told to who serves
        ws="none",  # whoever wants a web socket is answered as who asks for a page
        lifespan="off",
        http=bounded(MOST_CONNECTIONS),
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
        server_header=False,
    )
    stop = threading.Event()
    loop = asyncio.get_running_loop()

    class Server(uvicorn.Server):
        """Lets its listeners go first: they would have to be thrown out."""

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            for each in (bulletin, *((studio.bulletin,) if studio else ())):
                asyncio.run_coroutine_threadsafe(each.end(), loop)
            super().handle_exit(sig, frame)

    server = Server(config)
    follower = threading.Thread(
        target=_follow,
        args=(site, studio, what, bulletin, loop, stop),
        name="follower",
        daemon=True,
    )
    follower.start()
    on_start(f"http://localhost:{port}/")
    try:
        await server.serve(sockets=list(listeners))
    finally:
        stop.set()
        await asyncio.to_thread(follower.join, 2)


def _follow(
    site: LiveSite,
    studio: Studio | None,
    what: Watched,
    bulletin: Bulletin[State],
    loop: asyncio.AbstractEventLoop,
    stop: threading.Event,
) -> None:
    """Read anew after every save; saves while it reads are read together, once it is done."""
    first = True
    for changed in changes(what):
        if stop.is_set():
            return
        if changed:
            try:
                # The first time tells nothing: a file may have been saved before it was listened.
                state = site.refresh(unless_same=first)
            except CjmError as error:
                state = site.troubled(error)
            with suppress(RuntimeError):  # the loop is closed: it is being stopped
                asyncio.run_coroutine_threadsafe(bulletin.tell(state), loop)
                if studio:
                    asyncio.run_coroutine_threadsafe(studio.bulletin.tell(studio.look()), loop)
            if bulletin.is_heard:  # they are told, and ask for the page while it is made already
                site.prepare()
        first = False
