"""`cjm conform`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.data_options import data_options
from cjm.cli.finding_options import (
    BASELINE,
    FAIL_ON,
    IGNORE,
    SELECT,
    SHRINK_BASELINE,
    TODAY,
    UPDATE_BASELINE,
    formats,
)
from cjm.cli.options import LANGUAGE
from cjm.cli.run_conform import run_conform
from cjm.cli.translated import Command
from cjm.names import CONFORM_FORMATS


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
@SELECT
@IGNORE
@formats(CONFORM_FORMATS)
@FAIL_ON
@BASELINE
@UPDATE_BASELINE
@SHRINK_BASELINE
@TODAY
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
