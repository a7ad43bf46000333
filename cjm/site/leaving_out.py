"""Leaving out: what a site that the world can read does not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cjm.names import LEFT_OUT_OF_REPORTS as PARTS

KEYS: Mapping[str, tuple[str, ...]] = {
    "owners": ("owner",),
    "costs": ("cost",),
    "quotes": ("quotes",),
}
"""What is taken away wherever it stands, by the name of the part."""


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
    if "findings" in parts:
        data = {**data, "findings": []}
    if "waivers" in parts and "waivers" in data:
        data = {**data, "waivers": []}
    if "costs" in parts:
        data = {**data, "plan": None}
    return data


def _cleared(value: Any, named: Callable[[str], bool]) -> Any:
    if isinstance(value, dict):
        return {
            key: ([] if isinstance(inner, list) else None) if named(key) else _cleared(inner, named)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_cleared(item, named) for item in value]
    return value
