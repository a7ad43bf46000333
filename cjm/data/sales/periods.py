"""Figures of a period: who came, stayed and left; repeat purchases; lifetime value by formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from cjm.data.definition import Sales
from cjm.records import dataclass

FIGURES = (
    "start", "end", "won", "new", "won_back", "crr", "ccr", "rpr", "average_order",
    "orders_per_customer", "lifetime", "ltv_formula",
)  # fmt: skip


@dataclass(frozen=True)
class Period:
    """A period, both days included; a customer is active for `active` days after an order.

    Attributes:
        start, end: Customers active the day before it, and on its last day.
        won: Active at the end and not at the start: `new` had their first order in the period,
            the others were `won_back`.
        crr: Customer retention rate: those of the start who are active at the end.
        ccr: Customer churn rate: 1 − crr.
        rpr: Of customers with an order in the period, those with more than one.
        average_order: Money / orders.
        orders_per_customer: Orders / customers with an order.
        lifetime: In periods: 1 / ccr, or as the source says.
        ltv_formula: average_order × orders_per_customer × lifetime, times the margin.
    """

    first: date
    last: date
    active: int
    start: int
    end: int
    won: int
    new: int
    won_back: int
    crr: float | None
    ccr: float | None
    rpr: float | None
    average_order: float | None
    orders_per_customer: float | None
    lifetime: float | None
    ltv_formula: float | None

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded."""
        days = {"from": self.first.isoformat(), "to": self.last.isoformat(), "active": self.active}
        return days | {name: getattr(self, name) for name in FIGURES}


def period_of(
    rows: Sequence[Sequence[Any]], first: date, last: date, active: int, sales: Sales
) -> Period:
    """The figures from what `period_sql` counts."""
    start, end, stayed, new, buyers, repeaters, orders, paid = (value or 0 for value in rows[0])
    won = int(end - stayed)
    churn = (start - stayed) / start if start else None
    lifetime = sales.lifetime if sales.lifetime is not None else (1 / churn if churn else None)
    average = float(paid) / orders if orders else None
    per_customer = orders / buyers if buyers else None
    value = None
    if average is not None and per_customer is not None and lifetime is not None:
        value = average * per_customer * lifetime * (1 if sales.margin is None else sales.margin)
    return Period(
        first=first, last=last, active=active, start=int(start), end=int(end),
        won=won, new=int(new), won_back=won - int(new),
        crr=stayed / start if start else None, ccr=churn,
        rpr=repeaters / buyers if buyers else None,
        average_order=average, orders_per_customer=per_customer,
        lifetime=lifetime, ltv_formula=value,
    )  # fmt: skip
