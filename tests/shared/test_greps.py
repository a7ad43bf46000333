"""GrepS: 33 real journeys, and the 'lost users' that others published for them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import cjm
from cjm.journey import Journey, Start, Touchpoint, Transition

PUBLISHED = {
    "waitingForActivityReport": 6.476,
    "Task-event-1": 6.182,
    "Task-event-3": 4.250,
    "Task-event-2": 3.778,
}
"""User journey games, stochastic (FM 2024, 10.1007/978-3-031-71177-0_12)."""


def as_an_id(name: str) -> str:
    """A name of the log as a journey may have it: `Task event: 1` is `Task-event-1`."""
    return re.sub(r"\W+", "-", name).strip("-")


@pytest.fixture(scope="module")
def cases(data: Path) -> list[list[str]]:
    """The touchpoints of each customer, in their order."""
    met: dict[str, list[tuple[int, str]]] = {}
    with (data / "greps/journeys.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = (int(row["position"]), as_an_id(row["touchpoint"]))
            met.setdefault(row["case"], []).append(place)
    return [[touchpoint for _, touchpoint in sorted(rows)] for rows in met.values()]


@pytest.fixture(scope="module")
def journey(cases: list[list[str]]) -> Journey:
    """The first-order chain: counts of consecutive pairs."""
    pairs = Counter(pair for case in cases for pair in pairwise(case))
    passed = Counter(one for one, _ in pairs.elements())
    outcomes = {"positive": "success", "negative": "failure"}
    ids = dict.fromkeys(touchpoint for case in cases for touchpoint in case)
    starts = Counter(case[0] for case in cases)
    return Journey(
        "greps",
        tuple(
            Touchpoint(
                id,
                outcome=outcomes.get(id),
                next=tuple(
                    Transition(to, n / passed[id]) for (one, to), n in pairs.items() if one == id
                ),
            )
            for id in ids
        ),
        start=tuple(Start(id, n / len(cases)) for id, n in starts.items()),
    )


def test_the_chain_is_the_published_one(cases: list[list[str]], journey: Journey) -> None:
    """33 customers, 29 touchpoints, 41 transitions; all end as positive or negative."""
    assert len(cases) == 33
    assert len(journey.touchpoints) == 29
    assert sum(len(p.next) for p in journey.touchpoints) == 41
    assert {p.id for p in journey.touchpoints if p.is_exit} == {"positive", "negative"}


def test_success_is_what_was_counted(journey: Journey) -> None:
    """A first-order chain keeps the shares of endings: 17 of 33 succeed, nobody drops off."""
    outcomes = cjm.analyze(journey).outcomes
    assert outcomes["success"] == pytest.approx(17 / 33, abs=1e-12)
    assert outcomes["failure"] == pytest.approx(16 / 33, abs=1e-12)
    assert outcomes["drop_off"] == pytest.approx(0, abs=1e-12)


def test_visits_are_what_was_counted(cases: list[list[str]], journey: Journey) -> None:
    """A first-order chain keeps the mean number of visits to each touchpoint."""
    counted = Counter(touchpoint for case in cases for touchpoint in case)
    for figures in cjm.analyze(journey).touchpoints:
        assert figures.visits == pytest.approx(counted[figures.id] / 33, abs=1e-9)


def test_stakes_are_the_published_lost_users(journey: Journey) -> None:
    """Stakes × 33 customers: four touchpoints as published, everything else below 0.001."""
    analysis = cjm.analyze(journey)
    lost = {figures.id: 33 * figures.stakes for figures in analysis.touchpoints}
    decided = {id: round(users, 3) for id, users in lost.items() if users >= 0.001}
    assert decided == PUBLISHED
    assert "decisive" in analysis["waitingForActivityReport"].moment_of_truth
