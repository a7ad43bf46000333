"""What `cjm plan --format json` prints."""

from __future__ import annotations

from cjm.schemas.kinds import (
    FIGURE,
    FLAG,
    IDS,
    NUMBER,
    SAID,
    TEXT,
    VERSION,
    a_list,
    an_object,
    or_null,
)

POINT = an_object({"improvements": IDS, "cost": NUMBER, "value": NUMBER, "assumed": IDS})

PLAN = an_object(
    {
        "version": VERSION,
        "journey": TEXT,
        "persona": SAID,
        "objective": {"enum": ["balance", "disappointed"]},
        "budget": FIGURE,
        "before": NUMBER,
        "chosen": POINT,
        "next": or_null(POINT),
        "frontier": a_list(POINT),
        "optimal": FLAG,
        "bound": FIGURE,
        "what_if": a_list(
            an_object(
                {"touchpoint": TEXT, "balance": FIGURE, "disappointed": NUMBER, "assumed": IDS}
            )
        ),
        "assumed": IDS,
    }
)
