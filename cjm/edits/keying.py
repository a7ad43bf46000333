"""Keying: the items of a list made keys of a mapping where they stand, each with a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.diagnostics import Route
from cjm.edits.anatomy import Anatomy, Part
from cjm.edits.edit import Edit
from cjm.edits.proof import changed, copy_of, proved
from cjm.edits.writing import STEP, scalar_text
from cjm.source import Node, Source


def key_items(source: Source, route: Route, values: Mapping[str, Any]) -> tuple[Edit, ...]:
    """The edits that make a mapping of a list of texts.

    Args:
        source: The text, without faults.
        route: The way to the list, which is the value of a key.
        values: A scalar for each item, by its text.

    Returns:
        Edits by offsets in the file. Every other character stays, comments between items included.

    Raises:
        UsageError: The text has faults or no list there, it is shared with an alias, or the text
            cannot say it without saying something else, too.
    """
    text = Anatomy(source)
    within, part = text.collection(route), text.part(route)
    text.refuse_shared_in(text.start(within), text.end(within))
    edits = [*_brackets(text, within), *_entries(text, part, within, values)]
    assert source.root is not None

    def put(data: Any) -> Any:
        copy = copy_of(data)
        copy[route[-1]] = {item.text: values[item.text] for item in within.value}
        return copy

    return proved(source, edits, changed(source.root.data, route[:-1], put))


def _brackets(text: Anatomy, within: Node) -> Iterator[Edit]:
    if text.is_flow(within):
        start, end = text.start(within), text.end(within)
        yield Edit(start, start + 1, "{")
        yield Edit(end - 1, end, "}")


def _entries(text: Anatomy, owner: Part, within: Node, values: Mapping[str, Any]) -> Iterator[Edit]:
    """Each item as a key; one behind a dash stands where the dash stood, below the list's key."""
    for part in text.parts(within):
        if part.lead is not None:
            is_below = text.column(part.start) > text.column(owner.start)
            yield Edit(part.start, text.start(part.node), "" if is_below else " " * STEP)
        yield Edit(part.end, part.end, f": {scalar_text(values[part.node.text or ''])}")
