"""Setting a value: another one in the place of one that stands in a text."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Route
from cjm.edits.anatomy import Anatomy, Part
from cjm.edits.edit import Edit
from cjm.edits.proof import changed, copy_of, proved
from cjm.edits.writing import STEP, block_lines, flow, is_collection
from cjm.source import Source
from cjm.source.emit import WIDTH


def set_value(source: Source, route: Route, value: Any, opened: bool = False) -> tuple[Edit, ...]:
    """The edits that put another value in the place of one.

    Args:
        source: The text, without faults.
        route: The way to the value: keys and 0-based places.
        value: Mappings with text as keys, lists, text, numbers, booleans and None. A collection
            stands in brackets where its line stays within 100 columns, else on lines of its own.
        opened: Whether a collection stands on lines of its own however short it is.

    Returns:
        Edits by offsets in the file. Every other character stays, comments included.

    Raises:
        UsageError: The text has faults or no value there, the value is shared with an alias, or
            the text cannot say it without saying something else, too.
    """
    text = Anatomy(source)
    part = text.part(route)
    text.refuse_shared(part.node)
    if part.key is not None and not text.is_empty(part.node):
        text.refuse_shared_in(text.start(part.node), part.end)
    edits = _edits(text, part, value, opened)
    assert source.root is not None

    def put(data: Any) -> Any:
        copy = copy_of(data)
        copy[route[-1]] = value
        return copy

    return proved(source, edits, changed(source.root.data, route[:-1], put))


def _edits(text: Anatomy, part: Part, value: Any, opened: bool) -> list[Edit]:
    new = flow(value)
    if text.is_empty(part.node):
        place, written = _empty_place(text, part, new)
        edits = [Edit(place, place, written)]
    else:
        edits = _replaced(text, part, new)
    long = is_collection(value) and value and not text.is_flow(part.within)
    if long and part.lead is not None and (opened or _width(text, edits[0]) > WIDTH):
        return _in_block(text, part, value)
    return edits


def _width(text: Anatomy, edit: Edit) -> int:
    """How long the line becomes that an edit begins in."""
    rest = text.line_end(edit.end) - edit.end
    return text.column(edit.start) + len(edit.text) + rest


def _empty_place(text: Anatomy, part: Part, new: str) -> tuple[int, str]:
    """Where a value goes that was empty, and what is written there."""
    lead = part.lead
    if lead is None:
        if text.is_flow(part.within) or part.key is None:
            return (part.end, f": {new}") if part.key is not None else (part.end, new)
        column = text.column(part.start)
        return part.end, f"{text.line_break}{' ' * column}: {new}"
    after = text.text[lead : lead + 2]
    if after[:1] == " " and (after[1:] in ("", ",", "}", "]", "\n", "\r")):
        return lead + 1, new
    return lead, f" {new}"


def _replaced(text: Anatomy, part: Part, new: str) -> list[Edit]:
    """The edits that put a value on one line in the place of any other."""
    start, lead = text.start(part.node), part.lead
    if found := text.block(part.node):
        _, block = found
        below = text.line_end(block.header_end)
        new += _apart(text, block.header_end)
        return [Edit(start, block.header_end, new), Edit(below, max(below, part.end), "")]
    is_below = part.node.end_mark is None and lead is not None and text.line_end(lead) < start
    if not is_below or lead is None:
        return [Edit(start, part.end, new + _apart(text, part.end))]
    return [Edit(lead, lead, f" {new}"), Edit(text.line_end(lead), part.end, "")]


def _apart(text: Anatomy, end: int) -> str:
    """The space that a comment needs which stood close to a quote or a bracket."""
    return " " if text.text.startswith("#", end) else ""


def _in_block(text: Anatomy, part: Part, value: Any) -> list[Edit]:
    """The edits that put a collection on lines of its own."""
    lead = part.lead
    assert lead is not None
    column = text.column(part.start)
    lines = block_lines(value, column + STEP)
    if part.key is None:
        written = text.line_break.join([f" {lines[0].lstrip()}", *lines[1:]])
        return [Edit(lead, max(lead, part.end), written)]
    written = "".join(f"{text.line_break}{line}" for line in lines)
    if text.is_empty(part.node):
        end = text.line_end(lead)
        return [Edit(end, end, written)]
    if text.line_end(lead) < text.start(part.node):
        return [Edit(text.line_end(lead), part.end, written)]
    found = text.block(part.node)
    head_end = found[1].header_end if found else part.end
    below = text.line_end(head_end)
    return [Edit(lead, head_end, ""), Edit(below, max(below, part.end), written)]
