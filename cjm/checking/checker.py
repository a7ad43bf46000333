"""The checker: one file → what is wrong in it, by the rules and waivers that hold for it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from cjm.analysis import Analysis
from cjm.checking.overrides import Overrides
from cjm.checking.results import DocumentResult, JourneyId, WorkspaceResult
from cjm.checking.settings import Settings, settings_of
from cjm.checking.waivers import covering, unused, waiver_faults
from cjm.diagnostics import Place, Severity
from cjm.diagnostics.findings import Finding
from cjm.journey import Journey
from cjm.project.discovery import WorkspaceFile, shown_path
from cjm.project.documents import Document
from cjm.project.findings import Origin, excerpt_at, finding_of
from cjm.project.loading import read_journey
from cjm.project.workspace import LoadedWorkspace, holds_journey, load_workspace
from cjm.records import replace
from cjm.rules import Subject
from cjm.rules.unused_waiver import RULE as UNUSED
from cjm.source import Source, parse


class WorkspaceRules(NamedTuple):
    """What holds for all journeys of one workspace."""

    loaded: LoadedWorkspace
    settings: Settings


class Checker:
    """Judges files and workspaces; every `cjm.yaml` is read once."""

    def __init__(self, overrides: Overrides, today: date) -> None:
        self._overrides = overrides
        self._today = today
        self._workspaces: dict[WorkspaceFile, WorkspaceRules] = {}

    def workspace(self, workspace_file: WorkspaceFile) -> WorkspaceResult:
        """What a workspace says about its check."""
        loaded, settings = self._rules_of(workspace_file)
        findings: list[Finding] = []
        if workspace_file.file is not None and loaded.source is not None:
            faults = (*loaded.faults, *settings.faults)
            file, language = shown_path(workspace_file.file), loaded.workspace.language
            origin = Origin(file, loaded.source, language=language)
            found = (finding_of(fault, origin) for fault in faults)
            findings = list(_graded(found, settings))
        journeys, language = loaded.workspace.journeys, loaded.workspace.language
        duplicates = settings.severity("CJM004", Severity.ERROR)
        return WorkspaceResult(settings.codes, duplicates, journeys, tuple(findings), language)

    def document(self, document: Document) -> DocumentResult:
        """What a file is found to be, and what is wrong in it."""
        source = parse(document.content)
        if not document.named and not holds_journey(document.content, source):
            return DocumentResult(journey=False)
        loaded, settings = self._rules_of(document.workspace)
        found = read_journey(source, document.file, loaded.workspace)
        if found.journey is None:
            return DocumentResult(findings=tuple(_graded(found.findings, settings)))
        return self._of_journey(found.journey, document.file, source, loaded, settings)

    def _of_journey(
        self,
        journey: Journey,
        file: str,
        source: Source,
        loaded: LoadedWorkspace,
        settings: Settings,
    ) -> DocumentResult:
        faults = tuple(waiver_faults(journey))
        origin = Origin(file, source, journey.id, loaded.workspace.language, journey.state)
        findings = [finding_of(fault, origin) for fault in faults]
        if not faults:  # a journey with errors is reported broken, not analysed
            findings += _rule_findings(journey, origin, loaded, settings, self._today)
        findings = [f for f in findings if f.code in settings.codes]
        kept, used, waived = [], set[int](), 0
        for finding in findings:
            waivers = covering(finding, journey.waivers, self._today)
            used.update(waivers)
            waived += bool(waivers)
            if not waivers:
                kept.append(finding)
        if not faults and UNUSED.code in settings.codes:
            for diagnostic in unused(journey.waivers, used, settings.codes, self._today):
                kept.append(finding_of(diagnostic, origin, UNUSED.name, UNUSED.severity))
        span = source.locate(Place(("id",))).span
        excerpt = excerpt_at(span, source)
        identity = JourneyId(journey.id, journey.state, journey.language, span, excerpt)
        graded = tuple(_graded(kept, settings))
        return DocumentResult(True, identity, len(journey.touchpoints), waived, graded)

    def _rules_of(self, workspace_file: WorkspaceFile) -> WorkspaceRules:
        if workspace_file not in self._workspaces:
            loaded = load_workspace(workspace_file)
            self._workspaces[workspace_file] = WorkspaceRules(
                loaded, settings_of(loaded, self._overrides)
            )
        return self._workspaces[workspace_file]


def _graded(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """The findings of the rules that run, each as bad as the workspace has it."""
    for finding in findings:
        if finding.code in settings.codes:
            yield replace(finding, severity=settings.severity(finding.code, finding.severity))


def _rule_findings(
    journey: Journey,
    origin: Origin,
    loaded: LoadedWorkspace,
    settings: Settings,
    today: date,
) -> Iterator[Finding]:
    analysis = Analysis(journey)
    shared = loaded.workspace
    for rule, options in settings.rules:
        if rule.find is None:
            continue
        subject = Subject(
            analysis,
            options,
            today,
            settings.codes,
            settings.options,
            shared.targets,
            shared.stages,
        )
        for diagnostic in rule.find(subject):
            yield finding_of(diagnostic, origin, rule.name, rule.severity)
