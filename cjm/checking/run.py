"""One run: files → journeys → findings, in a steady order and flat memory."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from cjm.analysis import Analysis
from cjm.checking.baseline import FILE_NAME, NEVER_KNOWN, Baseline, read_baseline
from cjm.checking.changes import Changes
from cjm.checking.documents import Document, Skipped, Trouble, documents
from cjm.checking.duplicates import Ids
from cjm.checking.locate import finding_of
from cjm.checking.settings import Overrides, Settings, as_list, listed, settings_of
from cjm.checking.waivers import covering, unused, waiver_faults
from cjm.errors import CjmError
from cjm.findings import Finding, Report, Summary
from cjm.journey import Journey
from cjm.loading import findings_of, read_journey, shown_path
from cjm.rules import Subject
from cjm.rules.unused_waiver import RULE as UNUSED
from cjm.workspace import LoadedWorkspace, Workspaces

Path = str | os.PathLike[str]
Paths = Path | Iterable[Path]


def check(
    paths: Paths = (),
    *,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    workspace: str | None = None,
    baseline: str | None = None,
    update_baseline: bool = False,
    today: date | None = None,
    diff_base: str | None = None,
) -> Report:
    """Check journeys and report what is wrong.

    `paths` are files and folders, or one of them, `-` is standard input; without any, the
    workspace's journeys.
    `select` and `ignore` take rule codes, names and prefixes; `workspace` and `baseline` name
    files to use in place of the nearest ones. `today` (default: today) is what dates are held
    against. `diff_base` is a git revision: only journeys that changed since it are checked; the
    others are read for their ids. Raises UsageError for an unknown rule or revision and CjmError
    where git fails; everything else is in the report.
    """
    overrides = Overrides(as_list(listed(select)), as_list(listed(ignore)))
    homes = Workspaces(workspace)
    given = [os.fspath(path) for path in listed(paths)] or homes.of_folder(".").workspace.paths
    run = _Run(homes, overrides, today or date.today(), baseline, update_baseline)
    run.changes = None if diff_base is None else Changes(diff_base)
    for found in documents(given, homes):
        run.take(found)
    return run.report()


class _Home(NamedTuple):
    """How the journeys of one workspace are checked."""

    settings: Settings
    baseline: Baseline | None


class _Run:
    """What one run has met so far."""

    def __init__(
        self,
        homes: Workspaces,
        overrides: Overrides,
        today: date,
        baseline: str | None,
        updating: bool = False,
    ) -> None:
        self.homes = homes
        self.overrides = overrides
        self.today = today
        self.updating = updating
        self.changes: Changes | None = None
        self.problems: list[str] = []
        self.findings: list[Finding] = []
        self.recorded: list[Finding] = []
        self.counts: Counter[str] = Counter()
        self._home_of: dict[str | None, _Home] = {}
        self._ids = Ids()
        self._unchanged: list[tuple[LoadedWorkspace, str, str]] = []
        self._baselines: dict[str, Baseline] = {}
        self._named = baseline is not None
        self._baseline = self._read_baseline(baseline) if baseline is not None else None

    def take(self, found: Document | Skipped | Trouble) -> None:
        """Check one file."""
        if isinstance(found, Trouble):
            self.problems.append(found.message)
        elif isinstance(found, Skipped):
            self.counts["skipped"] += 1
        elif self.changes and not self.changes.touch(found.file, found.home.file):
            self.counts["unchanged"] += 1
            self._pass_by(found)
        else:
            self.counts["journeys"] += 1
            self._judge(found, self._home(found.home))

    def _judge(self, document: Document, home: _Home) -> None:
        loaded = read_journey(document.source, document.file, document.home.workspace)
        findings = list(loaded.findings)
        journey = loaded.journey
        if journey is not None:
            self.counts["touchpoints"] += len(journey.touchpoints)
            faults = tuple(waiver_faults(journey, document.source))
            findings += findings_of(faults, document.source, document.file, journey.id)
            findings += self._ids.take(journey, document)
            if not faults:  # a journey with errors is reported broken, not analysed
                findings += _rule_findings(journey, document, home.settings, self.today)
            findings = [f for f in findings if f.code in home.settings.codes]
            findings = self._unwaived(findings, journey, document, home, judged=not faults)
        self._keep(findings, journey, home)

    def _pass_by(self, document: Document) -> None:
        """Take only the id of a journey that did not change; one that did may share it."""
        journey = read_journey(document.source, document.file, document.home.workspace).journey
        if journey is None:
            return
        self._unchanged.append((document.home, journey.id, journey.state))
        if told := self._ids.pass_by(journey, document):
            finding, home = told
            self._keep([finding], None, self._home(home))

    def _unwaived(
        self,
        findings: list[Finding],
        journey: Journey,
        document: Document,
        home: _Home,
        judged: bool,
    ) -> list[Finding]:
        """The findings that no waiver covers, and those about waivers that cover none."""
        kept, used = [], set()
        for finding in findings:
            waivers = covering(finding, journey.waivers, self.today)
            used.update(waivers)
            if waivers:
                self.counts["waived"] += 1
            else:
                kept.append(finding)
        if judged and UNUSED.code in home.settings.codes:
            for problem in unused(journey.waivers, used, home.settings.codes, self.today):
                source, file = document.source, document.file
                kept.append(finding_of(problem, UNUSED, UNUSED.severity, source, file, journey.id))
        return kept

    def _keep(self, findings: Iterable[Finding], journey: Journey | None, home: _Home) -> None:
        """Count what is in the baseline, list the rest."""
        state = journey.state if journey else "as-is"
        if journey and home.baseline:
            home.baseline.look(journey.id, state, home.settings.codes)
        for finding in findings:
            if finding.code not in home.settings.codes:
                continue
            if home.baseline and home.baseline.knows(finding, state):
                self.counts["baselined"] += 1
            else:
                severity = home.settings.severity(finding.code, finding.severity)
                new = self.updating and home.baseline and not finding.code.startswith(NEVER_KNOWN)
                listed = self.recorded if new else self.findings
                listed.append(replace(finding, severity=severity))

    def _home(self, loaded: LoadedWorkspace) -> _Home:
        if loaded.file not in self._home_of:
            settings = settings_of(loaded, self.overrides)
            self._home_of[loaded.file] = _Home(settings, self._baseline_of(loaded))
        return self._home_of[loaded.file]

    def _baseline_of(self, loaded: LoadedWorkspace) -> Baseline | None:
        folder = loaded.workspace.folder
        if self._named:
            return self._baseline
        if folder is not None:
            return self._read_baseline(os.path.join(folder, FILE_NAME))
        if self.updating:
            self.problems.append("there is no cjm.yaml to write a baseline beside: --baseline FILE")
        return None

    def _baseline_in_use(self, loaded: LoadedWorkspace) -> Baseline | None:
        """The baseline that this run has read for a workspace."""
        home = self._home_of.get(loaded.file)
        return self._baseline if self._named else home and home.baseline

    def _read_baseline(self, file: str) -> Baseline | None:
        if self._named and not self.updating and not os.path.exists(file):
            self.problems.append(f"{file}: there is no such baseline (write it: --update-baseline)")
            return None
        try:
            self._baselines[file] = read_baseline(file)
        except CjmError as error:
            self.problems.append(f"{error.message} ({error.help})" if error.help else error.message)
            return None
        return self._baselines[file]

    def report(self) -> Report:
        """What the run found, sorted."""
        for loaded in self.homes.loaded.values():
            self._workspace_findings(loaded)
        for loaded, id, state in self._unchanged:
            if known := self._baseline_in_use(loaded):
                known.pass_by(id, state)
        self.problems += self.homes.unreadable
        written = self._write_baselines() if self.updating else ()
        if self.updating and not written:
            self.findings += self.recorded
        gone = (key for baseline in self._baselines.values() for key in baseline.gone)
        resolved = [" ".join(filter(None, key)) for key in gone]
        findings = tuple(sorted(self.findings, key=lambda f: f.sort_key))
        severities = Counter(f.severity.value for f in findings)
        summary = Summary(**self.counts, **severities)
        return Report(findings, summary, tuple(self.problems), tuple(resolved), written)

    def _write_baselines(self) -> tuple[str, ...]:
        try:
            return tuple(baseline.update() for baseline in self._baselines.values())
        except CjmError as error:
            self.problems.append(error.message)
            return ()

    def _workspace_findings(self, loaded: LoadedWorkspace) -> None:
        if loaded.file is None or loaded.source is None:
            return
        if self.changes and not self.changes.hold(loaded.file):
            return
        settings = self._home(loaded).settings
        faults = (*loaded.faults, *settings.faults)
        for finding in findings_of(faults, loaded.source, shown_path(loaded.file), None):
            if finding.code in settings.codes:
                severity = settings.severity(finding.code, finding.severity)
                self.findings.append(replace(finding, severity=severity))


def _rule_findings(
    journey: Journey, document: Document, settings: Settings, today: date
) -> Iterator[Finding]:
    analysis = Analysis(journey)
    shared = document.home.workspace
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
        for problem in rule.find(subject):
            severity = problem.severity or rule.severity
            yield finding_of(problem, rule, severity, document.source, document.file, journey.id)
