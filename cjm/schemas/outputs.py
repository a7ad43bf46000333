"""What each command prints as JSON."""

from __future__ import annotations

from cjm.names import LANGUAGES
from cjm.schemas.conform import CONFORMANCE
from cjm.schemas.discover import DISCOVER
from cjm.schemas.feedback import FEEDBACK
from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    FLAG,
    IDS,
    NUMBER,
    PLACE,
    SAID,
    SOME_SHARE,
    TEXT,
    VERSION,
    a_list,
    an_object,
    or_null,
)
from cjm.schemas.measure import MEASURE
from cjm.schemas.segment import SEGMENT
from cjm.schemas.show import SHOW

_POINT = an_object({"improvements": IDS, "cost": NUMBER, "value": NUMBER, "assumed": IDS})

_PLAN = an_object(
    {
        "version": VERSION,
        "journey": TEXT,
        "persona": SAID,
        "objective": {"enum": ["balance", "disappointed"]},
        "budget": FIGURE,
        "before": NUMBER,
        "chosen": _POINT,
        "next": or_null(_POINT),
        "frontier": a_list(_POINT),
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

_SPAN = dict.fromkeys(("line", "column", "end_line", "end_column"), or_null(PLACE))

_EDIT = an_object({"file": SAID, "start": COUNT, "end": COUNT, "text": {"type": "string"}})
"""Offsets in code points of the text as it lies in the file."""

_FINDING = an_object(
    {
        "code": {"type": "string", "pattern": r"^CJM\d{3}$"},
        "name": TEXT,
        "severity": {"enum": ["error", "warning", "info"]},
        "message": TEXT,
        "file": SAID,
        **_SPAN,
        "journey": SAID,
        "state": SAID,
        "touchpoint": SAID,
        "item": SAID,
        "route": or_null(a_list({"type": ["string", "integer"]})),
        "help": SAID,
    },
    personas={"type": "object", "additionalProperties": NUMBER},
    related=a_list(an_object({"message": TEXT, "file": SAID, **_SPAN})),
    fixes=a_list(an_object({"title": TEXT, "safe": {"type": "boolean"}, "edits": a_list(_EDIT)})),
)

_COUNTED = (
    "journeys",
    "touchpoints",
    "error",
    "warning",
    "info",
    "waived",
    "baselined",
    "skipped",
    "unread",
)

_RUN = {
    "findings": a_list(_FINDING),
    "summary": an_object(
        dict.fromkeys(_COUNTED, COUNT), unchanged=COUNT, preexisting=COUNT, fixed=COUNT
    ),
}
_CHANGED = {"resolved": IDS, "recorded": IDS, "problems": IDS}
"""Told only where there is something."""

_CHECK = an_object({"version": VERSION, **_RUN}, **_CHANGED)

_CONFORM = an_object({**CONFORMANCE, **_RUN}, **_CHANGED)

_SUMMED = (
    "journeys",
    "touchpoints",
    "negative_moments_of_truth",
    "error",
    "warning",
    "info",
    "baselined",
    "unread",
    "skipped",
)

_OVERVIEW = an_object(
    {
        "version": VERSION,
        "persona": SAID,
        "journeys": a_list(
            an_object(
                {
                    "file": SAID,
                    "journey": SAID,
                    "title": SAID,
                    "state": {"enum": ["as-is", "to-be", None]},
                    "language": {"enum": [*LANGUAGES, None]},
                    "balance": FIGURE,
                    "disappointed": SOME_SHARE,
                    "success": SOME_SHARE,
                    "negative_moments_of_truth": or_null(COUNT),
                    "worst": SAID,
                    "worst_gap": FIGURE,
                    "error": COUNT,
                    "warning": COUNT,
                    "info": COUNT,
                }
            )
        ),
        "summary": an_object(dict.fromkeys(_SUMMED, COUNT)),
    }
)

COMMANDS = {"overview": "show FOLDER"}
"""What prints an output that is no command's own."""
OUTPUTS = {
    "overview": _OVERVIEW,
    "show": SHOW,
    "check": _CHECK,
    "plan": _PLAN,
    "measure": MEASURE,
    "discover": DISCOVER,
    "segment": SEGMENT,
    "feedback": FEEDBACK,
    "conform": _CONFORM,
}
"""What each command prints with `--format json`; keys are added, never renamed."""
