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
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from cjm.diagnostics.findings import Report


class CheckOptions(NamedTuple):
    """What `cjm check` is asked, by the names of its options."""

    paths: tuple[str, ...] = ()
    workspace: str | None = None
    traceback: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    formats: tuple[tuple[str, str | None], ...] = ()
    output: str | None = None
    fail_on: str = "error"
    diff_base: str | None = None
    against: str | None = None
    baseline: str | None = None
    update_baseline: bool = False
    shrink_baseline: bool = False
    fix: bool = False
    diff: bool = False
    today: date | None = None
    statistics: bool = False
    watch: bool = False
    no_cache: bool = False
    no_measured: bool = False


def run_check(asked: CheckOptions) -> int:
    """Check journeys, write the reports; the exit code."""
    from cjm.project.outputs import check_output

    targets = targets_of(asked.formats, asked.output)
    _refuse(asked, targets)
    for _, file in targets:
        check_output(file, [*asked.paths, asked.baseline, asked.workspace])
    if not asked.watch:
        return _once(asked, targets)
    from cjm.cli.watching import watch as watch_files
    from cjm.project.watch import watched

    known = filter(None, [asked.baseline])
    paths = paths_of(asked.paths, asked.workspace)
    watch_files(watched(paths, asked.workspace, known), lambda: _once(asked, targets))
    return 0


def _refuse(asked: CheckOptions, targets: list[Target]) -> None:
    """Raise UsageError for options that cannot go together."""
    from cjm.errors import UsageError

    writes_baseline = asked.update_baseline or asked.shrink_baseline
    if asked.statistics and any(name not in ("text", "json") for name, _ in targets):
        raise UsageError(
            say("statistics are told as text or json"), help=say("write: --format json")
        )
    if asked.watch and writes_baseline:
        raise UsageError(
            say("--watch writes no baseline"),
            help=say("use one of --watch, --update-baseline, --shrink-baseline"),
        )
    if asked.fix or asked.diff:
        listing = bool(asked.formats or asked.output or asked.statistics)
        refuse_mending(asked.paths, asked.diff, listing, asked.watch, writes_baseline)


def _once(asked: CheckOptions, targets: list[Target]) -> int:
    """Check, and write what was found; the exit code."""
    from cjm.diagnostics.findings import Severity

    report = _checked(asked)
    if asked.diff:
        return show_diff(report)
    if asked.fix and "-" in asked.paths:
        put_mended(report)
        return report.exit_code(Severity(asked.fail_on))
    failed = _tell_all(report, targets, asked.statistics)
    for trace in report.traces if asked.traceback else ():
        echo(trace, err=True)
    return FAILED if failed else report.exit_code(Severity(asked.fail_on))


def _checked(asked: CheckOptions) -> Report:
    """The report on what is asked, with its progress."""
    from datetime import date

    from cjm.checking import check as check_journeys

    with Progress(lambda n: say("checked {n} {n:journey|journeys}", n=n)) as progress:
        return check_journeys(
            asked.paths,
            select=asked.select,
            ignore=asked.ignore,
            workspace=asked.workspace,
            baseline=asked.baseline,
            update_baseline=asked.update_baseline,
            shrink_baseline=asked.shrink_baseline,
            today=asked.today or date.today(),
            cache=not asked.no_cache,
            processes=processors(),
            on_progress=progress,
            diff_base=asked.diff_base,
            against=asked.against,
            fix=asked.fix,
            diff=asked.diff,
            measured=not asked.no_measured,
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
