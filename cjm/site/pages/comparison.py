"""The comparison: a journey as it is beside how it should be, and what changes where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import Quantity
from cjm.i18n.numbers import ENGLISH, RUSSIAN, quantity
from cjm.i18n.phrases import phrases
from cjm.rounding import rounded
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Page
from cjm.site.journeys import JourneyEntry, SizedPicture
from cjm.site.pages.journey import states_of
from cjm.site.pages.journey_story import sign_of

Data = Mapping[str, Any]


def pages(entry: JourneyEntry) -> Iterator[Page]:
    """The page of a journey as it is whose other state can be read, too."""
    twin = entry.twin
    if twin is None or not (entry.readable and twin.readable) or entry.data["state"] != "as-is":
        return
    before, after = Figures(entry.data), Figures(twin.data)
    changes = list(_changes(entry, before, after))
    yield entry.frame.page(
        addresses.comparison(entry.stem),
        "comparison.html",
        data=entry.data,
        title=entry.data["title"] or entry.data["id"],
        states=states_of(entry, None),
        sides=[_side(entry, before), _side(twin, after)],
        people=_people(before, after, entry.frame.language),
        sheet=_sheet(entry, twin),
        changes=changes,
        told=list(_told(changes)),
    )


def _sheet(entry: JourneyEntry, twin: JourneyEntry) -> SizedPicture | None:
    """Both on one sheet; None where each is scored on a scale of its own."""
    if entry.data["scale"] != twin.data["scale"]:
        return None
    return entry.sized(view="map", compare=twin.shown)


def _side(entry: JourneyEntry, figures: Figures) -> dict[str, Any]:
    """One state: its figures and its graph."""
    view = figures.view
    return {
        "state": entry.data["state"],
        "url": addresses.at(addresses.journey(entry.stem).rpartition("/")[2]),
        "balance": view["balance"],
        "sign": sign_of(view["balance"]),
        "disappointed": figures.disappointed,
        "success": view["outcomes"]["success"],
        "assumed": view["assumed"],
        "graph": entry.picture(view="graph"),
    }


def _people(before: Figures, after: Figures, language: str) -> Message | None:
    """How many more or fewer end disappointed, of the customers that there are today."""
    customers, old, new = before.view["customers"], before.disappointed, after.disappointed
    if customers is None or old is None or new is None:
        return None
    change = round(customers["value"] * rounded(new - old))
    n, per = abs(change), customers["per"]
    count = Quantity(n)
    if change == 0:
        return None
    if per is None:
        return (
            say("That is ≈ {count} {n:person|people} less.", count=count, n=n)
            if change < 0
            else say("That is ≈ {count} {n:person|people} more.", count=count, n=n)
        )
    often = phrases(language)["per"][per]
    return (
        say("That is ≈ {count} {n:person|people} {per} less.", count=count, n=n, per=often)
        if change < 0
        else say("That is ≈ {count} {n:person|people} {per} more.", count=count, n=n, per=often)
    )


def _changes(entry: JourneyEntry, before: Figures, after: Figures) -> Iterator[dict[str, Any]]:
    """Every touchpoint of either state, in the order of the sheet."""
    from cjm.maps.content.sheet.arrangement import merged

    marks = RUSSIAN if entry.frame.language == "ru" else ENGLISH
    comparable = before.scale == after.scale
    for id in merged(list(before.by_id), list(after.by_id)):
        old, new = before.by_id.get(id), after.by_id.get(id)
        change = _change(old, new) if comparable else None
        yield {
            "title": " → ".join(dict.fromkeys(_title(one) for one in (old, new) if one)),
            "before": old,
            "after": new,
            "change": change,
            "sign": sign_of(change),
            "written": None if change is None else quantity(change, marks, signed=True),
        }


def _title(point: Data) -> str:
    title: str = point["text"]["title"] or point["id"]
    return title


def _change(old: Data | None, new: Data | None) -> float | None:
    """What becomes of C; None where it has no two values."""
    if old is None or new is None or old["gap"] is None or new["gap"] is None:
        return None
    return rounded(new["gap"] - old["gap"])


def _told(changes: list[dict[str, Any]]) -> Iterator[Message]:
    """How many touchpoints get better, get worse, come and go."""
    better = sum((one["change"] or 0) > 0 for one in changes)
    worse = sum((one["change"] or 0) < 0 for one in changes)
    added = sum(one["before"] is None for one in changes)
    removed = sum(one["after"] is None for one in changes)
    if better:
        yield say("better: {n}", n=better)
    if worse:
        yield say("worse: {n}", n=worse)
    if added:
        yield say("added: {n}", n=added)
    if removed:
        yield say("removed: {n}", n=removed)
