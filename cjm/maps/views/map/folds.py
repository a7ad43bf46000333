"""Folds: where on a wide sheet the lanes' names stand again, and how wide a paper wants it."""

from __future__ import annotations

from cjm.maps.content.sheet.model import Group
from cjm.tuples import NamedTuple

UNFOLDED = 18
"""As many columns still stand on one sheet of A3."""
MOST, LEAST = 16, 8
"""Columns from one place with names to the next: a new stage is a better place than the middle
of one."""


class Fit(NamedTuple):
    """How a sheet is made for where it is read.

    It is at least so wide and, if its curve can fill it, so high; a header is at most as wide as
    `reading`. Up to `unfolded` columns stand side by side, else names stand again after `least`
    to `most` of them.
    """

    width: float
    height: float
    reading: float
    unfolded: int
    most: int
    least: int


SCREEN = Fit(1754, 1240, 2600, UNFOLDED, MOST, LEAST)
"""Screens and walls: in the proportions of A3."""
FITS = {"a4": Fit(1180, 800, 1180, 7, 7, 4), "a3": Fit(1700, 1170, 1700, 11, 11, 6)}
"""Pages on which the smallest text has 8 points: what the paper holds at that size, without its
margins, the footer and what two pages both show."""


def fit_of(paper: str) -> Fit:
    """How a sheet is made for a paper; for screens where none, or any, is chosen."""
    return FITS.get(paper, SCREEN)


def folds_of(groups: tuple[Group, ...], fit: Fit = SCREEN) -> tuple[int, ...]:
    """The columns before which the names are repeated, none where the sheet is narrow."""
    count = groups[-1].end if groups else 0
    folds: list[int] = []
    at = 0
    while count - at > fit.unfolded:
        stages = [g.first for g in groups if at + fit.least <= g.first <= at + fit.most]
        at = max(stages, default=at + fit.most)
        folds.append(at)
    return tuple(folds)
