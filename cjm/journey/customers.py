"""Who takes the journey: how many customers, and where they come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import SHARE, SPREAD
from cjm.journey.shorthands import Part, Parts
from cjm.journey.values import Choice, Fields, Flag, Id, Maybe, Number, Text, accept_fields
from cjm.journey.words import PERIODS, Period
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Where customers come in, and which share of them.

    `assumed` says that nobody gave the share: of several starts without shares all are equal.
    """

    touchpoint: str
    share: float = 1.0
    assumed: bool = False

    if TYPE_CHECKING:

        def __init__(
            self, touchpoint: str, share: SupportsFloat = 1.0, assumed: bool = False
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, START, str(self.touchpoint))


START: Fields = {"touchpoint": Id(), "share": Number(SHARE), "assumed": Flag()}


def equal_starts(ids: Sequence[str]) -> tuple[Start, ...]:
    """Starts whose shares nobody gave: equal ones, which are assumed where there are several."""
    return tuple(Start(id, 1 / len(ids), len(ids) > 1) for id in ids)


class Starts:
    """Starts, or as the format writes them: an id, ids with equal shares, a mapping to shares."""

    noun = say('an id, a list of ids, or a mapping such as {"site": 0.8, "shop": 0.2}')

    def accept(self, value: Any) -> tuple[Start, ...]:
        """A tuple of starts."""
        starts = Parts(Start, self.noun, brief=True, ids=True, single=True).accept(value)
        if isinstance(value, (str, Mapping, Start)) or any(isinstance(v, Start) for v in value):
            return starts
        return equal_starts([start.touchpoint for start in starts])


@dataclass(frozen=True, slots=True)
class Customers:
    """How many customers take the journey, in all or per period.

    Args:
        value: How many customers.
        per: In which period.
        worth: What one customer brings in the journey's period.
        currency: What that is counted in.
    """

    value: float
    per: Period | None = None
    worth: float | None = None
    currency: str | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            value: SupportsFloat,
            per: Period | None = None,
            worth: SupportsFloat | None = None,
            currency: str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, CUSTOMERS, "Customers")


CUSTOMERS: Fields = {
    "value": Number(SPREAD),
    "per": Maybe(Choice(PERIODS)),
    "worth": Maybe(Number(SPREAD)),
    "currency": Maybe(Text()),
}

SOME_CUSTOMERS = Maybe(
    Part(Customers, say("a number, or {value, per, worth, currency}"), brief=True)
)
"""What a journey takes that says how many there are."""
