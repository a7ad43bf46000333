"""Write the made-up log of docs/examples/tickets: the same seed gives the same bytes.

    python tools/make_log.py    # writes docs/examples/tickets/clicks.csv

Nobody was watched. The clicks are drawn so that the documentation has something to find: people
search again and again, and payments fail.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "docs" / "examples" / "tickets" / "clicks.csv"
SEED = 20260701
CUSTOMERS = 60
FIRST_DAY = datetime(2026, 7, 1, 9)
MINUTES = 40_000
COLUMNS = ("customer", "event", "at")
NEXT: dict[str, tuple[tuple[str, float], ...]] = {
    "Open a link": (("Search", 0.6), ("Choose a film", 0.4)),
    "Search": (("Choose a film", 0.5), ("Search", 0.42)),
    "Choose a film": (("Choose seats", 0.85),),
    "Choose seats": (("Pay", 0.64), ("Choose a film", 0.16)),
    "Pay": (("Tickets", 0.76), ("Payment failed", 0.22)),
    "Payment failed": (("Pay", 0.5),),
    "Tickets": (("Refund", 0.12),),
    "Refund": (),
}
"""Where people go from each step, and how likely; the rest leaves."""
SLOW = {"Refund": (3_600, 90_000)}
"""Seconds before a step that takes longer than the others."""
QUICK = (20, 240)

Row = tuple[str, str, str]


def rows(seed: int = SEED) -> list[Row]:
    """The rows of the log, in the order in which they happened."""
    draw = random.Random(seed)
    events = [event for n in range(1, CUSTOMERS + 1) for event in _customer(f"c{n:02}", draw)]
    return [(case, word, f"{at:%Y-%m-%d %H:%M:%S}") for at, case, word in sorted(events)]


def _customer(case: str, draw: random.Random) -> Iterator[tuple[datetime, str, str]]:
    """What one customer did."""
    at = FIRST_DAY + timedelta(minutes=draw.randint(0, MINUTES))
    step = "Search" if draw.random() < 0.8 else "Open a link"
    while step:
        yield at, case, step
        step = _following(step, draw.random())
        at += timedelta(seconds=draw.randint(*SLOW.get(step, QUICK)))


def _following(step: str, chance: float) -> str:
    for word, share in NEXT[step]:
        if chance < share:
            return word
        chance -= share
    return ""


if __name__ == "__main__":
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows())
