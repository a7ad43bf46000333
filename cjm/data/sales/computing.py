"""Segment: typed rows of sales → a Segmentation, by a handful of grouped queries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cjm.data.definition import Sales
from cjm.data.sales import queries
from cjm.data.sales.periods import period_of
from cjm.data.sales.programme import Programme, programme_of
from cjm.data.sales.segmentation import CLASSES, Class, Cohort, Customer, Segment, Segmentation
from cjm.data.sales.segments import OTHER, SEGMENTS
from cjm.data.typed import Typed
from cjm.errors import CjmError, UsageError
from cjm.i18n import say

Days = tuple[date | None, date | None]
Rows = Sequence[Sequence[Any]]


def segment_rows(
    typed: Typed,
    sales: Sales,
    period: Days = (None, None),
    *,
    reference: date | None = None,
    active: int | None = None,
    customers: bool = False,
) -> Segmentation:
    """What sales say of the customers.

    Args:
        typed: The rows.
        sales: What the source says of them: limits, segments, margin, lifetime, programme.
        period: For the period's figures, both days included; an open end is that of the sales.
        reference: The day recency is counted from; default: the day after the last order.
        active: For so many days after an order a customer is active; default: the source's.
        customers: Whether every customer is wanted, too.

    Raises:
        CjmError: There is no row, or the reference day comes before the last order.
    """
    ask = typed.engine.rows
    orders = queries.orders_sql(typed.select, sales)
    first, last, n_orders, returns = ask(orders + queries.SPAN)[0]
    if not n_orders:
        raise CjmError(say("there are no sales: {n} {n:row|rows} read, none left", n=typed.read))
    reference = _reference(reference, last)
    ranked = queries.ranked_sql(typed.select, sales, reference)
    groups = [_Group(*row) for row in ask(ranked + queries.GROUPED)]
    medians = {
        name: {id: float(value) for id, value in ask(ranked + queries.median_sql(name))}
        for name in queries.LIMITED
    }
    n, money = sum(g.n for g in groups), sum((g.money for g in groups), Decimal())
    begins, ends = period[0] or first, period[1] or last
    active = active if active is not None else sales.active
    counted = ask(orders + queries.period_sql(begins, ends, active))
    return Segmentation(
        source=sales.id,
        read=typed.read,
        customers=n,
        orders=int(n_orders),
        money=float(money),
        returns=int(returns),
        first=first,
        last=last,
        reference=reference,
        rfm=_scores(groups),
        segments=_segments(groups, medians, sales, n),
        abc={name: _class([g for g in groups if g.abc == name]) for name in CLASSES},
        cohorts=_cohorts(ask(orders + queries.COHORTS), last),
        begun=None if (last + timedelta(days=1)).day == 1 else f"{last:%Y-%m}",
        period=period_of(counted, begins, ends, active, sales),
        rpr=sum(g.repeaters for g in groups) / n,
        ltv_historic=float(money) / n * (1 if sales.margin is None else sales.margin),
        programme=_programme(ask, orders, sales, n),
        each=tuple(_customer(row) for row in ask(ranked + queries.EACH)) if customers else None,
        left_out=typed.left_out,
    )


class _Group:
    """Customers of equal scores, segment and class, as one row of `GROUPED` has them."""

    def __init__(self, r: int, f: int, m: int, segment: str, abc: str, n: int, *sums: Any) -> None:
        self.scores = (int(r), int(f), int(m))
        self.segment, self.abc, self.n = segment, abc, int(n)
        _orders, self.money, self.lowest, repeaters = sums
        self.repeaters = int(repeaters)


def _reference(asked: date | None, last: date) -> date:
    """The day after the last order, or the one asked for, which is not before it."""
    if asked is not None and asked < last:
        raise UsageError(
            say("the last order is of {last}, after the reference day {asked}",
                last=last.isoformat(), asked=asked.isoformat()),
            help=say("take a later reference day, or leave out later orders by where in data.yaml"),
        )  # fmt: skip
    return asked or last + timedelta(days=1)


def _scores(groups: list[_Group]) -> dict[str, dict[int, int]]:
    """How many customers have which score."""
    counts: dict[str, Counter[int]] = {name: Counter() for name in ("R", "F", "M")}
    for group in groups:
        for name, score in zip(counts, group.scores, strict=True):
            counts[name][score] += group.n
    return {name: dict(sorted(found.items())) for name, found in counts.items()}


def _segments(
    groups: list[_Group], medians: dict[str, dict[str, float]], sales: Sales, n: int
) -> tuple[Segment, ...]:
    """Every segment there is a condition for, also one without customers; the rest, if any."""
    members: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        members[group.segment].append(group)
    ids = [*(sales.segments or SEGMENTS)]
    found = [*ids, *([OTHER] if OTHER in members and OTHER not in ids else [])]
    segments = []
    for id in found:
        count = sum(g.n for g in members[id])
        recency, frequency, paid = (medians[name].get(id) for name in queries.LIMITED)
        money = float(sum((g.money for g in members[id]), Decimal()))
        segments.append(Segment(id, count, count / n, money, recency, frequency, paid))
    return tuple(segments)


def _class(groups: list[_Group]) -> Class:
    if not groups:
        return Class()
    money = float(sum((g.money for g in groups), Decimal()))
    return Class(sum(g.n for g in groups), money, float(min(g.lowest for g in groups)))


def _cohorts(rows: Rows, last: date) -> tuple[Cohort, ...]:
    """A cohort a month that had first orders; all are as long, None after the last month."""
    counts = {(int(start), int(month)): int(n) for start, month, n in rows}
    starts = sorted({start for start, _ in counts})
    final = last.year * 12 + last.month - 1
    cohorts = []
    for start in starts:
        months = range(start, start + final - starts[0] + 1)
        seen = tuple(counts.get((start, m), 0) if m <= final else None for m in months)
        year, month = divmod(start, 12)
        cohorts.append(Cohort(f"{year:04d}-{month + 1:02d}", counts[start, start], seen))
    return tuple(cohorts)


def _programme(
    ask: Callable[[str], Rows], orders: str, sales: Sales, customers: int
) -> Programme | None:
    if sales.member is None:
        return None
    return programme_of(ask(orders + queries.programme_sql(sales)), customers, sales)


def _customer(row: Sequence[Any]) -> Customer:
    customer, recency, frequency, money, r, f, m, segment, abc = row
    figures = (int(recency), int(frequency), float(money), int(r), int(f), int(m))
    return Customer(customer, *figures, segment, abc)
