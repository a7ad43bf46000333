"""What each command prints as JSON."""

from __future__ import annotations

from cjm.names import LANGUAGES
from cjm.schemas.conform import CONFORMANCE
from cjm.schemas.diff import DIFF
from cjm.schemas.discover import DISCOVER
from cjm.schemas.feedback import FEEDBACK
from cjm.schemas.findings import FINDING
from cjm.schemas.history import HISTORY
from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    IDS,
    SAID,
    SOME_SHARE,
    VERSION,
    a_list,
    an_object,
    or_null,
)
from cjm.schemas.measure import MEASURE
from cjm.schemas.plan import PLAN
from cjm.schemas.report import REPORT
from cjm.schemas.segment import SEGMENT
from cjm.schemas.show import SHOW

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
    "findings": a_list(FINDING),
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

TITLES = {
    "overview": "cjm show FOLDER --format json",
    "report": "cjm-report/1: what a page of a report is made of",
}
"""Of what is no output of a command of that name."""
OUTPUTS = {
    "overview": _OVERVIEW,
    "show": SHOW,
    "check": _CHECK,
    "plan": PLAN,
    "diff": DIFF,
    "history": HISTORY,
    "measure": MEASURE,
    "discover": DISCOVER,
    "segment": SEGMENT,
    "feedback": FEEDBACK,
    "conform": _CONFORM,
    "report": REPORT,
}
"""What each command prints with `--format json`, and what pages read; keys are added, never
renamed."""
