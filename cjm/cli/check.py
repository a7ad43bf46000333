"""`cjm check`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from cjm.cli.shared import FAILED, PATHS, put_data, tell, wants_color

if TYPE_CHECKING:
    from cjm.findings import Report

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
FOR_PEOPLE = ("text", "concise")
"""What is written in the terminal's encoding; the others are UTF-8 everywhere."""


class FormatType(click.ParamType[tuple[str, str | None]]):
    """NAME or NAME=FILE."""

    name = "format"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """The format's name, and the file it goes to."""
        name, _, file = value.partition("=")
        if name not in FORMATS:
            self.fail(f"{name!r} is none of {', '.join(FORMATS)}.", param, ctx)
        return name, file or None


@click.command(epilog="Example: cjm check journeys/ --select CJM1 --fail-on warning")
@PATHS
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=FormatType(),
    metavar="NAME[=FILE]",
    help=f"How to tell it: {', '.join(FORMATS)}; may be repeated with =FILE.",
)
@click.option("-o", "--output", metavar="FILE", help="Write it there, not to standard output.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option("--baseline", metavar="FILE", help="Known findings; default: cjm-baseline.json.")
@click.option("--update-baseline", is_flag=True, help="Write today's findings to the baseline.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Hold dates against this day.",
)
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    formats: tuple[tuple[str, str | None], ...],
    output: str | None,
    fail_on: str,
    baseline: str | None,
    update_baseline: bool,
    today: datetime | None,
) -> int:
    """Find where customers get less than they expected, and what is wrong in the files.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. RULES are
    codes, names or code prefixes, comma-separated. Exits with 0, 1 for findings, or 2 where the
    work could not all be done.
    """
    from cjm.checking import check as check_journeys
    from cjm.errors import UsageError
    from cjm.findings import Severity

    targets = formats or (("text", None),)
    places = [file or output for _, file in targets]
    if len(set(places)) < len(places):
        raise UsageError("two formats would go to one place", help="--format NAME=FILE")
    report = check_journeys(
        paths,
        select=select,
        ignore=ignore,
        workspace=context.obj,
        baseline=baseline,
        update_baseline=update_baseline,
        today=today.date() if today else date.today(),
    )
    failed = _write_all(report, [(name, file or output) for name, file in targets])
    for problem in report.problems:
        tell(problem, language=report.language)
    return FAILED if failed else report.exit_code(Severity(fail_on))


def _write_all(report: Report, targets: list[tuple[str, str | None]]) -> bool:
    """Write every format; one that cannot be written does not keep the others from it."""
    from cjm.errors import CjmError
    from cjm.language import told

    failed = False
    for name, file in targets:
        try:
            _write(report, name, file)
        except CjmError as error:
            message, help = told(error.message, report.language), told(error.help, report.language)
            tell(message, help, report.language)
            failed = True
    return failed


def _write(report: Report, name: str, file: str | None) -> None:
    from cjm.reporters import REPORTERS, render_text

    if name not in FOR_PEOPLE or file not in (None, "-"):
        put_data(REPORTERS[name](report), file)
    else:
        color = name == "text" and wants_color()
        text = render_text(report, color=True) if color else REPORTERS[name](report)
        click.echo(text, nl=False, color=color)
