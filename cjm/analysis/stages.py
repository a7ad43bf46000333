"""What the stages of a journey do, and how their sums are rounded so that they add up as read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from cjm.analysis.assumed import OF_STAGE, differs
from cjm.analysis.chain import Chain
from cjm.analysis.flow import Flow, reach_of_any
from cjm.analysis.money import worth_of
from cjm.analysis.units import summed
from cjm.i18n.numbers import half_away
from cjm.journey import Journey
from cjm.records import dataclass, replace
from cjm.rounding import rounded

MOST_DIGITS = 1e6
"""Sums of this size or more are not rounded to fractions: they are read in powers of ten."""


@dataclass(frozen=True, slots=True)
class StageFigures:
    """What is known of one stage; `id` and `title` are None for the touchpoints without one.

    `visits` are expected visits of its touchpoints per customer, `reach` the probability of
    meeting any of them, `impact` what it adds to the balance (None where nobody meets anything
    measured in it), `drop_off` the expected share of all customers lost silently in it. All are
    None where there is no flow. `lost` are customers lost in it per period, by drop-off or at a
    failure exit, `lost_worth` what they would have brought. `assumed` names those that rest on
    shares that nobody gave.
    """

    id: str | None
    title: str | None
    visits: float | None
    reach: float | None
    impact: float | None
    drop_off: float | None
    lost: float | None = None
    lost_worth: float | None = None
    assumed: tuple[str, ...] = ()


def stages_of(
    journey: Journey,
    chain: Chain,
    flow: Flow | None,
    impacts: Sequence[float | None],
    losses: Sequence[float | None],
    moved: Sequence[StageFigures] = (),
) -> tuple[StageFigures, ...]:
    """The stages in the journey's order, then what has none, where there is such a touchpoint.

    `moved` are the same stages with open shares moved, where there are any.
    """
    members: dict[str | None, list[int]] = {stage.id: [] for stage in journey.stages}
    for place, point in enumerate(journey.touchpoints):
        members.setdefault(point.stage, []).append(place)
    titles = {stage.id: stage.title for stage in journey.stages}
    stages = tuple(
        _stage(journey, id, titles.get(id or ""), places, chain, flow, impacts, losses)
        for id, places in members.items()
    )
    if not moved:
        return stages
    pairs = zip(stages, moved, strict=True)
    return tuple(replace(one, assumed=_that_differ(one, other)) for one, other in pairs)


def _that_differ(one: StageFigures, other: StageFigures) -> tuple[str, ...]:
    return tuple(n for n in OF_STAGE if differs(getattr(one, n), getattr(other, n)))


def _stage(
    journey: Journey,
    id: str | None,
    title: str | None,
    places: Sequence[int],
    chain: Chain,
    flow: Flow | None,
    impacts: Sequence[float | None],
    losses: Sequence[float | None],
) -> StageFigures:
    if flow is None:
        return StageFigures(id, title, None, None, None, None)
    met = [impacts[v] for v in places if flow.visits[v]]
    known = [impact for impact in met if impact is not None]
    gone = [loss for v in places if (loss := losses[v]) is not None]
    lost = summed(gone) if gone else None
    return StageFigures(
        id,
        title,
        visits=summed(flow.visits[v] for v in places),
        reach=reach_of_any(chain, places),
        impact=summed(known) if known else None,
        drop_off=summed(flow.lost[v] for v in places),
        lost=lost,
        lost_worth=worth_of(journey, lost),
    )


def read_together(totals: Sequence[float | None], whole: float | None) -> list[float | None]:
    """Sums and their whole in the digits that all of them are read with, adding up as read.

    Args:
        totals: What the parts come to; None where nothing is known.
        whole: What they come to together.

    Returns:
        The parts, rounded as `adding_up` does.
    """
    return adding_up(totals, whole, decimals_together([*totals, whole]))


def decimals_together(figures: Iterable[float | None]) -> int:
    """The digits after the point of sums that are read together: two where all are below 10."""
    return 2 if all(abs(half_away(figure or 0, 2)) < 10 for figure in figures) else 1


def adding_up(
    totals: Sequence[float | None], whole: float | None, decimals: int = 1
) -> list[float | None]:
    """Sums rounded so that what is read adds up to the rounded whole that is read.

    Largest remainder: each stays within a last digit of itself and keeps its sign. Sums that so
    many decimals are too coarse or too fine for stay as they are.
    """
    scale = 10**decimals
    least = 0.5 / scale
    places = [i for i, t in enumerate(totals) if t and least <= abs(t) < MOST_DIGITS]
    if whole is None or not least <= abs(whole) < MOST_DIGITS or not places:
        return list(totals)
    exact = {i: totals[i] or 0.0 for i in places}
    others = math.fsum(t for i, t in enumerate(totals) if t and i not in exact)
    parts = {i: math.floor(rounded(scale * t)) for i, t in exact.items()}
    missing = round(scale * round(whole - others, decimals)) - sum(parts.values())
    rest = {i: rounded(scale * t - parts[i]) for i, t in exact.items()}
    for i in sorted(places, key=lambda i: (-rest[i], i))[: max(0, missing)]:
        parts[i] += 1
    return [parts[i] / scale if i in exact else t for i, t in enumerate(totals)]
