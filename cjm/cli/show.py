"""`cjm show`."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from cjm.cli.shared import FAILED, tell, wants_color

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey


@click.command(epilog="Example: cjm show journeys/business-taxi.yaml --persona business")
@click.argument("paths", nargs=-1, required=True, metavar="PATH")
@click.option("--persona", metavar="ID", help="Show the scores of this persona.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A page to read, or every figure as data.",
)
@click.option("--language", type=click.Choice(["en", "ru"]), help="Default: the journey's own.")
@click.option("-o", "--output", metavar="FILE", help="Write it there, not to standard output.")
@click.pass_context
def show(
    context: click.Context,
    paths: tuple[str, ...],
    persona: str | None,
    form: str,
    language: str | None,
    output: str | None,
) -> int:
    """Show one journey: touchpoints, moments of truth, balance, paths and loops.

    PATH is a journey's file, - is standard input. The page is as wide as the terminal, 100
    columns elsewhere; it is coloured on a terminal unless NO_COLOR is set.
    """
    from cjm.analysis import analyze

    journey = _journey(paths, context.obj)
    if journey is None:
        return FAILED
    analysis = analyze(journey, persona)
    if form == "json":
        _write_json(analysis, output)
    else:
        _write_page(analysis, language, output)
    return 0


def _journey(paths: tuple[str, ...], workspace: str | None) -> Journey | None:
    """The one journey; None where its file is faulty, which is told."""
    from cjm.errors import InvalidJourneyError, UsageError
    from cjm.findings import Finding
    from cjm.loading import load
    from cjm.reporters.wording import place_of, sentence
    from cjm.workspace import FILE_NAME

    if len(paths) > 1:
        raise UsageError(f"{len(paths)} paths were given", help="show takes one journey at a time")
    if os.path.isdir(paths[0]):
        raise UsageError(f"{paths[0]} is a folder", help="show takes the file of one journey")
    if os.path.basename(paths[0]) == FILE_NAME:
        raise UsageError(f"{paths[0]} is a workspace", help="show takes the file of one journey")
    try:
        return load(paths[0], workspace)
    except InvalidJourneyError as error:
        for finding in error.findings:
            assert isinstance(finding, Finding)
            place = place_of(finding.file, finding.span)
            tell(f"{place}: {sentence(finding.message)}", finding.help)
        return None


def _write_json(analysis: Analysis, output: str | None) -> None:
    text = json.dumps(analysis.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    content = text.encode("utf-8", "backslashreplace")  # a lone surrogate: JSON's own escape
    if output is None or output == "-":
        sys.stdout.buffer.write(content)
    else:
        from cjm.files import write_bytes

        write_bytes(output, content)


def _write_page(analysis: Analysis, language: str | None, output: str | None) -> None:
    from cjm.page import show as page_of

    if output is None or output == "-":
        color = wants_color()
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        encoding = sys.stdout.encoding or "utf-8"
        page = page_of(analysis, None, language, width, color, encoding)
        click.echo(page, nl=False, color=color)
    else:
        from cjm.files import write_text

        write_text(output, page_of(analysis, None, language))
