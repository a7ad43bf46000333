"""Catalogues: stages, channels and personas, each a list of ids or a mapping."""

from __future__ import annotations

from typing import Any

from cjm.format.common import SHARE, TEXT, TEXTS
from cjm.format.kinds import INVALID, Id, OneOf
from cjm.format.shapes import Brief, Field, Forms, Into, ListOf, MapOf, Record
from cjm.i18n import Message, say
from cjm.journey import Channel, Persona, Stage, words
from cjm.journey.shorthands import said


def _catalogue(kind: str, noun: Message, item_noun: Message, of: Any, record: Record) -> Forms:
    """A list of ids, a mapping of ids to titles, or a mapping of ids to objects.

    The ids of a list stay plain text: the workspace may know more about them.
    """
    name = next(iter(record.fields))
    return Forms(
        noun,
        listed=Into(ListOf(Id(), say("a list of ids"), unique=True), tuple, _bare_ids),
        mapped=MapOf(
            Forms(item_noun, scalar=Brief(record, name), mapped=record, empty=True),
            of,
            noun,
            declares=kind,
        ),
    )


def _bare_ids(items: Any) -> Any:
    """The ids of items of which nothing else is known."""
    ids = tuple(item if isinstance(item, str) else item.id for item in items)
    bare = all(isinstance(item, str) or set(said(item)) == {"id"} for item in items)
    return ids if bare else INVALID


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
            "kind": Field(OneOf(words.WHERE), "Whether it is online or offline."),
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
