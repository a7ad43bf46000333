"""The journey: what it comes to, its map, its touchpoints, and what is wrong in its file."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Page
from cjm.site.journeys import JourneyEntry


def pages(entry: JourneyEntry) -> Iterator[Page]:
    """The page of a journey; of one that cannot be read, the findings that say why."""
    address = addresses.journey(entry.stem)
    data = entry.data
    title = data.get("title") or data["id"]
    figures = Figures(data) if entry.readable else None
    maps = [entry.picture(view="graph")] if entry.readable else []
    yield entry.frame.page(
        address, "journey.html", data=data, title=title, figures=figures, maps=maps
    )
