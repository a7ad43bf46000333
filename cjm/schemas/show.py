"""What `cjm show --format json` prints of one journey."""

from __future__ import annotations

from typing import Any

from cjm.journey.words import LANGUAGES, PERIODS, STATES
from cjm.schemas.kinds import (
    FIGURE,
    FLAG,
    IDS,
    NUMBER,
    PLACE,
    SAID,
    SHARE,
    SOME_SHARE,
    TEXT,
    VERSION,
    a_list,
    an_object,
    mapped,
    or_null,
    without,
)

_SOURCE = {"enum": ["written", "measured", None]}
_INTERVAL = or_null({"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2})

METRIC = an_object(
    {
        "title": TEXT,
        "value": FIGURE,
        "unit": SAID,
        "target": SAID,
        "met": {"type": ["boolean", "null"]},
        "n": or_null(PLACE),
        "interval": _INTERVAL,
        "measured": SAID,
        "from": _SOURCE,
    }
)

_CUSTOMERS = an_object(
    {"value": NUMBER, "per": {"enum": [*PERIODS, None]}, "worth": FIGURE, "currency": SAID}
)

_TOUCHPOINT = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "stage": SAID,
        "channel": SAID,
        "channels": IDS,
        "expectation": FIGURE,
        "experience": FIGURE,
        "gap": FIGURE,
        "interval": _INTERVAL,
        "level": {"enum": ["disappointment", "satisfaction", "delight", None]},
        "visits": FIGURE,
        "reach": SOME_SHARE,
        "impact": FIGURE,
        "drop_off": SOME_SHARE,
        "chance": SOME_SHARE,
        "stakes": FIGURE,
        "unavoidable": FLAG,
        "moment_of_truth": IDS,
        "negative_moment_of_truth": FLAG,
        "fix": or_null(an_object({"balance": FIGURE, "disappointed": NUMBER})),
        "weighted_gap": FIGURE,
        "below_expectation": SOME_SHARE,
        "assumed": IDS,
        "lost": FIGURE,
        "lost_worth": FIGURE,
        "duration": FIGURE,
        "metrics": mapped(METRIC),
        "expectation_from": _SOURCE,
        "experience_from": _SOURCE,
        "written": {
            "type": "object",
            "properties": dict.fromkeys(("expectation", "experience"), NUMBER),
            "additionalProperties": False,
        },
    }
)

_STAGE = an_object(
    {
        "id": SAID,
        "title": SAID,
        "visits": FIGURE,
        "reach": SOME_SHARE,
        "impact": FIGURE,
        "lost": FIGURE,
        "lost_worth": FIGURE,
        "owner": SAID,
        "metrics": mapped(METRIC),
        "assumed": IDS,
    }
)

_FIGURES = an_object(
    {
        "version": VERSION,
        "journey": TEXT,
        "title": TEXT,
        "persona": SAID,
        "state": {"enum": list(STATES)},
        "language": {"enum": list(LANGUAGES)},
        "owner": SAID,
        "status": SAID,
        "updated": SAID,
        "customers": or_null(_CUSTOMERS),
        "metrics": mapped(METRIC),
        "coverage": SOME_SHARE,
        "touchpoints": a_list(_TOUCHPOINT),
        "balance": FIGURE,
        "remembered": FIGURE,
        "disappointed": or_null(
            an_object({"share": SHARE, "exact": FLAG, "standard_error": FIGURE})
        ),
        "length": FIGURE,
        "outcomes": an_object(
            dict.fromkeys(("success", "failure", "neutral", "drop_off"), SOME_SHARE)
        ),
        "moments_of_truth": IDS,
        "negative_moments_of_truth": IDS,
        "likely_path": or_null(
            an_object(
                {
                    "touchpoints": IDS,
                    "probability": SHARE,
                    "balance": or_null(a_list(FIGURE)),
                    "overdrawn_at": SAID,
                    "tied": PLACE,
                }
            )
        ),
        "worst_path": or_null(an_object({"touchpoints": IDS, "balance": FIGURE, "bounded": FLAG})),
        "loops": a_list(an_object({"touchpoints": IDS, "balance": FIGURE, "mean": FIGURE})),
        "stages": a_list(_STAGE),
        "transitions": a_list(
            an_object(
                {
                    "from": TEXT,
                    "to": TEXT,
                    "label": SAID,
                    "probability": SHARE,
                    "flow": FIGURE,
                    "wait": FIGURE,
                    "assumed": IDS,
                }
            )
        ),
        "assumed": IDS,
        "time": or_null(
            an_object(
                {
                    "expected": NUMBER,
                    "likely": FIGURE,
                    "coverage": an_object({"visits": SHARE, "moves": SOME_SHARE}),
                }
            )
        ),
        "lost": FIGURE,
        "lost_worth": FIGURE,
    }
)


def _untitled() -> dict[str, Any]:
    """The figures without titles, which stand elsewhere."""
    metrics = mapped(without(METRIC, "title"))
    parts = {"touchpoints": _TOUCHPOINT, "stages": _STAGE}
    figures = without(_FIGURES, "title")
    for key, part in parts.items():
        plain = without(part, "title")
        plain["properties"]["metrics"] = metrics
        figures["properties"][key] = a_list(plain)
    figures["properties"]["metrics"] = metrics
    return figures


VIEW = _untitled()
"""The figures of everybody, or of one persona, without titles."""
SHOW = an_object({**_FIGURES["properties"], "personas": mapped(VIEW)})
