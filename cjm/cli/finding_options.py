"""Options of the commands that judge: which rules run, how it is told, what is known already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from cjm.cli.days import DayType
from cjm.cli.formats import FormatType
from cjm.names import SEVERITIES

SELECT = click.option("--select", multiple=True, metavar="RULES", help="Run these rules only.")
IGNORE = click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
BASELINE = click.option(
    "--baseline", metavar="FILE", help="Known findings; default: cjm-baseline.json."
)
UPDATE_BASELINE = click.option(
    "--update-baseline", is_flag=True, help="Write today's findings to the baseline."
)
SHRINK_BASELINE = click.option(
    "--shrink-baseline", is_flag=True, help="Take out of the baseline what went away."
)
TODAY = click.option(
    "--today", type=DayType(), metavar="YYYY-MM-DD", help="Hold dates against this day."
)


def formats(names: tuple[str, ...]) -> Callable[..., Any]:
    """`--format NAME[=FILE]`, of these names."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        type=FormatType(names),
        metavar="NAME[=FILE]",
        help=f"How to tell it: {', '.join(names)}; may be repeated with =FILE.",
    )
