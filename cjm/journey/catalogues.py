"""Catalogues: the channels and personas that touchpoints name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, SupportsFloat

from cjm.journey.bounds import SHARE
from cjm.journey.values import Choice, Fields, Id, Maybe, Number, Text, Texts, accept_fields
from cjm.journey.words import WHERE, ChannelKind
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Channel:
    """Where a contact takes place: web, app, shop, phone.

    Args:
        id: Its id.
        title: Its name.
        kind: Which of the two it is.
    """

    id: str
    title: str = ""
    kind: ChannelKind | None = None

    def __post_init__(self) -> None:
        accept_fields(self, CHANNEL, str(self.id))
        if not self.title:
            object.__setattr__(self, "title", self.id)


CHANNEL: Fields = {"id": Id(), "title": Text(default=True), "kind": Maybe(Choice(WHERE))}


@dataclass(frozen=True, slots=True)
class Persona:
    """A portrait of a kind of customer; `share` is its share of the customers, 0 to 1.

    Args:
        id: Its id.
        name: The persona's name.
        share: Its share of the customers.
        goals: What it wants to reach.
        pains: What hurts it.
        values: What it values in service.
        objections: What holds it back.
        sources: Where it learns about the service.
    """

    id: str
    name: str = ""
    share: float | None = None
    goals: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    objections: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            name: str = "",
            share: SupportsFloat | None = None,
            goals: str | Iterable[str] = (),
            pains: str | Iterable[str] = (),
            values: str | Iterable[str] = (),
            objections: str | Iterable[str] = (),
            sources: str | Iterable[str] = (),
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, PERSONA, str(self.id))
        if not self.name:
            object.__setattr__(self, "name", self.id)


PERSONA: Fields = {
    "id": Id(),
    "name": Text(default=True),
    "share": Maybe(Number(SHARE)),
    "goals": Texts(),
    "pains": Texts(),
    "values": Texts(),
    "objections": Texts(),
    "sources": Texts(),
}
