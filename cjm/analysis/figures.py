"""All figures of a journey, for everybody or for one persona, worked out when asked for."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from cjm.analysis.scores import Scores
from cjm.analysis.sums import Sums
from cjm.analysis.touchpoints import Fix, TouchpointFigures
from cjm.analysis.unsolved import is_recorded, solved_property
from cjm.records import replace
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis.crowd import Crowd
    from cjm.analysis.endings import Disappointed
    from cjm.analysis.moments import Reason
    from cjm.analysis.stages import StageFigures


class Figures(Sums):
    """Every figure of a journey; `persona` is None for the whole journey.

    `figures["pay"]` gives one touchpoint's, `figures.touchpoints` all of them in file order.
    Figures are computed when they are first asked for; those that do not exist are None.
    """

    def __getitem__(self, id: str) -> TouchpointFigures:
        return self.touchpoints[self._places[id]]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {p.id: n for n, p in enumerate(self.journey.touchpoints)}

    @cached_property
    def touchpoints(self) -> tuple[TouchpointFigures, ...]:
        """The figures of every touchpoint, in file order."""
        return tuple(TouchpointFigures(self, n, gap) for n, gap in enumerate(self.gaps))

    @cached_property
    def stages(self) -> tuple[StageFigures, ...]:
        """What each stage does, in the journey's order; last what has no stage, if anything."""
        from cjm.analysis.stages import stages_of

        moved = self.moved.stages if self.moved else ()
        return stages_of(self.journey, self.chain, self.flow, self.impacts, self.losses, moved)

    # ---- endings -----------------------------------------------------------------------------

    @property
    def on_average(self) -> Literal["below", "not below"] | None:
        """What the disappointed share says where the means alone decide it, else None.

        That is where it is exactly 0 or 1, not simulated, and the same for every persona: then it
        is everybody or nobody because all customers are taken for the average one.
        """
        unhappy = self.disappointed
        if unhappy is None or not unhappy.exact or unhappy.share not in (0, 1):
            return None
        parts = () if self.persona is not None else self.personas
        known = [part.disappointed for part in parts]
        if any(other is not None and other.share != unhappy.share for other in known):
            return None
        return "below" if unhappy.share == 1 else "not below"

    @cached_property
    def _crowd(self) -> Crowd | None:
        """The customers and how they end; None where there is no flow or nothing is measured."""
        from cjm.analysis.crowd import Crowd, kept

        if self.flow is None or self.unmeasured:
            return None
        count = max(1, len(self.journey.personas))
        return kept(Crowd(self.chain, self.flow, self.scores, self._crowds, count), is_recorded())

    @property
    def _crowds(self) -> tuple[tuple[float, Crowd], ...]:
        """The crowds of the personas that meet something measured, their shares rescaled."""
        alike: dict[Scores, Crowd | None] = {}  # personas with the same scores end alike
        pairs = [(share, alike.setdefault(a.scores, a._crowd)) for share, a in self.parts]
        known = [(share, crowd) for share, crowd in pairs if crowd is not None]
        total = math.fsum(share for share, _ in known)
        return tuple((share / total, crowd) for share, crowd in known)

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
    def fix_balances(self) -> dict[int, float]:
        """By place in the file: how closing the gap there would change the balance."""
        from cjm.analysis.fixes import Losses, fix_balances

        if self.flow is None or self.unmeasured:
            return {}
        parts = [Losses(share, a.scores.below, a.impacts) for share, a in self.parts]
        return fix_balances(Losses(1.0, self.scores.below, self.impacts), parts)

    @solved_property
    def fixes(self) -> dict[str, Fix]:
        """By id: what closing the gap would change, where somebody has C < −tolerance."""
        from cjm.analysis.fixes import fixes_of

        if self._crowd is None or not self.fix_balances:
            return {}
        fixes = fixes_of(self.chain.ids, self.fix_balances, self._crowd.changes)
        return fixes if self.moved is None else self._with_assumed(fixes, self.moved)

    def _with_assumed(self, fixes: dict[str, Fix], moved: Self) -> dict[str, Fix]:
        from cjm.analysis.assumed import assumed_of_fix

        place = self.chain.place
        return {
            id: replace(fix, assumed=assumed_of_fix(self, moved, place[id], fix.disappointed))
            for id, fix in fixes.items()
        }

    # ---- assumed -----------------------------------------------------------------------------

    @cached_property
    def moved(self) -> Self | None:
        """The figures with the shares that nobody gave moved, to compare with; None without any."""
        structure = self.structure.moved
        if structure is None:
            return None
        moved = type(self)(self.journey, self.persona, self)
        moved.structure = structure
        vars(moved)["scores"] = self.scores  # scores do not hang on shares
        return moved

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """Which figures of the whole rest on shares that nobody gave, by their keys in JSON."""
        if self.moved is None:
            return ()
        from cjm.analysis.assumed import OF_WHOLE

        return tuple(name for name in OF_WHOLE if self.is_assumed(name))

    def is_assumed(self, name: str) -> bool:
        """Whether a figure of the whole, such as `outcomes.success`, rests on such shares."""
        from cjm.analysis.assumed import is_assumed

        return self.moved is not None and is_assumed(self, self.moved, name)

    # ---- where it hurts ------------------------------------------------------------------------

    @property
    def worst_touchpoint(self) -> TouchpointFigures | None:
        """The one that can be met with the lowest C, of several the one that costs most.

        None where no touchpoint that can be met is measured.
        """
        keys = {f.id: (rounded(f.gap or 0.0), rounded(f.impact or 0.0)) for f in self._met}
        return min(self._met, key=lambda f: keys[f.id], default=None)

    @property
    def worst_tied(self) -> int:
        """How many touchpoints that can be met have the lowest C; 0 where none is measured."""
        gaps = [rounded(f.gap or 0.0) for f in self._met]
        return gaps.count(min(gaps)) if gaps else 0

    @cached_property
    def _met(self) -> list[TouchpointFigures]:
        """The measured touchpoints that customers can meet."""
        return [f for f in self.touchpoints if f.gap is not None and f.id in self.reachable]

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

    @cached_property
    def tied(self) -> dict[Reason, int]:
        """How many touchpoints share a reason of which there is one, where any has it."""
        from cjm.analysis.moments import tied

        return tied(self.chain, self.scores.gaps, self.reasons)

    @cached_property
    def one_ending(self) -> bool:
        """Whether all customers end at the same touchpoint."""
        from cjm.analysis.moments import has_one_ending

        return self.flow is not None and has_one_ending(self.chain, self.flow)

    @property
    def moments_of_truth(self) -> tuple[str, ...]:
        """The touchpoints where opinions are made, in file order."""
        return tuple(f.id for f in self.touchpoints if f.moment_of_truth)

    @property
    def negative_moments_of_truth(self) -> tuple[str, ...]:
        """Moments of truth with C or C̄ < −tolerance, by impact, the most negative first."""
        negative = [f for f in self.touchpoints if f.negative_moment_of_truth]
        return tuple(f.id for f in sorted(negative, key=lambda f: rounded(f.impact or 0.0)))
