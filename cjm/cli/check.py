"""`cjm check`."""

from __future__ import annotations

from typing import Any

import click

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
from cjm.cli.options import NO_MEASURED, PATHS
from cjm.cli.run_check import CheckOptions, run_check
from cjm.cli.translated import Command
from cjm.names import REPORT_FORMATS


@click.command(cls=Command, epilog="Example: cjm check journeys/ --select CJM1 --fail-on warning")
@PATHS
@SELECT
@IGNORE
@formats(REPORT_FORMATS)
@click.option("-o", "--output", metavar="FILE", help="Write it there, not to standard output.")
@FAIL_ON
@click.option("--diff-base", metavar="REV", help="Only journeys changed since a git revision.")
@click.option("--against", metavar="REV", help="Only findings new or worse than at a revision.")
@BASELINE
@UPDATE_BASELINE
@SHRINK_BASELINE
@TODAY
@click.option("--fix", is_flag=True, help="Make the fixes that can mean nothing else.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--statistics", is_flag=True, help="Count what each rule found, and list nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
@NO_MEASURED
@click.option("--no-cache", is_flag=True, help="Check every file anew, and keep nothing.")
@click.pass_context
def check(context: click.Context, /, **given: Any) -> int:
    """Find where customers get less than they expected, and what is wrong in the files.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. RULES are
    codes, names or code prefixes, comma-separated. Exits with 0, 1 for findings, or 2 where the
    work could not all be done.
    """
    traceback = bool(context.find_root().params.get("traceback"))
    return run_check(CheckOptions(workspace=context.obj, traceback=traceback, **given))
