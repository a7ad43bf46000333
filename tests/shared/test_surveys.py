"""Surveys: 23 items of an airline, recommendations of 99 airlines; figures by scipy and others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.analysis.gaps import side_interval, side_of
from cjm.data.choosing import Wanted, choose
from cjm.data.definition import Asked
from cjm.data.engine import local_engine
from cjm.data.reading import typed
from cjm.data.surveys.answers import answers_of
from cjm.data.surveys.measuring import measured_of
from cjm.data.surveys.rows import score_rows
from cjm.journey import Journey, Metric
from cjm.journey.measured import Measured
from cjm.records import replace


def close(expected: Any) -> Any:
    """Equal to nine digits."""
    return pytest.approx(expected, abs=1e-9, rel=1e-9)


def measured(data: Path, source: str, journey: Journey, personas: dict[str, tuple[str, ...]]):
    """What a survey of the shared data says of a journey."""
    chosen = choose("survey", Wanted(source=source, data=str(data / "data.yaml")))
    survey = replace(chosen.source, personas=personas)
    ids = [point.id for point in journey.touchpoints]
    with local_engine("measure") as engine:
        people = [persona.id for persona in journey.personas]
        rows = typed(
            survey, chosen.definition, chosen.asked, engine, touchpoints=ids, personas=people
        )
        answers = answers_of(survey, rows, ids)
    return measured_of(journey, [answers], Asked(minimum=1))


def journey_of(id: str, points: list[str], personas: list[str], scale: str) -> Journey:
    """A journey with these touchpoints, one after the other."""
    shares = "".join(f"  {person}: {{}}\n" for person in personas)
    people = f"personas:\n{shares}" if personas else ""
    chain = "".join(
        f"  {point}: {{{f'next: {after}' if after else ''}}}\n"
        for point, after in zip(points, [*points[1:], ""], strict=True)
    )
    return cjm.loads(f"cjm: 1\nid: {id}\nscale: {scale}\n{people}touchpoints:\n{chain}")


def hold_scores(found: dict[str, Any], expected: dict[str, Any]) -> None:
    """Every figure of every item."""
    assert found.keys() == expected.keys()
    for item, figures in expected.items():
        row = found[item]
        for side in ("expectation", "experience"):
            score = getattr(row, side)
            assert (score.score, score.n, score.sd) == close(
                tuple(figures[side][key] for key in ("score", "n", "sd"))
            )
            assert side_interval(side_of(score)) == close(tuple(figures[side]["interval"]))
        assert row.gap == close(figures["gap"])
        paired = figures["paired"]
        assert (row.paired.n, row.paired.sd, row.paired.below) == close(
            (paired["n"], paired["sd"], paired["below"])
        )
        assert row.interval == pytest.approx(tuple(paired["interval"]), abs=2e-9)


def metric(metrics: tuple[Metric, ...], id: str) -> tuple[float | None, int | None, Any]:
    """A metric's value, n and interval."""
    one = next(each for each in metrics if each.id == id)
    return one.value, one.n, one.measurement and one.measurement.interval


@pytest.fixture(scope="module")
def expected(data: Path) -> dict[str, Any]:
    """The figures of the airline's survey."""
    return json.loads((data / "expected/survey-oddjob.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def airline(data: Path) -> tuple[Journey, Measured]:
    """The airline as a journey of its items, and what its passengers said."""
    items = [f"item{n}" for n in range(1, 24)]
    personas = {name.lower(): (name,) for name in ("Blue", "Silver", "Gold")}
    journey = journey_of("oddjob", items, list(personas), "[1, 100]")
    return journey, measured(data, "oddjob", journey, personas)


def test_scores_and_pairs_of_everybody(airline, expected):
    """Of every item that is given."""
    rows = {r.touchpoint: r for r in score_rows(*airline) if r.persona is None}
    hold_scores({item: rows[item] for item in expected["items"]}, expected["items"])


def test_scores_and_pairs_by_persona(airline, expected):
    """Of every status that is given."""
    for name, items in expected["by_persona"].items():
        rows = {r.touchpoint: r for r in score_rows(*airline) if r.persona == name.lower()}
        hold_scores({item: rows[item] for item in items}, items)


def test_nps_and_csat(airline, expected):
    """Of everybody, and NPS by persona."""
    _, found = airline
    nps, csat = expected["nps"], expected["csat"]
    value, n, interval = metric(found.metrics, "nps")
    assert (value, n, *interval) == close((nps["nps"], nps["n"], *nps["interval"]))
    value, n, interval = metric(found.metrics, "csat")
    assert (value, n, *interval) == close((csat["csat"], csat["n"], *csat["interval"]))
    people = {own.persona: own.metrics for own in found.by_persona}
    for name, figures in expected["nps_by_persona"].items():
        value, n, interval = metric(people[name.lower()], "nps")
        assert (value, n, *interval) == close((figures["nps"], figures["n"], *figures["interval"]))


def test_nps_of_each_airline(data):
    """A row an answer, two files, names with commas."""
    expected = json.loads((data / "expected/nps-airlines.json").read_text(encoding="utf-8"))
    airlines = expected["by_airline"]
    personas = {re.sub(r"\W+", "-", name).strip("-").lower(): (name,) for name in airlines}
    assert len(personas) == len(airlines)
    everybody = {**personas, **others(data, airlines)}
    journey = journey_of("airlines", ["flight"], list(everybody), "[0, 10]")
    found = measured(data, "nps-airlines", journey, everybody)
    people = {own.persona: own.metrics for own in found.by_persona}
    for id, (name,) in personas.items():
        value, n, interval = metric(people[id], "nps")
        figures = airlines[name]
        assert (value, n, *interval) == close((figures["nps"], figures["n"], *figures["interval"]))


def others(data: Path, known: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Airlines whose figures are not given."""
    import csv

    names = set()
    for file in sorted((data / "nps-airlines").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            names |= {row["Airline"] for row in csv.DictReader(stream)}
    return {f"other-{n}": (name,) for n, name in enumerate(sorted(names - known.keys()))}
