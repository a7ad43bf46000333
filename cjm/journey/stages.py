"""Stages: the phases of a journey, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from cjm.journey.lanes import LaneTexts, OwnTexts
from cjm.journey.metrics import METRICS, Metric
from cjm.journey.values import Fields, Id, Maybe, Text, Texts, accept_fields
from cjm.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the journey; stages read from left to right.

    Args:
        id: Its id.
        title: Its name.
        goal: What the customer wants to reach.
        description: What it is about.
        emotions: What the customer feels.
        pains: What hurts the customer.
        opportunities: What could be made of it; ideas without figures.
        owner: Who is responsible.
        metrics: Measures of this stage.
        lanes: Texts in rows of one's own, by their keys.
        unread: Keys of one's own that hold something else than texts.
    """

    id: str
    title: str = ""
    goal: str | None = None
    description: str | None = None
    emotions: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    owner: str | None = None
    metrics: tuple[Metric, ...] = ()
    lanes: tuple[LaneTexts, ...] = ()
    unread: tuple[str, ...] = field(default=(), repr=False, compare=False)

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            title: str = "",
            goal: str | None = None,
            description: str | None = None,
            emotions: str | Iterable[str] = (),
            pains: str | Iterable[str] = (),
            opportunities: str | Iterable[str] = (),
            owner: str | None = None,
            metrics: Iterable[Metric] | Mapping[str, Any] = (),
            lanes: Iterable[LaneTexts] | Mapping[str, Any] = (),
            unread: tuple[str, ...] = (),
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, STAGE, str(self.id))
        if not self.title:
            object.__setattr__(self, "title", self.id)


STAGE: Fields = {
    "id": Id(),
    "title": Text(default=True),
    "goal": Maybe(Text()),
    "description": Maybe(Text()),
    "emotions": Texts(),
    "pains": Texts(),
    "opportunities": Texts(),
    "owner": Maybe(Text()),
    "metrics": METRICS,
    "lanes": OwnTexts(),
    "unread": Texts(),
}
