"""The metrics of all journeys against their targets."""

from __future__ import annotations

from tests.helpers.small_sites import page, site_of, texts, with_class

MAIL = """
title: Mail
stages: {send: {title: Send, metrics: {speed: {title: Speed, value: 3, unit: h, target: "<= 4"}}}}
metrics:
  nps: {title: NPS, value: 49.9996, target: ">= 50", n: 120, measured: 2026-09-01}
  free: {title: Free, value: -20}
touchpoints:
  post:
    {title: Post, stage: send, expectation: 5, experience: 5, outcome: success,
     metrics: {wait: {title: Wait, target: "< 5"}}}
"""


def rows(tmp_path, **journeys):
    """The rows of the page."""
    return page(site_of(tmp_path, journeys or {"mail": MAIL}) / "metrics.html")


def test_what_is_missed_stands_first_then_what_is_not_measured(tmp_path):
    """Those of the journey, its stages and its touchpoints, each with where it stands."""
    found = rows(tmp_path)
    assert texts(found, "//h1") == ["1 of 4 metrics are off target"]
    names = texts(found, with_class("bullet") + "/div[1]")
    assert names == ["NPS Mail", "Wait Mail · Post", "Speed Mail · Send", "Free Mail"]


def test_a_missed_target_never_looks_met(tmp_path):
    """A value has as many digits as tell it from its target; n and the day stand below it."""
    first = texts(rows(tmp_path), with_class("bullet"))[0]
    assert "49.9996" in first
    assert "off target ≥ 50" in first
    assert "n 120" in first
    assert "2026-09-01" in first


def test_a_bar_begins_at_zero_and_the_track_holds_all_of_it(tmp_path):
    """Below zero, too."""
    bars = rows(tmp_path).xpath("//rect[contains(@class, 'value')]")
    free = bars[-1]
    assert float(free.get("x")) > 0
    assert float(free.get("x")) + float(free.get("width")) == 300
    for bar in bars:
        assert 0 <= float(bar.get("x")) <= float(bar.get("x")) + float(bar.get("width")) <= 300


def test_without_metrics_the_page_says_so(tmp_path):
    """In a sentence."""
    none = "touchpoints:\n  one: {expectation: 5, experience: 6, outcome: success}\n"
    assert texts(rows(tmp_path, none=none), "//h1") == ["No metrics yet"]
