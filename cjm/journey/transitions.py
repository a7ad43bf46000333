"""Transitions: the ways from one touchpoint to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import PROBABILITY
from cjm.journey.durations import Duration
from cjm.journey.shorthands import Parts
from cjm.journey.values import Fields, Id, Maybe, Number, Text, accept_fields
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Transition:
    """A way from one touchpoint to the next; `probability` None means it was not given.

    Args:
        to: The id of the touchpoint it leads to.
        probability: The share of those here who go this way.
        label: Why they go this way.
        wait: How long it takes.
    """

    to: str
    probability: float | None = None
    label: str | None = None
    wait: str | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            to: str,
            probability: SupportsFloat | None = None,
            label: str | None = None,
            wait: str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, TRANSITION, str(self.to))


TRANSITION: Fields = {
    "to": Id(),
    "probability": Maybe(Number(PROBABILITY)),
    "label": Maybe(Text()),
    "wait": Maybe(Duration()),
}

NEXT = Parts(
    Transition,
    say('an id, a list of ids, or a mapping such as {"pay": 0.7}'),
    brief=True,
    ids=True,
    single=True,
)
"""What a touchpoint takes as its `next`."""
