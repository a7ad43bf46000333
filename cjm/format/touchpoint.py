"""The fields of a touchpoint: scores, transitions, and what is told about the contact."""

from __future__ import annotations

import math
from typing import Any

from cjm.diagnostics import Beside
from cjm.format.common import COUNT, METRICS, SHARE, SPREAD, TEXT, TEXTS
from cjm.format.context import Context
from cjm.format.kinds import INVALID
from cjm.format.mappings import MapOf
from cjm.format.quantities import Day, Duration, Number
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.format.texts import Bool, Id, OneOf
from cjm.i18n import Message, say
from cjm.journey import (
    Link,
    Paired,
    PersonaScores,
    ScenarioStep,
    Score,
    Start,
    Transition,
    bounds,
    equal_starts,
    is_one,
    sum_fault,
    words,
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

_PERSONA_SCORES = Record(
    "persona_scores",
    {
        "expectation": Field(SCORE, say("This persona's O, in place of the whole score.")),
        "experience": Field(SCORE, say("This persona's B, in place of the whole score.")),
    },
)

_PAIRED = Record(
    "paired",
    {
        "n": Field(Number(*bounds.SEVERAL), say("How many people gave both scores."), True),
        "sd": Field(SPREAD, say("The standard deviation of their B − O."), True),
    },
    Paired,
)

# ---- transitions ----------------------------------------------------------------------------

_PROBABILITY = Number(*bounds.PROBABILITY)
_TRANSITION = Record(
    "transition",
    {
        "probability": Field(_PROBABILITY, say("The share of those here who go this way.")),
        "label": Field(TEXT, say("Why they go this way.")),
        "wait": Field(Duration(), say("How long it takes.")),
    },
)


def _one_target(transitions: tuple[Transition, ...]) -> Any:
    """The only id, where nothing is said of the way there."""
    return transitions[0].to if transitions == (Transition(transitions[0].to),) else INVALID


def _targets(transitions: tuple[Transition, ...]) -> Any:
    """The ids, where nothing is said of the ways there."""
    bare = all(t == Transition(t.to) for t in transitions)
    return tuple(t.to for t in transitions) if bare else INVALID


NEXT = Forms(
    say("an id, a list of ids, or a mapping of ids to probabilities"),
    scalar=Into(Id("touchpoint"), lambda id: (Transition(id),), _one_target),
    listed=Into(
        ListOf(Id("touchpoint"), say("a list of ids"), unique=True),
        lambda ids: tuple(Transition(id) for id in ids),
        _targets,
    ),
    mapped=Into(
        MapOf(
            Forms(
                say("a probability or {probability, label, wait}"),
                scalar=Brief(_TRANSITION, "probability"),
                mapped=_TRANSITION,
                empty=True,
            ),
            Transition,
            say("a mapping of ids to probabilities"),
            refers="touchpoint",
        ),
        tuple,
        tuple,
        sum_fault,
    ),
    empty=True,
)


def _start_fault(starts: tuple[Start, ...]) -> Message | None:
    total = math.fsum(s.share for s in starts)
    if not is_one(total):
        return say("the shares sum to {total:.9g}, not to 1", total=total)
    return None


def _one_start(starts: tuple[Start, ...]) -> Any:
    """The only id."""
    return starts[0].touchpoint if starts == (Start(starts[0].touchpoint),) else INVALID


def _equal_starts(starts: tuple[Start, ...]) -> Any:
    """The ids, where nobody gave a share."""
    ids = tuple(s.touchpoint for s in starts)
    return ids if starts == equal_starts(ids) else INVALID


START = Forms(
    say("an id, a list of ids, or a mapping of ids to shares"),
    scalar=Into(Id("touchpoint"), lambda id: (Start(id),), _one_start),
    listed=Into(
        ListOf(Id("touchpoint"), say("a list of ids"), unique=True),
        equal_starts,
        _equal_starts,
    ),
    mapped=Into(
        MapOf(
            SHARE,
            Start,
            say("a mapping of ids to shares"),
            refers="touchpoint",
            field="share",
        ),
        tuple,
        tuple,
        _start_fault,
    ),
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
        "stage": Field(Id("stage"), say("The phase it belongs to.")),
        "channel": Field(Id("channel"), say("Where it takes place.")),
        "moment_of_truth": Field(Bool(), say("You say: opinions are made here.")),
        "expectation": Field(SCORE, say("Expectation O, what the customer counts on.")),
        "experience": Field(SCORE, say("Experience B, what the customer gets.")),
        "by_persona": Field(
            MapOf(_PERSONA_SCORES, PersonaScores, refers="persona"),
            say("Scores that differ for a persona."),
        ),
        "paired": Field(_PAIRED, say("The spread of B − O, asked of the same people.")),
        "importance": Field(SPREAD, say("The weight of its gap in sums of gaps.")),
        "emotions": Field(TEXTS, say("What the customer feels.")),
        "strengths": Field(TEXTS, say("What is done well.")),
        "pains": Field(TEXTS, say("What hurts the customer.")),
        "owner": Field(TEXT, say("Who is responsible.")),
        "standard": Field(TEXTS, say("The standard of service; let it be measurable.")),
        "scenario": Field(_SCENARIO, say("The service scenario.")),
        "backstage": Field(TEXTS, say("What happens behind the scenes.")),
        "root_cause": Field(TEXTS, say("The five whys, first to last.")),
        "quotes": Field(TEXTS, say("What customers said.")),
        "metrics": Field(METRICS, say("Measures of this touchpoint.")),
        "links": Field(
            MapOf(TEXT, Link, say("a mapping of names to addresses"), field="url"),
            say("Named addresses: tickets, documents."),
        ),
        "next": Field(NEXT, say("Where customers go from here.")),
        "outcome": Field(OneOf(words.OUTCOMES), say("How the journey ends; on exits only.")),
    },
    verify=_verify_touchpoint,
    empty=True,
)
