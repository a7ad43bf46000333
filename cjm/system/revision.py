"""Revision: the files of a repository as they were, read from git; the working tree is not touched.

No filter of a user's settings is run and no link is followed out of the repository.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator

from cjm.system.git import PLAIN, TIME_LIMIT, Git
from cjm.system.objects import read_objects
from cjm.tuples import NamedTuple

AT_ONCE = 100
"""So many files are asked for together: at most some 100 MB, as a rule a hundredth of that."""
MOST_LINKS = 10
"""A link that leads over more of them is taken for a circle."""

_FILE, _LINK = ("100", "120000")
"""How git's modes begin of a file, and of a symbolic link; a submodule has another."""


class _Entry(NamedTuple):
    """A file or a link: git's mode, and the object that holds its content."""

    mode: str
    object: str


class Revision:
    """What a repository held at a revision; before the first commit, nothing.

    `repository` is its root as a real path; paths are relative to it, with `/`. `time_limit` is in
    seconds, for each git command. Raises UsageError where git knows no such revision, and CjmError
    where git is missing, fails or does not finish in time.
    """

    def __init__(self, repository: str, name: str, time_limit: float = TIME_LIMIT) -> None:
        self._git = Git(repository, time_limit)
        self.root = os.path.realpath(
            os.fsdecode(self._git.output("rev-parse", "--show-toplevel")[:-1])
        )
        self._name = name
        self._commit = self._git.commit(name)
        self._entries: dict[str, _Entry] | None = None

    @property
    def files(self) -> Collection[str]:
        """The paths of its files and links, in git's order."""
        return self._tree().keys()

    def changed(self) -> frozenset[str]:
        """Files that the working tree no longer has, or has otherwise."""
        if self._commit is None:
            return frozenset()
        names = self._git.output("diff", "--name-only", "-z", *PLAIN, self._commit, "--")
        return frozenset(os.fsdecode(name) for name in names.split(b"\0") if name)

    def contents(self, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """The paths that are files, or links to files within, with their content, in order.

        One that is larger than a journey may be is left out.
        """
        objects = [(path, object) for path in paths if (object := self._object(path))]
        for first in range(0, len(objects), AT_ONCE):
            part = objects[first : first + AT_ONCE]
            contents = self._read(dict.fromkeys(object for _, object in part))
            yield from ((path, contents[object]) for path, object in part if object in contents)

    def _tree(self) -> dict[str, _Entry]:
        if self._entries is None:
            self._entries = dict(self._listed()) if self._commit else {}
        return self._entries

    def _listed(self) -> Iterator[tuple[str, _Entry]]:
        listing = self._git.output("ls-tree", "-r", "-z", "--full-tree", str(self._commit))
        for line in filter(None, listing.split(b"\0")):
            told, name = line.split(b"\t", 1)
            mode, _, object = told.decode("ascii").split(" ")
            yield os.fsdecode(name), _Entry(mode, object)

    def _object(self, path: str) -> str | None:
        """The object with the content at a path, over links, too; None where there is no file."""
        for _ in range(MOST_LINKS):
            entry = self._tree().get(path)
            if entry is None or not entry.mode.startswith((_FILE, _LINK)):
                return None
            if entry.mode != _LINK:
                return entry.object
            target = os.fsdecode(self._read([entry.object]).get(entry.object, b""))
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return None

    def _read(self, objects: Collection[str]) -> dict[str, bytes]:
        """The contents of objects, by their names."""
        return read_objects(self._git, objects, self._name)
