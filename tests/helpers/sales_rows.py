"""Sales made by hand, as typed rows on an engine of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from cjm.data.definition import Rows, Sales
from cjm.data.engine import local_engine
from cjm.data.typed import Typed

WORKED = (
    ("ann", "2026-01-10", "100"), ("ann", "2026-02-10", "150"), ("ann", "2026-03-20", "120"),
    ("bob", "2026-01-15", "40"), ("bob", "2026-03-01", "60"), ("cat", "2026-02-05", "500"),
    ("dan", "2026-02-20", "30"), ("eve", "2026-03-30", "80"),
)  # fmt: skip
"""Five customers whose figures are known to their digits."""
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def sales(**given: Any) -> Sales:
    """A source with what a test is about."""
    return Sales("shop", Rows(), **given)


@contextmanager
def typed_sales(
    rows: Sequence[Sequence[Any]], columns: Sequence[str] = ("customer", "day", "money")
) -> Iterator[Typed]:
    """Rows of these columns, typed; those that are not named are null."""
    kinds = {
        "row": "BIGINT", "customer": "VARCHAR", "ord": "VARCHAR", "at": "BIGINT", "day": "DATE",
        "money": "DECIMAL(18,4)", "member": "BOOLEAN", "used": "BOOLEAN",
        "points_used": "DOUBLE", "points_given": "DOUBLE",
    }  # fmt: skip
    with local_engine("segment") as engine:
        made = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
        engine.connection.execute(f"CREATE TABLE sales ({made})")
        names = ", ".join(f'"{name}"' for name in ("row", *columns))
        marks = ", ".join("?" for _ in ("row", *columns))
        for n, row in enumerate(rows, 1):
            engine.connection.execute(f"INSERT INTO sales ({names}) VALUES ({marks})", [n, *row])
        yield Typed("SELECT * FROM sales", engine, len(rows), {})
