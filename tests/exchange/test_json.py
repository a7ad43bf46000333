"""JSON: a journey as the format's own fields, long forms, both ways without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

import cjm
from cjm.errors import InvalidJourneyError
from cjm.testing.strategies import complete_journeys

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(set(ROOT.glob("journeys/*.yaml")) - set(ROOT.glob("journeys/*.en.yaml")))
EXAMPLES = [path for path in EXAMPLES if path.name != "cjm.yaml"]
"""One of each pair in two languages."""


def to_json(text: str) -> str:
    """A journey's text as JSON."""
    return cjm.convert(text, "yaml", "json").text


def to_yaml(text: str | bytes, **options: str) -> str:
    """JSON as a journey's text."""
    return cjm.convert(text, "json", "yaml", **options).text  # type: ignore[arg-type]


@settings(max_examples=15)
@given(complete_journeys())
def test_any_journey_comes_back_equal(journey: cjm.Journey) -> None:
    """Through JSON and YAML again."""
    assert cjm.loads(to_yaml(to_json(cjm.dump(journey)))) == journey


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_back_equal(path: Path) -> None:
    """What its workspace says is written out."""
    journey = cjm.load(path, measured=False)
    assert cjm.loads(to_yaml(to_json(cjm.dump(journey)))) == journey


def test_every_value_stands_in_its_long_form() -> None:
    """A program that reads it finds each field in one form."""
    text = """\
cjm: 1
customers: 12000
stages: [ride]
personas: {anna: Anna}
touchpoints:
  book: {expectation: 8, next: ride, pains: slow, x-own: text}
  ride: {stage: ride, experience: {score: 5, n: 3}, metrics: {nps: 5}, next: [end, book]}
  end:
"""
    data = json.loads(to_json(text))
    assert data["customers"] == {"value": 12000}
    assert data["stages"] == {"ride": {}}
    assert data["personas"] == {"anna": {"name": "Anna"}}
    assert data["touchpoints"]["book"] == {
        "expectation": {"score": 8}, "pains": ["slow"], "next": {"ride": {}}, "x-own": ["text"],
    }  # fmt: skip
    ride = data["touchpoints"]["ride"]
    assert ride["metrics"] == {"nps": {"value": 5}}
    assert ride["next"] == {"end": {}, "book": {}}
    assert data["touchpoints"]["end"] == {}


BROKEN = [
    ("", "1:1: the file is empty"),
    ("[1]", "1:1: this is no journey: expected an object"),
    ('{"cjm": 1,\n "touchpoints": }', '2:17: not JSON: "expecting value"'),
    ('{"cjm": 1,\n "cjm": 1, "touchpoints": {"a": {}}}', "2:2: the key 'cjm' is given twice"),
    ('{"cjm": 1, "touchpoints": {"a": {"expectation": NaN}}}', "1:1: NaN is no number"),
    ("[" * 100_000, "1:1: brackets stand too deep inside each other"),
    ('{"cjm": ' + "1" * 5000 + "}", "1:1: a number is too long"),
    (
        '{"cjm": 1, "touchpoints": {\n\t"a": {"expectation": "много"}}}',
        "2:23: expected a number, not 'много'",
    ),
    ('{"cjm": 1, "touchpoints": {"a": {"next": "b"}}}', "1:42: there is no touchpoint 'b'"),
    ('{"cjm": 1, "touchpoints": {"a": {"nxt": "b"}}}', "1:34: unknown key 'nxt'"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN, ids=[told for _, told in BROKEN])
def test_faults_are_told_where_they_stand_in_the_json(text: str, told: str) -> None:
    """Line and column of the input, whether JSON or the journey in it is wrong."""
    with pytest.raises(InvalidJourneyError) as caught:
        to_yaml(text, file="a.json")
    (finding,) = caught.value.findings
    assert f"{finding.span.line}:{finding.span.column}: {finding.message}".startswith(told)
    assert finding.file == "a.json"


def test_other_encodings_and_ends_of_lines_are_read() -> None:
    """A mark and `\\r\\n` are nothing; Windows-1251 is read where it is named, else told."""
    text = '{"cjm": 1,\r\n "title": "Поездка на такси", "touchpoints": {"a": {}}}'
    for content, options in (
        (text.encode("utf-8-sig"), {}),
        (text.encode("cp1251"), {"encoding": "cp1251"}),
    ):
        assert "title: Поездка на такси\n" in to_yaml(content, **options)
    with pytest.raises(InvalidJourneyError) as caught:
        to_yaml(text.encode("cp1251"))
    assert caught.value.findings[0].help == "read it so: --encoding cp1251"
    with pytest.raises(cjm.UsageError, match="there is no encoding 'cp1999'"):
        to_yaml(text, encoding="cp1999")
