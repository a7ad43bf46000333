"""What `cjm report` does."""

from __future__ import annotations

from cjm.cli.progress import Progress
from cjm.cli.shared import FAILED, echo, open_file, processors, tell_text
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
    open_it: bool = False,
    no_measured: bool = False,
    no_cache: bool = False,
) -> int:
    """Build the site and name the page to open; the exit code."""
    from cjm.checking.overrides import as_list
    from cjm.site.report import report

    with Progress(lambda n, all: say("built {n} of {all} journeys", n=n, all=all)) as progress:
        done = report(
            paths,
            output,
            language=language,
            title=title,
            leave_out=as_list(leave_out),
            pdf=pdf,
            workspace=workspace,
            cache=not no_cache,
            processes=processors(),
            on_progress=progress,
            measured=not no_measured,
        )
    for problem in done.report.problems:
        tell_text(problem, None, done.report.language)
    echo(done.index)
    if open_it:
        open_file(done.index)
    return FAILED if done.report.problems or not done.journeys else 0
