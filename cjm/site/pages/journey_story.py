"""The head of a journey's page: its verdict in a sentence or a few, and its figures, by persona."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cjm.i18n import Message, say
from cjm.i18n.durations import lasting
from cjm.i18n.figures import Quantity, Share, Total
from cjm.i18n.numbers import ENGLISH, RUSSIAN, marked, points
from cjm.i18n.phrases import phrases
from cjm.rounding import rounded
from cjm.site import addresses
from cjm.site.journeys import JourneyEntry
from cjm.site.money import money
from cjm.site.shown import shown_personas, shown_views

if TYPE_CHECKING:
    from cjm.analysis import Analysis

Data = Mapping[str, Any]
NONE = say("–")
OF_CUSTOMERS = say("of customers")


def stories_of(entry: JourneyEntry) -> list[dict[str, Any]]:
    """What the journey comes to for everybody, and for each persona."""
    return [story_of(entry, persona) for persona in shown_views(entry.data)]


def people_of(entry: JourneyEntry) -> list[dict[str, Any]]:
    """The personas with what tells them apart: letters, and a solid or a dashed ring."""
    from cjm.maps.content.initials import initials_of

    initials = initials_of(entry.journey.personas)
    return [
        {
            "id": p["id"],
            "name": p["name"] or p["id"],
            "letters": initials[p["id"]],
            "place": n,
            "portrait": "../" + addresses.at(addresses.persona(entry.stem, p["id"])),
        }
        for n, p in enumerate(shown_personas(entry.data))
    ]


def story_of(entry: JourneyEntry, persona: str) -> dict[str, Any]:
    """What the journey comes to for one persona; `""` is everybody."""
    from cjm.maps.content.compose import compose

    view, language = entry.data["views"][persona], entry.frame.language
    parts = {part.persona: part for part in entry.analysis.personas}
    analysis = parts[persona] if persona else entry.analysis
    diagram = compose(entry.journey, analysis, language)
    return {
        "persona": persona,
        "verdict": diagram.header.verdict,
        "obstacle": _obstacle(entry.data),
        "note": diagram.header.note,
        "facts": list(_facts(view, language)),
        "figures": [
            _balance(view),
            _disappointed(view, analysis, language),
            _success(view, analysis),
            _silent(view, language),
            _negatives(view),
        ],
        "sums": {head.id: head for head in diagram.stages},
        "reasons": {card.id: ", ".join(card.reasons) for card in diagram.cards if card.reasons},
        **_paths(view),
    }


def _obstacle(data: Data) -> dict[str, Any] | None:
    """The finding that says why there are no figures, where that is so."""
    if data["obstacle"] is None:
        return None
    return next((f for f in data["findings"] if f["code"] == "CJM205"), None)


def _facts(view: Data, language: str) -> Iterator[Message]:
    """How long it takes, and what is lost by those who leave."""
    time, marks = view["time"], RUSSIAN if language == "ru" else ENGLISH
    if time is not None and time["expected"]:
        text = lasting(time["expected"], language, marks)
        yield say("about {time} from start to end", time=text)
    if view["lost_worth"]:
        text = money(view["lost_worth"], view["customers"]["currency"], language)
        text = marked(text, "lost_worth" in view["assumed"])
        per = view["customers"]["per"]
        yield (
            say("leaves: {money} {per}", money=text, per=_per(per, language))
            if per
            else say("leaves: {money}", money=text)
        )


def _per(period: str, language: str) -> str:
    return str(phrases(language)["per"][period])


def _figure(name: str, label: Message, value: Message, note: Message, sign: str = "") -> Data:
    return {"name": name, "label": label, "value": value, "note": note, "sign": sign}


def _balance(view: Data) -> Data:
    label, value = say("Balance"), view["balance"]
    note = (
        say("trust account balance")
        if view["persona"] is None
        else say("trust account balance of this persona")
    )
    if value is None:
        return _figure("balance", label, NONE, note)
    told = say("{balance}", balance=Total(value, "balance" in view["assumed"]))
    return _figure("balance", label, told, note, sign_of(value))


SIGNS = {"disappointment": "d", "delight": "a"}
"""The classes of figures of C by their marks on maps."""


def sign_of(value: float | None) -> str:
    """The class of a sum of C by its sign: d below 0, a above."""
    value = rounded(value or 0.0)
    return "d" if value < 0 else "a" if value > 0 else ""


def _disappointed(view: Data, analysis: Analysis, language: str) -> Data:
    label, unhappy = say("Disappointed"), view["disappointed"]
    if unhappy is None:
        return _figure("disappointed", label, NONE, OF_CUSTOMERS)
    share, assumed = unhappy["share"], "disappointed" in view["assumed"]
    note = _people(share, view, language, assumed)
    if unhappy["exact"]:
        value = say("{share}", share=Share(share, assumed))
    else:
        marks = RUSSIAN if language == "ru" else ENGLISH
        error = points(unhappy["standard_error"] or 0.0, marks, signed=False)
        value = say("{share} ± {error}", share=Share(share, True), error=error)
    if analysis.on_average and view["customers"] is None:
        note = (
            say("on average below expectation")
            if analysis.on_average == "below"
            else say("on average not below expectation")
        )
    return _figure("disappointed", label, value, note)


def _people(share: float | None, view: Data, language: str, assumed: bool) -> Message:
    """How many a share is of the customers; that it is of customers, where nobody said."""
    customers = view["customers"]
    if share is None or customers is None:
        return OF_CUSTOMERS
    count = share * customers["value"]
    whole = Quantity(float(round(count)) or (1.0 if rounded(count) > 0 else 0.0))
    if customers["per"] is None:
        return say("≈ {n} {n:customer|customers}", n=whole.value)
    return say("≈ {n} {per}", n=whole, per=_per(customers["per"], language))


def _success(view: Data, analysis: Analysis) -> Data:
    exits = [p.outcome for p in analysis.journey.touchpoints if p.is_exit]
    if not any(exits) and analysis.flow is not None:
        end = rounded(1 - (view["outcomes"]["drop_off"] or 0))
        assumed = "outcomes.drop_off" in view["assumed"]
        told = say("{share}", share=Share(end, assumed))
        return _figure("success", say("Reach the end"), told, OF_CUSTOMERS)
    return _figure("success", say("Reach success"), _outcome(view, "success"), OF_CUSTOMERS)


def _silent(view: Data, language: str) -> Data:
    assumed = "outcomes.drop_off" in view["assumed"]
    note = _people(view["outcomes"]["drop_off"], view, language, assumed)
    return _figure("drop_off", say("Leave silently"), _outcome(view, "drop_off"), note)


def _outcome(view: Data, name: str) -> Message:
    share = view["outcomes"][name]
    if share is None:
        return NONE
    return say("{share}", share=Share(share, f"outcomes.{name}" in view["assumed"]))


def _negatives(view: Data) -> Data:
    told = say("{n}", n=len(view["negative_moments_of_truth"]))
    note = say("moments of truth: {n}", n=len(view["moments_of_truth"]))
    if view["coverage"] == 0:
        told = NONE
    return _figure("negatives", say("Negative moments"), told, note)


def _paths(view: Data) -> dict[str, Any]:
    """What stands beside the buttons of the likely and the worst path; None without one."""
    likely, worst = view["likely_path"], view["worst_path"]
    found: dict[str, Any] = {"likely": None, "worst": None, "worst_sign": ""}
    if likely is not None:
        assumed = "likely_path.probability" in view["assumed"]
        found["likely"] = say("{share}", share=Share(likely["probability"], assumed))
    if worst is not None:
        found["worst_sign"] = sign_of(worst["balance"]) if worst["bounded"] else "d"
        found["worst"] = say("loop") if not worst["bounded"] else NONE
        if worst["bounded"] and worst["balance"] is not None:
            found["worst"] = say("{balance}", balance=Total(worst["balance"]))
    return found
