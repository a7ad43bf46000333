"""Holes: rows in which so little is written that their emptiness says something of the map."""

from __future__ import annotations

from cjm.maps.content.sheet.model import Group, Lane
from cjm.maps.content.sheet.words import SheetWords

EXPECTED = frozenset((
    "description", "actions", "thoughts", "emotions", "strengths", "pains", "quotes", "standard",
    "backstage", "owner",
))  # fmt: skip
"""Rows that could be filled at every touchpoint; of others, such as links, few are enough."""
FULL_ENOUGH = 0.25
"""From this share of the touchpoints on a row speaks for itself."""


def hole_of(lane: Lane, groups: tuple[Group, ...], texts: SheetWords) -> str:
    """How little is written in a row; nothing where it is enough, or stages say the rest."""
    if lane.name not in EXPECTED:
        return ""
    covered = {
        column
        for group, fact in zip(groups, lane.facts, strict=False)
        if fact
        for column in range(group.first, group.end)
    }
    told = sum(cell is not None or i in covered for i, cell in enumerate(lane.cells))
    count = len(lane.cells)
    return texts.hole.format(told, count) if 0 < told < FULL_ENOUGH * count else ""
