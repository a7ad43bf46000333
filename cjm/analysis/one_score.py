"""One score: where it is lowest and where highest, on journeys without a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from cjm.rounding import rounded
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis.core import Analysis
    from cjm.analysis.touchpoints import TouchpointFigures

Side = Literal["expectation", "experience"]
SIDES: tuple[Side, ...] = ("expectation", "experience")


class Extreme(NamedTuple):
    """The lowest or the highest score, in points of the scale, and every touchpoint that has it.

    `digits` are those behind the point that its touchpoints' scores are written with.
    """

    score: float
    touchpoints: tuple[str, ...]
    digits: int


def only_side(figures: Sequence[TouchpointFigures]) -> Side | None:
    """The side that alone is measured; None where both are, at whichever touchpoints, or none."""
    known = [s for s in SIDES if any(getattr(f, s) is not None for f in figures)]
    return known[0] if len(known) == 1 else None


def told_apart(analysis: Analysis) -> Side | None:
    """The only side that is measured, where personas have scores of their own on it."""
    side = only_side([f for part in (analysis, *analysis.personas) for f in part.touchpoints])
    owns = (own for point in analysis.journey.touchpoints for own in point.by_persona)
    return side if side and any(getattr(own, side) is not None for own in owns) else None


def lowest(figures: Sequence[TouchpointFigures], side: Side) -> Extreme:
    """Where a side that is measured somewhere is lowest."""
    return _extreme(figures, side, min)


def highest(figures: Sequence[TouchpointFigures], side: Side) -> Extreme:
    """Where a side that is measured somewhere is highest."""
    return _extreme(figures, side, max)


def _extreme(
    figures: Sequence[TouchpointFigures], side: Side, pick: Callable[[Iterable[float]], float]
) -> Extreme:
    known = [f for f in figures if getattr(f, side) is not None]
    score = pick(getattr(f, side) for f in known)
    here = [f for f in known if rounded(getattr(f, side)) == rounded(score)]
    return Extreme(score, tuple(f.id for f in here), max(f.digits for f in here))
