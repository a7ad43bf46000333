"""A journey, or the path of one: what the functions of the library are asked about."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey import Journey

if TYPE_CHECKING:
    from cjm.project.workspace import Workspace


def opened(journey: Journey | str | os.PathLike[str], measured: bool = True) -> Journey:
    """The journey itself, or the one in that file, if `measured` with what its overlay says.

    Raises UsageError for anything else.
    """
    if isinstance(journey, Journey):
        return journey
    if isinstance(journey, (str, os.PathLike)):
        from cjm.project.loading import load

        return load(journey, measured=measured)
    found = type(journey).__name__
    raise UsageError(
        say("expected a Journey or the path of one, not {found}", found=found),
        help=say("cjm.load gives a Journey"),
    )


def opened_within(
    journey: Journey | str | os.PathLike[str], measured: bool = True
) -> tuple[Journey, Workspace]:
    """The same, and the workspace of its file; a journey that is none has an empty one."""
    if isinstance(journey, (str, os.PathLike)):
        from cjm.project.loading import load_within

        return load_within(journey, measured=measured)
    from cjm.project.workspace import Workspace

    return opened(journey), Workspace()


def workspace(path: str | os.PathLike[str] = ".") -> Workspace:
    """The workspace that holds for a folder or a journey's file.

    Args:
        path: A folder, a journey, or a `cjm.yaml`.

    Returns:
        What its `cjm.yaml` says, the nearest one upwards; an empty workspace where there is none.

    Raises:
        InvalidJourneyError: It is faulty; every finding is in it.
        UsageError: It cannot be read.
    """
    from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFiles
    from cjm.project.loading import workspace_findings
    from cjm.project.workspace import load_workspace
    from cjm.project.writing import invalid

    name = os.fspath(path)
    files = WorkspaceFiles(name if os.path.basename(name) == WORKSPACE_FILE else None)
    found = files.of_folder(name) if os.path.isdir(name) else files.of_file(name)
    if files.unreadable:
        raise UsageError(files.unreadable[0])
    loaded = load_workspace(found)
    if findings := workspace_findings(loaded):
        places = [f"{f.file}:{f.span.line}:{f.span.column}" for f in findings if f.span]
        raise invalid(places, findings)
    return loaded.workspace
