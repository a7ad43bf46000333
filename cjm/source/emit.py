"""Plain data → YAML text that people would have written so: block style, small parts in braces.

Whatever the data, reading the text gives it back: by YAML 1.2, and by readers of 1.1 too, which
is why `yes` and `2026-09-30` stand in quotes where they are text; a day stands without.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

WIDTH = 100
"""A part stands in braces where its line is no longer than this."""
LONGEST_KEY = 1000
"""A longer key, for which YAML wants a question mark, is written so."""

_PLAIN = re.compile(
    r"[^\W\d_][\w .,;/()%+=«»—–…№-]*(?<=[\w.,;/()%+=«»—–…№-])"  # begins with a letter
    r"|\d+ [^\W\d_][\w .,;/()%-]*(?<=[\w.,;/()%-])"  # 15 min
)
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null"))
"""What readers of YAML 1.1 do not take for text. None in use takes `y` or `n` for anything else,
and `n` is the format's own word for a number of answers."""
_LITERAL = re.compile(r"(?![ \n])(?:[^\n]*[^\s][^\n]*\n)*[^\n]*[^\s][^\n]*\n?")


class Plain(str):
    """Text that means the same to every reader without quotes, such as the day of a measurement."""

    __slots__ = ()


def emit(data: Mapping[str, Any], opened: Collection[str] = ()) -> str:
    """A mapping as the text of a file. What the top-level keys `opened` hold is never in braces.

    Values are mappings with text as keys, lists, text, numbers, booleans and None.
    """
    return "\n".join(_mapping(data, 0, opened)) + "\n"


def _mapping(data: Mapping[str, Any], indent: int, opened: Collection[str] = ()) -> Iterator[str]:
    for key, value in data.items():
        name = scalar(key)
        if len(name) > LONGEST_KEY:
            yield f"{' ' * indent}? {name}"
            name = ""
        yield from _entry(f"{' ' * indent}{name}:", value, indent, key in opened)


def _entry(head: str, value: Any, indent: int, opened: bool = False) -> Iterator[str]:
    """A key or a dash, and its value on the same line or below."""
    if value is None and head.endswith(":"):
        yield head
    elif isinstance(value, str) and _is_literal(value):
        yield f"{head} {'|' if value.endswith(chr(10)) else '|-'}"
        yield from (f"{' ' * (indent + 2)}{line}" for line in value.removesuffix("\n").split("\n"))
    elif not isinstance(value, (Mapping, list, tuple)):
        yield f"{head} {scalar(value)}"
    else:
        line = f"{head} {_flow(value)}"
        if not value or (len(line) <= WIDTH and not opened and not _holds_lines(value)):
            yield line
        elif isinstance(value, Mapping) and head.endswith("-"):
            first, *rest = _mapping(value, indent + 2)
            yield from (f"{head} {first.lstrip()}", *rest)
        else:
            yield head
            yield from _below(value, indent + 2)


def _below(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
    else:
        for item in value:
            yield from _entry(f"{' ' * indent}-", item, indent)


def _flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, True)}: {_flow(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return scalar(value, True)


def _is_literal(text: str) -> bool:
    return "\n" in text and bool(_LITERAL.fullmatch(text)) and text.replace("\n", "").isprintable()


def _holds_lines(value: Any) -> bool:
    """Whether a text of several lines is in it, which stands best on lines of its own."""
    if isinstance(value, Mapping):
        return (
            any(map(_holds_lines, value.values())) or max(map(len, value), default=0) > LONGEST_KEY
        )
    if isinstance(value, (list, tuple)):
        return any(map(_holds_lines, value))
    return isinstance(value, str) and _is_literal(value)


def scalar(value: Any, flow: bool = False) -> str:
    """A scalar as it stands in a file; `flow` inside braces, where a comma ends it."""
    if value is None:
        return "~"
    if isinstance(value, Plain):
        return value
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS
        return (
            value if plain and not (flow and "," in value) and "\n" not in value else quoted(value)
        )
    return json.dumps(value)  # numbers and booleans


def quoted(text: str) -> str:
    """In double quotes, with escapes for what a reader could not see or tell apart."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{_UNSEEN.sub(_escape, text)}"'


_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff]"
)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
