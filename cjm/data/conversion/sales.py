"""Sales: a row an order, or a part of one, with its money."""

from cjm.data.conversion.context import Context
from cjm.data.conversion.expressions import any_of
from cjm.data.conversion.faults import Fault
from cjm.data.conversion.kinds import Conversion, Limits
from cjm.data.conversion.numbers import double, money, other_mark
from cjm.data.conversion.times import time_of
from cjm.data.definition import Column, Sales
from cjm.data.left_out import NO_CUSTOMER, NO_TIME, NOT_A_NUMBER, NOT_A_TIME

YES = ("1", "1.0", "yes", "y", "true", "t", "да", "д", "+", "истина")
"""What says that somebody is a member, or used a bonus; a number above 0 does, too."""


def convert_sales(context: Context, source: Sales, limits: Limits) -> Conversion:
    """Sales as `Typed` has them, of all times: who was a customer before a period must be known."""
    del limits
    time = time_of(context, source.time)
    decimal = source.rows.decimal
    money_text = context.text(source.money)
    value = (
        money_text if context.kind_of(source.money) == "VARCHAR" else context.named(source.money)
    )
    columns = {
        '"row"': context.row,
        "customer": context.text(source.customer),
        "ord": context.text(source.order),
        "time_text": context.text(source.time),
        '"at"': time.at,
        '"day"': time.day,
        "money_text": money_text,
        "money": money(value, decimal, context.kind_of(source.money)),
    }
    columns |= {
        name: _said_yes(context, column, decimal)
        for name, column in (("member", source.member), ("used", source.used))
        if column is not None
    }
    columns |= {
        name: double(context.text(column), decimal)
        for name, column in (
            ("points_used", source.points_used),
            ("points_given", source.points_given),
        )
        if column is not None
    }
    faults = (
        Fault(NO_CUSTOMER, "customer IS NULL"),
        Fault(NO_TIME, "time_text IS NULL"),
        Fault(NOT_A_TIME, '"at" IS NULL', "time_text"),
        Fault(NOT_A_NUMBER, "money IS NULL", "COALESCE(money_text, '')", help=other_mark(decimal)),
    )
    selected = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    kept = tuple(name for name in columns if not name.endswith("_text"))
    return Conversion(f"SELECT {selected} FROM {context.relation}", kept, faults)


def _said_yes(context: Context, column: Column, decimal: str) -> str:
    """Whether a column says yes; false where it is blank."""
    text = context.text(column)
    if context.kind_of(column) == "BOOLEAN":
        return f"COALESCE({context.named(column)}, FALSE)"
    number = double(text, decimal)
    return f"(COALESCE(LOWER({text}) IN {any_of(YES)}, FALSE) OR COALESCE({number} > 0, FALSE))"
