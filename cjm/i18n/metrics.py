"""Metrics as people read them: the value, its target, and whether it is met."""

from __future__ import annotations

from typing import Protocol

from cjm.i18n.figures import COMPARISONS
from cjm.i18n.message import say, translate
from cjm.i18n.numbers import QUANTITY_DECIMALS, SPACE, Marks, half_away, quantity, with_unit
from cjm.rounding import DECIMALS, rounded

STEP = " → "
"""Between what was before and what came after."""


class Target(Protocol):
    """A comparison with a number."""

    @property
    def operator(self) -> str:
        """Which comparison."""

    @property
    def value(self) -> float:
        """What is compared with."""


def measured(value: float, unit: str | None, marks: Marks) -> str:
    """A value with its unit, per cent as the language writes it."""
    return with_unit(quantity(value, marks), unit, marks)


def telling_decimals(value: float, limit: float) -> int:
    """The decimals at which a quantity is not taken for a limit that it is not.

    >>> telling_decimals(71.105528, 90), telling_decimals(89.9996, 90), telling_decimals(90, 90)
    (2, 4, 2)
    """
    if rounded(value) == rounded(limit):
        return QUANTITY_DECIMALS
    apart = (
        digits
        for digits in range(QUANTITY_DECIMALS, DECIMALS)
        if half_away(value, digits) != half_away(limit, digits)
    )
    return next(apart, DECIMALS)


def target_of(target: Target, unit: str | None, language: str, marks: Marks) -> str:
    """A target alone: `target ≥ 50`."""
    return translate(say("target {target}", target=_compared(target, unit, marks)), language)


def aim(target: Target, unit: str | None, met: bool | None, language: str, marks: Marks) -> str:
    """A target, and whether it is met: `target ≥ 50: missed`; None is not measured yet."""
    sign = _compared(target, unit, marks)
    if met is None:
        return translate(say("target {target}: not measured yet", target=sign), language)
    if met:
        return translate(say("target {target}: met", target=sign), language)
    return translate(say("target {target}: missed", target=sign), language)


def _compared(target: Target, unit: str | None, marks: Marks) -> str:
    return f"{COMPARISONS[target.operator]}{SPACE}{measured(target.value, unit, marks)}"
