"""The negative moments of truth of all journeys, by what each takes from the balance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity, Share
from cjm.i18n.phrases import phrases
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Entry, Frame, Page, Site
from cjm.site.pages.listing import Listing, choices
from cjm.site.shown import shown_personas

ROWS = 100
"""How many moments a page holds."""
FILTERS = (
    ("persona", say("Persona")),
    ("channel", say("Channel")),
    ("stage", say("Stage")),
    ("owner", say("Owner")),
)
"""What moments can be filtered by; a persona is one that is disappointed there, too."""


def pages(site: Site) -> Iterator[Page]:
    """The moments, the greatest loss first."""
    found = [one for entry in site.as_is for one in _moments(entry, site.frame)]
    found.sort(key=lambda one: (one["impact"] or 0.0, one["journey"], one["title"]))
    for rank, one in enumerate(found, 1):
        one["rank"] = rank
    listing = Listing(site.frame, "moments", "moments", ROWS)
    yield from listing.pages(
        found,
        "moments-rows.html",
        "moments.html",
        title=_title(found),
        lead=_lead(found),
        filters=choices(found, FILTERS),
    )


def _moments(entry: Entry, frame: Frame) -> Iterator[dict[str, Any]]:
    data, figures = entry.data, Figures(entry.data)
    journey = data["title"] or data["id"]
    stages = {stage["id"]: stage for stage in data["stages"]}
    for id in figures.view["negative_moments_of_truth"]:
        point = figures.by_id[id]
        stage = stages.get(point["stage"], {})
        owner = point["owner"] or stage.get("owner") or data["owner"]
        title = stage.get("title") or point["stage"]
        yield {
            **point,
            "url": addresses.at(addresses.journey(entry.stem), t=id),
            "scale": data["scale"],
            "journey": journey,
            "stage": title,
            "owner": owner,
            "pain": next(iter(point["pains"]), None),
            "reached": reached(figures, point, frame.language),
            "improvements": improvements_of(data, id),
            "filters": _filters(data, point, title, owner),
        }


def improvements_of(data: Mapping[str, Any], touchpoint: str) -> list[Mapping[str, Any]]:
    """The improvements of a touchpoint that are still ahead: one that is kept is in the scores."""
    return [
        one for one in data["improvements"] if one["phase"] != "act" and touchpoint in _lifted(one)
    ]


def _lifted(improvement: Mapping[str, Any]) -> list[str]:
    return [lift["touchpoint"] for lift in improvement["lifts"]]


def reached(figures: Figures, point: Mapping[str, Any], language: str) -> Message | None:
    """The share of customers who come here, and how many that are where it is known.

    Args:
        figures: Those of the journey.
        point: The touchpoint.
        language: The language of the page.

    Returns:
        The sentence; None where nobody knows the share.
    """
    reach, customers = point["reach"], figures.view["customers"]
    if reach is None:
        return None
    share = Share(reach, "reach" in point["assumed"])
    if customers is None:
        return say("{share} come here", share=share)
    people = Quantity(round(customers["value"] * reach))
    if customers["per"] is None:
        return say("{share} come here, ≈ {people}", share=share, people=people)
    per = phrases(language)["per"][customers["per"]]
    return say("{share} come here, ≈ {people} {per}", share=share, people=people, per=per)


def _filters(
    data: Mapping[str, Any], point: Mapping[str, Any], stage: str | None, owner: str | None
) -> dict[str, list[str]]:
    channels = {channel["id"]: channel["title"] or channel["id"] for channel in data["channels"]}
    return {
        "persona": [
            persona["name"] or persona["id"]
            for persona in shown_personas(data)
            if point["id"] in data["views"][persona["id"]]["negative_moments_of_truth"]
        ],
        "channel": [channels.get(id, id) for id in point["channels"]],
        "stage": [stage] if stage else [],
        "owner": [owner] if owner else [],
    }


def _title(found: Sequence[Mapping[str, Any]]) -> Message:
    if not found:
        return say("No negative moments of truth")
    return say("{n} negative {n:moment|moments} of truth", n=len(found))


def _lead(found: Sequence[Mapping[str, Any]]) -> list[Message]:
    if not found:
        return [say("Nowhere that matters does the average customer get less than expected.")]
    told = [
        say(
            "Here opinions are made, and the customer gets less than expected. "
            "In the order of what each takes from the balance of the average customer."
        )
    ]
    if unmended := sum(not one["improvements"] for one in found):
        told.append(say("No improvement is planned for {n} of them.", n=unmended))
    return told
