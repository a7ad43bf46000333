"""Ways of counting a log: what each of them gives, whatever SQL it does it by."""

from collections.abc import Sequence
from typing import Protocol

from cjm.data.logs.events import Events
from cjm.data.logs.log import Wait
from cjm.journey.paths import CountedPath
from cjm.tuples import NamedTuple

MICROSECONDS = 1_000_000
"""Of a second; times are counted in them, and divided last."""
MICROSECONDS_OF_A_DAY = 86_400 * MICROSECONDS


class MoveRow(NamedTuple):
    """A move as SQL counts it: codes of touchpoints, microseconds.

    Attributes:
        source: From which touchpoint.
        target: To which one.
        n: How often.
        total: The sum of the waits.
        median: Their median.
        p95: Their 95th percentile.
        ties: How many of them are 0.
        first_row: The first row of the log that ends such a move.
    """

    source: int
    target: int
    n: int
    total: int
    median: float
    p95: float
    ties: int
    first_row: int

    @property
    def wait(self) -> Wait:
        """Its wait, in seconds."""
        mean = self.total / (self.n * MICROSECONDS)
        return Wait(self.n, mean, self.median / MICROSECONDS, self.p95 / MICROSECONDS)


class Way(Protocol):
    """A way of counting."""

    def paths(self, open_from: int | None) -> list[CountedPath]:
        """Each different path and how many cases went it, the most frequent first.

        Cases that end at `open_from` (microseconds) or later are counted as open, too.
        """
        ...

    def moves(self, kept: int | None) -> list[MoveRow]:
        """Each move in the cases of the first `kept` paths, or in all cases."""
        ...


def counted_path(events: Events, codes: Sequence[int], cases: int, open: int) -> CountedPath:
    """A path of codes as one of touchpoints."""
    return CountedPath(tuple(events.ids[code] for code in codes), int(cases), int(open))
