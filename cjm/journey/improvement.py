"""What could be done, and which findings are accepted for a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import NUMBER, SPREAD
from cjm.journey.metrics import Comparison, Target
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
class Judgement:
    """A metric that a turn of plan, do, check, act is judged by: before, target, after.

    Args:
        id: The metric's id.
        title: Its name for people.
        unit: Its unit.
        before: What it was before.
        target: What it should become, in quotes.
        after: What it became.
        measured: When that was measured; an after without it proves nothing.
    """

    id: str
    title: str = ""
    unit: str | None = None
    before: float | None = None
    target: Comparison | None = None
    after: float | None = None
    measured: date | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            title: str = "",
            unit: str | None = None,
            before: SupportsFloat | None = None,
            target: Comparison | str | None = None,
            after: SupportsFloat | None = None,
            measured: date | str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, JUDGEMENT, str(self.id))
        if not self.title:
            object.__setattr__(self, "title", self.id)

    @property
    def met(self) -> bool | None:
        """Whether what it became meets its own target; None where one of them is missing."""
        if self.after is None or self.target is None:
            return None
        return self.target.holds(self.after)


JUDGEMENT: Fields = {
    "id": Id(),
    "title": Text(default=True),
    "unit": Maybe(Text()),
    "before": Maybe(Number(NUMBER)),
    "target": Maybe(Target()),
    "after": Maybe(Number(NUMBER)),
    "measured": Maybe(Day()),
}


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
        judged_by: The metrics that this turn is judged by.
    """

    id: str
    title: str = ""
    lifts: tuple[Lift, ...] = ()
    cost: float = 1
    phase: Phase = "plan"
    owner: str | None = None
    due: date | None = None
    judged_by: tuple[Judgement, ...] = ()

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
            judged_by: Iterable[Judgement] | Mapping[str, Any] = (),
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
    "judged_by": Parts(
        Judgement, say('metrics, or a mapping such as {"csat": {"before": 71, "target": ">= 80"}}')
    ),
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
