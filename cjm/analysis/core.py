"""Analysis: the figures of one journey, for everybody or for one persona."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cjm.analysis.figures import Fix, TouchpointFigures
from cjm.analysis.gaps import Gap, gaps_of, gaps_of_persona
from cjm.analysis.structure import Structure
from cjm.analysis.units import finite, summed
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey import Journey
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis.crowd import Crowd
    from cjm.analysis.endings import Disappointed
    from cjm.analysis.flow import Flow, Obstacle
    from cjm.analysis.likely import LikelyPath
    from cjm.analysis.loops import Loop
    from cjm.analysis.moments import Reason
    from cjm.analysis.stages import StageFigures
    from cjm.analysis.transitions import TransitionFigures
    from cjm.analysis.worst import WorstPath


class Analysis:
    """Every figure of a journey; `persona` is None for the whole journey.

    `analysis["pay"]` gives one touchpoint's figures, `analysis.touchpoints` all of them in file
    order. Figures are computed when they are first asked for; those that do not exist are None.
    """

    def __init__(
        self, journey: Journey, persona: str | None = None, structure: Structure | None = None
    ) -> None:
        self.journey = journey
        self.persona = persona
        self.structure = structure or Structure(journey)
        self._everybody: Analysis | None = None

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
    def _gaps(self) -> tuple[Gap, ...]:
        """Everybody's gaps, in file order."""
        return self._everybody._gaps if self._everybody else gaps_of(self.journey)

    @cached_property
    def personas(self) -> tuple[Analysis, ...]:
        """The same journey as each of its personas lives it."""
        personas = tuple(
            Analysis(self.journey, p.id, self.structure) for p in self.journey.personas
        )
        for analysis in personas:
            analysis._everybody = self
        return personas

    # ---- the graph ---------------------------------------------------------------------------

    @property
    def graph(self) -> Any:
        """The journey as a networkx DiGraph; transitions carry `probability`. O(V + E)."""
        return self.structure.graph

    @property
    def reachable(self) -> frozenset[str]:
        """Touchpoints some customer can meet: from a start, by probabilities > 0. O(V + E)."""
        return self.structure.chain.reachable

    @property
    def leading_out(self) -> frozenset[str]:
        """Touchpoints from which an exit can be reached by probabilities > 0. O(V + E)."""
        return self.structure.chain.leading_out

    @property
    def traps(self) -> tuple[frozenset[str], ...]:
        """Sets of touchpoints that customers enter and never leave, not even by drop-off."""
        return self.structure.chain.traps

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

        return stages_of(self.journey, self.structure.chain, self.flow, self.impacts)

    # ---- gaps --------------------------------------------------------------------------------

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """importance·C by place in the file, as the sums of gaps use it; 0 where unmeasured."""
        points = zip(self.journey.touchpoints, self.touchpoints, strict=True)
        return tuple(rounded(p.importance * (f.gap or 0.0)) for p, f in points)

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
    def _units(self) -> tuple[int, ...]:
        from cjm.analysis.units import product, units

        points = zip(self.journey.touchpoints, self.touchpoints, self.weights, strict=True)
        return tuple(
            units(weight) if math.isfinite(weight) else product(p.importance, f.gap or 0.0)
            for p, f, weight in points
        )

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The doom loops, one for each component that holds a cycle with negative total C."""
        from cjm.analysis.loops import find_loops

        if min(self._units) >= 0:
            return ()  # nothing is lost anywhere
        return find_loops(self.structure.chain, self._units)

    @cached_property
    def worst_path(self) -> WorstPath | None:
        """The walk from a start to an end with the smallest sum of C."""
        from cjm.analysis.worst import worst_path

        return worst_path(self.structure.chain, self._units, self.loops)

    @cached_property
    def likely_path(self) -> LikelyPath | None:
        """The most probable walk from a start to a success exit."""
        from cjm.analysis.likely import likely_path

        return likely_path(self.structure.chain, self._units)

    # ---- endings -----------------------------------------------------------------------------

    @cached_property
    def _crowd(self) -> Crowd:
        from cjm.analysis.crowd import Crowd

        return Crowd(self)

    @property
    def disappointed(self) -> Disappointed | None:
        """The share of customers whose running total of C is negative when they end."""
        return None if self.flow is None else self._crowd.disappointed

    @property
    def remembered(self) -> float | None:
        """Peak-end: the mean of the strongest and the last gap met."""
        return None if self.flow is None else self._crowd.remembered

    @property
    def fixes(self) -> dict[str, Fix]:
        """For each touchpoint with C < −tolerance: what closing its gap would change."""
        return {} if self.flow is None else self._crowd.fixes

    # ---- moments of truth ----------------------------------------------------------------------

    @cached_property
    def reasons(self) -> tuple[tuple[Reason, ...], ...]:
        """Why each touchpoint is a moment of truth, by place in the file; empty where it isn't."""
        from cjm.analysis.moments import reasons_of

        return reasons_of(self)

    @property
    def moments_of_truth(self) -> tuple[str, ...]:
        """The touchpoints where opinions are made, in file order."""
        return tuple(f.id for f in self.touchpoints if f.moment_of_truth)

    @property
    def negative_moments_of_truth(self) -> tuple[str, ...]:
        """Moments of truth with C < −tolerance, by impact, the most negative first."""
        negative = [f for f in self.touchpoints if f.negative_moment_of_truth]
        return tuple(f.id for f in sorted(negative, key=lambda f: rounded(f.impact or 0.0)))

    def to_dict(self) -> dict[str, Any]:
        """Every figure, as `cjm show --format json` prints it."""
        from cjm.analysis.export import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        """The figures as a table, as a notebook shows them."""
        from cjm.analysis.export import to_html

        return to_html(self)

    def to_frame(self) -> Any:
        """The touchpoints' figures as a pandas DataFrame, a row a touchpoint, indexed by id.

        Raises CjmError where pandas is not installed.
        """
        from cjm.analysis.export import to_frame

        return to_frame(self)


def analyze(journey: Journey, persona: str | None = None) -> Analysis:
    """Analyse a journey, as a whole or as one of its personas lives it.

    Figures are computed when they are first asked for. Raises UsageError where the journey has
    no persona of that id.
    """
    if persona is not None and persona not in {p.id for p in journey.personas}:
        known = ", ".join(p.id for p in journey.personas) or say("it has none")
        raise UsageError(
            say("{id} has no persona {persona!r}", id=journey.id, persona=persona),
            help=say("its personas: {known}", known=known),
        )
    return Analysis(journey, persona)
