"""Reports of a run, each format where it was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from cjm.cli.shared import note_text, put_data, put_text, tell, wants_color
from cjm.i18n import say, translate

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Report

JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable by which GitHub Actions names the file of a step's summary."""
FOR_PEOPLE = ("text", "concise")
"""What is written in the terminal's encoding; the others are UTF-8 everywhere."""
Target = tuple[str, str | None]
"""A format's name, and the file it goes to."""


def targets_of(formats: tuple[Target, ...], output: str | None) -> list[Target]:
    """Where each format goes; one that names no file goes to `output`, else standard output.

    Raises UsageError where two would go to one place, or `output` is left over.
    """
    from cjm.errors import UsageError

    targets = [(name, file or output) for name, file in formats or (("text", None),)]
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
    return targets


def append_job_summary(report: Report) -> None:
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


def write_all(
    targets: list[Target], language: str, write: Callable[[str, str | None], None]
) -> bool:
    """Write every format; one that cannot be written does not keep the others from it.

    Returns:
        Whether some could not be written.
    """
    from cjm.errors import CjmError

    failed = False
    for name, file in targets:
        try:
            write(name, file)
        except CjmError as error:
            tell(error.message, error.help, language)
            failed = True
    return failed


def write_report(report: Report, name: str, file: str | None) -> None:
    """Write one of the formats of a check."""
    from cjm.reporters import REPORTERS
    from cjm.reporters.text import text_parts

    color = name == "text" and file in (None, "-") and wants_color()
    parts = text_parts(report, color=True) if color else REPORTERS[name](report)
    if name in FOR_PEOPLE and file in (None, "-"):
        put_text(parts, color)
    else:
        put_data(parts, file)
