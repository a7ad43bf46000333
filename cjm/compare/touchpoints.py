"""Touchpoints of two states of a journey, one by one: their scores, C, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from cjm.analysis import Analysis, TouchpointFigures
from cjm.analysis.digits import digits_beside
from cjm.analysis.gaps import Gap
from cjm.analysis.scores import is_below
from cjm.compare.changes import FieldChange, Sides, Verdict, both, numbers, verdict
from cjm.journey import Touchpoint
from cjm.records import dataclass

TouchpointChange = Literal["better", "worse", "same", "added", "removed", "renamed"]


@dataclass(frozen=True, slots=True)
class GapChange:
    """O, B and C before and after: of one persona, or of a touchpoint as a whole (None)."""

    persona: str | None
    expectation: Sides[float] = (None, None)
    experience: Sides[float] = (None, None)
    gap: Sides[float] = (None, None)
    verdict: Verdict = "same"

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "id": self.persona,
            "expectation": numbers(self.expectation),
            "experience": numbers(self.experience),
            "gap": numbers(self.gap),
        }


@dataclass(frozen=True, slots=True)
class TouchpointDifference:
    """A touchpoint before and after.

    `before` is its old id, None where it is new; `similarity` how alike the two are where the id is
    another one, else 1. `whole` are its own scores, `by_persona` those of personas that have their
    own there. `fields` say something else: `next` and the ids of those that come before are told as
    transitions.
    """

    id: str
    before: str | None
    titles: Sides[str]
    similarity: float
    whole: GapChange
    by_persona: tuple[GapChange, ...]
    reach: Sides[float]
    assumed: tuple[bool, bool]
    """Whether its reach rests on shares that nobody gave."""
    digits: int
    """With how many digits after the point O, B and C are written, before and after."""
    disappoints: bool
    """Whether C is below the tolerance now, of everybody or of a persona."""
    fields: tuple[FieldChange, ...] = ()
    moved: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it was not there."""
        return self.titles[0] is None

    @property
    def is_gone(self) -> bool:
        """Whether it is no longer there."""
        return self.titles[1] is None

    @property
    def is_renamed(self) -> bool:
        """Whether it has another id."""
        return self.before is not None and self.before != self.id

    @property
    def gaps(self) -> tuple[GapChange, ...]:
        """C of everybody, then of each persona with scores of its own."""
        return (self.whole, *self.by_persona)

    @property
    def change(self) -> TouchpointChange:
        """What became of it; of a C that rose for some and fell for others the first that moved,
        everybody's before that of personas.
        """
        if self.is_new:
            return "added"
        if self.is_gone:
            return "removed"
        moved = (each.verdict for each in self.gaps if each.verdict != "same")
        return next(moved, "renamed" if self.is_renamed else "same")

    @property
    def is_worse(self) -> bool:
        """Whether a C fell, everybody's or a persona's."""
        return any(each.verdict == "worse" for each in self.gaps)

    @property
    def is_better(self) -> bool:
        """Whether a C rose, everybody's or a persona's."""
        return any(each.verdict == "better" for each in self.gaps)

    @property
    def says_the_same(self) -> bool:
        """Whether nothing differs."""
        return self.change == "same" and not (self.fields or self.moved)

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "id": self.id,
            "before": self.before,
            "title": list(self.titles),
            "change": self.change,
            "similarity": self.similarity,
            "moved": self.moved,
            **{k: v for k, v in self.whole.to_dict().items() if k != "id"},
            "by_persona": [each.to_dict() for each in self.by_persona],
            "reach": numbers(self.reach),
            "assumed": [["reach"] if assumed else [] for assumed in self.assumed],
            "fields": [field.to_dict() for field in self.fields],
        }


class Side:
    """One state of a journey, for its touchpoints to be looked up by their ids."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.journey = analysis.journey
        self.place = {point.id: n for n, point in enumerate(self.journey.touchpoints)}
        self._personas = {part.persona: part for part in self._parts()}

    def _parts(self) -> tuple[Analysis, ...]:
        return self.analysis.personas if self.analysis.persona is None else ()

    @property
    def personas(self) -> tuple[str, ...]:
        """The ids of its personas, where all of them are looked at."""
        return tuple(id for id in self._personas if id is not None)

    def figures(self, id: str) -> TouchpointFigures:
        """The figures of a touchpoint."""
        return self.analysis.touchpoints[self.place[id]]

    def point(self, id: str) -> Touchpoint:
        """What is written of a touchpoint."""
        return self.journey.touchpoints[self.place[id]]

    def gap(self, id: str, persona: str | None) -> Gap:
        """O, B and C at a touchpoint, everybody's or a persona's."""
        analysis = self.analysis if persona is None else self._personas[persona]
        return analysis.gaps[self.place[id]]

    def disappoints(self, id: str) -> bool:
        """Whether C is below the tolerance there, of everybody or of a persona."""
        tolerance = self.journey.tolerance
        gaps = (self.gap(id, persona).gap for persona in (None, *self.personas))
        return any(is_below(gap, tolerance) for gap in gaps)


def touchpoint_difference(
    a: Side,
    b: Side,
    ids: Sides[str],
    similarity: float,
    fields: tuple[FieldChange, ...],
    moved: bool,
) -> TouchpointDifference:
    """A touchpoint before and after; `ids` are its ids, one of them None where it is missing."""
    old, new = ids
    before = None if old is None else a.figures(old)
    after = None if new is None else b.figures(new)
    states = [(side.journey, side.point(id)) for side, id in ((a, old), (b, new)) if id is not None]
    return TouchpointDifference(
        id=states[-1][1].id,
        before=old,
        titles=(old and a.point(old).title, new and b.point(new).title),
        similarity=similarity,
        whole=_gap_change(a, b, ids, None),
        by_persona=tuple(_by_persona(a, b, ids)),
        reach=both(before, after, lambda figures: figures.reach),
        assumed=(_is_assumed(before), _is_assumed(after)),
        digits=digits_beside(*states),
        disappoints=new is not None and b.disappoints(new),
        fields=fields,
        moved=moved,
    )


def _is_assumed(figures: TouchpointFigures | None) -> bool:
    return figures is not None and figures.is_assumed("reach")


def _by_persona(a: Side, b: Side, ids: Sides[str]) -> Iterator[GapChange]:
    """Personas of both states that have scores of their own at the touchpoint in one of them."""
    points = [side.point(id) for side, id in ((a, ids[0]), (b, ids[1])) if id is not None]
    own = {
        scores.persona
        for point in points
        for scores in point.by_persona
        if scores.expectation or scores.experience
    }
    known = [id for id in b.personas if id in own and id in a.personas]
    return (_gap_change(a, b, ids, persona) for persona in known)


def _gap_change(a: Side, b: Side, ids: Sides[str], persona: str | None) -> GapChange:
    """O, B and C of a touchpoint; on different scales C neither rises nor falls."""
    before = None if ids[0] is None else a.gap(ids[0], persona)
    after = None if ids[1] is None else b.gap(ids[1], persona)
    gap = both(before, after, lambda each: each.gap)
    return GapChange(
        persona=persona,
        expectation=both(before, after, lambda each: each.expectation),
        experience=both(before, after, lambda each: each.experience),
        gap=gap,
        verdict=verdict(*gap) if a.journey.scale == b.journey.scale else "same",
    )
