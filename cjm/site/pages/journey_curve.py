"""The curve of C: one picture for each kind of customer and each path; the page shows one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.i18n import Message, say
from cjm.site.journeys import JourneyEntry
from cjm.site.pages.strips import CURVE, strips
from cjm.site.shown import shown_personas

PATHS = ("likely", "worst")
FITTING = 1400
"""A picture as wide as this is scaled to its page; a wider one is scrolled."""


def curve(entry: JourneyEntry) -> dict[str, Any]:
    """The context of `journey_curve.html`: `curve` is None where nothing is measured."""
    pictures = list(_pictures(entry))
    if not pictures:
        return {"curve": None}
    return {
        "curve": {"title": pictures[0]["title"], "note": _note(entry), "pictures": pictures},
    }


def _pictures(entry: JourneyEntry) -> Iterator[dict[str, Any]]:
    """All customers on the likely path first: what is shown until something else is chosen."""
    personas = (None, *(persona["id"] for persona in shown_personas(entry.data)))
    for path in PATHS:
        known = [p for p in personas if path == "likely" or _has_worst(entry, p)]
        for persona, scene in zip(known, entry.curves(known, path), strict=False):
            yield {
                "persona": persona or "",
                "path": path,
                "title": scene.title,
                "wide": scene.width > FITTING,
                **strips(scene, CURVE, f"curve-{path}-{known.index(persona)}"),
            }


def _has_worst(entry: JourneyEntry, persona: str | None) -> bool:
    return entry.data["views"][persona or ""]["worst_path"] is not None


def _note(entry: JourneyEntry) -> Message:
    points = entry.data["views"][""]["touchpoints"]
    if all(point["gap"] is None for point in points):
        return say(
            "The line is one customer’s path, the likely one. Stems are touchpoints of other "
            "paths, as wide as the share of customers who come there."
        )
    return say(
        "The line is one customer’s path: the likely one, or the worst where that is chosen. "
        "Stems are touchpoints of other paths, as wide as the share of customers who come there. "
        "The steps are the balance."
    )
