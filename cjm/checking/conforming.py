"""Conforming: a journey beside an event log → a report, in the same way as any check."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date

from cjm.analysis.conformance import Conformance
from cjm.checking.baseline import Baselines
from cjm.checking.cached import CachedChecker
from cjm.checking.checker import Checker
from cjm.checking.collect import Collector
from cjm.checking.overrides import Overrides, overrides_of
from cjm.checking.run import collected
from cjm.checking.settings import Settings
from cjm.diagnostics.findings import Report
from cjm.journey import Journey
from cjm.project.cache import Cache
from cjm.project.discovery import WorkspaceFiles
from cjm.tuples import NamedTuple

LEAST_VISITS_OF = "CJM508"
"""The rule whose option `n` says how many visits it takes to test a probability."""


class Judged(NamedTuple):
    """What came of a comparison.

    Attributes:
        conformance: How the cases agree with the journey; None where its file has faults.
        report: The findings, as of any check.
    """

    conformance: Conformance | None
    report: Report


class LogChecker(CachedChecker):
    """Results on journeys beside an event log; nothing of them is kept."""

    def __init__(
        self,
        overrides: Overrides,
        today: date,
        compare: Callable[[Journey, Settings], Conformance],
    ) -> None:
        super().__init__(overrides, today, Cache(None))
        self._own = Checker(overrides, today, compare=compare)


def conformed(
    path: str | os.PathLike[str] | Journey,
    compare: Callable[[Journey, int], Conformance],
    *,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    workspace: str | None = None,
    baseline: str | None = None,
    update_baseline: bool = False,
    shrink_baseline: bool = False,
    today: date | None = None,
) -> Judged:
    """Compare a journey with an event log, and judge what is found as a check does.

    Args:
        path: The journey's file, - for standard input, or a journey built in Python.
        compare: Compares a journey, testing probabilities from so many visits on.
        select: Rules that run; default: all that look at a log.
        ignore: Rules that do not.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        baseline: The file of known findings, in place of the one beside `cjm.yaml`.
        update_baseline: Write today's findings there; those of other rules stay.
        shrink_baseline: Take out of it what went away.
        today: What the last days of waivers are held against; default: today.

    Returns:
        The comparison and its findings.

    Raises:
        UsageError: There is no such rule, or the baseline has no name.
        CjmError: The two cannot be compared.
    """
    done: list[Conformance] = []

    def once(journey: Journey, settings: Settings) -> Conformance:
        done.append(compare(journey, int(settings.options[LEAST_VISITS_OF]["n"])))
        return done[-1]

    overrides = overrides_of(select, ignore, log=True)
    checker = LogChecker(overrides, today or date.today(), once)
    workspaces = WorkspaceFiles(workspace)
    collector = Collector(
        workspaces, checker, Baselines(baseline, update_baseline, shrink_baseline)
    )
    report = collected(path, workspaces, checker, collector)
    return Judged(done[-1] if done else None, report)
