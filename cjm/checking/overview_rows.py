"""The rows of an overview: one a journey, whatever languages it is written in, and their order."""

import math
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from cjm.checking.results import DocumentResult
from cjm.diagnostics.findings import Finding, Severity
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

STATES = ("as-is", "to-be", None)
"""In the order of the rows; what could not be read has none."""
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class OverviewRow(NamedTuple):
    """One journey; shares of 1; None is what does not exist, or could not be read.

    `file` is None of a journey built in Python. `worst` is the id of the touchpoint with the
    lowest C, `worst_title` its title, `worst_scores` O and B there with the digits that
    they are printed with, `worst_tied` how many have that C; `simulated` is whether `disappointed`
    is; `assumed` names figures that rest on
    shares that nobody gave.
    """

    file: str | None
    journey: str | None = None
    title: str | None = None
    state: str | None = None
    language: str | None = None
    balance: float | None = None
    disappointed: float | None = None
    success: float | None = None
    negative_moments_of_truth: int | None = None
    worst: str | None = None
    worst_gap: float | None = None
    error: int = 0
    warning: int = 0
    info: int = 0
    worst_title: str | None = None
    worst_level: str | None = None
    worst_scores: tuple[float, float, int] | None = None
    assumed: tuple[str, ...] = ()
    touchpoints: int = 0
    worst_tied: int = 1
    simulated: bool = False

    @property
    def subject(self) -> "Subject":
        """What findings on the journey name it by."""
        return (self.file, None if self.file else self.journey, None if self.file else self.state)

    @property
    def readable(self) -> bool:
        """Whether the journey could be read, so that it has a title and a state."""
        return self.title is not None

    def to_dict(self) -> dict[str, Any]:
        """The row as `cjm show --format json` prints it."""
        data = {name: getattr(self, name) for name in COLUMNS}
        if (gap := self.worst_gap) is not None and gap == int(gap):
            data["worst_gap"] = int(gap)
        return data


COLUMNS = (
    "file", "journey", "title", "state", "language", "balance", "disappointed", "success",
    "negative_moments_of_truth", "worst", "worst_gap", "error", "warning", "info",
)  # fmt: skip
"""The keys of a journey in JSON, and the columns of CSV and of a frame."""

Subject = tuple[str | None, str | None, str | None]
"""A file; without one the id and the state of a journey built in Python."""


def subject_of(finding: Finding) -> Subject:
    """Which row a finding belongs to."""
    file = finding.file
    return (file, None if file else finding.journey, None if file else finding.state)


class Met(NamedTuple):
    """A journey that was met, the language of its workspace, and the personas it has."""

    row: OverviewRow
    preferred: str
    personas: tuple[str, ...] = ()


def met_as(file: str | None, result: DocumentResult, preferred: str) -> Met:
    """What an overview keeps of a result."""
    identity, figures = result.identity, result.figures
    if identity is None or figures is None:
        id = next((finding.journey for finding in result.findings), None)
        return Met(OverviewRow(file, identity.id if identity else id), preferred)
    row = OverviewRow(
        file=file,
        journey=identity.id,
        title=figures.title,
        state=identity.state,
        language=identity.language,
        balance=figures.balance,
        disappointed=figures.disappointed,
        success=figures.success,
        negative_moments_of_truth=figures.negative_moments_of_truth,
        worst=figures.worst,
        worst_gap=figures.worst_gap,
        worst_title=figures.worst_title,
        worst_level=figures.worst_level,
        worst_scores=figures.worst_scores,
        assumed=figures.assumed,
        worst_tied=figures.worst_tied,
        simulated=figures.simulated,
        touchpoints=result.touchpoints,
    )
    return Met(row, preferred, figures.personas)


def in_one_language(met: Iterable[Met], language: str) -> Iterator[OverviewRow]:
    """Each journey in one of its languages: this one, its workspace's, the first by path.

    Of two files with one id, state and language neither is a version of the other: both stay.
    """
    versions: dict[tuple[str | None, str | None], list[Met]] = {}
    for one in met:
        if one.row.readable:
            versions.setdefault((one.row.journey, one.row.state), []).append(one)
        else:
            yield one.row
    for same in versions.values():
        same.sort(key=lambda one: one.row.file or "")
        spoken = [one.row.language for one in same]
        wanted = (language, same[0].preferred, spoken[0])
        chosen = next(one for one in wanted if one in spoken)
        yield from (one.row for one in same if one.row.language == chosen)


def with_findings(
    row: OverviewRow, counts: Mapping[tuple[Subject, Severity], int], faulty: Set[Subject]
) -> OverviewRow:
    """A row with its findings counted, and without figures where they are not to be trusted."""
    error, warning, info = (counts.get((row.subject, s), 0) for s in SEVERITIES)
    if row.subject in faulty:
        row = OverviewRow(row.file, row.journey)
    return row._replace(error=error, warning=warning, info=info)


def order(row: OverviewRow) -> tuple[int, float, str, str]:
    """As they are, then as they should be; the worst balance first, none last; by path."""
    balance = math.inf if row.balance is None else rounded(row.balance)
    return (STATES.index(row.state), balance, row.file or "", row.journey or "")
