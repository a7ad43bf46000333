"""Ways: where customers come in and go on, before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.analysis.transitions import TransitionFigures
from cjm.compare.changes import Change, Sides, both, numbers
from cjm.compare.touchpoints import Side
from cjm.journey import Journey, Start
from cjm.records import dataclass, replace
from cjm.rounding import rounded

Ends = tuple[str | None, str]
"""Ids of two touchpoints; None is where customers come in from."""


@dataclass(frozen=True, slots=True)
class WayDifference:
    """A transition that is new, gone or different, or where customers come in (`source` None).

    Its ids are those of the state that has it, of both the new ones.
    """

    source: str | None
    target: str
    change: Change
    probability: Sides[float]
    wait: Sides[str] = (None, None)
    label: Sides[str] = (None, None)
    assumed: tuple[bool, bool] = (False, False)
    """Whether nobody gave the probability, before and after."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        assumed = [["probability"] if each else [] for each in self.assumed]
        data: dict[str, Any] = {"change": self.change, "probability": numbers(self.probability)}
        if self.source is None:
            return {"touchpoint": self.target, **data, "assumed": assumed}
        about = {"wait": list(self.wait), "label": list(self.label), "assumed": assumed}
        return {"from": self.source, "to": self.target, **data, **about}


class Way:
    """A transition, or a start, as it stands in one state."""

    def __init__(self, of: TransitionFigures | Start) -> None:
        if isinstance(of, Start):
            self.ends: Ends = (None, of.touchpoint)
            self.probability, self.assumed = of.share, of.assumed
            self.wait = self.label = None
        else:
            self.ends = (of.source, of.target)
            self.probability, self.assumed = of.probability, "probability" in of.assumed
            self.wait, self.label = of.wait, of.label

    @property
    def said(self) -> tuple[float, str | None, str | None]:
        """What makes it another one."""
        return rounded(self.probability), self.wait, self.label


def way_differences(
    a: Side, b: Side, after: Mapping[str, str]
) -> tuple[tuple[WayDifference, ...], tuple[WayDifference, ...]]:
    """Transitions and starts that differ; `after` gives new ids by old ones."""
    before, now = ([*map(Way, side.analysis.transitions)] for side in (a, b))
    started, start = ([*map(Way, _starts(side.journey))] for side in (a, b))
    return _differences(before, now, after), _differences(started, start, after)


def _starts(journey: Journey) -> tuple[Start, ...]:
    """The starts, each touchpoint once: a journey of Python may name one several times."""
    merged: dict[str, Start] = {}
    for start in journey.start:
        known = merged.get(start.touchpoint)
        share = start.share + (known.share if known else 0.0)
        merged[start.touchpoint] = replace(start, share=min(1.0, share))
    return tuple(merged.values())


def _differences(
    before: list[Way], after: list[Way], ids: Mapping[str, str]
) -> tuple[WayDifference, ...]:
    """Those that are new or differ, in the new state's order, then those that are gone."""
    old = {_now(way.ends, ids): way for way in before}
    found = []
    for way in after:
        was = old.pop(way.ends, None)
        if was is None:
            found.append(_difference(None, way))
        elif was.said != way.said:
            found.append(_difference(was, way))
    return (*found, *(_difference(was, None) for was in old.values()))


def _now(ends: Ends, ids: Mapping[str, str]) -> object:
    """The ends by their new ids; no new touchpoint is called as one that is gone."""
    return tuple(ids.get(id, (id,)) if id is not None else None for id in ends)


def _difference(was: Way | None, way: Way | None) -> WayDifference:
    there = way or was
    assert there is not None
    change: Change = "changed" if was and way else "added" if way else "removed"
    source, target = there.ends
    return WayDifference(
        source=source,
        target=target,
        change=change,
        probability=both(was, way, lambda each: each.probability),
        wait=both(was, way, lambda each: each.wait),
        label=both(was, way, lambda each: each.label),
        assumed=(bool(was and was.assumed), bool(way and way.assumed)),
    )
