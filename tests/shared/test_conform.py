"""Planned against lived on real logs, beside what pm4py, SciPy and statsmodels found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cjm.data.logs.conform_result import ConformResult
from cjm.data.logs.conforming import conform
from cjm.data.logs.words import id_of

LOGS = ("running-example", "traffic_fines")


@pytest.fixture(scope="module", params=LOGS)
def pair(request: pytest.FixtureRequest, data: Path) -> tuple[ConformResult, dict]:
    """A result, and what others found for the same log and plan."""
    log = request.param
    found = conform(data / log / "planned.yaml", log, data / "data.yaml")
    text = (data / "expected" / f"conform-{log}.json").read_text(encoding="utf-8")
    return found, json.loads(text)


def test_fit_fitness_and_edits(pair: tuple[ConformResult, dict]) -> None:
    """Cases that fit, both fitnesses, all edits, the shortest walk."""
    found, expected = pair
    data = found.to_dict()
    assert data["cases"] == expected["cases"]
    assert data["fit"]["cases"] == expected["cases_that_fit"]
    assert data["fit"]["share"] == pytest.approx(expected["share_that_fit"], abs=1e-9)
    assert data["fitness"]["mean"] == pytest.approx(expected["mean_fitness"], abs=1e-9)
    assert data["fitness"]["log"] == pytest.approx(expected["log_fitness"], abs=1e-9)
    assert data["edits"] == expected["edits_total"]
    assert data["shortest"] == expected["shortest_plan"]


def test_ad_hoc_touchpoints(pair: tuple[ConformResult, dict]) -> None:
    """By word, in events and cases."""
    found, expected = pair
    ad_hoc = {id_of(word): counts for word, counts in expected["ad_hoc"].items()}
    assert found.to_dict()["deviations"]["ad_hoc"] == ad_hoc


def test_moves_starts_and_ends(pair: tuple[ConformResult, dict]) -> None:
    """Between known touchpoints; those that are not declared, and those nobody took."""
    found, expected = pair
    moves = {
        (move["from"], move["to"]): move["n"]
        for move in found.to_dict()["moves"]
        if move["n"] and move["from"] and move["to"]
    }
    assert moves == {(id_of(one), id_of(two)): n for one, two, n in expected["moves"]}
    starts = {m.target: m.n for m in found.conformance.moves if m.source is None}
    assert starts == {id_of(word): n for word, n in expected["starts"].items()}
    exits = {point.id for point in found.journey.touchpoints if point.is_exit}
    ends = {m.source: m.n for m in found.conformance.moves if m.target is None and m.n}
    known = {id_of(word): n for word, n in expected["ends"].items()}
    assert ends == {id: n for id, n in known.items() if id not in exits}
    not_declared = {
        (m.source, m.target): m.n for m in found.conformance.not_declared if m.source and m.target
    }
    assert not_declared == {(id_of(one), id_of(two)): n for one, two, n in expected["not_declared"]}
    assert [(m.source, m.target) for m in found.conformance.never_taken] == [
        tuple(map(id_of, move)) for move in expected["never_taken"]
    ]


def test_tests_of_probabilities(pair: tuple[ConformResult, dict]) -> None:
    """Each with its counts, P and Holm's P; and which of them are off."""
    found, expected = pair
    tested = {(m.source, m.target): m for m in found.conformance.moves if m.p is not None}
    keys = [_key(test) for test in expected["probability_tests"]]
    assert set(tested) == set(keys)
    for test in expected["probability_tests"]:
        move = tested[_key(test)]
        assert (move.n, move.of) == (test["count"], test["n"])
        assert move.declared == pytest.approx(test["declared"], abs=1e-12)
        assert move.p == pytest.approx(test["p"], rel=1e-9)
        assert move.adjusted == pytest.approx(test["p_holm"], rel=1e-9)
    off = {key for key, move in tested.items() if move.off}
    assert off == {(id_of(one), two and id_of(two)) for one, two in expected["off"]}


def _key(test: dict) -> tuple[str | None, str | None]:
    one, two = test["from"], test["to"]
    return one and id_of(one), two and id_of(two)
