"""The figures as plain data: what `cjm show --format json` prints, and a data frame."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from cjm.errors import CjmError
from cjm.i18n import say
from cjm.journey import seconds

if TYPE_CHECKING:
    from cjm.analysis.figures import Figures
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
            "balance": [_number(value) for value in likely.balance],
            "overdrawn_at": likely.overdrawn_at,
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
            }
            for way in analysis.transitions
        ],
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
    }


def _number(value: float | None) -> float | None:
    """A number as JSON can hold it, whole where it is whole."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else value


_COLUMNS = ("expectation", "experience", "gap", "level", "reach", "impact", "moment_of_truth")


def to_html(analysis: Figures) -> str:
    """The touchpoints' figures as an HTML table, the key figures above it."""
    from html import escape

    data = to_dict(analysis)
    unhappy = data["disappointed"] or {}
    figures = {"balance": data["balance"], "disappointed": unhappy.get("share")}
    figures["remembered"] = data["remembered"]
    head = " · ".join(f"{name} {_shown(value)}" for name, value in figures.items())
    persona = f" · {data['persona']}" if data["persona"] else ""
    rows = "".join(
        f"<tr><th>{escape(row['title'])}</th>"
        + "".join(f"<td>{escape(_shown(row[name]))}</td>" for name in _COLUMNS)
        + "</tr>"
        for row in data["touchpoints"]
    )
    titles = "".join(f"<th>{name.replace('_', ' ')}</th>" for name in ("touchpoint", *_COLUMNS))
    return (
        f"<p><strong>{escape(data['title'] + persona)}</strong> · {escape(head)}</p>"
        f"<table><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:.3g}".replace("-", "−")
    if isinstance(value, int):
        return str(value).replace("-", "−")
    return "–" if value is None else str(value)


def to_frame(analysis: Figures) -> Any:
    """The touchpoints' figures as a pandas DataFrame, a row a touchpoint, indexed by id."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise CjmError(
            say("pandas is not installed"), help=say("install it: pip install pandas")
        ) from error
    rows = to_dict(analysis)["touchpoints"]
    for row in rows:
        fix = row.pop("fix") or {}
        row["fix_balance"], row["fix_disappointed"] = fix.get("balance"), fix.get("disappointed")
        row["moment_of_truth"] = ", ".join(row["moment_of_truth"])
    return pandas.DataFrame(rows).set_index("id")
