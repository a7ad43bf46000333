"""Sheets of paper for a map that was made for them: each begins with the names of the rows.

Nothing need be laid together: a page ends between rows, the next shows the heads of its stages
again. The rows of a stretch of columns are shared out evenly over as few pages as hold them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cjm.maps.writers.pdf.cuts import LEADING, cuts
from cjm.maps.writers.pdf.items import Box, Items
from cjm.tuples import NamedTuple

BESIDE = 20.0
"""So far left of the names a page begins."""
ABOVE = 10.0
"""So far above the map, and below the last thing on it, is a page's edge."""
COVER = 0.4
"""What stands above the map and fills so much of a page has one of its own."""
STEPS = 40
"""Heights of pages that are tried, to find the least that holds the rows on as few."""

Weighed = tuple[Box, float]
"""What is not to be cut through, and how bad it would be."""


class Strip(NamedTuple):
    """What one page shows: a part of the map and, above it, the heads of its stages again."""

    part: Box
    column: int
    row: int
    head: Box | None = None


def sheets_of(
    shown: Items, weighed: Iterable[Weighed], heads: Box | None, height: float
) -> tuple[Strip, ...]:
    """The pages of a map that was laid out for the paper, in the map's units."""
    boxes = list(weighed)
    edges = [0.0, *(fold - BESIDE for fold in shown.folds), shown.width]
    begin = heads.top if heads else min((card.top for card in shown.cards), default=0.0)
    begin = max(0.0, begin - ABOVE)
    strips: list[Strip] = []
    for column, (left, right) in enumerate(pairwise(edges)):
        beside = [(b, cost) for b, cost in boxes if b.right > left and b.left < right]
        end = max((b.bottom for b, _ in beside), default=shown.height) + ABOVE
        rows = _rows(begin, min(end, shown.height), heads, height, beside, first=not column)
        for row, (top, bottom) in enumerate(pairwise(rows)):
            again = heads and top >= heads.bottom
            head = heads._replace(left=left, right=right) if heads and again else None
            strips.append(Strip(Box(left, top, right, bottom), column, row, head))
    return tuple(strips)


def _rows(
    begin: float,
    end: float,
    heads: Box | None,
    height: float,
    beside: list[Weighed],
    first: bool,
) -> list[float]:
    """Where the pages of a stretch of columns begin and end; above the first one is the title."""
    if not first:
        return _evenly(begin, end, heads, height, beside)
    if begin < COVER * height:
        return _evenly(0.0, end, heads, height, beside)
    above = _evenly(0.0, begin, None, height, beside)
    return [*above[:-1], *_evenly(begin, end, heads, height, beside)]


def _evenly(
    top: float, bottom: float, heads: Box | None, height: float, beside: list[Weighed]
) -> list[float]:
    """The cuts of as few pages as hold it, none of them higher than it must be."""
    again = heads.bottom - heads.top if heads else 0.0
    rows = [(b.top - LEADING - top, b.bottom + LEADING - top, cost) for b, cost in beside]

    def of(room: float) -> list[float]:
        return [top + y for y in cuts(bottom - top, room, 0.0, rows, room - again)]

    best = of(height)
    for step in range(1, STEPS):
        tried = of(again + (height - again) * (1 - step / STEPS))
        if len(tried) > len(best):
            break
        best = tried
    return best
