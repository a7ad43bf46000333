"""Touchpoints: the contacts of the customer with the service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import SPREAD
from cjm.journey.by_persona import BY_PERSONA, PersonaScores
from cjm.journey.durations import Duration
from cjm.journey.lanes import LaneTexts, OwnTexts
from cjm.journey.metrics import METRICS, Metric
from cjm.journey.scenario import Link, ScenarioStep
from cjm.journey.scores import A_PAIR, A_SCORE, Paired, Score
from cjm.journey.shorthands import Parts
from cjm.journey.transitions import NEXT, Transition
from cjm.journey.values import (
    Choice,
    Fields,
    Flag,
    Id,
    Ids,
    Maybe,
    Number,
    Text,
    Texts,
    accept_fields,
)
from cjm.journey.words import OUTCOMES, Outcome
from cjm.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One contact of the customer with the service.

    Args:
        id: Its id.
        title: What the customer would call it.
        description: What happens here.
        stage: The phase it belongs to.
        channel: Where it takes place; of several the main one comes first.
        other_channels: The channels beside the main one.
        duration: How long it takes.
        moment_of_truth: You say: opinions are made here.
        expectation: Expectation O, what the customer counts on.
        experience: Experience B, what the customer gets.
        by_persona: What differs for a persona.
        paired: The spread of B − O, asked of the same people.
        importance: The weight of its gap in sums of gaps.
        actions: What the customer does.
        thoughts: What the customer thinks or asks.
        emotions: What the customer feels.
        strengths: What is done well.
        pains: What hurts the customer.
        opportunities: What could be made of it; ideas without figures.
        owner: Who is responsible.
        standard: The standard of service; let it be measurable.
        scenario: The service scenario.
        backstage: What happens behind the scenes.
        root_cause: The five whys, first to last.
        quotes: What customers said.
        metrics: Measures of this touchpoint.
        links: Named addresses: tickets, documents.
        lanes: Texts in rows of one's own, by their keys.
        next: Where customers go from here.
        outcome: How the journey ends; on exits only.
        unread: Keys of one's own that hold something else than texts.
        written_pair: Written paired evidence that does not count: a side of it is measured.
    """

    id: str
    title: str = ""
    description: str | None = None
    stage: str | None = None
    channel: str | None = None
    other_channels: tuple[str, ...] = ()
    duration: str | None = None
    moment_of_truth: bool = False
    expectation: Score | None = None
    experience: Score | None = None
    by_persona: tuple[PersonaScores, ...] = ()
    paired: Paired | None = None
    importance: float = 1
    actions: tuple[str, ...] = ()
    thoughts: tuple[str, ...] = ()
    emotions: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    owner: str | None = None
    standard: tuple[str, ...] = ()
    scenario: tuple[ScenarioStep, ...] = ()
    backstage: tuple[str, ...] = ()
    root_cause: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    links: tuple[Link, ...] = ()
    lanes: tuple[LaneTexts, ...] = ()
    next: tuple[Transition, ...] = ()
    outcome: Outcome | None = None
    unread: tuple[str, ...] = field(default=(), repr=False, compare=False)
    written_pair: Paired | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            title: str = "",
            description: str | None = None,
            stage: str | None = None,
            channel: str | Iterable[str] | None = None,
            other_channels: Iterable[str] = (),
            duration: str | None = None,
            moment_of_truth: bool = False,
            expectation: SupportsFloat | Score | Mapping[str, Any] | None = None,
            experience: SupportsFloat | Score | Mapping[str, Any] | None = None,
            by_persona: Iterable[PersonaScores] | Mapping[str, Any] = (),
            paired: Paired | Mapping[str, Any] | None = None,
            importance: SupportsFloat = 1,
            actions: str | Iterable[str] = (),
            thoughts: str | Iterable[str] = (),
            emotions: str | Iterable[str] = (),
            strengths: str | Iterable[str] = (),
            pains: str | Iterable[str] = (),
            opportunities: str | Iterable[str] = (),
            owner: str | None = None,
            standard: str | Iterable[str] = (),
            scenario: Iterable[ScenarioStep | Mapping[str, Any]] = (),
            backstage: str | Iterable[str] = (),
            root_cause: str | Iterable[str] = (),
            quotes: str | Iterable[str] = (),
            metrics: Iterable[Metric] | Mapping[str, Any] = (),
            links: Iterable[Link] | Mapping[str, str] = (),
            lanes: Iterable[LaneTexts] | Mapping[str, Any] = (),
            next: str | Transition | Iterable[str | Transition] | Mapping[str, Any] = (),
            outcome: Outcome | None = None,
            unread: tuple[str, ...] = (),
            written_pair: Paired | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, TOUCHPOINT, str(self.id))
        if not self.title:
            object.__setattr__(self, "title", self.id)
        if not isinstance(self.channel, str) and self.channel:
            main, *others = self.channel
            object.__setattr__(self, "channel", main)
            object.__setattr__(self, "other_channels", tuple(others))

    @property
    def is_exit(self) -> bool:
        """Whether the journey ends here: a touchpoint without `next`."""
        return not self.next

    @property
    def channels(self) -> tuple[str, ...]:
        """Every channel it takes place in, the main one first."""
        return (self.channel, *self.other_channels) if self.channel else ()

    def scores_of(self, persona: str) -> PersonaScores:
        """What the persona has of its own here, nothing where that is nothing."""
        return next((s for s in self.by_persona if s.persona == persona), PersonaScores(persona))


TOUCHPOINT: Fields = {
    "id": Id(),
    "title": Text(default=True),
    "description": Maybe(Text()),
    "stage": Maybe(Id()),
    "channel": Maybe(Ids()),
    "other_channels": Ids(several=True),
    "duration": Maybe(Duration()),
    "moment_of_truth": Flag(),
    "expectation": A_SCORE,
    "experience": A_SCORE,
    "by_persona": BY_PERSONA,
    "paired": A_PAIR,
    "importance": Number(SPREAD),
    "actions": Texts(),
    "thoughts": Texts(),
    "emotions": Texts(),
    "strengths": Texts(),
    "pains": Texts(),
    "opportunities": Texts(),
    "owner": Maybe(Text()),
    "standard": Texts(),
    "scenario": Parts(ScenarioStep, say('a list of steps such as {"step": "Greeting"}')),
    "backstage": Texts(),
    "root_cause": Texts(),
    "quotes": Texts(),
    "metrics": METRICS,
    "links": Parts(Link, say("a mapping of names to addresses"), brief=True),
    "lanes": OwnTexts(),
    "unread": Texts(),
    "written_pair": A_PAIR,
    "next": NEXT,
    "outcome": Maybe(Choice(OUTCOMES)),
}
