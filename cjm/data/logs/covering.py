"""Covering: the fewest of the most frequent paths that carry a share of the cases."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from cjm.journey.paths import CountedPath


def covering(paths: Sequence[CountedPath], share: float) -> int:
    """How many of the paths, the most frequent first, carry at least that share of their cases."""
    wanted = exact(share) * sum(path.cases for path in paths)
    sums = accumulate(path.cases for path in paths)
    return next((n for n, cases in enumerate(sums, start=1) if cases >= wanted), len(paths))


def exact(share: float) -> Fraction:
    """A share as it was written: 0.07 of 100 is 7, and not a little more."""
    return Fraction(repr(float(share)))
