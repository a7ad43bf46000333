"""Sums: what is kept of many answers, enough for every figure of them.

Answers are taken relative to a centre, the middle of their scale, so that squares stay small and
nothing is lost when they are subtracted; and another scale only stretches them. Sums are exact
fractions: those of several sources are the same in whatever order they come.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from cjm.tuples import NamedTuple


class Sums(NamedTuple):
    """Sums over answers y with weights w, 1 where nobody weighs.

    Attributes:
        n: How many answers.
        weight: Σw.
        squares: Σw².
        first: Σw(y − centre).
        second: Σw(y − centre)².
        low: The smallest y − centre.
        high: The largest y − centre.
        weighted: Whether any answer has a weight of its own.
        below: Σw of those below zero; of pairs, who got less than they expected.
        last: The last day of an answer; None where none has a day.
    """

    n: int
    weight: Fraction
    squares: Fraction
    first: Fraction
    second: Fraction
    low: float
    high: float
    weighted: bool = False
    below: Fraction = Fraction()
    last: date | None = None

    def stretched(self, factor: float) -> "Sums":
        """The sums of the same answers on a scale that is `factor` times as long."""
        low, high = sorted((self.low * factor, self.high * factor))
        exact = Fraction(factor)
        return self._replace(
            first=self.first * exact, second=self.second * exact * exact, low=low, high=high
        )


def merged(parts: Iterable[Sums]) -> Sums | None:
    """The sums over several sources: all answers count alike. None of nothing."""
    whole: Sums | None = None
    for part in parts:
        whole = part if whole is None else _joined(whole, part)
    return whole


def _joined(one: Sums, other: Sums) -> Sums:
    days = [day for day in (one.last, other.last) if day is not None]
    return Sums(
        n=one.n + other.n,
        weight=one.weight + other.weight,
        squares=one.squares + other.squares,
        first=one.first + other.first,
        second=one.second + other.second,
        low=min(one.low, other.low),
        high=max(one.high, other.high),
        weighted=one.weighted or other.weighted,
        below=one.below + other.below,
        last=max(days) if days else None,
    )
