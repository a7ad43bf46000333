"""Pages: which part of a map goes on which sheet of paper, and at what scale."""

from itertools import compress, pairwise

from cjm.maps.writers.pdf.cuts import LEADING, cuts
from cjm.maps.writers.pdf.items import Box, Items, box_of
from cjm.maps.writers.pdf.sheets import sheets_of
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
FOLD, BEFORE = -400.0, 40.0
"""How good it is to cut left of repeated names, which then begin a page, and so near to them."""


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
    size = PAPERS[paper][-1]
    if paper != "auto" and shown.sheet:
        return Pages(size, least, _written(shown, _fitted(shown, size, least)))
    return _split(shown, size, least, max(least, LARGEST))


def _fitted(shown: Items, paper: tuple[float, float], scale: float) -> tuple[Page, ...]:
    """The pages of a map that was made for the paper: none of them runs on beside another."""
    _, height = _room(paper, FOOTER)
    weighed = _weighed(shown) + [(curve, CARD) for curve in shown.curves]
    strips = sheets_of(shown, weighed, _repeated(shown, height / scale), height / scale)
    return tuple(Page(s.part, s.column, s.row, True, True, s.head) for s in strips)


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
    weighed = [(b, CARD) for b in shown.cards] + _weighed(shown)
    weighed += [(b, BAND) for b in shown.bands]
    heads = _strip(shown)
    tried = []
    for step in range(25):
        scale = least * (most / least) ** (step / 24)
        room = (width / scale, height / scale, OVERLAP / scale)
        pages = _grid(_whole(shown), weighed, shown.folds, heads, *room)
        tried.append(Pages(paper, scale, pages))
    return min(tried, key=lambda p: (len(p.pages), -p.scale))


def _weighed(shown: Items) -> list[tuple[Box, float]]:
    """Lines of text, and how bad it is to cut through one."""
    return [(box_of(line), TEXT) for line in shown.lines]


def _repeated(shown: Items, height: float) -> Box | None:
    """What of the map later pages show again, where enough of a page is left beside it."""
    heads = _strip(shown)
    return heads if heads and heads.bottom - heads.top <= height / 3 else None


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
