"""`cjm report`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import NO_MEASURED, PATHS
from cjm.cli.run_report import run_report
from cjm.cli.translated import Command
from cjm.names import LANGUAGES


@click.command(cls=Command, epilog="Example: cjm report journeys/ -o site --language both")
@PATHS
@click.option(
    "-o", "--output", metavar="DIR", default="site", show_default=True, help="The site's folder."
)
@click.option(
    "--language",
    type=click.Choice((*LANGUAGES, "both")),
    help="Default: the workspace's.",
)
@click.option("--title", metavar="TEXT", help="Default: the workspace's name.")
@click.option(
    "--leave-out",
    multiple=True,
    metavar="PARTS",
    help="What readers shall not see: owners, costs, quotes, waivers, findings.",
)
@click.option("--pdf", is_flag=True, help="Write each journey's sheet as PDF, too.")
@click.option("--studio", is_flag=True, help="Carry the studio: readers edit a copy of a journey.")
@click.option("--open", "open_it", is_flag=True, help="Open the site in the browser.")
@NO_MEASURED
@click.option("--no-cache", is_flag=True, help="Build every page anew.")
@click.pass_context
def report(context: click.Context, /, **given: Any) -> int:
    """Write a site for everyone who never opens a terminal: a folder of HTML.

    PATHS are files and folders; default: the workspace's journeys. The site needs no server and
    no network. Files in the folder that no report wrote are left alone. Exit code: 0, or 2 where
    something could not be read or written.
    """
    return run_report(workspace=context.obj, **given)
