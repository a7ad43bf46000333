"""The board of improvements: plan, do, check, act."""

from __future__ import annotations

import json

from cjm.site.figures import Figures
from tests.helpers.small_sites import page, site_of, texts, with_class

SHOP = """
title: Shop
touchpoints:
  till: {title: Till, expectation: 8, experience: 5, outcome: success}
improvements:
  late: {title: Late, phase: do, lifts: {till: 2}, due: 2026-01-31, owner: floor, cost: 40}
  soon: {title: Soon, phase: do, lifts: {till: 9}, due: 2026-12-24}
  some: {title: Some day, phase: do, lifts: {till: 1}}
  kept: {title: Kept, phase: act, lifts: {till: 1}, due: 2026-01-31}
"""


def test_a_ticket_says_where_what_and_how_far(tmp_path):
    """C now and then, never above the scale; due soonest first, and in bold what is late."""
    board = page(site_of(tmp_path, {"shop": SHOP}) / "improvements.html")
    assert texts(board, "//h1") == ["3 improvements ahead, 1 already the standard"]
    late, soon, some, kept = texts(board, with_class("ticket"))
    assert late == "Shop Late Till −3 → −1 by 2026-01-31 · overdue floor cost 40"
    assert soon == "Shop Soon Till −3 → +2 by 2026-12-24 nobody is named cost 1"
    assert some.endswith("no date nobody is named cost 1")
    assert kept == "Shop Kept Till −3 by 2026-01-31 nobody is named cost 1"
    assert "1 improvement is overdue. Next due: 2026-12-24, Soon." in texts(board, "//main")[0]


def test_twenty_of_a_column_and_the_rest_on_linked_pages_and_as_data(tmp_path):
    """Nothing is out of reach, with scripts or without."""
    many = "".join(f"  i{n:02}: {{title: T{n:02}, lifts: {{till: 1}}}}\n" for n in range(45))
    head = SHOP.split("improvements:")[0]
    site = site_of(tmp_path, {"shop": f"{head}improvements:\n{many}"})
    names = ("improvements.html", "improvements-2.html", "improvements-3.html")
    counts = [len(texts(page(site / name), with_class("ticket"))) for name in names]
    assert counts == [20, 20, 5]
    assert "25 more" in texts(page(site / names[0]), "//main")[0]
    rest = json.loads(
        (site / "improvements.rows.js").read_text("utf-8")[len("window.cjmTickets=") : -2]
    )
    assert [len(column) for column in rest] == [25, 0, 0, 0]


def test_costs_and_owners_can_be_left_out(tmp_path):
    """For a site that the world can read."""
    board = page(
        site_of(tmp_path, {"shop": SHOP}, leave_out=["owners", "costs"]) / "improvements.html"
    )
    text = texts(board, "//main")[0]
    assert "floor" not in text
    assert "cost" not in text
    assert "nobody is named" not in text


def test_personas_are_lifted_each_by_itself():
    """Nobody gets above the scale's top, and the mean is that of all of them."""
    sides = [
        {"persona": id, "experience": {"score": b}, "expectation": None}
        for id, b in (("a", 9.5), ("b", 4))
    ]
    figures = Figures(
        {
            "scale": [0, 10],
            "views": {"": {}},
            "personas": [{"id": "a", "share": 0.5}, {"id": "b", "share": 0.5}],
        }
    )
    point = {"text": {"experience": None, "by_persona": sides}}
    assert figures.lifted(point, 2) == 8
    assert figures.lifted({"text": {"experience": {"score": 9}, "by_persona": sides}}, 2) == 10
    assert figures.lifted({"text": {"experience": None, "by_persona": []}}, 2) is None


def test_without_improvements_the_page_says_so(tmp_path):
    """In a sentence."""
    board = page(site_of(tmp_path, {"shop": SHOP.split("improvements:")[0]}) / "improvements.html")
    assert texts(board, "//h1") == ["No improvements yet"]
