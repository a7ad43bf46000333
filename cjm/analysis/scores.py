"""What the sums of gaps are made of, by place in the file: C, C̄, importance·C̄, that in units."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm.analysis.gaps import Gap, level_of
from cjm.analysis.units import product, units
from cjm.journey import Journey
from cjm.records import dataclass
from cjm.rounding import rounded

Parts = Sequence[tuple[float, Sequence[Gap]]]
"""Personas that together are all customers: the share of each, and its gaps."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores by place in the file.

    `gaps` are C, None where it is unmeasured; `weighted` C̄, that sums of gaps take: the
    personas' mean where the whole journey's customers are its personas, else C; `measured` the
    share of customers for whom there is a C; `weights` importance·C̄, 0 where there is none, and
    `units` that in 10⁻⁹ points; `below` the places with C < −tolerance.
    """

    gaps: tuple[float | None, ...]
    weighted: tuple[float | None, ...]
    measured: tuple[float, ...]
    weights: tuple[float, ...]
    units: tuple[int, ...]
    below: frozenset[int]


def scores_of(journey: Journey, gaps: Sequence[Gap], parts: Parts = ()) -> Scores:
    """The scores of a journey with these gaps, its customers being `parts` where there are any."""
    own = tuple(gap.gap for gap in gaps)
    apart = [n for n, point in enumerate(journey.touchpoints) if parts and point.by_persona]
    weighted, measured = list(own), [0.0 if gap is None else 1.0 for gap in own]
    for n in apart:
        weighted[n], measured[n] = _mean(n, parts)
    importances = [point.importance for point in journey.touchpoints]
    pairs = list(zip(importances, (gap or 0.0 for gap in weighted), strict=True))
    weights = tuple(rounded(importance * gap) for importance, gap in pairs)
    whole = tuple(
        units(weight) if math.isfinite(weight) else product(*pair)
        for pair, weight in zip(pairs, weights, strict=True)
    )
    below = frozenset(n for n, gap in enumerate(gaps) if gap.level == "disappointment")
    return Scores(own, tuple(weighted), tuple(measured), weights, whole, below)


def _mean(place: int, parts: Parts) -> tuple[float | None, float]:
    """C̄ at a touchpoint, and the share of customers it is known of.

    A persona without a gap adds nothing, as an unmeasured touchpoint does.
    """
    known = [(share, gap) for share, gaps in parts if (gap := gaps[place].gap) is not None]
    if not known:
        return None, 0.0
    mean = rounded(math.fsum(share * gap for share, gap in known))
    return mean, min(1.0, math.fsum(share for share, _ in known))


def is_below(gap: float | None, tolerance: float) -> bool:
    """Whether a gap is a disappointment."""
    return gap is not None and level_of(gap, tolerance) == "disappointment"
