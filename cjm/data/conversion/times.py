"""Times in texts: ISO 8601, or one format for all; offsets, or the definition's timezone."""

from collections.abc import Mapping

from cjm.data.conversion.context import Context
from cjm.data.conversion.expressions import NULL_TEXT
from cjm.data.conversion.formats import fitting_formats, format_help
from cjm.data.engine import text_literal
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.tuples import NamedTuple

_OFFSET = r" ?([Zz]|[+\-−]\d\d(:?\d\d)?)"
_DAY = r"\d{4}-\d\d-\d\d"
_HOUR = r"[Tt ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?"
_SHORT_DAY = r"\d{8}"
_SHORT_HOUR = r"[Tt]\d\d(\d\d(\d\d([.,]\d{1,9})?)?)?"
_LOCAL = f"{_DAY}({_HOUR})?|{_SHORT_DAY}({_SHORT_HOUR})?"
_ZONED = f"({_DAY}{_HOUR}|{_SHORT_DAY}{_SHORT_HOUR}){_OFFSET}"
"""ISO 8601 with and without hyphens and colons, as people and programs write it."""
_EARLIEST, _LATEST = "0100-01-01", "9999-12-31 23:59:59.999999"
"""`%Y` takes 26 for a year: no data are that old. Later there are years of five digits, and no end:
engines have an infinite time. What is in between is a day in Python, too."""
_LATEST_ELSEWHERE = "9999-12-30 09:59:59.999999"
"""Of a moment whose day is asked for in any timezone: it may be 14 hours later there."""
MOSTLY = 0.5
"""Where at least half of the values fit, the others are single faults."""


TIME_VALUE = "CAST(time_text AS VARCHAR)"
"""What an account tells of a time that is none."""


LOOKED_AT = 1000
"""So many values say in which form a column is written."""


class Time(NamedTuple):
    """What a column of times says, as SQL, each written in terms of the one before.

    Attributes:
        text: What stands in the column.
        moment: `time_text` as a time of the engine.
        at: `moment` in microseconds since 1970 UTC.
        day: `moment` as a day of the definition's timezone.
    """

    text: str
    moment: str
    at: str
    day: str


NO_TIMES = Time(NULL_TEXT, NULL_TEXT, "CAST(NULL AS BIGINT)", "CAST(NULL AS DATE)")


def texts_and_times(context: Context, time: Time, texts: Mapping[str, str]) -> str:
    """A SELECT of the rows' numbers, texts by their names, `time_text`, `at` and `day`.

    Each text is cut out once, below whatever is made of it: the engine would do it anew each time.
    """
    named = ", ".join(f"{sql} AS {name}" for name, sql in texts.items())
    return (
        f'SELECT *, {time.at} AS "at", {time.day} AS "day" FROM ('
        f"SELECT *, {time.moment} AS moment FROM ("
        f'SELECT {context.row} AS "row", {named}, {time.text} AS time_text '
        f"FROM {context.relation}))"
    )


def time_of(context: Context, column: str | int | None, whole: bool = False) -> Time:
    """How a column of times is read, found by looking at its first values, or at all of them.

    The first ones are enough where all fit; where some did not, `check_times` looks at all.

    Args:
        context: The source.
        column: The column; None: the source has none.
        whole: Whether to look at all values.

    Raises:
        CjmError: times with and without an offset, or most are in no form that is known; the help
            names the `time_format` that fits.
    """
    if column is None:
        return NO_TIMES
    kind = context.kind_of(column)
    if kind.startswith("TIMESTAMP WITH TIME ZONE"):
        return _zoned(context.named(column), "time_text", context.timezone)
    if kind.startswith("TIMESTAMP") or kind == "DATE":
        return _local(context.named(column), "TRY_CAST(time_text AS TIMESTAMP)", context.timezone)
    some = (
        f"SELECT {context.row} AS n, {context.text(column)} AS time_text FROM {context.relation} "
        f"WHERE {context.text(column)} IS NOT NULL" + ("" if whole else f" LIMIT {LOOKED_AT}")
    )
    if given := context.source.rows.time_format:
        return _formatted(context, column, some, given)
    return _iso(context, column, some)


def check_times(context: Context, column: str | int | None) -> None:
    """Look at all values of a column of which some are no times.

    Raises:
        CjmError: as `time_of`.
    """
    time_of(context, column, whole=True)


def _iso(context: Context, column: str | int, some: str) -> Time:
    """ISO 8601, with offsets or without; a column has one of both."""
    local, zoned = iso_local("time_text"), iso_zoned("time_text")
    [(values, locals_, zoneds, first_local, first_zoned)] = context.rows(
        f"SELECT COUNT(*), COUNT(a), COUNT(z), MIN(n) FILTER (a IS NOT NULL), "
        f"MIN(n) FILTER (z IS NOT NULL) FROM (SELECT *, {local} AS a, {zoned} AS z FROM ({some}))"
    )
    if locals_ and zoneds:
        raise _mixed(context, column, first_local, first_zoned)
    if values and locals_ + zoneds < MOSTLY * values:
        raise _no_times(context, column, "")
    found = _zoned if zoneds else _local
    return found(context.text(column), zoned if zoneds else local, context.timezone)


def _mixed(context: Context, column: str | int, local: int, zoned: int) -> CjmError:
    """What is said of a column where nobody knows what times without an offset mean."""
    return CjmError(
        say(
            "{source}: column {name!r} has times with and without an offset",
            source=context.source.id,
            name=str(column),
        ),
        help=say(
            "with: {one}; without: {other}; write all of them in one way",
            one=_place(context, column, zoned),
            other=_place(context, column, local),
        ),
    )


def _formatted(context: Context, column: str | int, some: str, given: str) -> Time:
    """One format for all; with `%z` in it each has its offset."""
    import duckdb

    parsed = f"TRY_STRPTIME(time_text, {text_literal(given)})"
    try:
        [(values, fit)] = context.rows(f"SELECT COUNT(*), COUNT({parsed}) FROM ({some})")
    except duckdb.InvalidInputException as error:
        raise CjmError(
            say(
                "{source}: there is no time_format {format!r}",
                source=context.source.id,
                format=given,
            ),
            help=say("it has the codes of strptime, for example %d.%m.%Y %H:%M"),
        ) from error
    if values and fit < MOSTLY * values:
        raise _no_times(context, column, given)
    if "%z" in given:
        return _zoned(context.text(column), parsed, context.timezone)
    return _local(context.text(column), parsed, context.timezone)


def _no_times(context: Context, column: str | int, given: str) -> CjmError:
    """What is said where most values are in another form, or are no times."""
    text = context.text(column)
    [(value,)] = context.rows(
        f"SELECT t FROM (SELECT {text} AS t FROM {context.relation}) WHERE t IS NOT NULL LIMIT 1"
    )
    formats = fitting_formats(context, text)
    source, name = context.source.id, str(column)
    told = (
        say(
            "{source}: column {name!r} does not fit {format!r}: {value!r}",
            source=source,
            name=name,
            format=given,
            value=value,
        )
        if given
        else say(
            "{source}: column {name!r} has no times of ISO 8601: {value!r}",
            source=source,
            name=name,
            value=value,
        )
    )
    return CjmError(told, help=format_help(formats, context.source.rows))


def _place(context: Context, column: str | int, row: int) -> str:
    """A value and where it stands."""
    [(value,)] = context.rows(
        f"SELECT {context.text(column)} FROM {context.relation} WHERE {context.row} = {row}"
    )
    file, line = context.place(row)
    return f"{value} ({file}:{line})" if line else f"{value} ({file})"


def iso_local(text: str) -> str:
    """A time of ISO 8601 without an offset; null where it is none."""
    usual = f"NOT REGEXP_MATCHES(SUBSTR({text}, 12), '[^0-9:.]')"
    return _iso_cast(text, "TIMESTAMP", usual, _LOCAL)


def iso_zoned(text: str) -> str:
    """A time of ISO 8601 with its offset; null where it is none."""
    usual = f"REGEXP_FULL_MATCH(SUBSTR({text}, 12), '[0-9:.]+(Z|[+-]\\d\\d(:?\\d\\d)?)')"
    return _iso_cast(text, "TIMESTAMPTZ", usual, _ZONED)


def _iso_cast(text: str, kind: str, usual: str, form: str) -> str:
    """The usual form at once; the rarer ones after they are written as the engine reads them.

    The engine alone would take more: names of zones, and offsets that it then forgets.
    """
    looks = f"{text} LIKE '____-__-__%' AND SUBSTR({text}, 11, 1) IN ('', 'T', ' ')"
    return (
        f"CASE WHEN {looks} AND {usual} THEN TRY_CAST({text} AS {kind}) "
        f"WHEN REGEXP_FULL_MATCH({text}, '{form}') THEN TRY_CAST({_usual(text)} AS {kind}) END"
    )


def _usual(text: str) -> str:
    """A rarer form of ISO 8601 as `2026-07-01T10:00:00.5+03:00`."""
    day = f"REGEXP_REPLACE({text}, '^(\\d{{4}})(\\d\\d)(\\d\\d)', '\\1-\\2-\\3')"
    hour = f"REGEXP_REPLACE({day}, '([Tt])(\\d\\d)(\\d\\d)?(\\d\\d)?', '\\1\\2:\\3:\\4')"
    plain = f"CASE WHEN CONTAINS({text}, ':') THEN {text} ELSE {hour} END"
    full = f"REGEXP_REPLACE({plain}, ':+([^\\d]|$)', ':00\\1')"
    dotted = f"REPLACE(REPLACE(UPPER({full}), ',', '.'), '−', '-')"
    return f"REGEXP_REPLACE({dotted}, ' ([Z+-])', '\\1')"


def _zoned(text: str, moment: str, timezone: str) -> Time:
    if timezone == "UTC":  # half the price of AT TIME ZONE
        day, latest = "MAKE_TIMESTAMP(EPOCH_US(moment))", _LATEST
    else:
        day, latest = f"moment AT TIME ZONE {text_literal(timezone)}", _LATEST_ELSEWHERE
    at = _within(
        "EPOCH_US(moment)", f"TIMESTAMPTZ '{_EARLIEST} 00:00:00+00'", f"TIMESTAMPTZ '{latest}+00'"
    )
    return Time(text, moment, at, f"CAST({day} AS DATE)")


def _local(text: str, moment: str, timezone: str) -> Time:
    there = "moment" if timezone == "UTC" else f"moment AT TIME ZONE {text_literal(timezone)}"
    at = _within(f"EPOCH_US({there})", f"TIMESTAMP '{_EARLIEST}'", f"TIMESTAMP '{_LATEST}'")
    return Time(text, moment, at, "CAST(moment AS DATE)")


def _within(at: str, first: str, last: str) -> str:
    """Microseconds of a moment that data can have; null of another, which is then no time."""
    return f"CASE WHEN moment BETWEEN {first} AND {last} THEN {at} END"
