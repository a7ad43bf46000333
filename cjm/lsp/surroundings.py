"""Surroundings: the files around a document that belong to it, each read again when it changed."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Callable
from typing import TypeVar

from cjm.checking.baseline import Baseline, read_baseline
from cjm.errors import CjmError
from cjm.names import BASELINE_FILE
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles, shown_path
from cjm.project.overlays import Overlays
from cjm.source import Source, parse
from cjm.tuples import NamedTuple

T = TypeVar("T")
MOST_KEPT = 256
"""Files whose content is kept; more are of folders that nobody edits any more."""


class Around(NamedTuple):
    """What belongs to a document: its `cjm.yaml`, its overlays by their names, and the baseline."""

    workspace: WorkspaceFile
    beside: tuple[tuple[str, Source], ...] = ()
    baseline: Baseline | None = None


class Surroundings:
    """The files around documents, as they lie on the disk now.

    `workspace` names the `cjm.yaml` of all of them; by default it is the nearest one of each.
    """

    def __init__(self, workspace: str | None = None) -> None:
        self._workspace = workspace
        self._overlays: dict[bytes, Source] = {}
        self._baselines: dict[str, tuple[object, Baseline | None]] = {}

    def of(self, path: str, text: str) -> Around:
        """What belongs to a document at a path; empty for one that was never saved."""
        workspace = self._workspace_of(path)
        if not path:
            return Around(workspace)
        overlays = Overlays().of_file(path, text.encode("utf-8", "surrogatepass"))
        beside = tuple(
            (shown_path(each.path), self._tree(_unmarked(each.content))) for each in overlays
        )
        return Around(workspace, beside, self._baseline(workspace))

    def _workspace_of(self, path: str) -> WorkspaceFile:
        files = WorkspaceFiles(self._workspace, _as_shown)
        return files.forced or (files.of_file(path) if path else WorkspaceFile())

    def _tree(self, content: bytes) -> Source:
        return _kept(self._overlays, content, lambda: parse(content))

    def _baseline(self, workspace: WorkspaceFile) -> Baseline | None:
        if workspace.folder is None:
            return None
        file = os.path.join(workspace.folder, BASELINE_FILE)
        try:
            state = os.stat(file)
        except OSError:
            return None
        stamp = (state.st_ino, state.st_mtime_ns, state.st_size)
        if file not in self._baselines or self._baselines[file][0] != stamp:
            self._baselines[file] = (stamp, _read(file))
        return self._baselines[file][1]


def _as_shown(file: WorkspaceFile) -> WorkspaceFile:
    return file._replace(content=_unmarked(file.content))


def _unmarked(content: bytes) -> bytes:
    """What an editor shows of a file: it keeps a byte order mark to itself."""
    return content.removeprefix(BOM_UTF8)


def _read(file: str) -> Baseline | None:
    try:
        return read_baseline(file)
    except CjmError:  # `cjm check` says what is wrong with it
        return None


def _kept(store: dict[bytes, T], key: bytes, make: Callable[[], T]) -> T:
    if key not in store:
        if len(store) >= MOST_KEPT:
            store.clear()
        store[key] = make()
    return store[key]
