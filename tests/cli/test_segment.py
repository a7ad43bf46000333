"""`cjm segment`: its page, data, tables and personas; and what it says of bad sales."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import cjm
from cjm.cli import main

ORDERS = """id,paid,total
ann,2026-01-10,100
ann,2026-02-10,150
ann,2026-03-20,120
bob,2026-01-15,40
bob,2026-03-01,60
cat,2026-02-05,500
dan,2026-02-20,30
eve,2026-03-30,80
"""
COLUMNS = ["--customer", "id", "--time", "paid", "--money", "total"]
MARCH = ["--from", "2026-03-01", "--to", "2026-03-31", "--active", "31"]


@pytest.fixture
def segment(desk, capsys):
    """Runs it on orders; gives the exit code, what it printed, and what it said."""

    def run(*arguments, orders=ORDERS, columns=COLUMNS):
        desk.write("orders.csv", orders)
        with pytest.raises(SystemExit) as ended:
            main(["segment", "orders.csv", *columns, *arguments])
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return run


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_says_every_figure(segment, language):
    """Segments, scores, classes, cohorts, the period, and that nothing was left out."""
    code, page, _ = segment(*MARCH, "--language", language)
    assert code == 0
    said = {
        "en": ["5 customers · 8 orders · 1,080 in all", "Champions", "CRR: of those at the start",
               "33%", "216", "130", "* 2026-03 is not over", "8 rows read", "nothing left out"],
        "ru": ["5 клиентов · 8 заказов · всего 1 080", "Лучшие клиенты", "CRR: из активных",
               "33 %", "216", "130", "* 2026-03 не закончен", "8 строк", "учтены все"],
    }[language]  # fmt: skip
    assert [words for words in said if words not in page.replace("\u00a0", " ")] == []
    assert max(map(len, page.splitlines())) <= 100


def test_the_cohorts_are_a_heat_map(segment):
    """Those of a month in a row, shares of later months with a shade; a begun month is marked."""
    lines = segment()[1].splitlines()
    rows = [line.split() for line in lines if line.strip().startswith("2026-")]
    assert rows == [["2026-01", "2", "50▓", "*100█"], ["2026-02", "2", "*0"], ["2026-03", "1"]]


def test_json_keeps_to_its_schema(segment):
    """With and without the customers; figures are not rounded."""
    schema = Draft202012Validator(cjm.schema("segment"))
    for more in ([], ["--customers"]):
        data = json.loads(segment(*MARCH, "--format", "json", *more)[1])
        assert [error.message for error in schema.iter_errors(data)] == []
        assert ("by_customer" in data) == bool(more)
        assert data["period"]["crr"] == 1 / 3
    assert data["by_customer"]["cat"]["abc"] == "A"


def test_csv_has_a_line_a_segment_or_a_customer(segment):
    """No cell of it is a formula to a spreadsheet."""
    lines = segment("--format", "csv")[1].splitlines()
    assert lines[1] == "champions,1,0.2,370.0,11.0,3.0,370.0"
    orders = ORDERS.replace("eve", "=eve()")
    lines = segment("--format", "csv", "--customers", orders=orders)[1].splitlines()
    assert lines[0] == "customer,recency,frequency,money,R,F,M,segment,abc"
    assert lines[1] == "'=eve(),1,1,80.0,5,1,2,new,B"


def test_personas_are_a_part_of_a_journey(segment):
    """In the language of the run."""
    page = segment("--personas", "--language", "ru")[1]
    assert page.startswith("personas:\n  champions: {name: Лучшие клиенты, share: 0.2, x-rfm:")


@pytest.mark.parametrize(
    ("orders", "arguments", "words"),
    [
        ("id,paid,total\n", [], "there are no sales: 0 rows read, none left"),
        (ORDERS, ["--reference", "2026-03-01"], "the last order is of 2026-03-30"),
        (ORDERS, ["--active", "0"], "--active"),
        (ORDERS, ["--from", "2026-04-01", "--to", "2026-03-01"], "the period ends before"),
        (ORDERS.replace("500", "five"), [], "13% of the rows of orders were left out"),
    ],
)
def test_what_cannot_be_done_is_said(segment, orders, arguments, words):
    """With exit code 2, and nothing on standard output."""
    code, printed, said = segment(*arguments, orders=orders)
    assert (code, printed) == (2, "")
    assert words in said


def test_what_was_left_out_ends_the_page(segment):
    """By reason, with the value and its line."""
    code, page, _ = segment("--tolerate", "0.5", orders=ORDERS + ",2026-03-01,5\nfay,,5\n")
    assert code == 0
    assert "2 left out" in page
    assert "no customer" in page
    assert "orders.csv:10" in page


def test_returns_and_one_customer(segment):
    """Money of 0 or less stays and is told; a single customer breaks nothing."""
    code, page, _ = segment(orders="id,paid,total\nann,2026-01-31,-5\n")
    assert code == 0
    assert "1 order of 0 or less" in " ".join(page.split())
    assert "Lost customers" in page


def test_a_source_of_data_yaml(desk, capsys):
    """Its own segments, margin and programme; a faulty condition is told at its line."""
    desk.write("orders.csv", "id,paid,total,club\nann,2026-01-10,100,yes\nbob,2026-01-11,50,no\n")
    source = (
        "cjm-data: 1\nsources:\n  shop:\n    kind: sales\n    file: orders.csv\n    customer: id\n"
        "    time: paid\n    money: total\n    member: club\n    margin: 0.5\n"
    )
    desk.write("data.yaml", source + "    segments: {top: M > 1}\n")
    found = cjm.segment()
    assert [(s.id, s.customers) for s in found.segments] == [("top", 1), ("other", 1)]
    assert (found.ltv_historic, found.programme.participation) == (37.5, 0.5)
    with pytest.raises(SystemExit):
        main(["segment"])
    assert "Loyalty programme" in capsys.readouterr().out
    desk.write("data.yaml", source + "    segments: {top: M >> 1}\n")
    with pytest.raises(SystemExit) as ended:
        main(["segment", "shop"])
    assert ended.value.code == 2
    assert "data.yaml:11:21" in capsys.readouterr().err


def test_a_pictures_ending_draws_the_cohorts(segment, desk):
    """In a theme, if one is named; a theme without a picture is refused."""
    code, printed, _ = segment("-o", "cohorts.svg", "--theme", "dark")
    assert (code, printed) == (0, "")
    picture = (desk.folder / "cohorts.svg").read_text(encoding="utf-8")
    assert 'data-view="cohorts"' in picture
    assert "2026-02" in picture
    code, _, said = segment("--theme", "dark")
    assert code == 2
    assert "--theme is of a picture" in said
