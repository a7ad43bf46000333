"""What the tests ask a map sheet: its columns, its lanes, its curves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from picture_probe import Corner, Part, Picture, Text

from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import TextRun

HIGHEST = 100
"""No line of text is so high."""


def lanes_of(shown: Picture) -> list[str]:
    """The names of the rows, from top to bottom, by their place at the left margin."""
    (part,) = shown.groups("map")
    names = [n for n in part.group.children if isinstance(n, TextRun) and n.x == 40]
    rows: list[str] = []
    last = -100.0
    for run in sorted(names, key=lambda n: n.y):
        if run.y - last < 18 and rows:
            rows[-1] += " " + run.text
        else:
            rows.append(run.text)
        last = run.y
    return rows


def columns_of(shown: Picture) -> dict[str, Box]:
    """The column of each touchpoint."""
    return {str(part.data["touchpoint"]): part.box for part in shown.groups("touchpoint")}


def nodes_of(curve: Part) -> list[Corner]:
    """The points that the lines of a curve run through, areas and hatching left out."""
    lines = (p for p in curve.paths if p.fill is None and "V" not in p.letters)
    return [corner for line in lines for corner in line.corners]


def overlapping(texts: list[Text]) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other, the upper one first."""
    ordered = by_height(texts)
    return [
        (text.text, other.text)
        for place, text in enumerate(ordered)
        for other in over(text.box, ordered, place + 1)
    ]


def by_height(texts: list[Text]) -> list[Text]:
    """Texts from the top down: a sheet is a thousand lines high and few columns wide."""
    return sorted(texts, key=lambda text: text.box.y)


def over(area: Box, ordered: list[Text], first: int = 0) -> Iterator[Text]:
    """Texts that lie over an area, of those `by_height` from the `first` on."""
    start = max(first, bisect_left(ordered, area.y - HIGHEST, key=lambda text: text.box.y))
    for text in islice(ordered, start, None):
        if text.box.y > area.bottom:
            return
        if text.box.overlaps(area, -0.6):
            yield text
