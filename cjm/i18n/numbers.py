"""Numbers as people read them: one rule for every page, picture, table and message.

Half away from zero, of the shortest decimal text; a true minus, never −0; the language's marks.
What is written beside a figure that cannot be told from 0 says so: «<0,01». JSON stays exact.
"""

from __future__ import annotations

import math
from functools import lru_cache

from cjm.rounding import DECIMALS, rounded
from cjm.tuples import NamedTuple

TYPE_CHECKING = False  # typing itself is dear
if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 1e7
"""Pages write a figure of this size or more in millions: `12.3M`."""
BEYOND = 1e15
"""From here on a float no longer holds every whole number: «>999 trillion» is all that is told."""
QUANTITY_DECIMALS = 2
"""Of a cost, a count, a measured value: at most so many."""
SPACE = "\N{NO-BREAK SPACE}"


class Marks(NamedTuple):
    """A language's marks: for decimals, between thousands, a percentage around `{}`, and powers.

    `powers` stand for thousands, millions and so on where room is scarce.
    """

    decimal: str
    thousands: str
    percent: str
    powers: tuple[str, ...]


ENGLISH = Marks(".", ",", "{}%", ("K", "M", "B", "T"))
RUSSIAN = Marks(
    ",", SPACE, f"{{}}{SPACE}%", tuple(SPACE + word for word in ("тыс.", "млн", "млрд", "трлн"))
)


@lru_cache(maxsize=4096)  # a report writes few figures, each in many places
def half_away(value: float, digits: int) -> float:
    """A number rounded to so many digits after the point, half away from zero.

    >>> half_away(0.285, 2), half_away(-2.5, 0)
    (0.29, -3.0)
    """
    from decimal import ROUND_HALF_UP, Context, Decimal

    if not math.isfinite(value):
        return value
    shortest = Decimal(repr(float(rounded(value))))
    unit = Decimal(1).scaleb(-digits)
    return float(shortest.quantize(unit, ROUND_HALF_UP, Context(prec=400))) + 0.0


def quantity(
    value: float,
    marks: Marks,
    signed: bool = False,
    decimals: int = QUANTITY_DECIMALS,
    largest: float = LARGEST,
) -> str:
    """A cost, a count, a measured value: at most so many decimals, without zeros at their end."""
    return _extreme(value, marks, signed, decimals, largest) or _written(
        value, marks, decimals, signed, zeros=False
    )


def with_unit(text: str, unit: str | None, marks: Marks) -> str:
    """A figure with its unit, per cent as the language writes it."""
    if unit == "%":
        return marks.percent.format(text)
    return f"{text}{SPACE}{unit}" if unit else text


def compact(value: float, marks: Marks, signed: bool = False) -> str:
    """A figure where room is scarce: 12K, 3.4M; below a thousand with at most three decimals."""
    size, power = half_away(abs(value), 3), 0
    if size >= BEYOND:
        return _signed(f">999{marks.powers[-1]}", value, signed)
    if size < 1000:
        return quantity(value, marks, signed, decimals=3)
    while size >= 1000 and power < len(marks.powers):
        size, power = _three_digits(size / 1000), power + 1
    text = _trimmed(f"{size:.2f}")
    return _signed(_decimal(text, marks) + marks.powers[power - 1], value, signed)


def _three_digits(size: float) -> float:
    return half_away(size, 2 if size < 9.995 else 1 if size < 99.95 else 0)


def total(value: float, marks: Marks, signed: bool = True, more: int = 0) -> str:
    """A balance, an impact, what is remembered: two digits below 10, one from there on.

    Args:
        value: The sum.
        marks: The language's marks.
        signed: Whether a + is written.
        more: Digits beyond the rule's, where sums side by side would look the same.

    Returns:
        The sum as people read it.
    """
    digits = (2 if abs(half_away(value, 2)) < 10 else 1) + more
    return _extreme(value, marks, signed, digits) or _written(value, marks, digits, signed)


@lru_cache(maxsize=4096)
def percentage(share: float, marks: Marks, more: int = 0) -> str:
    """A share of 1: whole per cent from 10 to 90, one digit outside; never 0 or all that is not.

    Args:
        share: From 0 to 1.
        marks: The language's marks.
        more: Digits beyond the rule's, where shares side by side would look the same.

    Returns:
        The share with its sign for per cent.
    """
    percent, digits = 100 * rounded(share), 1 + more
    least = 10**-digits
    if rounded(share) > 0 and half_away(percent, digits) == 0:
        return marks.percent.format("<" + _decimal(f"{least:.{digits}f}", marks))
    if rounded(share) < 1 and half_away(percent, digits) == 100:
        return marks.percent.format(">" + _decimal(f"{100 - least:.{digits}f}", marks))
    return marks.percent.format(_written(percent, marks, percent_digits(share) + more, zeros=False))


def percent_digits(share: float) -> int:
    """How many digits after the point a share has as a percentage: its class after rounding."""
    return 0 if 10 <= half_away(100 * share, 1) <= 90 else 1


def chance(p: float, marks: Marks) -> str:
    """A P value: two digits, more below 0.1, and never one so small that nobody reads it."""
    if p < 0.0001:
        return "<" + _decimal("0.0001", marks)
    return _written(p, marks, 4 if p < 0.01 else 3 if p < 0.1 else 2)


def points(change: float, marks: Marks, before: float | None = None, signed: bool = True) -> str:
    """A change of a share in percentage points: the digits of the shares before and after."""
    digits = 1
    if before is not None:
        digits = max(percent_digits(before), percent_digits(before + change))
    return quantity(100 * change, marks, signed, digits)


def most_digits(scale: tuple[float, float]) -> int:
    """The most digits scores of a scale are written with: 2, on narrow scales what 1 % needs."""
    width = scale[1] - scale[0]
    if not 0 < width < 2:
        return 2
    return min(DECIMALS, max(3, math.ceil(-math.log10(2 * width / 100))))


def score_digits(
    pairs: Iterable[tuple[float | None, float | None]], scale: tuple[float, float]
) -> int:
    """The digits that scores which are read together are written with.

    Args:
        pairs: O and B of a touchpoint, and of its personas or other state; None where not given.
        scale: The ends of the scale.

    Returns:
        The fewest at which no score is off by more than 1 % of the scale's width, and every
        written C is the difference of the written scores and 0 only where it is.
    """
    most, pairs = most_digits(scale), list(pairs)
    slack = (scale[1] - scale[0]) / 100
    for digits in range(most):
        if all(_fits(*pair, digits, slack) for pair in pairs):
            return digits
    return most


@lru_cache(maxsize=4096)  # each page reads the same scores again
def _fits(o: float | None, b: float | None, digits: int, slack: float) -> bool:
    given = [score for score in (o, b) if score is not None]
    if all(float(score).is_integer() for score in given):
        return True
    if any(rounded(abs(half_away(score, digits) - score)) > rounded(slack) for score in given):
        return False
    if o is None or b is None:
        return True
    gap = rounded(b - o)
    apart = rounded(half_away(b, digits) - half_away(o, digits))
    return apart == half_away(gap, digits) and (apart == 0) == (gap == 0)


def score(value: float, marks: Marks, digits: int) -> str:
    """An expectation or experience, in digits that were chosen for all that is read with it."""
    if abs(value) >= LARGEST:
        return compact(value, marks)
    return _written(value, marks, digits, zeros=False)


def gap(o: float, b: float, marks: Marks, digits: int) -> str:
    """C with its sign, such that the written scores differ by it; «<0,01» where that would be 0."""
    value = rounded(b - o)
    shown = rounded(half_away(b, digits) - half_away(o, digits))
    if value and not shown:
        return _least(value, marks, digits, signed=True)
    if abs(value) >= LARGEST:
        return compact(value, marks, signed=True)
    return _written(shown, marks, digits, signed=True, zeros=False)


ASSUMED = "≈"
"""Before a figure that rests on shares that nobody gave."""


def mean_gap(
    mean: float | None, o: float | None, b: float | None, marks: Marks, digits: int
) -> str:
    """C̄, the mean of the personas' C, where it prints differently than C; else nothing.

    It has more digits than the scores where half of one would be lost: −2,5 of −5 and 0.
    """
    if mean is None:
        return ""
    more = range(digits, max(digits, 2))
    enough = (d for d in more if rounded(abs(half_away(mean, d) - mean)) <= 0.05)
    text = gap(0.0, mean, marks, next(enough, max(digits, 2)))
    return "" if o is not None and b is not None and text == gap(o, b, marks, digits) else text


def marked(text: str, assumed: bool) -> str:
    """A figure as it is written, with the sign for those that are only assumed.

    >>> marked("24%", True), marked(">99.9%", True), marked("−<0.01", True)
    ('≈24%', '≈99.9%', '≈−0.01')
    """
    return ASSUMED + unbounded(text) if assumed else text


def unbounded(text: str) -> str:
    """A figure behind a sign or a word that it is about so much: it claims no bound then."""
    return text.replace("<", "").replace(">", "")


@lru_cache(maxsize=4096)
def _written(
    value: float, marks: Marks, digits: int, signed: bool = False, zeros: bool = True
) -> str:
    value = half_away(value, digits)
    text = f"{abs(value):,.{digits}f}"
    if not zeros:
        text = _trimmed(text)
    whole, _, fraction = text.partition(".")
    text = whole.replace(",", marks.thousands) + (marks.decimal + fraction if fraction else "")
    return _signed(text, value, signed)


def _extreme(
    value: float, marks: Marks, signed: bool, digits: int, largest: float = LARGEST
) -> str:
    """A figure that is no number, very large, or not 0 but looks it; nothing for any other."""
    if not math.isfinite(value):
        return "–"
    if abs(value) >= largest:
        return compact(value, marks, signed)
    if rounded(value) and not half_away(value, digits):
        return _least(value, marks, digits, signed)
    return ""


def _least(value: float, marks: Marks, digits: int, signed: bool) -> str:
    return _signed("<" + _decimal(f"{10**-digits:.{digits}f}", marks), value, signed)


def _signed(text: str, value: float, signed: bool) -> str:
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return sign + text


def _decimal(text: str, marks: Marks) -> str:
    return text.replace(".", marks.decimal)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
