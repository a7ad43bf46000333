"""Journeys from real event logs: every figure that pm4py and pandas computed of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cjm

LOGS = ("running-example", "receipt", "traffic_fines", "sepsis", "ecom-by-user", "ecom-by-session")
NEAR = 1e-9
NEAR_SECONDS = 1e-6


def expected(data: Path, name: str) -> dict[str, Any]:
    """What other tools computed."""
    found: dict[str, Any] = json.loads((data / f"expected/{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module", params=LOGS)
def both(request, data):
    """What cjm says of one log, by its words, and what others say."""
    return cjm.discover(request.param, data / "data.yaml"), expected(data, f"log-{request.param}")


def by_word(found, counts):
    """Counts by the log's words: an id has one here."""
    return {found.log.titles[id]: n for id, n in counts.items()}


def test_counts(both):
    """Cases, events, ties; visits, starts and ends of each touchpoint."""
    found, other = both
    assert (found.cases, found.events) == (other["cases"], other["events"])
    assert found.log.ties == other["ties_within_cases"]
    assert by_word(found, found.counts.visits) == other["activity_counts"]
    assert by_word(found, found.counts.starts) == other["starts"]
    assert by_word(found, found.counts.ends) == other["ends"]


def test_moves(both):
    """Every pair that follows directly."""
    found, other = both
    titles = found.log.titles
    moves = {(titles[a], titles[b]): n for (a, b), n in found.counts.moves.items()}
    assert moves == {(a, b): n for a, b, n in other["directly_follows"]}


def test_paths(both):
    """How many there are, and the most frequent ones; where they were computed."""
    found, other = both
    if "variants" not in other:
        return
    assert len(found.log.paths) == other["variants"]["count"]
    assert sum(p.cases == 1 for p in found.log.paths) == other["variants"]["singletons"]
    cases = {tuple(found.log.titles[id] for id in p.touchpoints): p.cases for p in found.log.paths}
    for path in other["variants"]["top"]:
        assert cases[tuple(path["path"])] == path["cases"]


def test_waits(both):
    """Their number, mean, median and 95th percentile, to a microsecond."""
    found, other = both
    titles = found.log.titles
    waits = {(titles[a], titles[b]): wait for (a, b), wait in found.log.waits.items()}
    for row in other.get("waits_seconds", {}).get("transitions", ()):
        wait = waits[row["from"], row["to"]]
        theirs = (row["n"], row["mean"], row["median"], row["p95"])
        assert tuple(wait) == pytest.approx(theirs, rel=NEAR, abs=NEAR_SECONDS)


def test_positions(both):
    """Of first visits, in the cases that have one."""
    found, other = both
    positions = {found.log.titles[p.id]: p.position for p in found.order}
    theirs = {w: p["position"] for w, p in other["first_visit_position"]["activities"].items()}
    assert positions == pytest.approx(theirs, rel=NEAR)


def test_the_file_has_no_error(both):
    """But that nobody measured it."""
    found, _ = both
    findings = cjm.check(found.journey).findings
    assert [f for f in findings if f.severity.value == "error"] == []


def test_cover(data):
    """The most frequent paths until they carry 95 % of the cases."""
    found, other = (
        cjm.discover("traffic_fines", data / "data.yaml", cover=0.95),
        expected(data, "cover-traffic_fines"),
    )
    titles = found.log.titles
    assert (len(found.log.paths), found.cases) == (other["variants_kept"], other["cases_kept"])
    assert found.log.rare == (other["variants"] - 5, other["cases"] - other["cases_kept"])
    assert by_word(found, found.counts.starts) == other["starts"]
    assert by_word(found, found.counts.ends) == other["ends"]
    moves = {(titles[a], titles[b]): n for (a, b), n in found.counts.moves.items()}
    assert moves == {(a, b): n for a, b, n in other["directly_follows"]}
