"""What cjm prints as JSON is what its published schemas say, and steers no terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import cjm
from cjm.names import SCHEMAS
from cjm.reporters import render
from cjm.source.json_text import json_text

ROOT = Path(__file__).parents[1]
JOURNEYS = sorted(f for f in (ROOT / "journeys").glob("*.yaml") if f.name != "cjm.yaml")
OUTPUTS = {of: Draft202012Validator(cjm.schema(of)) for of in SCHEMAS}
HARD = {
    "trap": {"a": {"experience": 3, "next": {"b": 1}}, "b": {"next": {"a": 1}}},
    "loop": {
        "a": {"expectation": 5, "experience": 3, "next": {"a": 0.5, "b": 0.5}},
        "b": {"expectation": 5, "experience": {"score": 5, "n": 9, "sd": 1}},
    },
    "unmeasured": {"a": None},
}


def faults(of: str, data: object) -> list[str]:
    """What the schema says against data that went through JSON."""
    return [error.message for error in OUTPUTS[of].iter_errors(json.loads(json_text(data)))]


@pytest.mark.parametrize("of", SCHEMAS)
def test_each_schema_is_one(of):
    """By the meta-schema of 2020-12."""
    Draft202012Validator.check_schema(cjm.schema(of))


@pytest.mark.parametrize("file", JOURNEYS, ids=lambda file: file.stem)
def test_every_example_keeps_to_the_schemas(file):
    """For everybody and for each persona; check, show, and plan where there is a balance."""
    journey = cjm.load(file)
    for persona in (None, *(p.id for p in journey.personas)):
        assert faults("show", cjm.analyze(journey, persona).to_dict()) == []
    if cjm.analyze(journey).balance is not None:
        assert faults("plan", cjm.plan(journey).to_dict()) == []
        assert faults("plan", cjm.plan(journey, 50).to_dict()) == []
    report = cjm.check([str(file)])
    assert faults("check", json.loads(render("json", report))) == []


@pytest.mark.parametrize("name", HARD)
def test_figures_that_do_not_exist_keep_to_the_schema(name):
    """Nulls and empty lists stand where the schema lets them."""
    data = cjm.analyze(cjm.Journey(name, HARD[name])).to_dict()
    assert faults("show", data) == []


def test_a_key_nobody_published_is_refused():
    """So that the schemas grow with the outputs."""
    data = cjm.analyze(cjm.Journey("x", {"a": None})).to_dict()
    assert faults("show", {**data, "new": 1}) != []
    assert faults("show", {k: v for k, v in data.items() if k != "balance"}) != []


@pytest.mark.parametrize("sign", ["\x7f", "\x9b", "\x85", "\u202e", "\u2066", "\u061c", "\u2028"])
def test_no_sign_that_steers_a_reader_stands_in_json(sign):
    """It is an escape there, and the same data."""
    text = json_text({"title": f"a{sign}b ##[error] я"})
    assert sign not in text
    assert "##[" not in text
    assert "я" in text
    assert json.loads(text) == {"title": f"a{sign}b ##[error] я"}


def test_numbers_are_exact_and_finite():
    """What cannot be said in JSON is an error, not a word that no reader knows."""
    assert json.loads(json_text([0.1, 1 / 3, 10**15]))[1] == 1 / 3
    with pytest.raises(ValueError, match="Out of range"):
        json_text([float("nan")])
