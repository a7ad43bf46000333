"""Events: a row a visit, of a case to a touchpoint at a time."""

from collections.abc import Sequence

from cjm.data.conversion.context import Context
from cjm.data.conversion.faults import Fault
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double
from cjm.data.conversion.times import TIME_VALUE, texts_and_times, time_of
from cjm.data.definition import Events
from cjm.data.left_out import NO_CASE, NO_TIME, NO_TOUCHPOINT, NOT_A_TIME, OUTSIDE_PERIOD
from cjm.errors import CjmError
from cjm.i18n import say

MOST_TOUCHPOINTS = 65_535
"""More are no touchpoints, but orders, customers or texts: no map shows them."""
COLUMNS = ('"row"', '"case"', "word", '"at"', '"day"', "ord", "failed")


def convert_events(context: Context, source: Events, limits: Limits) -> Conversion:
    """Events as `Typed` has them. A period keeps the cases that begin in it, whole."""
    _check_words(context, source)
    time = time_of(context, source.time)
    failed = f"(\n{source.failed}\n)" if source.failed else "CAST(NULL AS BOOLEAN)"
    if source.failed:
        failed = f"COALESCE({failed}, FALSE)"
    faults = [
        Fault(NO_CASE, '"case" IS NULL'),
        Fault(NO_TOUCHPOINT, "word IS NULL"),
        Fault(NO_TIME, "time_text IS NULL"),
        Fault(NOT_A_TIME, '"at" IS NULL', TIME_VALUE),
    ]
    texts = {
        '"case"': context.key(source.case),
        "word": context.text(source.touchpoint),
        "ord": _order(context, source),
        "failed": f"CAST({failed} AS BOOLEAN)",
    }
    found = by_case(texts_and_times(context, time, texts), faults, limits)
    return found._replace(is_cheap=_is_cheap(context, source, limits))


def _is_cheap(context: Context, source: Events, limits: Limits) -> bool:
    """Whether nothing is computed of a row but what its columns hold, and times are moments.

    To look up what a clock showed elsewhere is as dear as all the rest.
    """
    computed = context.where or source.failed or source.order is not None or any(limits.period)
    kind = context.kind_of(source.time)
    at_once = "WITH TIME ZONE" in kind or (kind != "VARCHAR" and context.timezone == "UTC")
    return not computed and at_once


def by_case(rows: str, faults: Sequence[Fault], limits: Limits) -> Conversion:
    """Rows of events, of which a period keeps the cases that begin in it, whole.

    Args:
        rows: A SELECT of their columns, and of what the faults speak of.
        faults: What leaves an event out: a case begins with its first one that is sound.
        limits: The period.
    """
    outside = limits.outside("first_day")
    if not outside:
        return Conversion(rows, COLUMNS, tuple(faults))
    sound = " AND ".join(f"NOT ({fault.condition})" for fault in faults)
    first_day = f'MIN(CASE WHEN {sound} THEN "day" END) OVER (PARTITION BY "case") AS first_day'
    return Conversion(
        f"SELECT *, {first_day} FROM ({rows})", COLUMNS, (*faults, Fault(OUTSIDE_PERIOD, outside))
    )


def _check_words(context: Context, source: Events) -> None:
    """Stop where the mapping takes another column for that of touchpoints."""
    [(count,)] = context.rows(
        f"SELECT COUNT(word) FROM "
        f"(SELECT DISTINCT {context.text(source.touchpoint)} AS word FROM {context.relation})"
    )
    if count > MOST_TOUCHPOINTS:
        raise CjmError(
            say(
                "{source}: column {name!r} has {n} different touchpoints",
                source=source.id,
                name=str(source.touchpoint),
                n=count,
            ),
            help=say("name the column that says where somebody was: touchpoint: …"),
        )


def _order(context: Context, source: Events) -> str:
    """What puts events of one time in order: numbers as numbers where all are."""
    if source.order is None:
        return "CAST(NULL AS VARCHAR)"
    text, kind = context.text(source.order), context.kind_of(source.order)
    if kind != "VARCHAR":
        return context.named(source.order)
    number = double(text, source.rows.decimal)
    [(values, numbers)] = context.rows(
        f"SELECT COUNT({text}), COUNT({number}) FROM {context.relation}"
    )
    return number if values == numbers else text
