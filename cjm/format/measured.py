"""The table of fields of an overlay, `NAME.measured.yaml`: reads and writes what was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cjm.diagnostics import Fix
from cjm.format.common import COUNT, SCALE, SHARE, SPREAD, TEXT
from cjm.format.context import Context
from cjm.format.kinds import Kind
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Number, shortest
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.format.texts import Id, OneOf, Version
from cjm.i18n import Message, say
from cjm.journey import Metric, Paired, PersonaScores, Score, bounds, words
from cjm.journey.measured import (
    LeftOutRows,
    Measured,
    MeasuredPersona,
    MeasuredTouchpoint,
    Period,
    Quote,
    SourceRows,
    Thin,
    TopicCount,
)
from cjm.journey.measurement import Measurement
from cjm.journey.shorthands import said
from cjm.source import Node
from cjm.tuples import NamedTuple

DIGITS = 6
"""Decimals of every number: more than any figure shows, and few enough to be reviewed."""


class AnyText(NamedTuple):
    """A key that is somebody's own words: a reason, a value of a column; even an empty one."""

    noun: Message = say("text")
    pattern: str = ""

    def read(
        self,
        text: str,
        place: Node,
        context: Context,
        advice: Message | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> Any:
        """The text."""
        return text


def _rounded(number: Number) -> Into:
    """A number that is written with six decimals."""
    return Into(number, lambda value: value, lambda value: shortest(round(value, DIGITS)))


_SCORE_VALUE = _rounded(Number(score=True))
_FIGURE = _rounded(Number())
_SPREAD = _rounded(SPREAD)
_SHARE = _rounded(SHARE)
_EFFECTIVE = _rounded(Number(*bounds.EFFECTIVE))
_ROWS = Number(*bounds.ROWS)
_COUNTS = MapOf(COUNT, tuple, say("a mapping of metrics to answers"))
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


# ---- values ---------------------------------------------------------------------------------


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


_SCORE = _measured(
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

_PAIRED = _measured(
    Record(
        "measured_paired",
        {
            "n": Field(Number(*bounds.SEVERAL), say("How many people gave both scores."), True),
            "effective": Field(_EFFECTIVE, _OF_WEIGHTS),
            "sd": Field(_SPREAD, say("The standard deviation of their B − O."), True),
            "below": Field(_SHARE, say("The share of them who got less than they expected.")),
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


_METRICS = MapOf(
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

# ---- touchpoints ----------------------------------------------------------------------------

_SIDES = {
    "expectation": Field(_SCORE, say("Expectation O, measured.")),
    "experience": Field(_SCORE, say("Experience B, measured.")),
    "paired": Field(_PAIRED, say("The spread of B − O, asked of the same people.")),
}

_TOPICS = MapOf(
    Record(
        "topic_count",
        {
            "reviews": Field(COUNT, say("How many reviews speak of it."), required=True),
            "negative": Field(_ROWS, say("How many of them are negative."), required=True),
            "pain": Field(_SHARE, say("How much of all displeasure it holds."), required=True),
        },
    ),
    TopicCount,
    say("a mapping of topics"),
)

_QUOTE = Record(
    "quote",
    {
        "quote": Field(TEXT, say("What a customer said."), required=True),
        "source": Field(TEXT, say("The id of the source it is from.")),
    },
    Quote,
)

_POINT = Record(
    "measured_touchpoint",
    {
        **_SIDES,
        "by_persona": Field(
            MapOf(
                Record(
                    "measured_persona_scores",
                    {**_SIDES, "metrics": Field(_METRICS, say("Measures for this persona."))},
                ),
                PersonaScores,
                refers="persona",
            ),
            say("What was measured of a persona."),
        ),
        "metrics": Field(_METRICS, say("Measures of this touchpoint.")),
        "topics": Field(_TOPICS, say("What reviews speak of, written by cjm feedback.")),
        "quotes": Field(
            ListOf(
                Forms(
                    say("a text, or {quote, source}"), scalar=Brief(_QUOTE, "quote"), mapped=_QUOTE
                ),
                say("a list of texts, or of {quote, source}"),
            ),
            say("Words of customers, written by cjm feedback --quotes."),
        ),
    },
)

_THIN_SIDES = {
    "expectation": Field(COUNT, say("Answers to the expectation.")),
    "experience": Field(COUNT, say("Answers to the experience.")),
    "metrics": Field(_COUNTS, say("Answers by metric.")),
}

_THIN = MapOf(
    Record(
        "thin_touchpoint",
        {
            **_THIN_SIDES,
            "by_persona": Field(
                MapOf(Record("thin_persona", _THIN_SIDES), Thin, refers="persona"),
                say("Answers of a persona."),
            ),
        },
    ),
    Thin,
    say("a mapping of touchpoints"),
    refers="touchpoint",
)

# ---- the file -------------------------------------------------------------------------------

_FROM, _TO = say("The first day."), say("The last day.")


def _days(record: Record, make: Callable[..., Any]) -> Into:
    """What has a first and a last day under `from` and `to`."""
    names = {"from": "first", "to": "last"}

    def build(values: Mapping[str, Any]) -> Any:
        return make(**{names.get(key, key): value for key, value in values.items()})

    def take(value: Any) -> dict[str, Any]:
        values = dict(value) if isinstance(value, dict) else said(value)
        return values | {key: values.get(name) for key, name in names.items()}

    return Into(record, build, take)


def _verify_days(node: Node, at: Node, context: Context) -> None:
    """Hold the last day to the first."""
    first, last = (node.value.get(key) for key in ("from", "to"))
    days = [entry.node.text for entry in (first, last) if entry and entry.node.text]
    if last is not None and days != sorted(days):
        context.fault(say("its last day is before its first"), last.node)


_SOURCES_SEEN = MapOf(
    _days(
        Record(
            "source_rows",
            {
                "rows": Field(_ROWS, say("Rows that were read."), required=True),
                "used": Field(_ROWS, say("Rows that were used."), required=True),
                "from": Field(Day(), _FROM),
                "to": Field(Day(), _TO),
            },
            verify=_verify_days,
        ),
        dict,
    ),
    SourceRows,
    say("a mapping of sources"),
)

_LEFT_OUT_ROWS = Record(
    "left_out_rows",
    {
        "rows": Field(COUNT, say("How many rows."), required=True),
        "values": Field(
            MapOf(COUNT, tuple, say("a mapping of values to rows"), keys=AnyText()),
            say("What stood in them, and in how many rows."),
        ),
    },
)

_LEFT_OUT = MapOf(
    MapOf(
        Forms(
            say("a number of rows, or {rows, values}"),
            scalar=Brief(_LEFT_OUT_ROWS, "rows"),
            mapped=_LEFT_OUT_ROWS,
        ),
        LeftOutRows,
        say("a mapping of reasons to rows"),
        keys=AnyText(),
    ),
    tuple,
    say("a mapping of sources"),
)

_OF_PERSONA: Kind = MapOf(
    Record(
        "measured_persona",
        {
            "metrics": Field(_METRICS, say("Measures of the whole journey for this persona.")),
            "thin_metrics": Field(_COUNTS, say("Metrics with too few answers, and how many.")),
        },
    ),
    MeasuredPersona,
    refers="persona",
)

MEASURED = Record(
    "measured",
    {
        "cjm-measured": Field(
            Version("cjm-measured"),
            say("The version of the format; it marks a file as an overlay."),
            required=True,
        ),
        "journey": Field(Id(), say("The id of the journey it belongs to."), required=True),
        "state": Field(OneOf(words.STATES), say("The state of that journey."), required=True),
        "scale": Field(SCALE, say("The scale of the scores: the journey's."), required=True),
        "period": Field(
            _days(
                Record(
                    "period",
                    {"from": Field(Day(), _FROM), "to": Field(Day(), _TO)},
                    verify=_verify_days,
                ),
                Period,
            ),
            say("The days that were asked for; both are included."),
        ),
        "sources": Field(_SOURCES_SEEN, say("What was seen of each source.")),
        "scores": Field(
            MapOf(_POINT, MeasuredTouchpoint, say("a mapping of touchpoints"), refers="touchpoint"),
            say("What was measured, by touchpoint."),
        ),
        "by_persona": Field(_OF_PERSONA, say("Measures of the whole journey, by persona.")),
        "metrics": Field(_METRICS, say("Measures of the whole journey.")),
        "thin": Field(_THIN, say("Answers that are too few to be used, by touchpoint.")),
        "thin_metrics": Field(
            _COUNTS, say("Metrics of the whole journey with too few answers, and how many.")
        ),
        "left_out": Field(_LEFT_OUT, say("Rows that were left out, by source and reason.")),
    },
)


def measured_of(values: Mapping[str, Any]) -> Measured:
    """The overlay of what its table decodes."""
    return Measured(**{key: value for key, value in values.items() if key != "cjm-measured"})


def encoded_measured(measured: Measured) -> dict[str, Any]:
    """An overlay as the data of its file, in shortest forms, numbers to six decimals."""
    data: dict[str, Any] = MEASURED.encode({"cjm-measured": 1, **said(measured)})
    return data
