"""Catalogues: stages, channels and personas, each a list of ids or a mapping."""

from __future__ import annotations

from typing import Any

from cjm.format.common import SHARE, TEXT, TEXTS
from cjm.format.kinds import Id, OneOf
from cjm.format.shapes import Field, Forms, ListOf, MapOf, Record
from cjm.i18n import Message, say
from cjm.journey import Channel, Persona, Stage, bounds


def _catalogue(kind: str, noun: Message, item_noun: Message, make: Any, record: Record) -> Forms:
    """A list of ids, a mapping of ids to titles, or a mapping of ids to objects.

    The ids of a list stay plain text: the workspace may know more about them.
    """

    def item(id: str, value: Any) -> Any:
        return make(id, **value) if isinstance(value, dict) else make(id, value or "")

    return Forms(
        noun,
        listed=ListOf(Id(), say("a list of ids"), unique=True),
        mapped=MapOf(
            Forms(item_noun, scalar=TEXT, mapped=record, empty=True),
            item,
            noun,
            declares=kind,
        ),
    )


STAGES = _catalogue(
    "stage",
    say("a list of ids or a mapping of stages"),
    say("a title or a mapping"),
    Stage,
    Record(
        "stage",
        {
            "title": Field(TEXT, "The stage's title."),
            "goal": Field(TEXT, "What the customer wants to reach."),
            "description": Field(TEXT, "What this stage is about."),
        },
    ),
)

CHANNELS = _catalogue(
    "channel",
    say("a list of ids or a mapping of channels"),
    say("a title or a mapping"),
    Channel,
    Record(
        "channel",
        {
            "title": Field(TEXT, "The channel's title."),
            "kind": Field(OneOf(bounds.WHERE), "Whether it is online or offline."),
        },
    ),
)

PERSONAS = _catalogue(
    "persona",
    say("a list of ids or a mapping of personas"),
    say("a name or a mapping"),
    Persona,
    Record(
        "persona",
        {
            "name": Field(TEXT, "The persona's name."),
            "share": Field(SHARE, "Its share of the customers."),
            "goals": Field(TEXTS, "What it wants to reach."),
            "pains": Field(TEXTS, "What hurts it."),
            "values": Field(TEXTS, "What it values in service."),
            "objections": Field(TEXTS, "What holds it back."),
            "sources": Field(TEXTS, "Where it learns about the service."),
        },
    ),
)
