"""Past: journeys as their readers saw them in the files of another time: each with the overlay and
the `cjm.yaml` that there were.

What any of them held comes from a `Tree`, such as a git revision; the working tree is not touched.
`read_document` of `cjm.project.loading` gives the journey of a document.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator
from typing import Protocol

from cjm.names import OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, may_be_journey, shown_path
from cjm.project.documents import Document, Text
from cjm.project.kind import may_hold_journey
from cjm.project.overlays import Overlays
from cjm.system.repository import within


class Tree(Protocol):
    """The files of a repository at one time; `cjm.system.revision.Revision` is one."""

    @property
    def root(self) -> str:
        """The repository's folder, as a real path."""

    @property
    def files(self) -> Collection[str]:
        """The paths of its files, relative to the root, with `/`."""

    def contents(self, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Those of the paths that can be read, with their content, in order."""


class Past:
    """The journeys of a tree. `forced` is the workspace that is used for all of them.

    Every overlay and every `cjm.yaml` is asked for once.
    """

    def __init__(
        self, tree: Tree, forced: WorkspaceFile | None = None, measured: bool = True
    ) -> None:
        self._tree = tree
        self._forced = forced
        self._overlays = Overlays(self._contents) if measured else None
        self._workspaces: dict[str, bytes] | None = None

    def holds(self, path: str) -> bool:
        """Whether there was a file or a folder at a path; the root's is empty."""
        return self._is_file(path) or any(self._below(path))

    def at(self, path: str) -> Iterator[Document]:
        """The journeys at a path: of a file, which is meant to be one, or of all in a folder."""
        named = self._is_file(path)
        paths = [path] if named else [p for p in self._below(path) if is_candidate(p, path)]
        for found, content in self._tree.contents(sorted(paths)):
            if named or may_hold_journey(content):
                yield self._document(found, content, named, self.workspace_at(self._real(found)))

    def workspace_at(self, real: str) -> WorkspaceFile:
        """The workspace file that the journey in a file used, given as a real path."""
        return self._workspace(os.path.dirname(real))

    def _document(
        self, path: str, content: bytes, named: bool, workspace: WorkspaceFile
    ) -> Document:
        """The document at a path, with the overlays that there were."""
        real = self._real(path)
        found = self._overlays.of_file(real, content) if self._overlays else ()
        beside = tuple(Text(shown_path(o.path), o.content) for o in found)
        return Document(Text(shown_path(real), content), named, workspace, real, real, beside)

    def _is_file(self, path: str) -> bool:
        return path in self._tree.files

    def _below(self, folder: str) -> Iterator[str]:
        """The files below a folder."""
        inside = f"{folder}/" if folder else ""
        return (path for path in self._tree.files if path.startswith(inside))

    def _contents(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """The overlays that there were in a folder."""
        here = self._path(folder)
        paths = [
            path
            for path in self._tree.files
            if path.endswith(OVERLAY_ENDING) and (posixpath.dirname(path) or ".") == here
        ]
        for path, content in self._tree.contents(sorted(paths)):
            yield os.path.join(folder, posixpath.basename(path)), content

    def _workspace(self, folder: str) -> WorkspaceFile:
        """The workspace file that journeys in a folder used."""
        if self._forced:
            return WorkspaceFile(*self._as_forced())
        if not within(folder, self._tree.root):
            return WorkspaceFile()
        return WorkspaceFile(*self._nearest(self._path(folder)))

    def _nearest(self, folder: str) -> tuple[str | None, bytes]:
        folder = "" if folder == "." else folder
        while True:
            file = posixpath.join(folder, WORKSPACE_FILE)
            if file in self._files():
                return self._real(file), self._files()[file]
            if not folder:
                return None, b""
            folder = posixpath.dirname(folder)

    def _as_forced(self) -> tuple[str | None, bytes]:
        """The named one as it was; one that lies elsewhere has no past, and is as it is."""
        file, content, _ = self._forced or WorkspaceFile()
        real = os.path.realpath(file or "")
        if not within(real, self._tree.root):
            return file, content
        for _, content in self._tree.contents([self._path(real)]):
            return file, content
        return None, b""

    def _files(self) -> dict[str, bytes]:
        """Every `cjm.yaml` of the tree."""
        if self._workspaces is None:
            files = [f for f in self._tree.files if posixpath.basename(f) == WORKSPACE_FILE]
            self._workspaces = dict(self._tree.contents(files))
        return self._workspaces

    def _path(self, real: str) -> str:
        """A real path as the repository names it."""
        return os.path.relpath(real, self._tree.root).replace(os.sep, "/")

    def _real(self, path: str) -> str:
        """A path of the repository as a real one."""
        return os.path.join(self._tree.root, *path.split("/"))


def is_candidate(path: str, folder: str = "") -> bool:
    """Whether a file would be looked at in a folder: YAML, and in no hidden folder of it."""
    *folders, name = path.removeprefix(f"{folder}/" if folder else "").split("/")
    hidden = any(folder.startswith(".") for folder in folders)
    return may_be_journey(name) and not hidden
