"""Analysis: the figures of one journey, for everybody or for one persona."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cjm.analysis.gaps import interval_of, level_of, rounded, sides_of
from cjm.errors import UsageError
from cjm.journey import Journey, Level, Touchpoint, probabilities

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class TouchpointFigures:
    """What is known of one touchpoint; None where it is unmeasured.

    Scores, gap and interval are in points of the journey's scale. `drop_off` is d(u), the share
    (0 to 1) of those at the touchpoint who leave without a word.
    """

    id: str
    expectation: float | None
    experience: float | None
    gap: float | None
    level: Level | None
    interval: tuple[float, float] | None
    drop_off: float


class Analysis:
    """Every figure of a journey; `persona` is None for the whole journey.

    `analysis["pay"]` gives one touchpoint's figures, iteration gives them in file order.
    """

    def __init__(self, journey: Journey, persona: str | None = None) -> None:
        self.journey = journey
        self.persona = persona

    def __getitem__(self, id: str) -> TouchpointFigures:
        return self._figures[id]

    @cached_property
    def _figures(self) -> dict[str, TouchpointFigures]:
        return {p.id: self._measure(p) for p in self.journey.touchpoints}

    @property
    def touchpoints(self) -> tuple[TouchpointFigures, ...]:
        """The figures of every touchpoint, in file order."""
        return tuple(self._figures.values())

    def _measure(self, point: Touchpoint) -> TouchpointFigures:
        expectation, experience = sides_of(self.journey, point, self.persona)
        gap = level = interval = None
        if expectation and experience:
            gap = rounded(experience.score - expectation.score)
            level = level_of(gap, self.journey.tolerance)
            own = self.persona is not None and point.scores_of(self.persona)
            paired = None if own and (own.expectation or own.experience) else point.paired
            interval = interval_of(expectation, experience, paired)
        left = 1 - sum(probabilities(point.next)) if point.next else 0.0
        return TouchpointFigures(
            id=point.id,
            expectation=expectation.score if expectation else None,
            experience=experience.score if experience else None,
            gap=gap,
            level=level,
            interval=interval,
            drop_off=max(0.0, rounded(left)),
        )

    @cached_property
    def personas(self) -> tuple[Analysis, ...]:
        """The same journey as each of its personas lives it."""
        return tuple(Analysis(self.journey, p.id) for p in self.journey.personas)

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """Touchpoints and transitions in file order; edges carry `probability`. O(V + E)."""
        from cjm.analysis.graph import build_graph

        return build_graph(self.journey)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Touchpoints some customer can meet: from a start, by probabilities > 0. O(V + E)."""
        from cjm.analysis.graph import reachable_from

        return reachable_from(self.graph, (s.touchpoint for s in self.journey.start if s.share > 0))

    @cached_property
    def leading_out(self) -> frozenset[str]:
        """Touchpoints from which an exit can be reached by probabilities > 0. O(V + E)."""
        from cjm.analysis.graph import leading_to

        return leading_to(self.graph, (p.id for p in self.journey.touchpoints if p.is_exit))

    @cached_property
    def traps(self) -> tuple[frozenset[str], ...]:
        """Sets of touchpoints that customers enter and never leave, not even by drop-off."""
        from cjm.analysis.graph import traps_of

        drop_off = {f.id: f.drop_off for f in self.touchpoints}
        return traps_of(self.graph, self.reachable, drop_off)


def analyze(journey: Journey, persona: str | None = None) -> Analysis:
    """Analyse a journey, as a whole or as one of its personas lives it.

    Figures are computed when they are first asked for. Raises UsageError where the journey has
    no persona of that id.
    """
    if persona is not None and persona not in {p.id for p in journey.personas}:
        known = ", ".join(p.id for p in journey.personas) or "none"
        raise UsageError(f"{journey.id} has no persona {persona!r}", help=f"its personas: {known}")
    return Analysis(journey, persona)
