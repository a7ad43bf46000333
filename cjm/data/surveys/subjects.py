"""Subjects: the journeys that surveys are asked about, each once whatever its languages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from cjm.diagnostics.findings import Finding
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey import Journey
from cjm.names import JOURNEY_ENDINGS
from cjm.project.border import Outside
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFiles
from cjm.project.documents import Document, Trouble, documents
from cjm.project.loading import read_journey, workspace_findings
from cjm.project.workspace import LoadedWorkspace, load_workspace
from cjm.project.writing import invalid
from cjm.tuples import NamedTuple

AS_IS = "as-is"
"""The state that surveys tell of, unless another one is named: what will be has not been lived."""


class Subject(NamedTuple):
    """One journey by id and state.

    Attributes:
        journey: The version in the language that the workspace names, else the first by path.
        file: Its file, which the overlay is named after.
        versions: The journey in each of its languages.
    """

    journey: Journey
    file: str
    versions: tuple[Journey, ...] = ()


class _Read(NamedTuple):
    document: Document
    journey: Journey
    preferred: str
    """The language that its workspace names; empty where it names none."""


def subjects_at(paths: Iterable[str], workspace: str | None = None) -> tuple[Subject, ...]:
    """The journeys at some paths.

    Args:
        paths: Files and folders; without any, the workspace's journeys. A state other than as-is
            counts only where its file is named.
        workspace: The `cjm.yaml` to use in place of the nearest one.

    Returns:
        One a journey and state, by path: the file in the workspace's language, else the first.

    Raises:
        InvalidJourneyError: One of them is faulty; every finding is in it.
        UsageError: Something cannot be read, there is no journey, or two files are one journey.
    """
    workspaces = WorkspaceFiles(workspace)
    given = list(paths)
    own = None if given else workspaces.of_folder(".")
    if own:
        given = list(load_workspace(own).workspace.paths)
    read = list(_read(documents(given, workspaces, own)))
    wanted = {_key(each) for each in read if each.document.named or each.journey.state == AS_IS}
    if not wanted:
        raise UsageError(
            say("there is no journey here"), help=say("name the file of a journey to be measured")
        )
    here = {each.document.real for each in read}
    folders = {os.path.dirname(each.document.real) for each in read}
    read += [
        each
        for each in _siblings(sorted(folders), workspaces)
        if each.document.real not in here and _key(each) in wanted
    ]
    found = [_main([each for each in read if _key(each) == key]) for key in wanted]
    return tuple(sorted(found, key=lambda subject: subject.file))


def _read(found: Iterable[object]) -> Iterator[_Read]:
    """The journeys among what was found; what is wrong with any of them is told at once."""
    faults: list[Finding] = []
    for item in found:
        if isinstance(item, Trouble):
            raise UsageError(item.message)
        if isinstance(item, Outside):
            faults.append(item.finding)
        if not isinstance(item, Document) or not item.is_journey:
            continue
        if item.path == "-":
            raise UsageError(say("what comes from standard input has no file to measure it in"))
        shared = load_workspace(item.workspace)
        loaded = read_journey(item.source, item.file, shared.workspace)
        findings = (*workspace_findings(shared), *loaded.findings)
        faults += [finding for finding in findings if finding not in faults]
        if loaded.journey and not findings:
            yield _Read(item, loaded.journey, _language(shared))
    if faults:
        places = [f"{f.file}:{f.span.line}:{f.span.column}" for f in faults if f.span]
        raise invalid(places, tuple(faults))


def _siblings(folders: Sequence[str], workspaces: WorkspaceFiles) -> Iterator[_Read]:
    """Other languages of a journey lie in its folder; faulty files there are not our matter."""
    files = [
        os.path.join(folder, name)
        for folder in folders
        for name in sorted(os.listdir(folder))
        if name.endswith(JOURNEY_ENDINGS) and name != WORKSPACE_FILE
    ]
    for item in documents(files, workspaces):
        if isinstance(item, Document):
            shared = load_workspace(item.workspace)
            if journey := read_journey(item.source, item.file, shared.workspace).journey:
                yield _Read(item, journey, _language(shared))


def _language(shared: LoadedWorkspace) -> str:
    """The language that a workspace names.

    Who runs it may speak another one, and the overlay's name must not depend on that.
    """
    keys = shared.source.root.value if shared.source and shared.source.root else {}
    return shared.workspace.language if "language" in keys else ""


def _key(read: _Read) -> tuple[str, str]:
    return (read.journey.id, read.journey.state)


def _main(versions: list[_Read]) -> Subject:
    """The version in the workspace's language, else the first by path."""
    versions = sorted(versions, key=lambda each: each.document.file)
    languages: dict[str, str] = {}
    for each in versions:
        other = languages.setdefault(each.journey.language, each.document.file)
        if other != each.document.file:
            raise UsageError(
                say(
                    "{first} and {second} are the same journey, {id!r}",
                    first=other,
                    second=each.document.file,
                    id=each.journey.id,
                ),
                help=say("give each an id of its own"),
            )
    main = next((e for e in versions if e.journey.language == e.preferred), versions[0])
    return Subject(main.journey, main.document.file, tuple(each.journey for each in versions))
