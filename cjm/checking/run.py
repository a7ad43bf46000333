"""One run: what is asked for, done, and reported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cjm.checking.baseline import Baselines
from cjm.checking.cached import CachedChecker
from cjm.checking.collect import Collector
from cjm.checking.overrides import listed, overrides_of
from cjm.diagnostics.findings import Report
from cjm.i18n import translate
from cjm.project.cache import Cache, MemoryCache, cache_folder
from cjm.project.changes import Changes
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles
from cjm.project.documents import documents
from cjm.records import replace

if TYPE_CHECKING:
    from cjm.checking.against import Against
    from cjm.checking.mending import Mender
    from cjm.journey import Journey

Path = str | os.PathLike[str]


def check(
    paths: Path | Journey | Iterable[Path | Journey] = (),
    *,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    workspace: str | None = None,
    baseline: str | None = None,
    update_baseline: bool = False,
    shrink_baseline: bool = False,
    today: date | None = None,
    cache: bool = False,
    processes: int = 1,
    on_progress: Callable[[int], object] | None = None,
    diff_base: str | None = None,
    against: str | None = None,
    fix: bool = False,
    diff: bool = False,
    measured: bool = True,
) -> Report:
    """Check journeys and report what is wrong.

    `paths` are files and folders, or one of them, `-` is standard input; without any, the
    workspace's journeys. A journey built in Python may stand for a path: it is checked by the
    workspace of the current folder, and its findings have a `route` in place of file and lines.
    `select` and `ignore` take rule codes, names and prefixes; `workspace` and `baseline` name files
    to use in place of the nearest ones. `update_baseline` writes the baseline anew,
    `shrink_baseline` only takes out of it what went away. `today` (default: today) is what dates
    are held against. `cache` looks up, and keeps for the next run, what was found in files in the
    user's cache folder; many files are spread over so many `processes`; `on_progress` is told, from
    time to time, how many are done. The report is the same with and without. `diff_base` is a git
    revision: only journeys that changed since it are checked; the others are read for their ids.
    `against` is one, too: only findings count that are new or worse than there, where the journeys
    are read as they were and checked as today. `fix` makes the safe fixes in the files, and reports
    what is left; `diff` makes them in no file: `Report.mended` has the texts, and that of standard
    input. Unless `measured` is False, overlays count: what was measured of journeys.
    Raises UsageError for an unknown rule or revision or a baseline without a name, and CjmError
    where git fails; everything else is in the report.
    """
    store = MemoryCache() if against and not cache else Cache(cache_folder() if cache else None)
    day = today or date.today()
    checker = CachedChecker(overrides_of(select, ignore), day, store, processes)
    mender = _mender(checker, day, write=not diff) if fix or diff else None
    try:
        workspaces = WorkspaceFiles(workspace, *([mender.workspace] if mender else []))
        checker.workspace(WorkspaceFile())  # refuses unknown rules, whatever there is to check
        before = None if against is None else _against(against, workspaces, checker, measured)
        collector = Collector(
            workspaces,
            checker,
            Baselines(baseline, update_baseline, shrink_baseline),
            None if diff_base is None else Changes(diff_base),
            on_progress or (lambda done: None),
            mender,
            before.note if before else None,
        )
        report = collected(paths, workspaces, checker, collector, measured=measured)
        report = before.left(report) if before else report
    finally:
        checker.close()
    return noted(report, store)


def collected(
    paths: Path | Journey | Iterable[Path | Journey],
    workspaces: WorkspaceFiles,
    checker: CachedChecker,
    collector: Collector,
    language: str | None = None,
    measured: bool = True,
) -> Report:
    """What a collector has to report of all that is at `paths`, as `check` takes them."""
    asked = listed(paths)
    given = [os.fspath(path) for path in asked if not _is_journey(path)]
    own = None if asked else workspaces.of_folder(".")
    if own:
        given = _own(own, checker)
    collector.take(documents(given, workspaces, own, measured))
    for journey in filter(_is_journey, asked):
        collector.take_journey(journey)
    return collector.report(given, language)


def noted(report: Report, store: Cache) -> Report:
    """The report, with a note where nothing can be kept for the next run."""
    if not store.trouble:
        return report
    return replace(report, notes=(translate(store.trouble, report.language),))


def _against(
    revision: str, workspaces: WorkspaceFiles, checker: CachedChecker, measured: bool
) -> Against:
    from cjm.checking.against import Against  # late: few runs ask git

    return Against(revision, workspaces, checker, measured)


def _mender(checker: CachedChecker, today: date, write: bool) -> Mender:
    from cjm.checking.mending import Mender  # late: it brings the rules

    return Mender(today, lambda workspace: checker.workspace(workspace).codes, write)


def _is_journey(asked: object) -> bool:
    # Nobody has a journey who has not loaded its class; a check of files never does that here.
    model = sys.modules.get("cjm.journey")
    return model is not None and isinstance(asked, model.Journey)


def _own(workspace_file: WorkspaceFile, checker: CachedChecker) -> list[str]:
    """Where a workspace's journeys are."""
    folder = workspace_file.folder or "."
    named = checker.workspace(workspace_file).journeys
    return [os.path.join(folder, path) for path in named] or [folder]
