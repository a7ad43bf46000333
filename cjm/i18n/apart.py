"""Apart: how two figures are written that a verdict stands beside, so that both are seen to differ.

«50, target ≥ 50: missed» and «20% of customers, more than 20%» are true and say nothing. Whatever
compares a figure with a limit writes both with the digits that this module gives.
"""

from __future__ import annotations

from collections.abc import Callable

from cjm.i18n.figures import ScoreFigure, Share
from cjm.i18n.numbers import (
    BEYOND,
    ENGLISH,
    LARGEST,
    QUANTITY_DECIMALS,
    Marks,
    percentage,
    quantity,
    score,
    score_digits,
)
from cjm.rounding import DECIMALS, rounded

Written = Callable[[float, int], str]
"""A figure with so many digits beyond those of its rule."""


def digits_apart(written: Written, one: float, other: float) -> int:
    """How many digits beyond the rule's tell two figures apart.

    Args:
        written: How such figures are written.
        one: A figure.
        other: What it is compared with.

    Returns:
        The fewest at which they are written differently; 0 where they are the same figure.
    """
    if rounded(one) == rounded(other):
        return 0
    tried = range(DECIMALS)
    return next((n for n in tried if written(one, n) != written(other, n)), DECIMALS)


def quantities_apart(value: float, limit: float) -> int:
    """The decimals of a quantity and of its limit.

    >>> quantities_apart(71.105528, 90), quantities_apart(89.9996, 90), quantities_apart(90, 90)
    (2, 4, 2)
    """
    return QUANTITY_DECIMALS + digits_apart(_quantity, value, limit)


def quantity_beside(value: float, other: float | None, marks: Marks) -> str:
    """A quantity as it is written beside one that it is compared with, or beside none.

    >>> quantity_beside(49.996, 50, ENGLISH), quantity_beside(49.996, None, ENGLISH)
    ('49.996', '50')
    """
    more = 0 if other is None else digits_apart(_quantity, value, other)
    return _quantity(value, more, marks)


def _quantity(value: float, more: int, marks: Marks = ENGLISH) -> str:
    """A large one that needs more digits is written out: 12,345,678, not 12.3M."""
    decimals, largest = QUANTITY_DECIMALS + more, BEYOND if more else LARGEST
    return quantity(value, marks, decimals=decimals, largest=largest)


def shares_apart(share: float, limit: float, assumed: bool = False) -> tuple[Share, Share]:
    """A share of 1, which may be assumed, and the limit that it is compared with."""
    more = digits_apart(lambda n, more: percentage(n, ENGLISH, more), share, limit)
    return Share(share, assumed, more), Share(limit, more=more)


def scores_apart(
    one: float, *others: float, scale: tuple[float, float], least: int = 0
) -> tuple[ScoreFigure, ...]:
    """A score and those that it is told apart from, all in the same digits, `least` at least."""
    fewest = max(least, score_digits([(one, other) for other in others or (None,)], scale))
    more = [
        digits_apart(lambda n, more: score(n, ENGLISH, fewest + more), one, other)
        for other in others
    ]
    digits = fewest + max(more, default=0)
    return tuple(ScoreFigure(value, digits) for value in (one, *others))
