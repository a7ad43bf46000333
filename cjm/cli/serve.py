"""`cjm serve`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import NO_MEASURED, PATHS
from cjm.cli.run_serve import run_serve
from cjm.cli.translated import Command
from cjm.names import LANGUAGES


@click.command(cls=Command, epilog="Example: cjm serve journeys/ --open")
@PATHS
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Where it listens; default: the first that is free from 8100 on.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the site in the browser.")
@click.option(
    "--language",
    type=click.Choice((*LANGUAGES, "both")),
    help="Default: the workspace's.",
)
@click.option("--title", metavar="TEXT", help="Default: the workspace's name.")
@click.option("--edit", is_flag=True, help="Edit journeys there, too: click a touchpoint.")
@NO_MEASURED
@click.pass_context
def serve(context: click.Context, /, **given: Any) -> int:
    """Show the report in the browser while you write: a save shows at once.

    PATHS are files and folders; default: the workspace's journeys. Only programs of this machine
    can reach it, and it writes nothing but, with --edit, what you change. While a file is broken
    its last good page stays, and the place is told over it. Ctrl-C ends it.
    """
    return run_serve(workspace=context.obj, **given)
