"""Targets of a workspace, for the metrics that name none themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from cjm.journey import Comparison, Improvement, Journey, PersonaScores, Stage, Touchpoint
from cjm.records import replace

Targets = Mapping[str, Comparison]
_Holder = TypeVar("_Holder", Stage, Touchpoint, PersonaScores, Improvement)


def with_targets(values: dict[str, Any], targets: Targets) -> dict[str, Any]:
    """What a journey is built of, each metric without a target with that of its id."""
    if not targets:
        return values
    touchpoints = [
        replace(point, by_persona=tuple(_held(p, targets) for p in point.by_persona))
        for point in values["touchpoints"]
    ]
    return {
        **values,
        "metrics": _aimed(values.get("metrics", ()), targets),
        "stages": tuple(_held(stage, targets) for stage in values["stages"]),
        "touchpoints": tuple(_held(point, targets) for point in touchpoints),
        "improvements": tuple(
            _held(improvement, targets, "judged_by")
            for improvement in values.get("improvements", ())
        ),
    }


def with_targets_of(journey: Journey, targets: Targets) -> Journey:
    """A journey, each metric of which has the target of its id where it has none of its own."""
    if not targets:
        return journey
    values = {name: getattr(journey, name) for name in _AIMED}
    return replace(journey, **with_targets(values, targets))


_AIMED = ("metrics", "stages", "touchpoints", "improvements")


def _held(part: _Holder, targets: Targets, name: str = "metrics") -> _Holder:
    """A part whose metrics have targets; itself where that changes nothing."""
    metrics = getattr(part, name)
    aimed = _aimed(metrics, targets)
    changed: dict[str, Any] = {name: aimed}
    return part if aimed == metrics else replace(part, **changed)


def _aimed(metrics: tuple[Any, ...], targets: Targets) -> tuple[Any, ...]:
    return tuple(
        replace(m, target=targets[m.id]) if m.target is None and m.id in targets else m
        for m in metrics
    )
