"""Every metric of a journey with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Place, Route
from cjm.i18n.apart import quantities_apart
from cjm.i18n.figures import Amount, Goal
from cjm.i18n.message import quotable
from cjm.journey import Journey, Metric, Stage
from cjm.journey.metrics import Comparison
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class PlacedMetric:
    """A metric and the way to it: the journey's, a stage's, a touchpoint's or a persona's there."""

    route: Route
    metric: Metric
    touchpoint: str | None = None
    owner: str = ""
    """The stage or the persona that it is a metric of."""

    @property
    def item(self) -> str:
        """Which metric it is among those of its touchpoint, or of the journey."""
        return f"{self.owner} {self.metric.id}".strip()

    @property
    def where(self) -> str:
        """What a message about it begins with."""
        owner = f"{self.owner}: " if self.owner else ""
        return (f"{self.touchpoint}: " if self.touchpoint else "") + owner

    def place(self, part: str) -> Place:
        """Where a part of the metric stands."""
        return Place((*self.route, part))


def amount(value: float, unit: str | None, limit: float) -> Amount:
    """A value of a metric in a message, with its unit, told apart from the limit it misses."""
    return Amount(value, quotable(unit or ""), quantities_apart(value, limit))


def goal(target: Comparison, unit: str | None, value: float) -> Goal:
    """A metric's target in a message, with its unit, told apart from the value that misses it."""
    decimals = quantities_apart(value, target.value)
    return Goal(target.operator, target.value, quotable(unit or ""), decimals)


def placed_metrics(journey: Journey, shared: Sequence[Stage] = ()) -> Iterator[PlacedMetric]:
    """The metrics of a journey: its own, its stages', its touchpoints'.

    `shared` are the workspace's stages, whose metrics do not stand in the journey's file.
    """
    yield from _placed(journey.metrics, ("metrics",))
    for stage in journey.stages:
        if stage.metrics and stage not in shared:
            yield from _placed(stage.metrics, ("stages", stage.id, "metrics"), None, stage.id)
    for point in journey.touchpoints:
        route = ("touchpoints", point.id)
        yield from _placed(point.metrics, (*route, "metrics"), point.id)
        for own in point.by_persona:
            inner = (*route, "by_persona", own.persona, "metrics")
            yield from _placed(own.metrics, inner, point.id, own.persona)


def _placed(
    metrics: Sequence[Metric], route: Route, touchpoint: str | None = None, owner: str = ""
) -> Iterator[PlacedMetric]:
    for metric in metrics:
        yield PlacedMetric((*route, metric.id), metric, touchpoint, owner)
