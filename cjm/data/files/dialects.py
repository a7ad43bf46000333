"""Dialects: what parts the fields of a text, and what its columns are called."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from cjm.data.advice import placed
from cjm.data.definition import Rows
from cjm.data.files.names import DataFile, check_columns, column_names, missing_of
from cjm.data.files.records import BLANK, announced, records
from cjm.data.files.texts import lines_of
from cjm.errors import CjmError
from cjm.i18n import Message, say
from cjm.tuples import NamedTuple

TRIED = (",", "\t", ";")
"""What may part fields where nobody says what does."""
ALSO_SEEN = ("|", ":", "^", "~", BLANK)
"""What is not tried, because texts hold it too, but is told where it would fit."""
LOOKED_AT = 50
"""So many lines are enough to know."""


class Dialect(NamedTuple):
    """How a text is to be read.

    Attributes:
        delimiter: A character, or `blank`.
        columns: Their names; none: the file is empty.
        first: The line after the header.
    """

    delimiter: str
    columns: tuple[str, ...]
    first: int


def dialect_of(file: DataFile, codec: str, rows: Rows, wanted: Mapping[str, str]) -> Dialect:
    """How a text is to be read, from its first lines.

    Args:
        file: The text.
        codec: What it is written in.
        rows: What the definition says of it; without a delimiter it is found out by looking.
        wanted: The columns that the definition names, with its keys.

    Raises:
        CjmError: columns are missing; the help names the delimiter that would fit.
    """
    with lines_of(file.path, file.shown, codec) as text:
        lines = list(islice(text, LOOKED_AT))
    header, said = rows.header, announced(lines[0] if lines else "")
    before = 1 if said else 0
    lines = lines[before:]
    tried = tuple(sign for sign in (rows.delimiter or said,) if sign) or TRIED
    dialects = [_read(lines, sign, header) for sign in tried]
    best = max(dialects, key=lambda d: _fitness(d, lines, wanted))
    if best.first == 0:
        raise CjmError(
            say("{file}, line {line}: a quote that never ends", file=file.shown, line=before + 1)
        )
    if best.columns and missing_of(best.columns, wanted):
        others = [_read(lines, sign, header) for sign in (*TRIED, *ALSO_SEEN) if sign not in tried]
        fits = [d for d in others if d.first and not missing_of(d.columns, wanted)]
        check_columns(
            file.shown, best.columns, wanted, _set(fits[0].delimiter, rows) if fits else None
        )
    check_columns(file.shown, best.columns, wanted if best.columns else {})
    return best._replace(first=best.first + before)


def _read(lines: Sequence[str], delimiter: str, header: bool) -> Dialect:
    """The columns by one delimiter; `first` is 0 where the first line is none."""
    found = iter(records(lines, delimiter))
    record = next(found, None)
    if record is None:
        return Dialect(delimiter, (), 1)
    if record.fault:
        return Dialect(delimiter, column_names(record.fields), 0)
    if not header:
        widths = [len(r.fields) for r in (record, *found) if not r.fault]
        width = max(set(widths), key=widths.count)
        return Dialect(delimiter, tuple(map(str, range(1, width + 1))), 1)
    inside = sum(field.count("\n") for field in record.fields)
    return Dialect(delimiter, column_names(record.fields), record.line + inside + 1)


def _fitness(dialect: Dialect, lines: Iterable[str], wanted: Mapping[str, str]) -> tuple[int, ...]:
    """By which of two dialects a text makes more sense: the larger."""
    widths = [len(r.fields) for r in records(lines, dialect.delimiter) if not r.fault]
    width = len(dialect.columns)
    found = len(wanted) - len(missing_of(dialect.columns, wanted))
    return found, width > 1, sum(w == width for w in widths) if width > 1 else 0, width


def _set(delimiter: str, rows: Rows) -> Message:
    if delimiter == BLANK:
        advice = say("the columns stand apart by blanks: write delimiter: blank")
        return placed(advice, "delimiter", BLANK, rows)
    shown = "\\t" if delimiter == "\t" else delimiter
    advice = say('the columns are parted by {sign!r}: write delimiter: "{sign}"', sign=shown)
    return placed(advice, "delimiter", delimiter, rows)
