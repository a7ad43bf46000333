"""Inserting: one more entry of a mapping or item of a list."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from cjm.diagnostics import Route
from cjm.edits.anatomy import Anatomy, Part
from cjm.edits.edit import Edit
from cjm.edits.proof import changed, proved
from cjm.edits.setting import set_value
from cjm.edits.writing import entry_lines, flow, key_text
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.source import Node, Source
from cjm.tuples import NamedTuple

BLANK = re.compile(r"\n[ \t]*\r?\n")
"""An empty line."""


def insert(
    source: Source,
    route: Route,
    key: str | None,
    value: Any,
    after: str | int | None = None,
    *,
    first: bool = False,
    opened: bool = False,
) -> tuple[Edit, ...]:
    """The edits that add an entry to a mapping, or an item to a list.

    Args:
        source: The text, without faults.
        route: The way to the mapping or list; () is the whole text. One that is empty is begun.
        key: The entry's key; None for an item.
        value: As of `set_value`.
        after: The key, or the 0-based place, that it follows; by default it is the last.
        first: Whether it stands before all others.
        opened: Whether a collection stands on lines of its own however short it is, with a blank
            line before it where its brothers have one.

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
        return set_value(source, route, [value] if key is None else {key: value}, opened)
    _refuse(node, key, after)
    steps = list(node.value) if key is not None else list(range(len(node.value)))
    nth = steps.index(after) + 1 if after is not None else 0 if first else len(steps)
    new = _New(key, value, opened)
    if nth or not steps:
        edit = _edit(text, node, new, steps[nth - 1] if nth else None)
    else:
        edit = _first(text, text.part_of(node, steps[0]), new)
    assert source.root is not None

    def add(data: Any) -> Any:
        if key is None:
            return [*data[:nth], value, *data[nth:]]
        entries = list(data.items())
        return dict([*entries[:nth], (key, value), *entries[nth:]])

    return proved(source, [edit], changed(source.root.data, route, add))


class _New(NamedTuple):
    """What is added, and whether it is opened."""

    key: str | None
    value: Any
    opened: bool

    @property
    def flow(self) -> str:
        """In brackets."""
        return flow(self.value) if self.key is None else f"{key_text(self.key)}: {flow(self.value)}"

    def lines(self, column: int) -> list[str]:
        """In a block."""
        head = " " * column + ("-" if self.key is None else f"{key_text(self.key)}:")
        return entry_lines(head, self.value, column, self.opened)


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


def _edit(text: Anatomy, node: Node, new: _New, brother: str | int | None) -> Edit:
    """Behind a brother, or into an empty pair of brackets."""
    if text.is_flow(node):
        if brother is None:
            sign = "{" if new.key is not None else "["
            place = text.text.index(sign, text.start(node)) + 1
            return Edit(place, place, new.flow)
        before = text.part_of(node, brother)
        place = before.end
        if before.lead is not None and text.is_empty(before.node):
            place = text.start(before.node)  # the space after its colon has to stay
        return Edit(place, place, f", {new.flow}")
    assert brother is not None  # a block has a part at least
    before = text.part_of(node, brother)
    lines = new.lines(text.column(before.start))
    if new.opened and _are_spaced(text, node):
        lines = ["", *lines]
    if (found := text.block(before.node)) and found[1].lines:
        place = before.end  # the line end after it is the block's own
    else:
        place = text.line_end(before.end)
    return Edit(place, place, "".join(f"{text.line_break}{line}" for line in lines))


def _first(text: Anatomy, part: Part, new: _New) -> Edit:
    """Before the part that was the first, with the comments above it that are its own."""
    if text.is_flow(part.within):
        return Edit(part.start, part.start, f"{new.flow}, ")
    column = text.column(part.start)
    lines = new.lines(column)
    line = text.line_start(part.start)
    if text.text[line : part.start].strip(" \t"):  # it stands behind a dash or a question mark
        written = "".join(f"{each}{text.line_break}" for each in lines)
        return Edit(part.start, part.start, f"{written.lstrip(' ')}{' ' * column}")
    place = text.with_comments(part)
    return Edit(place, place, "".join(f"{each}{text.line_break}" for each in lines))


def _are_spaced(text: Anatomy, node: Node) -> bool:
    """Whether blank lines stand between the parts of a block."""
    return any(
        BLANK.search(text.text, before.end, one.start) for before, one in pairwise(text.parts(node))
    )
