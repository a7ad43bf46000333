"""What columns of a database hold, as far as it matters here."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

Kind = Literal["text", "number", "float", "yes_no", "day", "local", "instant", "nothing", "other"]
"""`local` is a time without an offset, `instant` one that is a moment; `nothing`: only nulls."""


def kind_of_value(value: Any, dialect: str) -> Kind:
    """What a column holds, by a value of it that is not null."""
    if isinstance(value, datetime):
        return "instant" if value.tzinfo or dialect == "clickhouse" else "local"
    return next((kind for type_, kind in _PYTHON if isinstance(value, type_)), "other")


_PYTHON: tuple[tuple[type, Kind], ...] = (
    (type(None), "nothing"),
    (bool, "yes_no"),  # before int, which it is too
    (int, "number"),
    (Decimal, "number"),
    (float, "float"),
    (str, "text"),
    (date, "day"),
)


_POSTGRES: dict[int, Kind] = {
    16: "yes_no",
    **dict.fromkeys((20, 21, 23, 1700), "number"),
    **dict.fromkeys((700, 701), "float"),
    **dict.fromkeys((19, 25, 1042, 1043), "text"),
    1082: "day",
    1114: "local",
    1184: "instant",
}
"""By the numbers that PostgreSQL's catalogue pg_type has always had for its own types."""


def kind_of_postgres(type_number: int) -> Kind:
    """What a column of PostgreSQL holds, by its type."""
    return _POSTGRES.get(type_number, "other")


_SPARK: dict[str, Kind] = {
    "string": "text",
    "boolean": "yes_no",
    "float": "float",
    "double": "float",
    "date": "day",
    "timestamp": "instant",
    "timestamp_ntz": "local",
    "void": "nothing",
}
_WHOLE = ("tinyint", "smallint", "int", "bigint", "decimal")


def kind_of_spark(type_name: str) -> Kind:
    """What a column of Spark holds, by its type."""
    bare = type_name.partition("(")[0]
    return "number" if bare in _WHOLE else _SPARK.get(bare, "other")
