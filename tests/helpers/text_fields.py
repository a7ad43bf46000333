"""Files with a text of one's choice in every field that takes any text, by the table of fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cjm.format.kinds import step
from cjm.format.record import Brief
from cjm.format.texts import Text
from cjm.journey import is_own_key

Way = tuple[str | int, ...]


def text_fields(kind: Any, data: Any, way: Way = ()) -> Iterator[Way]:
    """The keys and indices that lead to every text in the data of a file."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        found = step(kind, key)
        inside = found.kind if found else None
        if isinstance(value, (dict, list)):
            yield from (
                _own(value, (*way, key))
                if inside is None
                else text_fields(inside, value, (*way, key))
            )
        elif isinstance(value, str) and (takes_text(inside) or is_own_key(str(key))):
            yield (*way, key)


def _own(texts: Any, way: Way) -> Iterator[Way]:
    """Texts under a key of the author's own."""
    yield from ((*way, index) for index in range(len(texts)))


def takes_text(kind: Any) -> bool:
    """Whether a value that is no list or mapping may be any text."""
    if isinstance(kind, Brief):
        return takes_text(kind.record.fields[kind.key].kind)
    parts = (getattr(kind, name, None) for name in ("scalar", "kind"))
    return isinstance(kind, Text) or any(takes_text(part) for part in parts if part)


def filled_with(kind: Any, data: Any, text_at: Callable[[Way], str]) -> Any:
    """The data with another text in each of those fields."""
    ways = set(text_fields(kind, data))

    def put(value: Any, way: Way) -> Any:
        if isinstance(value, dict):
            return {key: put(item, (*way, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [put(item, (*way, index)) for index, item in enumerate(value)]
        return text_at(way) if way in ways else value

    return put(data, ())
