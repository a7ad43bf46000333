"""What `cjm check` shows of the fixes that it made or would make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.cli.shared import FAILED, echo, note_text, put_data, tell_text
from cjm.i18n import say, translate

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Report


def refuse_mending(
    paths: Sequence[str], diff: bool, listing: bool, watch: bool, writing: bool
) -> None:
    """Raise UsageError for what cannot be asked together with fixes.

    `listing` is whether standard output, or a file, is to have a report in a form of its own,
    `writing` whether a baseline is to be written.
    """
    from cjm.errors import UsageError

    if watch:
        raise UsageError(
            say("--watch changes no file"), help=say("use one of --watch, --fix, --diff")
        )
    if diff and (listing or writing):
        raise UsageError(
            say("--diff shows the fixes, and no report beside them"),
            help=say("leave out --format, --output, --statistics and what writes a baseline"),
        )
    if not diff and "-" in paths and (listing or len(paths) > 1):
        raise UsageError(
            say("of standard input the mended text goes to standard output"),
            help=say("give no other path and no --format"),
        )


def show_diff(report: Report) -> int:
    """Print what the fixes would change; the exit code: 1 where that is something."""
    from cjm.reporters.diff import diff_parts

    for problem in report.problems:
        tell_text(problem, None, report.language)
    put_data(diff_parts(report), None)
    n, files = report.summary.fixed, sum(file.fixes > 0 for file in report.mended)
    told = say("{n} {n:fix|fixes} in {files} {files:file|files}", n=n, files=files)
    note_text(translate(told, report.language), report.language)
    return FAILED if report.problems else int(n > 0)


def put_mended(report: Report) -> None:
    """Print the mended text of standard input, and what is left of its findings beside it."""
    from cjm.reporters import REPORTERS

    for problem in report.problems:
        tell_text(problem, None, report.language)
    put_data((file.after for file in report.mended if file.stdin), None)
    for part in REPORTERS["text"](report):
        echo(part, err=True, end="")
