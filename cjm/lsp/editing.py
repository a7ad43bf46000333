"""Editing: what an editor sends of a change, made in a text and told as edits of it."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.edits import Edit
from cjm.lsp.lines import EditorLines, Encoding
from cjm.lsp.moves import difference
from cjm.tuples import NamedTuple


class Change(NamedTuple):
    """A new text for a stretch, or without one for the whole document.

    The stretch is two places: line and character of its begin and of its end, as the client counts.
    """

    text: str
    start: tuple[int, int] | None = None
    end: tuple[int, int] = (0, 0)


class Edited(NamedTuple):
    """A text after changes, and the edits that make it, each of what the one before it made."""

    text: str
    edits: tuple[Edit, ...]


def edited(text: str, changes: Iterable[Change], encoding: Encoding) -> Edited:
    """A text with changes made, in their order; places outside it are moved to its nearest end."""
    edits = list[Edit]()
    for change in changes:
        if change.start is None:
            edits += difference(text, change.text)
            text = change.text
            continue
        lines = EditorLines(text)
        start, end = (lines.offset(*place, encoding) for place in (change.start, change.end))
        edit = Edit(min(start, end), max(start, end), change.text)
        text = text[: edit.start] + edit.text + text[edit.end :]
        edits.append(edit)
    return Edited(text, tuple(edits))
