"""Overview: many journeys, one line each, the most painful first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.checking.baseline import Baselines
from cjm.checking.cached import CachedChecker
from cjm.checking.collect import Collector
from cjm.checking.key_figures import EVERYBODY
from cjm.checking.overrides import Overrides
from cjm.checking.overview_rows import (
    COLUMNS,
    SEVERITIES,
    Met,
    OverviewRow,
    Subject,
    in_one_language,
    met_as,
    order,
    subject_of,
    with_findings,
)
from cjm.checking.results import DocumentResult
from cjm.checking.run import Path, collected, noted
from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.errors import CjmError, UsageError, require_language
from cjm.i18n import say
from cjm.project.cache import Cache, cache_folder
from cjm.project.discovery import WorkspaceFiles
from cjm.project.documents import Document
from cjm.records import dataclass, replace
from cjm.shown import notebook

if TYPE_CHECKING:
    from cjm.journey import Journey

VERSION = 1
FAULT = "CJM0"
"""How the codes of what keeps a journey from being read begin."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Many journeys, a row each: first as they are, then as they should be, worst balance first.

    `persona` is None for all customers. `unread` counts files that could not be read, `skipped`
    YAML files of another kind, `baselined` findings that a baseline knows. `faults` say why
    something could not be read, `problems` what could not be opened at all; `language` is what
    the page is in.
    """

    journeys: tuple[OverviewRow, ...]
    persona: str | None = None
    unread: int = 0
    skipped: int = 0
    baselined: int = 0
    faults: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"

    @property
    def summary(self) -> dict[str, int]:
        """The totals, every journey counted once, whatever languages it is written in."""
        read = [row for row in self.journeys if row.readable]
        return {
            "journeys": len(read),
            "touchpoints": sum(row.touchpoints for row in read),
            "negative_moments_of_truth": sum(row.negative_moments_of_truth or 0 for row in read),
            **{s.value: sum(getattr(r, s.value) for r in self.journeys) for s in SEVERITIES},
            "baselined": self.baselined,
            "unread": self.unread,
            "skipped": self.skipped,
        }

    @property
    def only_file(self) -> str | None:
        """The file of the only journey, where there is one and nothing else to tell."""
        alone = len(self.journeys) == 1 and not (self.unread or self.problems or self.faults)
        return self.journeys[0].file if alone else None

    def to_dict(self) -> dict[str, Any]:
        """All of it, as `cjm show FOLDER --format json` prints it."""
        journeys = [row.to_dict() for row in self.journeys]
        return {
            "version": VERSION,
            "persona": self.persona,
            "journeys": journeys,
            "summary": self.summary,
        }

    def to_csv(self) -> str:
        """A line a journey under the names of the columns, as `--format csv` prints it.

        A text that a spreadsheet would take for a formula has an apostrophe before it.
        """
        from cjm.source.csv_text import csv_text

        return csv_text((row.to_dict() for row in self.journeys), COLUMNS)

    def to_frame(self) -> Any:
        """The journeys as a pandas DataFrame.

        Returns:
            A row a journey, with the keys of the JSON as columns.

        Raises:
            CjmError: pandas is not installed.
        """
        try:
            import pandas
        except ModuleNotFoundError as error:
            raise CjmError(
                say("pandas is not installed"), help=say("pip install pandas")
            ) from error
        return pandas.DataFrame([row.to_dict() for row in self.journeys], columns=list(COLUMNS))

    def _repr_html_(self) -> str:
        """The journeys as a table, as a notebook shows them."""
        return notebook(self)

    def __repr__(self) -> str:
        return f"Overview({len(self.journeys)} journeys, {self.unread} unread)"


def overview(
    paths: Path | Journey | Iterable[Path | Journey] = (),
    persona: str | None = None,
    language: str | None = None,
    *,
    workspace: str | None = None,
    today: date | None = None,
    cache: bool = False,
    processes: int = 1,
    on_progress: Callable[[int], object] | None = None,
    measured: bool = True,
) -> Overview:
    """The key figures of many journeys, a row each.

    Args:
        paths: Files, folders and journeys built in Python, or one of them; `-` is standard
            input. Without any, the workspace's journeys.
        persona: The id of the persona whose figures are wanted; journeys that do not have it
            have no figures. By default those of all customers.
        language: `en` or `ru`: of a journey written in several languages, the version that is
            taken; else that in the workspace's language, else the first by path.
        workspace: The `cjm.yaml` to use in place of the nearest one.
        today: The day that findings hold dates against; by default today.
        cache: Look up, and keep for the next run, what is known of files.
        processes: How many processes may share the work.
        on_progress: Is told, from time to time, how many journeys are done.
        measured: Whether what overlays say counts.

    Returns:
        The rows, in an order that does not depend on the paths, with findings counted as
        `cjm.check` lists them.

    Raises:
        UsageError: There is no such language, or no journey has such a persona.
    """
    if language is not None:
        require_language(language)
    workspaces = WorkspaceFiles(workspace)
    store = Cache(cache_folder() if cache else None)
    whose = EVERYBODY if persona is None else persona
    checker = CachedChecker(Overrides(), today or date.today(), store, processes, whose)
    met: list[Met] = []
    journeys: dict[str | None, str | None] = {}

    def note(document: Document | None, result: DocumentResult) -> None:
        preferred = checker.workspace(document.workspace).language if document else ""
        met.append(met_as(document.file if document else None, result, preferred))
        if document:
            journeys.update((file, document.file) for file in document.files)

    on_progress = on_progress or (lambda done: None)
    collector = Collector(workspaces, checker, Baselines(None), None, on_progress, on_result=note)
    try:
        report = noted(collected(paths, workspaces, checker, collector, language, measured), store)
    finally:
        checker.close()
    _refuse_persona(met, persona)
    return _overview(met, report, persona, journeys)


def _overview(
    met: list[Met],
    report: Report,
    persona: str | None,
    journeys: Mapping[str | None, str | None],
) -> Overview:
    """The overview of what was met; `journeys` says whose each overlay is, by their files."""

    def subject(finding: Finding) -> Subject:
        file = journeys.get(finding.file, finding.file)
        return subject_of(replace(finding, file=file))

    counts = Counter((subject(finding), finding.severity) for finding in report.findings)
    faults = tuple(f for f in report.findings if f.code.startswith(FAULT))
    faulty = {subject(fault) for fault in faults if fault.severity is Severity.ERROR}
    chosen = list(in_one_language(met, report.language))
    rows = [with_findings(row, counts, faulty) for row in chosen]
    spoilt = sum(row.readable for row in chosen) - sum(row.readable for row in rows)
    return Overview(
        tuple(sorted(rows, key=order)),
        persona,
        report.summary.unread + spoilt,
        report.summary.skipped,
        report.summary.baselined,
        faults,
        report.problems,
        report.notes,
        report.language,
    )


def _refuse_persona(met: list[Met], persona: str | None) -> None:
    """Raise UsageError where journeys were read and none has the persona."""
    known = list(dict.fromkeys(id for one in met for id in one.personas))
    if persona is None or persona in known or not any(one.row.readable for one in met):
        return
    raise UsageError(
        say("no journey here has a persona {persona!r}", persona=persona),
        help=say("their personas: {known}", known=", ".join(known) or say("they have none")),
    )
