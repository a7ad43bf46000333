"""The search over everything: an index that is fetched when a reader first searches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.i18n import say, translate
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Entry, Page, Site
from cjm.site.navigation import NAVIGATION, TITLES
from cjm.site.shown import shown_personas
from cjm.site.templating import Words, for_script

Row = dict[str, Any]


def pages(site: Site) -> Iterator[Page]:
    """One script with the index: pages, journeys, their touchpoints with C, their personas."""
    rows = [*_report(site), *(row for entry in site.entries for row in _journey(entry, site))]
    index = f"window.cjmIndex={for_script(rows)};\n"
    yield Page(f"../assets/search.{site.frame.language}.js", index.encode())


def _report(site: Site) -> Iterator[Row]:
    kind = translate(say("Report"), site.frame.language)
    for name, url in (*NAVIGATION, *site.frame.results):
        yield {"title": translate(TITLES[name], site.frame.language), "kind": kind, "url": url}


def _journey(entry: Entry, site: Site) -> Iterator[Row]:
    data, words = entry.data, Words(site.frame.language)
    address, title = addresses.journey(entry.stem), data.get("title") or data["id"]
    named = f"{title} ({words.term('to-be')})" if data.get("state") == "to-be" else title
    kind = translate(say("Journey"), site.frame.language)
    yield {"title": named, "kind": kind, "url": addresses.at(address), "text": data["file"]}
    for persona in shown_personas(data):
        yield {
            "title": persona["name"] or persona["id"],
            "kind": named,
            "url": addresses.at(addresses.persona(entry.stem, persona["id"])),
            "text": translate(say("Persona"), site.frame.language),
        }
    for point in Figures(data).points if entry.readable else ():
        yield {
            "title": point["title"],
            "kind": named,
            "url": addresses.at(address, t=point["id"]),
            "gap": words.signed(point),
            "level": point["level"] or "unmeasured",
            "text": point["owner"] or "",
        }
