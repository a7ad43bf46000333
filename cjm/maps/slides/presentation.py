"""A journey as a presentation: the graph, the map, the moments of truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.design.themes import Theme
from cjm.maps.content.model import Diagram
from cjm.maps.slides.deck import Deck
from cjm.maps.slides.graph import add_graph
from cjm.maps.slides.moments import add_moments
from cjm.maps.slides.sheet import add_sheet
from cjm.maps.slides.words import WORDS

if TYPE_CHECKING:
    from cjm.maps.content.sheet.model import Sheet
    from cjm.maps.views.graph.layout import Grid


def presentation_of(
    diagram: Diagram,
    grid: Grid,
    sheet: Sheet,
    theme: Theme,
    heading: bool = True,
    legend: bool = True,
) -> bytes:
    """The bytes of a PPTX: slides of native shapes that can be edited, figures in their notes.

    Args:
        diagram: What the graph says.
        grid: A column and a row for each of its cards.
        sheet: What the map says.
        theme: Gives its tokens their colours.
        heading: Whether the journey's figures stand beside the title.
        legend: Whether what colours mean stands below the graph.

    Raises:
        CjmError: python-pptx is not installed.
    """
    words = WORDS.get(diagram.language, WORDS["en"])
    deck = Deck(theme, diagram.header.title)
    add_graph(deck, diagram, grid, words, heading, legend)
    add_sheet(deck, sheet, words)
    add_moments(deck, sheet, words)
    return deck.saved()
