"""Scalars of the YAML 1.2 core schema: `yes`, `no`, `on` and `off` are text, `NO` is Norway."""

from __future__ import annotations

import math
import re
from typing import Any

from cjm.i18n import say

_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_SPECIAL_FLOAT = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_INT = re.compile(r"[-+]?[0-9]+")
_OCT_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NUMBER_START = frozenset("+-.0123456789")
CORE_TAG = "tag:yaml.org,2002:"


def scalar_value(text: str) -> Any:
    """A plain scalar by the YAML 1.2 core schema (section 10.3.2)."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if text[0] not in _NUMBER_START:
        return text
    return _number(text)


def _number(text: str) -> Any:
    if _INT.fullmatch(text):
        # Past 300 digits int() is slow or refused, and a float would be infinite anyway (as one
        # of 257 hexadecimal digits).
        return int(text) if len(text) < 300 else math.inf
    if _FLOAT.fullmatch(text):
        return float(text)
    if _OCT_HEX.fullmatch(text):
        return int(text, 0) if len(text) < 250 else math.inf
    if special := _SPECIAL_FLOAT.fullmatch(text):
        return math.nan if special[3] else math.inf * (-1 if special[1] == "-" else 1)
    return text


def tagged_value(tag: str, text: str) -> Any:
    """A scalar with an explicit core tag; raises ValueError where the text does not fit it."""
    name = tag.removeprefix(CORE_TAG)
    if name in ("str", "!"):
        return text
    value = scalar_value(text)
    fits = {
        "null": value is None,
        "bool": isinstance(value, bool),
        "int": isinstance(value, int) and not isinstance(value, bool),
        "float": isinstance(value, (int, float)) and not isinstance(value, bool),
    }
    if not fits[name]:
        raise ValueError(say("{text!r} does not fit its tag !!{name}", text=text, name=name))
    return float(value) if name == "float" else value


SCALAR_TAGS = frozenset((*(CORE_TAG + n for n in ("str", "null", "bool", "int", "float")), "!"))
