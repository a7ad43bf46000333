"""Journey → plain data, by the table of fields that also reads it."""

from __future__ import annotations

from typing import Any

from cjm.format.files import JOURNEY
from cjm.journey import Journey, Touchpoint
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

    journey = written(journey)
    values = {"cjm": 1, **{name: getattr(journey, name) for name in ALONE}, **said(journey)}
    if len(journey.start) == 1 and journey.start[0].touchpoint == journey.touchpoints[0].id:
        del values["start"]
    data: dict[str, Any] = JOURNEY.encode(values)
    return data


def encoded_touchpoint(point: Touchpoint) -> dict[str, Any]:
    """A touchpoint as the data of a file, of the values that its readers see."""
    data: dict[str, dict[str, Any] | None] = JOURNEY.fields["touchpoints"].kind.encode((point,))
    return data[point.id] or {}


def encoded_beside_touchpoints(journey: Journey) -> dict[str, Any]:
    """All of a journey but its touchpoints, of the values that its readers see."""
    values = {"cjm": 1, **{name: getattr(journey, name) for name in ALONE}, **said(journey)}
    data: dict[str, Any] = JOURNEY.encode({**values, "touchpoints": ()})
    return data
