"""The border: a workspace reads nothing beyond its repository, whatever it or a link says.

Whoever opens a pull request writes its `cjm.yaml` and its links, and the findings, which quote what
was read, stand in a public log. Paths that the user types have no border.
"""

import os

from cjm.diagnostics.findings import Finding
from cjm.i18n import say
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles, shown_path
from cjm.system.repository import find_repository, root_of, within
from cjm.tuples import NamedTuple


class Outside(NamedTuple):
    """A finding about what leads beyond the border; `path` is the given path that led to it."""

    finding: Finding
    path: str


class Border(NamedTuple):
    """How far one path may lead.

    `root` is a real path; None: anywhere. `workspace` is the one whose `journeys` name the path, as
    the entry at `entry`; without one it is the user's.
    """

    root: str | None
    workspace: WorkspaceFile | None = None
    entry: int = 0

    def holds(self, real: str) -> bool:
        """Whether a real path lies within."""
        return self.root is None or within(real, self.root)

    def outside(self, path: str, workspaces: WorkspaceFiles) -> Finding:
        """What is said of a path that leads beyond: at the entry that led to it, else at itself."""
        if self.workspace is None:
            return _finding(path, path, workspaces.of_file(path))
        return _finding(path, self.workspace.file or path, self.workspace, self.entry)


def border_of_entry(workspace: WorkspaceFile, entry: int) -> Border:
    """The border of a path that a workspace names under `journeys`."""
    return Border(root_of(workspace.folder or "."), workspace, entry)


def border_of_path(path: str, workspaces: WorkspaceFiles) -> Border:
    """The border of links in a folder that the user typed; a file that they typed has none."""
    if not os.path.isdir(path):
        return Border(None)
    if (root := find_repository(path)) or (folder := workspaces.of_folder(path).folder) is None:
        return Border(root)
    real, root = os.path.realpath(path), os.path.realpath(folder)
    return Border(root if within(real, root) else real)


def outside_workspaces(workspaces: WorkspaceFiles) -> tuple[Finding, ...]:
    """What is said of each `cjm.yaml` that is itself a link beyond the border."""
    return tuple(_finding(file, file, WorkspaceFile()) for file in workspaces.outside)


def outside_finding(file: str, workspace: WorkspaceFile) -> Finding:
    """What is said of a file beside a journey that is a link beyond the border."""
    return _finding(file, file, workspace)


def _finding(path: str, file: str, workspace: WorkspaceFile, entry: int | None = None) -> Finding:
    # Late: a check of known files reads no YAML and makes no findings.
    from cjm.diagnostics import START, Diagnostic, Place
    from cjm.project.findings import Origin, finding_of
    from cjm.project.workspace import load_workspace

    loaded = load_workspace(workspace)
    source = None if entry is None else loaded.source
    place = START if entry is None else Place(("journeys", entry))
    message = say("{path} leads out of the workspace and is not read", path=shown_path(path))
    help = say("name it on the command line, or put it into the repository")
    origin = Origin(shown_path(file), source, language=loaded.workspace.language)
    return finding_of(Diagnostic("CJM002", message, place, help), origin)
