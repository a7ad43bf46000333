"""`cjm diff`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.options import NO_MEASURED, OUTPUT, PERSONA, PRINTED_LANGUAGE
from cjm.cli.run_diff import run_diff
from cjm.cli.translated import Command
from cjm.names import DIFF_FORMATS, THEMES


@click.command(
    cls=Command,
    epilog="Example: cjm diff main:journeys/taxi.yaml journeys/taxi.yaml",
)
@click.argument("paths", nargs=-1, required=True, metavar="A [B]")
@click.option(
    "--format",
    "form",
    type=click.Choice(DIFF_FORMATS),
    default="text",
    show_default=True,
    help="A page to read, data, a comment for a pull request, or a map with the changes marked.",
)
@click.option("--exit-code", is_flag=True, help="Exit 1 where a C fell, or a new touchpoint hurts.")
@click.option(
    "--renamed",
    multiple=True,
    metavar="OLD=NEW",
    help="The touchpoint OLD is now called NEW; may be repeated.",
)
@PERSONA
@click.option("--theme", type=click.Choice(THEMES), help="Of the picture; default: light.")
@PRINTED_LANGUAGE
@OUTPUT
@NO_MEASURED
@click.pass_context
def diff(context: click.Context, /, **given: Any) -> int:
    """Compare two states of journeys: gaps better and worse, what is new, gone, changed.

    A and B are files, folders, or either at a git revision: main:journeys/taxi.yaml. With A alone,
    it is what was at HEAD, or at the revision that A names, against the working tree. What is meant
    is compared, not the text. Exit code: 0, 1 with --exit-code, or 2 where a side cannot be read.
    """
    return run_diff(workspace=context.obj, **given)
