"""Keeping: what people wrote about a journey, taken over into what was discovered anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.data.logs.exits import END
from cjm.i18n import Message, say
from cjm.journey import Outcome

NEW = ("cjm", "start", "touchpoints", "x-discovered")
"""What always comes from the log, at the top …"""
NEW_AT_TOUCHPOINT = ("next",)
"""… and at a touchpoint."""


def outcomes_kept(old: Mapping[str, Any]) -> dict[str, Outcome]:
    """The outcomes that were written: ends that are no loss.

    That of an exit which a touchpoint was given beside itself is the touchpoint's.
    """
    points = old.get("touchpoints") or {}
    outcomes = {id: p["outcome"] for id, p in points.items() if p and "outcome" in p}
    for id in list(outcomes):
        owner = id.removesuffix(END)
        if owner != id and id in ((points.get(owner) or {}).get("next") or ()):
            outcomes[owner] = outcomes[id]
    return outcomes


def kept_beside(
    new: Mapping[str, Any], old: Mapping[str, Any], staged: bool
) -> tuple[dict[str, Any], list[Message]]:
    """A discovered journey with everything that an earlier file says beside it.

    Args:
        new: The journey as the data of its file.
        old: The data of the earlier file, a sound one.
        staged: Whether the stages are new, too.

    Returns:
        The data, and notes on what could not be kept.
    """
    stages = ("stages", "stage") if staged else ()
    taken = {key: value for key, value in old.items() if key not in (*NEW, *stages)}
    points = old.get("touchpoints") or {}
    data = {**new, **taken, "touchpoints": {}}
    for id, point in new["touchpoints"].items():
        before = points.get(id) or {}
        own = {k: v for k, v in before.items() if k not in (*NEW_AT_TOUCHPOINT, *stages)}
        if "next" in point:
            own.pop("outcome", None)
        data["touchpoints"][id] = {**point, **own, **_outcome(point)}
    gone = [id for id in points if id not in new["touchpoints"]]
    notes = [
        say("{id} is not in the log; what was written of it is not kept", id=id) for id in gone
    ]
    return _without(data, set(gone), notes), notes


def _outcome(point: Mapping[str, Any]) -> dict[str, Any]:
    return {"outcome": point["outcome"]} if "outcome" in point else {}


def _without(data: dict[str, Any], gone: set[str], notes: list[Message]) -> dict[str, Any]:
    """The same without improvements and waivers of touchpoints that there are no more."""
    waivers = data.get("waivers")
    if isinstance(waivers, list):
        data["waivers"] = [w for w in waivers if w.get("touchpoint") not in gone]
        if not data["waivers"]:
            del data["waivers"]
    improvements = data.get("improvements")
    if isinstance(improvements, Mapping):
        data["improvements"] = {}
        for id, improvement in improvements.items():
            lifts = dict((improvement or {}).get("lifts") or {})
            left = {point: points for point, points in lifts.items() if point not in gone}
            if lifts and not left:
                notes.append(
                    say("improvement {id} lifts nothing that is in the log: left out", id=id)
                )
                continue
            data["improvements"][id] = {**improvement, "lifts": left} if lifts else improvement
        if not data["improvements"]:
            del data["improvements"]
    return data
