"""What `cjm fmt` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.cli.language import run_language
from cjm.cli.progress import Progress
from cjm.cli.shared import FAILED, processors, put_data, tell, tell_findings, tell_note
from cjm.i18n import say

if TYPE_CHECKING:
    from cjm.authoring.formatting.files import Formatting


def run_fmt(
    paths: tuple[str, ...] = (),
    *,
    workspace: str | None = None,
    check: bool = False,
    diff: bool = False,
) -> int:
    """Format files, or tell of those that would change; the exit code."""
    from cjm.authoring.formatting.files import format_files

    alone = "-" in paths
    if alone and len(paths) > 1:
        from cjm.errors import UsageError

        raise UsageError(
            say("of standard input the formatted text goes to standard output"),
            help=say("give no other path"),
        )
    with Progress(lambda n: say("formatted {n} {n:file|files}", n=n)) as progress:
        found = format_files(
            paths,
            write=not (check or diff),
            workspace=workspace,
            language=run_language(),
            processes=processors(),
            on_progress=progress,
        )
    if diff:
        from cjm.reporters.diff import patch_parts

        put_data((part for each in found.changed for part in patch_parts(*each)), None)
    elif alone and not check:
        put_data(found.text, None)
    else:
        put_data((f"{each.file}\n" for each in found.changed), None)
    return _told(found, check, diff, alone)


def _told(found: Formatting, check: bool, diff: bool, alone: bool) -> int:
    """Say on standard error what became of the files; the exit code."""
    for problem in found.problems:
        tell(problem)
    tell_findings(found.faults)
    for left in found.left:
        tell_note(left)
    if not alone:
        _summarize(found, check or diff)
    if found.problems:
        return FAILED
    return int(bool(found.faults or (check and found.changed)))


def _summarize(found: Formatting, unwritten: bool) -> None:
    """Say how many files were formatted, where there were any that could be."""
    n, rest = len(found.changed), found.unchanged
    if not n + rest:
        if not (found.problems or found.faults or found.left):
            tell_note(say("there is no file of cjm here"))
    elif unwritten:
        tell_note(say("{n} {n:file|files} would change, {rest} would not", n=n, rest=rest))
    else:
        tell_note(say("{n} {n:file|files} formatted, {rest} as they should be", n=n, rest=rest))
