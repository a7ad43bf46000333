"""The keys of `cjm show --format json`: those that are promised, and what they hold."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

import cjm

TEXT = """
cjm: 1
id: taxi
title: Taxi
state: to-be
owner: Quality
status: agreed
updated: 2026-11-20
customers: {value: 12000, per: month, worth: 15000, currency: ₽}
personas: {anna: {name: Anna, share: 0.75}, boris: {name: Boris, share: 0.25}}
channels: [app, car]
stages:
  trip: {owner: fleet, metrics: {on_time: {title: On time, value: 81, target: ">= 95", unit: "%"}}}
metrics: {nps: {title: NPS, target: ">= 50"}, crr: {value: 0.71, n: 412, measured: 2026-09-30}}
touchpoints:
  ride:
    stage: trip
    channel: [car, app]
    duration: 40 min
    expectation: 9
    by_persona:
      anna: {experience: 4, metrics: {csat: 50}, paired: {n: 90, sd: 2, below: 0.9}}
      boris: {experience: 8}
    metrics: {csat: {value: 91, target: ">= 90"}}
    paired: {n: 390, sd: 2.31, below: 0.52}
    next: {pay: {probability: 0.9, label: there, wait: 2 min}}
  pay: {expectation: 7, outcome: success}
"""
WHOLE = (
    "version journey title persona state language owner status updated customers metrics coverage "
    "touchpoints balance remembered disappointed length outcomes moments_of_truth "
    "negative_moments_of_truth likely_path worst_path loops assumed time lost lost_worth stages "
    "transitions personas"
)
TOUCHPOINT = (
    "id title stage channel channels expectation experience gap interval level visits reach impact "
    "drop_off chance stakes unavoidable moment_of_truth negative_moment_of_truth fix weighted_gap "
    "below_expectation assumed lost lost_worth duration metrics expectation_from experience_from "
    "written"
)
METRIC = "title value unit target met n interval measured from"
KEYS = {
    "": WHOLE,
    "touchpoints": TOUCHPOINT,
    "customers": "value per worth currency",
    "metrics.nps": METRIC,
    "touchpoints.metrics.csat": METRIC,
    "stages": "id title visits reach impact lost lost_worth owner metrics",
    "stages.metrics.on_time": METRIC,
    "transitions": "from to label probability flow wait assumed",
    "time": "expected likely coverage",
    "time.coverage": "visits moves",
    "likely_path": "touchpoints probability balance overdrawn_at tied",
    "disappointed": "share exact standard_error",
    "outcomes": "success failure neutral drop_off",
}
"""What is promised, by the way to it."""


@pytest.fixture(scope="module")
def analysis() -> cjm.Analysis:
    return cjm.analyze(cjm.loads(TEXT))


@pytest.fixture(scope="module")
def data(analysis: cjm.Analysis) -> dict[str, Any]:
    return analysis.to_dict()


def at(data: Any, way: str) -> Any:
    """What stands at the end of a way; of a list, in its first item."""
    for key in filter(None, way.split(".")):
        data = data[key]
        data = data[0] if isinstance(data, list) else data
    return data


@pytest.mark.parametrize("way", KEYS)
def test_every_promised_key_is_there(data, way):
    """For everybody, and for each persona, but for titles and what only everybody has."""
    promised = set(KEYS[way].split())
    assert promised <= at(data, way).keys()
    for part in data["personas"].values():
        untitled = promised - {"title", "personas"}
        assert untitled <= at(part, way).keys()
        assert not {"title", "personas"} & at(part, way).keys()


def test_facts_of_the_map_are_there_as_they_were_written(data):
    """Whose map, in which state, of which day; how many customers, and what one brings."""
    facts = {key: data[key] for key in ("state", "language", "owner", "status", "updated")}
    assert facts == {
        "state": "to-be",
        "language": "en",
        "owner": "Quality",
        "status": "agreed",
        "updated": "2026-11-20",
    }
    assert data["customers"] == {"value": 12000, "per": "month", "worth": 15000, "currency": "₽"}
    assert data["stages"][0]["owner"] == "fleet"
    assert data["touchpoints"][0]["channels"] == ["car", "app"]
    assert data["touchpoints"][1]["channels"] == []


def test_metrics_stand_against_their_targets(data):
    """Met, missed, or not known where a side is missing."""
    assert data["metrics"] == {
        "nps": {
            "title": "NPS", "value": None, "unit": None, "target": ">= 50", "met": None, "n": None,
            "interval": None, "measured": None, "from": None,
        },
        "crr": {
            "title": "crr", "value": 0.71, "unit": None, "target": None, "met": None, "n": 412,
            "interval": None, "measured": "2026-09-30", "from": "written",
        },
    }  # fmt: skip
    assert data["touchpoints"][0]["metrics"]["csat"]["met"] is True
    assert data["stages"][0]["metrics"]["on_time"]["met"] is False


def test_a_persona_is_told_of_its_own(data):
    """Its customers, its metrics, its answers; beside them what everybody has."""
    anna, boris = data["personas"]["anna"], data["personas"]["boris"]
    assert (anna["persona"], anna["customers"]["value"]) == ("anna", 9000)
    assert anna["touchpoints"][0]["metrics"]["csat"]["value"] == 50
    assert boris["touchpoints"][0]["metrics"]["csat"]["value"] == 91
    below = [d["touchpoints"][0]["below_expectation"] for d in (data, anna, boris)]
    assert below == [0.52, 0.9, None]
    assert anna["touchpoints"][0]["weighted_gap"] is None


def test_the_figures_of_a_persona_are_those_of_its_own_page(analysis, data):
    """But for the titles, and for personas, of which a persona has none."""
    alone = cjm.analyze(analysis.journey, "anna").to_dict()
    assert alone["personas"] == {}
    assert alone["balance"] == data["personas"]["anna"]["balance"]
    assert alone["touchpoints"][0]["gap"] == data["personas"]["anna"]["touchpoints"][0]["gap"]


def test_a_metric_may_be_called_title():
    """Only titles are left out, nothing that happens to have their name."""
    point = {"expectation": 1, "metrics": {"title": 3}}
    data = cjm.analyze(cjm.Journey("x", {"a": point}, personas=["p"])).to_dict()
    assert data["personas"]["p"]["touchpoints"][0]["metrics"]["title"]["value"] == 3


def test_where_scores_come_from_is_said(data):
    """A score by persona is written too; where there is none, there is no origin."""
    ride, pay = data["touchpoints"]
    assert (ride["expectation_from"], ride["experience_from"]) == ("written", "written")
    assert (pay["expectation_from"], pay["experience_from"]) == ("written", None)
    assert ride["written"] == pay["written"] == {}


def test_without_shares_a_persona_has_no_number_of_customers():
    """And without customers nobody has."""
    journey = cjm.Journey("x", {"a": {"expectation": 1}}, personas=["p"], customers=100)
    assert cjm.analyze(journey, "p").to_dict()["customers"] is None
    assert cjm.analyze(cjm.Journey("x", {"a": None})).to_dict()["customers"] is None


def test_all_this_keeps_to_the_schema(analysis, data):
    """With every key filled."""
    validator = Draft202012Validator(cjm.schema("show"))
    assert [e.message for e in validator.iter_errors(data)] == []
    assert [e.message for e in validator.iter_errors(analysis.personas[0].to_dict())] == []
