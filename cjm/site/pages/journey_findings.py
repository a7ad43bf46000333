"""What `cjm check` finds in a journey, and what its file accepts for now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cjm.diagnostics.severity import Severity
from cjm.site import addresses
from cjm.site.journeys import JourneyEntry

Data = Mapping[str, Any]
MOST_FINDINGS = 200
"""On a page; how many more there are is told."""


def findings(entry: JourneyEntry) -> dict[str, Any]:
    """The context of `journey_findings.html`.

    `findings` is None where readers shall not see any. They stand in the order of `cjm check`.
    """
    frame, data = entry.frame, entry.data
    waivers = [] if "waivers" in frame.leave_out else data["waivers"]
    if "findings" in frame.leave_out:
        return {"findings": None, "waivers": [_waiver(w, data) for w in waivers]}
    ids = {point["id"] for point in data["touchpoints"]}
    return {
        "findings": [_finding(found, ids) for found in gravest(data["findings"])],
        "waivers": [_waiver(waiver, data) for waiver in waivers],
    }


def gravest(findings: Sequence[Data]) -> list[Data]:
    """As many as a page shows: errors before warnings before notes, in the order that they had."""
    order = sorted(range(len(findings)), key=lambda n: -Severity(findings[n]["severity"]).rank)
    return [findings[n] for n in sorted(order[:MOST_FINDINGS])]


def _finding(found: Data, ids: set[str]) -> dict[str, Any]:
    id = found["touchpoint"]
    return {
        **found,
        "url": addresses.at("", t=id) if id in ids else None,
        "place": _place(found["file"], found["line"]),
    }


def _place(file: str | None, line: int | None) -> str:
    return ":".join(str(part) for part in (file, line) if part is not None)


def _waiver(waiver: Data, data: Data) -> dict[str, Any]:
    titles = {point["id"]: point["title"] for point in data["touchpoints"]}
    id = waiver["touchpoint"]
    return {
        "title": titles.get(id) or id,
        "touchpoint": id,
        "url": addresses.at("", t=id) if id in titles else None,
        "codes": ", ".join(waiver["rule"]),
        "reason": waiver["reason"],
        "until": waiver["until"],
    }
