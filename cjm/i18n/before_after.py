"""Before and after: how two states of a figure are written, and the change between them.

Both are told apart where they differ, and a change has the digits of its figures.
"""

from __future__ import annotations

from cjm.i18n.apart import digits_apart
from cjm.i18n.numbers import (
    ENGLISH,
    Marks,
    half_away,
    marked,
    percent_digits,
    percentage,
    quantity,
    total,
)
from cjm.tuples import NamedTuple


class BeforeAfter(NamedTuple):
    """A figure before and after as people read it; `change` is how far apart, without a sign."""

    before: str
    after: str
    change: str


def totals(
    before: float, after: float, marks: Marks, assumed: tuple[bool, bool] = (False, False)
) -> BeforeAfter:
    """Two sums of gaps, such as balances.

    >>> totals(-1.832, 2.6634, ENGLISH), totals(0.501, 0.5011, ENGLISH).after
    (BeforeAfter(before='−1.83', after='+2.66', change='4.49'), '+0.5011')
    """
    more = digits_apart(lambda value, more: total(value, ENGLISH, more=more), before, after)
    one, other = (total(value, marks, more=more) for value in (before, after))
    digits = [more + (2 if abs(half_away(value, 2)) < 10 else 1) for value in (before, after)]
    return _marked(BeforeAfter(one, other, _change(before, after, digits, marks)), assumed)


def shares(
    before: float, after: float, marks: Marks, assumed: tuple[bool, bool] = (False, False)
) -> BeforeAfter:
    """Two shares of 1 as percentages; their change is in percentage points.

    >>> shares(0.866, 0, ENGLISH), shares(0.672, 0.6722, ENGLISH).change
    (BeforeAfter(before='87%', after='0%', change='87'), '0.02')
    """
    more = digits_apart(lambda value, more: percentage(value, ENGLISH, more), before, after)
    one, other = (percentage(value, marks, more) for value in (before, after))
    digits = [more + percent_digits(value) for value in (before, after)]
    change = _change(100 * before, 100 * after, digits, marks)
    return _marked(BeforeAfter(one, other, change), assumed)


def _change(before: float, after: float, digits: list[int], marks: Marks) -> str:
    """How far the written figures are apart: what a reader gets who subtracts them."""
    written = (half_away(value, n) for value, n in zip((before, after), digits, strict=True))
    one, other = written
    return quantity(abs(other - one), marks, decimals=max(digits))


def _marked(texts: BeforeAfter, assumed: tuple[bool, bool]) -> BeforeAfter:
    """With the sign for what is only assumed; a change is where one of its figures is."""
    kinds = (*assumed, any(assumed))
    return BeforeAfter(*(marked(text, kind) for text, kind in zip(texts, kinds, strict=True)))
