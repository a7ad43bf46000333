"""Watching files: do it once, and again whenever one of them is saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

import click

from cjm.errors import UsageError
from cjm.i18n import say, translate
from cjm.names import BASELINE_FILE, JOURNEY_ENDINGS
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFiles

BESIDE = (WORKSPACE_FILE, BASELINE_FILE)
"""What matters too, beside a journey that is watched and beside its workspace."""
GLANCE = 200
"""Milliseconds until it looks whether Ctrl-C was pressed, and that saves may follow each other."""
QUIET = 10
"""Milliseconds without a change that end a save: a save is noticed after 22, at 50 after 80."""


def watch(
    paths: Sequence[str],
    workspace: str | None,
    again: Callable[[], object],
    beside: Iterable[str] = (),
) -> None:
    """Call `again` now and after every change at `paths` and of the files `beside`, until Ctrl-C.

    A terminal is cleared before. Raises UsageError where there is nothing to watch.
    """
    folders, files = _watched(paths, workspace)
    hint = translate(say("watching for changes; Ctrl-C ends it"), _language(paths, workspace))
    with suppress(KeyboardInterrupt):
        for changed in _glances(folders, files | set(map(os.path.realpath, beside))):
            if changed:
                if sys.stdout.isatty():
                    click.clear()
                again()
                click.echo(hint, err=True)
    click.echo(err=True)


def _watched(paths: Sequence[str], workspace: str | None) -> tuple[list[str], set[str]]:
    """The folders and the files that count; of a file its workspace counts too."""
    if "-" in paths:
        raise UsageError(
            say("standard input cannot be watched"), help=say("name a file or a folder")
        )
    workspaces = WorkspaceFiles(workspace)
    folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    files = {os.path.realpath(path) for path in paths if os.path.isfile(path)}
    if not folders and not files:
        raise UsageError(
            say("there is nothing to watch"), help=say("name a file or a folder that exists")
        )
    around = {*folders, *map(os.path.dirname, files)}
    around |= {os.path.realpath(workspaces.of_folder(folder).folder or folder) for folder in around}
    return folders, files | {os.path.join(f, name) for f in around for name in BESIDE}


def _language(paths: Sequence[str], workspace: str | None) -> str:
    """That of the first workspace, as a run speaks it."""
    from cjm.project.workspace import load_workspace

    first = os.path.realpath(paths[0])
    folder = first if os.path.isdir(first) else os.path.dirname(first)
    return load_workspace(WorkspaceFiles(workspace).of_folder(folder)).workspace.language


def _glances(folders: list[str], files: set[str]) -> Iterator[bool]:
    """True at once and after every change, False now and then.

    Of a file its folder is watched: editors put a new file in the old one's place.
    """
    from watchfiles import watch as changes

    def counts(_: object, path: str) -> bool:
        inside = any(path.startswith(os.path.join(folder, "")) for folder in folders)
        return path in files or (inside and path.endswith(JOURNEY_ENDINGS))

    first = True
    roots = sorted({*folders, *filter(os.path.isdir, map(os.path.dirname, files))})
    for changed in changes(
        *roots,
        watch_filter=counts,
        debounce=GLANCE,
        step=QUIET,
        rust_timeout=GLANCE,
        yield_on_timeout=True,
        recursive=bool(folders),
    ):
        yield first or bool(changed)
        first = False
