"""What to fix first: the efficient frontier of both objectives, and every open improvement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cjm.i18n import Message, say
from cjm.i18n.figures import Share, Total
from cjm.i18n.numbers import ENGLISH, RUSSIAN, quantity
from cjm.site.journeys import JourneyEntry

Data = Mapping[str, Any]
OBJECTIVES = (("balance", say("Balance")), ("disappointed", say("Disappointed")))


def plan(entry: JourneyEntry) -> dict[str, Any]:
    """The context of `journey_plan.html`: `plan` is None where nothing is left to improve.

    It has no `objectives` where nobody can say what comes first: nothing is measured, or readers
    shall not see costs.
    """
    data = entry.data
    ahead = [one for one in data["improvements"] if one["phase"] != "act"]
    if not ahead:
        return {"plan": None}
    planned = data["plan"] or {}
    return {
        "plan": {
            "objectives": [
                _objective(name, title, planned[name], ahead)
                for name, title in OBJECTIVES
                if name in planned
            ],
            "improvements": [_improvement(one, entry) for one in ahead],
            "most": max((point["cost"] for _, point in _points(planned)), default=0),
            "first": _first(planned),
            "has_costs": "costs" not in entry.frame.leave_out,
        }
    }


def _points(planned: Data) -> list[tuple[str, Data]]:
    return [(name, point) for name, one in planned.items() for point in one["frontier"]]


def _first(planned: Data) -> float:
    """What the first step of the balance's frontier costs: where the budget begins."""
    frontier = planned["balance"]["frontier"] if planned else ()
    return next((point["cost"] for point in frontier if point["improvements"]), 0)


def _objective(name: str, title: Message, planned: Data, ahead: Sequence[Data]) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "proof": _proof(name, planned),
        "points": [_point(name, point, ahead) for point in planned["frontier"]],
    }


def _point(name: str, point: Data, ahead: Sequence[Data]) -> dict[str, Any]:
    chosen = set(point["improvements"])
    return {
        "cost": point["cost"],
        "value": _value(name, point["value"], bool(point["assumed"])),
        "improvements": [one["title"] or one["id"] for one in ahead if one["id"] in chosen],
    }


def _value(name: str, value: float, assumed: bool) -> Total | Share:
    return Total(value, assumed) if name == "balance" else Share(value, assumed)


def _proof(name: str, planned: Data) -> Message:
    """What is known of the sets: that none is better, or how much better one could be."""
    if planned["optimal"]:
        return say("Each point is the best set of improvements for that money: proved, not guessed")
    if planned["bound"] is None:
        return say(
            "Each point is the best set found for that money; "
            "it rests on simulated customers and is not proved"
        )
    return say(
        "Each point is the best set found for that money; none can be better than {bound}",
        bound=_value(name, planned["bound"], "bound" in planned["assumed"]),
    )


def _improvement(one: Data, entry: JourneyEntry) -> dict[str, Any]:
    titles = {point["id"]: point["title"] for point in entry.data["touchpoints"]}
    marks = RUSSIAN if entry.frame.language == "ru" else ENGLISH
    return {
        **one,
        "title": one["title"] or one["id"],
        "lifts": [
            say(
                "{touchpoint} B {points}",
                touchpoint=titles.get(lift["touchpoint"]) or lift["touchpoint"],
                points=quantity(lift["points"], marks, signed=True),
            )
            for lift in one["lifts"]
        ],
        "overdue": bool(one["due"]) and one["due"] < entry.frame.today.isoformat(),
    }
