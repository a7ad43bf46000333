"""Catalogues: stages, channels and personas, each a list of ids or a mapping."""

from __future__ import annotations

from typing import Any

from cjm.format.common import METRICS, SHARE, TEXT, TEXTS
from cjm.format.customer import of_customer
from cjm.format.kinds import INVALID
from cjm.format.lanes import OwnId
from cjm.format.mappings import MapOf
from cjm.format.record import Brief, Field, Record
from cjm.format.shapes import Forms, Into, ListOf
from cjm.format.texts import Id
from cjm.format.words import CHANNEL_KIND
from cjm.i18n import Message, say
from cjm.journey import Channel, Lane, Persona, Stage
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
            "title": Field(TEXT, say("Its name.")),
            "goal": Field(TEXT, say("What the customer wants to reach.")),
            "description": Field(TEXT, say("What it is about.")),
            **of_customer("emotions", "pains", "opportunities"),
            "owner": Field(TEXT, say("Who is responsible.")),
            "metrics": Field(METRICS, say("Measures of this stage.")),
        },
        lanes=True,
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
            "title": Field(TEXT, say("Its name.")),
            "kind": Field(CHANNEL_KIND, say("Which of the two it is.")),
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
            "name": Field(TEXT, say("The persona's name.")),
            "share": Field(SHARE, say("Its share of the customers.")),
            "goals": Field(TEXTS, say("What it wants to reach.")),
            "pains": Field(TEXTS, say("What hurts it.")),
            "values": Field(TEXTS, say("What it values in service.")),
            "objections": Field(TEXTS, say("What holds it back.")),
            "sources": Field(TEXTS, say("Where it learns about the service.")),
        },
    ),
)

_LANE = Record("lane", {"title": Field(TEXT, say("What the row is called."), required=True)})

LANES = MapOf(
    Forms(say("a title or a mapping"), scalar=Brief(_LANE, "title"), mapped=_LANE),
    Lane,
    say("a mapping of your own keys to titles"),
    keys=OwnId(),
)
