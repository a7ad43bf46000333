"""What is renamed in a journey is renamed where its surveys, logs and reviews are described."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.authoring.renaming import rename_in_files
from cjm.errors import UsageError

SURVEY = """\
cjm-data: 1
sources:
  delivery:   # a row an answer
    kind: survey
    file: answers.csv
    touchpoint: point
    persona: segment
    score: mark
    scale: [1, 5]
    touchpoints: {ride: [Trip, trip], pay: Payment}  # their words
    personas:
      anna: [A, B]
"""
TAXI = (
    "cjm: 1\nid: taxi\npersonas: {anna: Anna}\nstages: {s: S}\n"
    "touchpoints:\n  ride: {stage: s, next: pay}\n  pay: {}\n"
)


@pytest.fixture
def put(tmp_path, monkeypatch):
    """Writes files, by name, of the folder that the test is in."""
    monkeypatch.chdir(tmp_path)

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    write(taxi=TAXI, data=SURVEY)
    return write


def renamed(*arguments):
    """The names of files that change, each with its new text."""
    return {Path(c.path).stem: c.after.decode() for c in rename_in_files("taxi.yaml", *arguments)}


def test_words_of_a_survey_stay_with_what_they_mean(put):
    """The key is renamed, and nothing else in the file."""
    assert renamed("touchpoint", "ride", "journey") == {
        "taxi": TAXI.replace("ride", "journey"),
        "data": SURVEY.replace("{ride:", "{journey:"),
    }
    assert renamed("persona", "anna", "olga")["data"] == SURVEY.replace("anna:", "olga:")


def test_an_id_that_was_its_own_word_stays_the_word(put):
    """Where a source says nothing of it, its column holds the id."""
    put(taxi=TAXI.replace("ride", "call"))
    now = renamed("touchpoint", "call", "order")["data"]
    assert now == SURVEY.replace("pay: Payment}", "pay: Payment, order: call}")
    put(
        data=SURVEY.replace(
            "    touchpoints: {ride: [Trip, trip], pay: Payment}  # their words\n", ""
        )
    )
    assert renamed("touchpoint", "call", "order")["data"].endswith(
        "      anna: [A, B]\n    touchpoints: {order: call}\n"
    )
    put(data=SURVEY.replace("pay: Payment", "pay: call"))
    assert "data" not in renamed("touchpoint", "call", "order")


def test_logs_wide_surveys_and_topics_name_touchpoints_too(put):
    """As keys of outcomes, in stages, of columns, and of what reviews are about."""
    data = (
        "cjm-data: 1\nsources:\n"
        "  clicks: {kind: events, file: a.csv, case: c, touchpoint: e, time: t,\n"
        "           touchpoints: {ride: R}, outcomes: {ride: success}, stages: {s: [ride, pay]}}\n"
        "  wide:\n    kind: survey\n    file: b.csv\n    scale: [1, 5]\n    columns:\n"
        "      q1: {touchpoint: ride, side: expectation}\n"
        "      q2: {touchpoint: pay}\n"
        "  voices: {kind: reviews, file: c.csv, text: x, topics: topics.yaml}\n"
    )
    topics = "cjm-topics: 1\ntopics:\n  road: {words: [road, ride], touchpoint: ride}\n"
    put(data=data, topics=topics)
    now = renamed("touchpoint", "ride", "404")
    assert now["data"] == (
        data.replace("{ride:", "{404:").replace("[ride,", '["404",').replace(": ride,", ': "404",')
    )
    assert now["topics"] == topics.replace("touchpoint: ride", 'touchpoint: "404"')
    assert "stages: {s2: [ride" in renamed("stage", "s", "s2")["data"]


def test_sources_of_other_journeys_are_let_be(put):
    """The file says which feed which."""
    put(data=f"{SURVEY}journeys: {{shop: [delivery]}}\n")
    assert "data" not in renamed("touchpoint", "ride", "journey")
    put(data=f"{SURVEY}journeys: {{taxi: delivery}}\n")
    assert "data" in renamed("touchpoint", "ride", "journey")


@pytest.mark.parametrize("feeds", ["", "journeys: {taxi: [delivery], shop: [delivery]}\n"])
@pytest.mark.parametrize("theirs", ["ride", "journey"])
def test_a_name_that_a_source_shares_with_another_journey_is_refused(put, feeds, theirs):
    """A word would mean another touchpoint there."""
    put(data=SURVEY + feeds, shop=TAXI.replace("taxi", "shop").replace("ride", theirs))
    with pytest.raises(
        UsageError, match=r"data.yaml: the source 'delivery' tells of.*'shop'"
    ) as told:
        renamed("touchpoint", "ride", "journey")
    assert told.value.help is not None


def test_an_id_that_only_may_be_in_the_data_refuses_nothing(put):
    """Where nothing says which sources feed which journey, and nothing names it."""
    put(
        taxi=TAXI.replace("ride", "call"), shop=TAXI.replace("taxi", "shop").replace("ride", "call")
    )
    assert "data" not in renamed("touchpoint", "call", "order")
    put(data=f"{SURVEY}journeys: {{taxi: [delivery], shop: [delivery]}}\n")
    with pytest.raises(UsageError, match="tells of touchpoints of 'taxi' and of 'shop'"):
        renamed("touchpoint", "call", "order")


def test_a_name_that_is_taken_in_the_data_is_refused(put):
    """Two would have one key."""
    put(data=SURVEY.replace("pay:", "trip:"))
    with pytest.raises(UsageError, match=r"data.yaml: there is a touchpoint 'trip' already"):
        renamed("touchpoint", "ride", "trip")


def test_a_faulty_file_that_may_name_it_is_refused(put):
    """One that does not hold the id is no reason to refuse."""
    put(data=f"{SURVEY}broken: [\n")
    with pytest.raises(UsageError, match=r"data.yaml: the text has faults"):
        renamed("touchpoint", "ride", "journey")
    put(data="cjm-data: 1\nsources: [\n")
    assert set(renamed("touchpoint", "ride", "journey")) == {"taxi"}
    put(data="ride: of another tool\n")
    assert set(renamed("touchpoint", "ride", "journey")) == {"taxi"}


def test_data_tell_of_the_journey_as_it_is(put):
    """They keep a name that another file of it keeps: of one in another language, or as it is."""
    put(plan=f"{TAXI}state: to-be\n")
    assert "data" in renamed("touchpoint", "ride", "journey")
    put(taxi=f"{TAXI}state: to-be\n", plan=TAXI)
    assert "data" not in renamed("touchpoint", "ride", "journey")


def test_what_a_workspace_declares_is_renamed_in_all_sources(put):
    """It is of all journeys."""
    put(
        cjm="cjm: 1\njourneys: [.]\npersonas: {anna: Anna}\n",
        taxi=TAXI.replace("personas: {anna: Anna}\n", ""),
        data=f"{SURVEY}journeys: {{shop: [delivery]}}\n",
    )
    assert set(renamed("persona", "anna", "olga")) == {"cjm", "data"}
