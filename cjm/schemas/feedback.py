"""What `cjm feedback --format json` prints."""

from __future__ import annotations

from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    IDS,
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

_TONE = {"type": ["number", "null"], "minimum": -1, "maximum": 1}
_TONED = {
    "reviews": COUNT,
    "toned": COUNT,
    "negative": COUNT,
    "negative_share": SOME_SHARE,
    "interval": or_null({"type": "array", "items": SHARE, "minItems": 2, "maxItems": 2}),
    "tone": _TONE,
}

_TOPIC = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "touchpoint": SAID,
        "share": SHARE,
        **_TONED,
        "pain": FIGURE,
        "forms": mapped(mapped(PLACE)),
        "quotes": or_null(IDS),
    }
)

FEEDBACK = an_object(
    {
        "version": VERSION,
        "command": {"const": "feedback"},
        "source": TEXT,
        "rows": COUNT,
        "left_out": LEFT_OUT,
        "from": SAID,
        "to": SAID,
        **_TONED,
        "other": COUNT,
        "authors": or_null(COUNT),
        "repeated": COUNT,
        "tone_from": {"enum": ["rating", "lexicon"]},
        "topics": a_list(_TOPIC),
        "touchpoints": mapped(an_object(_TONED)),
    }
)
