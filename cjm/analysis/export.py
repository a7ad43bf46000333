"""The figures as plain data: what `cjm show --format json` prints, and a data frame."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from cjm.analysis.facts import (
    below_expectation,
    customers_data,
    metrics_data,
    metrics_of,
    number,
    sources_of,
)
from cjm.journey import seconds
from cjm.journey.precedence import metrics_for

if TYPE_CHECKING:
    from cjm.analysis.figures import Figures
    from cjm.analysis.stages import StageFigures
    from cjm.analysis.timing import Time
    from cjm.analysis.touchpoints import TouchpointFigures

VERSION = 1


def to_dict(analysis: Figures) -> dict[str, Any]:
    """Every figure of an analysis; numbers that do not exist are None, as are infinite ones."""
    parts = analysis.personas if analysis.persona is None else ()
    data = _whole(analysis)
    data["personas"] = {part.persona: _untitled(_whole(part)) for part in parts}
    return data


def views(analysis: Figures) -> dict[str, dict[str, Any]]:
    """What `to_dict` says without titles: of everybody under "", of each persona under its id."""
    data = to_dict(analysis)
    personas = data.pop("personas")
    return {"": _untitled(data), **personas}


def touchpoint_rows(analysis: Figures) -> list[dict[str, Any]]:
    """What `to_dict` says of each touchpoint, in file order."""
    return [_touchpoint(analysis, figures) for figures in analysis.touchpoints]


def transition_rows(analysis: Figures) -> list[dict[str, Any]]:
    """What `to_dict` says of each transition, in file order."""
    return [
        {
            "from": way.source,
            "to": way.target,
            "label": way.label,
            "probability": way.probability,
            "flow": way.flow,
            "wait": number(seconds(way.wait)),
            "assumed": list(way.assumed),
        }
        for way in analysis.transitions
    ]


def _whole(analysis: Figures) -> dict[str, Any]:
    """The figures of everybody, or of one persona."""
    journey, unhappy = analysis.journey, analysis.disappointed
    return {
        "version": VERSION,
        "journey": journey.id,
        "title": journey.title,
        "persona": analysis.persona,
        "state": journey.state,
        "language": journey.language,
        "owner": journey.owner,
        "status": journey.status,
        "updated": journey.updated and journey.updated.isoformat(),
        "customers": customers_data(journey, analysis.persona),
        "metrics": metrics_data(metrics_for(journey, analysis.persona)),
        "coverage": analysis.coverage,
        "touchpoints": touchpoint_rows(analysis),
        "balance": analysis.balance,
        "remembered": analysis.remembered,
        "disappointed": unhappy
        and {
            "share": unhappy.share,
            "exact": unhappy.exact,
            "standard_error": unhappy.standard_error,
        },
        "length": analysis.length,
        "outcomes": analysis.outcomes,
        "moments_of_truth": list(analysis.moments_of_truth),
        "negative_moments_of_truth": list(analysis.negative_moments_of_truth),
        **_walks(analysis),
        "stages": [_stage(analysis, stage) for stage in analysis.stages],
        "transitions": transition_rows(analysis),
        "assumed": list(analysis.assumed),
        "time": _time(analysis.time),
        "lost": analysis.lost,
        "lost_worth": analysis.lost_worth,
    }


def _untitled(data: dict[str, Any]) -> dict[str, Any]:
    """The same without titles, which stand in the figures of everybody."""
    named = [data, *data["touchpoints"], *data["stages"]]
    for titled in (*named, *(m for part in named for m in part["metrics"].values())):
        del titled["title"]
    return data


def _walks(analysis: Figures) -> dict[str, Any]:
    """The likely path, the worst one, and the doom loops."""
    likely, worst = analysis.likely_path, analysis.worst_path
    return {
        "likely_path": likely
        and {
            "touchpoints": list(likely.touchpoints),
            "probability": likely.probability,
            "balance": None
            if likely.balance is None
            else [number(value) for value in likely.balance],
            "overdrawn_at": likely.overdrawn_at,
            "tied": likely.tied,
        },
        "worst_path": worst
        and {
            "touchpoints": list(worst.touchpoints),
            "balance": number(worst.balance),
            "bounded": worst.bounded,
        },
        "loops": [
            {
                "touchpoints": list(loop.touchpoints),
                "balance": number(loop.balance),
                "mean": loop.mean if math.isfinite(loop.mean) else None,
            }
            for loop in analysis.loops
        ],
    }


def _stage(analysis: Figures, stage: StageFigures) -> dict[str, Any]:
    written = None if stage.id is None else analysis.journey.stage(stage.id)
    return {
        "id": stage.id,
        "title": stage.title,
        "visits": stage.visits,
        "reach": stage.reach,
        "impact": stage.impact,
        "lost": stage.lost,
        "lost_worth": stage.lost_worth,
        "owner": written and written.owner,
        "metrics": metrics_data(written.metrics if written else ()),
        "assumed": list(stage.assumed),
    }


def _time(time: Time | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "expected": time.expected,
        "likely": time.likely,
        "coverage": {"visits": time.coverage.visits, "moves": time.coverage.moves},
    }


def _touchpoint(analysis: Figures, figures: TouchpointFigures) -> dict[str, Any]:
    point = analysis.journey.touchpoints[figures.place]
    fix = figures.fix
    return {
        "id": figures.id,
        "title": point.title,
        "stage": point.stage,
        "channel": point.channel,
        "channels": list(point.channels),
        "expectation": figures.expectation,
        "experience": figures.experience,
        "gap": number(figures.gap),
        "interval": list(figures.interval) if figures.interval else None,
        "level": figures.level,
        "visits": figures.visits,
        "reach": figures.reach,
        "impact": figures.impact,
        "drop_off": figures.drop_off,
        "chance": figures.chance,
        "stakes": figures.stakes,
        "unavoidable": figures.unavoidable,
        "moment_of_truth": list(figures.moment_of_truth),
        "negative_moment_of_truth": figures.negative_moment_of_truth,
        "fix": fix and {"balance": number(fix.balance), "disappointed": fix.disappointed},
        "weighted_gap": number(figures.weighted_gap),
        "below_expectation": below_expectation(point, analysis.persona),
        "assumed": list(figures.assumed),
        "lost": figures.lost,
        "lost_worth": figures.lost_worth,
        "duration": number(seconds(point.duration)),
        "metrics": metrics_data(metrics_of(point, analysis.persona)),
        **sources_of(figures, point, analysis.persona),
    }
