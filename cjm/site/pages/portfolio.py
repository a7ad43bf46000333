"""The portfolio: every journey in a row, the worst first, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import GapFigure, Quantity, Share, Total
from cjm.i18n.phrases import phrases
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Entry, Frame, Page, Site
from cjm.site.navigation import RESULTS
from cjm.site.pages import conformance, feedback, segments
from cjm.site.pages.listing import Listing, choices
from cjm.site.pages.result_parts import spoilt, spoilt_of
from cjm.site.shown import shown_personas

FILTERS = (
    ("persona", say("Persona")),
    ("channel", say("Channel")),
    ("stage", say("Stage")),
    ("owner", say("Owner")),
)
"""What the table can be filtered by, beside the state."""


def pages(site: Site) -> Iterator[Page]:
    """The table's pages, and the rows beyond the first page as data."""
    rows = [_row(entry, site.frame) for entry in site.entries]
    yield from Listing(site.frame, "index", "portfolio").pages(
        rows,
        "rows.html",
        "portfolio.html",
        title=_title(site),
        lead=_lead(site),
        spoilt=list(_spoilt(site)),
        figures=_figures(site),
        filters=choices(rows, FILTERS),
    )


def _spoilt(site: Site) -> Iterator[dict[str, Any]]:
    """Results that are none any more: whose page says so is not read, its figures are missed."""
    makers = {"segment": segments, "feedback": feedback, "conform": conformance}
    for command, _, url in RESULTS:
        for result in spoilt_of(site, command, makers[command].part_of(site)):
            yield {"url": url, "text": spoilt(result)}


def _row(entry: Entry, frame: Frame) -> dict[str, Any]:
    data = entry.data
    row = {
        "url": addresses.at(addresses.journey(entry.stem)),
        "title": data.get("title") or data["id"],
        "file": data["file"],
        "state": data.get("state"),
        "readable": entry.readable,
        "errors": _count(data, "error"),
        "warnings": _count(data, "warning"),
        "fault": next(iter(data["findings"]), None),
    }
    return row | (_figures_of(entry, frame) if entry.readable else _UNREAD)


_UNREAD: dict[str, Any] = {
    "balance": None, "balance_assumed": False, "disappointed": None,
    "disappointed_assumed": False, "success": None, "success_assumed": False, "spark": (),
    "negatives": None, "owner": None, "facts": (), "filters": {}, "text": "",
}  # fmt: skip


def _figures_of(entry: Entry, frame: Frame) -> dict[str, Any]:
    data, figures = entry.data, Figures(entry.data)
    view, likely = figures.view, figures.view["likely_path"]
    return {
        "balance": view["balance"],
        "balance_assumed": figures.assumed("balance"),
        "disappointed": figures.disappointed,
        "disappointed_assumed": figures.assumed("disappointed"),
        "success": view["outcomes"]["success"],
        "success_assumed": figures.assumed("outcomes.success"),
        "spark": [figures.by_id[id] for id in likely["touchpoints"]] if likely else (),
        "negatives": len(view["negative_moments_of_truth"]),
        "owner": owner_of(data),
        "facts": _facts(data, frame),
        "filters": _values(data),
        "text": " ".join(_searched(data)),
    }


def owner_of(data: Mapping[str, Any]) -> str | None:
    """Who answers for a journey: its owner, else that of its worst moment of truth."""
    if data["owner"]:
        return str(data["owner"])
    owners = {point["id"]: point["owner"] for point in data["touchpoints"]}
    worst = data["views"][""]["negative_moments_of_truth"]
    return next((owners[id] for id in worst if owners[id]), None)


def _facts(data: Mapping[str, Any], frame: Frame) -> Sequence[Message]:
    n = len(data["touchpoints"])
    facts = [say("{n} {n:touchpoint|touchpoints}", n=n)]
    if customers := data["customers"]:
        facts.append(
            say(
                "{n} {per}",
                n=Quantity(customers["value"]),
                per=phrases(frame.language)["per"][customers["per"]],
            )
            if customers["per"]
            else say("{n} customers", n=Quantity(customers["value"]))
        )
    return facts


def _values(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """What a row has of each filter."""
    owners = (data["owner"], *(p["owner"] for p in data["touchpoints"]))
    return {
        "persona": [p["name"] or p["id"] for p in shown_personas(data)],
        "channel": [c["title"] or c["id"] for c in data["channels"]],
        "stage": [s["title"] or s["id"] for s in data["stages"]],
        "owner": sorted({owner for owner in owners if owner}),
        "state": [data["state"]],
    }


def _searched(data: Mapping[str, Any]) -> Iterator[str]:
    """What a row is found by beside what it shows."""
    yield data["file"]
    yield from (point["title"] for point in data["touchpoints"])


def _count(data: Mapping[str, Any], severity: str) -> int:
    return sum(finding["severity"] == severity for finding in data["findings"])


def _title(site: Site) -> Message:
    """On how many journeys customers lose, and of how many that is not known."""
    balances = [e.data["views"][""]["balance"] for e in site.as_is]
    n, unknown = len(balances), balances.count(None)
    below = sum(balance < 0 for balance in balances if balance is not None)
    if n and unknown == n:
        return say("{n} {n:journey|journeys}: no balance is known yet", n=n)
    if unknown:
        return say(
            "{n} {n:journey|journeys}: on {below} the average customer ends below zero, "
            "of {unknown} the balance is not known",
            n=n,
            below=below,
            unknown=unknown,
        )
    return say(
        "{n} {n:journey|journeys}: on {below} the average customer ends below zero",
        n=n,
        below=below,
    )


def _lead(site: Site) -> list[Message]:
    """What could not be read, which journey loses the most, and its worst moment of truth."""
    unread = sum(not entry.readable for entry in site.entries)
    told = [say("{n} {n:file|files} could not be read.", n=unread)] if unread else []
    return told + _worst(site)


def _worst(site: Site) -> list[Message]:
    known = [e for e in site.as_is if e.data["views"][""]["balance"] is not None]
    if not known:
        return []
    worst = min(known, key=lambda e: e.data["views"][""]["balance"])
    figures = Figures(worst.data)
    balance = Total(figures.view["balance"], figures.assumed("balance"))
    title = worst.data["title"] or worst.data["id"]
    told = []
    if figures.disappointed is not None:
        share = Share(figures.disappointed, figures.assumed("disappointed"))
        told.append(
            say(
                "{journey} loses the most: balance {balance}, {share} disappointed.",
                journey=title,
                balance=balance,
                share=share,
            )
            if balance.value < 0
            else say(
                "{journey} has the lowest balance: {balance}, {share} disappointed.",
                journey=title,
                balance=balance,
                share=share,
            )
        )
    moments = [
        (figures.by_id[id], entry)
        for entry in known
        for figures in (Figures(entry.data),)
        for id in figures.view["negative_moments_of_truth"]
    ]
    if moments:
        point, entry = min(moments, key=lambda m: m[0]["impact"])
        told.append(
            say(
                "The worst touchpoint of all is {touchpoint} of {journey}: C {gap}.",
                touchpoint=point["title"],
                journey=entry.data["title"] or entry.data["id"],
                gap=GapFigure(point["expectation"], point["experience"], point["digits"]),
            )
        )
    return told


def _figures(site: Site) -> list[dict[str, Any]]:
    """The figures of the head: what it is, its value, a note, and where it leads."""
    data = [entry.data for entry in site.as_is]
    touchpoints = sum(len(one["touchpoints"]) for one in data)
    negatives = [(one, id) for one in data for id in one["views"][""]["negative_moments_of_truth"]]
    unmended = sum(id not in _mended(one) for one, id in negatives)
    errors, warnings = (sum(_count(one, s) for one in data) for s in ("error", "warning"))
    return [
        {
            "label": say("Journeys and touchpoints"),
            "value": say("{n} / {m}", n=len(data), m=touchpoints),
            "note": say("to-be journeys left out"),
            "url": "stages.html",
        },
        _people(site),
        {
            "label": say("Negative moments of truth"),
            "value": say("{n}", n=len(negatives)),
            "note": say("without an improvement: {n}", n=unmended),
            "url": "moments.html",
        },
        {
            "label": say("Findings"),
            "value": say("{n}", n=errors + warnings),
            "note": say(
                "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}",
                errors=errors,
                warnings=warnings,
            ),
            "url": "#sort=findings&dir=down",
        },
        _improvements(site),
    ]


def _mended(data: Mapping[str, Any]) -> set[str]:
    """Touchpoints that an improvement which is not done yet lifts."""
    ahead = (i for i in data["improvements"] if i["phase"] != "act")
    return {lift["touchpoint"] for i in ahead for lift in i["lifts"]}


def _people(site: Site) -> dict[str, Any]:
    """How many people end disappointed in a month, over the journeys that say how many come."""
    known = [
        f.disappointed * f.customers_a_month
        for f in (Figures(entry.data) for entry in site.as_is)
        if f.customers_a_month is not None and f.disappointed is not None
    ]
    value = say("≈ {n}", n=Quantity(round(sum(known)))) if known else say("–")
    note = (
        say("on {n} {n:journey|journeys} that {n:says|say} how many customers come", n=len(known))
        if known
        else say("no journey says how many customers come")
    )
    return {
        "label": say("Disappointed, a month"),
        "value": value,
        "note": note,
        "url": "#sort=disappointed&dir=down",
    }


def _improvements(site: Site) -> dict[str, Any]:
    ahead = [i for e in site.as_is for i in e.data["improvements"] if i["phase"] != "act"]
    today = site.frame.today.isoformat()
    return {
        "label": say("Improvements ahead"),
        "value": say("{n}", n=len(ahead)),
        "note": say(
            "{doing} being done, {overdue} overdue",
            doing=sum(i["phase"] == "do" for i in ahead),
            overdue=sum(bool(i["due"]) and i["due"] < today for i in ahead),
        ),
        "url": "improvements.html",
    }
