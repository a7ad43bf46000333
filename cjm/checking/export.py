"""One journey as plain data: all that a reader can see of it, as the pages of a report have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm.analysis import Analysis
from cjm.analysis.export import views
from cjm.analysis.facts import metrics_data
from cjm.analysis.plans import Plan
from cjm.checking.long_form import Data, fields_of, long_form, overlay_data
from cjm.diagnostics.export import finding_data
from cjm.diagnostics.findings import Finding
from cjm.journey import Touchpoint, Transition
from cjm.source import Source

VERSION = 1
SCHEMA = "cjm-report/1"
FACTS = ("title", "description", "state", "language", "owner", "status", "updated")
LISTS = ("personas", "stages", "channels", "lanes", "improvements", "waivers")


def read_data(
    analysis: Analysis, source: Source | None, file: str | None, plans: Sequence[Plan] | None
) -> Data:
    """Of a journey that can be used.

    Args:
        analysis: Its figures.
        source: Its text, for the lines of its touchpoints; None where it was built in Python.
        file: Its name.
        plans: What to do first, by objective; None where there is nothing to choose from.

    Returns:
        Everything but the findings.
    """
    journey = analysis.journey
    seen = views(analysis)
    return {
        **_head(journey.id, file, unread=False),
        **{name: long_form(getattr(journey, name)) for name in FACTS},
        "scale": list(journey.scale),
        "tolerance": journey.tolerance,
        "customers": seen[""]["customers"],
        **{name: long_form(getattr(journey, name)) for name in LISTS},
        "metrics": metrics_data(journey.metrics),
        "measured": None if journey.overlay is None else overlay_data(journey.overlay),
        "start": list(analysis.chain.start),
        "touchpoints": [
            _touchpoint(analysis, source, place) for place in range(len(journey.touchpoints))
        ],
        "obstacle": analysis.obstacle,
        "views": seen,
        "plan": None if plans is None else {plan.objective: _plan(plan) for plan in plans},
    }


def plans_of(analysis: Analysis) -> tuple[Plan, ...] | None:
    """What to do first, by objective; None without open improvements, or a balance to raise."""
    from cjm.analysis.improving import open_improvements
    from cjm.analysis.planning import plan_of

    if analysis.balance is None or not open_improvements(analysis.journey):
        return None
    return plan_of(analysis), plan_of(analysis, objective="disappointed")


def unread_data(id: str, file: str | None) -> Data:
    """Of a text that holds no journey: nothing but its name."""
    return {
        **_head(id, file, unread=True),
        **dict.fromkeys((*FACTS, "scale", "tolerance", "customers")),
        **{name: [] for name in LISTS},
        "metrics": {},
        "measured": None,
        "start": [],
        "touchpoints": [],
        "obstacle": None,
        "views": {},
        "plan": None,
    }


def findings_data(findings: Iterable[Finding]) -> list[Data]:
    """Findings in the order and shape of `cjm check --format json`."""
    return [finding_data(finding) for finding in sorted(findings, key=lambda each: each.sort_key)]


def _head(id: str, file: str | None, unread: bool) -> Data:
    return {"version": VERSION, "schema": SCHEMA, "id": id, "file": file, "unread": unread}


def _touchpoint(analysis: Analysis, source: Source | None, place: int) -> Data:
    """Every field of a touchpoint, and its part of the chain, by places in the file."""
    point: Touchpoint = analysis.journey.touchpoints[place]
    chain, overlay = analysis.chain, analysis.journey.overlay
    return {
        **fields_of(point),
        "channels": list(point.channels),
        "next": [_way(way) for way in point.next],
        "ways": [[to, probability] for to, probability in chain.ways[place]],
        "leaving": chain.drop_off[place],
        "outcome": chain.ends[place],
        "topics": long_form(overlay.at(point.id).topics) if overlay else [],
        "line": _line(source, point.id),
    }


def _way(way: Transition) -> Data:
    """A transition as it was written."""
    return {"id": way.to, "probability": way.probability, "label": way.label, "wait": way.wait}


def _line(source: Source | None, touchpoint: str) -> int | None:
    """The line of the file that a touchpoint begins at."""
    span = source.span(("touchpoints", touchpoint), key=True) if source else None
    return span and span.line


def _plan(plan: Plan) -> Data:
    """The efficient frontier of one objective, and whether it is proved."""
    data = plan.to_dict()
    return {key: data[key] for key in ("before", "optimal", "bound", "frontier", "assumed")}
