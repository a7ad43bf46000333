"""How customers end, put together: exact or simulated, weighed over the personas."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

from cjm.analysis.endings import (
    Disappointed,
    disappointed_share,
    feasible_remembered,
    remembered_score,
)
from cjm.analysis.figures import Fix

if TYPE_CHECKING:
    from cjm.analysis.core import Analysis
    from cjm.analysis.simulation import Walks

MOST_FIX_STATES = 1_000_000
"""States, touchpoints and transitions looked at for all fixes before they are simulated."""
SEARCHES = 4
"""How often an exact share looks at every touchpoint and transition before it counts states."""


class Crowd:
    """The customers of one analysis.

    Where every persona has a share, the whole journey's figures are the share-weighted means of
    the personas': a journey that delights one and fails another is not fine on average.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    @cached_property
    def _parts(self) -> tuple[tuple[float, Crowd], ...]:
        """The personas' crowds with their shares; empty where the journey is not split."""
        shares = [p.share for p in self._analysis.journey.personas]
        if self._analysis.persona is not None or not shares or None in shares:
            return ()
        alike: dict[object, Crowd] = {}  # personas with the same scores end alike
        crowds = [
            alike.setdefault((a.weights, tuple(f.gap for f in a.touchpoints)), a._crowd)
            for a in self._analysis.personas
        ]
        return tuple((share or 0.0, crowd) for share, crowd in zip(shares, crowds, strict=True))

    @cached_property
    def disappointed(self) -> Disappointed:
        """The share of customers whose running total of C is negative when they end."""
        if self._parts:
            return mean_share([(share, crowd.disappointed) for share, crowd in self._parts])
        return self._exact or self._walks.disappointed

    @cached_property
    def remembered(self) -> float | None:
        """Peak-end over the customers; None where nobody met a measured touchpoint."""
        if self._parts:
            known = [(share, crowd.remembered) for share, crowd in self._parts]
            if any(value is None for share, value in known if share > 0):
                return None
            return math.fsum(share * (value or 0.0) for share, value in known)
        flow = self._analysis.flow
        gaps = [figures.gap for figures in self._analysis.touchpoints]
        assert flow is not None
        if feasible_remembered(gaps):
            return remembered_score(self._analysis.structure.chain, gaps, flow.visits)
        return self._walks.mean_remembered

    @cached_property
    def fixes(self) -> dict[str, Fix]:
        """For each touchpoint with C < −tolerance: what closing its gap would change."""
        return {
            figures.id: Fix(
                balance=math.inf if figures.impact is None else -figures.impact + 0.0,
                disappointed=round(self._changes[figures.place], 12) + 0.0,
            )
            for figures in self._analysis.touchpoints
            if figures.level == "disappointment"
        }

    @cached_property
    def _changes(self) -> list[float]:
        """How closing each touchpoint's gap, where negative, would change the share."""
        if self._parts:
            parts = [(share, crowd._changes) for share, crowd in self._parts]
            places = range(len(self._analysis.touchpoints))
            return [math.fsum(share * changes[n] for share, changes in parts) for n in places]
        weights = self._analysis.weights
        if self._exact is not None and self._work * self._losses <= MOST_FIX_STATES:
            return [self._change(n) if weight < 0 else 0.0 for n, weight in enumerate(weights)]
        return self._walks.changes([max(0.0, -weight) for weight in weights])

    def _change(self, place: int) -> float:
        """The change by closing one gap: exact where that is feasible."""
        weights = list(self._analysis._units)
        weights[place] = 0
        solved = disappointed_share(self._analysis.structure.chain, weights)
        if solved is None:
            gains = [0.0] * len(weights)
            gains[place] = -self._analysis.weights[place]
            return self._walks.changes(gains)[place]
        return solved[0] - self.disappointed.share

    @property
    def _exact(self) -> Disappointed | None:
        return None if self._solved is None else Disappointed(self._solved[0], exact=True)

    @property
    def _work(self) -> int:
        """What one exact share takes: states, and some searches of the graph for what can come."""
        chain = self._analysis.structure.chain
        graph = len(chain.ids) + sum(len(ways) for ways in chain.ways)
        return SEARCHES * graph + (self._solved[1] if self._solved else 0)

    @property
    def _losses(self) -> int:
        return sum(weight < 0 for weight in self._analysis.weights)

    @cached_property
    def _solved(self) -> tuple[float, int] | None:
        units = self._analysis._units
        if min(units) >= 0:
            return 0.0, 0  # nothing is lost anywhere
        return disappointed_share(self._analysis.structure.chain, units)

    @cached_property
    def _walks(self) -> Walks:
        from cjm.analysis.simulation import simulate

        analysis, flow = self._analysis, self._analysis.flow
        assert flow is not None
        losses = [n for n, weight in enumerate(analysis.weights) if weight < 0]
        gaps = [figures.gap for figures in analysis.touchpoints]
        return simulate(analysis.structure.chain, analysis.weights, gaps, flow.length, losses)


def mean_share(parts: list[tuple[float, Disappointed]]) -> Disappointed:
    """The share-weighted mean, with an upper bound of the simulated parts' standard error."""
    share = math.fsum(weight * part.share for weight, part in parts)
    if all(part.exact for _, part in parts):
        return Disappointed(share, exact=True)
    # The personas walk with the same luck, so their errors add up and do not cancel.
    error = math.fsum(weight * (part.standard_error or 0.0) for weight, part in parts)
    return Disappointed(share, exact=False, standard_error=error)
