"""Deviations: which of the moves that nobody planned a picture of the lived flow draws.

In a long log almost every touchpoint is followed by almost every other one once. Drawn all, the
rare ones bury the frequent ones; process-mining tools have a slider for that. Here the least share
is the lowest of a few round ones that leaves no more lines than the map has touchpoints.
"""

from __future__ import annotations

from collections.abc import Sequence

from cjm.tuples import NamedTuple

LEAST_SHARES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
"""Shares of the visits to where a move begins: from one of them on it is drawn."""


class FlowMove(NamedTuple):
    """A move that was planned or made: `n` times of `of`; `declared` is None where not planned."""

    source: str | None
    target: str | None
    n: int
    of: int
    declared: float | None

    @property
    def share(self) -> float:
        """How often of how often it could have been."""
        return self.n / self.of if self.of else 0.0


class Deviations(NamedTuple):
    """The moves that are drawn, in their order, and those left out: not planned, below `least`."""

    drawn: tuple[FlowMove, ...]
    left_out: tuple[FlowMove, ...]
    least: float

    @property
    def times(self) -> int:
        """How often the moves that are left out were made."""
        return sum(move.n for move in self.left_out)


def deviations_of(moves: Sequence[FlowMove], most: int) -> Deviations:
    """All planned moves, and of the others the frequent ones: at most so many, where shares allow.

    Args:
        moves: Moves between touchpoints.
        most: How many that are not planned may be drawn.
    """

    def rare(move: FlowMove, least: float) -> bool:
        return move.declared is None and move.share < least

    for least in LEAST_SHARES:
        drawn = tuple(move for move in moves if not rare(move, least))
        if sum(move.declared is None for move in drawn) <= most:
            break
    left_out = tuple(move for move in moves if rare(move, least))
    return Deviations(drawn, left_out, least if left_out else 0.0)
