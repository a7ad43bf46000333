"""What `cjm check` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.cli.mended import put_mended, refuse_mending, show_diff
from cjm.cli.progress import Progress
from cjm.cli.reports import (
    FOR_PEOPLE,
    Target,
    append_job_summary,
    targets_of,
    write_all,
    write_report,
)
from cjm.cli.shared import (
    FAILED,
    echo,
    note_text,
    paths_of,
    processors,
    put_data,
    put_text,
    tell_text,
)
from cjm.i18n import say

if TYPE_CHECKING:
    from datetime import date

    from cjm.diagnostics.findings import Report


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
    no_measured: bool = False,
) -> int:
    """Check journeys, write the reports; the exit code."""
    from datetime import date

    from cjm.checking import check as check_journeys
    from cjm.diagnostics.findings import Severity
    from cjm.project.outputs import check_output

    targets = targets_of(formats, output)
    _refuse(targets, statistics, watch and (update_baseline or shrink_baseline))
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
                measured=not no_measured,
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


def _refuse(targets: list[Target], statistics: bool, updating_again: bool) -> None:
    """Raise UsageError for options that cannot go together."""
    from cjm.errors import UsageError

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
    write = _write_statistics if statistics else write_report
    failed = write_all(targets, report.language, lambda name, file: write(report, name, file))
    if any(name == "github" for name, _ in targets):
        append_job_summary(report)
    for note in report.notes:
        note_text(note, report.language)
    return failed


def _write_statistics(report: Report, name: str, file: str | None) -> None:
    from cjm.reporters.statistics import statistics_parts

    parts = statistics_parts(report, name)
    if name in FOR_PEOPLE and file in (None, "-"):
        put_text(parts, False)
    else:
        put_data(parts, file)
