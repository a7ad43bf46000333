"""From a survey's file to the overlay beside a journey: what is written, kept and refused."""

from __future__ import annotations

import inspect
import json
import os
from pathlib import Path

import pytest
import yaml

import cjm
from cjm.errors import CjmError, InvalidJourneyError, UsageError

JOURNEY = """cjm: 1
id: taxi
language: {language}
state: {state}
personas: {{anna: {{share: 0.5}}, igor: {{share: 0.5}}}}
touchpoints:
  call: {{next: ride}}
  ride: {{expectation: 8, experience: 6}}
"""
DATA = """cjm-data: 1
minimum: 3
sources:
  delivery:
    kind: survey
    file: answers.csv
    respondent: who
    touchpoint: point
    side: side
    score: mark
    time: at
    persona: segment
    scale: [1, 5]
    values: {nps: [recommend]}
    metrics: {nps: {scale: [0, 10]}}
"""
HEAD = "who,point,side,mark,at,segment\n"


def answers(marks="54425", point="ride", side="experience", first=1):
    """A row an answer, each of another respondent, a day each."""
    return "".join(
        f"c{n},{point},{side},{mark},2026-07-{n:02},{'anna' if n % 2 else 'igor'}\n"
        for n, mark in enumerate(marks, first)
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A workspace of one journey and one survey."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    put("taxi.yaml", JOURNEY.format(language="en", state="as-is"))
    put("data.yaml", DATA)
    put("answers.csv", HEAD + answers() + answers("55445", side="expectation"))
    return tmp_path


def put(name, text):
    Path(name).write_text(text, encoding="utf-8")


def overlay(name="taxi.measured.yaml"):
    return yaml.safe_load(Path(name).read_text(encoding="utf-8"))


def test_it_writes_the_overlay_beside_the_journey_and_nothing_else(folder):
    """The journey stays as it is, byte by byte."""
    before = Path("taxi.yaml").read_bytes()
    found = cjm.measure()
    assert [each.status for each in found.journeys] == ["written"]
    assert sorted(os.listdir(folder)) == [
        ".git", "answers.csv", "data.yaml", "taxi.measured.yaml", "taxi.yaml",
    ]  # fmt: skip
    assert Path("taxi.yaml").read_bytes() == before
    written = overlay()
    assert (written["journey"], written["state"]) == ("taxi", "as-is")
    ride = written["scores"]["ride"]
    assert ride["experience"]["score"] == 7.5
    assert ride["paired"] == {"n": 5, "sd": pytest.approx(2.236068), "below": 0.4}
    assert written["sources"]["delivery"]["rows"] == written["sources"]["delivery"]["used"] == 10


def test_the_same_data_is_the_same_bytes(folder):
    """And a file that says the same is not touched."""
    cjm.measure()
    first = Path("taxi.measured.yaml").read_bytes()
    os.utime("taxi.measured.yaml", (1, 1))
    assert cjm.measure().journeys[0].status == "unchanged"
    assert os.stat("taxi.measured.yaml").st_mtime == 1
    Path("taxi.measured.yaml").unlink()
    cjm.measure()
    assert Path("taxi.measured.yaml").read_bytes() == first


def test_nothing_is_written_where_one_only_asks(folder):
    """`write=False` of the library."""
    found = cjm.measure("taxi.yaml", write=False)
    assert found.journeys[0].status == "absent"
    assert found.to_dict()["scores"]["ride"]["experience"]["n"] == 5
    assert not Path("taxi.measured.yaml").exists()


def test_a_period_is_held_to_and_told(folder):
    """Both days included."""
    from datetime import date

    cjm.measure(period=(date(2026, 7, 2), date(2026, 7, 4)))
    assert str(overlay()["period"]["from"]) == "2026-07-02"
    assert overlay()["scores"]["ride"]["experience"]["n"] == 3
    assert overlay()["left_out"]["delivery"]["outside the period"] == 4


def test_topics_and_quotes_of_the_old_overlay_stay(folder):
    """Feedback wrote them; also at a touchpoint of which nothing was measured."""
    cjm.measure()
    old = Path("taxi.measured.yaml").read_text(encoding="utf-8")
    topics = "    topics: {speed: {reviews: 4, negative: 3, pain: 0.5}}\n"
    quotes = "  call: {quotes: [Nobody answered]}\n"
    put("taxi.measured.yaml", old.replace("scores:\n", f"scores:\n{quotes}").replace(
        "  ride:\n", f"  ride:\n{topics}"
    ))  # fmt: skip
    put("answers.csv", HEAD + answers("11111"))
    assert cjm.measure().journeys[0].status == "written"
    scores = overlay()["scores"]
    assert scores["ride"]["topics"] == {"speed": {"reviews": 4, "negative": 3, "pain": 0.5}}
    assert scores["ride"]["experience"]["score"] == 0
    assert scores["call"] == {"quotes": ["Nobody answered"]}


def test_a_faulty_overlay_is_not_overwritten_where_it_holds_quotes(folder):
    """They would be lost; what is measured can be measured again."""
    put("taxi.measured.yaml", "cjm-measured: 1\nquotes: [\n")
    with pytest.raises(CjmError, match="what it holds would be lost"):
        cjm.measure()
    put("taxi.measured.yaml", "<<<<<<< ours\n")
    assert cjm.measure().journeys[0].status == "written"


def test_it_is_named_after_the_file_in_the_workspaces_language(folder):
    """Whichever of the journey's languages is asked for."""
    put("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    put("a.yaml", JOURNEY.format(language="ru", state="as-is"))
    cjm.measure("taxi.yaml")
    assert sorted(Path().glob("*.measured.yaml")) == [Path("a.measured.yaml")]
    cjm.measure()
    assert sorted(Path().glob("*.measured.yaml")) == [Path("a.measured.yaml")]


def test_an_overlay_that_is_there_is_the_one_whatever_its_name(folder):
    """Two of one journey would be a fault; so they are where there are two already."""
    cjm.measure()
    Path("taxi.measured.yaml").rename("autumn.measured.yaml")
    put("answers.csv", HEAD + answers("11111"))
    assert cjm.measure().journeys[0].file == "autumn.measured.yaml"
    assert overlay("autumn.measured.yaml")["scores"]["ride"]["experience"]["score"] == 0
    put("taxi.measured.yaml", Path("autumn.measured.yaml").read_text(encoding="utf-8"))
    with pytest.raises(UsageError, match=r"autumn.measured.yaml and taxi.measured.yaml are of one"):
        cjm.measure()


@pytest.mark.parametrize(
    "theirs",
    [
        "cjm-measured: 1\njourney: bus\nstate: as-is\nscale: [0, 10]\n",
        "cjm-measured: 1\njourney: taxi\nstate: to-be\nscale: [0, 10]\n",
        "notes: mine\n",
    ],
)
def test_what_is_no_overlay_of_the_journey_is_not_overwritten(folder, theirs):
    """Another journey's, another state's, or a file that only has the name."""
    put("taxi.measured.yaml", theirs)
    with pytest.raises(UsageError, match=r"taxi.measured.yaml is there, and is no overlay of this"):
        cjm.measure("taxi.yaml")
    assert Path("taxi.measured.yaml").read_text(encoding="utf-8") == theirs


def test_its_name_does_not_depend_on_who_runs_it(folder, monkeypatch):
    """Where no workspace names a language, the first file by path counts."""
    put("a.yaml", JOURNEY.format(language="en", state="as-is"))
    put("taxi.yaml", JOURNEY.format(language="ru", state="as-is"))
    for language in ("ru", "en"):
        monkeypatch.setenv("CJM_LANGUAGE", language)
        cjm.measure()
        assert sorted(Path().glob("*.measured.yaml")) == [Path("a.measured.yaml")]


def test_what_will_be_is_not_measured_unless_it_is_named(folder):
    """Nobody has lived it."""
    put("later.yaml", JOURNEY.format(language="en", state="to-be"))
    assert [each.journey.state for each in cjm.measure().journeys] == ["as-is"]
    assert [each.journey.state for each in cjm.measure("later.yaml").journeys] == ["to-be"]
    assert overlay("later.measured.yaml")["state"] == "to-be"


def test_two_files_of_one_journey_are_refused(folder):
    """In the same language and state nobody knows which is meant."""
    put("again.yaml", JOURNEY.format(language="en", state="as-is"))
    with pytest.raises(UsageError, match=r"again.yaml and taxi.yaml are the same journey, 'taxi'"):
        cjm.measure()


def test_several_journeys_need_to_be_told_apart(folder):
    """By `journeys` in data.yaml; then one survey feeds both."""
    put("shop.yaml", "cjm: 1\nid: shop\ntouchpoints: {till: }\n")
    with pytest.raises(UsageError, match="nothing says which of 2 journeys"):
        cjm.measure()
    put("data.yaml", DATA + "journeys: {taxi: [delivery], shop: [delivery]}\n")
    put("answers.csv", HEAD + answers() + answers("111", point="till"))
    found = cjm.measure()
    assert [each.journey.id for each in found.journeys] == ["shop", "taxi"]
    assert overlay()["left_out"]["delivery"] == {"touchpoint of another journey": 3}
    assert overlay("shop.measured.yaml")["scores"]["till"]["experience"]["score"] == 0
    assert [each["journey"] for each in found.to_dict()["journeys"]] == ["shop", "taxi"]
    alone = cjm.measure("taxi.yaml")
    assert [each.journey.id for each in alone.journeys] == ["taxi"]
    assert "journeys" not in alone.to_dict()


def test_a_journey_that_no_survey_feeds_is_told(folder):
    """Where it is named; a whole workspace passes it by."""
    put("shop.yaml", "cjm: 1\nid: shop\ntouchpoints: {till: }\n")
    put("data.yaml", DATA + "journeys: {taxi: [delivery]}\n")
    assert [each.journey.id for each in cjm.measure().journeys] == ["taxi"]
    with pytest.raises(UsageError, match="no survey feeds the journey 'shop'"):
        cjm.measure("shop.yaml")


def test_thin_groups_only_are_counted(folder):
    """Nothing of a score stands in the file then, the counts do."""
    put("answers.csv", HEAD + answers("54"))
    cjm.measure()
    assert "scores" not in overlay()
    assert overlay()["thin"]["ride"]["experience"] == 2


@pytest.mark.parametrize("rows", ["", answers("55555", point="flight")])
def test_where_no_answer_counts_nothing_is_written(folder, rows):
    """The old overlay stays; of unknown touchpoints more was left out than is tolerated."""
    cjm.measure()
    before = Path("taxi.measured.yaml").read_bytes()
    put("answers.csv", HEAD + rows)
    if rows:
        with pytest.raises(CjmError, match="of the rows of delivery were left out"):
            cjm.measure()
    else:
        assert [each.status for each in cjm.measure().journeys] == ["absent"]
    assert Path("taxi.measured.yaml").read_bytes() == before


def test_what_is_tolerated_is_told_in_the_overlay(folder):
    """By reason and value."""
    put("answers.csv", HEAD + answers() + answers("9", first=9))
    with pytest.raises(CjmError, match="5% are tolerated"):
        cjm.measure()
    cjm.measure(tolerate=0.2)
    assert overlay()["left_out"]["delivery"] == {
        "score off the scale": {"rows": 1, "values": {"9": 1}}
    }


def test_a_faulty_journey_is_not_measured(folder):
    """Its faults are told; the overlay that is there stays."""
    cjm.measure()
    before = Path("taxi.measured.yaml").read_bytes()
    put("taxi.yaml", "cjm: 1\nid: taxi\ntouchpoints: {ride: {experience: 99}}\n")
    with pytest.raises(InvalidJourneyError, match="outside the scale"):
        cjm.measure()
    assert Path("taxi.measured.yaml").read_bytes() == before


def test_a_read_only_overlay_is_left_alone(folder, monkeypatch):
    """Although a new file could be put in its place."""
    cjm.measure()
    put("answers.csv", HEAD + answers("11111"))
    before = Path("taxi.measured.yaml").read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith(".measured.yaml"))
    with pytest.raises(CjmError, match=r"cannot write taxi.measured.yaml: it is read-only"):
        cjm.measure()
    assert Path("taxi.measured.yaml").read_bytes() == before


def test_an_interrupted_run_leaves_the_old_overlay_whole(folder, monkeypatch):
    """Whatever it was doing: nothing is written before all is known."""
    cjm.measure()
    before = Path("taxi.measured.yaml").read_bytes()
    put("answers.csv", HEAD + answers("11111"))

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cjm.measure()
    assert Path("taxi.measured.yaml").read_bytes() == before
    assert not list(folder.glob(".cjm-*"))


def test_metrics_of_the_journey_come_without_a_touchpoint(folder):
    """A word of the side column names them."""
    put("answers.csv", HEAD + answers() + answers(["9", "10", "3"], point="", side="recommend"))
    cjm.measure()
    assert overlay()["metrics"]["nps"]["value"] == pytest.approx(100 / 3, abs=1e-6)


def test_the_frame_has_a_row_a_figure(folder):
    """And the table of `--format csv` the same ones."""
    found = cjm.measure(write=False)
    frame = found.to_frame()
    row = frame[(frame.touchpoint == "ride") & (frame.measure == "gap")].iloc[0]
    assert row["value"] == -1.5
    assert row["below"] == 0.4
    assert found.to_csv().count("\n") == len(frame) + 1
    assert repr(found) == "MeasuredJourneys(1 journeys, 0 written)"


def test_json_keeps_to_its_schema(folder):
    """Of one journey and of several."""
    from jsonschema import Draft202012Validator

    schema = Draft202012Validator(cjm.schema("measure"))
    put("shop.yaml", "cjm: 1\nid: shop\ntouchpoints: {till: }\n")
    put("data.yaml", DATA + "journeys: {taxi: [delivery], shop: [delivery]}\n")
    put("answers.csv", HEAD + answers() + answers("12", point="till") + answers("9", first=9))
    for paths in ((), ("taxi.yaml",)):
        data = cjm.measure(paths, tolerate=1).to_dict()
        assert list(schema.iter_errors(json.loads(json.dumps(data)))) == []


COLUMNS = {
    "customer": "who", "touchpoint": "point", "side": "side", "score": "mark", "scale": (1, 5),
}  # fmt: skip


def test_the_columns_of_a_file_are_named_in_python_too(folder):
    """As options do on the command line; the figures are those of a described survey."""
    described = cjm.measure("taxi.yaml", source="delivery", write=False).to_dict()["scores"]
    os.remove("data.yaml")
    found = cjm.measure(
        Path("taxi.yaml"), source=Path("answers.csv"), columns=COLUMNS, minimum=3, write=False
    )
    assert [
        (point["expectation"]["score"], point["experience"]["score"], point["paired"]["below"])
        for scores in (described, found.to_dict()["scores"])
        for point in scores.values()
    ] == [(9.0, 7.5, 0.4)] * 2


def test_files_beyond_the_folder_are_read_where_python_allows_it(folder, tmp_path_factory):
    """And nowhere else."""
    beyond = tmp_path_factory.mktemp("beyond") / "answers.csv"
    os.replace("answers.csv", beyond)
    put("data.yaml", DATA.replace("answers.csv", str(beyond)))
    with pytest.raises(CjmError, match="beyond"):
        cjm.measure(write=False)
    assert cjm.measure(outside=True, write=False).to_dict()["scores"]


@pytest.mark.parametrize(
    "asked", [cjm.measure, cjm.conform, cjm.discover, cjm.segment, cjm.feedback]
)
def test_every_question_to_data_takes_what_all_take(asked):
    """What the command line has as options of all data commands."""
    taken = set(inspect.signature(asked).parameters)
    assert {"data", "columns", "period", "tolerate", "outside", "python"} <= taken
