"""Pages: which part of a map goes on which sheet of paper, and at what scale."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import compress, pairwise

from cjm.maps.writers.pdf.items import Box, Items, box_of
from cjm.tuples import NamedTuple

A4, A3 = (841.89, 595.28), (1190.55, 841.89)
"""Landscape, in points."""
PAPERS = {"auto": (A4, A3), "a4": (A4,), "a3": (A3,)}
MARGIN, FOOTER, OVERLAP = 20.0, 18.0, 14.0
"""In points: around a page, for its number, and what two neighbours both show."""
LEAST_TEXT = {"auto": 5.4, "a4": 8.0, "a3": 8.0}
"""The smallest text, in points: what good eyes can read, and what everybody can on a paper that
was chosen, as it is to be printed."""
LARGEST = 1.0
"""Points per unit on several sheets: text as large as on screens needs no more."""
CARD, TEXT, BAND = 1000.0, 10.0, 3.0
"""How bad it is to cut through each."""
LEADING = 4.0
"""So near above and below a text no page ends: the lines of a paragraph stay together."""
FOLD, BEFORE = -400.0, 40.0
"""How good it is to cut left of repeated names, which then begin a page, and so near to them."""
_EARLIEST, _AIR = 0.55, 4.0
"""A page is filled at least so far before a better place for the cut is preferred; and the map's
units that are left empty beside a cut, where there is room."""


class Page(NamedTuple):
    """One sheet of paper: a part of the map, in the map's units, and its place among all.

    `head` is what of the stages' heads stands above the part once more, where they are on an
    earlier sheet.
    """

    part: Box
    column: int
    row: int
    last_column: bool
    last_row: bool
    head: Box | None = None

    @property
    def head_height(self) -> float:
        """How far below the top of the paper's room the part begins, in the map's units."""
        return self.head.bottom - self.head.top if self.head else 0.0


class Pages(NamedTuple):
    """All sheets of a map: paper in points, points per unit of the map."""

    paper: tuple[float, float]
    scale: float
    pages: tuple[Page, ...]


def pages_of(shown: Items, paper: str) -> Pages:
    """The smallest of the papers where one page can be read; else several of the largest."""
    smallest = min((line.size for line in shown.lines), default=12)
    least = LEAST_TEXT[paper] / smallest
    for size in PAPERS[paper]:
        width, height = _room(size)
        scale = min(width / shown.width, height / shown.height)
        if scale >= least:
            return Pages(size, scale, (Page(_whole(shown), 0, 0, True, True),))
    # A sheet that has its names on each page of the paper has them where text is so small.
    fitted = paper != "auto" and bool(shown.folds)
    split = _split(shown, PAPERS[paper][-1], least, least if fitted else max(least, LARGEST))
    return split._replace(pages=_written(shown, split.pages)) if fitted else split


def _written(shown: Items, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages on which anything is written: below a head nothing need stand beside it."""
    centers = [((b.left + b.right) / 2, (b.top + b.bottom) / 2) for b in map(box_of, shown.lines)]
    return tuple(
        page
        for page in pages
        if any(
            page.part.left <= x <= page.part.right and page.part.top <= y <= page.part.bottom
            for x, y in centers
        )
    )


def _split(shown: Items, paper: tuple[float, float], least: float, most: float) -> Pages:
    """As few pages as can be read and, with so many, as large as possible."""
    width, height = _room(paper, FOOTER)
    texts = tuple(box_of(line) for line in shown.lines)
    weighed = [(b, CARD) for b in shown.cards] + [(b, TEXT) for b in texts]
    weighed += [(b, BAND) for b in shown.bands]
    heads = _strip(shown)
    tried = []
    for step in range(25):
        scale = least * (most / least) ** (step / 24)
        room = (width / scale, height / scale, OVERLAP / scale)
        pages = _grid(_whole(shown), weighed, shown.folds, heads, *room)
        tried.append(Pages(paper, scale, pages))
    return min(tried, key=lambda p: (len(p.pages), -p.scale))


def _grid(
    whole: Box,
    boxes: list[tuple[Box, float]],
    folds: tuple[float, ...],
    heads: Box | None,
    width: float,
    height: float,
    overlap: float,
) -> tuple[Page, ...]:
    """The map in columns of pages; rows run through where they cut no card, else by column."""
    sides = [(b.left, b.right, cost) for b, cost in boxes]
    sides += [(fold - BEFORE, fold - 2, FOLD) for fold in folds]
    xs = cuts(whole.right, width, overlap, sides)
    heights = [(b.top - LEADING, b.bottom + LEADING, c) for b, c in boxes]
    if heads and heads.bottom - heads.top > height / 3:
        heads = None  # the rest of a page would be too little
    below = height - (heads.bottom - heads.top if heads else 0)
    through = cuts(whole.bottom, height, overlap, heights, below)
    aligned = not any(b.top < y < b.bottom for b, c in boxes if c == CARD for y in through)
    pages = []
    for column, (left, right) in enumerate(pairwise(xs)):
        beside = [b.right > left and b.left < right for b, _ in boxes]
        inside = list(compress(heights, beside))
        ys = through if aligned else cuts(whole.bottom, height, overlap, inside, below)
        for row, (top, bottom) in enumerate(pairwise(ys)):
            last_column, last_row = right == whole.right, bottom == whole.bottom
            part = Box(
                left,
                top,
                right if last_column else right + overlap,
                bottom if last_row else bottom + overlap,
            )
            head = None
            if heads and part.top >= heads.bottom:
                head = heads._replace(left=left, right=part.right)
            pages.append(Page(part, column, row, last_column, last_row, head))
    return tuple(pages)


def cuts(
    end: float,
    room: float,
    overlap: float,
    boxes: Iterable[tuple[float, float, float]],
    later: float | None = None,
) -> list[float]:
    """Where to cut 0 to `end` into parts of at most `room`: where the least is cut through.

    After the first the parts have the room `later`, where something is repeated beside them.
    `boxes` are (from, to, cost); of equal places the last is taken, so that parts are long.
    """
    costs = _costs(boxes)
    places = [0.0]
    while end - places[-1] > room + 1e-6:
        most = places[-1] + room - overlap
        least = places[-1] + (room - overlap) * _EARLIEST
        inside = [
            (cost, -min(right, most), max(left, least))
            for left, right, cost in costs
            if right > least and left < most
        ]
        _, right, left = min(inside, default=(0.0, -most, most))
        # The middle of a gap, or so near its end that what both pages show is just empty.
        places.append(max((left - right) / 2, -right - overlap - _AIR))
        room = room if later is None else later
    return [*places, end]


def _costs(boxes: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """The line in stretches (from, to, cost), from end to end."""
    changes: defaultdict[float, float] = defaultdict(float)
    for left, right, cost in boxes:
        changes[left] += cost
        changes[right] -= cost
    stretches, cost, before = [], 0.0, -1e9
    for place in sorted(changes):
        stretches.append((before, place, round(cost, 6)))
        cost, before = cost + changes[place], place
    return [*stretches, (before, 1e9, 0.0)]


def _room(paper: tuple[float, float], footer: float = 0) -> tuple[float, float]:
    return paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN - footer


def _strip(shown: Items) -> Box | None:
    """The strip that the heads of all stages stand in."""
    if not shown.heads:
        return None
    top, bottom = min(b.top for b in shown.heads), max(b.bottom for b in shown.heads)
    return Box(0, top, shown.width, bottom)


def _whole(shown: Items) -> Box:
    return Box(0, 0, shown.width, shown.height)
