"""Where customers go from a touchpoint, and where they come in."""

from __future__ import annotations

import math
from typing import Any

from cjm.format.common import SHARE, TEXT
from cjm.format.kinds import INVALID
from cjm.format.mappings import MapOf
from cjm.format.quantities import Duration, Number
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.format.texts import Id
from cjm.i18n import Message, say
from cjm.journey import Start, Transition, bounds, equal_starts, is_one, sum_fault

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
        return say("the shares sum to {total}, not to 1", total=total)
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
