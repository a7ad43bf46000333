"""What `cjm report` does."""

from __future__ import annotations

from cjm.cli.progress import Progress
from cjm.cli.shared import FAILED, echo, open_file, processors, tell_unread
from cjm.i18n import say


def run_report(
    paths: tuple[str, ...] = (),
    *,
    workspace: str | None = None,
    output: str = "site",
    language: str | None = None,
    title: str | None = None,
    leave_out: tuple[str, ...] = (),
    pdf: bool = False,
    studio: bool = False,
    open_it: bool = False,
    no_measured: bool = False,
    no_cache: bool = False,
) -> int:
    """Build the site and name the page to open; the exit code."""
    from cjm.checking.overrides import as_list
    from cjm.checking.overview import FAULT
    from cjm.diagnostics.findings import Severity
    from cjm.site.report import report

    with Progress(lambda n, all: say("built {n} of {all} journeys", n=n, all=all)) as progress:
        done = report(
            paths,
            output,
            language=language,
            title=title,
            leave_out=as_list(leave_out),
            pdf=pdf,
            studio=studio,
            workspace=workspace,
            cache=not no_cache,
            processes=processors(),
            on_progress=progress,
            measured=not no_measured,
        )
    found = done.report
    faults = [fault for fault in found.findings if fault.code.startswith(FAULT)]
    tell_unread(found.problems, faults, found.notes, found.language)
    echo(done.index)
    if open_it:
        open_file(done.index)
    unread = any(fault.severity is Severity.ERROR for fault in faults) or found.problems
    return FAILED if unread or not done.journeys else 0
