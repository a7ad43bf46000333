"""A journey as it is beside how it should be."""

from __future__ import annotations

import pytest

from tests.helpers.small_sites import page, site_of, texts, with_class

AS_IS = """
title: Bank
id: bank
state: as-is
owner: branch
customers: {value: 200, per: month}
touchpoints:
  come: {title: Come, expectation: 5, experience: 5, next: {wait: 0.5, desk: 0.5}}
  wait: {title: Wait, expectation: 8, experience: 5, next: desk}
  desk: {title: Desk, expectation: 8, experience: 7.5, owner: tellers, outcome: success}
"""
TO_BE = """
title: Bank
id: bank
state: to-be
customers: {value: 200, per: month}
touchpoints:
  come: {title: Come, expectation: 5, experience: 5, next: call}
  call: {title: Call, expectation: 6, experience: 7, next: desk}
  desk: {title: Desk, expectation: 8, experience: 8, outcome: success}
"""


@pytest.fixture
def compared(tmp_path, bank):
    """The page of the bank in both states."""
    return page(bank(tmp_path) / "journeys/bank.compare.html")


@pytest.fixture
def bank():
    """Builds the site of the bank in both states."""

    def build(folder, to_be=TO_BE, **options):
        source = folder / "journeys"
        source.mkdir()
        (source / "bank.to-be.yaml").write_text(f"cjm: 1\n{to_be}", encoding="utf-8")
        return site_of(folder, {"bank": AS_IS.replace("id: bank\n", "")}, **options)

    return build


def test_the_sentence_says_what_becomes_of_the_figures(compared):
    """Balance, disappointed, and how many people that is."""
    (told,) = texts(compared, with_class("verdictline"))
    assert told == (
        "Balance −2.00 → +1.00, disappointed 100% → 0%. That is ≈ 200 people a month less."
    )


def test_each_touchpoint_stands_with_both_of_its_scores(compared):
    """In the order of the sheet, with what comes and what goes."""
    rows = texts(compared, with_class("deltas") + "//tbody/tr")
    assert [row.split()[0] for row in rows] == ["Come", "Call", "Wait", "Desk"]
    assert "removed" in rows[2]
    assert "50% → –" in rows[2]
    assert "added" in rows[1]
    assert "+0.5" in rows[3]
    assert "better: 1 · added: 1 · removed: 1" in texts(compared, "//section/header/p")


def test_one_sheet_shows_both_and_two_graphs_stand_side_by_side(compared):
    """Pictures of the page itself."""
    pictures = "//*[local-name()='svg' and contains(@class, 'cjm')]"
    assert len(compared.xpath(with_class("card") + pictures)) == 1
    assert len(compared.xpath("//figure" + pictures)) == 2


def test_the_switch_leads_from_each_state_to_both(tmp_path, bank):
    """And from both to each."""
    folder = bank(tmp_path) / "journeys"
    links = "//*[@role='group' and @aria-label='State']/a"
    for name in ("bank.as-is", "bank.to-be", "bank.compare"):
        found = page(folder / f"{name}.html").xpath(links)
        urls = [one.get("href") for one in found]
        assert urls == ["bank.as-is.html", "bank.to-be.html", "bank.compare.html"]
        assert [one.get("href") for one in found if one.get("aria-current")] == [f"{name}.html"]


def test_owners_can_be_left_out(tmp_path, bank):
    """From the page and from both of its kinds of pictures."""
    site = bank(tmp_path, leave_out=["owners"])
    text = (site / "journeys/bank.compare.html").read_text("utf-8")
    assert "branch" not in text
    assert "tellers" not in text


def test_states_on_two_scales_are_compared_without_a_sheet(tmp_path, bank):
    """Points of different scales are not points of one another."""
    site = bank(tmp_path, to_be=TO_BE.replace("state: to-be\n", "state: to-be\nscale: [0, 8]\n"))
    compared = page(site / "journeys/bank.compare.html")
    assert "a scale of its own" in compared.text_content()
    assert not texts(compared, "//header/p[contains(., 'better')]")


def test_a_state_that_cannot_be_read_is_not_compared(tmp_path, bank):
    """Nothing leads to a page that is not there."""
    site = bank(tmp_path, to_be="id: bank\nstate: to-be\ntouchpoints: 1\n")
    assert not list(site.rglob("*.compare.html"))
    assert "compare.html" not in (site / "journeys/bank.as-is.html").read_text("utf-8")


def test_a_touchpoint_of_two_titles_is_called_by_both(tmp_path, bank):
    """In the table as on the sheet above it."""
    site = bank(tmp_path, TO_BE.replace("title: Desk", "title: Counter"))
    read = page(site / "journeys/bank.compare.html")
    assert "Desk → Counter" in texts(read, "//tbody/tr/th")
    assert "Come" in texts(read, "//tbody/tr/th")
    assert "Desk → Counter" in " ".join(read.xpath("//svg//text()"))
