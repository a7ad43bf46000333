"""What the sums of gaps are made of, by place in the file: C, importance·C, and that in units."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm.analysis.gaps import Gap
from cjm.analysis.units import product, units
from cjm.journey import Journey
from cjm.records import dataclass
from cjm.rounding import rounded


@dataclass(frozen=True, slots=True)
class Scores:
    """C, None where it is unmeasured; importance·C, 0 there; and the same in 10⁻⁹ points."""

    gaps: tuple[float | None, ...]
    weights: tuple[float, ...]
    units: tuple[int, ...]


def scores_of(journey: Journey, gaps: Sequence[Gap]) -> Scores:
    """The scores of a journey with these gaps."""
    own = tuple(gap.gap for gap in gaps)
    importances = [point.importance for point in journey.touchpoints]
    weights = tuple(
        rounded(importance * (gap or 0.0)) for importance, gap in zip(importances, own, strict=True)
    )
    whole = tuple(
        units(weight) if math.isfinite(weight) else product(importance, gap or 0.0)
        for importance, gap, weight in zip(importances, own, weights, strict=True)
    )
    return Scores(own, weights, whole)
