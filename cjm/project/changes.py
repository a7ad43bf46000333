"""Changes: which journeys differ from a git revision."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.i18n.characters import clipped
from cjm.names import OVERLAY_ENDING
from cjm.project.discovery import STDIN, WORKSPACE_FILE, shown_path
from cjm.system.repository import find_repository


class Changes:
    """The files that changed since a revision, in every repository a run comes to.

    Repositories are asked when their first file is met. Raises UsageError for a file outside
    them, and what `changed_files` raises.
    """

    def __init__(self, revision: str) -> None:
        if not revision:
            raise UsageError(
                say("an empty revision to compare with"),
                help=say("a variable may not be set; without --diff-base all journeys are checked"),
            )
        self.revision = revision
        self._by_repository: dict[str, frozenset[str]] = {}
        self._by_folder: dict[str, frozenset[str]] = {}

    def touch(self, files: Sequence[str], workspace: str | None) -> bool:
        """Whether a journey changed: one of its files, or the workspace that it uses or used."""
        if files[0] == STDIN:
            return True
        used = (*files, *_workspaces(files[0], workspace))
        return any(map(self.hold, used)) or self._lost_overlay(files[0])

    def _lost_overlay(self, file: str) -> bool:
        """Whether an overlay beside a journey went: nobody knows any more whose it was."""
        folder = os.path.realpath(os.path.dirname(file) or ".")
        return any(
            path.endswith(OVERLAY_ENDING)
            and os.path.dirname(path) == steady(folder)
            and not os.path.lexists(path)
            for path in self._around(folder)
        )

    def hold(self, file: str) -> bool:
        """Whether a file changed; of a link, the link or what it leads to."""
        folder, name = os.path.split(file)
        places = {os.path.join(os.path.realpath(folder), name), os.path.realpath(file)}
        return any(steady(place) in self._around(os.path.dirname(place)) for place in places)

    def _around(self, folder: str) -> frozenset[str]:
        """The changed files of the repository that a folder is in."""
        if folder not in self._by_folder:
            repository = find_repository(folder)
            if repository is None:
                raise UsageError(
                    say(
                        "nothing to compare with {revision!r}: {folder} is in no git repository",
                        revision=clipped(self.revision, 200),
                        folder=shown_path(folder),
                    ),
                    help=say("check all journeys: leave --diff-base out"),
                )
            if repository not in self._by_repository:
                files = _changed_files(repository, self.revision)
                self._by_repository[repository] = frozenset(map(steady, files))
            self._by_folder[folder] = self._by_repository[repository]
        return self._by_folder[folder]


def _workspaces(file: str, workspace: str | None) -> list[str]:
    """The workspace in use, and every place nearer where one may have been deleted."""
    used = [workspace] if workspace else []
    here = os.path.dirname(os.path.realpath(file))
    top = os.path.dirname(os.path.realpath(workspace)) if workspace else find_repository(here)
    nearer: list[str] = []
    while here != top:
        nearer.append(os.path.join(here, WORKSPACE_FILE))
        parent = os.path.dirname(here)
        if parent == here:  # a workspace that lies elsewhere
            return used
        here = parent
    return [*used, *nearer, os.path.join(top, WORKSPACE_FILE)]


def steady(path: str) -> str:
    """A path as it is compared: systems differ in letter case and in how accents are written."""
    return unicodedata.normalize("NFC", os.path.normcase(path))


def _changed_files(repository: str, revision: str) -> frozenset[str]:
    from cjm.system.git import changed_files  # late: few runs ask git, and it loads subprocess

    return changed_files(repository, revision)
