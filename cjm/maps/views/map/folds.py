"""Folds: where on a wide sheet the lanes' names stand again."""

from __future__ import annotations

from cjm.maps.content.sheet.model import Group

UNFOLDED = 18
"""As many columns still stand on one sheet of A3."""
MOST, LEAST = 16, 8
"""Columns from one place with names to the next: a new stage is a better place than the middle
of one."""


def folds_of(groups: tuple[Group, ...]) -> tuple[int, ...]:
    """The columns before which the names are repeated, none where the sheet is narrow."""
    count = groups[-1].end if groups else 0
    folds: list[int] = []
    at = 0
    while count - at > UNFOLDED:
        stages = [g.first for g in groups if at + LEAST <= g.first <= at + MOST]
        at = max(stages, default=at + MOST)
        folds.append(at)
    return tuple(folds)
