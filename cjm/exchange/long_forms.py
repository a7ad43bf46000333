"""Short forms → long forms, by the table of fields: `experience: 5` → `{"score": 5}`.

Programs that read a journey then find a field in one form only. The format reads both.
"""

from __future__ import annotations

from typing import Any

from cjm.format import JOURNEY
from cjm.format.mappings import MapOf
from cjm.format.record import Brief, Record
from cjm.format.shapes import Forms, Into, ListOf


def in_long_forms(data: dict[str, Any]) -> dict[str, Any]:
    """The data of a journey's file, each value in the longest form that it has.

    Args:
        data: What `cjm.to_dict` gives.

    Returns:
        Data that is read as an equal journey. Scores, metrics and customers are mappings, texts of
        which there may be several are lists, `next` and catalogues are mappings of ids to mappings.
    """
    return {key: _of_key(JOURNEY, key, value) for key, value in data.items()}


def _of_key(record: Record, key: str, value: Any) -> Any:
    """The value of a key; the author's own keys hold texts."""
    if key in record.fields:
        return _long(record.fields[key].kind, value)
    return [value] if isinstance(value, str) else value


def _long(kind: Any, value: Any) -> Any:
    match kind:
        case Forms():
            return _longest(kind, value)
        case Into():
            return _long(kind.kind, value)
        case ListOf():
            return [_long(kind.kind, item) for item in value]
        case Record():
            return {key: _of_key(kind, key, item) for key, item in (value or {}).items()}
        case MapOf():
            return {id: _long(kind.kind, item) for id, item in value.items()}
    return value


def _longest(forms: Forms, value: Any) -> Any:
    """A value of several forms: as a mapping, else as a list."""
    if isinstance(value, dict):
        return _long(forms.mapped, value)
    if isinstance(forms.scalar, Brief) and not isinstance(value, list):
        if value is None:
            return {}
        return _long(forms.scalar.record, {forms.scalar.key: value})
    if value is None:
        return None
    items = value if isinstance(value, list) else [value]
    if forms.mapped and _may_be_empty(forms.mapped):
        return {id: {} for id in items}
    return _long(forms.listed, items) if forms.listed else value


def _may_be_empty(mapped: Any) -> bool:
    """Whether a mapping of ids says enough by its keys."""
    entries = mapped.kind if isinstance(mapped, Into) else mapped
    return isinstance(entries, MapOf) and isinstance(entries.kind, Forms) and entries.kind.empty
