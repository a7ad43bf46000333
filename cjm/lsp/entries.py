"""Entries: whole touchpoints, improvements, waivers and others, with stops to type at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.i18n import Message, say, translate
from cjm.lsp.choices import Choice
from cjm.lsp.cursor import STEP, Cursor
from cjm.lsp.fields import field_at, record_of
from cjm.lsp.reading import Reading

_ID = "${1:id}"
"""How a snippet begins whose entry has an id."""

FIRST_FILES: Mapping[str, tuple[str, Message, str]] = {
    "journey": (
        "journey",
        say("the smallest journey"),
        "cjm: 1\ntitle: ${1:%s}\n\ntouchpoints:\n  ${2:first}:\n    title: ${3:%s}\n$0",
    ),
    "workspace": (
        "workspace",
        say("the smallest workspace"),
        "cjm: 1\nworkspace: ${1:%s}\njourneys: [${2:journeys}]\n$0",
    ),
}
"""What an empty file begins with."""


def first_file(reading: Reading) -> Iterator[Choice]:
    """What an empty file can begin with; nothing where `cjm data` alone knows what."""
    if reading.kind not in FIRST_FILES:
        return
    label, doc, text = FIRST_FILES[reading.kind]
    names = {
        "journey": (say("Title"), say("First contact")),
        "workspace": (say("Name"),),
    }[reading.kind]
    told = tuple(translate(name, reading.language) for name in names)
    yield Choice(label, "entry", text % told, documentation=doc, is_snippet=True)


def entries(reading: Reading, cursor: Cursor, ids: tuple[str, ...] = ()) -> Iterator[Choice]:
    """New entries of the mapping or list at a cursor, as the format shows them.

    Args:
        reading: The document.
        cursor: Where the entry's key, or the item, shall stand.
        ids: Those that are used and nobody declared: an entry for each of them comes first.
    """
    field = field_at(record_of(reading), _owner_route(cursor))
    for snippet in field.snippets if field else ():
        if not isinstance(snippet.body, Mapping):
            continue
        body = _translated(snippet.body, reading.language)
        label = translate(snippet.label, reading.language)
        keyed = _ID in body
        for id in ids if keyed else ():
            text = _written({id: body[_ID]}, cursor)
            yield Choice(id, "entry", text, label, is_snippet=True)
        if keyed or cursor.role == "either":
            text = _written(body, cursor)
            key = str(_owner_route(cursor)[-1])
            yield Choice(label, "entry", text, filter=key, is_snippet=True, is_schema=True)


def _owner_route(cursor: Cursor) -> tuple[str | int, ...]:
    """The way to the field that holds the entries: of an item that is its list's."""
    route = cursor.route
    return route[:-1] if route and isinstance(route[-1], int) else route


def _translated(value: Any, language: str) -> Any:
    if isinstance(value, Message):
        return translate(value, language)
    if isinstance(value, Mapping):
        return {key: _translated(item, language) for key, item in value.items()}
    return str(value)


def _written(body: Mapping[str, Any], cursor: Cursor) -> str:
    if cursor.flow:
        return _flow(body) if cursor.role == "either" else _flow(body)[1:-1]
    column = cursor.column + len(cursor.lead) if cursor.role == "either" else cursor.column
    return "\n".join(_lines(body, column)).lstrip(" ")


def _flow(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"


def _lines(body: Mapping[str, Any], column: int) -> Iterator[str]:
    """An entry in block form; what has one key alone stays on its line."""
    for key, value in body.items():
        head = f"{' ' * column}{key}:"
        if isinstance(value, Mapping) and len(value) > 1:
            yield head
            yield from _lines(value, column + STEP)
        else:
            yield f"{head} {_flow(value)}"
