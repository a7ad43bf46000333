"""Numbers as people read them: a true minus, never −0, the language's marks."""

import math

from cjm.rounding import DECIMALS, rounded
from cjm.tuples import NamedTuple

LARGEST = 1e7
"""A number of this size or more is written with a power of ten."""


class Marks(NamedTuple):
    """A language's marks: for decimals, between thousands, and a percentage around `{}`."""

    decimal: str
    thousands: str
    percent: str


ENGLISH = Marks(".", ",", "{}%")
RUSSIAN = Marks(",", "\N{NO-BREAK SPACE}", "{}\N{NO-BREAK SPACE}%")


def number(
    value: float,
    marks: Marks,
    signed: bool = False,
    decimals: int = 2,
    finest: int = DECIMALS,
    largest: float = LARGEST,
) -> str:
    """A figure with at most so many decimals.

    What would round to 0 without being 0 keeps its first digit, so that its sign has a reason,
    unless that is finer than `finest` decimals.
    """
    if not math.isfinite(value):
        return "–"
    value = rounded(value)
    size = abs(value)
    if size >= largest:
        text = _with_power(size)
    else:
        while size and decimals < finest and round(size, decimals) == 0:
            decimals += 1
        text = _trimmed(f"{size:,.{decimals if size < 10_000 else 0}f}")
    if text == "0":
        return text
    whole, _, fraction = text.partition(".")
    whole = whole.replace(",", marks.thousands)
    sign = "−" if value < 0 else "+" if signed else ""
    return sign + whole + (marks.decimal + fraction if fraction else "")


def percentage(share: float, marks: Marks, decimals: int = 0) -> str:
    """A share of 1 as a percentage; what is neither nothing nor all never looks so."""
    percent = round(100 * share, decimals)
    least = 10**-decimals
    sign = ""
    if rounded(share) > 0 and percent == 0:
        sign, percent = "<", least
    elif rounded(share) < 1 and percent == 100:
        sign, percent = ">", 100 - least
    text = _trimmed(f"{percent:.{decimals}f}").replace(".", marks.decimal)
    return sign + marks.percent.format(text)


def _with_power(size: float) -> str:
    mantissa, _, power = f"{size:.1e}".partition("e")
    return f"{_trimmed(mantissa)}e{int(power)}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
