"""The long form: parts of a journey as plain data with every field, whether it says something.

A file has shorthands, and leaves out what it does not say; a script that reads this knows neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from cjm.analysis.facts import metrics_data
from cjm.analysis.gaps import side_interval, side_of
from cjm.journey import (
    Comparison,
    LaneTexts,
    Link,
    Metric,
    Paired,
    PersonaScores,
    Score,
    Stage,
    Touchpoint,
)
from cjm.journey.addresses import may_lead
from cjm.journey.measured import Measured, Thin

Data = dict[str, Any]

OTHERWISE = ("unread", "measurement", "other_channels", "next")
"""Fields that stand under other names, or that no reader has a use for."""


def long_form(part: Any) -> Any:
    """A part as plain data, its fields in the order of the format; days are text."""
    for kind, written in _KINDS:
        if isinstance(part, kind):
            return written(part)
    return fields_of(part) if hasattr(part, "__dataclass_fields__") else part


def fields_of(part: Any) -> Data:
    """Every field of a part by its name."""
    data = {
        name: long_form(getattr(part, name))
        for name in part.__dataclass_fields__
        if name not in OTHERWISE
    }
    if isinstance(part, (PersonaScores, Stage, Touchpoint)):  # also where they are empty
        data |= {"metrics": metrics_data(part.metrics), "lanes": _lanes(part.lanes)}
    return data


def _several(parts: tuple[Any, ...]) -> Any:
    """A list; metrics by their ids, as in the figures."""
    if parts and isinstance(parts[0], Metric):
        return metrics_data(parts)
    return [long_form(part) for part in parts]


def _lanes(lanes: Iterable[LaneTexts]) -> dict[str, list[str]]:
    """Texts in rows of one's own, by their keys."""
    return {own.lane: list(own.texts) for own in lanes}


def _score(score: Score) -> Data:
    """A score with its evidence; `written` is what a measured one has taken the place of."""
    replaced = score.measurement.replaced if score.measurement else None
    interval = side_interval(side_of(score))
    return {
        "score": score.score,
        "n": score.n,
        "effective": score.measurement and score.measurement.effective,
        "sd": score.sd,
        "interval": list(interval) if interval else None,
        "source": score.source,
        "measured": long_form(score.measured),
        "because": list(score.because),
        "from": "measured" if score.measurement else "written",
        "written": None if replaced is None else replaced.score,
    }


def _pair(pair: Paired) -> Data:
    """Evidence on B − O."""
    return {
        "n": pair.n,
        "effective": pair.measurement and pair.measurement.effective,
        "sd": pair.sd,
        "below": pair.below,
        "from": "measured" if pair.measurement else "written",
    }


def _link(link: Link) -> Data:
    """A named address; `url` only where a page may lead there."""
    address = link.url.strip()
    return {"id": link.id, "address": link.url, "url": address if may_lead(address) else None}


_KINDS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Score, _score),
    (Paired, _pair),
    (Link, _link),
    (Comparison, str),
    (date, date.isoformat),
    (tuple, _several),
)
"""Kinds of values that are not written field by field."""


# ---- what was measured ----------------------------------------------------------------------


def overlay_data(measured: Measured) -> Data:
    """What an overlay says beside scores, metrics and topics: what was seen, and what was not."""
    period = measured.period
    return {
        "period": period and {"from": long_form(period.first), "to": long_form(period.last)},
        "sources": [
            {
                "source": seen.source,
                "rows": seen.rows,
                "used": seen.used,
                "from": long_form(seen.first),
                "to": long_form(seen.last),
            }
            for seen in measured.sources
        ],
        "thin": {thin.id: _thin(thin) for thin in measured.thin},
        "thin_metrics": dict(measured.thin_metrics),
        "left_out": {
            source: [
                {"reason": row.reason, "rows": row.rows, "values": dict(row.values)} for row in rows
            ]
            for source, rows in measured.left_out
        },
    }


def _thin(thin: Thin) -> Data:
    """How many answers there are where they are too few to be a score."""
    data: Data = {
        "expectation": thin.expectation,
        "experience": thin.experience,
        "metrics": dict(thin.metrics),
    }
    return data | {"by_persona": {part.id: _thin(part) for part in thin.by_persona}}
