"""Against: which findings of a report are new, or worse, since a git revision."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from cjm.checking.baseline import NoBaselines
from cjm.checking.cached import CachedChecker
from cjm.checking.collect import Collector
from cjm.checking.known import Figures, is_known, worst
from cjm.checking.results import DocumentResult
from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.diagnostics.identity import Identity, identity, identity_of
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles
from cjm.project.documents import Document
from cjm.project.earlier import Asked, Earlier, Revisions, home_of
from cjm.records import replace
from cjm.system.repository import find_repository


class Before:
    """What was found in the journeys of a revision, by the folder of their workspace.

    An id is looked for in the journey's own workspace first: in a repository of several, two may
    have the same. A journey that came from another one is known all the same.
    """

    def __init__(self) -> None:
        self._figures: dict[str, dict[Identity, Figures]] = {}
        self._journeys: dict[str, set[tuple[str, str]]] = {}

    def meet(self, home: str, key: Identity) -> None:
        """Note the journey of an identity, whatever is found in it."""
        self._journeys.setdefault(home, set()).add(key[:2])

    def add(self, home: str, finding: Finding) -> None:
        """Note a finding."""
        key = identity_of(finding)
        self.meet(home, key)
        figures = self._figures.setdefault(home, {})
        figures[key] = worst(figures.get(key, {}), dict(finding.values), finding.code)

    def knows(self, home: str, finding: Finding) -> bool:
        """Whether a finding was there, and is no worse now."""
        here = identity_of(finding)[:2] in self._journeys.get(home, ())
        homes = [home] if here else self._figures
        return any(is_known(finding, self._figures.get(home, {})) for home in homes)


class Against:
    """The findings of a revision, for those of a run to be held against.

    It is told of every journey of the run, and asks git as soon as there is one: raises UsageError
    for what is in no repository or a revision that git does not know, CjmError where git fails.
    """

    def __init__(
        self,
        revision: str,
        workspaces: WorkspaceFiles,
        checker: CachedChecker,
        measured: bool = True,
    ) -> None:
        self._revisions = Revisions(revision, workspaces.forced, measured)
        self._workspaces = workspaces
        self._checker = checker
        self._asked: dict[Earlier, Asked] = {}
        self._whole: set[Earlier] = set()
        self._homes: dict[str, WorkspaceFile] = {}
        self._home_of: dict[str | None, str] = {}

    def note(self, document: Document | None, result: DocumentResult) -> None:
        """Note a journey of the run; None is one that was built in Python."""
        if document is None or document.path == "-":
            earlier = self._revisions.of_folder(".")
            self._asked.setdefault(earlier, {})
            self._whole.add(earlier)  # it has no path to be found by, but an id
        else:
            earlier = self._revisions.of_folder(os.path.dirname(document.real))
            self._asked.setdefault(earlier, {})[document.real] = document.named
        workspace = document.workspace if document else self._workspaces.of_folder(".")
        home = home_of(workspace.file)
        self._homes.setdefault(home, workspace)
        for file in document.files if document else (None,):
            self._home_of[file] = home

    def left(self, report: Report) -> Report:
        """The report with those findings alone that are new or worse, the others counted."""
        self._note_workspaces()
        if not report.findings:
            return report
        before = Before()
        for earlier, asked in self._asked.items():
            self._look(earlier, asked, before)
        left = tuple(f for f in report.findings if not before.knows(_home(f, self._home_of), f))
        severities = Counter(f.severity.value for f in left)
        counts = {severity.value: severities[severity.value] for severity in Severity}
        preexisting = len(report.findings) - len(left)
        summary = replace(report.summary, **counts, preexisting=preexisting)
        return replace(report, findings=left, summary=summary)

    def _note_workspaces(self) -> None:
        """A workspace has findings of its own, also where it has no journey."""
        for file in () if self._workspaces.forced else self._workspaces.known:
            if find_repository(home_of(file)):
                self._asked.setdefault(self._revisions.of_folder(home_of(file)), {})

    def _look(self, earlier: Earlier, asked: Asked, before: Before) -> None:
        """Check what there was at the revision, and note what is found."""
        workspaces, homes = WorkspaceFiles(), dict[str | None, str]()

        def note(document: Document | None, result: DocumentResult) -> None:
            assert document
            home = home_of(document.workspace.file)
            homes.update(dict.fromkeys(document.files, home))
            if result.identity:
                before.meet(home, identity(result.identity.id, result.identity.state, ""))

        def met() -> Iterator[Document]:
            for document in earlier.documents(asked, self._homes, earlier in self._whole):
                workspaces.meet(document.workspace)
                yield document

        for file in self._workspaces.known:
            workspaces.meet(earlier.workspace(home_of(file), self._homes))
        collector = Collector(
            workspaces, self._checker, NoBaselines(), on_result=note, read_again=earlier.reread
        )
        collector.take(met())
        for finding in collector.report(()).findings:
            before.add(_home(finding, homes), finding)


def _home(finding: Finding, homes: dict[str | None, str]) -> str:
    """Where the workspace of a finding lies: a journey's as noted, its own where it is in one."""
    noted = homes.get(finding.file)
    return home_of(finding.file) if noted is None else noted
