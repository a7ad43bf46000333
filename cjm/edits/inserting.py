"""Inserting: one more entry of a mapping or item of a list."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Route
from cjm.edits.anatomy import Anatomy
from cjm.edits.edit import Edit
from cjm.edits.proof import changed, proved
from cjm.edits.setting import set_value
from cjm.edits.writing import entry_lines, flow, key_text
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.source import Node, Source


def insert(
    source: Source, route: Route, key: str | None, value: Any, after: str | int | None = None
) -> tuple[Edit, ...]:
    """The edits that add an entry to a mapping, or an item to a list.

    Args:
        source: The text, without faults.
        route: The way to the mapping or list; () is the whole text. One that is empty is begun.
        key: The entry's key; None for an item.
        value: As of `set_value`.
        after: The key, or the 0-based place, that it follows; by default it is the last.

    Returns:
        Edits by offsets in the file: in a block the new lines stand below its brother's, before
        blank lines and comments that follow; in brackets behind it.

    Raises:
        UsageError: The text has faults or no collection there, which has no such brother, or has
            the key already; or it is shared with an alias.
    """
    text = Anatomy(source)
    node = text.collection(route)
    if route and node.value is None:
        return set_value(source, route, [value] if key is None else {key: value})
    _refuse(node, key, after)
    steps = list(node.value) if key is not None else list(range(len(node.value)))
    nth = steps.index(after) + 1 if after is not None else len(steps)
    edit = _edit(text, node, key, value, steps[nth - 1] if nth else None)
    assert source.root is not None

    def add(data: Any) -> Any:
        if key is None:
            return [*data[:nth], value, *data[nth:]]
        entries = list(data.items())
        return dict([*entries[:nth], (key, value), *entries[nth:]])

    return proved(source, [edit], changed(source.root.data, route, add))


def _refuse(node: Node, key: str | None, after: str | int | None) -> None:
    """Raise UsageError for what cannot be added."""
    kind = dict if key is not None else list
    if not isinstance(node.value, kind):
        what = say("a mapping") if key is not None else say("a list")
        raise UsageError(say("there is no place for it: this is not {what}", what=what))
    if key is not None and key in node.value:
        raise UsageError(say("{key!r} is there already", key=key))
    known = node.value if key is not None else range(len(node.value))
    if after is not None and after not in known:
        raise UsageError(say("there is nothing called {step!r}", step=after))


def _edit(
    text: Anatomy, node: Node, key: str | None, value: Any, brother: str | int | None
) -> Edit:
    if text.is_flow(node):
        part = flow(value) if key is None else f"{key_text(key)}: {flow(value)}"
        if brother is None:
            place = text.text.index("{" if key is not None else "[", text.start(node)) + 1
            return Edit(place, place, part)
        before = text.part_of(node, brother)
        place = before.end
        if before.lead is not None and text.is_empty(before.node):
            place = text.start(before.node)  # the space after its colon has to stay
        return Edit(place, place, f", {part}")
    assert brother is not None  # a block has a part at least
    before = text.part_of(node, brother)
    column = text.column(before.start)
    head = " " * column + ("-" if key is None else f"{key_text(key)}:")
    lines = entry_lines(head, value, column)
    if (found := text.block(before.node)) and found[1].lines:
        place = before.end  # the line end after it is the block's own
    else:
        place = text.line_end(before.end)
    return Edit(place, place, "".join(f"{text.line_break}{line}" for line in lines))
