"""The figures of one touchpoint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, Self

from cjm.analysis.digits import digits_at
from cjm.analysis.gaps import Gap
from cjm.analysis.scores import Scores, is_below
from cjm.journey import Journey, Level
from cjm.records import dataclass
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis.chain import Chain
    from cjm.analysis.endings import Disappointed
    from cjm.analysis.flow import Flow
    from cjm.analysis.likely import LikelyPath
    from cjm.analysis.moments import Reason


@dataclass(frozen=True, slots=True)
class Fix:
    """What closing one gap to C = 0 would change: the balance, and the disappointed share.

    The balance is infinite where no float is large enough. `assumed` names those of the two that
    rest on shares that nobody gave.
    """

    balance: float
    disappointed: float
    assumed: tuple[str, ...] = ()


class Columns(Protocol):
    """Where the figures of all touchpoints stand, by place in the file or by id.

    They are worked out when one of them is first asked for.
    """

    @property
    def journey(self) -> Journey:
        """What is analysed."""

    @property
    def chain(self) -> Chain:
        """Who goes where."""

    @property
    def flow(self) -> Flow | None:
        """Visits, reach, drop-off, chance and stakes; None where there is no flow."""

    @property
    def scores(self) -> Scores:
        """C, and C̄ that sums of gaps take."""

    @property
    def impacts(self) -> tuple[float | None, ...]:
        """What each one does to the average customer."""

    @property
    def losses(self) -> tuple[float | None, ...]:
        """Customers lost at each one, per period."""

    @property
    def reasons(self) -> tuple[tuple[Reason, ...], ...]:
        """Why each one is a moment of truth."""

    @property
    def fix_balances(self) -> Mapping[int, float]:
        """By place: how closing a gap changes the balance."""

    @property
    def disappointed(self) -> Disappointed | None:
        """The share of customers whose running total is negative when they end."""

    @property
    def likely_path(self) -> LikelyPath | None:
        """The most probable walk to success."""

    @property
    def moved(self) -> Self | None:
        """The same with the shares that nobody gave moved; None where all are given."""

    @property
    def touchpoints(self) -> Sequence[TouchpointFigures]:
        """All touchpoints, in file order."""

    @property
    def fixes(self) -> Mapping[str, Fix]:
        """By id, where somebody has C < −tolerance: what closing the gap would change."""


@dataclass(frozen=True, slots=True)
class TouchpointFigures:
    """What is known of one touchpoint; what does not exist is None."""

    columns: Columns
    place: int
    """Its place in the file, 0-based."""
    gap_figures: Gap

    @property
    def id(self) -> str:
        """The touchpoint's id."""
        return self.gap_figures.id

    @property
    def expectation(self) -> float | None:
        """O, in points of the scale."""
        return self.gap_figures.expectation

    @property
    def experience(self) -> float | None:
        """B, in points of the scale."""
        return self.gap_figures.experience

    @property
    def gap(self) -> float | None:
        """C = B − O, in points of the scale."""
        return self.gap_figures.gap

    @property
    def weighted_gap(self) -> float | None:
        """C̄, the mean of the personas' C weighed by their shares, where it is not C itself.

        None for a persona, and where not every persona has a share.
        """
        weighted = self.columns.scores.weighted[self.place]
        return None if weighted == self.gap else weighted

    @property
    def digits(self) -> int:
        """With how many digits after the point O, B and C are printed."""
        return digits_at(self.columns.journey, self.columns.journey.touchpoints[self.place])

    @property
    def level(self) -> Level | None:
        """Where C puts the customer: disappointment, satisfaction or delight."""
        return self.gap_figures.level

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of C, where its evidence is known."""
        return self.gap_figures.interval

    @property
    def visits(self) -> float | None:
        """Expected visits per customer."""
        return self._of_flow("visits")

    @property
    def reach(self) -> float | None:
        """The probability of meeting it at least once."""
        return self._of_flow("reach")

    @property
    def drop_off(self) -> float | None:
        """The expected share of all customers lost silently here: n(v)·d(v)."""
        return self._of_flow("lost")

    @property
    def leaving(self) -> float:
        """d(v): of those who are here, the share who leave without a word."""
        return rounded(self.columns.chain.drop_off[self.place])

    @property
    def chance(self) -> float | None:
        """The probability that a customer who is here ends at a success exit."""
        return self._of_flow("chance")

    @property
    def stakes(self) -> float | None:
        """How much of the outcome is decided here."""
        return self._of_flow("stakes")

    def _of_flow(self, name: str) -> float | None:
        flow = self.columns.flow
        value: float | None = None if flow is None else getattr(flow, name)[self.place]
        return value

    @property
    def impact(self) -> float | None:
        """What it does to the average customer: n(v)·importance·C̄(v)."""
        return self.columns.impacts[self.place]

    @property
    def lost(self) -> float | None:
        """Customers who end here by drop-off or at a failure exit, per period."""
        return self.columns.losses[self.place]

    @property
    def lost_worth(self) -> float | None:
        """What they would have brought, in the currency of the customers' worth."""
        from cjm.analysis.money import worth_of

        return worth_of(self.columns.journey, self.lost)

    @property
    def unavoidable(self) -> bool:
        """Whether every path from a start to a success exit goes through it."""
        return self.place in self.columns.chain.unavoidable

    @property
    def moment_of_truth(self) -> tuple[Reason, ...]:
        """Why it is a moment of truth; empty where it is none."""
        return self.columns.reasons[self.place]

    @property
    def negative_moment_of_truth(self) -> bool:
        """Whether it is a moment of truth with C < −tolerance or C̄ < −tolerance."""
        if not self.moment_of_truth:
            return False
        weighted = self.columns.scores.weighted[self.place]
        return self.level == "disappointment" or is_below(weighted, self.columns.journey.tolerance)

    @property
    def fix(self) -> Fix | None:
        """What closing its gap would change, where C < −tolerance, everybody's or a persona's."""
        return self.columns.fixes.get(self.id)

    @property
    def assumed(self) -> tuple[str, ...]:
        """Which of its figures rest on shares that nobody gave, by their keys in JSON."""
        if self.columns.moved is None:
            return ()
        from cjm.analysis.assumed import OF_TOUCHPOINT

        return tuple(name for name in OF_TOUCHPOINT if self.is_assumed(name))

    def is_assumed(self, name: str) -> bool:
        """Whether a figure of its own, such as `reach` or `fix.balance`, rests on such shares."""
        moved = self.columns.moved
        if moved is None:
            return False
        from cjm.analysis.assumed import differs

        if name.startswith("fix."):
            return self.fix is not None and name.removeprefix("fix.") in self.fix.assumed
        other = moved.touchpoints[self.place]
        return differs(getattr(self, name), getattr(other, name))
