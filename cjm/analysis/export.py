"""The figures as plain data: what `cjm show --format json` prints, and a data frame."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from cjm.journey import seconds

if TYPE_CHECKING:
    from cjm.analysis.figures import Figures
    from cjm.analysis.timing import Time
    from cjm.analysis.touchpoints import TouchpointFigures

VERSION = 1


def to_dict(analysis: Figures) -> dict[str, Any]:
    """Every figure of an analysis; numbers that do not exist are None, as are infinite ones."""
    likely, worst, unhappy = analysis.likely_path, analysis.worst_path, analysis.disappointed
    return {
        "version": VERSION,
        "journey": analysis.journey.id,
        "title": analysis.journey.title,
        "persona": analysis.persona,
        "coverage": analysis.coverage,
        "touchpoints": [_touchpoint(analysis, figures) for figures in analysis.touchpoints],
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
        "likely_path": likely
        and {
            "touchpoints": list(likely.touchpoints),
            "probability": likely.probability,
            "balance": None
            if likely.balance is None
            else [_number(value) for value in likely.balance],
            "overdrawn_at": likely.overdrawn_at,
            "tied": likely.tied,
        },
        "worst_path": worst
        and {
            "touchpoints": list(worst.touchpoints),
            "balance": _number(worst.balance),
            "bounded": worst.bounded,
        },
        "loops": [
            {
                "touchpoints": list(loop.touchpoints),
                "balance": _number(loop.balance),
                "mean": loop.mean if math.isfinite(loop.mean) else None,
            }
            for loop in analysis.loops
        ],
        "stages": [
            {
                "id": stage.id,
                "title": stage.title,
                "visits": stage.visits,
                "reach": stage.reach,
                "impact": stage.impact,
                "lost": stage.lost,
                "lost_worth": stage.lost_worth,
                "assumed": list(stage.assumed),
            }
            for stage in analysis.stages
        ],
        "transitions": [
            {
                "from": way.source,
                "to": way.target,
                "label": way.label,
                "probability": way.probability,
                "flow": way.flow,
                "wait": _number(seconds(way.wait)),
                "assumed": list(way.assumed),
            }
            for way in analysis.transitions
        ],
        "assumed": list(analysis.assumed),
        "time": _time(analysis.time),
        "lost": analysis.lost,
        "lost_worth": analysis.lost_worth,
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
        "expectation": figures.expectation,
        "experience": figures.experience,
        "gap": _number(figures.gap),
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
        "fix": fix and {"balance": _number(fix.balance), "disappointed": fix.disappointed},
        "weighted_gap": _number(figures.weighted_gap),
        "assumed": list(figures.assumed),
        "lost": figures.lost,
        "lost_worth": figures.lost_worth,
        "duration": _number(seconds(point.duration)),
    }


def _number(value: float | None) -> float | None:
    """A number as JSON can hold it, whole where it is whole."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else value
