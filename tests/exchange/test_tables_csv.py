"""CSV and TSV: encodings, delimiters, shapes, and what is told of cells that cannot be read."""

import pytest
from tables import csv_of, lost, notes, of_csv, told

import cjm
from cjm.errors import InvalidJourneyError, UsageError
from cjm.exchange.tables.table import MAX_COLUMNS, MAX_ROWS
from cjm.i18n import translate
from cjm.journey import Lane
from cjm.project.workspace import Workspace

HEAD = "id;title;stage;expectation;experience;next\n"


def points(text, **asked):
    """The touchpoints of a CSV without faults."""
    imported = of_csv(text, **asked)
    assert told(imported) == []
    return imported.data["touchpoints"]


@pytest.mark.parametrize(
    ("content", "title", "note"),
    [
        ("id;title\na;Ёлка\n".encode(), "Ёлка", []),
        ("id;title\na;Ёлка\n".encode("utf-8-sig"), "Ёлка", []),
        ("id\ttitle\na\tЁлка\n".encode("utf-16"), "Ёлка", []),
        ("id;title\na;в\n".encode("cp1251"), "в", ["read as cp1251 (--encoding to change)"]),
        (
            "код;название\na;Заказ Zürich\n".encode("cp1251", "replace"),
            "Заказ Z?rich",
            ["read as cp1251 (--encoding to change)"],
        ),
        (
            "id;title\na;Zürich größer\n".encode("cp1252"),
            "Zürich größer",
            ["read as cp1252 (--encoding to change)"],
        ),
    ],
)
def test_the_encoding_is_found_and_a_guess_is_told(content, title, note):
    imported = of_csv(content)
    assert imported.data["touchpoints"]["a"]["title"] == title
    assert notes(imported) == note


def test_an_encoding_that_is_asked_for_is_taken():
    content = "id;title\na;Заказ\n".encode("koi8-r")
    assert points(content, encoding="koi8-r")["a"]["title"] == "Заказ"


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_delimiter_is_what_stands_most_often_in_the_headings(sign):
    text = f"id{sign}title{sign}pains\na{sign}A{sign}one; two\n"
    if sign == ";":
        text = text.replace("one; two", '"one; two"')
    assert points(text)["a"] == {"title": "A", "pains": ["one", "two"]}


def test_a_first_line_may_name_the_delimiter():
    assert points("sep=|\nid|title\na|A;B,C\n") == {"a": {"title": "A;B,C"}}


def test_a_delimiter_that_is_asked_for_is_taken():
    assert points("id|title\na|A\n", delimiter="|")["a"]["title"] == "A"
    assert points("id\ttitle\na\tA\n", delimiter="tab")["a"]["title"] == "A"
    with pytest.raises(UsageError, match="is no delimiter"):
        of_csv("id;title\n", delimiter="ab")


def test_quoted_cells_hold_delimiters_quotes_and_line_ends():
    found = points('id,title,pains\r\n"a","A ""b"", c","one\r\ntwo"\r\n')
    assert found == {"a": {"title": 'A "b", c', "pains": ["one", "two"]}}


def test_a_decimal_comma_is_one_where_the_delimiter_is_another_sign():
    assert points("id;expectation\na;8,4\n")["a"]["expectation"] == 8.4
    assert told(of_csv('id,expectation\na,"8,4"\n')) == ["2:3 expected a number, not '8,4'"]


def test_short_rows_empty_rows_and_empty_cells_are_no_faults():
    found = points(HEAD + "a;A\n\n;;;;;\nb;B;s;8;7;a\n")
    assert found == {
        "a": {"title": "A"},
        "b": {"title": "B", "stage": "s", "expectation": 8, "experience": 7, "next": "a"},
    }


def test_cells_beyond_the_headings_are_told_as_lost():
    assert lost(of_csv("id;title\na;A;more\n")) == ["column 3, which has no heading"]


def test_an_id_is_made_of_the_title():
    found = points("title;next\nBook a ride;Ride\nRide;\nRide;\n")
    assert found == {
        "book-a-ride": {"title": "Book a ride", "next": "ride"},
        "ride": {"title": "Ride"},
        "ride-2": {"title": "Ride"},
    }


def test_headings_stand_in_any_order_case_and_language():
    found = points("Восприятие: anna;МОМЕНТ ИСТИНЫ;root_cause;Id\n4;x;why;a\n")
    assert found == {
        "a": {"by_persona": {"anna": {"experience": 4}}, "moment_of_truth": True,
              "root_cause": "why"}
    }  # fmt: skip


def test_unknown_headings_become_keys_of_ones_own():
    imported = of_csv("id;Кто участвует;x-systems\na;водитель; CRM\n")
    point = imported.data["touchpoints"]["a"]
    assert point == {"x-Кто-участвует": "водитель", "x-systems": " CRM"}
    assert notes(imported) == ["the column 'Кто участвует' is kept as x-Кто-участвует"]


def test_rows_that_the_workspace_declares_are_columns_by_their_titles():
    workspace = Workspace(lanes=(Lane("x-people", "Кто участвует"),))
    found = of_csv("id;Кто участвует\na;водитель\n", workspace=workspace)
    assert found.data["touchpoints"]["a"] == {"x-people": "водитель"}
    assert notes(found) == []


def test_a_stage_is_found_by_id_by_title_or_declared():
    imported = of_csv("id;stage;channel\na;order;App; \nb;After the ride;app\nc;order;\n")
    assert imported.data["stages"] == {"order": None, "after-the-ride": "After the ride"}
    assert imported.data["touchpoints"]["b"]["stage"] == "after-the-ride"


def test_a_table_on_its_side_is_turned_and_that_is_told():
    imported = of_csv("id;a;b\ntitle;A;B\nexpectation;8;9\n")
    assert list(imported.data["touchpoints"]) == ["a", "b"]
    assert notes(imported) == ["the table stands on its side: its columns are read as rows"]


def test_a_text_that_would_be_a_formula_is_guarded_both_ways():
    text = csv_of("""
cjm: 1
touchpoints:
  a: {title: "=1+1", pains: "'=x", owner: "'plain", importance: 2}
""")
    assert "'=1+1" in text
    assert "''=x" in text
    assert points(text)["a"] == {
        "title": "=1+1", "pains": "'=x", "owner": "'plain", "importance": 2
    }  # fmt: skip


def test_what_is_written_is_of_the_language():
    russian = csv_of("cjm: 1\nlanguage: ru\ntouchpoints: {a: {expectation: 8.5, outcome: success}}")
    assert russian.startswith("код;название;этап;канал;ожидание;")
    assert "\r\na;a;;;8,5;;;успех;;\r\n" in russian
    english = csv_of("cjm: 1\ntouchpoints: {a: {expectation: 8.5, moment_of_truth: true}}")
    assert "\r\na,a,,,8.5,,,,yes,\r\n" in english


FAULTY = {
    "": "1:1 the table is empty",
    "\n;;\n": "1:1 the table is empty",
    HEAD: "1:1 there is no row below the headings",
    "a;A;s;8\nb;B;s;7\n": "1:1 no heading of the first row is id or title",
    "id;title;ID\na;A;a\n": "1:10 'ID' is given twice",
    "id;expectation\na;8x\n": "2:3 expected a number, not '8x'",
    "id;expectation\na;–\n": "2:3 expected a number, not '–'",
    "id;title\na;A\na;B\n": "3:1 'a' is given twice",
    "id;expectation\n;8\n": "2:2 the row has neither id nor title",
    'id;title\na;"A\nb;B\n': "2:1 a quote that never ends",
    "id;next\na;b: 0.5 (\n": "2:3 this is no transition: 'b: 0.5 ('",
    "id;next\na;b; b\n": None,
    'id;next\na;"b; b"\n': "2:3 'b' is given twice",
    "id;outcome\na;maybe\n": "2:3 expected success, failure or neutral, not 'maybe'",
    "id;moment of truth\na;perhaps\n": "2:3 expected yes or an empty cell, not 'perhaps'",
    'id;pains;sd\na;"x\ny";z\n': "3:4 expected a number, not 'z'",
    f"id;title\na;{'x' * 32_768}\n": "2:3 the cell holds more than 32767 characters",
    "id;" + ";".join("c" * MAX_COLUMNS) + "\na\n": "1:402 the sheet has more than 200 columns",
    "id\n" + "a\n" * (MAX_ROWS + 1): (
        "5002:1 the sheet has more than 5000 rows: one journey a file"
    ),
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_is_told_at_its_line_and_column(text):
    imported = of_csv(text)
    expected = FAULTY[text]
    assert told(imported) == ([expected] if expected else [])
    assert bool(imported.data) == (expected is None)


def test_faults_are_told_in_russian_too():
    (fault,) = told(of_csv("код;ожидание\na;8x\n"), "ru")
    assert fault == "2:3 ожидается число, а не «8x»"


def test_what_the_format_says_is_told_at_the_cell():
    text = HEAD + "a;A;s;12;8;zz\nb;B;s;;7;a: 0.8; \n"
    with pytest.raises(InvalidJourneyError) as caught:
        cjm.convert(text.replace("; \n", "\n"), "csv", "yaml", file="in.csv")
    places = [(f.file, f.span.line, f.span.column) for f in caught.value.findings]
    assert places == [("in.csv", 2, 12), ("in.csv", 2, 7)]


def test_every_left_out_part_of_a_journey_is_told_at_its_line():
    source = """cjm: 1
title: T
touchpoints:
  a:
    expectation: {score: 8, because: why}
    links: {x: y}
"""
    made = cjm.convert(source, "yaml", "csv")
    assert [(part.line, translate(part.what, "en")) for part in made.lost] == [
        (2, "title"), (5, "expectation.because of a"), (6, "links of a")
    ]  # fmt: skip
