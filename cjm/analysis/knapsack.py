"""The best balance within a budget: a mixed-integer program, solved exactly by HiGHS.

Variables: take an improvement or not (0 or 1), and how far the experience rises in each room, at
most its headroom and at most the lifts taken. Source: Huangfu and Hall, Mathematical Programming
Computation 10 (2018) 119–142, through scipy.optimize.milp.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from cjm.analysis.figures import Figures
from cjm.analysis.improving import rooms_of
from cjm.analysis.unsolved import note
from cjm.errors import CjmError
from cjm.i18n import external, say
from cjm.journey import Improvement
from cjm.rounding import rounded

MOST_POINTS = 40
"""Efficient points worked out at most, two programs each; the cheapest and the best are among
them."""
MOST_NODES = 2_000
"""Nodes of a program's search tree before it is given up."""

Chosen = tuple[Improvement, ...]


class SolverError(CjmError):
    """HiGHS found neither a set nor that there is none."""


@contextmanager
def silence() -> Iterator[None]:
    """Keep what HiGHS prints from C away from standard output, where a plan's JSON may go."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


class Program:
    """The program over some improvements, costs in whole units."""

    def __init__(
        self,
        analysis: Figures,
        candidates: Sequence[Improvement],
        tally: Callable[..., object] = lambda sets=1: None,
    ) -> None:
        self._tally = tally
        rooms = rooms_of(analysis)
        lifted = {lift.touchpoint for i in candidates for lift in i.lifts}
        self.candidates = candidates
        self.rooms = [r for r in rooms if r.touchpoint in lifted and r.value > 0 and r.headroom > 0]
        fractions = [Fraction(repr(float(i.cost))) for i in candidates]
        self._unit = Fraction(
            math.gcd(*(f.numerator for f in fractions)) or 1,
            math.lcm(*(f.denominator for f in fractions)),
        )
        self.costs = [int(f / self._unit) for f in fractions]
        self._lifts = {
            id(i): tuple(
                (n, lift.points)
                for n, room in enumerate(self.rooms)
                for lift in i.lifts
                if lift.touchpoint == room.touchpoint
            )
            for i in candidates
        }
        self.complete = True
        """Whether `points` held all of the frontier."""

    def efficient(self, most: int) -> list[Chosen] | None:
        """All efficient sets, by dominance; None where it takes more than `most` sets."""
        from cjm.analysis.efficient import Candidate, efficient_sets

        pairs = zip(self.candidates, self.costs, strict=True)
        kept = efficient_sets(
            [Candidate(cost, self._lifts[id(i)]) for i, cost in pairs],
            [(room.value, room.headroom) for room in self.rooms],
            most,
            self._tally,
        )
        if kept is None:
            return None
        return [tuple(self.candidates[n] for n in k.members) for k in kept]

    def points(self, budget: float | None) -> list[Chosen]:
        """Sets of improvements on the efficient frontier, from none to the best.

        With a budget only three: none, the best within it, and the cheapest that is better still.
        Raises SolverError.
        """
        if budget is not None:
            best = self.best(self.in_units(budget))
            better = self.cheapest_above(self.gain(best))
            return [(), *([best] if best else []), *([better] if better is not None else [])]
        points: list[Chosen] = []
        chosen = self.best(None)
        while chosen and len(points) < MOST_POINTS:
            points.append(chosen)
            chosen = self.best(self.cost(chosen) - 1)
        self.complete = not chosen
        return [(), *reversed(points)]

    def in_units(self, budget: float) -> int:
        """How many units of cost fit into a budget."""
        return math.floor(Fraction(repr(float(budget))) / self._unit)

    def cost(self, chosen: Chosen) -> int:
        """What a set costs, in units."""
        taken = set(map(id, chosen))
        pairs = zip(self.candidates, self.costs, strict=True)
        return sum(cost for i, cost in pairs if id(i) in taken)

    def gain(self, chosen: Chosen) -> float:
        """What a set adds to the balance."""
        lifted: dict[int, float] = {}
        for improvement in chosen:
            for room, points in self._lifts[id(improvement)]:
                lifted[room] = lifted.get(room, 0.0) + points
        return math.fsum(
            self.rooms[n].value * min(self.rooms[n].headroom, points)
            for n, points in lifted.items()
        )

    def best(self, most: int | None) -> Chosen:
        """The set that costs at most that many units and gains most; the cheapest of several."""
        if most is not None and most < 0:
            return ()
        best = self._solve([-r.value for r in self.rooms], [0.0] * len(self.costs), most, None)
        cheaper = self.cheapest_with(self.gain(best or ()))
        return cheaper if cheaper is not None else best or ()

    def cheapest_with(self, gain: float) -> Chosen | None:
        """The cheapest set that gains as much."""
        found = self._solve([0.0] * len(self.rooms), self.costs, None, gain)
        if found is None or rounded(self.gain(found)) < rounded(gain):
            return None
        return found

    def cheapest_above(self, gain: float) -> Chosen | None:
        """The cheapest set that gains more, the best of its cost; None where none does."""
        step = max(1e-4, 1e-4 * abs(gain))  # well above the solver's own tolerance
        found = self._solve([0.0] * len(self.rooms), self.costs, None, gain + step)
        if not found:
            return None
        best = self.best(self.cost(found))
        return best if self.gain(best) > gain else None

    def _solve(
        self,
        room_prices: Sequence[float],
        prices: Sequence[float],
        most: int | None,
        gain: float | None,
    ) -> Chosen | None:
        """The set of least price, or None where no set fits."""
        self._tally()
        try:
            import numpy as np
            from scipy.optimize import Bounds, LinearConstraint, milp
        except ModuleNotFoundError:
            note("plan")
            raise SolverError(say("SciPy is not installed")) from None

        sets, rooms = len(self.candidates), len(self.rooms)
        if not sets or not rooms:
            return None if gain else ()
        limits: list[Any] = [LinearConstraint(self._rises(), -np.inf, 0)]
        if most is not None:
            limits.append(LinearConstraint(np.array([*self.costs, *[0] * rooms]), -np.inf, most))
        if gain is not None:
            values = np.array([*[0.0] * sets, *(r.value for r in self.rooms)])
            limits.append(LinearConstraint(values, gain, np.inf))
        with silence():
            solved = milp(
                np.array([*prices, *room_prices], dtype=float),
                constraints=limits,
                integrality=np.array([1] * sets + [0] * rooms),
                bounds=Bounds(0, np.array([1.0] * sets + [r.headroom for r in self.rooms])),
                options={"mip_rel_gap": 0, "node_limit": MOST_NODES},
            )
        if solved.status == 2:  # no set fits
            return None
        if solved.status != 0:
            raise SolverError(
                say("the solver gave up: {words}", words=external(str(solved.message)))
            )
        return tuple(
            i for i, x in zip(self.candidates, solved.x[:sets], strict=True) if round(x) == 1
        )

    def _rises(self) -> Any:
        """A row a room: its rise, less the lifts taken there, is at most 0."""
        import numpy as np

        sets = len(self.candidates)
        rows = np.zeros((len(self.rooms), sets + len(self.rooms)))
        for n in range(len(self.rooms)):
            rows[n, sets + n] = 1
            for m, improvement in enumerate(self.candidates):
                rows[n, m] = -math.fsum(p for r, p in self._lifts[id(improvement)] if r == n)
        return rows
