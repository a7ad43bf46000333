"""Write the made-up survey of docs/examples/cinema: the same seed gives the same bytes.

    python tools/make_survey.py    # writes docs/examples/cinema/answers.csv

Nobody was asked. The answers are drawn so that the documentation has something to find: popcorn
lets people down, families more than others. A few rows are faulty, as in real exports.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "docs" / "examples" / "cinema" / "answers.csv"
SEED = 2026
GUESTS = 110
FIRST_DAY = datetime(2026, 7, 1, 18)
DAYS = 92
COLUMNS = ("guest", "came_as", "answered_at", "where", "question", "answer")
PLACES = {
    "Site": (3.4, 3.9, 0.6),
    "Ticket": (4.4, 4.2, 0.7),
    "Snacks": (3.9, 2.6, 0.55),
    "Film": (4.6, 4.7, 0.9),
    "Exit": (3.5, 3.4, 0.06),
}
"""Of each touchpoint the mean expected, the mean got, and how many answer."""
SPREAD = 0.9
FAMILY_SNACKS = -0.6
"""What families get at the counter beyond that."""

Row = tuple[str, str, str, str, str, str]


def rows(seed: int = SEED) -> list[Row]:
    """The rows of the survey, in the order in which they came in."""
    draw = random.Random(seed)
    found = [row for guest in range(1, GUESTS + 1) for row in _guest(guest, draw)]
    found += [_again(row, draw) for row in found if draw.random() < 0.01]
    return [_slipped(row, draw) for row in sorted(found, key=lambda row: (row[2], row[0]))]


def _guest(number: int, draw: random.Random) -> Iterator[Row]:
    """What one guest says, some minutes between the answers."""
    family = draw.random() < 0.35
    moment = FIRST_DAY + timedelta(days=draw.randrange(DAYS), minutes=draw.randrange(240))

    def row(where: str, question: str, answer: int) -> Row:
        nonlocal moment
        moment += timedelta(minutes=1)
        came = "with children" if family else "alone"
        at = moment.isoformat(sep=" ", timespec="minutes")
        return (f"g{number:03}", came, at, where, question, str(answer))

    pleased = 0.0
    for where, (expected, got, share) in PLACES.items():
        if draw.random() > share:
            continue
        bonus = FAMILY_SNACKS if family and where == "Snacks" else 0
        yield row(where, "expected", _five(draw.gauss(expected, SPREAD)))
        felt = _five(draw.gauss(got + bonus, SPREAD))
        pleased += felt - 3
        yield row(where, "got", felt)
    yield row("", "recommend", max(0, min(10, round(draw.gauss(7 + pleased / 2, 1.5)))))


def _five(answer: float) -> int:
    return max(1, min(5, round(answer)))


def _again(row: Row, draw: random.Random) -> Row:
    """The same guest answers once more, a week later."""
    later = datetime.fromisoformat(row[2]) + timedelta(days=7)
    answer = row[5] if row[4] == "recommend" else str(draw.randint(1, 5))
    return (*row[:2], later.isoformat(sep=" ", timespec="minutes"), *row[3:5], answer)


def _slipped(row: Row, draw: random.Random) -> Row:
    """One row in fifty is as exports are: no answer, an answer off the scale, another word."""
    if draw.random() > 0.02 or row[4] == "recommend":
        return row
    where, question, answer = row[3:]
    slips = [(where, question, ""), (where, question, "6"), ("Parking", question, answer)]
    return (*row[:3], *draw.choice(slips))


def main() -> None:
    """Write the file."""
    with FILE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows())


if __name__ == "__main__":
    main()
