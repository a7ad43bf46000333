"""What `cjm diff` does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cjm.cli.language import run_language
from cjm.cli.shared import FAILED, put_data, put_page, tell_findings, tell_unread
from cjm.i18n import say, translate

if TYPE_CHECKING:
    from cjm.compare.difference import Difference

REGRESSED = 1
"""The exit code with --exit-code where something got worse."""


def run_diff(
    paths: tuple[str, ...],
    *,
    workspace: str | None = None,
    form: str = "text",
    exit_code: bool = False,
    renamed: tuple[str, ...] = (),
    persona: str | None = None,
    language: str | None = None,
    theme: str | None = None,
    output: str | None = None,
    no_measured: bool = False,
) -> int:
    """Compare two sides; the exit code."""
    from cjm.compare.diff import diff
    from cjm.errors import InvalidJourneyError, UsageError
    from cjm.project.outputs import check_output

    if len(paths) > 2:
        raise UsageError(say("two sides can be compared, not {n}", n=len(paths)))
    check_output(output, [*paths, workspace])
    if theme is not None and form != "svg":
        raise UsageError(say("--theme is of a picture"), help=say("choose --format svg"))
    try:
        found = diff(
            *paths,
            renamed=_renamed(renamed),
            persona=persona,
            language=language,
            workspace=workspace,
            measured=not no_measured,
        )
    except InvalidJourneyError as error:
        tell_findings(error.findings)
        return FAILED
    problems = [translate(problem, run_language()) for problem in found.problems]
    tell_unread(problems, found.faults, (), run_language())
    if form == "svg":
        put_data(_picture(found, language, theme), output)
    else:
        _put(found, form, language or _language(found), output)
    if problems or found.faults:
        return FAILED
    return REGRESSED if exit_code and found.has_regressed else 0


def _renamed(given: Iterable[str]) -> dict[str, str]:
    """New ids by old ones. Raises UsageError for what has another form."""
    from cjm.errors import UsageError

    ids: dict[str, str] = {}
    for pair in (part for text in given for part in text.split(",")):
        old, equals, new = pair.partition("=")
        if not (old and equals and new) or old in ids:
            raise UsageError(
                say("--renamed {pair!r} is not OLD=NEW, each old id once", pair=pair),
                help=say("--renamed takes OLD=NEW, the id before and the id after"),
            )
        ids[old] = new
    return ids


def _language(found: Difference) -> str:
    """Of one journey its own, else that of the run."""
    if len(found.journeys) == 1 and not found.unchanged:
        return found.journeys[0].b.language
    return run_language()


def _picture(found: Difference, language: str | None, theme: str | None) -> str:
    """The map of the journey that differs. Raises UsageError where that is not one."""
    from cjm.errors import UsageError
    from cjm.maps.changed import render_changes

    if not found.journeys:
        raise UsageError(say("no picture without a difference"))
    if len(found.journeys) > 1:
        raise UsageError(
            say("a picture shows one journey, and {n} differ", n=len(found.journeys)),
            help=say("name the two files of one journey"),
        )
    return render_changes(found.journeys[0], "svg", language, theme).decode()


def _put(found: Difference, form: str, language: str, output: str | None) -> None:
    if form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    elif form == "markdown":
        from cjm.reporters.difference import difference_markdown

        put_data(difference_markdown(found, language), output)
    elif not (found.is_empty and (found.faults or found.problems)):  # else nobody knows
        from cjm.terminal.difference import difference_page

        put_page(lambda *terminal: difference_page(found, language, *terminal), output)
