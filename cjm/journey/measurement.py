"""Measurement: what an overlay says of a value beyond what a journey can, and what it replaced."""

from __future__ import annotations

from typing import Any

from cjm.i18n import say
from cjm.journey.values import FieldTypeError
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """Marks a score, metric or paired evidence that an overlay holds; what is written has none.

    Args:
        effective: Kish's effective number of answers, (Σw)²/Σw², where they are weighted: it takes
            the place of n in every standard error and degree of freedom.
        interval: The 95 % interval of a metric, [low, high].
        source: The ids of a metric's sources.
        replaced: The written value that it stands for; None where nothing is written.
    """

    effective: float | None = None
    interval: tuple[float, float] | None = None
    source: str | None = None
    replaced: Any = None


class SomeMeasurement:
    """What a field takes that says how its part was measured: a Measurement or None."""

    noun = say("what an overlay says of a value: a Measurement")

    def accept(self, value: Any) -> Measurement | None:
        """The same."""
        if value is None or isinstance(value, Measurement):
            return value
        raise FieldTypeError(self.noun, value)
