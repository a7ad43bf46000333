"""The measured values of an overlay: scores, pairs and metrics, with what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cjm.format.common import COUNT, SHARE, SPREAD, TEXT
from cjm.format.context import Context
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Number, shortest
from cjm.format.record import Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.i18n import Message, say
from cjm.journey import Metric, Paired, Score, bounds
from cjm.journey.measurement import Measurement
from cjm.journey.shorthands import said
from cjm.source import Node

DIGITS = 6
"""Decimals of every number: more than any figure shows, and few enough to be reviewed."""


def _rounded(number: Number) -> Into:
    """A number that is written with six decimals."""
    return Into(number, lambda value: value, lambda value: shortest(round(value, DIGITS)))


_SCORE_VALUE = _rounded(Number(score=True))
_FIGURE = _rounded(Number())
_SPREAD = _rounded(SPREAD)
FRACTION = _rounded(SHARE)
_EFFECTIVE = _rounded(Number(*bounds.EFFECTIVE))
_ANSWERS = say("How many answers it rests on.")
_OF_WEIGHTS = say("How many answers without weights would be worth as much.")
_LAST_DAY = say("The last day of an answer.")
_SOURCES = say("The ids of its sources in data.yaml.")

_DETAILS = ("effective", "interval", "source")
"""What a Measurement holds of the keys of a value."""


def _measured(record: Record, make: Callable[..., Any], *details: str) -> Into:
    """A value of which some keys are its Measurement's."""

    def build(values: Mapping[str, Any]) -> Any:
        rest = {key: value for key, value in values.items() if key not in details}
        given = {key: values[key] for key in details if values.get(key) is not None}
        return make(**rest, measurement=Measurement(**given))

    def take(value: Any) -> dict[str, Any]:
        values = dict(value) if isinstance(value, dict) else said(value)
        measurement = values.pop("measurement", None)
        return values | {key: getattr(measurement, key, None) for key in details}

    return Into(record, build, take)


def _verify_spread(node: Node, at: Node, context: Context) -> None:
    """Hold a standard deviation to the number of answers that it needs."""
    spread, count, effective = (node.value.get(key) for key in ("sd", "n", "effective"))
    if spread is None:
        return
    if count is not None and count.node.value == 1 and not isinstance(count.node.value, bool):
        context.fault(say("a standard deviation needs n of 2 or more"), count.node)
    if effective is not None and effective.node.value == 1:
        fault = say("a standard deviation needs effective answers of more than 1")
        context.fault(fault, effective.node)


SCORE = _measured(
    Record(
        "measured_score",
        {
            "score": Field(_SCORE_VALUE, say("The mean, on the journey's scale."), required=True),
            "n": Field(COUNT, _ANSWERS, required=True),
            "effective": Field(_EFFECTIVE, _OF_WEIGHTS),
            "sd": Field(_SPREAD, say("Their standard deviation; needs n of 2 or more.")),
            "measured": Field(Day(), _LAST_DAY),
            "source": Field(TEXT, _SOURCES),
        },
        verify=_verify_spread,
    ),
    Score,
    "effective",
)

PAIRED = _measured(
    Record(
        "measured_paired",
        {
            "n": Field(Number(*bounds.SEVERAL), say("How many people gave both scores."), True),
            "effective": Field(_EFFECTIVE, _OF_WEIGHTS),
            "sd": Field(_SPREAD, say("The standard deviation of their B − O."), True),
            "below": Field(FRACTION, say("The share of them who got less than they expected.")),
        },
        verify=_verify_spread,
    ),
    Paired,
    "effective",
)


def _interval_fault(interval: tuple[float, float] | None) -> Message | None:
    if interval is None or interval[0] <= interval[1]:
        return None
    return say("the interval's low end is above its high end")


METRICS = MapOf(
    _measured(
        Record(
            "measured_metric",
            {
                "value": Field(_FIGURE, say("What was measured."), required=True),
                "unit": Field(TEXT, say("Its unit.")),
                "n": Field(COUNT, _ANSWERS, required=True),
                "effective": Field(_EFFECTIVE, _OF_WEIGHTS),
                "interval": Field(
                    Forms(
                        say("an interval such as [14.8, 30.4]"),
                        listed=Into(
                            ListOf(_FIGURE, say("an interval such as [14.8, 30.4]"), 2, 2),
                            tuple,
                            tuple,
                            _interval_fault,
                        ),
                        empty=True,
                    ),
                    say("The 95 % interval of the value."),
                ),
                "measured": Field(Day(), _LAST_DAY),
                "source": Field(TEXT, _SOURCES),
            },
        ),
        dict,
        *_DETAILS,
    ),
    Metric,
    say("a mapping of metrics"),
)
