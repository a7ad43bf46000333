"""Reading: what is to be compared → the journeys of one side, each with all its readers saw.

A side is a journey built in Python, a file, a folder, or one of these at a git revision:
`main:journeys/taxi.yaml`.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator

from cjm.diagnostics.findings import Finding
from cjm.errors import UsageError
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey import Journey
from cjm.project.border import Outside, outside_workspaces
from cjm.project.discovery import WorkspaceFiles, shown_path
from cjm.project.documents import Document, Stray, Trouble, documents, nothing_at
from cjm.project.loading import read_document, workspace_findings
from cjm.project.past import Past
from cjm.project.workspace import NO_WORKSPACE, LoadedWorkspace, Workspace
from cjm.records import replace
from cjm.system.repository import find_repository, within
from cjm.tuples import NamedTuple

HEAD = "HEAD"


class Read(NamedTuple):
    """A journey that was read: where, and in which workspace.

    `path` is the same for the same file on the other side; `file` names it in findings.
    """

    journey: Journey
    path: str
    file: str | None
    workspace: Workspace


class SideRead(NamedTuple):
    """One side: its journeys, and what could not be read; `unread` are the paths of these."""

    journeys: tuple[Read, ...]
    is_folder: bool = False
    faults: tuple[Finding, ...] = ()
    problems: tuple[Message, ...] = ()
    unread: frozenset[str] = frozenset()


class AtRevision(NamedTuple):
    """A path at a revision; one that is `implied` was not typed as such, and may be new."""

    revision: str
    path: str
    implied: bool = False


def at_revision(given: str) -> AtRevision | None:
    """What `REVISION:path` says; None where it is a path, as all that is there is."""
    if os.path.lexists(given):
        return None
    depth = 0
    for place, sign in enumerate(given):
        depth += (sign == "{") - (sign == "}")  # HEAD@{2026-03-02 12:00}
        if sign == ":" and depth <= 0:
            if os.name == "nt" and place == 1 and given[2:3] in ("\\", "/"):
                return None  # a drive
            return AtRevision(given[:place], given[place + 1 :])
    return None


def today(at: AtRevision) -> str:
    """Where the path at a revision lies in the working tree: from the root as git has it, or here.

    >>> today(AtRevision("main", "./journeys"))
    './journeys'
    """
    from_root = os.path.join(find_repository(".") or ".", *at.path.split("/"))
    there = not at.path.startswith(".") and os.path.exists(from_root)
    return os.path.relpath(from_root) if there else at.path or "."


def read_side(
    side: Journey | str | AtRevision, workspaces: WorkspaceFiles, measured: bool
) -> SideRead:
    """One side.

    Raises UsageError where there is nothing, and what git raises.
    """
    if isinstance(side, Journey):
        return SideRead((Read(side, "", None, NO_WORKSPACE.workspace),))
    if isinstance(side, AtRevision):
        return _read_past(side, workspaces, measured)
    return _read_now(side, workspaces, measured)


# ---- the working tree -------------------------------------------------------------------------


def _read_now(path: str, workspaces: WorkspaceFiles, measured: bool) -> SideRead:
    is_folder = os.path.isdir(path)
    found: list[Document] = []
    faults: list[Finding] = []
    problems: list[Message] = []
    for item in documents([path], workspaces, measured=measured):
        if isinstance(item, Document):
            found.append(item)
        elif isinstance(item, (Outside, Stray)):
            faults.append(item.finding)
        elif isinstance(item, Trouble):
            problems.append(item.message)
    problems += workspaces.unreadable
    if not is_folder and (problems or not found):
        raise UsageError(problems[0] if problems else nothing_at(path))
    journeys = [document for document in found if document.is_journey]
    root = os.path.realpath(path)
    side = _side(journeys, root if is_folder else os.path.dirname(root))
    faults += outside_workspaces(workspaces)
    return side._replace(
        is_folder=is_folder, faults=(*faults, *side.faults), problems=tuple(problems)
    )


# ---- a revision -------------------------------------------------------------------------------


def _read_past(at: AtRevision, workspaces: WorkspaceFiles, measured: bool) -> SideRead:
    from cjm.system.revision import Revision  # late: it starts git

    repository = _repository(at)
    revision = Revision(repository, at.revision)
    past = Past(revision, workspaces.forced, measured)
    place = _place(at.path, past, revision.root)
    if place is None:
        if at.implied and os.path.isdir(at.path):
            return SideRead((), is_folder=True)  # every journey in it is new
        raise UsageError(
            say(
                "{path} is not in {revision!r}",
                path=clipped(at.path or ".", 200),
                revision=clipped(at.revision, 200),
            ),
            help=say("name it from the root of the repository, as in main:journeys/taxi.yaml"),
        )
    is_folder = place not in revision.files
    journeys = [document for document in past.at(place) if document.is_journey]
    if not journeys and not is_folder:
        raise UsageError(
            say(
                "{path} cannot be read in {revision!r}: too large, or a link to no file in it",
                path=clipped(at.path, 200),
                revision=clipped(at.revision, 200),
            )
        )
    real = os.path.join(revision.root, *place.split("/"))
    side = _side(journeys, real if is_folder else os.path.dirname(real))

    def named(file: str | None) -> str | None:
        """A file as git names it at the revision."""
        if file is None:
            return None
        path = os.path.relpath(os.path.realpath(file), revision.root)
        return f"{at.revision}:{path.replace(os.sep, '/')}"

    return side._replace(
        is_folder=is_folder,
        journeys=tuple(read._replace(file=named(read.file)) for read in side.journeys),
        faults=tuple(replace(fault, file=named(fault.file)) for fault in side.faults),
    )


def _repository(at: AtRevision) -> str:
    """The repository that a path lies in, or, of one that was typed, the current folder."""
    folder = "."
    if at.implied:
        real = os.path.realpath(at.path)
        folder = real if os.path.isdir(real) else os.path.dirname(real)
    found = find_repository(folder)
    if found is None:
        raise UsageError(
            say(
                "{folder} is in no git repository, so there is no revision {revision!r}",
                folder=shown_path(folder),
                revision=clipped(at.revision, 200),
            ),
            help=say("compare two files, or two folders: cjm diff A B"),
        )
    if not at.revision:
        raise UsageError(
            say("an empty revision to compare with"),
            help=say("name a commit, branch or tag before the colon, as in main:journeys"),
        )
    return found


def _place(path: str, past: Past, root: str) -> str | None:
    """The path as the repository names it: from its root, as git has it, or the current folder."""
    here = os.path.realpath(os.path.dirname(path) or ".")
    real = os.path.join(here, os.path.basename(path)) if path else root
    from_here = os.path.normpath(real) if within(os.path.normpath(real), root) else None
    tried = [posixpath.normpath(path) if path else ""]
    if path.startswith(("./", "../")) or path in (".", "..") or os.path.isabs(path):
        tried = []
    if from_here is not None:
        tried.append(os.path.relpath(from_here, root).replace(os.sep, "/"))
    for place in tried:
        found = "" if place == "." else place
        if not found.startswith("..") and past.holds(found):
            return found
    return None


# ---- both -------------------------------------------------------------------------------------


def _side(found: Iterable[Document], root: str) -> SideRead:
    """The journeys of documents; `root` is the real path that theirs are relative to."""
    journeys: list[Read] = []
    faults: list[Finding] = []
    unread: set[str] = set()
    for document in found:
        path = os.path.relpath(document.real, root) if document.path != "-" else "-"
        loaded, shared = read_document(document)
        wrong = (*_workspace_faults(shared, faults), *loaded.findings)
        faults += wrong
        document.forget()
        if loaded.journey is None or wrong:
            unread.add(path)
        else:
            journeys.append(Read(loaded.journey, path, document.file, shared.workspace))
    return SideRead(tuple(journeys), faults=tuple(faults), unread=frozenset(unread))


def _workspace_faults(shared: LoadedWorkspace, told: list[Finding]) -> Iterator[Finding]:
    """What is wrong in a workspace's own file, which is told once."""
    return (fault for fault in workspace_findings(shared) if fault not in told)
