"""Collecting a run: files → results → a report, in a steady order and flat memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from cjm.checking.baseline import NEVER_KNOWN, Baselines
from cjm.checking.cached import CachedChecker
from cjm.checking.duplicates import Ids, Named, duplicate
from cjm.checking.results import DocumentResult, JourneyId
from cjm.checking.twins import TWINS_DIFFER, Twins, pairs
from cjm.diagnostics.findings import Finding, Report, Summary
from cjm.diagnostics.identity import identity_of
from cjm.i18n import Message, say, translate
from cjm.project.border import Outside, outside_workspaces
from cjm.project.changes import Changes
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles
from cjm.project.documents import (
    Document,
    Found,
    Known,
    Skipped,
    Stray,
    Trouble,
    nothing_at,
    reread,
)
from cjm.project.results import results_findings

if TYPE_CHECKING:
    from cjm.checking.mending import Mender
    from cjm.journey import Journey

AT_ONCE = 500
"""Documents that are looked up, and checked, together."""
MOST_BYTES = 8_000_000
"""At most about so much of them is held in memory."""


class Collector:
    """What one run has met so far."""

    def __init__(
        self,
        workspaces: WorkspaceFiles,
        checker: CachedChecker,
        baselines: Baselines,
        changes: Changes | None = None,
        on_progress: Callable[[int], object] = lambda done: None,
        mender: Mender | None = None,
        on_result: Callable[[Document | None, DocumentResult], object] | None = None,
        read_again: Callable[[Document], Document] = reread,
    ) -> None:
        self._workspace_files = workspaces
        self._checker = checker
        self._baselines = baselines
        self._changes = changes
        self._on_progress = on_progress
        self._mender = mender
        self._on_result = on_result or (lambda *_: None)
        self._problems: list[Message] = []
        self._traces: list[str] = []
        self._findings: list[Finding] = []
        self._recorded: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self._ids = Ids()
        self._told_beside: set[tuple[object, ...]] = set()
        self._twins = Twins()
        self._read_again = read_again
        self._unchanged: list[tuple[WorkspaceFile, JourneyId]] = []
        self._held: set[str] = set()
        self._workspace: WorkspaceFile | None = None

    def take(self, found: Iterable[Found]) -> None:
        """Check everything that was found."""
        for documents in self._batches(found):
            for document, result in zip(documents, self._checker.documents(documents), strict=True):
                self._take(*self._mended(document, result))
            self._on_progress(self._counts["journeys"] + self._counts["unread"])

    def _mended(
        self, document: Document, result: DocumentResult
    ) -> tuple[Document, DocumentResult]:
        """A document with its fixes made, and what is left to say of it."""
        fixable = any(f.safe_fix and f.file == document.file for f in result.findings)
        asked = fixable or document.path == "-"
        if self._mender is None or not asked or not self._is_changed(document):
            return document, result
        document = self._mender.document(document)
        (result,) = self._checker.documents([document])
        return document, result

    def _is_changed(self, document: Document) -> bool:
        return not self._changes or self._changes.touch(document.files, document.workspace.file)

    def take_journey(self, journey: Journey) -> None:
        """Check a journey built in Python, by the workspace of the current folder."""
        workspace = self._workspace_files.of_folder(".")
        self._workspace = self._workspace or workspace
        result = self._checker.journey(journey, workspace)
        self._count(result)
        self._keep(result.findings, workspace, result.identity)
        self._on_result(None, result)

    def _count(self, result: DocumentResult) -> None:
        self._counts["journeys" if result.identity else "unread"] += 1
        self._counts["touchpoints"] += result.touchpoints
        self._counts["waived"] += result.waived

    def _batches(self, found: Iterable[Found]) -> Iterator[list[Document]]:
        documents: list[Document] = []
        size = 0
        for item in found:
            if isinstance(item, Document):
                documents.append(item)
                size += len(item.content)
            else:
                self._note(item)
            if len(documents) == AT_ONCE or size > MOST_BYTES:
                yield documents
                documents, size = [], 0
        yield documents

    def _note(self, found: Skipped | Trouble | Known | Outside | Stray) -> None:
        if isinstance(found, Skipped):
            self._counts["skipped"] += 1
            return
        if isinstance(found, Stray):
            if not self._changes or self._changes.hold(found.finding.file or ""):
                self._findings.append(found.finding)
            return
        if isinstance(found, Outside):
            self._findings.append(found.finding)
        self._held.add(found.path)
        if isinstance(found, Trouble):
            self._problems.append(found.message)
        self._counts["unread"] += isinstance(found, (Outside, Trouble))

    def _take(self, document: Document, result: DocumentResult) -> None:
        if not result.journey:
            self._counts["skipped"] += 1
            return
        self._on_result(document, result)
        if result.failure:
            failed = say("cjm itself failed ({what})", what=result.failure)
            told = say("{path}: {reason}", path=document.file, reason=failed)
            help = say("please report it with what --traceback shows")
            self._problems.append(say("{message} ({help})", message=told, help=help))
            self._traces.append(result.trace)
        self._workspace = self._workspace or document.workspace
        self._held.add(document.path)
        changed = self._is_changed(document)
        identity = result.identity
        if changed:
            self._count(result)
            self._keep(self._new(document, result), document.workspace, identity)
        else:
            self._counts["unchanged"] += 1
            self._unchanged += [(document.workspace, identity)] if identity else []
        if identity and (pair := self._ids.take(document, identity, changed)):
            self._tell_duplicate(*pair)
        if identity:
            self._twins.take(document, identity, changed)

    def _new(self, document: Document, result: DocumentResult) -> Iterator[Finding]:
        """The findings but those on an overlay that another language of the journey has had."""
        for finding in result.findings:
            if finding.file != document.file and finding.file in document.files:
                key = (*identity_of(finding), finding.file, finding.span, finding.message)
                if key in self._told_beside:
                    continue
                self._told_beside.add(key)
            yield finding

    def _tell_duplicate(self, named: Named, other: Named) -> None:
        rules = self._checker.workspace(named.workspace)
        finding = duplicate(named, other, rules)
        if finding.code in rules.codes:
            self._keep([finding], named.workspace)

    def _compare_twins(self) -> None:
        """Tell where the languages of one journey do not agree."""
        for twins in self._twins.together():
            home = self._workspace or twins[0].document.workspace
            told = set[str]()
            for twin, main in pairs(twins, self._checker.workspace(home).language):
                if TWINS_DIFFER not in self._checker.workspace(twin.document.workspace).codes:
                    continue
                try:
                    document, other = map(self._read_again, (twin.document, main.document))
                except OSError:  # it went away meanwhile
                    continue
                result = self._checker.twins(document, other)
                new = [f for f in result.findings if f.touchpoint not in told]
                told |= {f.touchpoint or "" for f in new}
                self._counts["waived"] += result.waived
                self._keep(new, document.workspace)
            for twin in twins:
                self._look(twin.document.workspace, twin.identity, only=TWINS_DIFFER)

    def _look(self, workspace: WorkspaceFile, identity: JourneyId, only: str = "") -> None:
        """Note for the baseline which rules ran on a journey."""
        if baseline := self._baselines.of(workspace):
            codes = self._checker.workspace(workspace).codes
            ran = codes & {only} if only else codes - {TWINS_DIFFER}
            baseline.look(identity.id, identity.state, ran)

    def _keep(
        self,
        findings: Iterable[Finding],
        workspace_file: WorkspaceFile,
        identity: JourneyId | None = None,
    ) -> None:
        """Count what is in the baseline, list the rest."""
        baseline = self._baselines.of(workspace_file)
        if identity:
            self._look(workspace_file, identity)
        for finding in findings:
            if baseline and baseline.knows(finding):
                self._counts["baselined"] += 1
            elif baseline and self._baselines.updating and not finding.code.startswith(NEVER_KNOWN):
                self._recorded.append(finding)
            else:
                self._findings.append(finding)

    def report(self, paths: Iterable[str], language: str | None = None) -> Report:
        """What the run found at these paths, sorted; told in a language of its own, if any."""
        self._compare_twins()
        self._problems += (nothing_at(p) for p in dict.fromkeys(paths) if p not in self._held)
        for file, workspace_file in self._workspace_files.known.items():
            if not self._changes or self._changes.hold(file):
                self._findings += self._checker.workspace(workspace_file).findings
        outside = outside_workspaces(self._workspace_files)
        self._findings += (*outside, *results_findings(self._workspace_files))
        for workspace_file, identity in self._unchanged:
            if baseline := self._baselines.read_for(workspace_file):
                baseline.pass_by(identity.id, identity.state)
        written = self._baselines.write()
        self._counts["unread"] += len(outside) + len(self._workspace_files.unreadable)
        self._problems += [*self._workspace_files.unreadable, *self._baselines.problems]
        if self._baselines.updating and not written:
            self._findings += self._recorded
        mended = tuple(self._mender.mended) if self._mender else ()
        self._problems += self._mender.problems if self._mender else ()
        self._counts["fixed"] = sum(file.fixes for file in mended)
        findings = tuple(sorted(self._findings, key=lambda f: f.sort_key))
        severities = Counter(f.severity.value for f in findings)
        summary = Summary(**self._counts, **severities)
        language = language or self._language()
        problems = tuple(translate(problem, language) for problem in self._problems)
        told = tuple(translate(entry, language) for entry in written)
        return Report(
            findings,
            summary,
            problems,
            resolved=self._baselines.gone,
            recorded=self._baselines.new if written else (),
            written=told,
            language=language,
            traces=tuple(self._traces),
            mended=mended,
        )

    def _language(self) -> str:
        """That of the first journey's workspace, else of the first one met, else of the nearest."""
        met = self._workspace or next(iter(self._workspace_files.known.values()), None)
        return self._checker.workspace(met or self._workspace_files.of_folder(".")).language
