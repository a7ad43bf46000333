"""CSV and TSV: bytes → a table, and rows → bytes that spreadsheets open as they are."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

from cjm.data.files.records import Record, announced, records
from cjm.data.files.texts import MARKS
from cjm.diagnostics import START, Diagnostic, Span
from cjm.errors import UsageError
from cjm.exchange.imported import Asked, Exported, Given, Imported
from cjm.exchange.tables.importing import gathered_for, imported
from cjm.exchange.tables.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    Table,
    Where,
    too_many_columns,
    too_many_rows,
)
from cjm.exchange.tables.values import Value
from cjm.exchange.tables.writing import Written, written
from cjm.exchange.texts import MAX_BYTES, fault
from cjm.i18n import Message, say
from cjm.source.decoding import wide_encoding
from cjm.source.faults import spaced
from cjm.tuples import NamedTuple

DELIMITERS = (";", ",", "\t")
"""What may part cells; of two that stand equally often in the headings the first."""
_NAMED = {"tab": "\t", "\\t": "\t"}
_GUARDED = re.compile(r"'*[=+\-@\t\r]")
"""What is written with an apostrophe before it; spreadsheets would run it as a formula."""
_WORD = re.compile(r"[^\W\d_]+")


class Decoded(NamedTuple):
    """The text of a file, and what it was taken to be written in where nobody said so."""

    text: str
    guess: str = ""


def read_csv(content: bytes, asked: Asked) -> Imported:
    """The journey of a CSV or TSV. Raises UsageError for an encoding or delimiter that is none."""
    asked_delimiter = _delimiter_asked(asked)
    is_whole = len(content) <= MAX_BYTES
    decoded = decode(content if is_whole else _whole_lines(content), asked.encoding)
    if isinstance(decoded, Diagnostic):
        return Imported({}, faults=(decoded,))
    text = decoded.text
    said = announced(text)
    delimiter = asked_delimiter or said or _found(text)
    found = list(_records(text, delimiter, 1 if said else 0))
    if problem := next((record for record in found if record.fault), None):
        span = Span(problem.line, 1, problem.line, 1)
        return Imported({}, faults=(fault(say("a quote that never ends"), span),), text=text)
    if limit := _beyond(found, delimiter):
        return Imported({}, faults=(limit,), text=text)
    if not is_whole:
        message = say("the file is larger than {most} bytes", most=spaced(MAX_BYTES))
        return Imported({}, faults=(fault(message, START),), text=text)
    so_far = gathered_for(asked)
    if decoded.guess:
        so_far.notes.append(say("read as {name} (--encoding to change)", name=decoded.guess))
    return imported(_table(found, delimiter), asked, so_far)._replace(text=text)


def _whole_lines(content: bytes) -> bytes:
    """What was read of a file that is too large, without a last line that may be cut off."""
    return content[: content.rfind(b"\n") + 1]


def decode(content: bytes, encoding: str | None) -> Decoded | Diagnostic:
    """The text of a file: by its mark, else UTF-8, else one of the two that old programs write."""
    if encoding:
        from cjm.exchange.texts import text_of

        read = text_of(content, Asked(encoding=encoding))
        return read if isinstance(read, Diagnostic) else Decoded(read)
    marked = next((codec for mark, codec in MARKS if content.startswith(mark)), "")
    if not marked and (wide := wide_encoding(content)):
        marked = wide
    try:
        return Decoded(content.decode(marked or "utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        if marked:
            line = content[: error.start].count(b"\n") + 1
            message = say("not {name}: byte 0x{byte} cannot stand here", name=marked.upper(),
                          byte=f"{content[error.start]:02X}")  # fmt: skip
            return fault(message, Span(line, 1, line, 1))
    guess = "cp1251" if _is_cyrillic(content) else "cp1252"
    return Decoded(content.decode(guess, "replace"), guess)


def _is_cyrillic(content: bytes) -> bool:
    """Whether half of the words beyond ASCII hold no Latin letter when they are read as cp1251."""
    words = _WORD.findall(content.decode("cp1251", "replace"))
    beyond = [word for word in words if not word.isascii()]
    without = sum(not any("a" <= sign.lower() <= "z" for sign in word) for word in beyond)
    return bool(beyond) and 2 * without >= len(beyond)


def _delimiter_asked(asked: Asked) -> str:
    delimiter = asked.delimiter or ""
    delimiter = _NAMED.get(delimiter.lower(), delimiter)
    if len(delimiter) > 1 or delimiter in ('"', "\n", "\r"):
        raise UsageError(
            say("{sign!r} is no delimiter", sign=delimiter), help=say("a single sign, or tab")
        )
    return delimiter


def _found(text: str) -> str:
    """The delimiter that stands most often in the headings, outside quotes."""
    first = re.match(r'\s*((?:"(?:[^"]|"")*"|[^\r\n"])*)', text)
    heading = re.sub(r'"(?:[^"]|"")*"', "", first[1] if first else "")
    return max(DELIMITERS, key=heading.count)


def _records(text: str, delimiter: str, lines_before: int) -> Iterator[Record]:
    """The records up to one more than are allowed, or to the first that is none."""
    lines = io.StringIO(text, newline="")
    for record in records(lines, delimiter):
        if record.line <= lines_before:
            continue
        if not record.fault and not any(field.strip() for field in record.fields):
            continue
        yield record
        lines_before -= 1
        if record.fault or -lines_before > MAX_ROWS + 2:
            return


def _beyond(found: list[Record], delimiter: str) -> Diagnostic | None:
    """What is said of a table that is too large."""
    wide = next((record for record in found if len(record.fields) > MAX_COLUMNS), None)
    if wide is not None:
        line, column = wide.place(MAX_COLUMNS, delimiter)
        return fault(too_many_columns(), Span(line, column, line, column))
    if len(found) > MAX_ROWS + 1:
        line = found[MAX_ROWS + 1].line
        return fault(too_many_rows(), Span(line, 1, line, 1))
    return None


def _table(found: list[Record], delimiter: str) -> Table:
    def where(row: int, column: int) -> Where:
        if not found:
            return Where(Span(1, 1, 1, 1))
        record = found[row]
        last = len(record.fields) - 1
        line, place = record.place(min(column, last), delimiter)
        length = len(record.fields[column].split("\n")[0]) if column <= last else 0
        return Where(Span(line, place, line, place + length))

    rows = [[_unguarded(field) for field in record.fields] for record in found]
    return Table(rows, where, comma=delimiter != ",")


def _unguarded(field: str) -> Value:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    if field.startswith("'") and _GUARDED.match(field):
        field = field[1:]
    return field.replace("\r\n", "\n") or None


def write_csv(given: Given, asked: Asked) -> Exported:
    """The touchpoints of a journey as CSV in UTF-8 with a mark, for its language's spreadsheets."""
    language = asked.language or given.journey.language
    return _exported(written(given, language), asked, ";" if language == "ru" else ",")


def write_tsv(given: Given, asked: Asked) -> Exported:
    """The same with tabs between the cells."""
    return _exported(written(given, asked.language or given.journey.language), asked, "\t")


def _exported(table: Written, asked: Asked, delimiter: str) -> Exported:
    delimiter = _delimiter_asked(asked) or delimiter
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    comma = table.language == "ru" and delimiter != ","
    writer.writerows(_texts(row, comma) for row in (table.headings, *table.rows))
    codec = _codec(asked.encoding)
    content, lost = _encoded(out.getvalue(), codec)
    return Exported(content, table.lost, (*table.notes, *lost))


def _texts(row: Iterable[Value], comma: bool) -> list[str]:
    return [_text(value, comma) for value in row]


def _text(value: Value, comma: bool) -> str:
    """A cell as text; figures with the decimal comma of the language's spreadsheets."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _GUARDED.match(value) else value
    if isinstance(value, date):
        return value.isoformat()
    text = repr(value)
    return text.replace(".", ",") if comma else text


def _codec(encoding: str | None) -> str:
    try:
        return codecs.lookup(encoding).name if encoding else "utf-8-sig"
    except (LookupError, ValueError) as error:
        raise UsageError(say("there is no encoding {name!r}", name=encoding)) from error


def _encoded(text: str, codec: str) -> tuple[bytes, tuple[Message, ...]]:
    """The text in an encoding; signs that it lacks become `?`, which is told."""
    try:
        return text.encode(codec), ()
    except UnicodeEncodeError:
        content = text.encode(codec, "replace")
        missing = sorted({sign for sign in set(text) if not _has(codec, sign)})
        note = say("{name} lacks {signs}: each is a question mark", name=codec,
                   signs=" ".join(missing[:10]))  # fmt: skip
        return content, (note,)


def _has(codec: str, sign: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
