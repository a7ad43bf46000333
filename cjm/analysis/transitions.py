"""Transitions: how often each is taken."""

from __future__ import annotations

from cjm.analysis.flow import Flow
from cjm.journey import Journey, probabilities
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class TransitionFigures:
    """What is known of one transition, `source` and `target` being ids of touchpoints.

    `probability` is p(u→v), filled in where it was not given; `flow` n(u)·p(u→v), how often a
    customer is expected to take it, None where there is no flow; `wait` as it was written.
    """

    source: str
    target: str
    label: str | None
    probability: float
    flow: float | None
    wait: str | None


def transitions_of(journey: Journey, flow: Flow | None) -> tuple[TransitionFigures, ...]:
    """Every transition in file order. O(E)."""
    return tuple(
        TransitionFigures(
            source=point.id,
            target=way.to,
            label=way.label,
            probability=p,
            flow=None if flow is None else flow.visits[place] * p,
            wait=way.wait,
        )
        for place, point in enumerate(journey.touchpoints)
        for way, p in zip(point.next, probabilities(point.next), strict=True)
    )
