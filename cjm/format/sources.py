"""The sources of `data.yaml`: surveys, event logs, sales and reviews."""

from __future__ import annotations

from itertools import pairwise

from cjm.format.common import COUNT, SCALE, SPREAD, TEXT
from cjm.format.conditions import ConditionText
from cjm.format.context import Context
from cjm.format.mappings import MapOf
from cjm.format.meanings import Meanings
from cjm.format.quantities import Number
from cjm.format.record import Field, Record
from cjm.format.rows import KIND, PLACES, column, of_kind, verify_names, verify_rows
from cjm.format.shapes import Into, ListOf
from cjm.format.surveys import SURVEY
from cjm.format.tagged import Tagged
from cjm.format.words import OUTCOME
from cjm.i18n import Message, say
from cjm.source import Node


def _verify_events(node: Node, at: Node, context: Context) -> None:
    verify_rows(node, at, context)
    verify_names(node, context, ("case", "touchpoint", "time", "order"))


EVENTS = Record(
    "events",
    {
        **of_kind("events"),
        "case": column(say("The column that tells cases apart: customers, orders, visits."), True),
        "touchpoint": column(say("The column that says what happened."), True),
        "time": column(say("The column that says when it happened."), True),
        "order": column(say("The column that orders what happened at one time.")),
        "failed": Field(TEXT, say("SQL that is true for an event that failed.")),
        "touchpoints": Field(Meanings(), say("Touchpoints, and the words that mean them.")),
        "outcomes": Field(
            MapOf(OUTCOME, tuple, say("a mapping of touchpoints to outcomes")),
            say("Touchpoints at which to end is no loss, and what such an end is."),
        ),
        "stages": Field(
            Meanings(say("a mapping of stages to touchpoints")),
            say("Stages, and the touchpoints in them."),
        ),
    },
    verify=_verify_events,
    either=PLACES,
)

# ---- sales ----------------------------------------------------------------------------------

_SALES = ("customer", "time", "money", "order", "member", "used", "points_used", "points_given")


def _verify_sales(node: Node, at: Node, context: Context) -> None:
    verify_rows(node, at, context)
    verify_names(node, context, _SALES)
    for key, other in (
        ("used", "member"),
        ("points_used", "points_given"),
        ("points_given", "points_used"),
    ):
        if key in node.value and other not in node.value:
            message = say("{key} needs {other} beside it", key=key, other=other)
            context.fault(message, node.value[key].key, SALES.fields[other].doc)


def _unordered(limits: tuple[float, ...]) -> Message | None:
    rising = all(low < high for low, high in pairwise(limits))
    return None if rising else say("the limits do not rise")


_LIMITS = Into(
    ListOf(Number(), say("four limits such as [30, 90, 180, 365]"), 4, 4),
    tuple,
    tuple,
    _unordered,
)

SALES = Record(
    "sales",
    {
        **of_kind("sales"),
        "customer": column(say("The column that tells customers apart."), True),
        "time": column(say("The column that says when it was ordered."), True),
        "money": column(say("The column of what was paid."), True),
        "order": column(say("The column that tells orders apart, where they have several rows.")),
        "member": column(say("The column that says who is in the loyalty programme.")),
        "used": column(say("The column that says who of them used a bonus.")),
        "points_used": column(say("The column of the points that were used.")),
        "points_given": column(say("The column of the points that were given.")),
        "active": Field(
            COUNT,
            say("So many days after an order a customer is active; 365 if absent."),
            default=365,
        ),
        "lifetime": Field(SPREAD, say("How many periods a customer stays, where you know it.")),
        "margin": Field(SPREAD, say("What is left of the money, as a part of 1.")),
        "rfm": Field(
            Record(
                "rfm",
                {
                    "recency": Field(
                        _LIMITS, say("Days since the last order, between the scores.")
                    ),
                    "frequency": Field(_LIMITS, say("Orders, between the scores.")),
                    "money": Field(_LIMITS, say("Money, between the scores.")),
                },
            ),
            say("Fixed limits of the scores, which then can be compared over time."),
        ),
        "segments": Field(
            MapOf(ConditionText(), tuple, say("a mapping of segments to conditions")),
            say("Segments, and their conditions on R, F and M; the first that holds counts."),
        ),
    },
    verify=_verify_sales,
    either=PLACES,
)

# ---- reviews --------------------------------------------------------------------------------


def _verify_reviews(node: Node, at: Node, context: Context) -> None:
    verify_rows(node, at, context)
    verify_names(node, context, ("text", "score", "time", "touchpoint", "respondent"))
    if "score" in node.value and "scale" not in node.value:
        doc = REVIEWS.fields["scale"].doc
        context.fault(
            say("{key} needs {other} beside it", key="score", other="scale"),
            node.value["score"].key,
            doc,
        )


REVIEWS = Record(
    "reviews",
    {
        **of_kind("reviews"),
        "text": column(say("The column of what was written."), True),
        "score": column(say("The column of ratings.")),
        "scale": Field(SCALE, say("The ends of the ratings.")),
        "time": column(say("The column that says when it was written.")),
        "touchpoint": column(say("The column that says what it is about.")),
        "respondent": column(say("The column that tells authors apart; they are counted.")),
        "topics": Field(TEXT, say("The file of topics, relative to data.yaml.")),
        "touchpoints": Field(Meanings(), say("Touchpoints, and the words that mean them.")),
    },
    verify=_verify_reviews,
    either=PLACES,
)

SOURCE = Tagged(
    "kind",
    {"survey": SURVEY, "events": EVENTS, "sales": SALES, "reviews": REVIEWS},
    KIND,
    say("a mapping that says kind: survey, events, sales or reviews"),
)
