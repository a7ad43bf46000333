"""What `cjm diff --format json` prints."""

from __future__ import annotations

from typing import Any

from cjm.compare.keys import CATALOGUES, FIGURES
from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    FLAG,
    IDS,
    SAID,
    SHARE,
    SOME_SHARE,
    TEXT,
    VERSION,
    a_list,
    an_object,
)

STATE = {"enum": ["as-is", "to-be"]}


def _sides(schema: dict[str, Any]) -> dict[str, Any]:
    """A value before and after."""
    return {"type": "array", "prefixItems": [schema, schema], "minItems": 2, "maxItems": 2}


_CHANGE = {"enum": ["added", "removed", "changed"]}
_ANYTHING: dict[str, Any] = {}
"""Whatever a field of the format may hold; null where it is not there."""
_FIELDS = a_list(an_object({"field": TEXT, "before": _ANYTHING, "after": _ANYTHING}))
_GAPS = {name: _sides(FIGURE) for name in ("expectation", "experience", "gap")}
_WAY = {"change": _CHANGE, "probability": _sides(SOME_SHARE), "assumed": _sides(IDS)}
_FIGURES = {
    **{name: _sides(FIGURE) for name in FIGURES},
    "negative_moments_of_truth": _sides(IDS),
    "assumed": _sides(IDS),
}
_TOUCHPOINT = an_object(
    {
        "id": TEXT,
        "before": SAID,
        "title": _sides(SAID),
        "change": {"enum": ["better", "worse", "same", "added", "removed", "renamed"]},
        "similarity": SHARE,
        "moved": FLAG,
        **_GAPS,
        "by_persona": a_list(an_object({"id": TEXT, **_GAPS})),
        "reach": _sides(SOME_SHARE),
        "assumed": _sides(IDS),
        "fields": _FIELDS,
    }
)
_PART = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "change": {"enum": ["added", "removed", "changed", None]},
        "moved": FLAG,
        "fields": _FIELDS,
    }
)
_JOURNEY = an_object(
    {
        "journey": TEXT,
        "title": TEXT,
        "language": TEXT,
        "file": SAID,
        "state": _sides(STATE),
        "figures": an_object(_FIGURES),
        "personas": a_list(an_object({"id": TEXT, **_FIGURES})),
        "touchpoints": a_list(_TOUCHPOINT),
        "transitions": a_list(
            an_object(
                {"from": TEXT, "to": TEXT, **_WAY, "wait": _sides(SAID), "label": _sides(SAID)}
            )
        ),
        "start": a_list(an_object({"touchpoint": TEXT, **_WAY})),
        "fields": _FIELDS,
        "catalogues": an_object(dict.fromkeys(CATALOGUES, a_list(_PART))),
    }
)
_ALONE = a_list(an_object({"journey": TEXT, "state": STATE, "title": TEXT, "file": SAID}))

DIFF = an_object(
    {
        "version": VERSION,
        "persona": SAID,
        "journeys": a_list(_JOURNEY),
        "only_in_a": _ALONE,
        "only_in_b": _ALONE,
        "unchanged": COUNT,
        "better": COUNT,
        "worse": COUNT,
    }
)
