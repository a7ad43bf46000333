"""The SQL of sales, in the canonical dialect: orders, customers, scores, segments and classes.

Nothing here divides: shares are compared as multiples, so that the same figures come out of every
engine. Names that some dialect keeps for itself are quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cjm.data.definition import Sales
from cjm.data.sales.segments import segment_sql

GROUPS = 5
"""Scores go from 1 to 5."""
CLASS_LIMITS = (("A", 80), ("B", 95))
"""ABC: the per cent of all money that customers with strictly more may hold, less than these."""
PROGRAMME = ("member", "used", "points_used", "points_given")
LIMITED = {"recency": "r", "frequency": "f", "money": "m"}
"""What fixed limits may be given for, and the score it becomes."""

MONEY = "DECIMAL(38, 4)"
"""What sums of money are held as: exact."""


def day_literal(day: date) -> str:
    """A day as SQL has it."""
    return f"DATE '{day.isoformat()}'"


def orders_sql(select: str, sales: Sales) -> str:
    """WITH …: `orders` gives customer, day, money; with what the source says of a programme.

    Rows of one order of one customer are summed; its earliest day counts. Rows that name no order
    are an order each.
    """
    extra = "".join(f', "{name}"' for name in PROGRAMME if getattr(sales, name) is not None)
    alone = 'CASE WHEN "ord" IS NULL THEN "row" END'
    summed = f"""orders AS (
  SELECT customer, MIN("day") AS "day", SUM(CAST(money AS {MONEY})) AS money
  FROM rows_used GROUP BY customer, "ord", {alone})"""
    return f"""WITH rows_used AS (
  SELECT "row", customer, "ord", "day", money{extra} FROM ({select}) AS typed_rows
  WHERE customer IS NOT NULL AND "day" IS NOT NULL AND money IS NOT NULL), {summed}"""


def ranked_sql(select: str, sales: Sales, reference: date) -> str:
    """WITH …: `ranked` gives each customer's recency, frequency, money, r, f, m, segment, class."""
    scores = ", ".join(
        f"{_score(measure, sales.rfm.get(measure, ()))} AS {score}"
        for measure, score in LIMITED.items()
    )
    ranks = ", ".join(
        f"RANK() OVER (ORDER BY {measure} {'DESC' if measure == 'recency' else 'ASC'}) - 1"
        f" AS {measure}_worse"
        for measure in LIMITED
    )
    return f"""{orders_sql(select, sales)}, customers AS (
  SELECT customer, DATE_DIFF('day', MAX("day"), {day_literal(reference)}) AS recency,
    COUNT(*) AS frequency, CAST(SUM(money) AS {MONEY}) AS money
  FROM orders GROUP BY customer), counted AS (
  SELECT customer, recency, frequency, money, {ranks}, COUNT(*) OVER () AS n
  FROM customers), scored AS (
  SELECT customer, recency, frequency, money, {scores} FROM counted), levels AS (
  SELECT money, CAST(SUM(money) AS {MONEY}) AS held FROM customers GROUP BY money), above AS (
  SELECT money, CAST(SUM(held) OVER (ORDER BY money DESC
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - held AS {MONEY}) AS more,
    CAST(SUM(held) OVER () AS {MONEY}) AS total FROM levels), ranked AS (
  SELECT scored.customer, scored.recency, scored.frequency, scored.money, r, f, m,
    {segment_sql(sales.segments)} AS segment, {_class()} AS class
  FROM scored JOIN above ON scored.money = above.money)"""


def _score(measure: str, limits: Sequence[float]) -> str:
    """1, and 1 more for each fifth of all customers that are strictly worse, or each limit kept."""
    if not limits:
        steps = [f"{GROUPS} * {measure}_worse >= {step} * n" for step in range(1, GROUPS)]
    elif measure == "recency":
        steps = [f"recency <= {limit!r}" for limit in limits]
    else:
        steps = [f"{measure} >= {limit!r}" for limit in limits]
    return " + ".join(["1", *(f"CASE WHEN {step} THEN 1 ELSE 0 END" for step in steps)])


def _class() -> str:
    cases = [
        f"WHEN above.more * 100 < above.total * {limit} THEN '{name}'"
        for name, limit in CLASS_LIMITS
    ]
    return f"CASE WHEN scored.money <= 0 THEN 'C' {' '.join(cases)} ELSE 'C' END"


GROUPED = """ SELECT r, f, m, segment, class, COUNT(*), SUM(frequency), SUM(money), MIN(money),
  SUM(CASE WHEN frequency > 1 THEN 1 ELSE 0 END)
FROM ranked GROUP BY r, f, m, segment, class"""
"""After `ranked_sql`: all that whole figures are made of, in at most some hundreds of rows."""

EACH = """ SELECT customer, recency, frequency, money, r, f, m, segment, class
FROM ranked ORDER BY customer"""

SPAN = """ SELECT MIN("day"), MAX("day"), COUNT(*), SUM(CASE WHEN money <= 0 THEN 1 ELSE 0 END)
FROM orders"""
"""After `orders_sql`: the first and last day, orders, and those without money, such as returns."""

COHORTS = """, months AS (
  SELECT customer, EXTRACT(YEAR FROM "day") * 12 + EXTRACT(MONTH FROM "day") - 1 AS month
  FROM orders), first_months AS (
  SELECT customer, MIN(month) AS first_month FROM months GROUP BY customer)
SELECT first_months.first_month, months.month, COUNT(DISTINCT months.customer)
FROM months JOIN first_months ON months.customer = first_months.customer
GROUP BY first_months.first_month, months.month"""
"""After `orders_sql`: customers by the month of their first order and a month they ordered in."""


def median_sql(measure: str) -> str:
    """After `ranked_sql`: the exact median of a measure by segment."""
    return f""", placed AS (
  SELECT segment, {measure} AS measure,
    ROW_NUMBER() OVER (PARTITION BY segment ORDER BY {measure} ASC) AS place,
    COUNT(*) OVER (PARTITION BY segment) AS n
  FROM ranked)
SELECT segment, CAST(SUM(measure) AS DOUBLE) / COUNT(*) FROM placed
WHERE 2 * place IN (n, n + 1, n + 2) GROUP BY segment"""


def period_sql(first: date, last: date, active: int) -> str:
    """After `orders_sql`: what happened in a period, both days included, in one row.

    A customer is active on a day with an order in the `active` days up to and with it.
    """
    at_start = _between(_earlier(first, active), _earlier(first, 1))
    at_end = _between(_earlier(last, active - 1), last)
    inside = _between(first, last)
    return f""", lives AS (
  SELECT customer, MIN("day") AS first_day,
    MAX(CASE WHEN {at_start} THEN 1 ELSE 0 END) AS at_start,
    MAX(CASE WHEN {at_end} THEN 1 ELSE 0 END) AS at_end,
    SUM(CASE WHEN {inside} THEN 1 ELSE 0 END) AS ordered,
    SUM(CASE WHEN {inside} THEN money ELSE 0 END) AS paid
  FROM orders GROUP BY customer)
SELECT SUM(at_start), SUM(at_end), SUM(at_start * at_end),
  SUM(CASE WHEN at_end = 1 AND at_start = 0 AND first_day >= {day_literal(first)}
    THEN 1 ELSE 0 END),
  SUM(CASE WHEN ordered > 0 THEN 1 ELSE 0 END), SUM(CASE WHEN ordered > 1 THEN 1 ELSE 0 END),
  SUM(ordered), SUM(paid)
FROM lives"""


def _earlier(day: date, days: int) -> date:
    """So many days before a day, as far as the calendar goes."""
    return date.fromordinal(max(1, day.toordinal() - days))


def _between(first: date, last: date) -> str:
    return f'"day" >= {day_literal(first)} AND "day" <= {day_literal(last)}'


PROGRAMME_PARTS = {
    "member": "MAX(CASE WHEN member THEN 1 ELSE 0 END)",
    "used": "MAX(CASE WHEN used THEN 1 ELSE 0 END)",
    "points_used": "SUM(points_used)",
    "points_given": "SUM(points_given)",
}


def programme_sql(sales: Sales) -> str:
    """After `orders_sql`: members, members who used a bonus, points used, points given."""
    parts = ", ".join(
        f"{PROGRAMME_PARTS[name] if getattr(sales, name) is not None else 'NULL'} AS {name}"
        for name in PROGRAMME
    )
    return f""", members AS (SELECT customer, {parts} FROM rows_used GROUP BY customer)
SELECT SUM(member), SUM(member * used), SUM(points_used), SUM(points_given) FROM members"""
