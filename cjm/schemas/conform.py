"""What `cjm conform --format json` prints."""

from __future__ import annotations

from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    FLAG,
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
from cjm.schemas.left_out import LEFT_OUT

_DEVIATIONS = mapped(an_object({"events": COUNT, "cases": COUNT}))
_COUNTED = {"from": SAID, "to": SAID, "n": COUNT, "of": COUNT}
"""`from` is null where customers come in, `to` where they leave."""
_MOVE = an_object(
    {
        **_COUNTED,
        "declared": SOME_SHARE,
        "assumed": FLAG,
        "share": SOME_SHARE,
        "interval": or_null(a_list(SHARE)),
        "p": FIGURE,
        "adjusted": FIGURE,
        "off": {"type": ["boolean", "null"]},
    }
)

CONFORMANCE = {
    "version": VERSION,
    "command": {"const": "conform"},
    "source": TEXT,
    "rows": COUNT,
    "left_out": LEFT_OUT,
    "from": SAID,
    "to": SAID,
    "journey": TEXT,
    "cases": COUNT,
    "fit": an_object({"cases": COUNT, "share": SHARE}),
    "fitness": an_object({"mean": NUMBER, "log": NUMBER}),
    "edits": COUNT,
    "shortest": COUNT,
    "deviations": an_object(
        {
            "missing": _DEVIATIONS,
            "out_of_sequence": _DEVIATIONS,
            "ad_hoc": _DEVIATIONS,
            "failed": or_null(_DEVIATIONS),
        }
    ),
    "visits": mapped(COUNT),
    "reached": mapped(COUNT),
    "moves": a_list(_MOVE),
    "not_declared": a_list(an_object(_COUNTED)),
    "never_taken": a_list(an_object(_COUNTED)),
}
"""What was compared; the findings of it are as `cjm check` prints them."""
