"""Durations: kept as they were written, counted in seconds."""

import re
from typing import Any

from cjm.i18n import Message, say
from cjm.journey.bounds import LARGEST
from cjm.journey.values import FieldTypeError, FieldValueError
from cjm.tuples import NamedTuple

SECONDS = {
    "s": 1,
    "min": 60,
    "h": 3_600,
    "d": 86_400,
    "w": 7 * 86_400,
    "mo": 30 * 86_400,
    "y": 365 * 86_400,
}
"""What a unit is in seconds; a month is 30 days, a year 365."""

DURATION = r"(?a:(\d+(?:\.\d+)?) *(s|min|h|d|w|mo|y))"
LONGEST = say("a duration of at most {most} years", most=LARGEST // SECONDS["y"])


def seconds(duration: str | None) -> float | None:
    """A duration such as "15 min" in seconds; None where it is none."""
    match = re.fullmatch(DURATION, duration) if duration else None
    return float(match[1]) * SECONDS[match[2]] if match else None


def is_too_long(duration: str) -> bool:
    """Whether it is more seconds than any number of a journey may be."""
    return (seconds(duration) or 0) > LARGEST


class Duration(NamedTuple):
    """A duration, as text."""

    noun: Message = say("a duration: 30 s, 15 min, 2 h, 3 d, 2 w, 6 mo, 1 y")

    def accept(self, value: Any) -> str:
        """The text, with one space before the unit."""
        if not isinstance(value, str):
            raise FieldTypeError(self.noun, value)
        match = re.fullmatch(DURATION, value)
        if not match:
            raise FieldValueError(self.noun, value)
        if is_too_long(value):
            raise FieldValueError(LONGEST, value)
        return f"{match[1]} {match[2]}"
