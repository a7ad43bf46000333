"""Delimited texts into the engine: CSV, TSV, semicolons, blanks.

A text whose every line is a row goes into the engine as it stands. Any other (fields that are
missing, texts of several lines, another encoding) is read here, line by line, and handed over as a
copy in which each row has its line.
"""

from collections.abc import Iterator, Mapping, Sequence

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine, quoted
from cjm.data.files.copies import copied, csv_source
from cjm.data.files.dialects import Dialect, dialect_of
from cjm.data.files.names import DataFile, engine_names
from cjm.data.files.parts import Part, Rejected
from cjm.data.files.records import BLANK, Record, records
from cjm.data.files.texts import Text, lines_of, look_through
from cjm.data.left_out import TOO_FEW_FIELDS, TOO_MANY_FIELDS


def read_delimited(
    engine: LocalEngine, file: DataFile, rows: Rows, wanted: Mapping[str, str], whole: bool
) -> Part:
    """A delimited text as a table of the engine.

    Args:
        engine: Where to.
        file: The text.
        rows: What the definition says of its form.
        wanted: The columns that are named, with the keys that name them.
        whole: Whether all other columns are needed, too.

    Raises:
        CjmError: it cannot be read, or lacks columns.
    """
    text = look_through(file, rows)
    dialect = dialect_of(file, text.codec, rows, wanted)
    columns = _needed(dialect, wanted, whole)
    part = _as_it_stands(engine, file, text, dialect, columns)
    return part or _line_by_line(engine, file, text, dialect, columns)


def _needed(dialect: Dialect, wanted: Mapping[str, str], whole: bool) -> dict[int, str]:
    """The places of the columns to keep, with their names on the engine."""
    names = engine_names(dialect.columns)
    return {
        place: names[place]
        for place, column in enumerate(dialect.columns)
        if whole or column in wanted
    }


def _as_it_stands(
    engine: LocalEngine, file: DataFile, text: Text, dialect: Dialect, columns: dict[int, str]
) -> Part | None:
    """A text of which every line is a row; None where it is not so."""
    import duckdb

    if not text.is_plain or dialect.delimiter == BLANK or not dialect.columns or not columns:
        return None
    if text.codec == "utf-8-sig" and dialect.first == 1:
        return None
    name = engine.name("text")
    kept = ", ".join(f"c{place} AS {quoted(column)}" for place, column in columns.items())
    source = csv_source(
        engine.admit(file.path),
        len(dialect.columns),
        dialect.delimiter,
        dialect.first - 1,
        text.end,
    )
    try:
        engine.run(f"CREATE TABLE {name} AS SELECT {kept} FROM {source}")
    except (duckdb.InvalidInputException, duckdb.ConversionException, duckdb.IOException):
        return None
    [(count,)] = engine.rows(f"SELECT COUNT(*) FROM {name}")
    if count != text.lines - (dialect.first - 1):
        engine.run(f"DROP TABLE {name}")
        return None
    return Part(file.shown, name, _by_column(dialect, columns), count, count, dialect.first)


def _by_column(dialect: Dialect, columns: Mapping[int, str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for place, name in columns.items():
        named.setdefault(dialect.columns[place], name)
    return named


def _line_by_line(
    engine: LocalEngine, file: DataFile, text: Text, dialect: Dialect, columns: dict[int, str]
) -> Part:
    """A text of any other kind, by way of a copy that holds each row with its line."""
    rejected = Rejected(file.shown)
    with lines_of(file.path, file.shown, text.codec) as lines:
        found = _rows(records(lines, dialect.delimiter), dialect, rejected)
        rows = ((record.line, [record.fields[place] for place in columns]) for record in found)
        name, count = copied(engine, tuple(columns.values()), rows)
    read = count + rejected.count
    return Part(
        file.shown, name, _by_column(dialect, columns), count, read, None, rejected.left_out
    )


def _rows(found: Iterator[Record], dialect: Dialect, rejected: Rejected) -> Iterator[Record]:
    """The records that are rows of the table; the others are counted."""
    width = len(dialect.columns)
    for record in found:
        if record.line < dialect.first:
            continue
        if record.fault:
            rejected.add(record.fault, record.line, record.fields[0])
        elif len(record.fields) == width:
            yield record
        elif any(field.strip() for field in record.fields):
            reason = TOO_FEW_FIELDS if len(record.fields) < width else TOO_MANY_FIELDS
            rejected.add(reason, record.line, _shown(record.fields, dialect.delimiter))


def _shown(fields: Sequence[str], delimiter: str) -> str:
    return (" " if delimiter == BLANK else delimiter).join(fields)
