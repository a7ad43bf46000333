"""Results: what commands found as pictures: cohorts, the frontier of pains, a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.maps.look import Look
from cjm.maps.render import file_of

if TYPE_CHECKING:
    from cjm.compare.history_rows import History
    from cjm.data.reviews.feedback import Feedback
    from cjm.data.sales.segmentation import Segmentation


def render_cohorts(
    found: Segmentation, format: str = "svg", language: str = "en", theme: str | None = None
) -> bytes:
    """The heat map of cohorts: who comes back, month by month.

    Args:
        found: What `cjm.segment` gives.
        format: svg, html, png or pdf.
        language: en or ru.
        theme: light, dark or print; by default light, and an HTML page follows its reader's
            system.

    Returns:
        The file's content.

    Raises:
        UsageError: There is no such format or theme.
    """
    from cjm.maps.content.cohorts import heat_map_of
    from cjm.maps.views.cohorts import draw

    return file_of(draw(heat_map_of(found, language)), Look(theme=theme), format)


def render_pains(
    found: Feedback, format: str = "svg", language: str = "en", theme: str | None = None
) -> bytes:
    """Topics by how often and how badly, and the frontier of those that hurt most.

    Takes, returns and raises what `render_cohorts` does, of what `cjm.feedback` gives.
    """
    from cjm.maps.content.pains import pains_of
    from cjm.maps.views.pains import draw

    return file_of(draw(pains_of(found, language)), Look(theme=theme), format)


def render_history(
    found: History, format: str = "svg", language: str | None = None, theme: str | None = None
) -> bytes:
    """C of each touchpoint over time: moments of truth named, the others pale.

    `language` is by default the journey's. Takes, returns and raises otherwise what
    `render_cohorts` does, of what `cjm.history` gives.
    """
    from cjm.maps.content.timeline import timeline_of
    from cjm.maps.views.timeline import draw

    content = timeline_of(found, language or found.journey.language)
    return file_of(draw(content), Look(theme=theme), format)
