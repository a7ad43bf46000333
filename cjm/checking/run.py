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
from cjm.checking.documents import Document, Skipped, Trouble, documents
from cjm.checking.locate import excerpt_of, finding_of, place_of
from cjm.checking.settings import Overrides, Settings, as_list, listed, settings_of
from cjm.checking.waivers import covering, unused, waiver_faults
from cjm.errors import CjmError
from cjm.findings import Finding, Related, Report, Severity, Summary, words_of
from cjm.journey import Journey
from cjm.language import say, told
from cjm.loading import findings_of, read_journey, shown_path
from cjm.rules import Place, Subject
from cjm.rules.unused_waiver import RULE as UNUSED
from cjm.source import Span
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
) -> Report:
    """Check journeys and report what is wrong.

    `paths` are files and folders, or one of them, `-` is standard input; without any, the
    workspace's journeys.
    `select` and `ignore` take rule codes, names and prefixes; `workspace` and `baseline` name
    files to use in place of the nearest ones. `today` (default: today) is what dates are held
    against. Raises UsageError for an unknown rule; everything else is in the report.
    """
    overrides = Overrides(as_list(listed(select)), as_list(listed(ignore)))
    homes = Workspaces(workspace)
    given = [os.fspath(path) for path in listed(paths)] or homes.of_folder(".").workspace.paths
    run = _Run(homes, overrides, today or date.today(), baseline, update_baseline)
    for found in documents(given, homes):
        run.take(found)
    return run.report()


class _Home(NamedTuple):
    """How the journeys of one workspace are checked."""

    settings: Settings
    baseline: Baseline | None
    language: str


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
        self.problems: list[str] = []
        self.findings: list[Finding] = []
        self.recorded: list[Finding] = []
        self.counts: Counter[str] = Counter()
        self._home_of: dict[str | None, _Home] = {}
        self._first: dict[tuple[str, str, str], tuple[str, Span]] = {}
        self._baselines: dict[str, Baseline] = {}
        self._named = baseline is not None
        self._baseline = self._read_baseline(baseline) if baseline is not None else None

    def take(self, found: Document | Skipped | Trouble) -> None:
        """Check one file."""
        if isinstance(found, Trouble):
            self.problems.append(found.message)
        elif isinstance(found, Skipped):
            self.counts["skipped"] += 1
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
            source, file = document.source, document.file
            findings += findings_of(faults, source, file, journey.id, home.language)
            findings += self._duplicate(journey, document, home.language)
            if not faults:  # a journey with errors is reported broken, not analysed
                findings += _rule_findings(journey, document, home, self.today)
            findings = [f for f in findings if f.code in home.settings.codes]
            findings = self._unwaived(findings, journey, document, home, judged=not faults)
        self._keep(findings, journey, home)

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
                place = (document.source, document.file, journey.id, home.language)
                kept.append(finding_of(problem, UNUSED, UNUSED.severity, *place))
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

    def _duplicate(self, journey: Journey, document: Document, language: str) -> Iterator[Finding]:
        source = document.source
        span = place_of((Place(("id",)),), source)
        key = (journey.id, journey.state, journey.language)
        first = self._first.setdefault(key, (document.file, span))
        if first == (document.file, span):
            return
        id = journey.id
        text = say(
            "another journey has the id {id!r}, state and language: {file}", id=id, file=first[0]
        )
        here_first = say("{id!r} stands here first", id=id)
        yield Finding(
            code="CJM004",
            name="duplicate-id",
            severity=Severity.ERROR,
            message=told(text, language),
            file=document.file,
            span=span,
            journey=id,
            help=told(say("give one of the two another id, state or language"), language),
            related=(Related(told(here_first, language), *first),),
            excerpt=excerpt_of(source, span),
            words=words_of(text, language),
        )

    def _home(self, loaded: LoadedWorkspace) -> _Home:
        if loaded.file not in self._home_of:
            settings, language = settings_of(loaded, self.overrides), loaded.workspace.language
            self._home_of[loaded.file] = _Home(settings, self._baseline_of(loaded), language)
        return self._home_of[loaded.file]

    def _baseline_of(self, loaded: LoadedWorkspace) -> Baseline | None:
        folder = loaded.workspace.folder
        if self._named:
            return self._baseline
        if folder is not None:
            return self._read_baseline(os.path.join(folder, FILE_NAME))
        if self.updating:
            text = say("there is no cjm.yaml to write a baseline beside: --baseline FILE")
            self.problems.append(text)
        return None

    def _read_baseline(self, file: str) -> Baseline | None:
        if self._named and not self.updating and not os.path.exists(file):
            text = say("{file}: there is no such baseline (write it: --update-baseline)", file=file)
            self.problems.append(text)
            return None
        try:
            self._baselines[file] = read_baseline(file)
        except CjmError as error:
            text = say("{message} ({help})", message=error.message, help=error.help)
            self.problems.append(text if error.help else error.message)
            return None
        return self._baselines[file]

    def report(self) -> Report:
        """What the run found, sorted."""
        for loaded in self.homes.loaded.values():
            self._workspace_findings(loaded)
        self.problems += self.homes.unreadable
        written = self._write_baselines() if self.updating else ()
        if self.updating and not written:
            self.findings += self.recorded
        gone = (key for baseline in self._baselines.values() for key in baseline.gone)
        resolved = [" ".join(filter(None, key)) for key in gone]
        findings = tuple(sorted(self.findings, key=lambda f: f.sort_key))
        severities = Counter(f.severity.value for f in findings)
        summary = Summary(**self.counts, **severities)
        language = self._language()
        problems = tuple(told(text, language) for text in self.problems)
        written = tuple(told(text, language) for text in written)
        return Report(findings, summary, problems, tuple(resolved), written, language)

    def _language(self) -> str:
        """The first workspace's that was met; without a journey that of the current folder."""
        met = next(iter(self._home_of.values()), None)
        return met.language if met else self.homes.of_folder(".").workspace.language

    def _write_baselines(self) -> tuple[str, ...]:
        try:
            return tuple(baseline.update() for baseline in self._baselines.values())
        except CjmError as error:
            self.problems.append(error.message)
            return ()

    def _workspace_findings(self, loaded: LoadedWorkspace) -> None:
        if loaded.file is None or loaded.source is None:
            return
        settings, _, language = self._home(loaded)
        faults, file = (*loaded.faults, *settings.faults), shown_path(loaded.file)
        for finding in findings_of(faults, loaded.source, file, None, language):
            if finding.code in settings.codes:
                severity = settings.severity(finding.code, finding.severity)
                self.findings.append(replace(finding, severity=severity))


def _rule_findings(
    journey: Journey, document: Document, home: _Home, today: date
) -> Iterator[Finding]:
    analysis = Analysis(journey)
    settings, _, language = home
    shared = document.home.workspace
    source, file = document.source, document.file
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
            yield finding_of(problem, rule, severity, source, file, journey.id, language)
