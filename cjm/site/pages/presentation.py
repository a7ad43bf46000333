"""The presentation: a journey as slides, its verdict, its moments of truth, the plan's steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.i18n import say
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Page
from cjm.site.journeys import JourneyEntry
from cjm.site.pages.journey_curve import FITTING
from cjm.site.pages.journey_story import sign_of, story_of
from cjm.site.pages.moments import improvements_of, reached

FIGURES = ("balance", "disappointed", "success", "negatives")
"""What the first slide says in figures."""
MOST_STEPS = 8
"""How many steps of the plan one slide holds: they are read from the far end of a room."""
KEYS = (
    (("→", "Space", "PgDn"), say("next slide")),
    (("←", "PgUp"), say("previous slide")),
    (("Home", "End"), say("first and last slide")),
    (("1", "…", "9"), say("the slide of this number")),
    (("F",), say("full screen")),
    (("B", "."), say("black screen, and back")),
    (("Esc",), say("to the page of the journey")),
)
"""What a key does here, for those who ask with `?`."""


def pages(entry: JourneyEntry) -> Iterator[Page]:
    """The slides of a journey; of one that cannot be read there are none."""
    if not entry.readable:
        return
    data, story = entry.data, story_of(entry, "")
    curve = next(iter(entry.curves([None], "likely")), None)
    yield entry.frame.page(
        addresses.presentation(entry.stem),
        "presentation.html",
        data=data,
        title=data["title"] or data["id"],
        journey=_beside(entry),
        story=story,
        figures=[one for one in story["figures"] if one["name"] in FIGURES],
        curve=curve,
        wide=curve is not None and curve.width > FITTING,
        slides=[{"kind": "opening"}, *_moments(entry, story["reasons"]), *_plan(data)],
        page_keys=KEYS,
    )


def _beside(entry: JourneyEntry, **state: str) -> str:
    """The page of the journey, from the folder that it shares with its slides."""
    return addresses.at(addresses.journey(entry.stem).rpartition("/")[2], **state)


def _moments(entry: JourneyEntry, reasons: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The moments of truth: the greatest loss first, those that lose nothing last."""
    data, figures = entry.data, Figures(entry.data)
    negative = set(figures.view["negative_moments_of_truth"])
    found = [figures.by_id[id] for id in figures.view["moments_of_truth"]]
    stages = {one["id"]: one for one in data["stages"]}
    channels = {one["id"]: one["title"] or one["id"] for one in data["channels"]}
    for point in sorted(found, key=lambda p: (p["id"] not in negative, p["impact"] or 0.0)):
        stage = stages.get(point["stage"], {})
        where = (stage.get("title") or point["stage"], channels.get(point["channel"]))
        yield {
            **point,
            "kind": "moment",
            "title": point["title"] or point["id"],
            "url": _beside(entry, t=point["id"]),
            "where": [one for one in where if one],
            "reasons": reasons.get(point["id"]),
            "reached": reached(figures, point, entry.frame.language),
            "owner": point["owner"] or stage.get("owner") or data["owner"],
            "improvements": improvements_of(data, point["id"]),
        }


def _plan(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The best balance for each sum of money, from today's on; without a choice there is none."""
    plan = (data["plan"] or {}).get("balance")
    if plan is None or len(plan["frontier"]) < 2:
        return
    titles = {one["id"]: one["title"] or one["id"] for one in data["improvements"]}
    steps = [
        {
            **step,
            "sign": sign_of(step["value"]),
            "titles": [titles[id] for id in step["improvements"]],
        }
        for step in plan["frontier"]
    ]
    for first in range(0, len(steps), MOST_STEPS):
        yield {"kind": "plan", "steps": steps[first : first + MOST_STEPS]}
