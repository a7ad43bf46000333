"""One journey as plain data: all that a reader can see of it, in a published shape."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import filled_journey
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import cjm
from cjm.analysis import planning
from cjm.journey import Journey
from cjm.journey.precedence import with_measured
from cjm.journey.words import LANGUAGES
from cjm.reporters import render
from cjm.source.json_text import json_text
from cjm.testing.strategies import complete_journeys, journeys, overlays

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "journeys"
WORKSPACE = (FOLDER / "cjm.yaml").read_text(encoding="utf-8")
JOURNEYS = sorted(file for file in FOLDER.glob("*.yaml") if file.name != "cjm.yaml")
FAULTY = {
    file.stem: file.read_bytes() for file in (ROOT / "tests" / "journeys" / "faulty").glob("*.yaml")
}
TODAY = date(2026, 11, 22)
SCHEMA = Draft202012Validator(cjm.schema("report"))


def data_of(of: str | Journey, language: str | None = None, **more: Any) -> dict[str, Any]:
    """What stands in a page: what was told, after it went through JSON."""
    told = cjm.assess(of, today=TODAY, **more).to_dict(language)
    data = json.loads(json_text(told))
    faults = [f"{list(f.absolute_path)}: {f.message}" for f in SCHEMA.iter_errors(data)]
    assert faults == []
    return data


def of_file(file: Path, language: str | None = None) -> dict[str, Any]:
    text = file.read_text(encoding="utf-8")
    return data_of(text, language, workspace=WORKSPACE, name=f"journeys/{file.name}")


# ---- every journey there is ------------------------------------------------------------------


@pytest.mark.parametrize("file", JOURNEYS, ids=lambda file: file.stem)
def test_an_example_keeps_to_the_schema(file):
    """Its figures are those of `cjm show`, its findings those of `cjm check`, its plans' those of
    `cjm plan`.
    """
    data, journey = of_file(file), cjm.load(file)
    shown = json.loads(json_text(cjm.analyze(journey).to_dict()))
    personas = shown.pop("personas")
    assert data["views"].keys() == {"", *personas}
    assert {id: data["views"][id] for id in personas} == personas
    everybody = data["views"][""]
    assert [p["gap"] for p in everybody["touchpoints"]] == [p["gap"] for p in shown["touchpoints"]]
    assert {key: everybody[key] for key in ("balance", "disappointed", "outcomes", "loops")} == {
        key: shown[key] for key in ("balance", "disappointed", "outcomes", "loops")
    }
    frontier = cjm.plan(journey).to_dict()["frontier"] if data["plan"] else None
    assert frontier == (data["plan"] and data["plan"]["balance"]["frontier"])


def test_findings_are_those_of_a_check(desk):
    """In its order, too."""
    text = (FOLDER / "eco-hotel.yaml").read_text(encoding="utf-8")
    desk.write("a.yaml", text)
    report = json.loads(render("json", cjm.check("a.yaml", today=TODAY)))
    assert data_of(text, name="a.yaml")["findings"] == report["findings"]


@pytest.mark.parametrize("name", sorted(FAULTY.keys() - {"not-utf-8"}))
def test_a_text_that_is_no_journey_has_its_findings_alone(name):
    """No invented figure, and nothing missing for who reads the data."""
    data = data_of(FAULTY[name].decode(), name="a.yaml")
    read = data_of("{cjm: 1, touchpoints: {a: }}", name="a.yaml")
    assert data["unread"] is True
    assert data.keys() == read.keys()
    assert {data["file"], *(finding["file"] for finding in data["findings"])} == {"a.yaml"}
    known = ("version", "schema", "file", "unread", "id", "findings")
    assert not any(value for key, value in data.items() if key not in known)


HARD = {
    "trap": {"a": {"experience": 3, "next": {"b": 1}}, "b": {"next": {"a": 1}}},
    "one score": {"a": {"experience": 3, "next": "b"}, "b": {"experience": 5}},
    "words only": {"a": {"title": "A", "pains": ["long"], "next": "b"}, "b": None},
    "loop": {"a": {"expectation": 5, "experience": 3, "next": {"a": 0.5, "b": 0.5}}, "b": None},
}


@pytest.mark.parametrize("name", HARD)
def test_what_does_not_exist_is_null(name):
    """In figures; fields are there."""
    data = data_of(Journey("x", HARD[name], improvements={"do": {"lifts": {"a": 1}}}))
    assert data["obstacle"] == ("trap" if name == "trap" else None)
    assert data["plan"] is None or name == "loop"
    assert [point["ways"] != [] for point in data["touchpoints"]] == [True, name == "trap"]


@settings(max_examples=25)
@given(st.data(), st.one_of(complete_journeys(), journeys(personas=True, stages=True)))
def test_any_journey_keeps_to_the_schema(data, journey):
    """With and without an overlay."""
    overlay = data.draw(st.none() | overlays(journey))
    measured = with_measured(journey, overlay) if overlay else journey
    told = cjm.assess(measured, today=TODAY).to_dict()
    assert [fault.message for fault in SCHEMA.iter_errors(json.loads(json_text(told)))] == []


# ---- fields ----------------------------------------------------------------------------------


def values(data: Any) -> list[Any]:
    """Every value in the data, and every key."""
    if isinstance(data, dict):
        return [*data, *(value for item in data.values() for value in values(item))]
    return [v for item in data for v in values(item)] if isinstance(data, list) else [data]


@pytest.mark.parametrize("leaf", filled_journey.leaves(), ids=lambda leaf: leaf.name)
def test_every_field_of_the_format_is_there(leaf, filled_values):
    """Each with the value that was written, which is nowhere else in the file."""
    value = leaf.value.isoformat() if isinstance(leaf.value, date) else leaf.value
    assert value in filled_values


@pytest.fixture(scope="module")
def filled_values() -> list[Any]:
    return values(data_of(filled_journey.TEXT))


def test_shorthands_are_written_out():
    """Who reads the data knows no form of the format but this."""
    short = """
cjm: 1
id: x
touchpoints:
  a: {expectation: 7, channel: shop, pains: slow, next: b, metrics: {nps: 3}}
  b:
"""
    full = """
cjm: 1
id: x
channels: {shop: {title: shop}}
touchpoints:
  a:
    title: a
    expectation: {score: 7}
    channel: [shop]
    pains: [slow]
    metrics: {nps: {value: 3, title: nps}}
    next: {b: {}}
  b: {title: b}
start: {a: 1}
"""
    one, other = data_of(short), data_of(full)
    for data in (one, other):
        for point in data["touchpoints"]:
            assert point.pop("line") > 0
        data["findings"] = []
    assert one == other
    assert one["touchpoints"][0]["expectation"] == {
        "score": 7, "n": None, "effective": None, "sd": None, "interval": None, "source": None,
        "measured": None, "because": [], "from": "written", "written": None,
    }  # fmt: skip


def test_ways_are_filled_in_beside_what_was_written():
    """By places in the file; what nobody takes is no way, and who is left drops off."""
    points = {
        "a": {"next": {"b": 0.5, "c": None, "d": None}},
        "b": {"next": {"c": 0.25, "d": 0}},
        "c": {"outcome": "failure"},
        "d": None,
    }
    start = {"a": 0.75, "b": 0.25}
    data = data_of(Journey("x", points, start=start))
    a, b, c, d = data["touchpoints"]
    assert data["start"] == [0.75, 0.25, 0, 0]
    assert a["ways"] == [[1, 0.5], [2, 0.25], [3, 0.25]]
    assert a["next"][1] == {"id": "c", "probability": None, "label": None, "wait": None}
    assert (b["ways"], b["leaving"]) == ([[2, 0.25]], 0.75)
    assert [point["outcome"] for point in (a, b, c, d)] == [None, None, "failure", "neutral"]


def test_a_touchpoint_knows_its_line():
    """Of its own file; one that was built in Python has none."""
    text = (FOLDER / "eco-hotel.yaml").read_text(encoding="utf-8")
    points = data_of(text)["touchpoints"]
    lines = text.splitlines()
    assert [lines[point["line"] - 1].strip() for point in points] == [f"{p['id']}:" for p in points]
    (point,) = data_of(Journey("x", {"a": None}))["touchpoints"]
    assert point["line"] is None


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("https://example.com/a?b=1", True),
        (" mailto:ann@example.com ", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("java\nscript:alert(1)", False),
        ("https://x\n##[error]", False),
        ("file:///etc/passwd", False),
        ('https://x"onclick=', False),
        ("//example.com", False),
    ],
)
def test_a_page_leads_only_where_nothing_runs(url, led):
    """The address stays there as text."""
    (point,) = data_of(Journey("x", {"a": {"links": {"ticket": url}}}))["touchpoints"]
    assert point["links"] == [{"id": "ticket", "address": url, "url": url.strip() if led else None}]


def test_texts_stay_as_they_are():
    """They are escaped where they are printed, not before."""
    hostile = "<script>alert('x')</script></template>\u202e" + "W" * 10_000
    data = data_of(Journey("x", {"a": {"title": hostile, "pains": [hostile]}}, title=hostile))
    assert data["title"] == data["touchpoints"][0]["title"] == hostile
    assert data["touchpoints"][0]["pains"] == [hostile]


# ---- measured --------------------------------------------------------------------------------

OVERLAY = """
cjm-measured: 1
journey: x
state: as-is
scale: [0, 10]
period: {from: 2026-09-01}
sources: {answers: {rows: 40, used: 38, from: 2026-09-02, to: 2026-09-30}}
scores:
  a:
    experience: {score: 5.5, n: 30, sd: 2, measured: 2026-09-30}
    topics: {price: {reviews: 10, negative: 4, pain: 0.4}}
thin: {a: {expectation: 2}}
left_out: {answers: {no answer: 2}}
"""


def test_a_measured_score_says_so_and_what_it_replaced(desk):
    """With its interval; and what was seen and left out stands beside it."""
    desk.write("x.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 7, experience: 8}}\n")
    desk.write("x.measured.yaml", OVERLAY)
    data = data_of(cjm.load("x.yaml"))
    (point,) = data["touchpoints"]
    score = point["experience"]
    assert (score["score"], score["from"], score["written"]) == (5.5, "measured", 8)
    assert score["interval"] == pytest.approx([4.7532, 6.2468], abs=1e-4)
    assert (point["expectation"]["from"], point["expectation"]["written"]) == ("written", None)
    assert point["topics"] == [{"topic": "price", "reviews": 10, "negative": 4, "pain": 0.4}]
    assert data["measured"] == {
        "period": {"from": "2026-09-01", "to": None},
        "sources": [
            {"source": "answers", "rows": 40, "used": 38, "from": "2026-09-02", "to": "2026-09-30"}
        ],
        "thin": {"a": {"expectation": 2, "experience": None, "metrics": {}, "by_persona": {}}},
        "thin_metrics": {},
        "left_out": {"answers": [{"reason": "no answer", "rows": 2, "values": {}}]},
    }


# ---- languages, and work done once -------------------------------------------------------------


LOOP = "touchpoints: {call: {expectation: 8, experience: 5, next: {call: 0.3, end: 0.7}}, end: }"


@pytest.mark.parametrize("own", LANGUAGES)
@pytest.mark.parametrize("content", [LOOP, "id: x"], ids=["journey", "faulty"])
def test_findings_are_told_in_the_language_asked_for(own, content):
    """Whatever the workspace speaks; nothing else is different."""
    assessment = cjm.assess(f"cjm: 1\n{content}\n", f"cjm: 1\nlanguage: {own}\n", today=TODAY)
    told = {language: assessment.to_dict(language) for language in LANGUAGES}
    for language, data in told.items():
        for finding in data["findings"]:
            assert bool(re.search("[а-я]", finding["message"])) == (language == "ru")
    assert assessment.to_dict() == told[own]
    for data in told.values():
        for finding in data["findings"]:
            for key in ("message", "help", "related", "fixes"):
                finding.pop(key, None)
    assert told["en"] == told["ru"]


def test_there_is_no_other_language():
    """Also where nothing is wrong."""
    with pytest.raises(cjm.UsageError, match="no language 'de'"):
        cjm.assess("cjm: 1\ntouchpoints: {a: }\n").to_dict("de")


def test_a_plan_is_searched_once(monkeypatch):
    """However often, and in however many languages, the data are asked for."""
    searched = []

    def counted(*args: Any, **named: Any) -> Any:
        searched.append(named)
        return plan_of(*args, **named)

    plan_of = planning.plan_of
    monkeypatch.setattr(planning, "plan_of", counted)
    file = FOLDER / "business-taxi.yaml"
    assessment = cjm.assess(file.read_text("utf-8"), WORKSPACE, today=TODAY)
    assert assessment.findings
    assert searched == []
    first, second = assessment.to_dict("en"), assessment.to_dict("ru")
    assert len(searched) == 2
    assert first["plan"] == second["plan"] != {}


def test_the_same_text_gives_the_same_bytes():
    """Each time, of a new assessment."""
    text = (FOLDER / "bakery.as-is.yaml").read_text("utf-8")
    one, two = (json_text(cjm.assess(text, WORKSPACE, today=TODAY).to_dict()) for _ in range(2))
    assert one == two


def test_what_no_schema_has_is_told_nowhere():
    """So that the schema grows with the data."""
    data = data_of(Journey("x", {"a": None}))
    assert SCHEMA.is_valid(data)
    assert not SCHEMA.is_valid({**data, "new": 1})
    assert not SCHEMA.is_valid({key: v for key, v in data.items() if key != "views"})
