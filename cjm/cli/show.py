"""`cjm show`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import LANGUAGE, NO_MEASURED, OUTPUT, PATHS, PERSONA
from cjm.cli.run_show import run_show
from cjm.cli.translated import Command
from cjm.names import SHOW_FORMATS


@click.command(
    cls=Command,
    epilog="Example: cjm show journeys/business-taxi.yaml --persona business",
)
@PATHS
@PERSONA
@click.option(
    "--format",
    "form",
    type=click.Choice(SHOW_FORMATS),
    default="text",
    show_default=True,
    help="A page to read, or the figures as data; csv: an overview.",
)
@LANGUAGE
@OUTPUT
@NO_MEASURED
@click.option("--no-cache", is_flag=True, help="Read every file anew, and keep nothing.")
@click.pass_context
def show(context: click.Context, /, **given: Any) -> int:
    """Show one journey: touchpoints, moments of truth, balance, paths and loops.

    Of a folder or several files, an overview: one line a journey, the worst balance first.
    PATHS are files and folders, - is standard input; default: the workspace's journeys. The page
    is as wide as the terminal, 100 columns elsewhere; it is coloured on a terminal unless
    NO_COLOR is set. Exit code: 0, or 2 where something could not be read.
    """
    return run_show(workspace=context.obj, **given)
