"""Paths → the files there, each once, with their content and the workspace that they use."""

import os
from collections.abc import Iterable, Iterator

from cjm.i18n import Message, say
from cjm.project.border import Border, Outside, border_of_entry, border_of_path
from cjm.project.discovery import (
    STDIN,
    WORKSPACE_FILE,
    WorkspaceFile,
    WorkspaceFiles,
    journey_files,
    may_hold_journey,
    reason,
    shown_path,
)
from cjm.system.reading import read_start, read_stdin
from cjm.tuples import NamedTuple


class Document(NamedTuple):
    """A file that may be a journey; one that was `named` is meant to be one.

    `file` is its name in findings, `real` the same for all ways to it, `path` the one of the
    given paths that led here.
    """

    file: str
    content: bytes
    named: bool
    workspace: WorkspaceFile
    real: str
    path: str


class Skipped(NamedTuple):
    """A YAML file in a folder that is no journey, as a look at its content shows."""

    path: str


class Trouble(NamedTuple):
    """What could not be done, as a sentence."""

    message: Message
    path: str


class Known(NamedTuple):
    """Something at a path that needs no look, or no second one."""

    path: str


Found = Document | Skipped | Trouble | Known | Outside


def documents(
    paths: Iterable[str], workspaces: WorkspaceFiles, workspace: WorkspaceFile | None = None
) -> Iterator[Found]:
    """Everything at `paths`, in order, one file in memory at a time.

    `workspace` is the one that names them, in this order, under `journeys`; it reads nothing
    beyond its border. Without one the user typed them.
    """
    seen: dict[str, bool] = {}
    for n, path in enumerate(paths):
        border = border_of_entry(workspace, n) if workspace else border_of_path(path, workspaces)
        yield from _at(path, workspaces, seen, border)


def nothing_at(path: str) -> Message:
    """What is said of a path that leads to no journey."""
    return say("{path}: there is no journey here", path=_named(path))


def _at(
    path: str, workspaces: WorkspaceFiles, seen: dict[str, bool], border: Border
) -> Iterator[Found]:
    """What is at one path; `seen` tells of each file whether it was taken as a named one."""
    if border.workspace and not border.holds(os.path.realpath(path)):
        yield Outside(border.outside(path, workspaces), path)
        return
    if path == "-":
        if path in seen:
            yield Known(path)
            return
        seen[path] = True
        yield _standard_input(workspaces)
        return
    if os.path.basename(path) == WORKSPACE_FILE and os.path.isfile(path):
        workspaces.of_file(path)  # a workspace: its own faults are told
        yield Known(path)
        return
    for item in journey_files(path):
        if isinstance(item, OSError):
            yield Trouble(
                say("{path}: {reason}", path=_named(item.filename), reason=reason(item)), path
            )
            continue
        real = os.path.realpath(item.path)
        if not border.holds(real):
            yield Outside(border.outside(item.path, workspaces), path)
            continue
        # What a folder's search skipped is still a journey where it is named.
        if seen.get(real, False) or (real in seen and not item.named):
            yield Known(path)
            continue
        seen[real] = item.named
        yield _read(item.path, item.named, workspaces, real, path)


def _standard_input(workspaces: WorkspaceFiles) -> Found:
    try:
        content = read_stdin()
    except OSError as error:
        return Trouble(say("{path}: {reason}", path=STDIN, reason=reason(error)), "-")
    return Document(STDIN, content, True, workspaces.of_folder("."), "-", "-")


def _named(path: str) -> Message | str:
    return shown_path(path) if path else say("an empty path")


def _read(file: str, named: bool, workspaces: WorkspaceFiles, real: str, path: str) -> Found:
    shown = shown_path(file)
    try:
        content = read_start(file)
    except OSError as error:
        return Trouble(say("{path}: {reason}", path=shown, reason=reason(error)), path)
    if not named and not may_hold_journey(content):
        return Skipped(path)
    return Document(shown, content, named, workspaces.of_file(file), real, path)
