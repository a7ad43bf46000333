"""Segment: sales, wherever they are described, → a Segmentation."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.data.definition import TOLERATE

if TYPE_CHECKING:
    from cjm.data.choosing import Wanted
    from cjm.data.sales.segmentation import Segmentation


def segment(
    sales: str | os.PathLike[str] | None = None,
    data: str | os.PathLike[str] | None = None,
    *,
    columns: Mapping[str, Any] | None = None,
    period: tuple[date | None, date | None] = (None, None),
    reference: date | None = None,
    active: int | None = None,
    customers: bool = False,
    tolerate: float = TOLERATE,
    outside: bool = False,
    python: bool = False,
) -> Segmentation:
    """Customers from sales: segments by RFM, ABC, cohorts, retention and lifetime value.

    Args:
        sales: A source of `data.yaml`, or a file; default: the only source of sales.
        data: The `data.yaml` to use; default: the nearest upwards.
        columns: Of a file that no `data.yaml` describes: `customer`, `time` and `money`, and what
            each is called there.
        period: Of the figures of a period, both days included; default: that of the definition,
            else all days there are sales of.
        reference: Recency is counted back from this day; default: the day after the last order.
        active: For so many days after an order a customer is active; default: the source's, 365.
        customers: Whether every customer is wanted, too.
        tolerate: The share of the rows that may be left out, 0 to 1.
        outside: Whether files may lie beyond the folder of the definition.
        python: Whether functions that connections name may be imported and called.

    Returns:
        The figures; `to_dict` gives them as data, `to_frame` as DataFrames, `personas` as a part
        of a journey.

    Raises:
        UsageError: No source is meant, or more than one may be; a day or a column is not there.
        InvalidDataError: The `data.yaml` is faulty.
        CjmError: More rows than tolerated were left out, or nothing is left; a part is missing
            that is an extra.
    """
    from cjm.data.choosing import wanted_of

    wanted = wanted_of(
        sales, data, columns=columns, period=period, tolerate=tolerate,
        outside=outside, python=python,
    )  # fmt: skip
    return segment_wanted(wanted, reference, active, customers)


def segment_wanted(
    wanted: Wanted,
    reference: date | None = None,
    active: int | None = None,
    customers: bool = False,
    language: str | None = None,
) -> Segmentation:
    """The same of what a command was asked for; faults of files are told in `language`."""
    from cjm.data.choosing import choose
    from cjm.data.engine import local_engine
    from cjm.data.sales.computing import segment_rows
    from cjm.data.trusted import trusted

    chosen = choose("sales", wanted, language=language)
    source, asked = chosen.source, chosen.asked
    with local_engine("segment") as engine:
        rows = trusted(source, chosen, engine)
        return segment_rows(
            rows, source, asked.period, reference=reference, active=active, customers=customers
        )
