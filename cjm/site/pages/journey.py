"""The journey: what it comes to, its map, its touchpoints, and what is wrong in its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.days import day_written
from cjm.site import addresses
from cjm.site.frame import Page
from cjm.site.journeys import JourneyEntry
from cjm.site.pages import journey_parts as parts
from cjm.site.pages.journey_data import page_data
from cjm.site.pages.journey_points import stages_of
from cjm.site.pages.journey_story import people_of, stories_of
from cjm.site.pages.journey_unread import unread_of
from cjm.site.pages.strips import SHEET, strips
from cjm.site.shown import shown_personas, shown_views

SCRIPTS = ("numbers", "what_if", "journey", "map", "panel", "curve", "plan", "downloads")
"""What makes the page live, in the order of its parts."""


def pages(entry: JourneyEntry) -> Iterator[Page]:
    """The page of a journey; of one that cannot be read, the findings that say why."""
    context = _readable(entry) if entry.readable else {"origin": [], "faults": unread_of(entry)}
    data = entry.data
    yield entry.frame.page(
        addresses.journey(entry.stem),
        "journey.html",
        data=data,
        title=data.get("title") or data["id"],
        readable=entry.readable,
        studio=_studio(entry) if entry.frame.edit else None,
        copy=entry.link_to_copy("../../") if entry.frame.copies else None,
        **context,
    )


def _studio(entry: JourneyEntry) -> str:
    """Where the journey is edited, from its page."""
    chosen = addresses.at("", file=entry.handle)
    return f"../../studio.html?language={entry.frame.language}{chosen}"


def _readable(entry: JourneyEntry) -> dict[str, Any]:
    data = entry.data
    stories, people = stories_of(entry), people_of(entry)
    reasons = {story["persona"]: story["reasons"] for story in stories}
    return {
        "origin": _origin(data, entry.frame.language),
        "states": states_of(entry, data["state"]),
        "present": addresses.presentation(entry.stem).rpartition("/")[2],
        "stories": stories,
        "people": people,
        "all_people": len(data["personas"]),
        "pictures": list(_pictures(entry)),
        "assumed": any(view["assumed"] for view in shown_views(data).values()),
        "stages": stages_of(entry, people, stories),
        "page_data": page_data(entry, reasons),
        "scripts": SCRIPTS,
        **_parts(entry),
    }


def _parts(entry: JourneyEntry) -> dict[str, Any]:
    """What stands below the map, on paper, and in the menu of downloads."""
    made = (parts.curve, parts.plan, parts.findings, parts.printed, parts.downloads)
    return {key: value for make in made for key, value in make(entry).items()}


def _origin(data: dict[str, Any], language: str) -> list[Message]:
    """Whose map it is, in which state of agreement, and of which day."""
    facts = []
    if data["owner"]:
        facts.append(say("owner: {name}", name=data["owner"]))
    if data["status"]:
        facts.append(say("status: {status}", status=data["status"]))
    if data["updated"]:
        facts.append(say("as of {day}", day=day_written(data["updated"], language)))
    return facts


def states_of(entry: JourneyEntry, here: str | None) -> list[dict[str, Any]]:
    """The states of the journey and both side by side, where both can be read.

    Args:
        entry: The journey in either state.
        here: The state whose page it is; None is both side by side.

    Returns:
        What the switch names; empty of a journey that has one state.
    """
    if entry.twin is None or not entry.twin.readable:
        return []
    stems = {one.data["state"]: one.stem for one in (entry, entry.twin)}
    found = [
        {"name": name, "url": _beside(addresses.journey(stems[state])), "here": state == here}
        for state, name in STATES
    ]
    both = _beside(addresses.comparison(stems["as-is"]))
    return [*found, {"name": say("Side by side"), "url": both, "here": here is None}]


STATES = (("as-is", say("as is")), ("to-be", say("to be")))


def _beside(address: str) -> str:
    """An address from another page of the same folder."""
    return addresses.at(address.rpartition("/")[2])


def _pictures(entry: JourneyEntry) -> Iterator[dict[str, Any]]:
    """The maps of the page: the graph of everybody first, then each persona's, then the sheet."""
    yield {"name": "graph", "svg": entry.picture(view="graph")}
    for persona in shown_personas(entry.data):
        svg = entry.picture(view="graph", persona=persona["id"])
        yield {"name": f"graph {persona['id']}", "svg": svg}
    yield {"name": "sheet", **strips(entry.sized(view="map"), SHEET, "sheet")}
