"""`cjm show`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import LANGUAGE, OUTPUT, PERSONA
from cjm.cli.run_show import run_show
from cjm.cli.translated import Command


@click.command(
    cls=Command, epilog="Example: cjm show journeys/business-taxi.yaml --persona business"
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH")
@PERSONA
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A page to read, or every figure as data.",
)
@LANGUAGE
@OUTPUT
@click.pass_context
def show(context: click.Context, /, **given: Any) -> None:
    """Show one journey: touchpoints, moments of truth, balance, paths and loops.

    PATH is a journey's file, - is standard input. The page is as wide as the terminal, 100
    columns elsewhere; it is coloured on a terminal unless NO_COLOR is set.
    """
    run_show(workspace=context.obj, **given)
