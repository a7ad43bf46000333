"""Revisions: a journey at each commit that changed it, read whole: its file under the name it had,
the overlay beside that, and the `cjm.yaml` of that time.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator
from functools import cached_property

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, shown_path
from cjm.project.documents import Document
from cjm.project.past import Past
from cjm.system.file_log import Commit, changes_of, followed
from cjm.system.git import TIME_LIMIT, Git
from cjm.system.objects import read_objects
from cjm.system.repository import find_repository
from cjm.tuples import NamedTuple

Files = tuple[tuple[str, str], ...]
"""Files and the objects that they are, sorted."""


class State(NamedTuple):
    """What a commit left of a journey's files; `path` is the journey's name then."""

    commit: Commit
    path: str
    files: Files


class Revisions:
    """The history of one journey's file. Paths are relative to the repository's root, with `/`.

    Raises UsageError where the file is in no repository or git knows nothing of it, and CjmError
    where git fails.
    """

    def __init__(self, file: str) -> None:
        real = os.path.realpath(file)
        root = find_repository(os.path.dirname(real))
        if root is None:
            raise UsageError(
                say("{path} is in no git repository, so it has no history", path=shown_path(file))
            )
        self.root = root
        self._git = Git(root, TIME_LIMIT)
        self.path = os.path.relpath(real, root).replace(os.sep, "/")
        has_commits = self._git.run("rev-parse", "--verify", "--quiet", "HEAD").returncode == 0
        log = followed(self._git, self.path) if has_commits else []
        if not log:
            raise UsageError(
                say("git knows nothing of {path} yet", path=shown_path(file)),
                help=say("its history begins with its first commit"),
            )
        self._names = dict(_names(log, self.path))
        self._contents: dict[str, bytes] = {}

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone holds only the last commits."""
        return self._git.is_shallow()

    @property
    def depth(self) -> int:
        """How many commits a shallow clone holds; of a whole one it is not asked."""
        counted = self._git.output("rev-list", "--count", "HEAD") if self.is_shallow else b"0"
        return int(counted)

    def states(self) -> list[State]:
        """What each commit left, the oldest first; those in which there was no such file are out.

        Commits that changed an overlay in the folder, or a workspace file above it, alone are among
        them: whether it is the journey's, `document` tells.
        """
        names = {self.path, *self._names.values()}
        folders = {posixpath.dirname(name) for name in names}
        workspaces = {
            posixpath.join(above, WORKSPACE_FILE)
            for folder in folders
            for above in _upwards(folder)
        }
        beside = dict.fromkeys(sorted(folders), OVERLAY_ENDING)
        commits = changes_of(self._git, sorted(names | workspaces), beside)
        files: dict[str, str] = {}
        found = []
        known = [self._names[c.id] for c in reversed(commits) if c.id in self._names]
        name = known[0] if known else self.path
        for commit in reversed(commits):
            name = self._names.get(commit.id, name)
            for change in commit.changes:
                if change.object is None:
                    files.pop(change.path, None)
                else:
                    files[change.path] = change.object
            if name in files:
                found.append(State(commit, name, _of(name, files, names)))
        return found

    def read(self, states: Collection[State]) -> None:
        """Read what the states are made of, each object once."""
        objects = dict.fromkeys(object for state in states for _, object in state.files)
        missing = [object for object in objects if object not in self._contents]
        self._contents |= read_objects(self._git, missing, "HEAD")

    def document(
        self, state: State, forced: WorkspaceFile | None, measured: bool
    ) -> Document | None:
        """The journey of a state that was read, as its readers saw it; None where it is too large.

        `forced` is the workspace file that is used in place of the one of that time.
        """
        tree = _Tree(self.root, dict(state.files), self._contents)
        return next(Past(tree, forced, measured).at(state.path), None)


class _Tree:
    """The files of one state, for `Past`."""

    def __init__(self, root: str, files: dict[str, str], contents: dict[str, bytes]) -> None:
        self.root = root
        self._files = files
        self._contents = contents

    @property
    def files(self) -> Collection[str]:
        return self._files

    def contents(self, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
        for path in paths:
            content = self._contents.get(self._files.get(path, ""))
            if content is not None:
                yield path, content


def _names(log: list[Commit], path: str) -> Iterator[tuple[str, str]]:
    """The name of the file after each commit that git followed it over."""
    for commit in log:
        change = commit.changes[0] if commit.changes else None
        yield commit.id, change.path if change else path


def _upwards(folder: str) -> Iterator[str]:
    """A folder and those above it, to the root."""
    yield folder
    while folder:
        folder = posixpath.dirname(folder)
        yield folder


def _of(name: str, files: dict[str, str], names: set[str]) -> Files:
    """What of the files a journey of that name is made of."""
    folder = posixpath.dirname(name)
    workspaces = {posixpath.join(above, WORKSPACE_FILE) for above in _upwards(folder)}
    return tuple(
        sorted(
            (path, object)
            for path, object in files.items()
            if path == name
            or path in workspaces
            or (path.endswith(OVERLAY_ENDING) and posixpath.dirname(path) == folder)
        )
    )
