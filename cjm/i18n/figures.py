"""Figures in messages: numbers that are written when it is known in which language."""

from cjm.i18n.numbers import (
    BEYOND,
    QUANTITY_DECIMALS,
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
    more: int = 0

    def written(self, marks: Marks) -> str:
        """As a percentage, with `more` digits than the rule's where a limit stands beside it."""
        return marked(percentage(self.value, marks, self.more), self.assumed)


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
    """A threshold or a count in a message: as exact as figures are compared."""

    value: float

    def written(self, marks: Marks) -> str:
        """With as many decimals as it has."""
        return quantity(self.value, marks, decimals=DECIMALS, largest=BEYOND)


class Amount(NamedTuple):
    """A metric's value in a message: rounded as on pages, a large one written out.

    More `decimals` keep one that just misses its target from being rounded to it.
    """

    value: float
    unit: str | None = None
    decimals: int = QUANTITY_DECIMALS

    def written(self, marks: Marks) -> str:
        """With its unit."""
        text = quantity(self.value, marks, decimals=self.decimals, largest=BEYOND)
        return with_unit(text, self.unit, marks)


class Goal(NamedTuple):
    """A metric's target in a message, such as `≥ 90%`."""

    operator: str
    value: float
    unit: str | None = None
    decimals: int = QUANTITY_DECIMALS

    def written(self, marks: Marks) -> str:
        """The comparison as a sign, and what is compared with."""
        amount = Amount(self.value, self.unit, self.decimals)
        return f"{COMPARISONS[self.operator]}{SPACE}{amount.written(marks)}"


class Chance(NamedTuple):
    """A P value in a message."""

    value: float

    def written(self, marks: Marks) -> str:
        """In two digits, and more of a small one."""
        return chance(self.value, marks)


FIGURES = (Total, Share, ScoreFigure, GapFigure, Quantity, Amount, Goal, Chance)
"""What a message may hold that is written by the rule for digits."""
