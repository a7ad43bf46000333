"""The JSON Schemas (2020-12) of all that cjm reads and of all that it writes as JSON."""

from __future__ import annotations

from typing import Any

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import LANGUAGES, SCHEMAS


def schema(of: str = "journey", language: str = "en") -> dict[str, Any]:
    """A JSON Schema (2020-12).

    Args:
        of: `journey` or `workspace`, the files; `show`, `check` or `plan`, what these commands
            print with `--format json`; `overview`, what `show` prints of several journeys.
        language: In which fields are described: `en` or `ru`.

    Returns:
        The schema. It says what a schema can say; references, sums and the scale are for
        `cjm check`.

    Raises:
        UsageError: There is no schema or no language of that name.
    """
    if of not in SCHEMAS:
        raise UsageError(
            say("there is no schema of {of!r}", of=of),
            help=say("known: {known}", known=", ".join(SCHEMAS)),
        )
    if language not in LANGUAGES:
        raise UsageError(
            say("there is no language {language!r}", language=language),
            help=say("known: {known}", known=", ".join(LANGUAGES)),
        )
    from cjm.format.json_schema import DIALECT, schema_of_file

    if of not in OUTPUTS:
        return schema_of_file(of, language)
    return {"$schema": DIALECT, "title": f"cjm {COMMANDS.get(of, of)} --format json", **OUTPUTS[of]}


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


VERSION = {"const": 1}
TEXT = {"type": "string"}
SAID = {"type": ["string", "null"]}
FLAG = {"type": "boolean"}
NUMBER = {"type": "number"}
FIGURE = {"type": ["number", "null"]}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}
SOME_SHARE = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
COUNT = {"type": "integer", "minimum": 0}
PLACE = {"type": "integer", "minimum": 1}
IDS = _list(TEXT)

_TOUCHPOINT = _object(
    {
        "id": TEXT,
        "title": TEXT,
        "stage": SAID,
        "channel": SAID,
        "expectation": FIGURE,
        "experience": FIGURE,
        "gap": FIGURE,
        "interval": _or_null({"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}),
        "level": {"enum": ["disappointment", "satisfaction", "delight", None]},
        "visits": FIGURE,
        "reach": SOME_SHARE,
        "impact": FIGURE,
        "drop_off": SOME_SHARE,
        "chance": SOME_SHARE,
        "stakes": FIGURE,
        "unavoidable": FLAG,
        "moment_of_truth": IDS,
        "negative_moment_of_truth": FLAG,
        "fix": _or_null(_object({"balance": FIGURE, "disappointed": NUMBER})),
        "weighted_gap": FIGURE,
        "assumed": IDS,
        "lost": FIGURE,
        "lost_worth": FIGURE,
        "duration": FIGURE,
    }
)

_SHOW = _object(
    {
        "version": VERSION,
        "journey": TEXT,
        "title": TEXT,
        "persona": SAID,
        "coverage": SOME_SHARE,
        "touchpoints": _list(_TOUCHPOINT),
        "balance": FIGURE,
        "remembered": FIGURE,
        "disappointed": _or_null(
            _object({"share": SHARE, "exact": FLAG, "standard_error": FIGURE})
        ),
        "length": FIGURE,
        "outcomes": _object(
            dict.fromkeys(("success", "failure", "neutral", "drop_off"), SOME_SHARE)
        ),
        "moments_of_truth": IDS,
        "negative_moments_of_truth": IDS,
        "likely_path": _or_null(
            _object(
                {
                    "touchpoints": IDS,
                    "probability": SHARE,
                    "balance": _or_null(_list(FIGURE)),
                    "overdrawn_at": SAID,
                    "tied": PLACE,
                }
            )
        ),
        "worst_path": _or_null(_object({"touchpoints": IDS, "balance": FIGURE, "bounded": FLAG})),
        "loops": _list(_object({"touchpoints": IDS, "balance": FIGURE, "mean": FIGURE})),
        "stages": _list(
            _object(
                {
                    "id": SAID,
                    "title": SAID,
                    "visits": FIGURE,
                    "reach": SOME_SHARE,
                    "impact": FIGURE,
                    "lost": FIGURE,
                    "lost_worth": FIGURE,
                    "assumed": IDS,
                }
            )
        ),
        "transitions": _list(
            _object(
                {
                    "from": TEXT,
                    "to": TEXT,
                    "label": SAID,
                    "probability": SHARE,
                    "flow": FIGURE,
                    "wait": FIGURE,
                    "assumed": IDS,
                }
            )
        ),
        "assumed": IDS,
        "time": _or_null(
            _object(
                {
                    "expected": NUMBER,
                    "likely": FIGURE,
                    "coverage": _object({"visits": SHARE, "moves": SOME_SHARE}),
                }
            )
        ),
        "lost": FIGURE,
        "lost_worth": FIGURE,
    }
)

_POINT = _object({"improvements": IDS, "cost": NUMBER, "value": NUMBER, "assumed": IDS})

_PLAN = _object(
    {
        "version": VERSION,
        "journey": TEXT,
        "persona": SAID,
        "objective": {"enum": ["balance", "disappointed"]},
        "budget": FIGURE,
        "before": NUMBER,
        "chosen": _POINT,
        "next": _or_null(_POINT),
        "frontier": _list(_POINT),
        "optimal": FLAG,
        "bound": FIGURE,
        "what_if": _list(
            _object({"touchpoint": TEXT, "balance": FIGURE, "disappointed": NUMBER, "assumed": IDS})
        ),
        "assumed": IDS,
    }
)

_SPAN = dict.fromkeys(("line", "column", "end_line", "end_column"), _or_null(PLACE))

_EDIT = _object({"file": SAID, "start": COUNT, "end": COUNT, "text": {"type": "string"}})
"""Offsets in code points of the text as it lies in the file."""

_FINDING = _object(
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
        "route": _or_null(_list({"type": ["string", "integer"]})),
        "help": SAID,
    },
    personas={"type": "object", "additionalProperties": NUMBER},
    related=_list(_object({"message": TEXT, "file": SAID, **_SPAN})),
    fixes=_list(_object({"title": TEXT, "safe": {"type": "boolean"}, "edits": _list(_EDIT)})),
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

_CHECK = _object(
    {
        "version": VERSION,
        "findings": _list(_FINDING),
        "summary": _object(dict.fromkeys(_COUNTED, COUNT), unchanged=COUNT, fixed=COUNT),
    },
    resolved=IDS,
    problems=IDS,
)

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

_OVERVIEW = _object(
    {
        "version": VERSION,
        "persona": SAID,
        "journeys": _list(
            _object(
                {
                    "file": SAID,
                    "journey": SAID,
                    "title": SAID,
                    "state": {"enum": ["as-is", "to-be", None]},
                    "language": {"enum": [*LANGUAGES, None]},
                    "balance": FIGURE,
                    "disappointed": SOME_SHARE,
                    "success": SOME_SHARE,
                    "negative_moments_of_truth": _or_null(COUNT),
                    "worst": SAID,
                    "worst_gap": FIGURE,
                    "error": COUNT,
                    "warning": COUNT,
                    "info": COUNT,
                }
            )
        ),
        "summary": _object(dict.fromkeys(_SUMMED, COUNT)),
    }
)

COMMANDS = {"overview": "show FOLDER"}
"""What prints an output that is no command's own."""
OUTPUTS = {"overview": _OVERVIEW, "show": _SHOW, "check": _CHECK, "plan": _PLAN}
"""What each command prints with `--format json`; keys are added, never renamed."""
