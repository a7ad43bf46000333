"""`cjm discover`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from cjm.cli.data_options import data_options, named
from cjm.cli.language import run_language
from cjm.cli.options import PRINTED_LANGUAGE
from cjm.cli.shared import echo, put_data, put_page, tell_note
from cjm.cli.translated import Command

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted
    from cjm.data.logs.discovered import Discovered

SHARE = click.FloatRange(0, 1)


@click.command(
    cls=Command,
    epilog="Example: cjm discover log.csv --case id --touchpoint event --time at",
)
@click.argument("log", required=False)
@click.option(
    "--cover", type=SHARE, metavar="SHARE",
    help="Only the most frequent whole paths, as few as carry this share of the cases.",
)  # fmt: skip
@click.option(
    "--min-share", type=SHARE, metavar="SHARE",
    help="Leave out transitions and starts of a smaller share.",
)  # fmt: skip
@click.option(
    "--drop-repeats", is_flag=True, help="Leave out rows equal in case, touchpoint and time."
)
@click.option("--collapse", is_flag=True, help="Take visits to one touchpoint in a row for one.")
@click.option(
    "--stages", type=click.IntRange(min=1), metavar="K", help="Cut the touchpoints into K stages."
)
@click.option(
    "--keep", metavar="FILE",
    help="Take over from this journey all but its touchpoints, next and start.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@data_options("events", minimum=False)
@PRINTED_LANGUAGE
def discover(
    log: str | None,
    wanted: Wanted,
    force: bool,
    form: str,
    language: str | None,
    output: str | None,
    **options: Any,
) -> None:
    """Make a journey of an event log: touchpoints, transitions with probabilities and waits.

    LOG is a source of data.yaml, or a file; default: the only event log there is. The journey's
    file goes to standard output and a page of what was found to standard error; with -o the file
    goes there and the page to standard output. A period keeps the cases that begin in it, whole.
    As csv: a line a move.
    """
    from cjm.data.logs.discovered import refuse_existing
    from cjm.data.logs.discovering import DiscoverOptions, discover_wanted
    from cjm.project.loading import id_of_file

    to_file = output is not None and output != "-"
    if to_file:
        refuse_existing(output or "", force)
    told = language or run_language()
    id = id_of_file(output or "") if to_file and form == "text" else None
    found = discover_wanted(named(wanted, log), DiscoverOptions(id=id, language=told, **options))
    if form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    elif form == "csv":
        put_data(found.to_csv(), output)
    else:
        put_data(found.text, output)
        _tell(found, told, to_file)
    for note in found.notes:
        tell_note(note)


def _tell(found: Discovered, language: str, to_file: bool) -> None:
    """The page of what was found, where the journey's file is not."""
    from cjm.terminal.discovered import discovered_page

    if to_file:
        put_page(lambda *terminal: discovered_page(found, language, *terminal), None)
        return
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    page = discovered_page(found, language, None, color, sys.stderr.encoding or "utf-8")
    echo(page, err=True, end="", color=color)
