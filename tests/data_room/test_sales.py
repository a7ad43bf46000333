"""Customers from sales: the worked example to its digits, and every definition on its own."""

from __future__ import annotations

from datetime import date

import pytest
from sales_rows import MARCH, WORKED, sales, typed_sales

from cjm.data.sales.computing import segment_rows
from cjm.errors import CjmError, UsageError


def segmented(rows=WORKED, columns=("customer", "day", "money"), period=MARCH, source=(), **asked):
    """The figures of rows made by hand."""
    with typed_sales(rows, columns) as typed:
        return segment_rows(typed, sales(**dict(source)), period, **asked)


def scores(found, name):
    """A figure of each customer, in order of their names."""
    return [getattr(customer, name) for customer in found.each]


def test_the_worked_example():
    """Five customers, to the last digit that is known of them."""
    found = segmented(active=31, customers=True, reference=date(2026, 3, 31))
    assert scores(found, "recency") == [11, 30, 54, 39, 1]
    assert scores(found, "R") == [4, 3, 1, 2, 5]
    assert scores(found, "frequency") == [3, 2, 1, 1, 1]
    assert scores(found, "F") == [5, 4, 1, 1, 1]
    assert scores(found, "money") == [370, 100, 500, 30, 80]
    assert scores(found, "M") == [4, 3, 5, 1, 2]
    assert scores(found, "segment") == ["champions", "loyal", "lost", "lost", "new"]
    assert scores(found, "abc") == ["A", "B", "A", "C", "B"]
    assert {c.month: c.customers for c in found.cohorts} == {
        "2026-01": (2, 1, 2),
        "2026-02": (2, 0, None),
        "2026-03": (1, None, None),
    }
    period = found.period
    assert (period.start, period.end, period.won, period.new, period.won_back) == (3, 3, 2, 1, 1)
    assert period.crr == pytest.approx(0.333333, abs=1e-6)
    assert period.ccr == pytest.approx(0.666667, abs=1e-6)
    assert found.rpr == 0.4
    assert found.ltv_historic == 216
    assert period.average_order == pytest.approx(86.666667, abs=1e-6)
    assert (period.orders_per_customer, period.lifetime) == (1, 1.5)
    assert period.ltv_formula == pytest.approx(130)
    assert (found.money, found.orders, found.begun) == (1080, 8, "2026-03")


def test_the_reference_day_is_the_day_after_the_last_order():
    """Nobody has a recency of 0 then."""
    assert segmented().reference == date(2026, 3, 31)


def test_a_reference_day_before_the_last_order_is_refused():
    """A recency below 0 would mean nothing."""
    assert segmented(reference=date(2026, 3, 30)).reference == date(2026, 3, 30)
    with pytest.raises(UsageError, match="2026-03-30, after the reference day 2026-03-29"):
        segmented(reference=date(2026, 3, 29))


def test_rows_of_one_order_are_one():
    """Their money is summed, the earliest day counts; a row without a number is an order."""
    rows = [
        ("ann", "o1", "2026-01-31", 10), ("ann", "o1", "2026-02-01", 5),
        ("bob", "o1", "2026-02-02", 7),
        ("bob", None, "2026-02-03", 1), ("bob", None, "2026-02-03", 1),
    ]  # fmt: skip
    found = segmented(rows, ("customer", "ord", "day", "money"), customers=True)
    assert found.orders == 4
    assert scores(found, "frequency") == [1, 3]
    assert scores(found, "money") == [15, 9]
    assert [c.month for c in found.cohorts] == ["2026-01", "2026-02"]


def test_returns_stay_and_are_told():
    """Money of 0 or less lowers sums; whoever paid nothing in all is of class C."""
    rows = [("ann", "2026-01-01", 100), ("ann", "2026-01-02", -30), ("bob", "2026-01-03", 0)]
    found = segmented(rows, customers=True)
    assert (found.returns, found.orders, found.money) == (2, 3, 70)
    assert scores(found, "abc") == ["A", "C"]
    assert found.to_dict()["returns"] == 2


def test_more_returned_than_paid():
    """All money may be below 0: nobody is above C, and no figure breaks."""
    found = segmented([("ann", "2026-01-01", 5), ("bob", "2026-01-02", -9)], customers=True)
    assert scores(found, "abc") == ["C", "C"]
    assert found.ltv_historic == -2


def test_the_limit_of_a_class_is_not_in_it():
    """Who comes after exactly 80 % is B, after exactly 95 % is C; equal money, equal class."""
    rows = [("a", "2026-01-01", 80), ("b", "2026-01-01", 15), ("c", "2026-01-01", 5)]
    assert scores(segmented(rows, customers=True), "abc") == ["A", "B", "C"]
    rows = [(name, "2026-01-01", 10) for name in "abcd"]
    assert scores(segmented(rows, customers=True), "abc") == ["A"] * 4


def test_money_is_exact():
    """Tenths of a cent add up as decimals, not as floats."""
    found = segmented([("ann", "2026-01-01", "0.1")] * 3 + [("bob", "2026-01-01", "0.3")])
    assert found.money == 0.6
    assert found.rfm["M"] == {1: 2}


def test_equal_values_have_equal_scores():
    """Orders of the same day: all have score 1, and it is no fault."""
    found = segmented([(name, "2026-01-01", 10) for name in "abcdefg"])
    assert found.rfm == {"R": {1: 7}, "F": {1: 7}, "M": {1: 7}}


def test_one_customer():
    """Nobody is strictly worse: every score is 1."""
    found = segmented([("ann", "2026-01-31", 10)], customers=True)
    assert (found.customers, found.each[0].segment, found.each[0].abc) == (1, "lost", "A")
    assert found.begun is None
    assert found.rpr == 0


def test_fixed_limits_replace_the_fifths():
    """A limit that is just reached counts; the other scores stay fifths."""
    limits = {"recency": (30, 90, 180, 365), "money": (80.0, 100.0, 370.5, 500.0)}
    found = segmented(source={"rfm": limits}, customers=True)
    assert scores(found, "R") == [5, 5, 4, 4, 5]
    assert scores(found, "F") == [5, 4, 1, 1, 1]
    assert scores(found, "M") == [3, 3, 5, 1, 2]


def test_segments_of_ones_own():
    """The first condition that holds; whom none takes is other; empty ones are listed."""
    own = {"big": "M = 5", "nobody": "R > 5", "recent": "R >= 4 or (R = 3 and not F < 2)"}
    found = segmented(source={"segments": own}, customers=True)
    assert scores(found, "segment") == ["recent", "recent", "big", "other", "recent"]
    assert [(s.id, s.customers) for s in found.segments] == [
        ("big", 1), ("nobody", 0), ("recent", 3), ("other", 1),
    ]  # fmt: skip
    assert [s.money for s in found.segments] == [500, 0, 550, 30]


def test_medians_of_a_segment():
    """Of an even number the mean of the middle two."""
    rows = [(f"c{n}", "2026-01-01", money) for n, money in enumerate((10, 40, 20, 90))]
    [segment] = [s for s in segmented(rows).segments if s.customers]
    assert (segment.recency, segment.frequency, segment.median_money) == (1, 1, 30)


def test_without_a_period_it_is_all_days():
    """Then nobody was active before it: retention does not exist, and is no 0."""
    period = segmented(period=(None, None)).period
    assert (period.first, period.last) == (date(2026, 1, 10), date(2026, 3, 30))
    assert (period.start, period.crr, period.ccr, period.ltv_formula) == (0, None, None, None)
    assert period.rpr == 0.4


def test_a_period_without_orders():
    """What would divide by 0 is null."""
    period = segmented(period=(date(2030, 1, 1), date(2030, 2, 1)), active=9999).period
    assert (period.crr, period.ccr, period.lifetime) == (1, 0, None)
    assert (period.rpr, period.average_order, period.orders_per_customer) == (None, None, None)


def test_lifetime_and_margin_are_those_of_the_source():
    """The lifetime is taken as given; the margin multiplies both lifetime values."""
    found = segmented(source={"lifetime": 3.0, "margin": 0.5}, active=31)
    assert found.period.lifetime == 3
    assert found.period.ltv_formula == pytest.approx(130)
    assert found.ltv_historic == 108


def test_the_formula_takes_orders_per_customer():
    """Of all days: 8 orders of 5 customers who pay 135 an order, for 3 periods."""
    period = segmented(period=(None, None), source={"lifetime": 3.0}).period
    assert (period.average_order, period.orders_per_customer) == (135, 1.6)
    assert period.ltv_formula == pytest.approx(135 * 1.6 * 3)


def test_active_days_end_with_the_day():
    """An order exactly `active` days ago, that day included, still counts."""
    rows = [("ann", "2026-03-01", 1)]
    one, day = (rows, ("customer", "day", "money")), date(2026, 3, 10)
    assert segmented(*one, (day, day), active=10).period.end == 1
    assert segmented(*one, (day, day), active=9).period.end == 0
    assert segmented(*one, (day, day), active=9).period.start == 1


def test_months_after_the_last_order_are_null():
    """A month that nobody ordered in is 0 where it has passed; cohorts span years."""
    rows = [("ann", "2025-11-05", 1), ("bob", "2026-01-31", 1), ("ann", "2026-01-31", 1)]
    found = segmented(rows)
    assert {c.month: c.customers for c in found.cohorts} == {
        "2025-11": (1, 0, 1), "2026-01": (1, None, None),
    }  # fmt: skip
    assert found.cohorts[0].share == (1, 0, 1)
    assert found.begun is None


def test_the_programme():
    """Members of customers, users of members, points used of points given."""
    rows = [
        (f"c{n}", "2026-01-01", 1, n < 300, n < 90 or n > 1190, 4500 if n == 0 else None,
         10_000 if n == 1 else 0)
        for n in range(1200)
    ]  # fmt: skip
    columns = ("customer", "day", "money", "member", "used", "points_used", "points_given")
    source = {name: name for name in columns[3:]}
    programme = segmented(rows, columns, source=source).programme
    assert (programme.members, programme.participation) == (300, 0.25)
    assert programme.participation_interval == pytest.approx((0.226324, 0.275271), abs=1e-6)
    assert (programme.used, programme.redemption) == (90, 0.3)
    assert programme.redemption_interval == pytest.approx((0.250940, 0.354118), abs=1e-6)
    assert (programme.points_used, programme.points_given) == (4500, 10_000)
    assert programme.redemption_points == 0.45


def test_a_programme_nobody_is_in():
    """Shares of no members do not exist; columns the source does not name neither."""
    columns = ("customer", "day", "money", "member", "used")
    source = {"member": "member", "used": "used"}
    found = segmented([("a", "2026-01-01", 1, False, True)], columns, source=source)
    assert (found.programme.members, found.programme.used) == (0, 0)
    assert found.programme.redemption is None
    assert found.programme.redemption_points is None
    found = segmented([("a", "2026-01-01", 1, True)], columns[:4], source={"member": "member"})
    assert (found.programme.participation, found.programme.used) == (1, None)
    assert segmented().programme is None


def test_no_sales():
    """There is nothing to say; it is said."""
    with pytest.raises(CjmError, match="there are no sales: 0 rows read, none left"):
        segmented([])
