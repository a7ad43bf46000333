"""Touchpoints, and the transitions between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import PROBABILITY, SPREAD
from cjm.journey.metrics import METRICS, Metric
from cjm.journey.scores import A_SCORE, Paired, PersonaScores, Score
from cjm.journey.shorthands import Part, Parts
from cjm.journey.values import (
    Choice,
    Duration,
    Fields,
    Flag,
    Id,
    Maybe,
    Number,
    Text,
    Texts,
    accept_fields,
)
from cjm.journey.words import OUTCOMES, Outcome
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


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One contact of the customer with the service.

    Args:
        id: Its id.
        title: What the customer would call it.
        stage: The phase it belongs to.
        channel: Where it takes place.
        moment_of_truth: You say: opinions are made here.
        expectation: Expectation O, what the customer counts on.
        experience: Experience B, what the customer gets.
        by_persona: Scores that differ for a persona.
        paired: The spread of B − O, asked of the same people.
        importance: The weight of its gap in sums of gaps.
        emotions: What the customer feels.
        strengths: What is done well.
        pains: What hurts the customer.
        owner: Who is responsible.
        standard: The standard of service; let it be measurable.
        scenario: The service scenario.
        backstage: What happens behind the scenes.
        root_cause: The five whys, first to last.
        quotes: What customers said.
        metrics: Measures of this touchpoint.
        links: Named addresses: tickets, documents.
        next: Where customers go from here.
        outcome: How the journey ends; on exits only.
    """

    id: str
    title: str = ""
    stage: str | None = None
    channel: str | None = None
    moment_of_truth: bool = False
    expectation: Score | None = None
    experience: Score | None = None
    by_persona: tuple[PersonaScores, ...] = ()
    paired: Paired | None = None
    importance: float = 1
    emotions: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    owner: str | None = None
    standard: tuple[str, ...] = ()
    scenario: tuple[ScenarioStep, ...] = ()
    backstage: tuple[str, ...] = ()
    root_cause: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    links: tuple[Link, ...] = ()
    next: tuple[Transition, ...] = ()
    outcome: Outcome | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            title: str = "",
            stage: str | None = None,
            channel: str | None = None,
            moment_of_truth: bool = False,
            expectation: SupportsFloat | Score | Mapping[str, Any] | None = None,
            experience: SupportsFloat | Score | Mapping[str, Any] | None = None,
            by_persona: Iterable[PersonaScores] | Mapping[str, Any] = (),
            paired: Paired | Mapping[str, Any] | None = None,
            importance: SupportsFloat = 1,
            emotions: str | Iterable[str] = (),
            strengths: str | Iterable[str] = (),
            pains: str | Iterable[str] = (),
            owner: str | None = None,
            standard: str | Iterable[str] = (),
            scenario: Iterable[ScenarioStep | Mapping[str, Any]] = (),
            backstage: str | Iterable[str] = (),
            root_cause: str | Iterable[str] = (),
            quotes: str | Iterable[str] = (),
            metrics: Iterable[Metric] | Mapping[str, Any] = (),
            links: Iterable[Link] | Mapping[str, str] = (),
            next: str | Transition | Iterable[str | Transition] | Mapping[str, Any] = (),
            outcome: Outcome | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, TOUCHPOINT, str(self.id))
        if not self.title:
            object.__setattr__(self, "title", self.id)

    @property
    def is_exit(self) -> bool:
        """Whether the journey ends here: a touchpoint without `next`."""
        return not self.next

    def scores_of(self, persona: str) -> PersonaScores:
        """The persona's own scores here, empty where it has none."""
        return next((s for s in self.by_persona if s.persona == persona), PersonaScores(persona))


TOUCHPOINT: Fields = {
    "id": Id(),
    "title": Text(default=True),
    "stage": Maybe(Id()),
    "channel": Maybe(Id()),
    "moment_of_truth": Flag(),
    "expectation": A_SCORE,
    "experience": A_SCORE,
    "by_persona": Parts(
        PersonaScores, say('scores by persona, or a mapping such as {"anna": {"experience": 4}}')
    ),
    "paired": Maybe(Part(Paired, say("{n, sd}"))),
    "importance": Number(SPREAD),
    "emotions": Texts(),
    "strengths": Texts(),
    "pains": Texts(),
    "owner": Maybe(Text()),
    "standard": Texts(),
    "scenario": Parts(ScenarioStep, say('a list of steps such as {"step": "Greeting"}')),
    "backstage": Texts(),
    "root_cause": Texts(),
    "quotes": Texts(),
    "metrics": METRICS,
    "links": Parts(Link, say("a mapping of names to addresses"), brief=True),
    "next": Parts(
        Transition,
        say('an id, a list of ids, or a mapping such as {"pay": 0.7}'),
        brief=True,
        ids=True,
        single=True,
    ),
    "outcome": Maybe(Choice(OUTCOMES)),
}
