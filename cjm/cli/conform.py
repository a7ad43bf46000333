"""`cjm conform`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.data_options import data_options
from cjm.cli.days import DayType
from cjm.cli.formats import FormatType
from cjm.cli.options import LANGUAGE
from cjm.cli.run_conform import run_conform
from cjm.cli.translated import Command
from cjm.names import CONFORM_FORMATS, SEVERITIES


@click.command(
    cls=Command,
    epilog="Example: cjm conform journeys/shop.yaml clicks --open 14 --fail-on warning",
)
@click.argument("journey")
@click.argument("log", required=False)
@click.option(
    "--open",
    "open_days",
    type=click.FloatRange(min=0),
    metavar="DAYS",
    help="Cases with an event in the log's last DAYS may not be over, and end anywhere.",
)
@click.option("--drop-repeats", is_flag=True, help="Count events equal in all but once.")
@click.option("--collapse", is_flag=True, help="Count visits to one touchpoint in a row as one.")
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=FormatType(CONFORM_FORMATS),
    metavar="NAME[=FILE]",
    help=f"How to tell it: {', '.join(CONFORM_FORMATS)}; may be repeated with =FILE.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option("--baseline", metavar="FILE", help="Known findings; default: cjm-baseline.json.")
@click.option("--update-baseline", is_flag=True, help="Write today's findings to the baseline.")
@click.option("--shrink-baseline", is_flag=True, help="Take out of the baseline what went away.")
@click.option(
    "--today",
    type=DayType(),
    metavar="YYYY-MM-DD",
    help="Hold dates against this day.",
)
@data_options("events", form=False)
@LANGUAGE
@click.pass_context
def conform(context: click.Context, /, **given: Any) -> int:
    """Compare a journey with what customers did, as an event log has it.

    JOURNEY is a file, - standard input; LOG a source of data.yaml, or a file; default: the only log
    that feeds the journey. Tells how many cases go as planned, where the others leave the plan, and
    which probabilities the log contradicts: rules CJM501 to CJM509. As csv: a line a move. Exits
    with 0, 1 for findings, or 2 where the work could not be done.
    """
    return run_conform(workspace=context.obj, **given)
