"""All files of the shared data read: as many rows as their sources count, each case kept."""

from __future__ import annotations

import pytest

from cjm.data.definition import Answer, Events, Reviews, Rows, Sales, Survey
from cjm.errors import CjmError
from tests.helpers.sources import typed_rows

LOGS = {
    "running-example/running-example.csv": (
        "case:concept:name", "concept:name", "time:timestamp", 42, 6,
    ),
    "receipt/events.csv.gz": ("case:concept:name", "concept:name", "time:timestamp", 8577, 1434),
    "traffic_fines/events.csv.gz": ("case_id", "activity", "timestamp", 34_724, 10_000),
    "hospital_billing/events.csv.gz": ("case_id", "activity", "timestamp", 49_951, 10_000),
    "ecom/ecom.csv.gz": ("user_id", "event", "timestamp", 31_106, 600),
}  # fmt: skip


@pytest.mark.parametrize("file", LOGS)
def test_logs_are_read_whole(data, file):
    """No event is lost, whatever its offset or its case's id."""
    case, word, time, events, cases = LOGS[file]
    found = typed_rows(data, Events("log", Rows(file), case, word, time))
    assert (found.typed.read, len(found.rows), len(set(found.column("case")))) == (
        events, events, cases,
    )  # fmt: skip
    assert found.typed.left_out == {}


def test_a_case_called_na_is_a_case(data):
    """It is a text like any other."""
    source = Events(
        "log", Rows("hospital_billing/events.csv.gz"), "case_id", "activity", "timestamp"
    )
    assert "NA" in typed_rows(data, source).column("case")


def test_offsets_that_differ_are_moments(data):
    """13:45:40.276 at +02:00 is a quarter to twelve in UTC."""
    columns = ("case:concept:name", "concept:name", "time:timestamp")
    found = typed_rows(data, Events("log", Rows("receipt/events.csv.gz"), *columns))
    assert found.rows[0]["at"] == 1_318_333_540_276_000


def test_times_in_another_form_need_theirs(data):
    """Without it the run stops, and says which fits."""
    columns = ("Case ID", "Activity", "Complete Timestamp")
    with pytest.raises(CjmError, match="2014/10/22") as caught:
        typed_rows(data, Events("log", Rows("sepsis/events.csv.gz"), *columns))
    assert "'%Y/%m/%d %H:%M:%S.%f'" in str(caught.value.help)
    rows = Rows("sepsis/events.csv.gz", time_format="%Y/%m/%d %H:%M:%S.%f")
    assert len(typed_rows(data, Events("log", rows, *columns)).rows) == 15_214


def test_columns_apart_by_blanks(data):
    """With an indented header, or none; leading zeros stay."""
    rows = Rows("cdnow/CDNOW_master.txt.gz", delimiter="blank", time_format="%Y%m%d")
    found = typed_rows(data, Sales("s", rows, "customer_id", "date", "dollar_value"))
    assert (len(found.rows), len(set(found.column("customer")))) == (69_659, 23_570)
    assert found.rows[0]["customer"] == "00001"
    assert found.column("money").count(0) == 80
    rows = Rows("cdnow/CDNOW_sample.txt", delimiter="blank", header=False, time_format="%Y%m%d")
    assert len(typed_rows(data, Sales("s", rows, 1, 3, 5)).rows) == 6919


def test_a_glob_is_one_table(data):
    """The files follow each other by name; commas in quotes part nothing."""
    column = "How likely are you to recommend this airline?"
    source = Survey(
        "s",
        Rows("nps-airlines/*.csv"),
        (0, 10),
        respondent="CustomerID",
        persona="Airline",
        columns={column: Answer("nps")},
    )
    found = typed_rows(data, source)
    assert len(found.rows) == 5907
    assert found.rows[0]["persona"] == "Schmeler, Schimmel and Collier"
    assert found.rows[-1]["persona"] == "Prep Air"


def test_a_wide_survey_is_an_answer_a_cell(data):
    """Blank cells are no answers; the first item's pairs are those that were published."""
    columns = {"e1": Answer("expectation", "item1"), "s1": Answer("experience", "item1")}
    source = Survey(
        "s", Rows("oddjob/airlinesat.csv"), (1, 100), respondent="respondent", columns=columns
    )
    found = typed_rows(data, source)
    sides = {
        part: {row["respondent"] for row in found.rows if row["part"] == part}
        for part in ("expectation", "experience")
    }
    assert found.typed.read == 1065
    assert len(sides["expectation"] & sides["experience"]) == 1038


def test_a_rating_off_the_scale_leaves_its_review(data):
    """2,264 reviews, 67 of them without a rating that counts, 5 without any."""
    rows = Rows("skytrax-lounge/reviews.csv.gz")
    found = typed_rows(data, Reviews("r", rows, "content", "overall_rating", (1, 5), "date"))
    assert (len(found.rows), found.column("rating").count(None)) == (2264, 72)
    assert found.typed.left_out["score off the scale"].rows == 67
