"""The negative moments of truth of all journeys."""

from __future__ import annotations

import json

from tests.helpers.small_sites import page, site_of, texts, with_class

BANK = """
title: Bank
owner: branch
customers: {value: 200, per: month}
channels: {hall: Hall}
personas: {calm: {name: Calm, share: 0.5}, busy: {name: Busy, share: 0.5}}
touchpoints:
  come: {expectation: 5, experience: 5, next: {wait: 0.5, desk: 0.5}}
  wait: {title: Wait, channel: hall, moment_of_truth: true, expectation: 8, experience: 5, pains: [no chairs], next: desk}
  desk: {title: Desk, moment_of_truth: true, expectation: 8, experience: 7, owner: tellers, outcome: success}
improvements:
  chairs: {title: Chairs, phase: do, lifts: {wait: 1}}
  done: {title: Done, phase: act, lifts: {desk: 1}}
"""  # noqa: E501


def test_the_greatest_loss_stands_first_with_all_that_is_known_of_it(tmp_path):
    """Impact, reach in people, owner, pain, and what is planned."""
    moments = page(site_of(tmp_path, {"bank": BANK}) / "moments.html")
    assert texts(moments, "//h1") == ["2 negative moments of truth"]
    first, second = texts(moments, with_class("moment"))
    assert first.startswith("1 −3 Wait Bank")
    for told in ("−1.50", "50% come here, ≈ 100 a month", "branch", "Chairs", "no chairs"):
        assert told in first
    assert "tellers" in second
    assert "no improvement is planned" in second


def test_filters_know_the_channel_the_owner_and_whom_it_disappoints(tmp_path):
    """As the table of journeys has them."""
    moments = page(site_of(tmp_path, {"bank": BANK}) / "moments.html")
    first = json.loads(moments.xpath("//li[@data-f]")[0].get("data-f"))
    assert first["channel"] == ["Hall"]
    assert first["owner"] == ["branch"]
    assert first["persona"] == ["Calm", "Busy"]


def test_owners_can_be_left_out(tmp_path):
    """From the rows, the filters and what is searched."""
    site = site_of(tmp_path, {"bank": BANK}, leave_out=["owners"])
    text = (site / "moments.html").read_text("utf-8")
    assert "branch" not in text
    assert "tellers" not in text
    assert "nobody is named" not in text


def test_without_negative_moments_the_page_says_so(tmp_path):
    """In a sentence, and without an empty table."""
    fine = "touchpoints:\n  one: {expectation: 5, experience: 6, outcome: success}\n"
    moments = page(site_of(tmp_path, {"fine": fine}) / "moments.html")
    assert texts(moments, "//h1") == ["No negative moments of truth"]
    assert not moments.xpath("//form")
