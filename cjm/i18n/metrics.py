"""Metrics as people read them: the value, its target, and whether it is met."""

from __future__ import annotations

from typing import Protocol

from cjm.i18n.apart import quantity_beside
from cjm.i18n.figures import COMPARISONS
from cjm.i18n.message import say, translate
from cjm.i18n.numbers import SPACE, Marks, with_unit

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

    def holds(self, value: float) -> bool:
        """Whether a value meets it."""


def measured(value: float, unit: str | None, marks: Marks, target: Target | None = None) -> str:
    """A value with its unit, per cent as the language writes it, told apart from its target."""
    beside = None if target is None else target.value
    return with_unit(quantity_beside(value, beside, marks), unit, marks)


def target_of(
    target: Target, unit: str | None, value: float | None, language: str, marks: Marks
) -> str:
    """A target alone, beside a value if there is one: `target ≥ 50`."""
    return translate(say("target {target}", target=_compared(target, unit, value, marks)), language)


def aim(target: Target, unit: str | None, value: float | None, language: str, marks: Marks) -> str:
    """A target, and whether a value meets it: `target ≥ 50: missed`; None is not measured yet."""
    sign = _compared(target, unit, value, marks)
    if value is None:
        return translate(say("target {target}: not measured yet", target=sign), language)
    if target.holds(value):
        return translate(say("target {target}: met", target=sign), language)
    return translate(say("target {target}: missed", target=sign), language)


def _compared(target: Target, unit: str | None, value: float | None, marks: Marks) -> str:
    told = with_unit(quantity_beside(target.value, value, marks), unit, marks)
    return f"{COMPARISONS[target.operator]}{SPACE}{told}"
