"""Walks: the one path that a curve's line follows, with its running balance."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from cjm.analysis.units import points
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis import Analysis

LIKELY, WORST = "likely", "worst"


class Walk(NamedTuple):
    """Touchpoints in the order in which a customer meets them.

    `balance` is the sum of C after each of them, None where it has no end or is not known; `tied`
    walks are as likely, or as bad.
    """

    touchpoints: tuple[str, ...]
    balance: tuple[float, ...] | None
    tied: int = 1


def walk_of(analysis: Analysis, path: str = LIKELY) -> Walk | None:
    """The likely path or the worst one; None where there is none."""
    if path == LIKELY:
        likely = analysis.likely_path
        return None if likely is None else Walk(likely.touchpoints, likely.balance, likely.tied)
    worst = analysis.worst_path
    if worst is None:
        return None
    return Walk(worst.touchpoints, _running(analysis, worst.touchpoints) if worst.bounded else None)


def _running(analysis: Analysis, ids: tuple[str, ...]) -> tuple[float, ...]:
    """The sum of C after each touchpoint, in the exact units of the analysis."""
    units = (analysis.scores.units[analysis.chain.place[id]] for id in ids)
    return tuple(map(points, accumulate(units)))
