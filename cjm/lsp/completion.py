"""Completion: what can be written at a place, from the format's table and from what is declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.edits.writing import key_text
from cjm.format.kinds import Kind
from cjm.format.mappings import MapOf
from cjm.format.record import Field, Record
from cjm.format.shapes import ListOf
from cjm.format.tagged import Tagged
from cjm.format.texts import Anything, Bool, Version
from cjm.lsp.answers import Completion
from cjm.lsp.choices import Choice, completions
from cjm.lsp.cursor import STEP, Cursor, cursor_at
from cjm.lsp.entries import entries, first_file
from cjm.lsp.fields import forms, kind_at, mappings, record_of, scalars
from cjm.lsp.ids import as_keys, id_choices, share_left, shared_choices
from cjm.lsp.names import undeclared
from cjm.lsp.reading import Reading
from cjm.lsp.ruling import option_choices, rule_choices
from cjm.lsp.values import value_choices

SHARED_OUT = ("next", "start")
"""Mappings whose values sum to 1."""


def complete(reading: Reading, offset: int) -> tuple[Completion, ...]:
    """What can be written at an offset of a document, in the order of the format and of the file.

    Args:
        reading: The document.
        offset: Where the cursor is, in code points.

    Returns:
        What replaces the word at the cursor; nothing in comments, in texts of several lines, and
        behind a value that is finished.
    """
    if not reading.text.strip("\ufeff \t\r\n"):
        start = int(reading.text.startswith("\ufeff"))
        empty = Cursor((), "key", start, len(reading.text))
        return completions(tuple(first_file(reading)), empty, reading)
    cursor = cursor_at(reading.text, offset)
    if cursor is None:
        return ()
    kind = _kind(reading, cursor)
    found: list[Choice] = []
    if cursor.role != "key":
        found += _values(reading, cursor, kind)
    if cursor.role == "key" or (cursor.role == "either" and not cursor.flow):
        found += _keys(reading, cursor, kind)
    elif cursor.role == "either":
        found += entries(reading, cursor)
    if cursor.role == "either" and not cursor.flow and not found:
        found += _items(reading, cursor, kind)
    return completions(tuple(found), cursor, reading)


def _kind(reading: Reading, cursor: Cursor) -> Kind | None:
    if cursor.route[:2] == ("check", "options") and reading.kind == "workspace":
        return Anything()
    return kind_at(record_of(reading), cursor.route)


def _items(reading: Reading, cursor: Cursor, kind: Any) -> Iterator[Choice]:
    """What an item can begin with on a blank line below the key of a list, its dash included."""
    if not any(isinstance(form, ListOf) for form in forms(kind) if kind is not None):
        return
    item = cursor._replace(route=(*cursor.route, 0), lead="- ")
    for choice in (
        *_values(reading, item, _kind(reading, item)),
        *entries(reading, item),
        *_keys(reading, item._replace(column=item.column + STEP), _kind(reading, item)),
    ):
        text = key_text(choice.label) + ": " if choice.is_key else choice.label
        yield choice._replace(text=f"- {choice.text or text}", is_key=False)


def _values(reading: Reading, cursor: Cursor, kind: Any) -> Iterator[Choice]:
    """Values at a place: of one scalar, or of an item."""
    yield from shared_choices(reading, cursor)
    for form in scalars(kind) if kind is not None else ():
        yield from value_choices(reading, cursor, form)


def _keys(reading: Reading, cursor: Cursor, kind: Any) -> Iterator[Choice]:
    """Keys at a place, but for those that are there."""
    for form in mappings(kind) if kind is not None else ():
        for choice in _keys_of(reading, cursor, form):
            if choice.label not in cursor.others:
                yield choice


def _keys_of(reading: Reading, cursor: Cursor, form: Any) -> Iterator[Choice]:
    if isinstance(form, Record):
        yield from _fields(form, cursor)
        if form.lanes:
            yield from _own_rows(reading)
        yield from entries(reading, cursor)
    elif isinstance(form, Tagged):
        yield from _fields(_told(form, cursor), cursor)
    elif isinstance(form, Anything):
        yield from option_choices(reading, cursor)
    elif cursor.route == ("check", "severity"):
        yield from rule_choices(reading, is_key=True)
    elif form.refers:
        left = share_left(cursor) if cursor.route[-1] in SHARED_OUT else ""
        ids = id_choices(reading, cursor, form.refers)
        yield from as_keys(ids, lambda key: _written(key, form.kind, cursor), left)
    else:
        used = undeclared(reading, form.declares) if form.declares else ()
        yield from entries(reading, cursor, used)


def _told(form: Tagged, cursor: Cursor) -> Record:
    """The record of the word that is there; of none, all keys that some have."""
    word = cursor.beside(form.key)
    if word in form.records:
        return form.records[word]
    fields: dict[str, Field] = {}
    for record in reversed(tuple(form.records.values())):
        fields = {**record.fields, **fields}
    first, *_ = form.records.values()
    return Record(first.name, {form.key: first.fields[form.key], **fields})


def _fields(record: Record, cursor: Cursor) -> Iterator[Choice]:
    for key, known in record.fields.items():
        text, is_snippet = _written(key, known.kind, cursor)
        yield Choice(
            key, "key", text, documentation=known.doc, is_key=True, is_snippet=is_snippet,
            is_schema=True,
        )  # fmt: skip


def _written(key: str, kind: Any, cursor: Cursor) -> tuple[str, bool]:
    """A key with what follows it: a space, or the first form of what has no scalar."""
    kinds = list(forms(kind))
    if any(isinstance(form, Bool) for form in kinds):
        return f"{key}: true", False
    if any(isinstance(form, Version) for form in kinds):
        return f"{key}: 1", False
    if next(scalars(kind), None) is not None:
        return f"{key}: ", False
    if any(isinstance(form, ListOf) for form in kinds) and not any(
        isinstance(form, MapOf | Record) for form in kinds
    ):
        return (f"{key}: ", False) if not cursor.flow else (f"{key}: [$0]", True)
    if cursor.flow:
        return f"{key}: {{$0}}", True
    return f"{key}:\n{' ' * (cursor.column + STEP)}", False


def _own_rows(reading: Reading) -> Iterator[Choice]:
    """The author's own keys that make rows of the map."""
    lanes = reading.journey.lanes if reading.journey else reading.workspace.workspace.lanes
    for lane in lanes:
        yield Choice(lane.id, "key", detail=lane.title, filter=lane.title, is_key=True)
