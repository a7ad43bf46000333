"""What `cjm serve` does."""

from __future__ import annotations

from contextlib import suppress

from cjm.cli.shared import echo, open_file, processors, tell_note
from cjm.i18n import say


def run_serve(
    paths: tuple[str, ...] = (),
    *,
    workspace: str | None = None,
    port: int | None = None,
    open_it: bool = False,
    language: str | None = None,
    title: str | None = None,
    no_measured: bool = False,
    edit: bool = False,
) -> int:
    """Serve the site until it is stopped; the exit code."""
    from cjm.server.serving import serve

    def started(address: str) -> None:
        opened = f"{address}studio.html" if edit else address
        echo(opened)
        tell_note(say("watching for changes; Ctrl-C ends it"))
        if open_it:
            open_file(opened)

    with suppress(KeyboardInterrupt):
        serve(
            paths,
            port,
            language=language,
            title=title,
            workspace=workspace,
            measured=not no_measured,
            edit=edit,
            processes=processors(),
            on_start=started,
        )
    return 0
