"""What `cjm segment --format json` prints."""

from __future__ import annotations

from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
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
)
from cjm.schemas.left_out import LEFT_OUT

_SCORE = {"type": "integer", "minimum": 1, "maximum": 5}
_CLASS = {"enum": ["A", "B", "C"]}
_INTERVAL = or_null({"type": "array", "items": SHARE, "minItems": 2, "maxItems": 2})
_SCORED = {
    "type": "object",
    "propertyNames": {"enum": list("12345")},
    "additionalProperties": COUNT,
}
_HELD = an_object({"customers": COUNT, "money": NUMBER, "lowest": FIGURE})
_COHORT = an_object(
    {"size": PLACE, "customers": a_list(or_null(COUNT)), "share": a_list(SOME_SHARE)}
)

_PERIOD = an_object(
    {
        "from": TEXT,
        "to": TEXT,
        "active": PLACE,
        "start": COUNT,
        "end": COUNT,
        "won": COUNT,
        "new": COUNT,
        "won_back": COUNT,
        "crr": SOME_SHARE,
        "ccr": SOME_SHARE,
        "rpr": SOME_SHARE,
        "average_order": FIGURE,
        "orders_per_customer": FIGURE,
        "lifetime": FIGURE,
        "ltv_formula": FIGURE,
    }
)

_PROGRAMME = an_object(
    {
        "members": COUNT,
        "participation": SHARE,
        "participation_interval": _INTERVAL,
        "used": or_null(COUNT),
        "redemption": SOME_SHARE,
        "redemption_interval": _INTERVAL,
        "points_used": FIGURE,
        "points_given": FIGURE,
        "redemption_points": FIGURE,
    }
)

_CUSTOMER = an_object(
    {
        "recency": COUNT,
        "frequency": PLACE,
        "money": NUMBER,
        "R": _SCORE,
        "F": _SCORE,
        "M": _SCORE,
        "segment": TEXT,
        "abc": _CLASS,
    }
)

SEGMENT = an_object(
    {
        "version": VERSION,
        "command": {"const": "segment"},
        "source": TEXT,
        "rows": COUNT,
        "left_out": LEFT_OUT,
        "customers": PLACE,
        "orders": PLACE,
        "money": NUMBER,
        "returns": COUNT,
        "from": TEXT,
        "to": TEXT,
        "reference": TEXT,
        "rfm": an_object({"R": _SCORED, "F": _SCORED, "M": _SCORED}),
        "segments": mapped(an_object({"customers": COUNT, "share": SHARE, "money": NUMBER})),
        "abc": an_object({"A": _HELD, "B": _HELD, "C": _HELD}),
        "cohorts": mapped(_COHORT),
        "begun": SAID,
        "period": _PERIOD,
        "rpr": SHARE,
        "ltv_historic": NUMBER,
        "programme": or_null(_PROGRAMME),
    },
    by_customer=mapped(_CUSTOMER),
)
"""`by_customer` is there with `--customers`."""
