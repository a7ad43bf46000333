"""The fields of a touchpoint: scores, transitions, and what is told about the contact."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Beside
from cjm.format import snippets
from cjm.format.common import COUNT, METRICS, SHARE, SPREAD, TEXT, TEXTS
from cjm.format.context import Context
from cjm.format.customer import of_customer, of_persona
from cjm.format.kinds import INVALID
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Duration, Number
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.format.texts import Bool, Id
from cjm.format.transitions import NEXT
from cjm.format.words import OUTCOME
from cjm.i18n import say
from cjm.journey import (
    Link,
    Paired,
    PersonaScores,
    ScenarioStep,
    Score,
    bounds,
)
from cjm.source import Node

# ---- scores ---------------------------------------------------------------------------------


def _verify_score(node: Node, at: Node, context: Context) -> None:
    entry, count = node.value.get("sd"), node.value.get("n")
    if entry is None:
        return
    if count is None:
        context.fault(say("a standard deviation needs n, the number of answers"), entry.node)
    elif count.node.value == 1 and not isinstance(count.node.value, bool):
        context.fault(say("a standard deviation needs n of 2 or more"), count.node)


_SCORE = Record(
    "score",
    {
        "score": Field(
            Number(score=True), say("The score, on the journey's scale."), required=True
        ),
        "n": Field(COUNT, say("How many answers it rests on.")),
        "sd": Field(SPREAD, say("Their standard deviation; needs n of 2 or more.")),
        "source": Field(TEXT, say("Where it was measured.")),
        "measured": Field(Day(), say("When it was measured.")),
        "because": Field(TEXTS, say("Why it is so.")),
    },
    Score,
    _verify_score,
)

SCORE = Forms(
    say("a number, or {score, n, sd, source, measured, because}"),
    scalar=Brief(_SCORE, "score"),
    mapped=_SCORE,
)

_PAIRED = Record(
    "paired",
    {
        "n": Field(Number(*bounds.SEVERAL), say("How many people gave both scores."), True),
        "sd": Field(SPREAD, say("The standard deviation of their B − O."), True),
        "below": Field(SHARE, say("The share of them who got less than they expected.")),
    },
    Paired,
)

_PERSONA_SCORES = Record(
    "persona_scores",
    {
        "expectation": Field(
            SCORE, say("This persona's O, in place of the whole score."), snippets=snippets.SCORE
        ),
        "experience": Field(
            SCORE, say("This persona's B, in place of the whole score."), snippets=snippets.SCORE
        ),
        "paired": Field(_PAIRED, say("The spread of B − O of this persona's people.")),
        **of_persona(),
        "metrics": Field(METRICS, say("Measures of this touchpoint for this persona.")),
    },
    lanes=True,
)

# ---- channels -------------------------------------------------------------------------------


def _single(channels: Any) -> Any:
    """The only one."""
    return channels if isinstance(channels, str) else INVALID


_CHANNELS = Forms(
    say("an id or a list of ids"),
    scalar=Into(Id("channel"), str, _single),
    listed=ListOf(Id("channel"), say("a list of ids"), unique=True),
)

# ---- touchpoints ----------------------------------------------------------------------------

_SCENARIO = ListOf(
    Record(
        "scenario_step",
        {
            "step": Field(TEXT, say("The step's name."), required=True),
            "say": Field(TEXT, say("What to say.")),
            "do": Field(TEXT, say("What to do.")),
            "customer_feels": Field(TEXT, say("What the customer should feel.")),
        },
        ScenarioStep,
    ),
    say("a list of steps"),
)


def _verify_touchpoint(node: Node, at: Node, context: Context) -> None:
    outcome, next_ = node.value.get("outcome"), node.value.get("next")
    if outcome and next_ and next_.node.value is not None:
        help = say("an exit is a touchpoint without next; delete one of the two")
        related = (Beside(say("this makes it no exit"), next_.key.span),)
        context.fault(say("an outcome stands only on an exit"), outcome.key, help, related)


TOUCHPOINT = Record(
    "touchpoint",
    {
        "title": Field(TEXT, say("What the customer would call it.")),
        "description": Field(TEXT, say("What happens here.")),
        "stage": Field(Id("stage"), say("The phase it belongs to.")),
        "channel": Field(
            _CHANNELS, say("Where it takes place; of several the main one comes first.")
        ),
        "duration": Field(Duration(), say("How long it takes.")),
        "moment_of_truth": Field(Bool(), say("You say: opinions are made here."), default=False),
        "expectation": Field(
            SCORE, say("Expectation O, what the customer counts on."), snippets=snippets.SCORE
        ),
        "experience": Field(
            SCORE, say("Experience B, what the customer gets."), snippets=snippets.SCORE
        ),
        "by_persona": Field(
            MapOf(_PERSONA_SCORES, PersonaScores, refers="persona"),
            say("What differs for a persona."),
        ),
        "paired": Field(_PAIRED, say("The spread of B − O, asked of the same people.")),
        "importance": Field(SPREAD, say("The weight of its gap in sums of gaps."), default=1),
        **of_customer("actions", "thoughts", "emotions", "strengths", "pains", "opportunities"),
        "owner": Field(TEXT, say("Who is responsible.")),
        "standard": Field(TEXTS, say("The standard of service; let it be measurable.")),
        "scenario": Field(_SCENARIO, say("The service scenario.")),
        "backstage": Field(TEXTS, say("What happens behind the scenes.")),
        "root_cause": Field(TEXTS, say("The five whys, first to last.")),
        **of_customer("quotes"),
        "metrics": Field(METRICS, say("Measures of this touchpoint.")),
        "links": Field(
            MapOf(TEXT, Link, say("a mapping of names to addresses"), field="url"),
            say("Named addresses: tickets, documents."),
        ),
        "next": Field(NEXT, say("Where customers go from here."), snippets=snippets.NEXT),
        "outcome": Field(OUTCOME, say("How the journey ends; on exits only.")),
    },
    verify=_verify_touchpoint,
    empty=True,
    lanes=True,
    snippets=snippets.TOUCHPOINT,
)
