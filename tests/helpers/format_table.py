"""The table of fields that the format is, taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.format.record import Record


def records(kind: Any) -> Iterator[Record]:
    """A record and every record inside it."""
    if isinstance(kind, Record):
        yield kind
        for field in kind.fields.values():
            yield from records(field.kind)
    for name in ("scalar", "listed", "mapped", "kind", "record"):
        if (part := getattr(kind, name, None)) is not None:
            yield from records(part)
    for part in (getattr(kind, "records", None) or {}).values():
        yield from records(part)
