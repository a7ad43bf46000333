"""The picture of a text: its map for the middle of a page, and where its touchpoints stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cjm.edits.extents import extents
from cjm.errors import InvalidJourneyError
from cjm.format import as_id
from cjm.i18n import say
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.checking.assess import Assessment
    from cjm.journey import Journey
    from cjm.maps.content.model import Diagram

Layout = Callable[[str], str]
"""A layout engine: DOT in, Graphviz's json0 out."""
LAYOUTS_KEPT = 16
"""Most changes of a text leave its graph as it was laid out."""
GRAPHS_KEPT = 4
"""Reasons, owners, goals and comments are not on a graph: who writes them leaves it as it was."""


class Picture(NamedTuple):
    """A map as SVG, and of each touchpoint where its entry begins and ends in the text."""

    svg: str
    ranges: dict[str, tuple[int, int]]

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        return {"svg": self.svg, "ranges": {id: list(part) for id, part in self.ranges.items()}}


def picture(
    read: Assessment,
    *,
    view: str = "graph",
    theme: str | None = None,
    persona: str | None = None,
    language: str | None = None,
    layout: Layout | None = None,
) -> Picture:
    """The map of a text, without heading and legend.

    Args:
        read: The text, and what is known of it.
        view: graph or map.
        theme: light, dark or print; by default the page's.
        persona: Whose scores are shown; by default everybody's.
        language: Of the words on it, en or ru; by default the journey's.
        layout: What lays a graph out, by default the program that comes with cjm.

    Returns:
        SVG whose colours are CSS variables, as in the pages of a report, and the ranges.

    Raises:
        InvalidJourneyError: The text holds no journey that can be drawn; it has every finding.
        UsageError: There is no such view, theme, persona or language.
    """
    from cjm.maps.look import look_of
    from cjm.maps.refusals import refuse_unknown
    from cjm.maps.render import diagram_of
    from cjm.maps.render import picture as scene_of
    from cjm.maps.writers.html import inline_svg
    from cjm.names import LANGUAGES, THEMES

    if theme is not None:
        refuse_unknown("theme", theme, THEMES)
    if language is not None:
        refuse_unknown("language", language, LANGUAGES)
    journey = drawable(read)
    held = read.analysis  # so that the figures of the picture are those of the text
    look = look_of(
        view=view, persona=persona, language=language, heading=False, legend=False,
        layout=layout or _laid_out,
    )  # fmt: skip
    if view == "graph":
        svg = _graph(diagram_of(journey, look, read.workspace), look.layout or _laid_out, theme)
    else:
        svg = inline_svg(scene_of(journey, look, read.workspace), theme)
    del held
    return Picture(svg, ranges_of(read))


def drawable(read: Assessment) -> Journey:
    """The journey of a text. Raises InvalidJourneyError, with every finding, where it has none."""
    if read.journey is None:
        raise InvalidJourneyError(say("the text holds no journey that can be drawn"), read.faults)
    return read.journey


def ranges_of(read: Assessment) -> dict[str, tuple[int, int]]:
    """Where the entry of each touchpoint begins and ends in a text."""
    assert read.source is not None
    found = extents(read.source, "touchpoints")
    return {as_id(name): stretch for name, stretch in found.items()}


@lru_cache(GRAPHS_KEPT)
def _graph(diagram: Diagram, layout: Layout, theme: str | None) -> str:
    """The picture of a graph, without heading and legend."""
    from cjm.maps.look import look_of
    from cjm.maps.render import graph_of
    from cjm.maps.writers.html import inline_svg

    look = look_of(heading=False, legend=False, layout=layout)
    return inline_svg(graph_of(diagram, look), theme)


@lru_cache(LAYOUTS_KEPT)
def _laid_out(dot: str) -> str:
    from cjm.system.graphviz import layout_program

    return layout_program()(dot)
