"""`cjm check`."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from cjm.cli.language import Command, run_language
from cjm.cli.progress import Progress
from cjm.cli.shared import (
    FAILED,
    PATHS,
    note_text,
    paths_of,
    processors,
    put_data,
    tell,
    tell_text,
    wants_color,
)
from cjm.i18n import say, translate
from cjm.names import REPORT_FORMATS, SEVERITIES

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Report

    Format = click.ParamType[tuple[str, str | None]]
    Day = click.ParamType[date]
else:
    # Before click 8.4 it takes no parameter while it runs.
    Format = Day = click.ParamType

FOR_PEOPLE = ("text", "concise")
"""What is written in the terminal's encoding; the others are UTF-8 everywhere."""


Target = tuple[str, str | None]
"""A format's name, and the file it goes to."""


class FormatType(Format):
    """NAME or NAME=FILE."""

    name = "format"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """The format's name, and the file it goes to."""
        name, _, file = value.partition("=")
        if name not in REPORT_FORMATS:
            known = ", ".join(REPORT_FORMATS)
            message = say("{name!r} is none of {known}", name=name, known=known)
            self.fail(translate(message, run_language()), param, ctx)
        return name, file or None


class DayType(Day):
    """YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            message = say("{text!r} is no day; write YYYY-MM-DD", text=value)
            self.fail(translate(message, run_language()), param, ctx)


@click.command(cls=Command, epilog="Example: cjm check journeys/ --select CJM1 --fail-on warning")
@PATHS
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=FormatType(),
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
@click.option("--baseline", metavar="FILE", help="Known findings; default: cjm-baseline.json.")
@click.option("--update-baseline", is_flag=True, help="Write today's findings to the baseline.")
@click.option(
    "--today",
    type=DayType(),
    metavar="YYYY-MM-DD",
    help="Hold dates against this day.",
)
@click.option("--statistics", is_flag=True, help="Count what each rule found, and list nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
@click.option("--no-cache", is_flag=True, help="Check every file anew, and keep nothing.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    formats: tuple[tuple[str, str | None], ...],
    output: str | None,
    fail_on: str,
    diff_base: str | None,
    baseline: str | None,
    update_baseline: bool,
    today: date | None,
    statistics: bool,
    watch: bool,
    no_cache: bool,
) -> int:
    """Find where customers get less than they expected, and what is wrong in the files.

    PATHS are files and folders, - is standard input; default: the workspace's journeys. RULES are
    codes, names or code prefixes, comma-separated. Exits with 0, 1 for findings, or 2 where the
    work could not all be done.
    """
    from cjm.checking import check as check_journeys
    from cjm.diagnostics.findings import Severity
    from cjm.project.outputs import check_output

    targets = [(name, file or output) for name, file in formats or (("text", None),)]
    _refuse(targets, output, statistics, watch and update_baseline)
    for _, file in targets:
        check_output(file, [*paths, baseline, context.obj])

    def once() -> int:
        with Progress(lambda n: say("checked {n} {n:journey|journeys}", n=n)) as progress:
            report = check_journeys(
                paths,
                select=select,
                ignore=ignore,
                workspace=context.obj,
                baseline=baseline,
                update_baseline=update_baseline,
                today=today or date.today(),
                cache=not no_cache,
                processes=processors(),
                on_progress=progress,
                diff_base=diff_base,
            )
        failed = _tell_all(report, targets, statistics)
        return FAILED if failed else report.exit_code(Severity(fail_on))

    if not watch:
        return once()
    from cjm.cli.watching import watch as watch_files

    known = filter(None, [baseline])
    watch_files(paths_of(paths, context.obj), context.obj, once, known)
    return 0


def _refuse(
    targets: list[Target], output: str | None, statistics: bool, updating_again: bool
) -> None:
    """Raise UsageError for options that cannot go together."""
    from cjm.errors import UsageError

    places = [None if file in (None, "-") else os.path.realpath(file) for _, file in targets]
    if output and output not in (file for _, file in targets):
        raise UsageError(
            say("no format goes to {file}: each has a file of its own", file=output),
            help=say("name one more --format, or leave --output out"),
        )
    if len(set(places)) < len(places):
        raise UsageError(
            say("two formats would go to one place"),
            help=say("name a file for each: --format NAME=FILE"),
        )
    if statistics and any(name not in ("text", "json") for name, _ in targets):
        raise UsageError(
            say("statistics are told as text or json"), help=say("write: --format json")
        )
    if updating_again:
        raise UsageError(
            say("--watch writes no baseline"),
            help=say("use one of --watch, --update-baseline"),
        )


def _tell_all(report: Report, targets: list[Target], statistics: bool) -> bool:
    """Write every format, and say what could not be done; whether some could not be written."""
    failed = _write_all(report, targets, statistics)
    for problem in report.problems:
        tell_text(problem, None, report.language)
    for note in report.notes:
        note_text(note, report.language)
    return failed


def _write_all(report: Report, targets: list[Target], statistics: bool) -> bool:
    """Write every format; one that cannot be written does not keep the others from it."""
    from cjm.errors import CjmError

    failed = False
    for name, file in targets:
        try:
            _write(report, name, file, statistics)
        except CjmError as error:
            tell(error.message, error.help, report.language)
            failed = True
    return failed


def _write(report: Report, name: str, file: str | None, statistics: bool) -> None:
    from cjm.reporters import REPORTERS
    from cjm.reporters.statistics import render_statistics
    from cjm.reporters.text import render_text

    color = not statistics and name == "text" and file in (None, "-") and wants_color()
    if statistics:
        text = render_statistics(report, name)
    else:
        text = render_text(report, color=True) if color else REPORTERS[name](report)
    if name in FOR_PEOPLE and file in (None, "-"):
        click.echo(text, nl=False, color=color)
    else:
        put_data(text, file)
