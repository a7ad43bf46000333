"""Earlier: the journeys of a repository at a git revision, to be checked beside today's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.i18n.characters import clipped
from cjm.project.changes import steady
from cjm.project.discovery import WorkspaceFile, shown_path
from cjm.project.documents import Document, Text
from cjm.project.kind import may_hold_journey
from cjm.project.past import Past, is_candidate
from cjm.system.repository import find_repository

if TYPE_CHECKING:
    from cjm.system.revision import Revision

Asked = dict[str, bool]
"""Files by their real path, and whether each was named by the user, as a journey's then."""
NO_HOME = ""
"""The folder of the workspace of journeys that have none."""


class Earlier(Past):
    """What one repository held at a revision, to be checked as it would be today.

    `homes` are today's workspaces, by the real path of their folder: their check settings hold, the
    first one's where a folder has none today.
    """

    def __init__(
        self, revision: Revision, forced: WorkspaceFile | None = None, measured: bool = True
    ) -> None:
        super().__init__(revision, forced, measured)
        self._revision = revision

    def documents(
        self, asked: Asked, homes: dict[str, WorkspaceFile], whole: bool
    ) -> Iterator[Document]:
        """The journeys at the revision that may be those that are `asked`, as they are today.

        Those are at the same paths, and wherever a file is no longer as it was: journeys move. With
        `whole` all are meant.
        """
        named = {steady(self._path(real)): by_user for real, by_user in asked.items()}
        places = {steady(path): path for path in self._revision.files if is_candidate(path)}
        places |= {steady(p): p for p in self._revision.files if steady(p) in named}
        changed = frozenset(map(steady, places if whole else self._revision.changed()))
        paths = [path for place, path in places.items() if place in changed or place in named]
        for path, content in self._revision.contents(paths):
            is_named = named.get(steady(path), False)
            if is_named or may_hold_journey(content):
                workspace = self.workspace(os.path.dirname(self._real(path)), homes)
                yield self._document(path, content, is_named, workspace)

    def reread(self, document: Document) -> Document:
        """A document of the revision of which the text was not kept, with its text."""
        for _, content in self._revision.contents([self._path(document.real)]):
            return document._replace(text=Text(document.file, content))
        return document

    def workspace(self, folder: str, homes: dict[str, WorkspaceFile]) -> WorkspaceFile:
        """The workspace file that journeys in a folder used, given as a real path."""
        found = self._workspace(folder)
        home = homes.get(home_of(found.file)) or next(iter(homes.values()), WorkspaceFile())
        return found._replace(check=None if home.content == found.content else home.content)


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
