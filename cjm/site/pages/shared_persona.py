"""Personas of the workspace: each with all the journeys that it walks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.i18n import Message, say
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Page, Site
from cjm.site.pages.persona import PORTRAIT
from cjm.site.shown import shown_personas


def pages(site: Site) -> Iterator[Page]:
    """A page of each persona that the workspace declares and a journey has.

    The portrait is the workspace's: that of a journey which describes it otherwise is its own.
    """
    for persona in site.personas:
        rows = list(_rows(site, persona.id))
        if rows:
            written = ((title, getattr(persona, key)) for key, title in PORTRAIT)
            yield site.frame.page(
                addresses.shared_persona(persona.id),
                "shared_persona.html",
                name=persona.name or persona.id,
                portrait=[(title, texts) for title, texts in written if texts],
                rows=rows,
                lead=_lead([row["balance"] for row in rows]),
            )


def _lead(balances: list[float | None]) -> Message:
    """On how many journeys it loses, and of how many that is not known."""
    n, unknown = len(balances), balances.count(None)
    below = sum(balance < 0 for balance in balances if balance is not None)
    if unknown == n:
        return say("{n} {n:journey|journeys}: no balance is known yet", n=n)
    if unknown:
        return say(
            "{n} {n:journey|journeys}: on {below} this persona ends below zero, "
            "of {unknown} the balance is not known",
            n=n,
            below=below,
            unknown=unknown,
        )
    return say(
        "{n} {n:journey|journeys}: on {below} this persona ends below zero", n=n, below=below
    )


def _rows(site: Site, id: str) -> Iterator[dict[str, Any]]:
    """A row of each journey that has the persona, worst balance first within a state."""
    for entry in site.entries:
        if not entry.readable or all(p["id"] != id for p in shown_personas(entry.data)):
            continue
        figures = Figures(entry.data, id)
        worst = next(iter(figures.view["negative_moments_of_truth"]), None)
        yield {
            "title": entry.data["title"] or entry.data["id"],
            "state": entry.data["state"],
            "url": "../" + addresses.at(addresses.journey(entry.stem), persona=id),
            "portrait": addresses.at(addresses.persona(entry.stem, id).partition("/")[2]),
            "balance": figures.view["balance"],
            "balance_assumed": figures.assumed("balance"),
            "disappointed": figures.disappointed,
            "disappointed_assumed": figures.assumed("disappointed"),
            "worst": figures.by_id[worst] if worst else None,
        }
