"""`cjm check`."""

from __future__ import annotations

from typing import Any

import click

from cjm.cli.days import DayType
from cjm.cli.formats import FormatType
from cjm.cli.options import NO_MEASURED, PATHS
from cjm.cli.run_check import run_check
from cjm.cli.translated import Command
from cjm.names import REPORT_FORMATS, SEVERITIES


@click.command(cls=Command, epilog="Example: cjm check journeys/ --select CJM1 --fail-on warning")
@PATHS
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=FormatType(REPORT_FORMATS),
    metavar="NAME[=FILE]",
    help=f"How to tell it: {', '.join(REPORT_FORMATS)}; may be repeated with =FILE.",
)
@click.option("-o", "--output", metavar="FILE", help="Write it there, not to standard output.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option("--diff-base", metavar="REV", help="Only journeys changed since a git revision.")
@click.option("--against", metavar="REV", help="Only findings new or worse than at a revision.")
@click.option("--baseline", metavar="FILE", help="Known findings; default: cjm-baseline.json.")
@click.option("--update-baseline", is_flag=True, help="Write today's findings to the baseline.")
@click.option("--shrink-baseline", is_flag=True, help="Take out of the baseline what went away.")
@click.option(
    "--today",
    type=DayType(),
    metavar="YYYY-MM-DD",
    help="Hold dates against this day.",
)
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
    return run_check(workspace=context.obj, traceback=traceback, **given)
