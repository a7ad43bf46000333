"""Watching files: which of them count, and when one of them is saved."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import BASELINE_FILE, JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFiles
from cjm.tuples import NamedTuple

BESIDE = (WORKSPACE_FILE, BASELINE_FILE)
"""What matters too, beside a journey that is watched and beside its workspace."""
RESULT_ENDING = ".json"
GLANCE = 200
"""Milliseconds until it looks whether Ctrl-C was pressed, and that saves may follow each other."""
QUIET = 10
"""Milliseconds without a change that end a save: a save is noticed after 22, at 50 after 80."""
EMPTY, LOOK = 0.2, 0.005
"""Seconds that a file may be empty before it counts as such, and between two looks at it."""


class Watched(NamedTuple):
    """What is watched, by its real path: journeys in `folders`, and `files` wherever they lie.

    Overlays count that lie in folders of `overlays`: beside a journey that is watched by its name.
    Of `results`, the folders that workspaces name for them, all JSON counts.
    """

    folders: frozenset[str]
    files: frozenset[str]
    overlays: frozenset[str] = frozenset()
    results: frozenset[str] = frozenset()

    def counts(self, path: str) -> bool:
        """Whether a change of this file matters."""
        inside = _below(path, self.folders)
        if path.endswith(RESULT_ENDING) and _below(path, self.results):
            return True
        if path.endswith(OVERLAY_ENDING) and os.path.dirname(path) in self.overlays:
            return True
        return path in self.files or (inside and path.endswith(JOURNEY_ENDINGS))

    def roots(self) -> list[str]:
        """The folders to listen at. Editors put a new file in the old one's place: of a file it
        is the folder that must be listened at.
        """
        return sorted(
            {*self.folders, *self.results, *filter(os.path.isdir, map(os.path.dirname, self.files))}
        )


def watched(
    paths: Sequence[str], workspace: str | None = None, beside: Iterable[str] = ()
) -> Watched:
    """What counts where `paths` are watched.

    Args:
        paths: files and folders; of each its workspace and its baseline count too.
        workspace: the `cjm.yaml` to use instead of the nearest.
        beside: further files that count.

    Raises:
        UsageError: there is nothing to watch, or `paths` has standard input (`-`).
    """
    if "-" in paths:
        raise UsageError(
            say("standard input cannot be watched"), help=say("name a file or a folder")
        )
    workspaces = WorkspaceFiles(workspace)
    folders = {os.path.realpath(path) for path in paths if os.path.isdir(path)}
    files = {os.path.realpath(path) for path in paths if os.path.isfile(path)}
    if not folders and not files:
        raise UsageError(
            say("there is nothing to watch"), help=say("name a file or a folder that exists")
        )
    around = folders | set(map(os.path.dirname, files))
    around |= {os.path.realpath(workspaces.of_folder(folder).folder or folder) for folder in around}
    overlays = frozenset(map(os.path.dirname, files))
    files |= {os.path.join(folder, name) for folder in around for name in BESIDE}
    files |= set(map(os.path.realpath, beside))
    results = frozenset(_results_folders(workspaces, around))
    return Watched(frozenset(folders), frozenset(files), overlays, results)


def _results_folders(workspaces: WorkspaceFiles, folders: Iterable[str]) -> Iterator[str]:
    """Those of the workspaces that these folders belong to, where they are there."""
    from cjm.project.workspace import load_workspace

    for folder in folders:
        workspace = load_workspace(workspaces.of_folder(folder)).workspace
        named = workspace.results_folder
        if named is not None and workspace.holds_results and os.path.isdir(named):
            yield os.path.realpath(named)


def _below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(os.path.join(folder, "")) for folder in folders)


def changes(what: Watched) -> Iterator[bool]:
    """True at once and after every change of what is watched, False now and then; without end."""
    from watchfiles import watch

    first = True
    for changed in watch(
        *what.roots(),
        watch_filter=lambda _, path: what.counts(path),
        debounce=GLANCE,
        step=QUIET,
        rust_timeout=GLANCE,
        yield_on_timeout=True,
        recursive=bool(what.folders or what.results),
    ):
        _settle([path for _, path in changed])
        yield first or bool(changed)
        first = False


def _settle(paths: Sequence[str]) -> None:
    """Wait while a file that was saved is empty: editors empty it before they write.

    What is read in between would be told as a fault of a file that has none.
    """
    until = time.monotonic() + EMPTY
    while any(map(_is_empty, paths)) and time.monotonic() < until:
        time.sleep(LOOK)


def _is_empty(path: str) -> bool:
    try:
        return os.path.getsize(path) == 0
    except OSError:
        return False
