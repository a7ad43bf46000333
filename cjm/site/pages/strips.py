"""A picture too long for paper, cut into strips that can be read, each with the rows' labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from cjm.site.journeys import SizedPicture
from cjm.tuples import NamedTuple


class Cut(NamedTuple):
    """How a kind of picture is cut, in units of its drawing."""

    longest: float
    """How long a strip is at most: its text is still read when this is as wide as the paper."""
    labels: float
    """Where the labels of the rows end; they stand before each strip."""
    column: float
    """What strips have in common, so that each touchpoint is whole in one of them."""


SHEET, CURVE = Cut(1800, 165, 130), Cut(1400, 117, 110)


def strips(picture: SizedPicture, cut: Cut, name: str) -> dict[str, Any]:
    """What a template needs to show a picture on a screen and to print it.

    Args:
        picture: A sheet, or a curve by itself.
        cut: How it is cut.
        name: An id for it on its page; the strips show it again, and take no room of their own.

    Returns:
        `svg`, the picture, and `strips`, none where it is no longer than one.
    """
    if picture.width <= cut.longest:
        return {"svg": picture.svg, "strips": []}
    svg = Markup(str(picture.svg).replace("<svg ", f'<svg id="{name}" ', 1))
    return {"svg": svg, "strips": list(_strips(picture, cut, name))}


def _strips(picture: SizedPicture, cut: Cut, name: str) -> Iterator[Markup]:
    room, high, start = cut.longest - cut.labels, picture.height, cut.labels
    again = f'<use href="#{name}"/></svg>'
    while True:
        first = min(start, picture.width - room)
        yield Markup(
            f'<svg class="slip" viewBox="0 0 {cut.longest:g} {high:g}" aria-hidden="true">'
            f'<svg width="{cut.labels:g}" height="{high:g}"'
            f' viewBox="0 0 {cut.labels:g} {high:g}">{again}'
            f'<svg x="{cut.labels:g}" width="{room:g}" height="{high:g}"'
            f' viewBox="{first:g} 0 {room:g} {high:g}">{again}</svg>'
        )
        if first + room >= picture.width:
            return
        start = first + room - cut.column
