"""What a page of a report is made of: one journey, `cjm-report/1`."""

from __future__ import annotations

from typing import Any

from cjm.journey.words import LANGUAGES, OUTCOMES, PERIODS, PHASES, STATES, WHERE
from cjm.schemas.findings import FINDING
from cjm.schemas.kinds import (
    COUNT,
    FIGURE,
    FLAG,
    IDS,
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
from cjm.schemas.plan import POINT
from cjm.schemas.show import METRIC, VIEW

_TEXTS = IDS
_SOME_COUNT = or_null(PLACE)
_INTERVAL = or_null({"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2})
_FROM = {"enum": ["written", "measured"]}
_METRICS = mapped(METRIC)
_LANES = mapped(_TEXTS)
_DAYS = {"from": SAID, "to": SAID}

_SCORE = or_null(
    an_object(
        {
            "score": NUMBER,
            "n": _SOME_COUNT,
            "effective": FIGURE,
            "sd": FIGURE,
            "interval": _INTERVAL,
            "source": SAID,
            "measured": SAID,
            "because": _TEXTS,
            "from": _FROM,
            "written": FIGURE,
        }
    )
)

_PAIR = or_null(
    an_object({"n": PLACE, "effective": FIGURE, "sd": NUMBER, "below": SOME_SHARE, "from": _FROM})
)

_HELD = {
    "expectation": _SCORE,
    "experience": _SCORE,
    "paired": _PAIR,
    "written_pair": _PAIR,
    **dict.fromkeys(
        ("actions", "thoughts", "emotions", "strengths", "pains", "opportunities", "quotes"), _TEXTS
    ),
    "metrics": _METRICS,
    "lanes": _LANES,
}
"""What both a touchpoint and a persona there may have of their own."""

_TOUCHPOINT = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "description": SAID,
        "stage": SAID,
        "channel": SAID,
        "channels": IDS,
        "duration": SAID,
        "moment_of_truth": FLAG,
        **_HELD,
        "by_persona": a_list(an_object({"persona": TEXT, **_HELD})),
        "importance": NUMBER,
        "owner": SAID,
        **dict.fromkeys(("standard", "backstage", "root_cause"), _TEXTS),
        "scenario": a_list(
            an_object({"step": TEXT, "say": SAID, "do": SAID, "customer_feels": SAID})
        ),
        "links": a_list(an_object({"id": TEXT, "address": TEXT, "url": SAID})),
        "next": a_list(
            an_object({"id": TEXT, "probability": SOME_SHARE, "label": SAID, "wait": SAID})
        ),
        "ways": a_list(
            {"type": "array", "prefixItems": [COUNT, SHARE], "minItems": 2, "maxItems": 2}
        ),
        "leaving": SHARE,
        "outcome": {"enum": [*OUTCOMES, None]},
        "topics": a_list(
            an_object({"topic": TEXT, "reviews": COUNT, "negative": COUNT, "pain": SHARE})
        ),
        "line": or_null(PLACE),
    }
)

_PERSONA = an_object(
    {
        "id": TEXT,
        "name": TEXT,
        "share": SOME_SHARE,
        **dict.fromkeys(("goals", "pains", "values", "objections", "sources"), _TEXTS),
    }
)

_STAGE = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "goal": SAID,
        "description": SAID,
        "emotions": _TEXTS,
        "pains": _TEXTS,
        "opportunities": _TEXTS,
        "owner": SAID,
        "metrics": _METRICS,
        "lanes": _LANES,
    }
)

_JUDGEMENT = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "unit": SAID,
        "before": FIGURE,
        "target": SAID,
        "after": FIGURE,
        "measured": SAID,
    }
)

_IMPROVEMENT = an_object(
    {
        "id": TEXT,
        "title": TEXT,
        "lifts": a_list(an_object({"touchpoint": TEXT, "points": NUMBER})),
        "cost": NUMBER,
        "phase": {"enum": list(PHASES)},
        "owner": SAID,
        "due": SAID,
        "judged_by": a_list(_JUDGEMENT),
    }
)

_LISTS = {
    "personas": _PERSONA,
    "stages": _STAGE,
    "channels": an_object({"id": TEXT, "title": TEXT, "kind": {"enum": [*WHERE, None]}}),
    "lanes": an_object({"id": TEXT, "title": TEXT}),
    "improvements": _IMPROVEMENT,
    "waivers": an_object({"rule": IDS, "reason": TEXT, "touchpoint": SAID, "until": SAID}),
}

_THIN: dict[str, Any] = {
    "expectation": _SOME_COUNT,
    "experience": _SOME_COUNT,
    "metrics": mapped(PLACE),
}
_THIN_OF_PERSONA = an_object({**_THIN, "by_persona": {"type": "object", "maxProperties": 0}})

_MEASURED = an_object(
    {
        "period": or_null(an_object(_DAYS)),
        "sources": a_list(an_object({"source": TEXT, "rows": COUNT, "used": COUNT, **_DAYS})),
        "thin": mapped(an_object({**_THIN, "by_persona": mapped(_THIN_OF_PERSONA)})),
        "thin_metrics": mapped(PLACE),
        "left_out": mapped(
            a_list(an_object({"reason": TEXT, "rows": COUNT, "values": mapped(COUNT)}))
        ),
    }
)

_PLAN = an_object(
    {
        "before": NUMBER,
        "optimal": FLAG,
        "bound": FIGURE,
        "frontier": a_list(POINT),
        "assumed": IDS,
    }
)

_HEAD = {"version": VERSION, "schema": {"const": "cjm-report/1"}, "id": TEXT, "file": SAID}
_FACTS = {
    "title": TEXT,
    "description": SAID,
    "state": {"enum": list(STATES)},
    "language": {"enum": list(LANGUAGES)},
    "owner": SAID,
    "status": SAID,
    "updated": SAID,
    "scale": {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2},
    "tolerance": NUMBER,
    "customers": or_null(
        an_object(
            {"value": NUMBER, "per": {"enum": [*PERIODS, None]}, "worth": FIGURE, "currency": SAID}
        )
    ),
}
_NONE = {"type": "null"}
_EMPTY_LIST = {"type": "array", "maxItems": 0}
_EMPTY = {"type": "object", "maxProperties": 0}

_READ = an_object(
    {
        **_HEAD,
        "unread": {"const": False},
        **_FACTS,
        **{name: a_list(item) for name, item in _LISTS.items()},
        "metrics": _METRICS,
        "measured": or_null(_MEASURED),
        "start": a_list(SHARE),
        "touchpoints": {**a_list(_TOUCHPOINT), "minItems": 1},
        "obstacle": {"enum": ["trap", "endless", "solver", None]},
        "views": {**mapped(VIEW), "required": [""]},
        "plan": or_null(an_object({"balance": _PLAN, "disappointed": _PLAN})),
        "findings": a_list(FINDING),
    }
)

_UNREAD = an_object(
    {
        **_HEAD,
        "unread": {"const": True},
        **dict.fromkeys(_FACTS, _NONE),
        **dict.fromkeys(_LISTS, _EMPTY_LIST),
        "metrics": _EMPTY,
        "measured": _NONE,
        "start": _EMPTY_LIST,
        "touchpoints": _EMPTY_LIST,
        "obstacle": _NONE,
        "views": _EMPTY,
        "plan": _NONE,
        "findings": {**a_list(FINDING), "minItems": 1},
    }
)

REPORT: dict[str, Any] = {"anyOf": [_READ, _UNREAD]}
"""A journey that could be read, or what is known of one that could not."""
