"""JSON as every output of cjm is written: numbers exact, and nothing in it that steers a reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from cjm.source.signs import quiet_json


def json_text(data: Any) -> str:
    """Data as JSON, with a line end.

    Args:
        data: Dicts, lists, text, finite numbers, booleans and None.

    Returns:
        The same data in JSON: letters of any script as they are; control signs, direction signs and
        what CI servers take for commands as escapes.

    Raises:
        ValueError: A number is infinite or none.
    """
    return "".join(json_parts(data))


def json_parts(data: Any) -> Iterator[str]:
    """The same in parts. Where there is an iterator in the data, it is a list that is given item by
    item, so that it never has to be there as a whole; its items are plain data.
    """
    yield from _parts(data, "\n")
    yield "\n"


_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1, allow_nan=False)


def _parts(data: Any, line: str) -> Iterator[str]:
    """What stands after a key or by itself; `line` is a line end and the indent around it."""
    inner = line + " "
    if isinstance(data, Iterator):
        yield from _listed(data, line)
    elif not _holds_iterator(data):
        yield _plain(data, line)
    else:
        pairs = data.items() if isinstance(data, dict) else ((None, item) for item in data)
        before, after = "{}" if isinstance(data, dict) else "[]"
        for key, value in pairs:
            yield before + inner + ("" if key is None else f"{_ENCODER.encode(key)}: ")
            yield from _parts(value, inner)
            before = ","
        yield line + after


AT_ONCE = 50
"""Items of an iterator that are written together: one by one takes half as long again."""


def _listed(items: Iterator[Any], line: str) -> Iterator[str]:
    before = "["
    while some := list(islice(items, AT_ONCE)):
        yield before + _plain(some, line)[1 : -len(line) - 1]
        before = ","
    yield "[]" if before == "[" else f"{line}]"


def _plain(data: Any, line: str) -> str:
    return quiet_json(_ENCODER.encode(data)).replace("\n", line)


def _holds_iterator(data: Any) -> bool:
    if isinstance(data, dict):
        return any(map(_holds_iterator, data.values()))
    if isinstance(data, list):
        return any(map(_holds_iterator, data))
    return isinstance(data, Iterator)
