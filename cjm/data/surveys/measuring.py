"""Measuring: the answers of surveys → what an overlay says of a journey."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from cjm.data.definition import Asked
from cjm.data.metric_kinds import SIDES, kind_of, metric_of
from cjm.data.surveys.answers import Answers, Group
from cjm.data.surveys.sql import PAIR
from cjm.data.surveys.statistics import (
    Estimate,
    below_share,
    mean_estimate,
    promoter_estimate,
    share_estimate,
)
from cjm.data.surveys.sums import Sums, merged
from cjm.journey import Journey, Metric, Paired, PersonaScores, Score
from cjm.journey.measured import (
    LeftOutRows,
    Measured,
    MeasuredPersona,
    MeasuredTouchpoint,
    Period,
    SourceRows,
    Thin,
)
from cjm.journey.measurement import Measurement
from cjm.journey.sorting import in_file_order

FIGURES: dict[str, Callable[[Sums], Estimate]] = {
    "promoters": promoter_estimate,
    "share": share_estimate,
    "mean": mean_estimate,
}
"""How the answers to a metric become its value."""
PAIRS_OF_TEN = 9
"""So many of ten respondents of the smaller side must be pairs for C to be that of the pairs."""


def measured_of(journey: Journey, answers: Sequence[Answers], asked: Asked) -> Measured:
    """What surveys say about a journey: scores, pairs and metrics, and what was too thin for them.

    Args:
        journey: The journey, as it is written.
        answers: The answers of each source, counted for this journey.
        asked: The period, and the least number of answers.

    Returns:
        The overlay, in the order of the journey's file. Its numbers are not rounded.
    """
    groups = _Groups(journey, answers, asked)
    points = ["", *(point.id for point in journey.touchpoints)]
    people = [persona.id for persona in journey.personas]
    at = {point: _At(groups, point, people) for point in points}
    whole = at.pop("")
    first, last = asked.period
    measured = Measured(
        journey=journey.id,
        state=journey.state,
        scale=journey.scale,
        period=Period(first, last) if first or last else None,
        sources=tuple(
            SourceRows(a.source.id, a.read, a.used, *(a.days or (None, None))) for a in answers
        ),
        scores=tuple(point for each in at.values() if (point := each.scores())),
        by_persona=whole.personas(),
        metrics=whole.metrics(""),
        thin=tuple(thin for each in at.values() if (thin := each.thin())),
        thin_metrics=whole.thin_metrics(""),
        left_out=tuple(
            (each.source.id, reasons) for each in answers if (reasons := _reasons(each))
        ),
    )
    return in_file_order(measured, journey)


class _Groups:
    """The sums of all sources together, by group."""

    def __init__(self, journey: Journey, answers: Sequence[Answers], asked: Asked) -> None:
        low, high = journey.scale
        self.centre, self.length = low / 2 + high / 2, high - low
        self.minimum, self._last = asked.minimum, asked.period[1]
        self._answers = answers
        metrics = {group.part for each in answers for group in each.sums} - {*SIDES, PAIR}
        self.metrics = sorted(metrics)

    def sums(self, group: Group) -> Sums | None:
        """The sums of a group; of sides and pairs on the journey's scale."""
        found = merged(each.sums[group] for each in self._answers if group in each.sums)
        own = group.part in SIDES or group.part == PAIR
        return found.stretched(self.length) if found and own else found

    def enough(self, group: Group) -> Sums | None:
        """The sums of a group that is not thin."""
        found = self.sums(group)
        return found if found and found.n >= self.minimum else None

    def few(self, group: Group) -> int | None:
        """How many answers a thin group has; None where it has none or enough."""
        found = self.sums(group)
        return found.n if found and found.n < self.minimum else None

    def measured(self, sums: Sums) -> date | None:
        """The last day of an answer; without days the last one that was asked for."""
        return sums.last or self._last

    def source(self, group: Group) -> str:
        """The ids of the sources that a group's answers are from."""
        return ", ".join(sorted(each.source.id for each in self._answers if group in each.sums))

    def unit(self, metric: str) -> str | None:
        """The unit that a source gives for a metric of one's own."""
        units = (metric_of(each.source, metric).unit for each in self._answers)
        return next(filter(None, units), None)


class _At:
    """What is known at one touchpoint, or of the whole journey where that is empty."""

    def __init__(self, groups: _Groups, touchpoint: str, people: Iterable[str]) -> None:
        self._groups, self._touchpoint, self._people = groups, touchpoint, tuple(people)

    def scores(self) -> MeasuredTouchpoint | None:
        """Scores, pairs and metrics of everybody and by persona; None of nothing."""
        by_persona = [
            PersonaScores(
                person,
                expectation=self._score("expectation", person),
                experience=self._score("experience", person),
                paired=self._paired(person),
                metrics=self.metrics(person),
            )
            for person in self._people
        ]
        found = MeasuredTouchpoint(
            self._touchpoint,
            expectation=self._score("expectation"),
            experience=self._score("experience"),
            paired=self._paired(),
            by_persona=tuple(own for own in by_persona if own != PersonaScores(own.persona)),
            metrics=self.metrics(""),
        )
        return found if found != MeasuredTouchpoint(self._touchpoint) else None

    def personas(self) -> tuple[MeasuredPersona, ...]:
        """Metrics of the whole journey by persona."""
        all_of = [
            MeasuredPersona(person, self.metrics(person), self.thin_metrics(person))
            for person in self._people
        ]
        return tuple(own for own in all_of if own != MeasuredPersona(own.persona))

    def thin(self) -> Thin | None:
        """How many answers there are where they are too few; None where nowhere."""
        people = [self._thin(person, person) for person in self._people]
        found = self._thin(
            self._touchpoint, "", tuple(own for own in people if own != Thin(own.id))
        )
        return found if found != Thin(self._touchpoint) else None

    def metrics(self, persona: str) -> tuple[Metric, ...]:
        """The metrics that enough people answered."""
        return tuple(found for id in self._groups.metrics if (found := self._metric(id, persona)))

    def thin_metrics(self, persona: str) -> tuple[tuple[str, int], ...]:
        """The metrics that too few answered, and how many did."""
        counts = ((id, self._groups.few(self._group(id, persona))) for id in self._groups.metrics)
        return tuple((id, n) for id, n in counts if n is not None)

    def _group(self, part: str, persona: str) -> Group:
        return Group(self._touchpoint, part, persona)

    def _thin(self, id: str, persona: str, by_persona: tuple[Thin, ...] = ()) -> Thin:
        expectation, experience = (self._groups.few(self._group(side, persona)) for side in SIDES)
        return Thin(id, expectation, experience, self.thin_metrics(persona), by_persona)

    def _score(self, side: str, persona: str = "") -> Score | None:
        group = self._group(side, persona)
        sums = self._groups.enough(group)
        if sums is None:
            return None
        found = mean_estimate(sums, self._groups.centre)
        return Score(
            found.value,
            n=found.n,
            sd=found.sd,
            measured=self._groups.measured(sums),
            source=self._groups.source(group),
            measurement=Measurement(effective=found.effective),
        )

    def _paired(self, persona: str = "") -> Paired | None:
        """The spread of B − O, where it is of (nearly) all who gave a side."""
        pairs, *sides = (self._groups.enough(self._group(part, persona)) for part in (PAIR, *SIDES))
        if pairs is None or not all(sides):
            return None
        smaller = min(side.n for side in sides if side)
        found = mean_estimate(pairs)
        if found.sd is None or 10 * found.n < PAIRS_OF_TEN * smaller:
            return None
        effective = Measurement(effective=found.effective)
        return Paired(found.n, found.sd, below_share(pairs), measurement=effective)

    def _metric(self, id: str, persona: str) -> Metric | None:
        group = self._group(id, persona)
        sums = self._groups.enough(group)
        if sums is None:
            return None
        found = FIGURES[kind_of(id).figure](sums)
        return Metric(
            id,
            found.value,
            unit=self._groups.unit(id),
            n=found.n,
            measured=self._groups.measured(sums),
            measurement=Measurement(
                effective=found.effective,
                interval=found.interval,
                source=self._groups.source(group),
            ),
        )


def _reasons(answers: Answers) -> tuple[LeftOutRows, ...]:
    return tuple(
        LeftOutRows(name, reason.rows, tuple(reason.values.items()))
        for name, reason in answers.left_out.items()
        if reason.rows
    )
