"""Plain data → the text of a value that is put into a file."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping
from numbers import Real
from typing import Any

from cjm.source import parse
from cjm.source.emit import WIDTH, quoted
from cjm.source.lines import LINE_BREAK

STEP = 2
"""Spaces of a level."""


def is_collection(value: Any) -> bool:
    """Whether a value is a mapping or a list."""
    return isinstance(value, (Mapping, list, tuple))


def flow(value: Any) -> str:
    """A value in one line, collections in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_text(k)}: {flow(item)}" for k, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar_text(value)


def entry_lines(head: str, value: Any, indent: int, opened: bool = False) -> list[str]:
    """A key with its colon, or a dash, and its value: on the line where that is short, or below.

    Where `opened`, a collection stands below however short it is; those in it do not.
    """
    line = f"{head} {flow(value)}"
    if not (is_collection(value) and value) or (len(line) <= WIDTH and not opened):
        return [line]
    lines = block_lines(value, indent + STEP)
    if isinstance(value, Mapping) and head.endswith("-"):
        return [f"{head} {lines[0].lstrip()}", *lines[1:]]
    return [head, *lines]


def block_lines(value: Any, indent: int) -> list[str]:
    """A collection that is not empty, each part on a line of its own."""
    return list(_lines(value, indent))


def _lines(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from entry_lines(f"{' ' * indent}{key_text(key)}:", item, indent)
    else:
        for item in value:
            yield from entry_lines(f"{' ' * indent}-", item, indent)


def scalar_text(value: Any) -> str:
    """A scalar as it is written: numbers shortest, text without quotes where it reads back so."""
    if value is None:
        return "~"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Real):
        return _number(float(value) if not isinstance(value, int) else value)
    text = str(value)
    return text if _reads_back(text) else quoted(text)


def key_text(key: Any) -> str:
    """A key as it is written."""
    text = str(key)
    return text if _is_key(text) else quoted(text)


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _reads_back(text: str) -> bool:
    """Whether a text without quotes is read as itself, on a line and in brackets."""
    if not text or LINE_BREAK.search(text):
        return False
    return _says(f"k: {text}\nl: [{text}, {{k: {text}}}]\n", {"k": text, "l": [text, {"k": text}]})


def _is_key(text: str) -> bool:
    """The same of a key."""
    if not text or LINE_BREAK.search(text):
        return False
    read, other = unicodedata.normalize("NFC", text), "l" if text != "l" else "m"
    return _says(f"{text}: 1\n{other}: {{{text}: 1}}\n", {read: 1, other: {read: 1}})


def _says(text: str, data: Any) -> bool:
    source = parse(text)
    return source.root is not None and not source.faults and bool(source.root.data == data)
