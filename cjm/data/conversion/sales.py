"""Sales: a row an order, or a part of one, with its money."""

from cjm.data.conversion.context import Context
from cjm.data.conversion.expressions import any_of
from cjm.data.conversion.faults import Fault
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double, is_number, money, other_mark
from cjm.data.conversion.times import TIME_VALUE, texts_and_times, time_of
from cjm.data.definition import Sales
from cjm.data.left_out import NO_CUSTOMER, NO_TIME, NOT_A_NUMBER, NOT_A_TIME

YES = ("1", "1.0", "yes", "y", "true", "t", "да", "д", "+", "истина")
"""What says that somebody is a member, or used a bonus; a number above 0 does, too."""

PROGRAMME = ("member", "used", "points_used", "points_given")
"""Columns of a loyalty programme that a source may name."""


def convert_sales(context: Context, source: Sales, limits: Limits) -> Conversion:
    """Sales as `Typed` has them, of all times: who was a customer before a period must be known."""
    del limits
    time = time_of(context, source.time)
    decimal = source.rows.decimal
    kind = context.kind_of(source.money)
    programme = {
        name: column for name in PROGRAMME if (column := getattr(source, name)) is not None
    }
    texts = {
        "customer": context.text(source.customer),
        "ord": context.text(source.order),
        "money_text": context.named(source.money)
        if is_number(kind)
        else context.text(source.money),
    }
    texts |= {f"{name}_text": context.text(column) for name, column in programme.items()}
    columns = {"money": money("money_text", decimal, kind)}
    columns |= {
        name: money(f"{name}_text", decimal)
        if "points" in name
        else _says_yes(f"{name}_text", decimal)
        for name in programme
    }
    faults = (
        Fault(NO_CUSTOMER, "customer IS NULL"),
        Fault(NO_TIME, "time_text IS NULL"),
        Fault(NOT_A_TIME, '"at" IS NULL', TIME_VALUE),
        Fault(
            NOT_A_NUMBER,
            "money IS NULL",
            "COALESCE(CAST(money_text AS VARCHAR), '')",
            help=other_mark(source.rows),
        ),
    )
    made = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    rows = f"SELECT *, {made} FROM ({texts_and_times(context, time, texts)})"
    kept = ('"row"', "customer", "ord", '"at"', '"day"', *columns)
    return Conversion(rows, kept, faults)


def _says_yes(text: str, decimal: str) -> str:
    """Whether a text says yes; false where it is blank."""
    number = double(text, decimal)
    return f"(COALESCE(LOWER({text}) IN {any_of(YES)}, FALSE) OR COALESCE({number} > 0, FALSE))"
