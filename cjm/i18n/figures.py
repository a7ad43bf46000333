"""Figures in messages: numbers that are written when it is known in which language."""

from cjm.i18n.numbers import (
    BEYOND,
    SPACE,
    Marks,
    chance,
    gap,
    marked,
    percentage,
    quantity,
    score,
    total,
    with_unit,
)
from cjm.rounding import DECIMALS
from cjm.tuples import NamedTuple

COMPARISONS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
"""A target's operator as a sign."""


class Total(NamedTuple):
    """A balance or impact in a message."""

    value: float
    assumed: bool = False

    def written(self, marks: Marks) -> str:
        """With its sign."""
        return marked(total(self.value, marks), self.assumed)


class Share(NamedTuple):
    """A share of 1 in a message, with the sign for per cent."""

    value: float
    assumed: bool = False

    def written(self, marks: Marks) -> str:
        """As a percentage."""
        return marked(percentage(self.value, marks), self.assumed)


class ScoreFigure(NamedTuple):
    """An expectation or experience in a message."""

    value: float
    digits: int

    def written(self, marks: Marks) -> str:
        """In its digits."""
        return score(self.value, marks, self.digits)


class GapFigure(NamedTuple):
    """C in a message."""

    expectation: float
    experience: float
    digits: int

    def written(self, marks: Marks) -> str:
        """With its sign."""
        return gap(self.expectation, self.experience, marks, self.digits)


class Quantity(NamedTuple):
    """A threshold, a metric's value in a message: as exact as figures are compared."""

    value: float
    unit: str | None = None

    def written(self, marks: Marks) -> str:
        """With as many decimals as it has."""
        text = quantity(self.value, marks, decimals=DECIMALS, largest=BEYOND)
        return with_unit(text, self.unit, marks)


class Goal(NamedTuple):
    """A metric's target in a message, such as `≥ 90%`."""

    operator: str
    value: float
    unit: str | None = None

    def written(self, marks: Marks) -> str:
        """The comparison as a sign, and what is compared with."""
        sign = COMPARISONS[self.operator]
        return f"{sign}{SPACE}{Quantity(self.value, self.unit).written(marks)}"


class Chance(NamedTuple):
    """A P value in a message."""

    value: float

    def written(self, marks: Marks) -> str:
        """In two digits, and more of a small one."""
        return chance(self.value, marks)


FIGURES = (Total, Share, ScoreFigure, GapFigure, Quantity, Goal, Chance)
"""What a message may hold that is written by the rule for digits."""
