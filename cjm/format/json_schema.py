"""The JSON Schema of the format, made from the table of fields that decodes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cjm.format.data import DATA
from cjm.format.files import JOURNEY, WORKSPACE
from cjm.format.measured import MEASURED
from cjm.format.topics import TOPICS
from cjm.i18n import Message, say, translate

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RECORDS = {
    "journey": JOURNEY,
    "workspace": WORKSPACE,
    "data": DATA,
    "measured": MEASURED,
    "topics": TOPICS,
}
TITLES = {
    "journey": say("A customer journey"),
    "workspace": say("A workspace of journeys"),
    "data": say("Where surveys, event logs, sales and reviews come from"),
    "measured": say("What was measured of a customer journey"),
    "topics": say("What reviews are about"),
}


def schema_of_file(
    of: str, language: str = "en", rules: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a journey, `cjm.yaml`, `data.yaml`, `topics.yaml` or an overlay.

    It says what a schema can say; references, sums and the scale are for `cjm check`. Fields are
    described in the language, and so are `rules`: their names with their titles.
    """
    defs: dict[str, dict[str, Any]] = {}
    record = RECORDS[of].schema(defs)
    if "rule" in defs and rules:
        named = defs["rule"]["anyOf"][0]
        named["enum"], named["enumDescriptions"] = list(rules), list(rules.values())
    schema: dict[str, Any] = _translated(
        {
            "$schema": DIALECT,
            "title": TITLES[of],
            **record,
            "$defs": dict(sorted(defs.items())),
        },
        language,
    )
    return schema


def _translated(schema: Any, language: str, key: str = "") -> Any:
    """The same with every message as text; titles stand without an article."""
    if isinstance(schema, Message):
        text = translate(schema, language)
        return re.sub("^an? ", "", text) if key == "title" else text
    if isinstance(schema, dict):
        return {key: _translated(value, language, key) for key, value in schema.items()}
    if isinstance(schema, (list, tuple)):
        return [_translated(item, language) for item in schema]
    return schema
