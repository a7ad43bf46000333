"""Values that many fields share."""

from __future__ import annotations

from typing import Any

from cjm.format.kinds import Day, Number, Target, Text
from cjm.format.shapes import Field, Forms, Into, ListOf, MapOf, Record
from cjm.i18n import say
from cjm.journey import Metric, bounds

TEXT = Text()
SHARE = Number(*bounds.SHARE)
COUNT = Number(*bounds.COUNT)
SPREAD = Number(*bounds.SPREAD)
TEXTS = Forms(
    say("a text or a list of texts"),
    scalar=Into(TEXT, lambda text: (text,)),
    listed=ListOf(TEXT, say("a list of texts"), at_least=0),
)

METRIC = Record(
    "metric",
    {
        "value": Field(Number(), say("The measured value."), required=True),
        "target": Field(Target(), 'What it should be: ">= 50".'),
        "unit": Field(TEXT, "Its unit."),
        "n": Field(COUNT, "How many answers it rests on."),
        "measured": Field(Day(), "When it was measured."),
    },
)


def _metric(id: str, value: Any) -> Metric:
    return Metric(id, **value) if isinstance(value, dict) else Metric(id, value)


METRICS = MapOf(
    Forms(say("a number, or {value, target, unit, n, measured}"), scalar=Number(), mapped=METRIC),
    _metric,
    say("a mapping of metrics"),
)
