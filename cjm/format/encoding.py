"""Journey → plain data, by the table of fields that also reads it."""

from __future__ import annotations

from typing import Any

from cjm.format.files import JOURNEY
from cjm.journey import Journey
from cjm.journey.shorthands import said

ALONE = ("id", "scale", "language")
"""What is written although it may be the default: a workspace may say otherwise."""


def encoded(journey: Journey) -> dict[str, Any]:
    """A journey as the data of a file that stands alone, in shortest forms.

    It holds the journey's id, scale and language and every entry of its catalogues; where customers
    come in only if that is not the first touchpoint. What an overlay gave it is not written: the
    values that were written by hand are.
    """
    from cjm.journey.precedence import written  # few runs write a journey

    return encoded_as_read(written(journey))


def encoded_as_read(journey: Journey) -> dict[str, Any]:
    """The same of the values that its readers see, those of an overlay among them."""
    values = {"cjm": 1, **{name: getattr(journey, name) for name in ALONE}, **said(journey)}
    if len(journey.start) == 1 and journey.start[0].touchpoint == journey.touchpoints[0].id:
        del values["start"]
    data: dict[str, Any] = JOURNEY.encode(values)
    return data
