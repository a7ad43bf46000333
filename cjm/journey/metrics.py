"""Metrics: measured quantities such as NPS, and targets for them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import COUNT, NUMBER
from cjm.journey.measurement import Measurement, SomeMeasurement
from cjm.journey.shorthands import Parts
from cjm.journey.values import (
    Choice,
    Day,
    Fields,
    FieldTypeError,
    FieldValueError,
    Id,
    Maybe,
    Number,
    Text,
    accept_fields,
)
from cjm.journey.words import OPERATORS, Operator
from cjm.records import dataclass
from cjm.rounding import rounded

TARGET = r"(?a:(>=|<=|>|<) *([-+]?\d+(?:\.\d+)?))"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target such as `>= 50`."""

    operator: Operator
    value: float

    if TYPE_CHECKING:

        def __init__(self, operator: Operator, value: SupportsFloat) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, COMPARISON, "Comparison")

    def __str__(self) -> str:
        """The comparison as the format writes it."""
        from decimal import Decimal  # a repr may have an exponent, which the format does not

        value = int(self.value) if self.value == int(self.value) else self.value
        return f"{self.operator} {Decimal(repr(value)):f}"

    def holds(self, value: float) -> bool:
        """Whether `value` meets the target."""
        one, other = rounded(value), rounded(self.value)
        match self.operator:
            case ">=":
                return one >= other
            case "<=":
                return one <= other
            case ">":
                return one > other
            case _:
                return one < other


COMPARISON: Fields = {"operator": Choice(OPERATORS), "value": Number(NUMBER)}


class Target:
    """A comparison, as it is or as text such as `>= 50`."""

    noun = say('a target in quotes, such as ">= 50"')

    def accept(self, value: Any) -> Comparison:
        """The comparison."""
        if isinstance(value, Comparison):
            return value
        if not isinstance(value, str):
            raise FieldTypeError(self.noun, value)
        if target := comparison(value):
            return target
        raise FieldValueError(self.noun, value)


def comparison(text: str) -> Comparison | None:
    """The comparison that a text such as `>= 50` means; None where it is none."""
    match = re.fullmatch(TARGET, text)
    if not match:
        return None
    value = float(match[2])
    return Comparison(match[1], int(value) if value.is_integer() else value)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Metric:
    """A measured quantity such as NPS, with its target; `value` None is not measured yet.

    Args:
        id: Its id.
        value: What was measured; it may be absent where a target is given.
        target: What it should be, in quotes.
        unit: Its unit.
        n: How many answers it rests on.
        measured: When it was measured.
        title: Its name for people.
        measurement: What an overlay says besides; None where the metric is written by hand.
    """

    id: str
    value: float | None = None
    target: Comparison | None = None
    unit: str | None = None
    n: int | None = None
    measured: date | None = None
    title: str = ""
    measurement: Measurement | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            value: SupportsFloat | None = None,
            target: Comparison | str | None = None,
            unit: str | None = None,
            n: SupportsFloat | None = None,
            measured: date | str | None = None,
            title: str = "",
            measurement: Measurement | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, METRIC, str(self.id))
        if self.value is None and self.target is None:
            raise FieldValueError(NO_VALUE, self.value, NO_VALUE).within(str(self.id), "value")
        if not self.title:
            object.__setattr__(self, "title", self.id)

    @property
    def met(self) -> bool | None:
        """Whether the value meets the metric's own target; None where one of them is missing."""
        if self.value is None or self.target is None:
            return None
        return self.target.holds(self.value)


NO_VALUE = say("it may be absent only where a target is given")
METRIC: Fields = {
    "id": Id(),
    "value": Maybe(Number(NUMBER)),
    "target": Maybe(Target()),
    "unit": Maybe(Text()),
    "n": Maybe(Number(COUNT)),
    "measured": Maybe(Day()),
    "title": Text(default=True),
    "measurement": SomeMeasurement(),
}

METRICS = Parts(Metric, say('metrics, or a mapping such as {"nps": 42}'), brief=True)
"""What a field takes that holds metrics."""
