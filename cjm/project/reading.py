"""Reading by the table of fields: what a source says, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cjm.diagnostics import Diagnostic, Span
from cjm.format import Context
from cjm.format.record import Record
from cjm.source import Source
from cjm.source.parse import reread
from cjm.source.slip import indent_of
from cjm.tuples import NamedTuple

MOST = 20
"""So often a text is read once more because a slip made one text of several entries."""


class Decoded(NamedTuple):
    """The source as it was read last, what decoding gathered, and the values, or INVALID."""

    source: Source
    context: Context
    values: Any


def decode(source: Source, record: Record, forms: Mapping[str, str] | None = None) -> Decoded:
    """What a source that holds something says, by a record of the format.

    `forms` are lines to show for keys, where it is no journey and no workspace.
    """
    for _ in range(MOST):
        assert source.root is not None
        context = Context(forms=forms)
        values = record.decode(source.root, source.first_key, context)
        again = next(filter(None, (reread(source, node) for node in context.unmapped)), None)
        if again is None or again.root is None:
            break
        source = again
    return Decoded(source, context, values)


def unguessed(source: Source, faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Faults at their places in the text, but for those that rest on what could not be read."""
    slips = [slip.place for slip in source.slips if isinstance(slip.place, Span)]
    return [
        fault
        for fault in map(source.original, faults)
        if not _holds(fault, slips) and not (source.skipped and _rests_on_skipped(fault, source))
    ]


def _holds(fault: Diagnostic, slips: Iterable[Span]) -> bool:
    """Whether a slip lies inside: what was read there is guessed."""
    place = fault.place
    if not isinstance(place, Span):
        return False
    begin, end = (place.line, place.column), (place.end_line, place.end_column)
    return any(begin < (slip.line, slip.column) < end for slip in slips)


def _rests_on_skipped(fault: Diagnostic, source: Source) -> bool:
    """Whether it may be because of lines that were left out: it stands in them or above them, or
    misses what may have stood there."""
    place = fault.place
    if not isinstance(place, Span):
        return False
    if fault.code == "CJM003":
        return True
    root = source.root is not None and place == source.first_key.span
    return root or any(
        place.line < lines.end_line
        and (place.line >= lines.line or _is_below(source, place, lines))
        for lines in source.skipped
    )


def _is_below(source: Source, place: Span, skipped: Span) -> bool:
    """Whether skipped lines stand in the block that begins on a line."""
    indent = indent_of(source.line(place.line))
    between = map(source.line, range(place.line + 1, skipped.line + 1))
    return all(indent_of(text) > indent for text in between if text.strip())
