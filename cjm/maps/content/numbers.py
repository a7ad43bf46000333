"""Figures as a picture writes them: one rule for all of them, in the picture's language."""

from datetime import date

from cjm.i18n import numbers
from cjm.maps.content.words import Words


def number(value: float, words: Words, signed: bool = False) -> str:
    """A measured value, an end of the scale, points that an improvement lifts."""
    return numbers.quantity(value, words.marks, signed)


def total(value: float, words: Words, assumed: bool) -> str:
    """A sum of gaps, with its sign, and the sign for what is only assumed."""
    return numbers.marked(numbers.total(value, words.marks), assumed)


def score(value: float, words: Words, digits: int) -> str:
    """An expectation or experience, in digits chosen for all that is read with it."""
    return numbers.score(value, words.marks, digits)


def gap(expectation: float, experience: float, words: Words, digits: int) -> str:
    """C with its sign, the difference of the written scores."""
    return numbers.gap(expectation, experience, words.marks, digits)


LONGEST_FIGURE = 7


def brief(text: str, value: float, words: Words, signed: bool = False) -> str:
    """A figure where room is scarce: as written, or in thousands, millions where that is long."""
    return text if len(text) <= LONGEST_FIGURE else numbers.compact(value, words.marks, signed)


def percentage(share: float, words: Words, assumed: bool) -> str:
    """A share of 1 as a percentage, with the sign for what is only assumed."""
    return numbers.marked(numbers.percentage(share, words.marks), assumed)


def dated(day: date, words: Words) -> str:
    """A day as people write it."""
    return words.date.format(day=day.day, month=words.months[day.month - 1], year=day.year)
