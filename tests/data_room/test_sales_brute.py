"""Sales against figures worked out by hand in plain Python, on random sales."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st
from sales_rows import sales, typed_sales

from cjm.data.sales.computing import segment_rows

DAYS = st.dates(date(2025, 11, 1), date(2026, 3, 31))
ROWS = st.lists(
    st.tuples(
        st.sampled_from("abcdefg"),
        st.one_of(st.none(), st.sampled_from(["1", "2"])),
        DAYS,
        st.decimals(-20, 50, places=2, allow_nan=False),
    ),
    min_size=1,
    max_size=25,
)


def orders_of(rows):
    """Each customer's orders as days and money."""
    orders = {}
    for n, (customer, number, day, money) in enumerate(rows):
        key = (customer, number, n if number is None else None)
        before = orders.get(key, (day, Decimal()))
        orders[key] = (min(day, before[0]), money + before[1])
    found = defaultdict(list)
    for (customer, *_), order in orders.items():
        found[customer].append(order)
    return found


def score(worse: int, n: int) -> int:
    return 1 + 5 * worse // n


@settings(max_examples=60, deadline=None)
@given(ROWS, DAYS, DAYS, st.integers(1, 120))
def test_every_figure_equals_the_plain_count(rows, one, two, active):
    """Scores, classes, cohorts, medians, and the figures of a period."""
    period = (min(one, two), max(one, two))
    with typed_sales(rows, ("customer", "ord", "day", "money")) as typed:
        found = segment_rows(typed, sales(), period, active=active, customers=True)
    orders = orders_of(rows)
    last = max(day for own in orders.values() for day, _ in own)
    recency = {c: (last - max(d for d, _ in own)).days + 1 for c, own in orders.items()}
    money = {c: sum(m for _, m in own) for c, own in orders.items()}
    total, n = sum(money.values()), len(orders)
    for customer in found.each:
        c = customer.customer
        assert (customer.recency, customer.money) == (recency[c], float(money[c]))
        assert score(sum(r > recency[c] for r in recency.values()), n) == customer.R
        assert score(sum(len(o) < len(orders[c]) for o in orders.values()), n) == customer.F
        assert score(sum(m < money[c] for m in money.values()), n) == customer.M
        more = sum(m for m in money.values() if m > money[c])
        within = "A" if 100 * more < 80 * total else "B" if 100 * more < 95 * total else "C"
        assert customer.abc == ("C" if money[c] <= 0 else within)
    for segment in found.segments:
        own = [c for c in found.each if c.segment == segment.id]
        assert segment.customers == len(own)
        if own:
            assert segment.recency == median(c.recency for c in own)
            assert abs(segment.median_money - median(c.money for c in own)) < 1e-9
    check_cohorts(found, orders, last)
    check_period(found.period, orders, period, active)


def check_cohorts(found, orders, last):
    """By sets of customers for each month."""

    def months(own):
        return {d.year * 12 + d.month - 1 for d, _ in own}

    final = last.year * 12 + last.month - 1
    for cohort in found.cohorts:
        year, month = map(int, cohort.month.split("-"))
        start = year * 12 + month - 1
        members = [own for own in orders.values() if min(months(own)) == start]
        assert cohort.size == len(members)
        for k, seen in enumerate(cohort.customers):
            expected = sum(start + k in months(own) for own in members)
            assert seen == (expected if start + k <= final else None)


def check_period(period, orders, days, active):
    """By sets of customers who were active on two days."""

    def active_on(day):
        begin = day - timedelta(days=active - 1)
        return {c for c, own in orders.items() if any(begin <= d <= day for d, _ in own)}

    first, last = days
    start, end = active_on(first - timedelta(days=1)), active_on(last)
    new = {c for c in end - start if min(d for d, _ in orders[c]) >= first}
    assert (period.start, period.end, period.won) == (len(start), len(end), len(end - start))
    assert (period.new, period.won_back) == (len(new), len(end - start - new))
    assert period.crr == (len(start & end) / len(start) if start else None)
    assert period.ccr == (len(start - end) / len(start) if start else None)
    inside = {c: [m for d, m in own if first <= d <= last] for c, own in orders.items()}
    counts = [len(own) for own in inside.values() if own]
    assert period.rpr == (sum(k > 1 for k in counts) / len(counts) if counts else None)
    assert period.orders_per_customer == (sum(counts) / len(counts) if counts else None)
