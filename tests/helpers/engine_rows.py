"""Rows of every kind of source, faults among them, for whichever engine: made up by arithmetic."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

START = datetime(2026, 1, 1)


class Made(NamedTuple):
    """A table: its columns with their types in DuckDB's words, and its rows."""

    columns: dict[str, str]
    rows: list[tuple[Any, ...]]


def answers() -> Made:
    """A row an answer; some are blank, off the scale, of unknown touchpoints, without weight."""
    rng = random.Random(7)
    rows: list[tuple[Any, ...]] = []
    for number in range(400):
        point = rng.choice(["Trip", "Payment", "Refund", "Payment", "Taxi"])
        mark = rng.choice([1, 2, 3, 4, 5, 5, None, 9])
        weight = rng.choice([1.0, 0.5, 2.0, 0.0, 1.5])
        when = START + timedelta(hours=rng.randrange(24 * 90), seconds=number)
        side = rng.choice(["exp", "real", "real", "recommend", "?"])
        rows.append((f"r{number % 90}", point, side, mark, when, rng.choice("ABC"), weight))
    columns = {
        "customer_id": "VARCHAR", "point": "VARCHAR", "side": "VARCHAR", "mark": "INTEGER",
        "answered_at": "TIMESTAMP", "segment": "VARCHAR", "w": "DOUBLE",
    }  # fmt: skip
    return Made(columns, rows)


def wide() -> Made:
    """A row a respondent, with an expectation, an experience, a recommendation, and a yes or no."""
    rng = random.Random(8)
    rows: list[tuple[Any, ...]] = []
    for number in range(120):
        e1, s1 = rng.choice([60.0, 80.0, 100.0, 1.0, None]), rng.choice([20.0, 50.0, 101.0, 77.5])
        rows.append((number, e1, s1, rng.randint(1, 11), rng.choice(["yes", "no", "maybe"])))
    columns = {
        "id": "BIGINT", "e1": "DOUBLE", "s1": "DOUBLE", "nps": "INTEGER", "solved": "VARCHAR",
    }  # fmt: skip
    return Made(columns, rows)


def events() -> Made:
    """Visits of cases, with ties in time, an order, failures, and rows without case or word."""
    rng = random.Random(9)
    words = ["Search", "Cart", "Pay", "Chat", "Search"]
    rows: list[tuple[Any, ...]] = []
    for case in range(80):
        when = START + timedelta(minutes=case * 37)
        for step in range(rng.randint(1, 7)):
            when += timedelta(seconds=rng.choice([0, 0, 30, 90, 3600]))
            status = rng.choice(["ok", "ok", "ok", "error"])
            rows.append((f"c{case}", rng.choice(words), when, step, status))
    rows += [
        (None, "Pay", START, 0, "ok"),
        ("c1", None, START, 0, "ok"),
        ("c2", "Pay", None, 0, "ok"),
    ]
    columns = {
        "user_id": "VARCHAR", "event": "VARCHAR", "ts": "TIMESTAMP", "seq": "INTEGER",
        "status": "VARCHAR",
    }  # fmt: skip
    return Made(columns, rows)


def moments() -> Made:
    """Visits at moments, near a midnight that is another day in another timezone."""
    begin = datetime(2026, 3, 28, 20, 30, tzinfo=UTC)
    rows = [(f"m{n % 5}", "ab"[n % 2], begin + timedelta(minutes=11 * n)) for n in range(40)]
    return Made({"user_id": "VARCHAR", "event": "VARCHAR", "ts": "TIMESTAMPTZ"}, rows)


def nights() -> Made:
    """Visits without an offset in Moscow, in nights that have an hour twice, or one too few."""
    begins = (datetime(2014, 10, 26), datetime(2011, 3, 27, 1))
    rows = [
        (f"n{n}", word, begin + timedelta(minutes=15 * n + after))
        for begin in begins
        for n in range(13)
        for word, after in (("a", 0), ("b", 300))
    ]
    return Made({"user_id": "VARCHAR", "event": "VARCHAR", "ts": "TIMESTAMP"}, rows)


def sales() -> Made:
    """Orders over months, some of several rows, some returned, one without a customer."""
    rng = random.Random(10)
    rows: list[tuple[Any, ...]] = []
    for number in range(300):
        day = date(2026, 1, 1) + timedelta(days=rng.randrange(180))
        total = Decimal(rng.randrange(-500, 20_000)) / 100
        customer = f"k{rng.randrange(70)}"
        member = int(customer[1:]) % 3 == 0
        points = float(rng.randrange(50))
        used = ("ДА", "Да", "yes", "T")[number % 4] if rng.random() < 0.3 else "нет"
        rows.append((customer, f"o{number // 2}", day, total, member, used, points, 50.0))
    rows.append((None, "o", date(2026, 1, 1), Decimal("1.00"), False, "", 0.0, 0.0))
    columns = {
        "id": "VARCHAR", "order_no": "VARCHAR", "paid": "DATE", "total": "DECIMAL(12, 2)",
        "is_member": "BOOLEAN", "used_bonus": "VARCHAR", "spent": "DOUBLE", "earned": "DOUBLE",
    }  # fmt: skip
    return Made(columns, rows)


def reviews() -> Made:
    """Texts with ratings, some without either."""
    rng = random.Random(11)
    rows: list[tuple[Any, ...]] = []
    for number in range(60):
        text = rng.choice(["late courier", "fine", "too dear", "", None, "курьер опоздал"])
        stars = rng.choice([1, 2, 5, None, 7])
        rows.append((text, stars, date(2026, 1, 1) + timedelta(days=number), f"a{number}"))
    columns = {"comment": "VARCHAR", "stars": "INTEGER", "day": "DATE", "author": "VARCHAR"}
    return Made(columns, rows)


TABLES = {
    "answers": answers(),
    "wide": wide(),
    "events": events(),
    "moments": moments(),
    "nights": nights(),
    "sales": sales(),
    "reviews": reviews(),
}

DEFINITION = """\
cjm-data: 1
timezone: Europe/Moscow
connections: {db: {url: "URL"}}
sources:
  answers:
    {kind: survey, table: SCHEMAanswers, connection: db, respondent: customer_id, touchpoint: point,
     side: side, score: mark, time: answered_at, persona: segment, weight: w, scale: [1, 5],
     values: {expectation: exp, experience: real, nps: recommend}, metrics: {nps: {}},
     touchpoints: {ride: Trip, pay: Payment, back: Refund}, personas: {anna: [A, B], boris: C}}
  wide:
    {kind: survey, table: SCHEMAwide, connection: db, respondent: id, scale: [1, 100],
     columns: {e1: {touchpoint: ride, side: expectation}, s1: {touchpoint: ride},
               nps: {metric: nps, shift: -1}, solved: {metric: fcr}}}
  events:
    {kind: events, table: SCHEMAevents, connection: db, case: user_id, touchpoint: event, time: ts,
     order: seq, failed: "status = 'error'", where: "status <> 'test'",
     touchpoints: {search: Search, cart: Cart, pay: Pay}}
  moments:
    {kind: events, table: SCHEMAmoments, connection: db, case: user_id, touchpoint: event, time: ts}
  nights:
    {kind: events, table: SCHEMAnights, connection: db, case: user_id, touchpoint: event, time: ts}
  sales:
    {kind: sales, query: "SELECT * FROM SCHEMAsales WHERE total > -4 -- returns\\n", connection: db,
     customer: id, order: order_no, time: paid, money: total, member: is_member, used: used_bonus,
     points_used: spent, points_given: earned}
  reviews:
    {kind: reviews, table: SCHEMAreviews, connection: db, text: comment, score: stars,
     scale: [1, 5], time: day, respondent: author}
"""
"""What says how the tables are read; SCHEMA and URL are the engine's."""
