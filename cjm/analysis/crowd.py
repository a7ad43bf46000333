"""How customers end, put together: exact or simulated, weighed over the personas."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cjm.analysis.chain import Chain
from cjm.analysis.endings import Disappointed, disappointed_share
from cjm.analysis.flow import Flow
from cjm.analysis.remembered import TooManyTouchpoints, is_always_exact, remembered_score
from cjm.analysis.scores import Scores
from cjm.analysis.solving import SMALL
from cjm.analysis.unsolved import note, solved_property
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis.generating import Totals

FEW_STATES = 5_000
"""States looked at before anything else is tried: some thousandths of a second."""
MOST_STATES = 20_000
"""States of the exact computation before the simulation takes over."""
MOST_WAYS = 10_000
"""Transitions up to which the generating function is tried."""
SEARCHES = 4
"""How often an exact share looks at every touchpoint and transition before it counts states."""
FULL_EFFORT = 8
"""Personas up to which each one has all of these states and products; more share them."""
CROWDS_KEPT = 16
"""Crowds whose figures are kept, a journey's and its personas': most words change nobody's end."""


class Walked(NamedTuple):
    """What simulated customers tell: `changes` by closing each gap that loses."""

    steps: int
    disappointed: Disappointed
    remembered: float | None
    changes: tuple[float, ...]


@dataclass(frozen=True)
class Crowd:
    """The customers of one journey, or of one of its personas.

    Where `parts` holds the personas' crowds with their shares, the figures are the share-weighted
    means of theirs: a journey that delights one and fails another is not fine on average. Who has
    met nothing that is measured is no part; the shares of the others sum to 1. The flow is the
    chain's.
    """

    chain: Chain
    flow: Flow = field(compare=False)
    scores: Scores
    parts: tuple[tuple[float, Crowd], ...] = ()
    personas: int = 1
    """How many personas the journey has: they share the work."""

    @solved_property
    def disappointed(self) -> Disappointed:
        """The share of customers whose running total of C is negative when they end."""
        if self.parts:
            return mean_share([(share, crowd.disappointed) for share, crowd in self.parts])
        if self._share is None:
            return self._walked.disappointed
        return Disappointed(round(self._share, 12) + 0.0, exact=True)

    @solved_property
    def remembered(self) -> float | None:
        """Peak-end over the customers; None where nobody met a measured touchpoint."""
        if self.parts:
            known = [(share, crowd.remembered) for share, crowd in self.parts]
            return mean_of((share, value) for share, value in known if value is not None)
        try:
            return remembered_score(self.chain, self.scores.gaps, self.flow.visits)
        except ValueError:  # floats lose sight of customers
            return None
        except TooManyTouchpoints:
            return self._walked.remembered

    @solved_property
    def changes(self) -> tuple[float, ...]:
        """How closing each touchpoint's gap, where C < −tolerance, would change the share."""
        if self.parts:
            parts = [(share, crowd.changes) for share, crowd in self.parts]
            return tuple(
                math.fsum(share * changes[n] for share, changes in parts)
                for n in range(len(self.chain.ids))
            )
        if not self._closable:
            return (0.0,) * len(self.chain.ids)
        return self._pushed_changes(FEW_STATES) or self._inverted_changes() or self._exact_or_walked

    # ---- the ways to work it out, cheapest first -----------------------------------------------

    @property
    def _effort(self) -> float:
        return effort_of(self.personas)

    @property
    def _losing(self) -> list[int]:
        """The touchpoints that customers meet and that lose."""
        pairs = zip(self.scores.units, self.flow.visits, strict=True)
        return [n for n, (weight, visits) in enumerate(pairs) if weight < 0 and visits]

    @property
    def _closable(self) -> list[int]:
        """Those of them whose gap counts as a disappointment."""
        return [n for n in self._losing if n in self.scores.below]

    @cached_property
    def _pushed(self) -> tuple[float, int] | None:
        """The exact share and the states it took, where they are few."""
        if not self._losing:
            return 0.0, 0
        states = FEW_STATES if self._invertible else MOST_STATES
        return disappointed_share(self.chain, self.scores.units, int(states * self._effort))

    @property
    def _invertible(self) -> bool:
        """Whether one solve of the generating function may be short enough."""
        return sum(map(len, self.chain.ways)) <= MOST_WAYS

    @cached_property
    def _share(self) -> float | None:
        """The exact share; None where it takes too much."""
        if self._pushed is not None:
            return self._pushed[0]
        if not self._invertible:
            return None
        if self._inverted is not None and (share := self._inverted[0]) is not None:
            return min(1.0, max(0.0, share))
        pushed = disappointed_share(self.chain, self.scores.units, int(MOST_STATES * self._effort))
        if pushed is None and self._lacks_numpy((), self._effort):
            note("disappointed")
        return None if pushed is None else pushed[0]

    @cached_property
    def _inverted(self) -> tuple[float | None, int] | None:
        """The share by the generating function, None where that is long, and the products."""
        if self._totals is None:
            return None
        return self._totals.share(self._together, self._effort), self._totals.products

    @cached_property
    def _totals(self) -> Totals | None:
        """The generating function of the totals, where one solve of it is short."""
        from cjm.analysis.generating import Totals
        from cjm.analysis.weighted_chain import schedule_of

        schedule = schedule_of(self.chain)
        if schedule is None:
            return None
        step = math.gcd(*self.scores.units) or 1
        return Totals(schedule, [weight // step for weight in self.scores.units])

    @cached_property
    def work(self) -> int:
        """What the share took: states looked at, products, steps; the parts' together."""
        if self.parts:
            return sum(crowd.work for crowd in {id(c): c for _, c in self.parts}.values())
        graph = SEARCHES * (len(self.chain.ids) + sum(map(len, self.chain.ways)))
        if self._pushed is not None:
            return graph + self._pushed[1]
        if self._share is None:
            return graph + FEW_STATES + MOST_STATES + self._walked.steps
        return graph + FEW_STATES + (self._inverted[1] if self._inverted else MOST_STATES)

    @property
    def _together(self) -> bool:
        """Whether NumPy is worth its import, and there."""
        return len(self.chain.ids) > SMALL and find_spec("numpy") is not None

    def _lacks_numpy(self, places: Sequence[int], effort: float) -> bool:
        """Whether NumPy would solve the generating function in time, and is not there."""
        if self._together or len(self.chain.ids) <= SMALL or not self._invertible:
            return False
        return self._totals is not None and self._totals.is_short_together(places, effort)

    def _pushed_changes(self, states: float) -> tuple[float, ...] | None:
        """Each exact share anew, where all of them together take few states."""
        if self._pushed is None:
            return None
        graph = len(self.chain.ids) + sum(map(len, self.chain.ways))
        work = self._pushed[1] + SEARCHES * graph
        if work * len(self._closable) > states * self._effort:
            return None
        changes = [0.0] * len(self.chain.ids)
        for place in self._closable:
            units = list(self.scores.units)
            units[place] = 0
            solved = disappointed_share(self.chain, units, int(states))
            if solved is None:
                return None
            changes[place] = solved[0] - self.disappointed.share
        return tuple(changes)

    def _inverted_changes(self) -> tuple[float, ...] | None:
        """All at once from the generating function."""
        closable = self._closable
        totals = self._totals if self._invertible else None
        found = totals.changes(closable, self._together, self._effort) if totals else None
        if found is None:
            return None
        changes = [0.0] * len(self.chain.ids)
        for place, change in zip(closable, found, strict=True):
            changes[place] = change
        return tuple(changes)

    @property
    def _exact_or_walked(self) -> tuple[float, ...]:
        if found := self._pushed_changes(MOST_STATES):
            return found
        if self._lacks_numpy(self._closable, self._effort / 3):
            note("disappointed")
        return self._walked.changes

    @cached_property
    def _walked(self) -> Walked:
        """What simulated customers tell."""
        met = sum(visits > 0 for visits in self.flow.visits)
        return walked(
            self.chain,
            self.scores,
            self.flow.length,
            tuple(self._closable),
            self.personas,
            not is_always_exact(met),
        )


@lru_cache(CROWDS_KEPT)
def kept(crowd: Crowd, recorded: bool) -> Crowd:
    """The same crowd: of those met lately the one that is equal, with what is known of it.

    `recorded` says whether somebody keeps a record of what cannot be solved: a figure worked out
    for somebody who does not tells nobody later.
    """
    return crowd


@lru_cache(maxsize=32)
def walked(
    chain: Chain,
    scores: Scores,
    length: float,
    closable: tuple[int, ...],
    personas: int,
    remembering: bool,
) -> Walked:
    """Let customers walk and keep what they tell, not the customers themselves.

    It takes some hundredths of a second, and always comes to the same: a check, a picture and a
    page of one text, each of which reads it by itself, walk once.
    """
    from cjm.analysis.simulation import MOST_STEPS, simulate

    units, effort, most = scores.units, effort_of(personas), MOST_STEPS // personas
    walks = simulate(
        chain, units, scores.gaps, length, closable, effort, most, remembering=remembering
    )
    return Walked(
        walks.steps,
        walks.disappointed,
        walks.mean_remembered,
        tuple(walks.changes([max(0, -weight) for weight in units])),
    )


def effort_of(personas: int) -> float:
    """The part of all states, products and steps that each of so many personas has."""
    return min(1.0, FULL_EFFORT / personas)


def mean_of(known: Iterable[tuple[float, float]]) -> float | None:
    """The mean of figures weighed by shares, which need not sum to 1; None where none counts."""
    parts = list(known)
    total = math.fsum(share for share, _ in parts)
    return math.fsum(share * value for share, value in parts) / total if total else None


def mean_share(parts: Sequence[tuple[float, Disappointed]]) -> Disappointed:
    """The share-weighted mean, with an upper bound of the simulated parts' standard error."""
    share = min(1.0, math.fsum(weight * part.share for weight, part in parts))
    if all(part.exact for _, part in parts):
        return Disappointed(share, exact=True)
    # The personas walk with the same luck, so their errors add up and do not cancel.
    error = math.fsum(weight * (part.standard_error or 0.0) for weight, part in parts)
    return Disappointed(share, exact=False, standard_error=error)
