"""Journeys as text, files, data and frames, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_table import records

import cjm
from cjm import Journey, Persona, Score, Touchpoint
from cjm.format import JOURNEY, WORKSPACE, walk
from cjm.format.touchpoint import TOUCHPOINT
from cjm.i18n import translate

ROOT = Path(__file__).parents[2]
WORKED = sorted(f for f in (ROOT / "journeys").glob("*.yaml") if f.name != "cjm.yaml")
SHARED = ROOT / "journeys" / "cjm.yaml"
SMALL = Journey("taxi", (Touchpoint("book", expectation=8, next={"ride": 0.9}), Touchpoint("ride")))
TEXT = """\
cjm: 1
id: taxi
language: en
scale: [0, 10]
touchpoints:
  book: {expectation: 8, next: {ride: 0.9}}
  ride:
"""


@pytest.mark.parametrize("file", WORKED, ids=lambda file: file.stem)
def test_a_worked_journey_written_alone_is_the_same(file):
    """Without its workspace too, and as data."""
    journey = cjm.load(file)
    assert cjm.loads(cjm.dump(journey)) == journey
    assert cjm.from_dict(cjm.to_dict(journey)) == journey


@pytest.mark.parametrize("file", WORKED, ids=lambda file: file.stem)
def test_within_a_workspace_only_the_rest_is_written(file, tmp_path):
    """A file beside the same `cjm.yaml` loads to the same journey, and is no longer."""
    journey = cjm.load(file)
    (tmp_path / "cjm.yaml").write_bytes(SHARED.read_bytes())
    text = cjm.dump(journey, tmp_path / file.name, SHARED)
    assert cjm.load(tmp_path / file.name) == journey
    assert len(text) <= len(cjm.dump(journey))


def test_what_no_file_of_a_workspace_can_say_is_refused(tmp_path):
    """A mapping of personas adds to the workspace's: nobody can be left out so."""
    other = Journey("x", (Touchpoint("a"),), personas=(Persona("p", "P", 1),))
    (tmp_path / "cjm.yaml").write_text("cjm: 1\npersonas: {q: {share: 1}}\n")
    with pytest.raises(cjm.UsageError, match="no file of this workspace can say 'x'"):
        cjm.dump(other, within=tmp_path / "cjm.yaml")


def test_a_small_journey_is_written_as_people_write_it(tmp_path):
    """One touchpoint a line, shortest forms."""
    assert cjm.dump(SMALL) == TEXT
    assert cjm.dump(SMALL, tmp_path / "new" / "taxi.yaml") == TEXT
    assert (tmp_path / "new" / "taxi.yaml").read_bytes().decode() == TEXT
    assert cjm.load(tmp_path / "new" / "taxi.yaml") == SMALL


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path):
    """Nothing that somebody wrote is lost by a slip."""
    file = tmp_path / "taxi.yaml"
    file.write_text("mine")
    with pytest.raises(cjm.UsageError, match="is there already"):
        cjm.dump(SMALL, file)
    assert file.read_text() == "mine"
    cjm.dump(SMALL, file, overwrite=True)
    assert cjm.load(file) == SMALL


def test_what_is_wrong_in_a_text_is_told_at_its_place():
    """Line and column, and how many faults there are more."""
    with pytest.raises(
        cjm.InvalidJourneyError, match=r"^3:20: expected a number.*\(and 1 more\)$"
    ) as told:
        cjm.loads("cjm: 1\ntouchpoints:\n  a: {expectation: x, next: b}\n")
    assert [f.code for f in told.value.findings] == ["CJM002", "CJM003"]


def test_what_is_wrong_in_data_is_told_by_its_route():
    """There are no lines in data."""
    with pytest.raises(cjm.InvalidJourneyError, match=r"^touchpoints\.a\.expectation: expected"):
        cjm.from_dict({"cjm": 1, "touchpoints": {"a": {"expectation": "x"}}})
    with pytest.raises(TypeError, match="touchpoints: a key is text, not 7"):
        cjm.from_dict({"cjm": 1, "touchpoints": {7: None}})


# ---- the table of fields --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("route", "name", "english", "russian"),
    [
        (("tolerance",), "tolerance", "A gap no larger", "Отклонение не больше"),
        (("touchpoints", "ride", "next", "pay", "wait"), "wait", "How long it takes", "Сколько"),
        (("touchpoints", "ride", "experience", "sd"), "sd", "Their standard dev", "Их стандартное"),
        (("waivers", 0, "until"), "until", "The last day", "Последний день"),
        (("stages", "trip", "goal"), "goal", "What the customer wants", "Чего хочет"),
    ],
)
def test_a_route_leads_to_a_field(route, name, english, russian):
    """Through mappings of ids, lists and every form that has a key of that name."""
    found = walk(JOURNEY, route)
    assert found.name == name
    assert translate(found.doc, "en").startswith(english)
    assert translate(found.doc, "ru").startswith(russian)


@pytest.mark.parametrize("route", [("titel",), ("title", "x"), ("touchpoints", "a", "x-mine")])
def test_a_route_of_nothing_leads_nowhere(route):
    """No key of the format is there."""
    assert walk(JOURNEY, route) is None


FIELDS = [
    field
    for top in (JOURNEY, WORKSPACE, TOUCHPOINT)
    for record in records(top)
    for field in record.fields.values()
]


def test_every_field_says_in_both_languages_what_it_means():
    """In a sentence that ends with a full stop; editors and the documentation show it."""
    for field in FIELDS:
        english, russian = (translate(field.doc, language) for language in ("en", "ru"))
        assert english.endswith(".")
        assert russian.endswith(".")
        assert english != russian


@pytest.mark.parametrize("of", ["journey", "workspace"])
def test_the_schema_describes_fields_in_both_languages(of):
    """The same schema but for its words."""
    english, russian = cjm.schema(of), cjm.schema(of, "ru")
    assert english["$defs"].keys() == russian["$defs"].keys()
    for name, record in english["$defs"].items():
        for key, field in record.get("properties", {}).items():
            assert field["description"] != russian["$defs"][name]["properties"][key]["description"]


# ---- frames ---------------------------------------------------------------------------------


@pytest.mark.parametrize("file", WORKED[:4], ids=lambda file: file.stem)
def test_frames_go_both_ways(file):
    """What the columns hold is kept."""
    pytest.importorskip("pandas")
    journey = cjm.load(file)
    points, ways = journey.to_frame(), journey.to_frame("transitions")
    back = Journey.from_frame(points, ways, stages=journey.stages, channels=journey.channels)
    assert back.to_frame().equals(points)
    assert back.to_frame("transitions").equals(ways)
    assert [p.id for p in back.touchpoints] == [p.id for p in journey.touchpoints]
    assert len(journey.to_frame("personas")) == len(journey.personas)


def test_frames_keep_channels_and_rows_of_ones_own():
    """Several channels are a list; a row of one's own is a column by its key."""
    pytest.importorskip("pandas")
    points = (
        Touchpoint("a", channel=["car", "app"], duration="2 w", lanes={"x-systems": "billing"}),
        Touchpoint("b", actions=["waits"], thoughts="why", opportunities="a call"),
    )
    frame = Journey("x", points).to_frame()
    assert frame.loc["a", "channels"] == ["car", "app"]
    assert frame.loc["a", "channel"] == "car"
    assert frame.loc["a", "x-systems"] == ["billing"]
    assert Journey.from_frame(frame, id="x").touchpoints == points


def test_a_frame_of_anybody_makes_a_journey():
    """Empty cells are nothing; columns of others are passed by."""
    pandas = pytest.importorskip("pandas")
    points = pandas.DataFrame(
        {"id": ["a", "b"], "experience": [5, None], "experience_n": [9, None], "city": ["x", "y"]}
    )
    ways = pandas.DataFrame({"from": ["a"], "to": ["b"], "probability": [0.5]})
    journey = Journey.from_frame(points, ways, id="walk")
    assert journey.id == "walk"
    assert journey["a"] == Touchpoint("a", experience=Score(5, 9), next={"b": 0.5})
    assert journey["b"] == Touchpoint("b")
    with pytest.raises(TypeError, match="a column or an index called id"):
        Journey.from_frame(points[["city"]])


def test_frames_of_results():
    """Intervals are two numbers, reasons a text, personas an index."""
    pytest.importorskip("pandas")
    journey = cjm.load(ROOT / "journeys" / "business-taxi.yaml")
    analysis = cjm.analyze(journey)
    frame = analysis.to_frame()
    assert {"gap_low", "gap_high", "reasons"} <= set(frame.columns)
    assert frame["moment_of_truth"].dtype == bool
    by_persona = analysis.to_frame(by="persona")
    assert by_persona.loc[("business", "ride-rough"), "gap"] == -6
    assert analysis.to_frame("transitions").loc[("advice", "book"), "probability"] == 1
    plan = cjm.plan(journey).to_frame()
    assert list(plan.columns) == ["improvements", "cost", "value", "assumed", "chosen"]
    assert plan["chosen"].sum() == 1
    report = cjm.check([str(ROOT / "journeys" / "business-taxi.yaml")])
    assert len(report.to_frame()) == len(report.findings)


# ---- doors ----------------------------------------------------------------------------------


def test_functions_take_a_journey_or_its_path():
    """And say so in a sentence where they get something else.

    A path's page adds the service philosophy of its workspace, which a journey does not know.
    """
    path = ROOT / "journeys" / "coffee-shop.yaml"
    journey = cjm.load(path)
    assert cjm.show(path).startswith(cjm.show(journey))
    assert cjm.analyze(str(path)).balance == cjm.analyze(journey).balance
    assert cjm.plan(path).chosen == cjm.plan(journey).chosen
    assert cjm.render(path, format="mermaid") == cjm.render(journey, format="mermaid")
    for function in (cjm.show, cjm.analyze, cjm.plan, cjm.render):
        with pytest.raises(cjm.UsageError, match="expected a Journey or the path of one, not int"):
            function(7)


def test_reprs_are_one_short_line():
    """What a notebook or a debugger shows of a result."""
    journey = cjm.load(ROOT / "journeys" / "business-taxi.yaml")
    analysis = cjm.analyze(journey)
    report = cjm.check([str(ROOT / "journeys" / "business-taxi.yaml")])
    for shown in (journey, analysis, analysis.likely_path, cjm.plan(journey), report):
        assert len(repr(shown)) < 160
        assert "\n" not in repr(shown)
        assert "object at" not in repr(shown)


def test_notebooks_show_results_in_the_journeys_language():
    """Levels by colour and by sign; a picture fits its cell."""
    journey = cjm.load(ROOT / "journeys" / "business-taxi.yaml")
    html = cjm.analyze(journey)._repr_html_()
    assert "разочарованы" in html
    assert "▼ −5" in html
    assert "balance" not in html
    assert "баланс" in cjm.plan(journey)._repr_html_()
    assert "max-width:100%;height:auto" in journey._repr_html_()
    report = cjm.check([str(ROOT / "journeys" / "business-taxi.en.yaml")])
    assert report.findings[0].code in report._repr_html_()


PARTS = {
    "journey": cjm.Journey,
    "touchpoint": cjm.Touchpoint,
    "score": cjm.Score,
    "persona_scores": cjm.PersonaScores,
    "paired": cjm.Paired,
    "transition": cjm.Transition,
    "scenario_step": cjm.ScenarioStep,
    "metric": cjm.Metric,
    "improvement": cjm.Improvement,
    "judgement": cjm.Judgement,
    "lane": cjm.Lane,
    "waiver": cjm.Waiver,
    "customers": cjm.Customers,
    "stage": cjm.Stage,
    "channel": cjm.Channel,
    "persona": cjm.Persona,
}


@pytest.mark.parametrize("name", PARTS)
def test_help_tells_what_each_field_means(name):
    """In the words of the table of fields."""
    told = " ".join(PARTS[name].__doc__.split())
    (record, *_) = [r for top in (JOURNEY, TOUCHPOINT) for r in records(top) if r.name == name]
    for key, field in record.fields.items():
        assert key == "cjm" or f"{key}: {field.doc}" in told
