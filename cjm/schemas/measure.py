"""What `cjm measure` prints as JSON."""

from __future__ import annotations

from typing import Any

from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    NUMBER,
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

_N = {"type": "integer", "minimum": 1}
_INTERVAL = {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}
_EVIDENCE = {"n": _N, "effective": FIGURE}
_SCORE = an_object({"score": NUMBER, **_EVIDENCE, "sd": FIGURE, "measured": SAID, "source": SAID})
_PAIRED = an_object({**_EVIDENCE, "sd": NUMBER, "below": SOME_SHARE})
_METRICS = mapped(
    an_object(
        {
            "value": NUMBER,
            "unit": SAID,
            **_EVIDENCE,
            "interval": or_null(_INTERVAL),
            "measured": SAID,
            "source": SAID,
        }
    )
)
_SIDES = {
    "expectation": or_null(_SCORE),
    "experience": or_null(_SCORE),
    "paired": or_null(_PAIRED),
}
_FEW = mapped(_N)
_THIN = {"expectation": or_null(_N), "experience": or_null(_N), "metrics": _FEW}
_DAYS = {"from": SAID, "to": SAID}

LEFT_OUT = mapped(mapped({"anyOf": [COUNT, an_object({"rows": COUNT, "values": mapped(COUNT)})]}))
"""By source and reason: rows, and what stood in them."""

_JOURNEY = {
    "journey": TEXT,
    "state": {"enum": ["as-is", "to-be"]},
    "scale": _INTERVAL,
    "period": or_null(an_object(_DAYS)),
    "sources": mapped(an_object({"rows": COUNT, "used": COUNT, **_DAYS})),
    "scores": mapped(
        an_object(
            {
                **_SIDES,
                "by_persona": mapped(an_object({**_SIDES, "metrics": _METRICS})),
                "metrics": _METRICS,
                "topics": mapped(an_object({"reviews": COUNT, "negative": COUNT, "pain": SHARE})),
                "quotes": a_list(an_object({"quote": TEXT, "source": SAID})),
            }
        )
    ),
    "by_persona": mapped(an_object({"metrics": _METRICS, "thin_metrics": _FEW})),
    "metrics": _METRICS,
    "thin": mapped(an_object({**_THIN, "by_persona": mapped(an_object(_THIN))})),
    "thin_metrics": _FEW,
    "left_out": LEFT_OUT,
}
_HEAD = {"version": VERSION, "command": {"const": "measure"}}

MEASURE: dict[str, Any] = {
    "anyOf": [
        an_object({**_HEAD, **_JOURNEY}),
        an_object({**_HEAD, "journeys": a_list(an_object(_JOURNEY))}),
    ]
}
"""Of one journey its overlay's content, of several a list of them."""
