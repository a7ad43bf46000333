"""What `cjm conform` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.cli.reports import Target, append_job_summary, targets_of, write_all, write_report
from cjm.cli.shared import (
    FAILED,
    note_text,
    put_data,
    put_page,
    put_text,
    tell_findings,
    tell_text,
    wants_color,
)

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted
    from cjm.data.logs.conform_result import ConformResult


def run_conform(
    journey: str,
    log: str | None,
    wanted: Wanted,
    *,
    open_days: float | None,
    drop_repeats: bool,
    collapse: bool,
    formats: tuple[Target, ...],
    fail_on: str,
    language: str | None,
    output: str | None,
    **judging: Any,
) -> int:
    """Compare a journey with a log, write page and reports; the exit code."""
    from cjm.cli.data_options import named
    from cjm.cli.language import run_language
    from cjm.data.logs.conforming import conform_wanted
    from cjm.data.logs.reading import LogOptions
    from cjm.diagnostics.findings import Severity
    from cjm.errors import InvalidJourneyError
    from cjm.project.outputs import check_output

    targets = targets_of(formats, output)
    for _, file in targets:
        check_output(file, [journey, log, wanted.data, judging["baseline"], judging["workspace"]])
    options = LogOptions(drop_repeats, collapse, open_days=open_days, waits=False)
    try:
        result = conform_wanted(journey, named(wanted, log), options, run_language(), **judging)
    except InvalidJourneyError as error:
        tell_findings(error.findings)
        return FAILED
    for problem in result.report.problems:
        tell_text(problem, None, result.report.language)
    failed = write_all(
        targets, result.report.language, lambda *target: _write(result, language, *target)
    )
    if any(name == "github" for name, _ in targets):
        append_job_summary(result.report)
    for note in result.report.notes:
        note_text(note, result.report.language)
    return FAILED if failed else result.report.exit_code(Severity(fail_on))


def _write(result: ConformResult, language: str | None, name: str, file: str | None) -> None:
    """Write one format: the whole result, its moves, or its findings."""
    if name == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(result.to_dict()), file)
    elif name == "csv":
        put_data(result.to_csv(), file)
    elif name == "text":
        _write_page(result, language, file)
    else:
        write_report(result.report, name, file)


def _write_page(result: ConformResult, language: str | None, file: str | None) -> None:
    """The page for people, and below it the findings with their lines."""
    from cjm.reporters.text import text_parts
    from cjm.terminal.conformance import conformance_page

    def page(width: int | None, color: bool, encoding: str) -> str:
        return conformance_page(result, language, width, color, encoding)

    if file not in (None, "-"):
        put_data([page(None, False, "utf-8"), "\n", *text_parts(result.report)], file)
        return
    put_page(page, file)
    color = wants_color()
    put_text(["\n", *text_parts(result.report, color=color)], color)
