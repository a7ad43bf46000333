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
