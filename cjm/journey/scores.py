"""Scores: what customers expect and what they live through, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, SupportsFloat

from cjm.i18n import say
from cjm.journey.bounds import COUNT, NUMBER, SEVERAL, SHARE, SPREAD
from cjm.journey.measurement import Measurement, SomeMeasurement
from cjm.journey.shorthands import Part
from cjm.journey.values import (
    Day,
    Fields,
    FieldValueError,
    Maybe,
    Number,
    Text,
    Texts,
    accept_fields,
)
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
        measurement: What an overlay says besides; None where the score is written by hand.
    """

    score: float
    n: int | None = None
    sd: float | None = None
    source: str | None = None
    measured: date | None = None
    because: tuple[str, ...] = ()
    measurement: Measurement | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            score: SupportsFloat,
            n: SupportsFloat | None = None,
            sd: SupportsFloat | None = None,
            source: str | None = None,
            measured: date | str | None = None,
            because: str | Iterable[str] = (),
            measurement: Measurement | None = None,
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
    "measurement": SomeMeasurement(),
}

A_SCORE = Maybe(
    Part(Score, say("a number, or {score, n, sd, source, measured, because}"), brief=True)
)
"""What a field takes that holds a score."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Evidence on B − O, respondent by respondent: how many, and the standard deviation.

    Args:
        n: How many people gave both scores.
        sd: The standard deviation of their B − O.
        below: The share of them who got less than they expected.
        measurement: What an overlay says besides; None where it is written by hand.
    """

    n: int
    sd: float
    below: float | None = None
    measurement: Measurement | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            n: SupportsFloat,
            sd: SupportsFloat,
            below: SupportsFloat | None = None,
            measurement: Measurement | None = None,
        ) -> None: ...

    def __post_init__(self) -> None:
        accept_fields(self, PAIRED, "Paired")


PAIRED: Fields = {
    "n": Number(SEVERAL),
    "sd": Number(SPREAD),
    "below": Maybe(Number(SHARE)),
    "measurement": SomeMeasurement(),
}

A_PAIR = Maybe(Part(Paired, say("{n, sd, below}")))
"""What a field takes that holds paired evidence."""
