"""Mends: what was put into a text so that reading could go on, and the places before that."""

from collections.abc import Sequence

from cjm.diagnostics import Diagnostic, Span
from cjm.tuples import NamedTuple


class Mend(NamedTuple):
    """What was put into a line so that reading could go on; `start` is 0-based in the line."""

    line: int
    start: int
    removed: int
    put: str


def unmended(diagnostic: Diagnostic, mends: Sequence[Mend]) -> Diagnostic:
    """What was found in a text that was mended, at its place in the text before that."""
    if not mends or not isinstance(diagnostic.place, Span):
        return diagnostic
    related = tuple(
        beside._replace(place=before_mends(beside.place, mends))
        if isinstance(beside.place, Span)
        else beside
        for beside in diagnostic.related
    )
    fixes = tuple(
        fix._replace(
            span=_stretch(fix.span, mends), also=tuple(_stretch(span, mends) for span in fix.also)
        )
        for fix in diagnostic.fixes
    )
    place = before_mends(diagnostic.place, mends)
    return diagnostic._replace(place=place, related=related, fixes=fixes)


def _stretch(span: Span, mends: Sequence[Mend]) -> Span:
    """The same of what is replaced: nothing, where something is put in between."""
    before = before_mends(span, mends)
    return before if span[:2] < span[2:] else Span(*before[:2], *before[:2])


def before_mends(span: Span, mends: Sequence[Mend]) -> Span:
    """Where a stretch was before what was put into its lines."""
    line, column, end_line, end_column = span
    for mend in reversed(mends):
        if mend.line == line:
            column = _columnbefore_mends(column, mend)
        if mend.line == end_line:
            end_column = _columnbefore_mends(end_column, mend)
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column + 1
    return Span(line, column, end_line, end_column)


def _columnbefore_mends(column: int, mend: Mend) -> int:
    place, end = column - 1, mend.start + len(mend.put)
    if place >= end:
        return column - len(mend.put) + mend.removed
    return min(column, mend.start + mend.removed + 1) if place > mend.start else column
