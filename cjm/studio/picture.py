"""The picture of a text: its map for the middle of a page, and where its touchpoints stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from cjm.edits.anatomy import Anatomy
from cjm.errors import InvalidJourneyError
from cjm.format import as_id
from cjm.i18n import say
from cjm.studio.surroundings import Surroundings, assessed
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.source import Source

LAYOUTS_KEPT = 16
"""Most changes of a text leave its graph as it was laid out."""


class Picture(NamedTuple):
    """A map as SVG, and of each touchpoint where its entry begins and ends in the text."""

    svg: str
    ranges: dict[str, tuple[int, int]]


def picture(
    text: str,
    around: Surroundings,
    *,
    view: str = "graph",
    theme: str | None = None,
    persona: str | None = None,
    language: str | None = None,
) -> Picture:
    """The map of a text, without heading and legend.

    Args:
        text: What a journey's file holds, without a byte order mark.
        around: What it is read with.
        view: graph or map.
        theme: light, dark or print; by default the page's.
        persona: Whose scores are shown; by default everybody's.
        language: Of the words on it, en or ru; by default the journey's.

    Returns:
        SVG whose colours are CSS variables, as in the pages of a report, and the ranges.

    Raises:
        InvalidJourneyError: The text holds no journey that can be drawn; it has every finding.
        UsageError: There is no such view, theme, persona or language.
    """
    from cjm.maps.look import look_of
    from cjm.maps.refusals import refuse_unknown
    from cjm.maps.render import picture as scene_of
    from cjm.maps.writers.html import inline_svg
    from cjm.names import LANGUAGES, THEMES

    if theme is not None:
        refuse_unknown("theme", theme, THEMES)
    if language is not None:
        refuse_unknown("language", language, LANGUAGES)
    read = assessed(text, around)
    if read.journey is None:
        raise InvalidJourneyError(say("the text holds no journey that can be drawn"), read.faults)
    look = look_of(
        view=view, persona=persona, language=language, heading=False, legend=False,
        layout=_laid_out,
    )  # fmt: skip
    svg = inline_svg(scene_of(read.journey, look, around.rules.loaded.workspace), theme)
    assert read.source is not None
    return Picture(svg, dict(_ranges(read.source)))


@lru_cache(LAYOUTS_KEPT)
def _laid_out(dot: str) -> str:
    from cjm.system.graphviz import layout_program

    return layout_program()(dot)


def _ranges(source: Source) -> Iterator[tuple[str, tuple[int, int]]]:
    anatomy = Anatomy(source)
    node = source.node(("touchpoints",))
    for part in anatomy.parts(node) if node is not None and node.value else ():
        if part.key is not None and part.key.text is not None:
            yield as_id(part.key.text), (part.start, part.end)
