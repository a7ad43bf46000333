"""The stages: a heat map of all journeys, what each stage adds to the balance in a cell."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from cjm.analysis.stages import read_together
from cjm.i18n import Message, say
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Entry, Page, Site
from cjm.site.pages.listing import Listing

STEPS = ((2.0, "3"), (0.75, "2"))
"""From which size of a sum its cell has a stronger step; any other that is not 0 has the first."""
MOST_ABREAST = 12
"""Cells beside one another that have room for their sums on 1280 pixels; more are wrapped."""


def pages(site: Site) -> Iterator[Page]:
    """The heat map, the worst stage first."""
    columns = _columns(site)
    rows = sorted((_row(entry, columns) for entry in site.as_is), key=_order)
    listing = Listing(site.frame, "stages", "stages")
    yield from listing.pages(
        rows,
        "stages-rows.html",
        "stages.html",
        title=_title(rows),
        lead=_lead(rows),
        columns=_headings(site, columns, rows),
        most=MOST_ABREAST,
    )


def _columns(site: Site) -> tuple[str | None, ...]:
    """The stages of the workspace that journeys share: columns where two or more have no others.

    None is the column of touchpoints without a stage.
    """
    shared = [e for e in site.as_is if _has_only(e, site.stages)]
    if len(shared) < 2:
        return ()
    used = {stage["id"] for entry in shared for stage in entry.data["views"][""]["stages"]}
    return (*(id for id in site.stages if id in used), *([None] if None in used else []))


def _has_only(entry: Entry, declared: Sequence[str]) -> bool:
    stages = [stage["id"] for stage in entry.data["stages"]]
    return bool(stages) and set(stages) <= set(declared)


def _headings(
    site: Site, columns: Sequence[str | None], rows: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The columns with their titles, and what each comes to over the journeys below it."""
    titles = {
        stage["id"]: stage["title"] or stage["id"]
        for entry in site.as_is
        if _has_only(entry, site.stages)
        for stage in entry.data["stages"]
    }
    found = []
    for place, id in enumerate(columns):
        cells = [row["cells"][place] for row in rows if row["aligned"]]
        known = [cell for cell in cells if cell and cell["value"] is not None]
        found.append(
            {
                "title": titles.get(id or ""),
                "value": math.fsum(cell["value"] for cell in known) if known else None,
                "assumed": any(cell["assumed"] for cell in known),
            }
        )
    return found


def _row(entry: Entry, columns: Sequence[str | None]) -> dict[str, Any]:
    data, figures = entry.data, Figures(entry.data)
    view, title = figures.view, entry.data["title"] or entry.data["id"]
    cells = list(_cells(entry, figures))
    aligned = bool(columns) and {cell["id"] for cell in cells} <= set(columns)
    by_id = {cell["id"]: cell for cell in cells}
    return {
        "url": addresses.at(addresses.journey(entry.stem)),
        "title": title,
        "aligned": aligned,
        "cells": [by_id.get(id) for id in columns] if aligned else cells,
        "balance": view["balance"],
        "assumed": figures.assumed("balance"),
        "worst": min((c["value"] for c in cells if c["value"] is not None), default=None),
        "many": len(columns if aligned else cells) > MOST_ABREAST,
        "takes": any((cell["value"] or 0) < 0 for cell in cells),
        "file": data["file"],
    }


def _cells(entry: Entry, figures: Figures) -> Iterator[dict[str, Any]]:
    """The stages of a journey, with sums that add up to its balance as they are read."""
    stages = figures.view["stages"]
    sums = read_together([stage["impact"] for stage in stages], figures.view["balance"])
    texts = {stage["id"]: stage for stage in entry.data["stages"]}
    for n, (stage, value) in enumerate(zip(stages, sums, strict=True)):
        text = texts.get(stage["id"], {})
        yield {
            "id": stage["id"],
            "place": f"{entry.stem}.{n}",
            "title": text.get("title") or stage["id"],
            "goal": text.get("goal"),
            "value": value,
            "assumed": "impact" in stage["assumed"],
            "step": step(value),
            "points": [_point(entry, p) for p in figures.points if p["stage"] == stage["id"]],
        }


def _point(entry: Entry, point: Mapping[str, Any]) -> dict[str, Any]:
    url = addresses.at(addresses.journey(entry.stem), t=point["id"])
    return {**point, "url": url, "scale": entry.data["scale"]}


def step(value: float | None) -> str:
    """The step of the heat map that a sum has: a class of its cell, empty of 0 and of no sum."""
    if not value:
        return ""
    size = next((name for least, name in STEPS if abs(value) >= least), "1")
    return ("d" if value < 0 else "a") + size


def _order(row: Mapping[str, Any]) -> tuple[bool, float]:
    """Those with common columns first, as one table; the worst stage first in either part."""
    return not row["aligned"], math.inf if row["worst"] is None else row["worst"]


def _all_cells(rows: Sequence[Mapping[str, Any]]) -> list[tuple[dict[str, Any], Any]]:
    """The cells that are stages, with their journeys."""
    cells = chain.from_iterable(((cell, row) for cell in row["cells"]) for row in rows)
    return [(cell, row) for cell, row in cells if cell and cell["id"] is not None]


def _title(rows: Sequence[Mapping[str, Any]]) -> Message:
    cells = _all_cells(rows)
    if not cells:
        return say("No journey has stages yet")
    taking = sum((cell["value"] or 0) < 0 for cell, _ in cells)
    return say("{k} of {n} {n:stage takes|stages take} trust", k=taking, n=len(cells))


def _lead(rows: Sequence[Mapping[str, Any]]) -> list[Message]:
    """How to read it, and which stage takes the most."""
    if not rows:
        return []
    told = [
        say(
            "A cell is what a stage adds to the balance of the average customer; "
            "a row adds up to the balance of its journey."
        )
    ]
    taking = [(cell, row) for cell, row in _all_cells(rows) if (cell["value"] or 0) < 0]
    if taking:
        cell, row = min(taking, key=lambda one: one[0]["value"])
        told.append(
            say("{stage} of {journey} takes the most.", stage=cell["title"], journey=row["title"])
        )
    return told
