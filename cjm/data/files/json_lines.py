"""JSON lines: an object a line; its keys are the columns."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine, quoted, text_literal
from cjm.data.files.copies import copied
from cjm.data.files.names import DataFile, check_columns, engine_names, missing_of
from cjm.data.files.parts import Part, Rejected
from cjm.data.files.texts import Text, lines_of, look_through
from cjm.data.left_out import NOT_JSON
from cjm.errors import CjmError
from cjm.i18n import say

LOOKED_AT = 1000
"""So many lines mostly have all keys; where one is missed, all lines are looked at."""
_NO_DELIMITER = "\x01"
"""No line of JSON has it: control signs are escaped there."""


def read_json_lines(
    engine: LocalEngine, file: DataFile, rows: Rows, wanted: Mapping[str, str], whole: bool
) -> Part:
    """JSON lines as a table of the engine; see `cjm.data.files.delimited.read_delimited`."""
    text = look_through(file, rows)
    columns = _columns(file, text, wanted, whole)
    names = dict(zip(columns, engine_names(columns), strict=True))
    return _by_the_engine(engine, file, text, names) or _line_by_line(engine, file, text, names)


def _columns(file: DataFile, text: Text, wanted: Mapping[str, str], whole: bool) -> tuple[str, ...]:
    """The keys to keep, in the order in which they come first."""
    with lines_of(file.path, file.shown, text.codec) as lines:
        keys = _keys(lines if whole else islice(lines, LOOKED_AT))
    if missing_of(keys, wanted) and not whole:
        with lines_of(file.path, file.shown, text.codec) as lines:
            keys = _keys(lines)
    if not keys:
        _check_no_array(file, text)
        return ()
    check_columns(file.shown, tuple(keys), wanted)
    return tuple(key for key in keys if whole or key in wanted)


def _keys(lines: Iterable[str]) -> dict[str, None]:
    return {key: None for line in lines for key in _object(line) or ()}


def _object(line: str) -> dict[str, Any] | None:
    """What a line holds, numbers as they are written; None where it is no object."""
    try:
        found = json.loads(line, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _check_no_array(file: DataFile, text: Text) -> None:
    """Say it where a file is one large value, not a line an object."""
    with lines_of(file.path, file.shown, text.codec) as lines:
        first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("["):
        raise CjmError(
            say("{file} is one JSON array, not a line an object", file=file.shown),
            help=say("convert it: jq -c '.[]' OLD > NEW.jsonl"),
        )


def _by_the_engine(
    engine: LocalEngine, file: DataFile, text: Text, names: Mapping[str, str]
) -> Part | None:
    """A file whose every line is an object; None where it is not so."""
    import duckdb

    if not text.is_plain or text.codec == "utf-8-sig" or not names:
        return None
    source = (
        f"read_csv({text_literal(engine.admit(file.path))}, auto_detect = false, "
        f"columns = {{'line': 'VARCHAR'}}, delim = {text_literal(_NO_DELIMITER)}, quote = '', "
        f"escape = '', header = false, comment = '', new_line = {text_literal(text.end)})"
    )
    name = engine.name("text")
    kept = ", ".join(
        f"json_extract_string(line, {text_literal(_path(key))}) AS {quoted(column)}"
        for key, column in names.items()
    )
    try:
        [(objects,)] = engine.rows(
            f"SELECT COUNT(*) FROM {source} WHERE CASE WHEN json_valid(line) "
            f"THEN json_type(line) = 'OBJECT' ELSE FALSE END"
        )
        if objects != text.lines:
            return None
        engine.run(f"CREATE TABLE {name} AS SELECT {kept} FROM {source}")
    except (duckdb.InvalidInputException, duckdb.ConversionException):
        return None
    return Part(file.shown, name, names, objects, objects, 1)


def _path(key: str) -> str:
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'$."{escaped}"'


def _line_by_line(
    engine: LocalEngine, file: DataFile, text: Text, names: Mapping[str, str]
) -> Part:
    """A file with lines that are none, by way of a copy."""
    rejected = Rejected(file.shown)
    with lines_of(file.path, file.shown, text.codec) as lines:
        rows = _rows(lines, tuple(names), rejected)
        name, count = copied(engine, tuple(names.values()), rows)
    read = count + rejected.count
    return Part(file.shown, name, names, count, read, None, rejected.left_out)


def _rows(
    lines: Iterable[str], keys: Sequence[str], rejected: Rejected
) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        found = _object(line.removeprefix("\ufeff") if number == 1 else line)
        if found is None:
            rejected.add(NOT_JSON, number, line.strip())
        else:
            yield number, [_text(found.get(key)) for key in keys]


def _text(value: Any) -> str:
    """A value as text: what is no text is written as JSON writes it."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
