"""Log: what an event log says, counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cjm.data.left_out import LeftOut
from cjm.data.logs.counting import Counts, Move
from cjm.journey.paths import CountedPath
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple


class Wait(NamedTuple):
    """How long it took from one event to the next: seconds, over `n` moves.

    Quantiles are exact: linear between order statistics (type 7 of Hyndman and Fan).
    """

    n: int
    mean: float
    median: float
    p95: float


class Failures(NamedTuple):
    """How many events of a touchpoint failed, and in how many cases."""

    events: int
    cases: int


class RarePaths(NamedTuple):
    """Paths that were left out for being rare, and the cases that went them."""

    paths: int = 0
    cases: int = 0


@dataclass(frozen=True)
class Log:
    """The events of a source, by case and in order: who went where, how often, how fast.

    Attributes:
        source: The source's id, or the file's name.
        counts: Visits, starts, ends and moves.
        paths: Every path that some case went whole: the most frequent first, equally frequent ones
            by their touchpoints' code points.
        rare: The paths that are not among them.
        titles: The word that the log has for each touchpoint's id, in order of first appearance.
        waits: The wait of each move, in order of the move's first appearance in the log. Empty
            where nobody asked for them.
        failed: What failed, by touchpoint; None where the source does not say what failed.
        ties: How many events have the time of the event before them in their case.
        repeated: How many events equal another in case, touchpoint and time, beyond the first.
        days: The first and last day of an event that counts.
        read: How many rows were read.
        left_out: Which of them do not count, by reason.
    """

    source: str
    counts: Counts
    paths: tuple[CountedPath, ...] = ()
    rare: RarePaths = RarePaths()
    titles: Mapping[str, str] = field(default_factory=dict)
    waits: Mapping[Move, Wait] = field(default_factory=dict)
    failed: Mapping[str, Failures] | None = None
    ties: int = 0
    repeated: int = 0
    days: tuple[date, date] | None = None
    read: int = 0
    left_out: LeftOut = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return self.counts.cases

    @property
    def events(self) -> int:
        """How many events there are: visits to a touchpoint."""
        return self.counts.events
