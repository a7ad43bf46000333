"""Values that many fields share."""

from __future__ import annotations

from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Number, Target
from cjm.format.ranges import scale_meant
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf, one_or_list
from cjm.format.texts import Text
from cjm.i18n import Message, say
from cjm.journey import Metric, bounds

TEXT = Text()
SHARE = Number(*bounds.SHARE)
COUNT = Number(*bounds.COUNT)
SPREAD = Number(*bounds.SPREAD)
TEXTS = one_or_list(
    TEXT, ListOf(TEXT, say("a list of texts"), at_least=0), say("a text or a list of texts")
)


def _scale_fault(scale: tuple[float, float]) -> Message | None:
    return None if scale[0] < scale[1] else say("the scale's low end is not below its high end")


SCALE = Into(
    ListOf(Number(), say("a scale such as [0, 10]"), 2, 2, meant=scale_meant),
    tuple,
    tuple,
    _scale_fault,
)

METRIC = Record(
    "metric",
    {
        "title": Field(TEXT, say("Its name for people.")),
        "value": Field(
            Number(unit=True), say("What was measured; it may be absent where a target is given.")
        ),
        "target": Field(Target(), say("What it should be, in quotes.")),
        "unit": Field(TEXT, say("Its unit.")),
        "n": Field(COUNT, say("How many answers it rests on.")),
        "measured": Field(Day(), say("When it was measured.")),
    },
    either=("value", "target"),
)


METRICS = MapOf(
    Forms(
        say("a number, or {title, value, target, unit, n, measured}"),
        scalar=Brief(METRIC, "value"),
        mapped=METRIC,
    ),
    Metric,
    say("a mapping of metrics"),
)
