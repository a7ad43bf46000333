"""The metrics of all journeys against their targets: what is missed first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.apart import quantities_apart
from cjm.i18n.figures import Amount, Goal, Quantity
from cjm.journey.metrics import Comparison, comparison
from cjm.site import addresses
from cjm.site.frame import Entry, Page, Site
from cjm.site.pages.listing import Listing

WIDTH = 300
"""How wide the track of a value is drawn."""
ROOM = 1.15
"""How much longer the track is than what stands farthest out on it."""
ORDER = ("missed", "unmeasured", "met", "free")
"""Verdicts in the order of the page; `free` has no target."""


def pages(site: Site) -> Iterator[Page]:
    """Every metric, those that miss their target first."""
    found = [_metric(*placed) for entry in site.as_is for placed in _placed(entry)]
    found.sort(key=lambda one: ORDER.index(one["verdict"]))
    listing = Listing(site.frame, "metrics", "metrics")
    yield from listing.pages(
        found, "metrics-rows.html", "metrics.html", title=_title(found), lead=_lead(found)
    )


Metric = Mapping[str, Any]


def _placed(entry: Entry) -> Iterator[tuple[Entry, Metric, str | None, str | None]]:
    """Each metric with where it stands below the journey, and its touchpoint."""
    data = entry.data
    texts = {stage["id"]: stage["title"] or stage["id"] for stage in data["stages"]}
    for metric in data["metrics"].values():
        yield entry, metric, None, None
    for stage in data["stages"]:
        for metric in stage["metrics"].values():
            yield entry, metric, texts[stage["id"]], None
    for point in data["touchpoints"]:
        for metric in point["metrics"].values():
            yield entry, metric, point["title"], point["id"]


def _metric(
    entry: Entry, metric: Metric, place: str | None, touchpoint: str | None
) -> dict[str, Any]:
    journey = entry.data["title"] or entry.data["id"]
    target = comparison(metric["target"]) if metric["target"] else None
    value, unit = metric["value"], metric["unit"]
    decimals = 2 if value is None or target is None else quantities_apart(value, target.value)
    verdict = _verdict(value, target)
    return {
        "url": addresses.at(addresses.journey(entry.stem), t=touchpoint),
        "title": metric["title"],
        "where": [journey, *([place] if place else [])],
        "value": None if value is None else say("{n}", n=Amount(value, unit, decimals)),
        "target": target
        and say("{target}", target=Goal(target.operator, target.value, unit, decimals)),
        "verdict": verdict,
        "bar": _bar(value, target, metric["interval"]),
        "evidence": _evidence(metric),
        "measured": metric["measured"],
        "filters": {"missed": ["1"] if verdict == "missed" else []},
    }


def _verdict(value: float | None, target: Comparison | None) -> str:
    if target is None:
        return "free"
    if value is None:
        return "unmeasured"
    return "met" if target.holds(value) else "missed"


def _bar(
    value: float | None, target: Comparison | None, interval: Sequence[float] | None
) -> dict[str, Any]:
    """Where value, target and interval stand on the track: it holds all of them, and 0."""
    known = [0.0, *(interval or ()), *([target.value] if target else [])]
    known += [] if value is None else [value]
    low, high = ROOM * min(known), ROOM * max(known)
    unit = WIDTH / (high - low) if high > low else 0.0

    def at(figure: float) -> float:
        return round((figure - low) * unit, 1)

    ends = sorted((at(0.0), at(value or 0.0)))
    return {
        "x": ends[0],
        "width": round(ends[1] - ends[0], 1),
        "target": None if target is None else at(target.value),
        "interval": [at(end) for end in interval] if interval else None,
    }


def _evidence(metric: Metric) -> list[Message]:
    """How many answers a value rests on, and within what it lies; the day is apart."""
    told = []
    if metric["n"] is not None:
        told.append(say("n {n}", n=Quantity(metric["n"])))
    if metric["interval"]:
        low, high = (Amount(end, metric["unit"]) for end in metric["interval"])
        told.append(say("95% interval from {low} to {high}", low=low, high=high))
    return told


def _title(found: Sequence[Mapping[str, Any]]) -> Message:
    if not found:
        return say("No metrics yet")
    missed = sum(one["verdict"] == "missed" for one in found)
    return say("{k} of {n} {n:metric is|metrics are} off target", k=missed, n=len(found))


def _lead(found: Sequence[Mapping[str, Any]]) -> Message:
    if not found:
        return say("Metrics of journeys, stages and touchpoints stand here against their targets.")
    return say("The notch is the target, from the file of the journey or from cjm.yaml.")
