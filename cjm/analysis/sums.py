"""Sums of gaps over the flow: impacts, the balance, paths and loops; time and money beside them."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Self

from cjm.analysis.gaps import Gap, gaps_of, gaps_of_persona
from cjm.analysis.scores import Scores, scores_of
from cjm.analysis.structure import Structure, Structured
from cjm.analysis.units import finite, summed
from cjm.journey import Journey

if TYPE_CHECKING:
    from cjm.analysis.likely import LikelyPath
    from cjm.analysis.loops import Loop
    from cjm.analysis.timing import Time
    from cjm.analysis.transitions import TransitionFigures
    from cjm.analysis.worst import WorstPath


class Sums(Structured):
    """What is summed over a journey's flow, for everybody or, with `persona`, for one persona."""

    def __init__(
        self, journey: Journey, persona: str | None = None, whole: Sums | None = None
    ) -> None:
        self.journey = journey
        self.persona = persona
        super().__init__(whole.structure if whole else Structure(journey))
        self._gaps: tuple[Gap, ...] = whole._gaps if whole else gaps_of(journey)

    @classmethod
    def improved(cls, journey: Journey, like: Sums) -> Self:
        """The figures of a journey that has the same ways as another one, and other scores."""
        figures = cls(journey, like.persona)
        figures.structure = like.structure
        return figures

    @cached_property
    def personas(self) -> tuple[Self, ...]:
        """The same journey as each of its personas lives it."""
        return tuple(type(self)(self.journey, p.id, self) for p in self.journey.personas)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """O, B, C, level and interval of every touchpoint, in file order."""
        if self.persona is None:
            return self._gaps
        return gaps_of_persona(self.journey, self.persona, self._gaps)

    # ---- over the flow -----------------------------------------------------------------------

    @cached_property
    def coverage(self) -> float | None:
        """The share of expected visits that fall on measured touchpoints."""
        if self.flow is None:
            return None
        pairs = zip(self.flow.visits, self.scores.measured, strict=True)
        return min(1.0, math.fsum(n * share for n, share in pairs) / self.flow.length)

    @cached_property
    def transitions(self) -> tuple[TransitionFigures, ...]:
        """How often each transition is taken, in file order."""
        from cjm.analysis.transitions import transitions_of

        moved = self.structure.moved
        other = (moved.chain, moved.flow) if moved and moved.flow else None
        return transitions_of(self.journey, self.flow, other)

    @cached_property
    def time(self) -> Time | None:
        """How long the journey takes, in seconds; None where nothing that is met has a time."""
        from cjm.analysis.timing import time_of

        likely = self.likely_path
        if self.flow is None:
            return None
        walk = likely.touchpoints if likely else None
        return time_of(self.journey, self.flow, self.chain, walk)

    # ---- money -------------------------------------------------------------------------------

    @cached_property
    def losses(self) -> tuple[float | None, ...]:
        """Customers lost at each touchpoint, by drop-off or at a failure exit, per period."""
        from cjm.analysis.money import lost_of

        return lost_of(self.journey, self.chain, self.flow, self.persona)

    @property
    def lost(self) -> float | None:
        """Customers lost on the whole journey, per period; None where their number is not known."""
        known = [lost for lost in self.losses if lost is not None]
        return summed(known) if known else None

    @property
    def lost_worth(self) -> float | None:
        """What they would have brought, in the currency of the customers' worth."""
        from cjm.analysis.money import worth_of

        return worth_of(self.journey, self.lost)

    # ---- gaps --------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> tuple[tuple[float, Self], ...]:
        """The personas with their shares, where these are all of the whole's customers."""
        shares = [p.share for p in self.journey.personas]
        if self.persona is not None or None in shares:
            return ()
        pairs = zip(shares, self.personas, strict=True)
        return tuple((share or 0.0, figures) for share, figures in pairs)

    @cached_property
    def scores(self) -> Scores:
        """C, C̄, importance·C̄, and that in units, by place in the file."""
        parts = [(share, part.gaps) for share, part in self.parts]
        return scores_of(self.journey, self.gaps, parts)

    @property
    def weights(self) -> tuple[float, ...]:
        """importance·C̄ by place in the file, as the sums of gaps use it; 0 where unmeasured."""
        return self.scores.weights

    @cached_property
    def unmeasured(self) -> bool:
        """Whether customers can meet nothing that is measured: sums of gaps are None then."""
        pairs = zip(self.chain.ids, self.scores.measured, strict=True)
        return not any(share and id in self.reachable for id, share in pairs)

    @cached_property
    def impacts(self) -> tuple[float | None, ...]:
        """What each touchpoint does to the average customer: n(v)·importance·C̄(v)."""
        if self.flow is None or self.unmeasured:
            return (None,) * len(self.gaps)
        return tuple(
            None if gap is None else finite(n * weight + 0.0 if n else 0.0)
            for n, weight, gap in zip(
                self.flow.visits, self.weights, self.scores.weighted, strict=True
            )
        )

    @cached_property
    def balance(self) -> float | None:
        """The emotional bank account of the average customer at the end: the sum of impacts."""
        pairs = zip(self.impacts, self.scores.weighted, strict=True)
        measured = [impact for impact, gap in pairs if gap is not None]
        known = [impact for impact in measured if impact is not None]
        return summed(known) if known and len(known) == len(measured) else None

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The doom loops, one for each component that holds a cycle with negative total C."""
        from cjm.analysis.loops import find_loops

        if min(self.scores.units) >= 0:
            return ()  # nothing is lost anywhere
        return find_loops(self.chain, self.scores.units)

    @cached_property
    def worst_path(self) -> WorstPath | None:
        """The walk from a start to an end with the smallest sum of C."""
        from cjm.analysis.worst import worst_path

        if self.unmeasured:
            return None
        return worst_path(self.chain, self.scores.units, self.loops)

    @cached_property
    def likely_path(self) -> LikelyPath | None:
        """The most probable walk from a start to a success exit."""
        from cjm.analysis.likely import likely_path

        return likely_path(self.chain, None if self.unmeasured else self.scores.units)
