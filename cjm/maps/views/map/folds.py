"""Folds: where on a wide sheet the lanes' names stand again, and how wide a paper wants it."""

from __future__ import annotations

from itertools import pairwise

from cjm.maps.content.model import StageHead
from cjm.maps.content.sheet.model import Group
from cjm.maps.content.words import Words
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
    to `most` of them; on paper they are as many on each page as stages allow.
    """

    width: float
    height: float
    reading: float
    unfolded: int
    most: int
    least: int = 1


SCREEN = Fit(1754, 1240, 2600, UNFOLDED, MOST, LEAST)
"""Screens and walls: in the proportions of A3."""
FITS = {"a4": Fit(1180, 800, 1180, 7, 7), "a3": Fit(1700, 1170, 1700, 11, 11)}
"""Pages on which the smallest text has 8 points: what the paper holds at that size, without its
margins, the footer and what two pages both show."""


def fit_of(paper: str) -> Fit:
    """How a sheet is made for a paper; for screens where none, or any, is chosen."""
    return FITS.get(paper, SCREEN)


def folds_of(groups: tuple[Group, ...], fit: Fit = SCREEN) -> tuple[int, ...]:
    """The columns before which the names are repeated, none where the sheet is narrow."""
    count = groups[-1].end if groups else 0
    if fit != SCREEN:
        return _evenly(groups, count, fit.most)
    folds: list[int] = []
    at = 0
    while count - at > fit.unfolded:
        stages = [g.first for g in groups if at + fit.least <= g.first <= at + fit.most]
        at = max(stages, default=at + fit.most)
        folds.append(at)
    return tuple(folds)


def parted(groups: tuple[Group, ...], folds: tuple[int, ...], words: Words) -> tuple[Group, ...]:
    """The groups, those that folds run through in parts: each has a head of its own.

    What a stage is for, and what it adds to the balance, stands in the first.
    """
    parts = []
    for group in groups:
        edges = [group.first, *(f for f in folds if group.first < f < group.end), group.end]
        stage = group.stage
        again = stage and StageHead(stage.id, f"{stage.title} {words.continued}")
        for first, end in pairwise(edges):
            parts.append(Group(first, end, stage if first == group.first else again))
    return tuple(parts)


PARTED = 9.0
"""Beginning a page within a stage is as bad as columns that are this far from even, squared."""


def _evenly(groups: tuple[Group, ...], count: int, most: int) -> tuple[int, ...]:
    """The folds of as few pages as hold the columns, as even as their stages allow."""
    pages = -(-count // most)
    stages = {group.first for group in groups}
    even = count / max(1, pages)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for page in range(1, pages + 1):
        ends = [count] if page == pages else range(page, count)
        best = {
            end: min(
                (cost + (end - at - even) ** 2 + PARTED * (at not in stages), (*folds, at))
                for at, (cost, folds) in best.items()
                if 0 < end - at <= most
            )
            for end in ends
            if any(0 < end - at <= most for at in best)
        }
    return best[count][1][1:] if count else ()
