"""Removing an entry of a mapping or an item of a list, with the comments that are its own."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics import Route
from cjm.edits.anatomy import Anatomy, Part
from cjm.edits.edit import Edit
from cjm.edits.proof import changed, copy_of, proved
from cjm.source import Source


def remove(source: Source, route: Route) -> tuple[Edit, ...]:
    """The edits that take an entry or an item out.

    Args:
        source: The text, without faults.
        route: The way to its value. The last part of a collection takes the collection along.

    Returns:
        Edits by offsets in the file. Of a block the lines of the part go, the comment behind it,
        and the comment lines directly above it at its own column.

    Raises:
        UsageError: The text has faults or nothing there, or what would go is shared with an alias.
    """
    text = Anatomy(source)
    part = text.part(route)
    while len(part.within.value) == 1 and len(route) > 1:
        route = route[:-1]
        part = text.part(route)
    text.refuse_shared(part.node)
    edits = _in_brackets(text, part) if text.is_flow(part.within) else [_in_block(text, part)]
    for edit in edits:
        text.refuse_shared_in(edit.start, edit.end)
    assert source.root is not None

    def take(data: Any) -> Any:
        copy = copy_of(data)
        del copy[route[-1]]
        return copy if copy or text.is_flow(part.within) else None

    return proved(source, edits, changed(source.root.data, route[:-1], take))


def _next(text: Anatomy, part: Part) -> Part | None:
    steps: Any = list(part.within.value) if part.key is not None else range(len(part.within.value))
    return text.part_of(part.within, steps[part.nth + 1]) if part.nth + 1 < len(steps) else None


def _in_brackets(text: Anatomy, part: Part) -> list[Edit]:
    if after := _next(text, part):
        return _before_another(text, part, after)
    if part.nth == 0:
        end = text.start(part.node) if part.key and text.is_empty(part.node) else part.end
        return [Edit(part.start, max(end, part.end), "")]
    comma = text.comma_before(part.start)
    assert comma is not None
    above = text.line_start(part.start)
    if above <= comma:
        return [Edit(comma, part.end, "")]
    # Comments that stand between stay, each on its line, and what follows on the part's line, too.
    own = text.text[part.end : text.line_end(part.end)].strip(" \t")
    if own.startswith(","):
        return [Edit(part.start, text.text.index(",", part.end) + 1, "")]
    start = part.start if own and own[0] != "#" else _line_end_above(text, above)
    end = text.line_end(part.end) if own.startswith("#") else part.end
    return [Edit(comma, comma + 1, ""), Edit(start, end, "")]


def _before_another(text: Anatomy, part: Part, after: Part) -> list[Edit]:
    """The part and the comma behind it. What follows on a later line stays as it stands there."""
    end = text.line_end(part.end)
    if after.start <= end:
        return [Edit(part.start, after.start, "")]
    behind = text.text[part.end : end].strip(" \t")
    if not behind.startswith(","):
        comma = text.comma_before(after.start)
        assert comma is not None
        return [Edit(part.start, part.end, ""), Edit(comma, comma + 1, "")]
    before = text.text[text.line_start(part.start) : part.start]
    if before.strip(" \t"):
        return [Edit(part.start - len(before) + len(before.rstrip(" \t")), end, "")]
    return [Edit(text.with_comments(part), text.next_line(part.end), "")]


def _line_end_above(text: Anatomy, line_start: int) -> int:
    before = text.text[:line_start]
    return len(before) - (2 if before.endswith("\r\n") else 1)


def _in_block(text: Anatomy, part: Part) -> Edit:
    first = text.line_start(part.start)
    if text.text[first : part.start].strip(" \t"):
        return _moved_up(text, part)
    first = text.with_comments(part)
    last = text.next_line(part.end)
    if last == len(text.text) and first and text.line_end(part.end) == last:
        # The missing line end at the end of the file stays missing.
        return Edit(_line_end_above(text, first), last, "")
    return Edit(first, last, "")


def _moved_up(text: Anatomy, part: Part) -> Edit:
    """The part behind a dash goes, and what follows moves up to the dash."""
    after = text.next_line(part.end)
    rest = text.text[after:]
    return Edit(part.start, after + len(rest) - len(rest.lstrip(" \t\r\n")), "")
