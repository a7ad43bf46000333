"""Numbers on a page: in its language, counted, and in columns."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.i18n import numbers, plural
from cjm.journey import Customers
from cjm.terminal.words import Forms, Words


def number(value: float, words: Words, signed: bool = False) -> str:
    """A cost, a budget, an end of the scale."""
    return numbers.quantity(value, words.marks, signed)


def total(value: float, words: Words, assumed: bool, more: int = 0) -> str:
    """A sum of gaps, with its sign, and the sign for what is only assumed."""
    return numbers.marked(numbers.total(value, words.marks, more=more), assumed)


def percentage(share: float, words: Words, assumed: bool, more: int = 0) -> str:
    """A share of 1 as a percentage, with the sign for what is only assumed."""
    return numbers.marked(numbers.percentage(share, words.marks, more), assumed)


def points(
    change: float,
    words: Words,
    assumed: bool,
    before: float | None = None,
    signed: bool = True,
) -> str:
    """A change of a share in percentage points, with the sign for what is only assumed."""
    return numbers.marked(numbers.points(change, words.marks, before, signed), assumed)


def counted(count: float, forms: Forms, words: Words) -> str:
    """A count with the noun's form that goes with it."""
    text = numbers.quantity(count, words.marks, largest=numbers.BEYOND)
    return f"{text} {plural(count, forms)}"


def worth(value: float, customers: Customers, words: Words) -> str:
    """An amount in the currency of what a customer is worth."""
    text = numbers.quantity(value, words.marks, largest=numbers.BEYOND)
    return f"{text}{numbers.SPACE}{customers.currency}" if customers.currency else text


def aligned(texts: Sequence[str], words: Words) -> list[str]:
    """The numbers of a column, padded on the right so that their decimal marks stand in line."""
    tails = [len(text) - len(text.split(words.marks.decimal)[0]) for text in texts]
    longest = max(tails, default=0)
    return [text + " " * (longest - tail) for text, tail in zip(texts, tails, strict=True)]
