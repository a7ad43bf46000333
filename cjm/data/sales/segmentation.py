"""Segmentation: what sales say of the customers, as one frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cjm.data.left_out import LeftOut, as_data
from cjm.records import dataclass, field
from cjm.shown import notebook

if TYPE_CHECKING:
    from cjm.data.sales.periods import Period
    from cjm.data.sales.programme import Programme

SCORES = ("R", "F", "M")
CLASSES = ("A", "B", "C")


@dataclass(frozen=True)
class Segment:
    """A segment: how many customers it has, and their median recency, frequency and money."""

    id: str
    customers: int
    share: float
    money: float
    recency: float | None = None
    frequency: float | None = None
    median_money: float | None = None


@dataclass(frozen=True)
class Class:
    """A class of ABC: its customers, all their money, and the least that one of them has paid."""

    customers: int = 0
    money: float = 0.0
    lowest: float | None = None


@dataclass(frozen=True)
class Cohort:
    """Customers whose first order lies in one month, such as `2026-01`.

    `customers` says how many of them ordered in that month and in each later one; None after the
    last month there are sales of. `share` is that of the cohort's `size`.
    """

    month: str
    size: int
    customers: tuple[int | None, ...]

    @property
    def share(self) -> tuple[float | None, ...]:
        """The same as shares of the cohort."""
        return tuple(None if n is None else n / self.size for n in self.customers)


@dataclass(frozen=True)
class Customer:
    """One customer: days since the last order, orders, money; scores 1 to 5; where it falls."""

    customer: str
    recency: int
    frequency: int
    money: float
    R: int
    F: int
    M: int
    segment: str
    abc: str

    def to_dict(self) -> dict[str, Any]:
        """The figures by their names, without who it is."""
        return {name: getattr(self, name) for name in FIGURES_OF_CUSTOMER}


FIGURES_OF_CUSTOMER = ("recency", "frequency", "money", "R", "F", "M", "segment", "abc")


@dataclass(frozen=True)
class Segmentation:
    """Customers from sales.

    Attributes:
        source: The id of the sales, or their file.
        read: Rows read.
        customers, orders, money: In all; money is summed exactly.
        returns: Orders whose money is 0 or less; they stay in all figures.
        first, last: The days of the first and the last order.
        reference: The day from which recency is counted back.
        rfm: By R, F and M: how many customers have which score, those that occur.
        segments: In the order in which their conditions are tried.
        abc: The classes A, B and C.
        cohorts: By the month of the first order.
        begun: The last month, where sales end before it does.
        period: Figures of the period asked for, else of all days there are sales of.
        rpr: Repeat purchase rate: the share of customers with more than one order.
        ltv_historic: All money / all customers, times the margin.
        programme: Of a loyalty programme, where the sales tell of one.
        each: Every customer, where asked for.
        left_out: Rows left out, by reason.
    """

    source: str
    read: int
    customers: int
    orders: int
    money: float
    returns: int
    first: date
    last: date
    reference: date
    rfm: Mapping[str, Mapping[int, int]]
    segments: tuple[Segment, ...]
    abc: Mapping[str, Class]
    cohorts: tuple[Cohort, ...]
    begun: str | None
    period: Period
    rpr: float
    ltv_historic: float
    programme: Programme | None = None
    each: tuple[Customer, ...] | None = None
    left_out: LeftOut = field(default_factory=dict)

    def _repr_html_(self) -> str:
        """The figures as tables, as a notebook shows them."""
        return notebook(self)

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded, as `cjm segment --format json` prints it."""
        data: dict[str, Any] = {
            "version": 1,
            "command": "segment",
            "source": self.source,
            "rows": self.read,
            "left_out": as_data(self.left_out),
            "customers": self.customers,
            "orders": self.orders,
            "money": self.money,
            "returns": self.returns,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "reference": self.reference.isoformat(),
            "rfm": {
                name: {str(score): n for score, n in sorted(self.rfm[name].items())}
                for name in SCORES
            },
            "segments": {
                s.id: {"customers": s.customers, "share": s.share, "money": s.money}
                for s in self.segments
            },
            "abc": {
                name: {"customers": c.customers, "money": c.money, "lowest": c.lowest}
                for name, c in self.abc.items()
            },
            "cohorts": {
                c.month: {"size": c.size, "customers": list(c.customers), "share": list(c.share)}
                for c in self.cohorts
            },
            "begun": self.begun,
            "period": self.period.to_dict(),
            "rpr": self.rpr,
            "ltv_historic": self.ltv_historic,
            "programme": self.programme.to_dict() if self.programme else None,
        }
        if self.each is not None:
            data["by_customer"] = {c.customer: c.to_dict() for c in self.each}
        return data

    def to_frame(self, of: str = "segments") -> Any:
        """The figures as a pandas DataFrame.

        Args:
            of: `segments`, `cohorts` (a row a cohort, a column for each month after the first, of
                shares), `abc`, or `customers` where they were asked for.

        Raises:
            UsageError: There is no such frame.
        """
        from cjm.data.sales.frames import to_frame

        return to_frame(self, of)

    def to_csv(self) -> str:
        """A line a segment; where the customers were asked for, a line a customer."""
        from cjm.data.sales.frames import (
            CUSTOMER_COLUMNS,
            SEGMENT_COLUMNS,
            customer_rows,
            segment_rows,
        )
        from cjm.source.csv_text import csv_text

        if self.each is None:
            return csv_text(segment_rows(self), SEGMENT_COLUMNS)
        return csv_text(customer_rows(self), CUSTOMER_COLUMNS)

    def personas(self, language: str = "en") -> str:
        """The segments as a `personas:` part of a journey, to be pasted there."""
        from cjm.data.sales.personas import personas_yaml

        return personas_yaml(self, language)

    def __repr__(self) -> str:
        return f"<Segmentation: {self.customers} customers, {self.orders} orders>"
