"""The checker: one file → what is wrong in it, by the rules and waivers that hold for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cjm.checking.assess import Assessment, Compare
from cjm.checking.fixes import FAULTS, Read, promised
from cjm.checking.key_figures import key_figures
from cjm.checking.overrides import Overrides
from cjm.checking.results import DocumentResult, JourneyId, WorkspaceResult
from cjm.checking.settings import WorkspaceRules, graded, settings_of
from cjm.checking.waivers import covering
from cjm.diagnostics import START, Beside, Diagnostic, Place, Severity
from cjm.diagnostics.findings import Finding
from cjm.i18n import say
from cjm.journey import Journey
from cjm.journey.precedence import written
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, shown_path
from cjm.project.documents import Document, Text
from cjm.project.findings import Origin, excerpt_at, finding_of
from cjm.project.keys import key_of
from cjm.project.loading import read_journey
from cjm.project.workspace import load_workspace
from cjm.records import replace
from cjm.rules import RULES
from cjm.rules.look_alike_id import RULE as ALIKE
from cjm.rules.look_alike_id import find_in_workspace
from cjm.rules.twins_differ import RULE as TWINS
from cjm.rules.twins_differ import Difference, differences, written_values
from cjm.source import Source

FAULT_RULES = tuple(rule.code for rule in RULES if rule.code.startswith(FAULTS))


class Checker:
    """Judges files and workspaces; every `cjm.yaml` is read once.

    `figures_of` says whose key figures are wanted too: a persona's id, or EVERYBODY. `compare`
    compares a journey with an event log.
    """

    def __init__(
        self,
        overrides: Overrides,
        today: date,
        figures_of: str | None = None,
        compare: Compare | None = None,
    ) -> None:
        self._overrides = overrides
        self._today = today
        self._figures_of = figures_of
        self._compare = compare
        self._workspaces: dict[WorkspaceFile, WorkspaceRules] = {}
        self._trial: Checker | None = None

    @classmethod
    def of_faults(cls, today: date) -> Checker:
        """One that finds faults of files and of their texts alone: what fixes are tried with."""
        checker = cls(Overrides(select=FAULT_RULES), today)
        checker._trial = checker
        return checker

    def faults_of(self, document: Document, text: str) -> Sequence[Finding]:
        """The faults that a document's own file would have, were this its text."""
        changed = document._replace(text=Text(document.file, text.encode()))
        return [f for f in self._document(changed).findings if f.file == document.file]

    def faults_of_workspace(self, workspace: WorkspaceFile, text: str) -> Sequence[Finding]:
        """The faults that a workspace's file would have, were this its text."""
        return self._workspace(workspace._replace(content=text.encode())).findings

    def workspace(
        self, workspace_file: WorkspaceFile, language: str | None = None
    ) -> WorkspaceResult:
        """What a workspace says about its check; in its own language unless there is another."""
        result = self._workspace(workspace_file, language)
        if workspace_file.file is None:
            return result

        def read(text: str) -> Sequence[Finding]:
            return self.tried().faults_of_workspace(workspace_file, text)

        shown = shown_path(workspace_file.file)
        findings = self._promised(workspace_file.content, shown, result.findings, read)
        return result._replace(findings=findings)

    def _workspace(
        self, workspace_file: WorkspaceFile, told_in: str | None = None
    ) -> WorkspaceResult:
        loaded, settings = self.rules_of(workspace_file)
        findings: list[Finding] = []
        if workspace_file.file is not None and loaded.source is not None:
            faults = (*loaded.faults, *settings.faults)
            file, language = shown_path(workspace_file.file), loaded.workspace.language
            origin = Origin(file, loaded.source, language=told_in or language)
            found = [finding_of(fault, origin) for fault in faults]
            if not faults:
                alike = find_in_workspace(loaded.source)
                found += [finding_of(d, origin, ALIKE.name, ALIKE.severity) for d in alike]
            findings = graded(found, settings)
        journeys, language = loaded.workspace.journeys, loaded.workspace.language
        duplicates = settings.severity("CJM004", Severity.ERROR)
        return WorkspaceResult(settings.codes, duplicates, journeys, tuple(findings), language)

    def document(self, document: Document) -> DocumentResult:
        """What a file is found to be, and what is wrong in it."""
        result = self._document(document)

        def read(text: str) -> Sequence[Finding]:
            return self.tried().faults_of(document, text)

        findings = self._promised(document.content, document.file, result.findings, read)
        return result._replace(findings=findings)

    def tried(self) -> Checker:
        """What fixes are tried with, made when one is to be tried."""
        self._trial = self._trial or Checker.of_faults(self._today)
        return self._trial

    def _promised(
        self, content: bytes, file: str, findings: tuple[Finding, ...], read: Read
    ) -> tuple[Finding, ...]:
        """The findings, of which only those are told as fixable whose fix would hold."""
        if self._trial is self or not any(finding.safe_fix for finding in findings):
            return findings
        try:
            return promised(content.decode(), file, findings, read)
        except UnicodeDecodeError:
            return findings

    def _document(self, document: Document) -> DocumentResult:
        if not document.is_journey:
            return DocumentResult(journey=False)
        return self._of(document.source, document.file, document.workspace, document.sources)

    def journey(self, journey: Journey, workspace: WorkspaceFile) -> DocumentResult:
        """What is wrong in a journey built in Python."""
        return self._of(journey, None, workspace)

    def twins(self, document: Document, other: Document) -> DocumentResult:
        """Where two languages of a journey do not agree: findings in the first of the documents.

        A waiver of either of them covers what it names.
        """
        rules = self.rules_of(document.workspace)
        one = read_journey(document.source, document.file, rules.loaded.workspace).journey
        two = read_journey(
            other.source, other.file, self.rules_of(other.workspace).loaded.workspace
        ).journey
        if one is None or two is None:
            return DocumentResult()
        origin = Origin(
            document.file, document.source, one.id, rules.loaded.workspace.language, one.state
        )
        waivers = (*one.waivers, *two.waivers)
        found = [
            finding_of(_differing(difference, other), origin, TWINS.name, TWINS.severity)
            for difference in differences(one, two)
        ]
        left = [finding for finding in found if not covering(finding, waivers, self._today)]
        findings = graded(left, rules.settings)
        return DocumentResult(waived=len(found) - len(left), findings=tuple(findings))

    def assessment(
        self,
        of: Source | Journey,
        file: str | None,
        workspace: WorkspaceFile,
        beside: tuple[tuple[str, Source], ...] = (),
        language: str | None = None,
    ) -> Assessment:
        """All that is known of a journey, by the rules of its workspace.

        `file` is its name in findings; `language` is what they are told in, by default the
        workspace's.
        """
        rules = self.rules_of(workspace)
        return Assessment(of, file, rules, self._today, beside, self._compare, language)

    def _of(
        self,
        of: Source | Journey,
        file: str | None,
        workspace: WorkspaceFile,
        beside: tuple[tuple[str, Source], ...] = (),
    ) -> DocumentResult:
        assessment = self.assessment(of, file, workspace, beside)
        journey, source, findings = assessment.journey, assessment.source, assessment.findings
        if journey is None:
            return DocumentResult(findings=findings)
        span = source.locate(Place(("id",))).span if source else START
        excerpt = excerpt_at(span, source)
        identity = JourneyId(
            journey.id, journey.state, journey.language, span, excerpt, _written(journey)
        )
        count = len(journey.touchpoints)
        figures = None if self._figures_of is None else key_figures(assessment, self._figures_of)
        return DocumentResult(True, identity, count, assessment.waived, findings, figures=figures)

    def rules_of(self, workspace_file: WorkspaceFile) -> WorkspaceRules:
        """What a workspace says, and how its journeys are checked."""
        if workspace_file not in self._workspaces:
            loaded = load_workspace(workspace_file)
            settings = settings_of(loaded, self._overrides)
            if workspace_file.check is not None:
                holds = load_workspace(WorkspaceFile(WORKSPACE_FILE, workspace_file.check))
                settings = replace(settings_of(holds, self._overrides), faults=settings.faults)
            self._workspaces[workspace_file] = WorkspaceRules(loaded, settings)
        return self._workspaces[workspace_file]


def _written(journey: Journey) -> str:
    """A short text that is the same where all languages of a journey say the same."""
    return key_of(repr(written_values(written(journey)))).hex()


def _differing(difference: Difference, other: Document) -> Diagnostic:
    """What is told of a difference, with the other language's touchpoint beside it."""
    place = Place(("touchpoints", difference.touchpoint), key=True)
    beside = Beside(say("the other language"), other.source.locate(place).span, other.file)
    return Diagnostic(
        code=TWINS.code,
        message=difference.message,
        place=place,
        touchpoint=difference.touchpoint,
        help=say("make both say the same, or give one of them another id"),
        related=(beside,),
    )
