"""All figures of a journey, for everybody or for one persona, worked out when asked for."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from cjm.analysis.gaps import Gap, gaps_of, gaps_of_persona
from cjm.analysis.scores import Scores, scores_of
from cjm.analysis.structure import Structure
from cjm.analysis.touchpoints import Fix, TouchpointFigures
from cjm.analysis.units import finite, summed
from cjm.journey import Journey
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis.chain import Chain
    from cjm.analysis.crowd import Crowd
    from cjm.analysis.endings import Disappointed
    from cjm.analysis.flow import Flow, Obstacle
    from cjm.analysis.likely import LikelyPath
    from cjm.analysis.loops import Loop
    from cjm.analysis.moments import Reason
    from cjm.analysis.stages import StageFigures
    from cjm.analysis.transitions import TransitionFigures
    from cjm.analysis.worst import WorstPath


class Figures:
    """Every figure of a journey; `persona` is None for the whole journey.

    `figures["pay"]` gives one touchpoint's, `figures.touchpoints` all of them in file order.
    Figures are computed when they are first asked for; those that do not exist are None.
    """

    def __init__(
        self, journey: Journey, persona: str | None = None, whole: Figures | None = None
    ) -> None:
        self.journey = journey
        self.persona = persona
        self.structure: Structure = whole.structure if whole else Structure(journey)
        self._gaps: tuple[Gap, ...] = whole._gaps if whole else gaps_of(journey)

    @classmethod
    def improved(cls, journey: Journey, like: Figures) -> Self:
        """The figures of a journey that has the same ways as another one, and other scores."""
        figures = cls(journey, like.persona)
        figures.structure = like.structure
        return figures

    def __getitem__(self, id: str) -> TouchpointFigures:
        return self.touchpoints[self._places[id]]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {p.id: n for n, p in enumerate(self.journey.touchpoints)}

    @cached_property
    def touchpoints(self) -> tuple[TouchpointFigures, ...]:
        """The figures of every touchpoint, in file order."""
        gaps = self._gaps
        if self.persona is not None:
            gaps = gaps_of_persona(self.journey, self.persona, gaps)
        return tuple(TouchpointFigures(self, n, gap) for n, gap in enumerate(gaps))

    @cached_property
    def personas(self) -> tuple[Self, ...]:
        """The same journey as each of its personas lives it."""
        return tuple(type(self)(self.journey, p.id, self) for p in self.journey.personas)

    # ---- the graph ---------------------------------------------------------------------------

    @property
    def chain(self) -> Chain:
        """The journey as a Markov chain, by places in the file."""
        return self.structure.chain

    @property
    def graph(self) -> Any:
        """The journey as a networkx DiGraph; transitions carry `probability`. O(V + E)."""
        return self.structure.graph

    @property
    def reachable(self) -> frozenset[str]:
        """Touchpoints some customer can meet: from a start, by probabilities > 0. O(V + E)."""
        return self.chain.reachable

    @property
    def leading_out(self) -> frozenset[str]:
        """Touchpoints from which an exit can be reached by probabilities > 0. O(V + E)."""
        return self.chain.leading_out

    @property
    def traps(self) -> tuple[frozenset[str], ...]:
        """Sets of touchpoints that customers enter and never leave, not even by drop-off."""
        return self.chain.traps

    # ---- flow --------------------------------------------------------------------------------

    @property
    def flow(self) -> Flow | None:
        """Visits, reach, drop-off, chance and stakes by place in the file; None with a trap."""
        return self.structure.flow

    @property
    def obstacle(self) -> Obstacle | None:
        """Why there is no flow: "trap", "endless" or "solver"; None where there is one."""
        return self.structure.obstacle

    @property
    def length(self) -> float | None:
        """Expected touchpoints per customer."""
        return self.flow.length if self.flow else None

    @property
    def outcomes(self) -> dict[str, float | None]:
        """Shares of customers who end by success, failure, neutral exits and drop-off; sum 1."""
        if self.flow is None:
            return dict.fromkeys(("success", "failure", "neutral", "drop_off"))
        return dict(self.flow.outcomes)

    @cached_property
    def coverage(self) -> float | None:
        """The share of expected visits that fall on measured touchpoints."""
        if self.flow is None:
            return None
        pairs = zip(self.flow.visits, self.touchpoints, strict=True)
        measured = math.fsum(n for n, figures in pairs if figures.gap is not None)
        return min(1.0, measured / self.flow.length)

    @cached_property
    def transitions(self) -> tuple[TransitionFigures, ...]:
        """How often each transition is taken, in file order."""
        from cjm.analysis.transitions import transitions_of

        return transitions_of(self.journey, self.flow)

    @cached_property
    def stages(self) -> tuple[StageFigures, ...]:
        """What each stage does, in the journey's order; last what has no stage, if anything."""
        from cjm.analysis.stages import stages_of

        return stages_of(self.journey, self.chain, self.flow, self.impacts)

    # ---- gaps --------------------------------------------------------------------------------

    @cached_property
    def scores(self) -> Scores:
        """C, importance·C, and that in units, by place in the file."""
        return scores_of(self.journey, [figures.gap_figures for figures in self.touchpoints])

    @property
    def weights(self) -> tuple[float, ...]:
        """importance·C by place in the file, as the sums of gaps use it; 0 where unmeasured."""
        return self.scores.weights

    @cached_property
    def impacts(self) -> tuple[float | None, ...]:
        """What each touchpoint does to the average customer: n(v)·importance·C(v)."""
        if self.flow is None:
            return (None,) * len(self.touchpoints)
        return tuple(
            None if figures.gap is None else finite(n * weight + 0.0 if n else 0.0)
            for n, weight, figures in zip(
                self.flow.visits, self.weights, self.touchpoints, strict=True
            )
        )

    @cached_property
    def balance(self) -> float | None:
        """The emotional bank account of the average customer at the end: the sum of impacts."""
        pairs = zip(self.impacts, self.touchpoints, strict=True)
        measured = [impact for impact, figures in pairs if figures.gap is not None]
        known = [impact for impact in measured if impact is not None]
        return summed(known) if self.flow and len(known) == len(measured) else None

    @property
    def unmeasured(self) -> bool:
        """Whether customers meet nothing that is measured."""
        return self.coverage is not None and rounded(self.coverage) == 0

    @property
    def known_balance(self) -> float | None:
        """The balance; None too where customers meet nothing that is measured."""
        return None if self.unmeasured else self.balance

    @property
    def known_disappointed(self) -> Disappointed | None:
        """The disappointed; None too where customers meet nothing that is measured."""
        return None if self.unmeasured else self.disappointed

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

        return worst_path(self.chain, self.scores.units, self.loops)

    @cached_property
    def likely_path(self) -> LikelyPath | None:
        """The most probable walk from a start to a success exit."""
        from cjm.analysis.likely import likely_path

        return likely_path(self.chain, self.scores.units)

    # ---- endings -----------------------------------------------------------------------------

    @cached_property
    def _crowd(self) -> Crowd | None:
        """The customers and how they end; None where there is no flow."""
        from cjm.analysis.crowd import Crowd

        if self.flow is None:
            return None
        count = max(1, len(self.journey.personas))
        return Crowd(self.chain, self.flow, self.scores, self._parts, count)

    @property
    def _parts(self) -> tuple[tuple[float, Crowd], ...]:
        """The personas' crowds with their shares, where every persona has one."""
        shares = [p.share for p in self.journey.personas]
        if self.persona is not None or not shares or None in shares:
            return ()
        alike: dict[Scores, Crowd | None] = {}  # personas with the same scores end alike
        crowds = [alike.setdefault(a.scores, a._crowd) for a in self.personas]
        pairs = zip(shares, crowds, strict=True)
        return tuple((share or 0.0, crowd) for share, crowd in pairs if crowd is not None)

    @property
    def work(self) -> int:
        """What the disappointed share took, in states, products and steps."""
        return self._crowd.work if self._crowd else 0

    @property
    def disappointed(self) -> Disappointed | None:
        """The share of customers whose running total of C is negative when they end."""
        return self._crowd.disappointed if self._crowd else None

    @property
    def remembered(self) -> float | None:
        """Peak-end: the mean of the strongest and the last gap met."""
        return self._crowd.remembered if self._crowd else None

    @cached_property
    def fixes(self) -> dict[str, Fix]:
        """For each touchpoint with C < −tolerance: what closing its gap would change."""
        if self._crowd is None or all(f.level != "disappointment" for f in self.touchpoints):
            return {}
        changes = self._crowd.changes
        return {
            f.id: Fix(
                balance=math.inf if f.impact is None else -f.impact + 0.0,
                disappointed=round(changes[f.place], 12) + 0.0,
            )
            for f in self.touchpoints
            if f.level == "disappointment"
        }

    # ---- moments of truth ----------------------------------------------------------------------

    @cached_property
    def reasons(self) -> tuple[tuple[Reason, ...], ...]:
        """Why each touchpoint is a moment of truth, by place in the file; empty where it isn't."""
        from cjm.analysis.moments import reasons_of

        return reasons_of(
            self.chain,
            self.flow,
            self.scores.gaps,
            self.impacts,
            [point.moment_of_truth for point in self.journey.touchpoints],
        )

    @property
    def moments_of_truth(self) -> tuple[str, ...]:
        """The touchpoints where opinions are made, in file order."""
        return tuple(f.id for f in self.touchpoints if f.moment_of_truth)

    @property
    def negative_moments_of_truth(self) -> tuple[str, ...]:
        """Moments of truth with C < −tolerance, by impact, the most negative first."""
        negative = [f for f in self.touchpoints if f.negative_moment_of_truth]
        return tuple(f.id for f in sorted(negative, key=lambda f: rounded(f.impact or 0.0)))
