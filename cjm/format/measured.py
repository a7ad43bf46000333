"""The table of fields of an overlay, `NAME.measured.yaml`: reads and writes what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.format.common import COUNT, SCALE, TEXT
from cjm.format.kinds import Kind
from cjm.format.mappings import MapOf
from cjm.format.measured_rows import LEFT_OUT, PERIOD, ROWS, SOURCES_SEEN
from cjm.format.measured_values import (
    FRACTION,
    METRICS,
    PAIRED,
    SCORE,
)
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, ListOf
from cjm.format.texts import Id, Version
from cjm.format.words import STATE
from cjm.i18n import say
from cjm.journey import PersonaScores
from cjm.journey.measured import (
    Measured,
    MeasuredPersona,
    MeasuredTouchpoint,
    Quote,
    Thin,
    TopicCount,
)
from cjm.journey.shorthands import said

_COUNTS = MapOf(COUNT, tuple, say("a mapping of metrics to answers"))

_SIDES = {
    "expectation": Field(SCORE, say("Expectation O, measured.")),
    "experience": Field(SCORE, say("Experience B, measured.")),
    "paired": Field(PAIRED, say("The spread of B − O, asked of the same people.")),
}

_TOPICS = MapOf(
    Record(
        "topic_count",
        {
            "reviews": Field(COUNT, say("How many reviews speak of it."), required=True),
            "negative": Field(ROWS, say("How many of them are negative."), required=True),
            "pain": Field(FRACTION, say("How much of all displeasure it holds."), required=True),
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
                    {
                        **_SIDES,
                        "metrics": Field(METRICS, say("Measures for this persona.")),
                    },
                ),
                PersonaScores,
                refers="persona",
            ),
            say("What was measured of a persona."),
        ),
        "metrics": Field(METRICS, say("Measures of this touchpoint.")),
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

_OF_PERSONA: Kind = MapOf(
    Record(
        "measured_persona",
        {
            "metrics": Field(METRICS, say("Measures of the whole journey for this persona.")),
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
        "state": Field(STATE, say("The state of that journey."), required=True),
        "scale": Field(SCALE, say("The scale of the scores: the journey's."), required=True),
        "period": Field(
            PERIOD,
            say("The days that were asked for; both are included."),
        ),
        "sources": Field(SOURCES_SEEN, say("What was seen of each source.")),
        "scores": Field(
            MapOf(_POINT, MeasuredTouchpoint, say("a mapping of touchpoints"), refers="touchpoint"),
            say("What was measured, by touchpoint."),
        ),
        "by_persona": Field(_OF_PERSONA, say("Measures of the whole journey, by persona.")),
        "metrics": Field(METRICS, say("Measures of the whole journey.")),
        "thin": Field(_THIN, say("Answers that are too few to be used, by touchpoint.")),
        "thin_metrics": Field(
            _COUNTS, say("Metrics of the whole journey with too few answers, and how many.")
        ),
        "left_out": Field(LEFT_OUT, say("Rows that were left out, by source and reason.")),
    },
)


def measured_of(values: Mapping[str, Any]) -> Measured:
    """The overlay of what its table decodes."""
    return Measured(**{key: value for key, value in values.items() if key != "cjm-measured"})


def encoded_measured(measured: Measured) -> dict[str, Any]:
    """An overlay as the data of its file, in shortest forms, numbers to six decimals."""
    data: dict[str, Any] = MEASURED.encode({"cjm-measured": 1, **said(measured)})
    return data
