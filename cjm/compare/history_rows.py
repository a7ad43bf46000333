"""What a history is: rows of revisions, and the touchpoints that are followed over them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from cjm.analysis.facts import number
from cjm.compare.past_journey import Unread
from cjm.journey import Journey
from cjm.records import dataclass

VERSION = 1


@dataclass(frozen=True, slots=True)
class MetricThen:
    """A metric in one revision."""

    value: float | None
    target: str | None
    met: bool | None
    unit: str | None

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"value": number(self.value), "target": self.target, "met": self.met}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One state of the journey: a commit's, or the working tree's, which has no commit.

    `gaps` are by the ids that touchpoints have now, or had last; None where there is no C. Times
    are ISO 8601.
    """

    commit: str | None
    time: str | None
    author_time: str | None
    subject: str | None
    path: str
    gaps: dict[str, float | None]
    balance: float | None
    disappointed: float | None
    metrics: dict[str, MetricThen]

    @property
    def figures(self) -> object:
        """What makes it a row of its own for people."""
        gaps = {id: gap for id, gap in self.gaps.items() if gap is not None}
        return gaps, self.balance, self.disappointed, self.metrics

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "commit": self.commit,
            "time": self.time,
            "author_time": self.author_time,
            "subject": self.subject,
            "path": self.path,
            "gaps": {id: number(gap) for id, gap in self.gaps.items()},
            "balance": number(self.balance),
            "disappointed": number(self.disappointed),
            "metrics": {id: metric.to_dict() for id, metric in self.metrics.items()},
        }


@dataclass(frozen=True, slots=True)
class Followed:
    """A touchpoint over time: its id now, or the last one, and those that it had before."""

    id: str
    title: str
    before: tuple[str, ...]
    is_there: bool
    """Whether the last state has it."""
    moment_of_truth: bool

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "id": self.id,
            "title": self.title,
            "before": list(self.before),
            "is_there": self.is_there,
            "moment_of_truth": self.moment_of_truth,
        }


@dataclass(frozen=True, slots=True)
class History:
    """A journey over its revisions, the oldest first. `journey` is the last of its states."""

    path: str
    journey: Journey
    touchpoints: tuple[Followed, ...]
    rows: tuple[HistoryRow, ...]
    skipped: tuple[Unread, ...]
    shallow: bool
    commits: int
    """How many revisions a shallow clone holds at most, this one's."""
    metric_titles: dict[str, str]

    def to_dict(self) -> dict[str, Any]:
        """As `cjm history --format json` prints it."""
        return {
            "version": VERSION,
            "path": self.path,
            "journey": self.journey.id,
            "touchpoints": [each.to_dict() for each in self.touchpoints],
            "revisions": [row.to_dict() for row in self.rows],
            "skipped": [each.to_dict() for each in self.skipped],
            "shallow": self.shallow,
        }

    def to_csv(self) -> str:
        """A line for each revision and touchpoint; no cell is a formula to a spreadsheet."""
        from cjm.source.csv_text import csv_text

        about = ("commit", "time", "subject", "path", "balance", "disappointed")
        rows = (
            {**{name: data[name] for name in about}, "touchpoint": id, "gap": gap}
            for data in (row.to_dict() for row in self.rows)
            for id, gap in data["gaps"].items()
        )
        return csv_text(rows, (*about, "touchpoint", "gap"))

    def __repr__(self) -> str:
        return f"History({self.path}, revisions {len(self.rows)})"


def columns_of(rows: Sequence[HistoryRow], most: int | None = None) -> list[HistoryRow]:
    """The rows that people look at: the first, the last, and those in which a figure changed.

    Args:
        rows: All of them, the oldest first.
        most: Where there are more, those in which C moved most stay.
    """
    changed = [row for before, row in pairwise(rows) if row.figures != before.figures]
    kept = [*rows[:1], *changed]
    if rows and kept[-1] is not rows[-1] and rows[-1].commit is None:
        kept.append(rows[-1])
    if most is None or len(kept) <= most:
        return kept
    moved = {id(row): _moved(before, row) for before, row in pairwise(kept)}
    inside = sorted(kept[1:-1], key=lambda row: -moved[id(row)])[: most - 2]
    chosen = {id(row) for row in (kept[0], *inside, kept[-1])}
    return [row for row in kept if id(row) in chosen]


def _moved(before: HistoryRow, row: HistoryRow) -> float:
    """How far C of all touchpoints went."""
    pairs = ((gap, before.gaps.get(id)) for id, gap in row.gaps.items())
    return sum(abs(now - then) for now, then in pairs if now is not None and then is not None)
