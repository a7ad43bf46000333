"""The JSON Schema of the format, made from the table of fields that decodes it."""

from __future__ import annotations

from typing import Any, Literal

from cjm.errors import UsageError
from cjm.format import JOURNEY, WORKSPACE
from cjm.i18n import say
from cjm.names import SCHEMAS


def schema(of: Literal["journey", "workspace"] = "journey") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a journey, or of the workspace `cjm.yaml`.

    It says what a schema can say; references, sums and the scale are for `cjm check`.
    """
    records = {"journey": JOURNEY, "workspace": WORKSPACE}
    if of not in records:
        raise UsageError(
            say("there is no schema of {of!r}", of=of),
            help=say("known: {known}", known=", ".join(SCHEMAS)),
        )
    defs: dict[str, dict[str, Any]] = {}
    record = records[of].schema(defs)
    title = {"journey": "A customer journey", "workspace": "A workspace of journeys"}[of]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **record,
        "$defs": dict(sorted(defs.items())),
    }
