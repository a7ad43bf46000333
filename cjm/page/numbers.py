"""Numbers as people read them: a true minus, never −0, the language's marks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cjm.page.words import Forms, Words

DECIMALS = 9
"""What is zero to this many decimals is zero: sums of gaps are compared so."""
LARGEST = 1e7
"""A number of this size or more is written with a power of ten."""


def number(
    value: float,
    words: Words,
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
    value = round(value, DECIMALS)
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
    whole = whole.replace(",", words.thousands)
    sign = "−" if value < 0 else "+" if signed else ""
    return sign + whole + (words.decimal_mark + fraction if fraction else "")


def _with_power(size: float) -> str:
    mantissa, _, power = f"{size:.1e}".partition("e")
    return f"{_trimmed(mantissa)}e{int(power)}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def percentage(share: float, words: Words, decimals: int = 0) -> str:
    """A share of 1 as a percentage; what is neither nothing nor all never looks so."""
    percent = round(100 * share, decimals)
    least = 10**-decimals
    sign = ""
    if round(share, DECIMALS) > 0 and percent == 0:
        sign, percent = "<", least
    elif round(share, DECIMALS) < 1 and percent == 100:
        sign, percent = ">", 100 - least
    text = _trimmed(f"{percent:.{decimals}f}").replace(".", words.decimal_mark)
    return sign + words.percent.format(text)


def points(change: float, words: Words, signed: bool = True) -> str:
    """A change of a share in percentage points."""
    return number(100 * change, words, signed, decimals=1, finest=2)


def counted(count: float, forms: Forms, words: Words) -> str:
    """A count with the noun's form that goes with it."""
    text = number(count, words, largest=1e15)
    last = int(count) % 100
    if count != int(count):
        form = 1
    elif not words.counts_like_russian:
        form = 0 if count == 1 else 2
    elif last // 10 == 1 or last % 10 not in (1, 2, 3, 4):
        form = 2
    else:
        form = 0 if last % 10 == 1 else 1
    return forms[form].format(text)


def aligned(texts: Sequence[str], words: Words) -> list[str]:
    """The numbers of a column, padded on the right so that their decimal marks stand in line."""
    tails = [len(text) - len(text.split(words.decimal_mark)[0]) for text in texts]
    longest = max(tails, default=0)
    return [text + " " * (longest - tail) for text, tail in zip(texts, tails, strict=True)]
