"""Moves: where a place of an earlier version of a text is in a later one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm.edits import Edit


def difference(before: str, after: str) -> tuple[Edit, ...]:
    """One edit that makes a text of another, as short as can be; none where they are the same."""
    if before == after:
        return ()
    most = min(len(before), len(after))
    start = _alike(before, after, most)
    most -= start
    end = _alike(before[len(before) - most :][::-1], after[len(after) - most :][::-1], most)
    return (Edit(start, len(before) - end, after[start : len(after) - end]),)


def _alike(one: str, other: str, most: int) -> int:
    """How many signs two texts begin with alike, at most so many."""
    low, high = 0, most
    while low < high:  # halves are compared as wholes: a megabyte takes no loop over its signs
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def moved(start: int, end: int, edits: Iterable[Edit]) -> tuple[int, int] | None:
    """Where a stretch is after edits, each of the text that the one before it made.

    Returns:
        Its new offsets; None where an edit changed something inside it.
    """
    for edit in edits:
        by = len(edit.text) - (edit.end - edit.start)
        if edit.end <= start and not (edit.start == edit.end == start == end):
            start, end = start + by, end + by
        elif edit.start < end:
            return None
    return start, end


def moved_back(offset: int, edits: Sequence[Edit]) -> int:
    """Where an offset was before edits; one in what they put in is where they begin."""
    for edit in reversed(edits):
        if offset > edit.start + len(edit.text):
            offset -= len(edit.text) - (edit.end - edit.start)
        elif offset > edit.start:
            offset = min(offset, edit.start)
    return offset


def touched(edits: Iterable[Edit]) -> tuple[tuple[int, int], ...]:
    """The stretches of the new text that edits made, each of the text that the one before made."""
    found: list[tuple[int, int]] = []
    for edit in edits:
        by, end = len(edit.text) - (edit.end - edit.start), edit.start + len(edit.text)
        kept = [_shifted(each, edit, by) for each in found]
        found = [*kept, (edit.start, end)]
    return tuple(found)


def _shifted(stretch: tuple[int, int], edit: Edit, by: int) -> tuple[int, int]:
    """A stretch of the text before an edit, in the text after it; grown where the edit is in it."""
    start, end = stretch
    if edit.end <= start:
        return start + by, end + by
    if edit.start >= end:
        return start, end
    return min(start, edit.start), max(end, edit.end) + by
