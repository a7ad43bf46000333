"""The search over everything: an index that is fetched when a reader first searches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.i18n import say, translate
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Page, Site
from cjm.site.navigation import NAVIGATION, TITLES
from cjm.site.templating import Words, for_script


def pages(site: Site) -> Iterator[Page]:
    """One script with the index."""
    frame, words = site.frame, Words(site.frame.language)
    kind = translate(say("Report"), frame.language)
    rows: list[dict[str, Any]] = [
        {"title": (title := translate(TITLES[name], frame.language)), "kind": kind, "url": url}
        for name, url in (*NAVIGATION, *frame.results)
    ]
    journey = translate(say("Journey"), frame.language)
    for entry in site.entries:
        address = addresses.journey(entry.stem)
        title = entry.data.get("title") or entry.data["id"]
        state = entry.data.get("state")
        rows.append(
            {
                "title": f"{title} ({words.term('to-be')})" if state == "to-be" else title,
                "kind": journey,
                "url": addresses.at(address),
                "text": entry.data["file"],
            }
        )
        for point in Figures(entry.data).points if entry.readable else ():
            rows.append(
                {
                    "title": point["title"],
                    "kind": title,
                    "url": addresses.at(address, t=point["id"]),
                    "gap": words.signed(point),
                    "level": point["level"],
                    "text": point["owner"] or "",
                }
            )
    yield Page(
        f"../assets/search.{frame.language}.js", f"window.cjmIndex={for_script(rows)};\n".encode()
    )
