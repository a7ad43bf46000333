"""The heat map: what each stage of each journey adds to the balance."""

from __future__ import annotations

import re

import pytest

from cjm.site.pages.stages import step
from tests.helpers.small_sites import page, site_of, texts, with_class

HOTEL = """
title: Hotel
stages: {stay: Stay, leave: Leave}
touchpoints:
  find: {expectation: 5, experience: 5.5, next: room}
  room: {stage: stay, expectation: 8, experience: 5, next: bill}
  bill: {stage: leave, expectation: 5, experience: 6, outcome: success}
"""
CAFE = """
title: Café
stages: {eat: Eat}
touchpoints:
  table: {stage: eat, expectation: 5, experience: 6, outcome: success}
"""


def figure(text):
    """A figure as it is read."""
    return float(re.sub(r"[^\d.−-]", "", text).replace("−", "-"))


def test_a_row_adds_up_to_the_balance_beside_it(tmp_path):
    """Touchpoints without a stage have a cell of their own."""
    heat = page(site_of(tmp_path, {"hotel": HOTEL}) / "stages.html")
    row = heat.xpath("//li[@data-q]")[0]
    cells = texts(row, ".//a" + with_class("cell")[3:] + "//b")
    assert len(cells) == 3
    assert round(sum(map(figure, cells)), 2) == figure(texts(row, "./b")[0])
    assert "without a stage" in row.text_content()


def test_the_worst_stage_stands_first_and_is_named(tmp_path):
    """Whatever the balances."""
    heat = page(site_of(tmp_path, {"cafe": CAFE, "hotel": HOTEL}) / "stages.html")
    assert texts(heat, "//li[@data-q]/a") == ["Hotel", "Café"]
    assert texts(heat, "//h1") == ["1 of 3 stages take trust"]
    assert "Stay of Hotel takes the most." in texts(heat, "//main")[0]


def test_a_cell_leads_to_its_touchpoints_without_scripts(tmp_path):
    """They stand in the page, and the cell's address opens them."""
    heat = page(site_of(tmp_path, {"hotel": HOTEL}) / "stages.html")
    for cell in heat.xpath("//a[@data-drill]"):
        target = cell.get("href").removeprefix("#")
        assert heat.xpath("//*[@id=$id]//a[contains(@href, '#t=')]", id=target)


def test_stages_of_the_workspace_are_columns(tmp_path):
    """Journeys that share them stand below one heading with its sums, others by themselves."""
    shared = "stages: {search: Search, buy: Buy, use: Use}\n"
    one = "stages: [search, use]\ntouchpoints:\n  a: {stage: search, expectation: 5, experience: 6, next: b}\n  b: {stage: use, expectation: 5, experience: 3, outcome: success}\n"  # noqa: E501
    two = "stages: [search, buy]\ntouchpoints:\n  a: {stage: search, expectation: 5, experience: 4, next: b}\n  b: {stage: buy, expectation: 5, experience: 7, outcome: success}\n"  # noqa: E501
    heat = page(site_of(tmp_path, {"one": one, "two": two, "cafe": CAFE}, shared) / "stages.html")
    assert texts(heat, with_class("columns") + "//li/span") == ["Search", "Buy", "Use"]
    assert texts(heat, with_class("columns") + "//li/b") == ["0.00", "+2.00", "−2.00"]
    rows = heat.xpath("//li[@data-q]")
    assert ["aligned" in row.get("class") for row in rows] == [True, True, False]
    assert [len(row.xpath("./ol/li")) for row in rows] == [3, 3, 1]
    assert [len(row.xpath("./ol/li[a]")) for row in rows] == [2, 2, 1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-2.0, "d3"), (-1.99, "d2"), (-0.75, "d2"), (-0.74, "d1"), (0, ""), (None, ""),
        (0.01, "a1"), (0.75, "a2"), (2.0, "a3"),
    ],
)  # fmt: skip
def test_seven_steps(value, expected):
    """As the scale above the map has them."""
    assert step(value) == expected


def test_without_journeys_the_page_says_so(tmp_path):
    """In a sentence."""
    heat = page(site_of(tmp_path, {}) / "stages.html")
    assert texts(heat, "//h1") == ["No journey has stages yet"]
