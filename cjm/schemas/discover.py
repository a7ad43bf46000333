"""What `cjm discover --format json` prints."""

from __future__ import annotations

from cjm.schemas.kinds import (
    IDS,
    NUMBER,
    PLACE,
    SHARE,
    TEXT,
    VERSION,
    a_list,
    an_object,
    mapped,
)
from cjm.schemas.left_out import LEFT_OUT

_COUNTS = mapped(PLACE)
_WAIT = an_object(dict.fromkeys(("mean", "median", "p95"), NUMBER))
"""Seconds."""
_MOVE = an_object(
    {"from": TEXT, "to": TEXT, "n": PLACE, "probability": SHARE, "wait": _WAIT},
)
_LEFT = {
    "transitions": mapped(_COUNTS),
    "starts": _COUNTS,
    "touchpoints": _COUNTS,
    "paths": an_object({"count": PLACE, "cases": PLACE}),
}
"""What noise filters left out, beside rows by reason."""

DISCOVER = an_object(
    {
        "version": VERSION,
        "command": {"const": "discover"},
        "source": TEXT,
        "cases": PLACE,
        "events": PLACE,
        "visits": _COUNTS,
        "starts": _COUNTS,
        "ends": _COUNTS,
        "moves": a_list(_MOVE),
        "paths": an_object(
            {"count": PLACE, "top": a_list(an_object({"touchpoints": IDS, "cases": PLACE}))}
        ),
        "order": a_list(an_object({"id": TEXT, "position": NUMBER, "cases": PLACE})),
        "left_out": {**LEFT_OUT, "properties": _LEFT},
    }
)
