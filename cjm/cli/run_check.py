"""What `cjm check` does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cjm.cli.mended import put_mended, refuse_mending, show_diff
from cjm.cli.progress import Progress
from cjm.cli.shared import (
    FAILED,
    echo,
    note_text,
    paths_of,
    processors,
    put_data,
    put_text,
    tell,
    tell_text,
    wants_color,
)
from cjm.i18n import say, translate

if TYPE_CHECKING:
    from datetime import date

    from cjm.diagnostics.findings import Report

JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable by which GitHub Actions names the file of a step's summary."""
FOR_PEOPLE = ("text", "concise")
"""What is written in the terminal's encoding; the others are UTF-8 everywhere."""
Target = tuple[str, str | None]
"""A format's name, and the file it goes to."""


def run_check(
    paths: tuple[str, ...] = (),
    *,
    workspace: str | None = None,
    traceback: bool = False,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    formats: tuple[tuple[str, str | None], ...] = (),
    output: str | None = None,
    fail_on: str = "error",
    diff_base: str | None = None,
    against: str | None = None,
    baseline: str | None = None,
    update_baseline: bool = False,
    shrink_baseline: bool = False,
    fix: bool = False,
    diff: bool = False,
    today: date | None = None,
    statistics: bool = False,
    watch: bool = False,
    no_cache: bool = False,
) -> int:
    """Check journeys, write the reports; the exit code."""
    from datetime import date

    from cjm.checking import check as check_journeys
    from cjm.diagnostics.findings import Severity
    from cjm.project.outputs import check_output

    targets = [(name, file or output) for name, file in formats or (("text", None),)]
    _refuse(targets, output, statistics, watch and (update_baseline or shrink_baseline))
    if fix or diff:
        listing = bool(formats or output or statistics)
        refuse_mending(paths, diff, listing, watch, update_baseline or shrink_baseline)
    for _, file in targets:
        check_output(file, [*paths, baseline, workspace])

    def once() -> int:
        with Progress(lambda n: say("checked {n} {n:journey|journeys}", n=n)) as progress:
            report = check_journeys(
                paths,
                select=select,
                ignore=ignore,
                workspace=workspace,
                baseline=baseline,
                update_baseline=update_baseline,
                shrink_baseline=shrink_baseline,
                today=today or date.today(),
                cache=not no_cache,
                processes=processors(),
                on_progress=progress,
                diff_base=diff_base,
                against=against,
                fix=fix,
                diff=diff,
            )
        if diff:
            return show_diff(report)
        if fix and "-" in paths:
            put_mended(report)
            return report.exit_code(Severity(fail_on))
        failed = _tell_all(report, targets, statistics)
        for trace in report.traces if traceback else ():
            echo(trace, err=True)
        return FAILED if failed else report.exit_code(Severity(fail_on))

    if not watch:
        return once()
    from cjm.cli.watching import watch as watch_files
    from cjm.project.watch import watched

    known = filter(None, [baseline])
    watch_files(watched(paths_of(paths, workspace), workspace, known), once)
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
            help=say("use one of --watch, --update-baseline, --shrink-baseline"),
        )


def _tell_all(report: Report, targets: list[Target], statistics: bool) -> bool:
    """Say what could not be done, and write every format; whether some could not be written.

    In this order: the summary, which comes last, shall not stand above what it does not cover.
    """
    for problem in report.problems:
        tell_text(problem, None, report.language)
    failed = _write_all(report, targets, statistics)
    if any(name == "github" for name, _ in targets):
        _append_job_summary(report)
    for note in report.notes:
        note_text(note, report.language)
    return failed


def _append_job_summary(report: Report) -> None:
    """Add a table of the findings to the job's summary, where GitHub has one."""
    from cjm.errors import CjmError

    file = os.environ.get(JOB_SUMMARY)
    if not file:
        return
    from cjm.reporters.markdown import markdown_parts
    from cjm.system.atomic import append_text

    try:
        append_text(file, "".join(markdown_parts(report)))
    except CjmError as error:
        note_text(translate(error.message, report.language), report.language)


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
    from cjm.reporters.statistics import statistics_parts
    from cjm.reporters.text import text_parts

    color = not statistics and name == "text" and file in (None, "-") and wants_color()
    if statistics:
        parts = statistics_parts(report, name)
    else:
        parts = text_parts(report, color=True) if color else REPORTERS[name](report)
    if name in FOR_PEOPLE and file in (None, "-"):
        put_text(parts, color)
    else:
        put_data(parts, file)
