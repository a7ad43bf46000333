"""Rows of one's own that a journey and its workspace declare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm.format import Context
from cjm.i18n import say
from cjm.journey import Lane
from cjm.source import Node


def lanes_of(values: dict[str, Any], shared: Sequence[Lane]) -> tuple[Lane, ...]:
    """The journey's own rows, then those of the workspace that it has texts for."""
    own = values.get("lanes", ())
    ids = {lane.id for lane in own}
    used = {texts.lane for part in _parts(values) for texts in part.lanes}
    return (*own, *(lane for lane in shared if lane.id in used - ids))


def _parts(values: dict[str, Any]) -> list[Any]:
    """Whatever may hold texts under keys of the author's own."""
    points = values["touchpoints"]
    return [*points, *values["stages"], *(own for point in points for own in point.by_persona)]


def hold_lanes_to_texts(context: Context, root: Node, shared: Sequence[Lane] = ()) -> None:
    """Report what is no text under a key that makes a row, in a journey or in a workspace."""
    entry = root.value.get("lanes") if isinstance(root.value, dict) else None
    declared = entry.node.value if entry and isinstance(entry.node.value, dict) else ()
    lanes = {*declared, *(lane.id for lane in shared)}
    for key, place, touchpoint in context.own:
        if key in lanes:
            message = say("{key} is a row of the map: expected a text or a list of texts", key=key)
            context.touchpoint = touchpoint
            context.fault(message, place.key if place.node.text == "" else place.node)
    context.touchpoint = None
