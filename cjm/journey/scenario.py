"""What is told about a touchpoint in parts of its own: steps of a scenario, links."""

from __future__ import annotations

from cjm.journey.values import Fields, Id, Maybe, Text, accept_fields
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class ScenarioStep:
    """One step of a service scenario: what to do and say, and what the customer should feel.

    Args:
        step: The step's name.
        say: What to say.
        do: What to do.
        customer_feels: What the customer should feel.
    """

    step: str
    say: str | None = None
    do: str | None = None
    customer_feels: str | None = None

    def __post_init__(self) -> None:
        accept_fields(self, SCENARIO_STEP, "ScenarioStep")


SCENARIO_STEP: Fields = {
    "step": Text(),
    "say": Maybe(Text()),
    "do": Maybe(Text()),
    "customer_feels": Maybe(Text()),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A named address that belongs to a touchpoint, such as its ticket."""

    id: str
    url: str

    def __post_init__(self) -> None:
        accept_fields(self, LINK, str(self.id))


LINK: Fields = {"id": Id(), "url": Text()}
