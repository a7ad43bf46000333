"""Leaving out: what a site that the world can read does not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from cjm.names import LEFT_OUT_OF_REPORTS as PARTS
from cjm.records import replace

if TYPE_CHECKING:
    from cjm.journey import Improvement, Journey

KEYS: Mapping[str, tuple[str, ...]] = {
    "owners": ("owner",),
    "costs": ("cost",),
    "quotes": ("quotes",),
}
"""What is taken away wherever it stands, by the name of the part."""
TELLING: Mapping[str, tuple[str, ...]] = {
    "owners": ("no-owner",),
    "waivers": ("expired-waiver", "unused-waiver"),
}
"""Rules whose findings tell of a part, by its name: that it is missing is said, too."""


def without(data: dict[str, Any], parts: frozenset[str]) -> dict[str, Any]:
    """The data of a journey without these parts.

    Args:
        data: What a data file holds.
        parts: Some of `PARTS`.

    Returns:
        The same shape: texts are None, lists empty.
    """
    assert parts <= set(PARTS)
    names = {key for part in parts for key in KEYS.get(part, ())}
    if names:
        data = _cleared(data, names.__contains__)
    telling = {rule for part in parts for rule in TELLING.get(part, ())}
    if telling and "findings" in data:
        kept = [finding for finding in data["findings"] if finding["name"] not in telling]
        data = {**data, "findings": kept}
    if "findings" in parts:
        data = {**data, "findings": []}
    if "waivers" in parts and "waivers" in data:
        data = {**data, "waivers": []}
    if "costs" in parts:
        data = {**data, "plan": None}
    return data


def journey_without(journey: Journey, parts: frozenset[str]) -> Journey:
    """What maps are drawn of: a journey whose texts of these parts are empty."""
    names = {key for part in parts for key in KEYS.get(part, ()) if key != "cost"}
    cleared: Journey = _emptied(journey, names) if names else journey
    if "waivers" in parts:
        cleared = replace(cleared, waivers=())
    if "costs" in parts:
        cleared = replace(cleared, improvements=tuple(map(_free, cleared.improvements)))
    return cleared


def _free(improvement: Improvement) -> Improvement:
    """With the usual cost, which no picture writes."""
    return replace(improvement, cost=type(improvement)(improvement.id).cost)


def _emptied(part: Any, names: set[str]) -> Any:
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        return tuple(_emptied(item, names) for item in part)
    if not hasattr(part, "__dataclass_fields__"):
        return part
    changes = {}
    for name in part.__dataclass_fields__:
        value = getattr(part, name)
        kept = (
            (() if isinstance(value, tuple) else None) if name in names else _emptied(value, names)
        )
        if kept is not value and kept != value:
            changes[name] = kept
    return replace(part, **changes) if changes else part


def _cleared(value: Any, named: Callable[[str], bool]) -> Any:
    if isinstance(value, dict):
        return {
            key: ([] if isinstance(inner, list) else None) if named(key) else _cleared(inner, named)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_cleared(item, named) for item in value]
    return value
