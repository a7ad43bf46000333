"""Changed: the graph of a journey's new state, with what changed marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.maps.look import Look
from cjm.maps.render import file_of, graph_of

if TYPE_CHECKING:
    from cjm.compare.journeys import JourneyDifference


def render_changes(
    difference: JourneyDifference,
    format: str = "svg",
    language: str | None = None,
    theme: str | None = None,
) -> bytes:
    """The graph of the new state: what is new, gone, better, worse or renamed is marked.

    Args:
        difference: What differs between two states of a journey: one of `cjm.diff`'s.
        format: svg, html, png or pdf.
        language: en or ru; by default the new state's own.
        theme: light, dark or print; by default light, and an HTML page follows its reader's
            system.

    Returns:
        The file's content.

    Raises:
        UsageError: There is no such format or theme.
    """
    from cjm.maps.content.changes import diagram_of

    look = Look(theme=theme)
    return file_of(graph_of(diagram_of(difference, language), look), look, format)
