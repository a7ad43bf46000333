"""Transitions: how often each is taken."""

from __future__ import annotations

from cjm.analysis.assumed import differs
from cjm.analysis.chain import Chain
from cjm.analysis.flow import Flow
from cjm.journey import Journey, probabilities
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class TransitionFigures:
    """What is known of one transition, `source` and `target` being ids of touchpoints.

    `probability` is p(u→v), filled in where it was not given; `flow` n(u)·p(u→v), how often a
    customer is expected to take it, None where there is no flow; `wait` as it was written;
    `assumed` names those of probability and flow that rest on shares that nobody gave.
    """

    source: str
    target: str
    label: str | None
    probability: float
    flow: float | None
    wait: str | None
    assumed: tuple[str, ...] = ()


def transitions_of(
    journey: Journey, flow: Flow | None, moved: tuple[Chain, Flow] | None = None
) -> tuple[TransitionFigures, ...]:
    """Every transition in file order; `moved` is how customers go with open shares moved. O(E)."""
    transitions = []
    for place, point in enumerate(journey.touchpoints):
        for way, p in zip(point.next, probabilities(point.next), strict=True):
            taken = None if flow is None else flow.visits[place] * p
            transitions.append(
                TransitionFigures(
                    source=point.id,
                    target=way.to,
                    label=way.label,
                    probability=p,
                    flow=taken,
                    wait=way.wait,
                    assumed=_assumed(place, way.to, p, taken, moved) if moved else (),
                )
            )
    return tuple(transitions)


def _assumed(
    place: int, to: str, p: float, taken: float | None, moved: tuple[Chain, Flow]
) -> tuple[str, ...]:
    chain, flow = moved
    then = dict(chain.ways[place]).get(chain.place[to], 0.0)
    pairs = {"probability": (p, then), "flow": (taken, flow.visits[place] * then)}
    return tuple(name for name, (one, other) in pairs.items() if differs(one, other))
