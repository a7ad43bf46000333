"""Kinds of values that several outputs hold, as JSON Schemas."""

from __future__ import annotations

from typing import Any


def an_object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def a_list(items: dict[str, Any]) -> dict[str, Any]:
    """A list of these."""
    return {"type": "array", "items": items}


def mapped(items: dict[str, Any]) -> dict[str, Any]:
    """An object of any keys that hold these."""
    return {"type": "object", "additionalProperties": items}


def without(schema: dict[str, Any], *keys: str) -> dict[str, Any]:
    """An object without some of its keys."""
    return an_object({key: kind for key, kind in schema["properties"].items() if key not in keys})


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
IDS = a_list(TEXT)
