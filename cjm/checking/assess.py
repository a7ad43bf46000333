"""Assess: one journey → all that is known of it: its tree, its figures, its findings.

What all that ask have in common. Nothing here knows files, terminals or the clock, and nothing is
worked out before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cjm.analysis import Analysis, analyze
from cjm.analysis.unsolved import is_noted
from cjm.checking.diagnosing import Finder, are_solved, diagnosed
from cjm.checking.measured_places import at_overlay
from cjm.checking.overrides import overrides_of
from cjm.checking.settings import Settings, WorkspaceRules, graded, settings_of
from cjm.checking.waivers import covering, unused, waiver_faults
from cjm.diagnostics import Diagnostic
from cjm.diagnostics.findings import Finding
from cjm.errors import require_language
from cjm.journey import Journey
from cjm.project.discovery import WorkspaceFile
from cjm.project.findings import Origin, finding_of
from cjm.project.loading import Loaded, read_journey
from cjm.project.workspace import Workspace, load_workspace
from cjm.project.writing import dump
from cjm.rules import Rule
from cjm.rules.unused_waiver import RULE as UNUSED
from cjm.source import Source, parse

if TYPE_CHECKING:
    from cjm.analysis.conformance import Conformance
    from cjm.analysis.plans import Plan

Compare = Callable[[Journey, Settings], "Conformance"]
"""What compares a journey with an event log, as a workspace sets its rules."""


class Assessment:
    """What is known of one journey, from its text or as it was built in Python.

    `source` is the tree of the text; None without one. `beside` are those of other files that
    belong to it, by their names in findings; `compare` compares it with an event log. `language`
    is what findings are told in, by default the workspace's.

    The findings come in steps, each dearer than the one before: an editor shows the first while
    the next is worked out. None has a finding that a waiver covers.
    """

    def __init__(
        self,
        of: Source | Journey,
        file: str | None,
        rules: WorkspaceRules,
        today: date,
        beside: tuple[tuple[str, Source], ...] = (),
        compare: Compare | None = None,
        language: str | None = None,
    ) -> None:
        self.source = of if isinstance(of, Source) else None
        self._of = of
        self._file = file
        self._rules = rules
        self._today = today
        self._beside = beside
        self._compare = compare
        self._language = language or rules.loaded.workspace.language

    @property
    def workspace(self) -> Workspace:
        """What holds for the journey, and for others beside it."""
        return self._rules.loaded.workspace

    @property
    def overlays(self) -> tuple[str, ...]:
        """The names of the other files that belong to it."""
        return tuple(file for file, _ in self._beside)

    @property
    def journey(self) -> Journey | None:
        """The journey; None where the text holds none that can be used."""
        return self._loaded.journey

    @cached_property
    def analysis(self) -> Analysis | None:
        """Its figures, worked out when they are asked for; None where there is no journey."""
        return None if self.journey is None else analyze(self.journey)

    @cached_property
    def conformance(self) -> Conformance | None:
        """What customers did beside it; None where there is no event log, or the file has faults.

        Raises CjmError where the two cannot be compared.
        """
        if self.journey is None or self.faults or self._compare is None:
            return None
        return self._compare(self.journey, self._rules.settings)

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """What is wrong with the text as YAML, as a journey, and with its waivers."""
        found: Iterable[Finding] = self._loaded.findings
        if self.journey is not None:
            found = [finding_of(fault, self._origin) for fault in waiver_faults(self.journey)]
        return tuple(graded(found, self._rules.settings))

    @property
    def structure(self) -> tuple[Finding, ...]:
        """What can be told without following the customers; nothing where there are faults."""
        return tuple(graded(self._unwaived(self._found_in_structure), self._rules.settings))

    @property
    def figures(self) -> tuple[Finding, ...]:
        """What rests on figures of the flow, and waivers that cover nothing."""
        unwaived = self._unwaived((*self._found_in_figures, *self._found_in_log))
        return tuple(graded((*unwaived, *self._unused_waivers), self._rules.settings))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them: faults, structure, figures; each as bad as the workspace has it."""
        return (*self.faults, *self.structure, *self.figures)

    @property
    def waived(self) -> int:
        """How many findings a waiver covers."""
        return sum(bool(self._waivers(finding)) for finding in self._found)

    @cached_property
    def plans(self) -> tuple[Plan, ...] | None:
        """What to do first, by objective; None without open improvements, or a balance to raise."""
        from cjm.checking.export import plans_of

        return None if self.analysis is None else plans_of(self.analysis)

    def to_dict(self, language: str | None = None) -> dict[str, Any]:
        """All that a reader can see of the journey: what a page of a report is made of.

        Args:
            language: What findings are told in, `en` or `ru`; by default the workspace's.

        Returns:
            Its fields in long form, its figures for everybody and for each persona, its plans and
            its findings. `cjm.schema("report")` is its JSON Schema. Of a text that holds no journey
            `unread` is true, and nothing is there but its id, file and findings.

        Raises:
            UsageError: There is no language of that name.
        """
        from cjm.checking.export import findings_data, read_data, unread_data

        told = self.told_in(language or self._language)
        if self.analysis is None:
            data = unread_data(self._loaded.id, self._file)
        else:
            data = read_data(self.analysis, self.source, self._file, self.plans)
        return {**data, "findings": findings_data(told.findings)}

    def told_in(self, language: str) -> Assessment:
        """The same with its findings in another language; figures are not worked out anew.

        Raises UsageError where there is no language of that name.
        """
        if language == self._language:
            return self
        require_language(language)
        told = Assessment(
            self._of, self._file, self._rules, self._today, self._beside, self._compare, language
        )
        if self.journey is not None:  # else its faults are told while it is read
            vars(told)["_loaded"] = self._loaded
            vars(told)["analysis"] = self.analysis
        return told

    @cached_property
    def _loaded(self) -> Loaded:
        if isinstance(self._of, Journey):
            return Loaded(self._of, self._of.id, ())
        workspace = self._rules.loaded.workspace
        return read_journey(self._of, self._file, workspace, self._beside, self._language)

    @cached_property
    def _origin(self) -> Origin:
        journey, language = self._loaded.journey, self._language
        if journey is None:
            return Origin(self._file, self.source, self._loaded.id, language, beside=self._beside)
        source = self.source or parse(dump(journey))
        unwritten = self.source is None
        return Origin(
            self._file, source, journey.id, language, journey.state, unwritten, self._beside
        )

    @cached_property
    def _found_in_structure(self) -> tuple[Finding, ...]:
        return self._found_by(lambda rule: None if rule.needs_flow else rule.find)

    @cached_property
    def _found_in_figures(self) -> tuple[Finding, ...]:
        if self.analysis is None or not are_solved(self.analysis, self._rules.settings.rules):
            return ()
        return self._found_by(
            lambda rule: rule.find if rule.needs_flow else rule.find_in_flow, weighed=True
        )

    @cached_property
    def _found_in_log(self) -> tuple[Finding, ...]:
        lived = self.conformance
        if lived is None:
            return ()

        def finder(rule: Rule) -> Finder | None:
            find = rule.find_in_log
            return None if find is None else lambda subject: find(subject, lived)

        return self._found_by(finder)

    @property
    def _found(self) -> tuple[Finding, ...]:
        return (*self._found_in_structure, *self._found_in_figures, *self._found_in_log)

    def _found_by(
        self, finder: Callable[[Rule], Finder | None], weighed: bool = False
    ) -> tuple[Finding, ...]:
        """What the finders of rules find in a journey without faults, `weighed` by impacts."""
        if self.analysis is None or self.faults:
            return ()
        told = diagnosed(self.analysis, self._rules, self._today, self.source, finder)
        found = (self._finding(diagnostic, rule, weighed) for diagnostic, rule in told)
        return tuple(f for f in found if f.code in self._rules.settings.codes)

    def _finding(self, diagnostic: Diagnostic, rule: Rule, weighed: bool = False) -> Finding:
        if self._beside and self.journey is not None:
            diagnostic = at_overlay(diagnostic, self.journey, self._beside[0][0])
        id, impact = diagnostic.touchpoint, None
        if weighed and id and self.analysis is not None:
            impact = self.analysis[id].impact
        return finding_of(diagnostic, self._origin, rule.name, rule.severity, impact=impact)

    def _waivers(self, finding: Finding) -> set[int]:
        """Which waivers of the journey cover a finding."""
        return set(covering(finding, self.journey.waivers, self._today)) if self.journey else set()

    def _unwaived(self, findings: Iterable[Finding]) -> list[Finding]:
        return [finding for finding in findings if not self._waivers(finding)]

    @property
    def _unused_waivers(self) -> list[Finding]:
        codes = {code for code in self._rules.settings.codes if not is_noted(code)}
        if self.journey is None or self.faults or UNUSED.code not in codes:
            return []
        used = set[int]().union(*map(self._waivers, self._found))
        left = unused(self.journey.waivers, used, codes, self._today)
        return [self._finding(diagnostic, UNUSED) for diagnostic in left]


def assess(
    journey: str | Journey,
    workspace: str | None = None,
    *,
    name: str | None = None,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    today: date | None = None,
) -> Assessment:
    """All that is known of a journey, whatever holds it; no file is read.

    Args:
        journey: A journey as YAML, or one built in Python.
        workspace: What its `cjm.yaml` says; by default there is none.
        name: What findings call the text; its stem is the id of a journey that has none. Without
            one, findings have no file; those of a journey built in Python have no lines either.
        select: Rule codes, names and prefixes that run; by default what the workspace says.
        ignore: Rules that do not run.
        today: The day that dates are held against; by default today.

    Returns:
        Its source, journey, analysis and findings, each worked out when it is asked for.

    Raises:
        UsageError: `select` or `ignore` names a rule that does not exist.
    """
    home = WorkspaceFile() if workspace is None else WorkspaceFile("cjm.yaml", workspace.encode())
    loaded = load_workspace(home)
    rules = WorkspaceRules(loaded, settings_of(loaded, overrides_of(select, ignore)))
    of = parse(journey) if isinstance(journey, str) else journey
    return Assessment(of, name, rules, today or date.today())
