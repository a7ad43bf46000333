"""What `cjm history --format json` prints."""

from __future__ import annotations

from typing import Any

from cjm.schemas.kinds import (
    FIGURE,
    FLAG,
    IDS,
    SAID,
    SOME_SHARE,
    TEXT,
    VERSION,
    a_list,
    an_object,
    mapped,
)

_METRIC = an_object({"value": FIGURE, "target": SAID, "met": {"type": ["boolean", "null"]}})
HISTORY: dict[str, Any] = an_object(
    {
        "version": VERSION,
        "path": TEXT,
        "journey": TEXT,
        "touchpoints": a_list(
            an_object(
                {
                    "id": TEXT,
                    "title": TEXT,
                    "before": IDS,
                    "is_there": FLAG,
                    "moment_of_truth": FLAG,
                }
            )
        ),
        "revisions": a_list(
            an_object(
                {
                    "commit": SAID,
                    "time": SAID,
                    "author_time": SAID,
                    "subject": SAID,
                    "path": TEXT,
                    "gaps": mapped(FIGURE),
                    "balance": FIGURE,
                    "disappointed": SOME_SHARE,
                    "metrics": mapped(_METRIC),
                }
            )
        ),
        "skipped": a_list(an_object({"commit": SAID, "reason": TEXT})),
        "shallow": FLAG,
    }
)
