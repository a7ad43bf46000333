"""What could be done, and which findings are accepted for a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import SPREAD
from cjm.journey.shorthands import Parts
from cjm.journey.values import Choice, Day, Fields, Id, Maybe, Number, Text, Texts, accept_fields
from cjm.journey.words import PHASES, Phase
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Lift:
    """Points of experience an improvement is expected to add at a touchpoint."""

    touchpoint: str
    points: float

    if TYPE_CHECKING:

        def __init__(self, touchpoint: str, points: SupportsFloat) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, LIFT, str(self.touchpoint))


LIFT: Fields = {"touchpoint": Id(), "points": Number(SPREAD)}


@dataclass(frozen=True, slots=True)
class Improvement:
    """What could be done: one turn of plan, do, check, act.

    Args:
        id: Its id.
        title: What would be done.
        lifts: How much experience it should add, and where.
        cost: What it costs, in a unit that you choose.
        phase: Where its PDCA turn is.
        owner: Who is responsible.
        due: When it should be done.
    """

    id: str
    title: str = ""
    lifts: tuple[Lift, ...] = ()
    cost: float = 1
    phase: Phase = "plan"
    owner: str | None = None
    due: date | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            title: str = "",
            lifts: Iterable[Lift] | Mapping[str, Any] = (),
            cost: SupportsFloat = 1,
            phase: Phase = "plan",
            owner: str | None = None,
            due: date | str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, IMPROVEMENT, str(self.id))
        if not self.title:
            object.__setattr__(self, "title", self.id)


IMPROVEMENT: Fields = {
    "id": Id(),
    "title": Text(default=True),
    "lifts": Parts(Lift, say('lifts, or a mapping such as {"ride": 2}'), brief=True),
    "cost": Number(SPREAD),
    "phase": Choice(PHASES),
    "owner": Maybe(Text()),
    "due": Maybe(Day()),
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A known finding, accepted for a while; `until` is its last valid day.

    Args:
        rule: Which findings are accepted.
        reason: Why the finding is accepted.
        touchpoint: Where the finding is accepted.
        until: The last day on which it holds.
    """

    rule: tuple[str, ...]
    reason: str
    touchpoint: str | None = None
    until: date | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            rule: str | Iterable[str],
            reason: str,
            touchpoint: str | None = None,
            until: date | str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, WAIVER, "Waiver")


WAIVER: Fields = {
    "rule": Texts(say("a rule's name, code or prefix, or a list of them"), at_least=1),
    "reason": Text(),
    "touchpoint": Maybe(Id()),
    "until": Maybe(Day()),
}
