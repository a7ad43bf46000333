"""What the commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from cjm.cli.language import run_language
from cjm.cli.progress import give_way

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Finding
    from cjm.i18n import Message
    from cjm.journey import Journey
    from cjm.project.workspace import Workspace

FAILED = 2
"""The exit code of a command that could not do its work."""


def echo(text: str = "", *, err: bool = False, end: str = "\n", color: bool | None = None) -> None:
    """Print a text; on Windows as click does, which teaches old terminals colours."""
    give_way()
    if os.name == "nt":
        import click

        click.echo(text + end, nl=False, err=err, color=color)
        return
    stream = sys.stderr if err else sys.stdout
    stream.write(text + end)
    stream.flush()


def tell(message: Message, help: Message | None = None, language: str | None = None) -> None:
    """Say on standard error what could not be done, and the way out."""
    from cjm.i18n import translate

    language = language or run_language()
    tell_text(translate(message, language), translate(help, language), language)


def tell_text(text: str, help: str | None, language: str) -> None:
    """The same of what is text already, in its language."""
    from cjm.diagnostics.findings import Severity
    from cjm.reporters.wording import help_line, sentence, severity_word

    echo(f"{severity_word(Severity.ERROR, language)}: {sentence(text)}", err=True)
    if help:
        echo(help_line(help, language), err=True)


def tell_note(message: Message) -> None:
    """Say on standard error what is good to know."""
    from cjm.i18n import translate

    note_text(translate(message, run_language()), run_language())


def note_text(text: str, language: str) -> None:
    """The same of what is text already, in its language."""
    from cjm.i18n import say, translate
    from cjm.reporters.wording import sentence

    echo(translate(say("note: {text}", text=sentence(text)), language), err=True)


def paths_of(paths: tuple[str, ...], workspace: str | None) -> tuple[str, ...]:
    """The paths given, else those of the workspace's journeys."""
    from cjm.project.discovery import WorkspaceFiles
    from cjm.project.workspace import load_workspace

    return paths or load_workspace(WorkspaceFiles(workspace).of_folder(".")).workspace.paths


def terminal_width() -> int | None:
    """Columns of the terminal; None where standard output is none."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def tell_findings(findings: Iterable[Finding]) -> None:
    """Say on standard error why a journey could not be used."""
    from cjm.reporters.wording import place_of

    for finding in findings:
        text = f"{place_of(finding.file, finding.span)}: {finding.message}"
        tell_text(text, finding.help, finding.language)


def wants_color() -> bool:
    """Whether standard output is a terminal whose user did not refuse colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def one_journey(path: str, workspace: str | None, measured: bool = True) -> Journey:
    """The journey in one file; where it is faulty that is told and the command ends."""
    return one_journey_within(path, workspace, measured)[0]


def one_journey_within(
    path: str, workspace: str | None, measured: bool = True
) -> tuple[Journey, Workspace]:
    """The same, and the workspace that holds for it."""
    from cjm.errors import InvalidJourneyError, UsageError
    from cjm.i18n import say
    from cjm.project.loading import load_within

    if os.path.isdir(path):
        raise UsageError(
            say("{path} is a folder", path=path), help=say("name the file of one journey")
        )
    try:
        return load_within(path, workspace, measured)
    except InvalidJourneyError as error:
        tell_findings(error.findings)
        raise SystemExit(FAILED) from error


def put_data(text: str | Iterable[str], output: str | None) -> None:
    """Write text that programs read, whole or in parts: UTF-8, whatever the terminal speaks."""
    parts = [text] if isinstance(text, str) else text
    # A lone surrogate becomes an escape, as JSON has it.
    contents = (part.encode("utf-8", "backslashreplace") for part in parts)
    if output is None or output == "-":
        give_way()
        sys.stdout.flush()
        sys.stdout.buffer.writelines(contents)
        sys.stdout.buffer.flush()
    else:
        from cjm.system.atomic import write_parts

        write_parts(output, contents)


def put_text(parts: Iterable[str], color: bool) -> None:
    """Print text that people read, in parts."""
    if os.name == "nt":
        for part in parts:
            echo(part, end="", color=color)
        return
    give_way()
    sys.stdout.writelines(parts)
    sys.stdout.flush()


def put_page(page: Callable[[int | None, bool, str], str], output: str | None) -> None:
    """Write a page that `page(width, color, encoding)` makes, as wide as the terminal."""
    if output is None or output == "-":
        color = wants_color()
        width = terminal_width()
        echo(page(width, color, sys.stdout.encoding or "utf-8"), end="", color=color)
    else:
        from cjm.system.atomic import write_text

        write_text(output, page(None, False, "utf-8"))


def open_file(target: str) -> None:
    """Show a file, or a folder, with the program that the system has for it."""
    import click

    from cjm.i18n import say

    if click.launch(target) != 0:
        tell_note(say("nothing here opens {file}", file=target))


def tell_unread(
    problems: Iterable[str], faults: Iterable[Finding], notes: Iterable[str], language: str
) -> None:
    """Say what could not be read, of each file its first fault; then the notes of the run."""
    from itertools import groupby

    for problem in problems:
        tell_text(problem, None, language)
    for _, same in groupby(faults, key=lambda fault: fault.file):
        tell_findings([next(same)])
    for note in notes:
        note_text(note, language)
