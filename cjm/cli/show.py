"""`cjm show`."""

from __future__ import annotations

import json
import os

import click

from cjm.cli.language import Command
from cjm.cli.shared import LANGUAGE, OUTPUT, PERSONA, one_journey, put_data, put_page


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
def show(
    context: click.Context,
    paths: tuple[str, ...],
    persona: str | None,
    form: str,
    language: str | None,
    output: str | None,
) -> None:
    """Show one journey: touchpoints, moments of truth, balance, paths and loops.

    PATH is a journey's file, - is standard input. The page is as wide as the terminal, 100
    columns elsewhere; it is coloured on a terminal unless NO_COLOR is set.
    """
    from cjm.analysis import analyze
    from cjm.project.outputs import check_output
    from cjm.source.signs import quiet_json

    path = _one_path(paths)
    check_output(output, [path, context.obj])
    analysis = analyze(one_journey(path, context.obj), persona)
    if form == "json":
        text = json.dumps(analysis.to_dict(), ensure_ascii=False, indent=1, allow_nan=False)
        put_data(quiet_json(text) + "\n", output)
        return
    from cjm.terminal import show as page_of

    put_page(lambda *terminal: page_of(analysis, None, language, *terminal), output)


def _one_path(paths: tuple[str, ...]) -> str:
    from cjm.errors import UsageError
    from cjm.i18n import say
    from cjm.project.discovery import WORKSPACE_FILE

    if len(paths) > 1:
        raise UsageError(
            say("{n} paths were given", n=len(paths)), help=say("name the file of one journey")
        )
    if os.path.basename(paths[0]) == WORKSPACE_FILE:
        raise UsageError(
            say("{path} is a workspace", path=paths[0]), help=say("name the file of one journey")
        )
    return paths[0]
