"""What `cjm show --format json` prints of one journey."""

from __future__ import annotations

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
    or_null,
)

_TOUCHPOINT = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "stage": SAID,
        "channel": SAID,
        "expectation": FIGURE,
        "experience": FIGURE,
        "gap": FIGURE,
        "interval": or_null({"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}),
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
        "assumed": IDS,
        "lost": FIGURE,
        "lost_worth": FIGURE,
        "duration": FIGURE,
    }
)

SHOW = an_object(
    {
        "version": VERSION,
        "journey": TEXT,
        "title": TEXT,
        "persona": SAID,
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
        "stages": a_list(
            an_object(
                {
                    "id": SAID,
                    "title": SAID,
                    "visits": FIGURE,
                    "reach": SOME_SHARE,
                    "impact": FIGURE,
                    "lost": FIGURE,
                    "lost_worth": FIGURE,
                    "assumed": IDS,
                }
            )
        ),
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
