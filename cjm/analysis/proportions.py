"""Proportions: the 95 % interval of a share of answers."""

from __future__ import annotations

import math

from cjm.analysis.student import NORMAL


def wilson_interval(share: float, n: float) -> tuple[float, float]:
    """The 95 % score interval of a share, which stays within 0 and 1.

    Args:
        share: The share, from 0 to 1.
        n: How many answers it rests on, above 0; of weighted ones their effective number.

    Returns:
        Its low and its high end.

    Source: Wilson, Journal of the American Statistical Association 22 (1927) 209–212.
    """
    z = NORMAL
    centre = share + z * z / (2 * n)
    margin = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    # At the ends of the scale the formula gives exactly 0 and 1, floats nearly.
    low = 0.0 if share <= 0 else (centre - margin) / whole
    high = 1.0 if share >= 1 else (centre + margin) / whole
    return (max(0.0, low), min(1.0, high))
