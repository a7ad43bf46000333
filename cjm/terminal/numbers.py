"""Numbers on a page: in its language, counted, and in columns."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.i18n import numbers, plural
from cjm.i18n.numbers import LARGEST
from cjm.rounding import DECIMALS
from cjm.terminal.words import Forms, Words


def number(
    value: float,
    words: Words,
    signed: bool = False,
    decimals: int = 2,
    finest: int = DECIMALS,
    largest: float = LARGEST,
) -> str:
    """A figure with at most so many decimals."""
    return numbers.number(value, words.marks, signed, decimals, finest, largest)


def percentage(share: float, words: Words, decimals: int = 0) -> str:
    """A share of 1 as a percentage."""
    return numbers.percentage(share, words.marks, decimals)


def points(change: float, words: Words, signed: bool = True) -> str:
    """A change of a share in percentage points."""
    return number(100 * change, words, signed, decimals=1, finest=2)


def counted(count: float, forms: Forms, words: Words) -> str:
    """A count with the noun's form that goes with it."""
    return plural(count, forms).format(number(count, words, largest=1e15))


def aligned(texts: Sequence[str], words: Words) -> list[str]:
    """The numbers of a column, padded on the right so that their decimal marks stand in line."""
    tails = [len(text) - len(text.split(words.marks.decimal)[0]) for text in texts]
    longest = max(tails, default=0)
    return [text + " " * (longest - tail) for text, tail in zip(texts, tails, strict=True)]
