"""What a journey is made of: touchpoints, transitions, scores and catalogues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["disappointment", "satisfaction", "delight"]
Outcome = Literal["success", "failure", "neutral"]
State = Literal["as-is", "to-be"]
Language = Literal["en", "ru"]
Phase = Literal["plan", "do", "check", "act"]
Period = Literal["day", "week", "month", "quarter", "year"]
ChannelKind = Literal["online", "offline"]
Operator = Literal[">=", "<=", ">", "<"]


@dataclass(frozen=True, slots=True)
class Score:
    """What customers expect or live through at a touchpoint, in points of the journey's scale."""

    score: float
    n: int | None = None
    sd: float | None = None
    source: str | None = None
    measured: date | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonaScores:
    """One persona's own scores at a touchpoint; what is None is inherited."""

    persona: str
    expectation: Score | None = None
    experience: Score | None = None

    def __post_init__(self) -> None:
        _as_score(self, "expectation")
        _as_score(self, "experience")


@dataclass(frozen=True, slots=True)
class Paired:
    """Evidence on B − O, respondent by respondent: how many, and the standard deviation."""

    n: int
    sd: float


@dataclass(frozen=True, slots=True)
class Transition:
    """A way from one touchpoint to the next; `probability` None means it was not given."""

    to: str
    probability: float | None = None
    label: str | None = None
    wait: str | None = None


@dataclass(frozen=True, slots=True)
class ScenarioStep:
    """One step of a service scenario: what to do and say, and what the customer should feel."""

    step: str
    say: str | None = None
    do: str | None = None
    customer_feels: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target such as `>= 50`."""

    operator: Operator
    value: float

    def holds(self, value: float) -> bool:
        """Whether `value` meets the target."""
        match self.operator:
            case ">=":
                return value >= self.value
            case "<=":
                return value <= self.value
            case ">":
                return value > self.value
            case _:
                return value < self.value


@dataclass(frozen=True, slots=True)
class Metric:
    """A measured quantity such as NPS, with its target where it has one."""

    id: str
    value: float
    target: Comparison | None = None
    unit: str | None = None
    n: int | None = None
    measured: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A named address that belongs to a touchpoint, such as its ticket."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One contact of the customer with the service."""

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

    def __post_init__(self) -> None:
        _as_score(self, "expectation")
        _as_score(self, "experience")
        if not self.title:
            object.__setattr__(self, "title", self.id)

    @property
    def is_exit(self) -> bool:
        """Whether the journey ends here: a touchpoint without `next`."""
        return not self.next

    def scores_of(self, persona: str) -> PersonaScores:
        """The persona's own scores here, empty where it has none."""
        return next((s for s in self.by_persona if s.persona == persona), PersonaScores(persona))


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the journey; stages read from left to right."""

    id: str
    title: str = ""
    goal: str | None = None
    description: str | None = None

    def __post_init__(self) -> None:
        if not self.title:
            object.__setattr__(self, "title", self.id)


@dataclass(frozen=True, slots=True)
class Channel:
    """Where a contact takes place: web, app, shop, phone."""

    id: str
    title: str = ""
    kind: ChannelKind | None = None

    def __post_init__(self) -> None:
        if not self.title:
            object.__setattr__(self, "title", self.id)


@dataclass(frozen=True, slots=True)
class Persona:
    """A portrait of a kind of customer; `share` is its share of the customers, 0 to 1."""

    id: str
    name: str = ""
    share: float | None = None
    goals: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    objections: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.name:
            object.__setattr__(self, "name", self.id)


@dataclass(frozen=True, slots=True)
class Start:
    """Where customers come in, and which share of them."""

    touchpoint: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Customers:
    """How many customers take the journey, in all or per period."""

    value: float
    per: Period | None = None


@dataclass(frozen=True, slots=True)
class Lift:
    """Points of experience an improvement is expected to add at a touchpoint."""

    touchpoint: str
    points: float


@dataclass(frozen=True, slots=True)
class Improvement:
    """What could be done: one turn of plan, do, check, act."""

    id: str
    title: str = ""
    lifts: tuple[Lift, ...] = ()
    cost: float = 1
    phase: Phase = "plan"
    owner: str | None = None
    due: date | None = None

    def __post_init__(self) -> None:
        if not self.title:
            object.__setattr__(self, "title", self.id)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A known finding, accepted for a while; `until` is its last valid day."""

    rule: tuple[str, ...]
    reason: str
    touchpoint: str | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if isinstance(self.rule, str):  # one rule, as a file may have it
            object.__setattr__(self, "rule", (self.rule,))


def _as_score(owner: object, name: str) -> None:
    """Let `expectation=8` stand for `expectation=Score(8)`."""
    value = getattr(owner, name)
    if isinstance(value, (int, float)):
        object.__setattr__(owner, name, Score(value))
