"""Personas: a portrait of each on a journey, and where it lives it differently than others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import GapFigure, Quantity, Share, Total
from cjm.i18n.phrases import phrases
from cjm.i18n.ties import long_reasons
from cjm.rounding import rounded
from cjm.site import addresses
from cjm.site.figures import Figures
from cjm.site.frame import Page
from cjm.site.journeys import JourneyEntry, SizedPicture
from cjm.site.pages.journey_story import people_of
from cjm.site.shown import shown_personas

Data = Mapping[str, Any]
PORTRAIT = (
    ("goals", say("Goals")),
    ("values", say("Values")),
    ("pains", say("Pains")),
    ("objections", say("Objections")),
    ("sources", say("Hears of us from")),
)
"""What is written of a persona, in the order of its portrait."""


def pages(entry: JourneyEntry) -> Iterator[Page]:
    """A portrait of each persona of a journey that can be read."""
    if not entry.readable:
        return
    people = {one["id"]: one for one in people_of(entry)}
    personas = shown_personas(entry.data)
    # Two are seen side by side on the pages of both, so that one drawing does for these.
    both = _curves(entry, [one["id"] for one in personas]) if len(personas) == 2 else None
    for persona in personas:
        yield _page(entry, persona, people, both or _curves(entry, [persona["id"]]))


def _page(
    entry: JourneyEntry, persona: Data, people: Mapping[str, Data], curves: SizedPicture
) -> Page:
    data, id = entry.data, persona["id"]
    others = [p for p in data["personas"] if p["id"] != id]
    other = others[0] if len(others) == 1 else None
    own, theirs = Figures(data, id), Figures(data, other["id"] if other else "")
    link = addresses.journey(entry.stem)
    return entry.frame.page(
        addresses.persona(entry.stem, id),
        "persona.html",
        data=data,
        title=data["title"] or data["id"],
        name=name_of(persona),
        person=people[id],
        who=_who(data, persona, entry.frame.language),
        portrait=[(title, persona[key]) for key, title in PORTRAIT if persona[key]],
        journey_url="../" + addresses.at(link, persona=id),
        figures=list(_figures(own, Figures(data))),
        other_name=name_of(other) if other else None,
        differences=list(_differences(own, theirs, link, id)),
        moments=list(_moments(entry, own, link, id)),
        likely=_likely(own),
        curves=curves,
    )


def name_of(persona: Data) -> str:
    """What a persona is called."""
    return str(persona["name"] or persona["id"])


def _who(data: Data, persona: Data, language: str) -> list[Message]:
    """Which share of the customers it is, and how many people that is."""
    told = []
    if persona["share"] is not None:
        told.append(say("{share} of customers", share=Share(persona["share"])))
    customers = data["views"][persona["id"]]["customers"]
    if customers is not None:
        count = Quantity(round(customers["value"]))
        per = phrases(language)["per"][customers["per"]] if customers["per"] else ""
        told.append(
            say("≈ {n} {per}", n=count, per=per) if per else say("≈ {n} customers", n=count)
        )
    return told


def _figures(own: Figures, everybody: Figures) -> Iterator[dict[str, Any]]:
    """The three figures of its journey, each beside that of all customers."""
    for label, read in (
        (say("Balance"), _balance),
        (say("Disappointed"), _disappointed),
        (say("Reach success"), _success),
    ):
        value, tone = read(own)
        yield {"label": label, "value": value, "tone": tone, "all": read(everybody)[0]}


def _balance(figures: Figures) -> tuple[Message, str]:
    value = figures.view["balance"]
    if value is None:
        return say("–"), ""
    tone = "d" if rounded(value) < 0 else "a" if rounded(value) > 0 else ""
    return say("{n}", n=Total(value, figures.assumed("balance"))), tone


def _disappointed(figures: Figures) -> tuple[Message, str]:
    if figures.disappointed is None:
        return say("–"), ""
    return say("{n}", n=Share(figures.disappointed, figures.assumed("disappointed"))), ""


def _success(figures: Figures) -> tuple[Message, str]:
    value = figures.view["outcomes"]["success"]
    if value is None:
        return say("–"), ""
    return say("{n}", n=Share(value, figures.assumed("outcomes.success"))), ""


def _differences(own: Figures, theirs: Figures, link: str, id: str) -> Iterator[dict[str, Any]]:
    """Touchpoints with another C, first where this persona has it worse than the other."""
    apart = [
        (rounded(a["gap"] - b["gap"]), a, b)
        for a, b in zip(own.points, theirs.points, strict=True)
        if a["gap"] is not None and b["gap"] is not None and rounded(a["gap"] - b["gap"])
    ]
    for difference, a, b in sorted(apart, key=lambda one: one[0]):
        yield {
            "title": a["title"],
            "url": "../" + addresses.at(link, persona=id, t=a["id"]),
            "moment": bool(a["moment_of_truth"]),
            "hurts": a["negative_moment_of_truth"],
            "own": a,
            "theirs": b,
            "difference": GapFigure(0, difference, max(a["digits"], b["digits"])),
        }


def _moments(entry: JourneyEntry, own: Figures, link: str, id: str) -> Iterator[dict[str, Any]]:
    """Its moments of truth, the worst first, each with its reasons."""
    analysis = next(part for part in entry.analysis.personas if part.persona == id)
    found = [point for point in own.points if point["moment_of_truth"]]
    for point in sorted(found, key=lambda p: p["gap"] or 0):
        reasons = long_reasons(
            point["moment_of_truth"], analysis.tied, analysis.one_ending, entry.frame.language
        )
        yield {
            "point": point,
            "url": "../" + addresses.at(link, persona=id, t=point["id"]),
            "why": ", ".join(reasons),
        }


def _likely(own: Figures) -> dict[str, Any] | None:
    """The likely path: bars of C, and the titles along it."""
    path = own.view["likely_path"]
    if path is None:
        return None
    points = [own.by_id[one] for one in path["touchpoints"]]
    return {"points": points, "probability": path["probability"]}


def _curves(entry: JourneyEntry, shown: Sequence[str]) -> SizedPicture:
    """The curves of some personas in one plot."""
    return entry.sized(view="map", persona=shown, lanes=("touchpoint", "curve"))
