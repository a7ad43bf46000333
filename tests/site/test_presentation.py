"""A journey as slides."""

from __future__ import annotations

import pytest

from tests.helpers.small_sites import page, site_of, texts, with_class

BANK = """
title: Bank
owner: branch
customers: {value: 200, per: month}
stages: {hall: {title: The hall}}
touchpoints:
  come: {expectation: 5, experience: 5, next: {wait: 0.5, desk: 0.5}}
  wait: {title: Wait, stage: hall, moment_of_truth: true, expectation: 8, experience: 5, emotions: [boredom], pains: [no chairs], quotes: [I stood], standard: [a seat], next: desk}
  desk: {title: Desk, moment_of_truth: true, expectation: 8, experience: 8, strengths: [kind], owner: tellers, outcome: success}
improvements:
  chairs: {title: Chairs, phase: do, cost: 30, lifts: {wait: 1}}
  done: {title: Done already, phase: act, lifts: {wait: 1}}
"""  # noqa: E501
SLIDES = "//section"


@pytest.fixture
def deck(tmp_path):
    """The slides of the bank."""
    return page(site_of(tmp_path, {"bank": BANK}) / "journeys/bank.as-is.present.html")


def test_the_first_slide_says_what_the_journey_comes_to(deck):
    """Its verdict, four figures, and the curve."""
    first = deck.xpath(SLIDES)[0]
    assert texts(first, ".//h1") == ["Bank"]
    named = ["Balance", "Disappointed", "Reach success", "Negative moments"]
    assert texts(first, ".//dt") == named
    assert texts(first, ".//dl//dd[1]") == ["−1.50", "50%", "100%", "1"]
    assert first.xpath(".//*[local-name()='svg']//*[@class='curve']")


def test_moments_of_truth_follow_the_greatest_loss_first(deck):
    """A slide each, then the plan's steps; the strip below has a link to each."""
    titles = texts(deck, SLIDES + "//h1")
    assert titles == ["Bank", "Wait", "Desk", "Steps of the plan"]
    assert [one.get("id") for one in deck.xpath(SLIDES)] == ["s1", "s2", "s3", "s4"]
    links = deck.xpath("//footer//ol//a")
    assert [one.get("href") for one in links] == ["#s1", "#s2", "#s3", "#s4"]


def test_a_moment_says_all_that_is_known_of_it(deck):
    """Score, people, feelings, pains, standard, who answers for it and what is planned."""
    (slide,) = (one for one in deck.xpath(SLIDES) if one.get("id") == "s2")
    text = " ".join(slide.text_content().split())
    for told in (
        "−3", "The hall", "50% come here, ≈ 100 a month", "−1.50", "boredom", "no chairs",
        "I stood", "a seat", "branch", "Chairs",
    ):  # fmt: skip
        assert told in text
    assert "Done already" not in text
    assert slide.xpath(".//h1/a/@href") == ["bank.as-is.html#t=wait"]


def test_the_plan_is_what_each_sum_of_money_buys(deck):
    """From nothing on, each step with its balance."""
    rows = texts(deck, with_class("plansteps") + "//tbody/tr")
    assert rows[0].startswith("0 −1.50")
    assert rows[1].endswith("Chairs")
    assert len(rows) == len(set(rows)) == 2


def test_slides_are_complete_without_scripts(deck):
    """None is hidden in the page itself."""
    assert not deck.xpath(SLIDES + "[@hidden]")
    assert not deck.xpath("//*[@style]")


def test_what_is_left_out_is_on_no_slide(tmp_path):
    """Owners, quotes, and costs with the plan that rests on them."""
    left_out = ["owners", "quotes", "costs"]
    site = site_of(tmp_path, {"bank": BANK}, leave_out=left_out)
    text = (site / "journeys/bank.as-is.present.html").read_text("utf-8")
    for told in ("branch", "tellers", "I stood", "Who answers", "Steps of the plan"):
        assert told not in text


def test_a_journey_without_scores_has_its_first_slide(tmp_path):
    """Dashes stand for figures; a moment of truth may still be known by where it stands."""
    bare = "touchpoints:\n  one: {outcome: success}\n"
    deck = page(site_of(tmp_path, {"bare": bare}) / "journeys/bare.as-is.present.html")
    assert texts(deck, "//dl//dd[1]")[0] == "–"


def test_what_cannot_be_read_has_no_slides(tmp_path):
    """There is nothing to show, and nothing leads there."""
    site = site_of(tmp_path, {"broken": "touchpoints: 1\n"})
    assert not list(site.rglob("*.present.html"))
    assert not [one for one in site.rglob("*.html") if ".present.html" in one.read_text("utf-8")]


def test_buttons_that_need_scripts_are_named_so(deck):
    """Without scripts only links are left in the strip."""
    buttons = deck.xpath("//footer//button")
    assert buttons
    assert all("needs-script" in one.get("class") for one in buttons)
