"""Journey: a directed graph of touchpoints."""

from __future__ import annotations

import math
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

from cjm.i18n import say
from cjm.journey.bounds import FINITE, check_bounds
from cjm.journey.parts import (
    Channel,
    Customers,
    Improvement,
    Language,
    Metric,
    Persona,
    Stage,
    Start,
    State,
    Touchpoint,
    Waiver,
)
from cjm.journey.shares import is_one, rescaled, sum_fault

_Item = TypeVar("_Item", Channel, Persona, Stage)


@dataclass(frozen=True, slots=True)
class Journey:
    """A customer journey map.

    Where nothing of a kind is declared, `stages`, `channels` and `personas` are filled with the
    ids the touchpoints use, in order of appearance; `start` defaults to the first touchpoint.

    Raises ValueError for what a file could not hold either: a value out of its bounds, an id that
    can be none, is unknown or given twice, probabilities that sum to more than 1, a score outside
    the scale.
    """

    id: str
    touchpoints: tuple[Touchpoint, ...]
    title: str = ""
    description: str | None = None
    state: State = "as-is"
    language: Language = "en"
    scale: tuple[float, float] = (0, 10)
    tolerance: float = 0
    customers: Customers | None = None
    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    stages: tuple[Stage, ...] = ()
    start: tuple[Start, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    metrics: tuple[Metric, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def __post_init__(self) -> None:
        def fill(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        points = self.touchpoints
        if not points:
            raise ValueError(say("a journey needs at least one touchpoint"))
        check_bounds(self)
        if not self.title:
            fill("title", self.id)
        if not self.stages:
            fill("stages", tuple(Stage(i) for i in _unique(p.stage for p in points)))
        if not self.channels:
            fill("channels", tuple(Channel(i) for i in _unique(p.channel for p in points)))
        if not self.personas:
            ids = _unique(s.persona for p in points for s in p.by_persona)
            fill("personas", tuple(Persona(i) for i in ids))
        fill("personas", rescaled(self.personas))
        if not self.start:
            fill("start", (Start(points[0].id),))
        _validate(self)

    def _repr_svg_(self) -> str:
        """The map, as a notebook shows it."""
        # A notebook asks the journey itself; the map is drawn by a layer that stands above it.
        picture: bytes = import_module("cjm.maps").render(self)
        return picture.decode()

    def __getitem__(self, id: str) -> Touchpoint:
        """The touchpoint of that id; KeyError where there is none."""
        for point in self.touchpoints:
            if point.id == id:
                return point
        raise KeyError(id)

    def stage(self, id: str) -> Stage:
        """The stage of that id; KeyError where there is none."""
        return _by_id(self.stages, id)

    def channel(self, id: str) -> Channel:
        """The channel of that id; KeyError where there is none."""
        return _by_id(self.channels, id)

    def persona(self, id: str) -> Persona:
        """The persona of that id; KeyError where there is none."""
        return _by_id(self.personas, id)


def _validate(journey: Journey) -> None:
    if not all(map(FINITE.holds, journey.scale)) or not journey.scale[0] < journey.scale[1]:
        raise ValueError(say("the scale's low end is not below its high end"))
    ids = {p.id for p in journey.touchpoints}
    if len(ids) < len(journey.touchpoints):
        raise ValueError(say("two touchpoints have the same id"))
    _known("start", (s.touchpoint for s in journey.start), ids)
    if not is_one(math.fsum(s.share for s in journey.start)):
        raise ValueError(say("the start shares do not sum to 1"))
    _validate_names(journey, ids)
    for point in journey.touchpoints:
        _known(f"{point.id}.next", (t.to for t in point.next), ids)
        _once(f"{point.id}.next", (t.to for t in point.next))
        if fault := sum_fault(point.next):
            raise ValueError(say("{id}.next: {fault}", id=point.id, fault=fault))
        if point.next and point.outcome:
            raise ValueError(say("{id}: an outcome stands only on an exit", id=point.id))
        _validate_scores(point, journey.scale)


def _validate_names(journey: Journey, ids: set[str]) -> None:
    for name in ("stages", "channels", "personas", "improvements", "metrics"):
        _once(name, (item.id for item in getattr(journey, name)))
    stages, channels = {s.id for s in journey.stages}, {c.id for c in journey.channels}
    personas = {p.id for p in journey.personas}
    for point in journey.touchpoints:
        _known(f"{point.id}.stage", (point.stage,), stages)
        _known(f"{point.id}.channel", (point.channel,), channels)
        _known(f"{point.id}.by_persona", (s.persona for s in point.by_persona), personas)
        _once(f"{point.id}.by_persona", (s.persona for s in point.by_persona))
        _once(f"{point.id}.metrics", (m.id for m in point.metrics))
        _once(f"{point.id}.links", (link.id for link in point.links))
    for improvement in journey.improvements:
        _known(f"{improvement.id}.lifts", (i.touchpoint for i in improvement.lifts), ids)
        _once(f"{improvement.id}.lifts", (i.touchpoint for i in improvement.lifts))
    _known("waivers", (w.touchpoint for w in journey.waivers), ids)


def _validate_scores(point: Touchpoint, scale: tuple[float, float]) -> None:
    sides: list[Any] = [point, *point.by_persona]
    for score in (s for side in sides for s in (side.expectation, side.experience)):
        if score is not None and not scale[0] <= score.score <= scale[1]:
            raise ValueError(
                say(
                    "{id}: the score {score} is outside the scale {scale}",
                    id=point.id,
                    score=score.score,
                    scale=scale,
                )
            )
        if score is not None and score.sd is not None and (score.n is None or score.n < 2):
            raise ValueError(say("{id}: a standard deviation needs n of 2 or more", id=point.id))


def _once(name: str, ids: Any) -> None:
    items = list(ids)
    if len(set(items)) < len(items):
        raise ValueError(say("{name}: an id is given twice", name=name))


def _known(where: str, ids: Any, known: set[str]) -> None:
    for id in ids:
        if id is not None and id not in known:
            raise ValueError(say("{where}: nothing is called {id!r}", where=where, id=id))


def _by_id(items: tuple[_Item, ...], id: str) -> _Item:
    for item in items:
        if item.id == id:
            return item
    raise KeyError(id)


def _unique(ids: Any) -> list[str]:
    return list(dict.fromkeys(i for i in ids if i is not None))
