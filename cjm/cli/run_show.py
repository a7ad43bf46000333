"""What `cjm show` does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cjm.cli.language import run_language
from cjm.cli.progress import Progress
from cjm.cli.shared import (
    FAILED,
    one_journey_within,
    processors,
    put_data,
    put_page,
    tell_unread,
)
from cjm.i18n import say

if TYPE_CHECKING:
    from cjm.checking.overview import Overview


def run_show(
    paths: tuple[str, ...] = (),
    *,
    workspace: str | None = None,
    persona: str | None = None,
    form: str = "text",
    language: str | None = None,
    output: str | None = None,
    no_cache: bool = False,
    no_measured: bool = False,
) -> int:
    """Show one journey, or an overview of several; the exit code."""
    from cjm.project.outputs import check_output

    check_output(output, [*paths, workspace])
    if len(paths) == 1 and form != "csv" and not os.path.isdir(paths[0]):
        _show_one(_one_path(paths[0]), workspace, persona, form, language, output, not no_measured)
        return 0
    from cjm.checking.overview import overview

    with Progress(lambda n: say("read {n} {n:journey|journeys}", n=n)) as progress:
        found = overview(
            paths,
            persona,
            language or run_language(),
            workspace=workspace,
            cache=not no_cache,
            processes=processors(),
            on_progress=progress,
            measured=not no_measured,
        )
    failed = _tell(found)
    if form == "text" and found.only_file:
        _show_one(found.only_file, workspace, persona, form, language, output, not no_measured)
    else:
        _put(found, form, output)
    return FAILED if failed else 0


def _show_one(
    path: str,
    workspace: str | None,
    persona: str | None,
    form: str,
    language: str | None,
    output: str | None,
    measured: bool,
) -> None:
    """The page or the figures of one journey."""
    from cjm.analysis import analyze

    journey, within = one_journey_within(path, workspace, measured)
    analysis = analyze(journey, persona)
    if form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(analysis.to_dict()), output)
        return
    from cjm.terminal.show import journey_page

    philosophy = within.philosophy
    put_page(lambda *terminal: journey_page(analysis, philosophy, language, *terminal), output)


def _put(found: Overview, form: str, output: str | None) -> None:
    """The overview; a page without a line is no page."""
    if form == "csv":
        put_data(found.to_csv(), output)
    elif form == "json":
        from cjm.source.json_text import json_text

        put_data(json_text(found.to_dict()), output)
    elif found.journeys:
        from cjm.terminal.overview import overview_page

        put_page(lambda *terminal: overview_page(found, None, *terminal), output)


def _tell(found: Overview) -> bool:
    """Say what could not be read, of each file its first fault; whether there was anything."""
    tell_unread(found.problems, found.faults, found.notes, found.language)
    return bool(found.problems or found.faults or found.unread or not found.journeys)


def _one_path(path: str) -> str:
    from cjm.errors import UsageError
    from cjm.project.discovery import WORKSPACE_FILE

    if os.path.basename(path) == WORKSPACE_FILE:
        raise UsageError(
            say("{path} is a workspace", path=path), help=say("name the file of one journey")
        )
    return path
