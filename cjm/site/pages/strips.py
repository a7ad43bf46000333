"""A picture too long for paper, cut into strips that can be read, each with the rows' labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup, escape

from cjm.maps.content.words import words_of
from cjm.maps.scene.text import cleaned, shortened, width_of, wrapped
from cjm.site.journeys import SizedPicture
from cjm.site.pages.picture_parts import StageHead, columns_of, heads_of, texts_of
from cjm.tuples import NamedTuple


class Cut(NamedTuple):
    """How a kind of picture is cut, in units of its drawing."""

    longest: float
    """How long a strip is at most: its text is still read when this is as wide as the paper."""
    labels: float
    """Where the labels of the rows end; they stand before each strip."""
    page: float = 0.0
    """How much wider than high a strip may be that has a page for itself; 0 where it shares one."""

    def longest_of(self, picture: SizedPicture) -> float:
        """How long a strip of a picture is at most; a high one leaves no page half empty."""
        return max(self.longest, self.page * picture.height)


A4 = 277 / 186
"""How much wider than high the room of a turned page is."""
SHEET, CURVE = Cut(1800, 165, page=1.2 * A4), Cut(1400, 117)
"""A sheet is made smaller by a fifth rather than put on two pages that it half fills."""
PAD = 8.0
"""Between the edges of a head and what is written in it."""
PITCH = 1.25
"""Between the lines of a title, in sizes of its letters."""
BETTER = 0.15
"""So much of a strip is left empty where it then ends with a stage."""


def strips(picture: SizedPicture, cut: Cut, name: str) -> dict[str, Any]:
    """What a template needs to show a picture on a screen and to print it.

    Args:
        picture: A sheet, or a curve by itself.
        cut: How it is cut.
        name: An id for it on its page; the strips show it again, and take no room of their own.

    Returns:
        `svg`, the picture, and `strips`, none where it is no longer than one.
    """
    if picture.width <= cut.longest_of(picture):
        return {"svg": picture.svg, "strips": []}
    svg = Markup(str(picture.svg).replace("<svg ", f'<svg id="{name}" ', 1))
    return {"svg": svg, "strips": list(_strips(picture, cut, name))}


def _strips(picture: SizedPicture, cut: Cut, name: str) -> Iterator[Markup]:
    high, shown = picture.height, f'<use href="#{name}"/>'
    heads, parts = heads_of(picture.scene), spans(picture, cut)
    wide = cut.labels + max(right - left for left, right in parts)
    for left, right in parts:
        room = right - left
        own = "".join(_head(h, left, right, picture.scene.language) for h in heads)
        yield Markup(
            f'<svg class="slip" viewBox="0 0 {wide:g} {high:g}" aria-hidden="true">'
            f'<svg width="{cut.labels:g}" height="{high:g}"'
            f' viewBox="0 0 {cut.labels:g} {high:g}">{shown}</svg>'
            f'<svg x="{cut.labels:g}" width="{room:g}" height="{high:g}"'
            f' viewBox="{left:g} 0 {room:g} {high:g}">{shown}{own}</svg></svg>'
        )


def spans(picture: SizedPicture, cut: Cut) -> list[tuple[float, float]]:
    """From where to where each strip shows the picture: whole columns, about as many in each.

    A strip ends with a stage where one ends nearby, and in no text that runs over columns, if
    there is a column that ends in none.
    """
    columns, texts = columns_of(picture.scene, cut.labels), texts_of(picture.scene)
    stages = {round(head.right) for head in heads_of(picture.scene)}
    room, last, first = cut.longest_of(picture) - cut.labels, len(columns) - 1, 0
    found: list[tuple[float, float]] = []
    while first <= last:
        left = columns[first].left
        fitting = [n for n in range(first, last + 1) if columns[n].right - left <= room] or [first]
        if fitting[-1] < last:
            count = -(-(columns[last].right - left) // room)
            wanted = left + (columns[last].right - left) / count
            whole = [n for n in fitting if not _crossed(columns[n].right, texts)] or fitting
            end = min(whole, key=lambda n: _badness(columns[n].right, wanted, room, stages))
        else:
            end = last
        found.append((left, columns[end].right))
        first = end + 1
    return found


def _badness(edge: float, wanted: float, room: float, stages: set[int]) -> float:
    """How far from even parts a strip ends; less where a stage ends with it."""
    ends = any(abs(edge - stage) < PAD for stage in stages)
    return abs(edge - wanted) - BETTER * room * ends


def _crossed(edge: float, texts: Sequence[Any]) -> bool:
    return any(text.left < edge < text.right for text in texts)


def _head(head: StageHead, left: float, right: float, language: str) -> str:
    """What a strip writes over the head of a stage that it holds a part of; as a rule nothing."""
    if head.right <= left or head.left >= right or (head.left >= left and head.right <= right):
        return ""
    begins = head.left >= left
    if begins and all(line.right <= right for line in head.lines):
        return ""
    start, end = max(head.left, left), min(head.right, right)
    kept = [line.left for line in head.lines if line.at_end and line.left > start]
    if head.right <= right and kept:
        end = min(kept) - PAD
    size = max((line.size for line in head.lines if line.bold), default=13.0)
    lines = _lines(head, end - start - 2 * PAD, size, begins, language)
    ground = f'x="{start:g}" y="{head.top:g}" width="{end - start:g}"'
    pitch, y = size * PITCH, head.top + (22.0 if len(lines) * size < head.bottom - head.top else 0)
    written = "".join(
        f'<text x="{start + PAD:g}" y="{y + n * pitch:g}" font-size="{size:g}" font-weight="700"'
        f' fill="var(--cjm-ink)">{escape(cleaned(line))}</text>'
        for n, line in enumerate(lines)
    )
    high = head.bottom - head.top
    return f'<rect {ground} height="{high:g}" fill="var(--cjm-band-head)"/>{written}'


def _lines(
    head: StageHead, room: float, size: float, begins: bool, language: str
) -> tuple[str, ...]:
    """The title once more in the lines that the head has room for, and that it goes on."""
    told = head.title
    if not begins:
        mark = words_of(language).continued
        least = room - width_of(" " + mark, size, bold=True)
        told = f"{shortened(told.removesuffix(mark).rstrip(), least, size, bold=True)} {mark}"
        return (told,)
    most = max(1, int((head.bottom - head.top - PAD) // (size * PITCH)))
    lines = wrapped(told, (room,), size, bold=True)
    return tuple(lines[:most])
