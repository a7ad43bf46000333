"""Journeys: two states of one → what differs between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.analysis import Analysis
from cjm.compare.changes import FieldChange, PartChange, Sides
from cjm.compare.figures import FigureChanges, figure_changes
from cjm.compare.matching import Matching, matching
from cjm.compare.order import moved
from cjm.compare.parts import Encoded
from cjm.compare.touchpoints import Side, TouchpointDifference, touchpoint_difference
from cjm.compare.ways import WayDifference, way_differences
from cjm.journey import Journey
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class JourneyDifference:
    """A journey before and after, which differ in something at least.

    `touchpoints` are all of the new state in its order, then those that are gone; the rest holds
    only what differs. `catalogues` are entries of stages, channels, personas, lanes, improvements
    and metrics.
    """

    analyses: tuple[Analysis, Analysis]
    figures: FigureChanges
    touchpoints: tuple[TouchpointDifference, ...]
    transitions: tuple[WayDifference, ...]
    start: tuple[WayDifference, ...]
    fields: tuple[FieldChange, ...]
    catalogues: dict[str, tuple[PartChange, ...]]
    file: str | None = None
    """The file of the new state, as findings name it; None without one."""

    def __repr__(self) -> str:
        return f"JourneyDifference({self.b.id}: {len(self.better)} better, {len(self.worse)} worse)"

    @property
    def a(self) -> Journey:
        """The journey as it was."""
        return self.analyses[0].journey

    @property
    def b(self) -> Journey:
        """The journey as it is."""
        return self.analyses[1].journey

    @property
    def personas(self) -> tuple[FigureChanges, ...]:
        """The figures of the personas in both states, unless one is looked at alone."""
        before, after = self.analyses
        if before.persona is not None:
            return ()
        old = {part.persona: part for part in before.personas}
        return tuple(
            figure_changes(old[part.persona], part)
            for part in after.personas
            if part.persona in old
        )

    @property
    def states(self) -> tuple[str, str]:
        """As it is or as it should be, before and after."""
        return self.a.state, self.b.state

    @property
    def comparable(self) -> bool:
        """Whether both states have one scale, so that a C can rise or fall."""
        return self.a.scale == self.b.scale

    @property
    def better(self) -> tuple[TouchpointDifference, ...]:
        """Touchpoints at which a C rose, everybody's or a persona's."""
        return tuple(point for point in self.touchpoints if point.is_better)

    @property
    def worse(self) -> tuple[TouchpointDifference, ...]:
        """Touchpoints at which a C fell, everybody's or a persona's."""
        return tuple(point for point in self.touchpoints if point.is_worse)

    @property
    def added(self) -> tuple[TouchpointDifference, ...]:
        """Touchpoints that were not there."""
        return tuple(point for point in self.touchpoints if point.is_new)

    @property
    def removed(self) -> tuple[TouchpointDifference, ...]:
        """Touchpoints that are no longer there."""
        return tuple(point for point in self.touchpoints if point.is_gone)

    @property
    def has_regressed(self) -> bool:
        """Whether a C fell, or an added touchpoint disappoints."""
        return bool(self.worse) or any(point.disappoints for point in self.added)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        same = self.a.id == self.b.id and self.a.state == self.b.state
        told = (self.transitions, self.start, self.fields, *self.catalogues.values())
        return same and not any(told) and all(each.says_the_same for each in self.touchpoints)

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        personas = (p for p in self.personas if p.persona is not None)
        return {
            "journey": self.b.id,
            "title": self.b.title,
            "language": self.b.language,
            "file": self.file,
            "state": list(self.states),
            "figures": self.figures.to_dict(),
            "personas": [{"id": p.persona, **p.to_dict()} for p in personas],
            "touchpoints": [point.to_dict() for point in self.touchpoints],
            "transitions": [way.to_dict() for way in self.transitions],
            "start": [way.to_dict() for way in self.start],
            "fields": [field.to_dict() for field in self.fields],
            "catalogues": {
                key: [part.to_dict() for part in parts] for key, parts in self.catalogues.items()
            },
        }


def journey_difference(
    a: Journey,
    b: Journey,
    persona: str | None = None,
    renamed: Mapping[str, str] | None = None,
    file: str | None = None,
) -> JourneyDifference:
    """What differs between two journeys.

    Args:
        a: The journey as it was.
        b: The journey as it is.
        persona: The id of the persona by whom both are looked at; by default everybody and each.
        renamed: New ids of touchpoints by old ones; others are matched by id, title, likeness.
        file: The file of `b`.

    Returns:
        The difference, which may be empty.
    """
    here, there = Side(Analysis(a, persona)), Side(Analysis(b, persona))
    match = matching(a, b, renamed or {})
    encoded = Encoded(a, b, match.after)
    transitions, start = way_differences(here, there, match.after)
    return JourneyDifference(
        analyses=(here.analysis, there.analysis),
        figures=figure_changes(here.analysis, there.analysis),
        touchpoints=_touchpoints(here, there, match, encoded),
        transitions=transitions,
        start=start,
        fields=encoded.fields(),
        catalogues=encoded.catalogues(),
        file=file,
    )


def _touchpoints(
    a: Side, b: Side, match: Matching, encoded: Encoded
) -> tuple[TouchpointDifference, ...]:
    away = _moved(a, b, match)
    ids: list[Sides[str]] = [(match.before.get(p.id), p.id) for p in b.journey.touchpoints]
    ids += [(p.id, None) for p in a.journey.touchpoints if p.id not in match.after]
    return tuple(
        touchpoint_difference(
            a,
            b,
            (old, new),
            match.similarity.get(new or "", 1.0),
            encoded.touchpoint(a.point(old), b.point(new)) if old and new else (),
            new in away,
        )
        for old, new in ids
    )


def _moved(a: Side, b: Side, match: Matching) -> frozenset[str]:
    """The new ids of touchpoints that stand at another place among those of both states."""
    # A name that both directions agree on, so that they also agree on which of two has moved.
    names = {new: "\n".join(sorted((old, new))) for new, old in match.before.items()}
    ids = {name: new for new, name in names.items()}
    before = [names[match.after[p.id]] for p in a.journey.touchpoints if p.id in match.after]
    after = [names[p.id] for p in b.journey.touchpoints if p.id in names]
    return frozenset(ids[name] for name in moved(before, after))
