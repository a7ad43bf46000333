"""What is measured: scores with their evidence, and metrics with their targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import COUNT, NUMBER, SEVERAL, SPREAD
from cjm.journey.shorthands import Part, Parts
from cjm.journey.values import (
    TARGET,
    Choice,
    Day,
    Fields,
    FieldTypeError,
    FieldValueError,
    Id,
    Maybe,
    Number,
    Text,
    Texts,
    accept_fields,
)
from cjm.journey.words import OPERATORS, Operator
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """What customers expect or live through at a touchpoint, in points of the journey's scale.

    Args:
        score: The score, on the journey's scale.
        n: How many answers it rests on.
        sd: Their standard deviation; needs n of 2 or more.
        source: Where it was measured.
        measured: When it was measured.
        because: Why it is so.
    """

    score: float
    n: int | None = None
    sd: float | None = None
    source: str | None = None
    measured: date | None = None
    because: tuple[str, ...] = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            score: SupportsFloat,
            n: SupportsFloat | None = None,
            sd: SupportsFloat | None = None,
            source: str | None = None,
            measured: date | str | None = None,
            because: str | Iterable[str] = (),
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, SCORE, "Score")
        if self.sd is not None and (self.n is None or self.n < 2):
            fault = say("a standard deviation needs n of 2 or more")
            raise FieldValueError(fault, self.sd, fault).within("Score", "sd")


SCORE: Fields = {
    "score": Number(NUMBER),
    "n": Maybe(Number(COUNT)),
    "sd": Maybe(Number(SPREAD)),
    "source": Maybe(Text()),
    "measured": Maybe(Day()),
    "because": Texts(),
}

A_SCORE = Maybe(
    Part(Score, say("a number, or {score, n, sd, source, measured, because}"), brief=True)
)
"""What a field takes that holds a score."""


@dataclass(frozen=True, slots=True)
class PersonaScores:
    """One persona's own scores at a touchpoint; what is None is inherited.

    Args:
        persona: The persona's id.
        expectation: This persona's O, in place of the whole score.
        experience: This persona's B, in place of the whole score.
    """

    persona: str
    expectation: Score | None = None
    experience: Score | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            persona: str,
            expectation: SupportsFloat | Score | Mapping[str, Any] | None = None,
            experience: SupportsFloat | Score | Mapping[str, Any] | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, PERSONA_SCORES, str(self.persona))


PERSONA_SCORES: Fields = {"persona": Id(), "expectation": A_SCORE, "experience": A_SCORE}


@dataclass(frozen=True, slots=True)
class Paired:
    """Evidence on B − O, respondent by respondent: how many, and the standard deviation.

    Args:
        n: How many people gave both scores.
        sd: The standard deviation of their B − O.
    """

    n: int
    sd: float

    if TYPE_CHECKING:

        def __init__(self, n: SupportsFloat, sd: SupportsFloat) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, PAIRED, "Paired")


PAIRED: Fields = {"n": Number(SEVERAL), "sd": Number(SPREAD)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target such as `>= 50`."""

    operator: Operator
    value: float

    if TYPE_CHECKING:

        def __init__(self, operator: Operator, value: SupportsFloat) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, COMPARISON, "Comparison")

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


COMPARISON: Fields = {"operator": Choice(OPERATORS), "value": Number(NUMBER)}


class Target:
    """A comparison, as it is or as text such as `>= 50`."""

    noun = say('a target in quotes, such as ">= 50"')

    def accept(self, value: Any) -> Comparison:
        """The comparison."""
        if isinstance(value, Comparison):
            return value
        if not isinstance(value, str):
            raise FieldTypeError(self.noun, value)
        if target := comparison(value):
            return target
        raise FieldValueError(self.noun, value)


def comparison(text: str) -> Comparison | None:
    """The comparison that a text such as `>= 50` means; None where it is none."""
    match = TARGET.fullmatch(text)
    if not match:
        return None
    value = float(match[2])
    return Comparison(match[1], int(value) if value.is_integer() else value)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Metric:
    """A measured quantity such as NPS, with its target where it has one.

    Args:
        id: Its id.
        value: What was measured.
        target: What it should be, in quotes.
        unit: Its unit.
        n: How many answers it rests on.
        measured: When it was measured.
    """

    id: str
    value: float
    target: Comparison | None = None
    unit: str | None = None
    n: int | None = None
    measured: date | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str,
            value: SupportsFloat,
            target: Comparison | str | None = None,
            unit: str | None = None,
            n: SupportsFloat | None = None,
            measured: date | str | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, METRIC, str(self.id))


METRIC: Fields = {
    "id": Id(),
    "value": Number(NUMBER),
    "target": Maybe(Target()),
    "unit": Maybe(Text()),
    "n": Maybe(Number(COUNT)),
    "measured": Maybe(Day()),
}

METRICS = Parts(Metric, say('metrics, or a mapping such as {"nps": 42}'), brief=True)
"""What a field takes that holds metrics."""
