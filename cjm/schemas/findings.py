"""A finding, as every output that has some holds it."""

from __future__ import annotations

from cjm.schemas.kinds import COUNT, NUMBER, PLACE, SAID, TEXT, a_list, an_object, or_null

_SPAN = dict.fromkeys(("line", "column", "end_line", "end_column"), or_null(PLACE))

_EDIT = an_object({"file": SAID, "start": COUNT, "end": COUNT, "text": {"type": "string"}})
"""Offsets in code points of the text as it lies in the file."""

FINDING = an_object(
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
