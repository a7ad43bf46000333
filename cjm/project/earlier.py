"""Earlier: the journeys and workspaces of a repository as they were at a git revision."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.i18n.characters import clipped
from cjm.names import OVERLAY_ENDING
from cjm.project.changes import steady
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, may_be_journey, shown_path
from cjm.project.documents import Document, Text
from cjm.project.kind import may_hold_journey
from cjm.project.overlays import Overlays
from cjm.system.repository import find_repository, within

if TYPE_CHECKING:
    from cjm.system.revision import Revision

Asked = dict[str, bool]
"""Files by their real path, and whether each was named by the user, as a journey's then."""
NO_HOME = ""
"""The folder of the workspace of journeys that have none."""


class Earlier:
    """What one repository held at a revision.

    `homes` are today's workspaces, by the real path of their folder: their check settings hold, the
    first one's where a folder has none today. `forced` is the one that is used for all journeys.
    """

    def __init__(
        self, revision: Revision, forced: WorkspaceFile | None = None, measured: bool = True
    ) -> None:
        self._revision = revision
        self._forced = forced
        self._overlays = Overlays(self._contents) if measured else None
        self._workspaces: dict[str, bytes] | None = None

    def documents(
        self, asked: Asked, homes: dict[str, WorkspaceFile], whole: bool
    ) -> Iterator[Document]:
        """The journeys at the revision that may be those that are `asked`, as they are today.

        Those are at the same paths, and wherever a file is no longer as it was: journeys move. With
        `whole` all are meant.
        """
        named = {steady(self._path(real)): by_user for real, by_user in asked.items()}
        places = {steady(path): path for path in self._revision.files if _is_candidate(path)}
        places |= {steady(p): p for p in self._revision.files if steady(p) in named}
        changed = frozenset(map(steady, places if whole else self._revision.changed()))
        paths = [path for place, path in places.items() if place in changed or place in named]
        for path, content in self._revision.contents(paths):
            is_named = named.get(steady(path), False)
            if is_named or may_hold_journey(content):
                real = os.path.join(self._revision.root, *path.split("/"))
                workspace = self.workspace(os.path.dirname(real), homes)
                text = Text(shown_path(real), content)
                found = self._overlays.of_file(real, content) if self._overlays else ()
                beside = tuple(Text(shown_path(o.path), o.content) for o in found)
                yield Document(text, is_named, workspace, real, real, beside)

    def _contents(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """The overlays that there were in a folder."""
        here = self._path(folder)
        paths = [
            path
            for path in self._revision.files
            if path.endswith(OVERLAY_ENDING) and (posixpath.dirname(path) or ".") == here
        ]
        for path, content in self._revision.contents(sorted(paths)):
            yield os.path.join(folder, posixpath.basename(path)), content

    def reread(self, document: Document) -> Document:
        """A document of the revision of which the text was not kept, with its text."""
        for _, content in self._revision.contents([self._path(document.real)]):
            return document._replace(text=Text(document.file, content))
        return document

    def workspace(self, folder: str, homes: dict[str, WorkspaceFile]) -> WorkspaceFile:
        """The workspace file that journeys in a folder used, given as a real path."""
        within_it = within(folder, self._revision.root)
        if self._forced:
            file, content = self._as_forced()
        else:
            file, content = self._nearest(self._path(folder)) if within_it else (None, b"")
        home = homes.get(home_of(file)) or next(iter(homes.values()), WorkspaceFile())
        check = None if home.content == content else home.content
        return WorkspaceFile(file, content, check)

    def _nearest(self, folder: str) -> tuple[str | None, bytes]:
        folder = "" if folder == "." else folder
        while True:
            file = posixpath.join(folder, WORKSPACE_FILE)
            if file in self._files():
                return os.path.join(self._revision.root, *file.split("/")), self._files()[file]
            if not folder:
                return None, b""
            folder = posixpath.dirname(folder)

    def _as_forced(self) -> tuple[str | None, bytes]:
        """The named one as it was; one that lies elsewhere has no revision, and is as it is."""
        file, content, _ = self._forced or WorkspaceFile()
        real = os.path.realpath(file or "")
        if not within(real, self._revision.root):
            return file, content
        for _, content in self._revision.contents([self._path(real)]):
            return file, content
        return None, b""

    def _files(self) -> dict[str, bytes]:
        """Every `cjm.yaml` of the revision."""
        if self._workspaces is None:
            files = [f for f in self._revision.files if posixpath.basename(f) == WORKSPACE_FILE]
            self._workspaces = dict(self._revision.contents(files))
        return self._workspaces

    def _path(self, real: str) -> str:
        """A real path as the repository names it."""
        return os.path.relpath(real, self._revision.root).replace(os.sep, "/")


class Revisions:
    """A revision in every repository that a run comes to, each resolved when it is first met."""

    def __init__(
        self, name: str, forced: WorkspaceFile | None = None, measured: bool = True
    ) -> None:
        if not name:
            raise UsageError(
                say("an empty revision to compare with"),
                help=say("a variable may not be set; without --against all findings count"),
            )
        self._name = name
        self._forced = forced
        self._measured = measured
        self._by_repository: dict[str, Earlier] = {}
        self._by_folder: dict[str, str] = {}

    def of_folder(self, folder: str) -> Earlier:
        """The repository of a folder as it was.

        Raises UsageError where there is none, or it has no such revision, and CjmError where git
        fails.
        """
        repository = self._repository(folder)
        if repository not in self._by_repository:
            from cjm.system.revision import Revision  # late: few runs ask git

            revision = Revision(repository, self._name)
            self._by_repository[repository] = Earlier(revision, self._forced, self._measured)
        return self._by_repository[repository]

    def _repository(self, folder: str) -> str:
        if folder not in self._by_folder:
            found = find_repository(folder)
            if found is None:
                raise UsageError(
                    say(
                        "nothing to compare with {revision!r}: {folder} is in no git repository",
                        revision=clipped(self._name, 200),
                        folder=shown_path(folder),
                    ),
                    help=say("let all findings count: leave --against out"),
                )
            self._by_folder[folder] = found
        return self._by_folder[folder]


def home_of(file: str | None) -> str:
    """The folder of a workspace file as a real path; NO_HOME without one."""
    return NO_HOME if file is None else os.path.realpath(os.path.dirname(file) or ".")


def _is_candidate(path: str) -> bool:
    """Whether a file would be looked at in a folder: YAML, and in no hidden folder."""
    *folders, name = path.split("/")
    hidden = any(folder.startswith(".") for folder in folders)
    return may_be_journey(name) and not hidden
