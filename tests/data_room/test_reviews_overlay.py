"""Topics in a journey's overlay: these keys alone are written, and quotes only where asked for."""

from __future__ import annotations

import pytest
import yaml

import cjm

JOURNEY = """cjm: 1
id: shop
title: Shop
touchpoints:
  ask: {title: Ask, next: pay}
  pay: {title: Pay, outcome: success}
"""
TOPICS = """cjm-topics: 1
language: en
topics:
  queue: {words: queue, touchpoint: pay}
  staff: {words: staff, touchpoint: ask}
  cake: {words: cake}
"""
OLD = """cjm-measured: 1
journey: shop
state: as-is
scale: [0, 10]
scores:
  pay:
    experience: {score: 5, n: 20}
    topics:
      gone: {reviews: 1, negative: 1, pain: 0.5}
    quotes: [an old one]
"""
COLUMNS = {"text": "text", "score": "stars", "scale": (1, 5)}


@pytest.fixture
def overlay(desk):
    """Writes topics of three reviews into the overlay; gives what it then holds."""
    desk.write("shop.yaml", JOURNEY)
    desk.write("topics.yaml", TOPICS)
    desk.write("reviews.csv", "text,stars\nthe queue,1\nqueues,5\nstaff,4\ncake,2\n")

    def run(old=None, **options):
        if old is not None:
            desk.write("shop.measured.yaml", old)
        cjm.feedback(
            "reviews.csv", columns=COLUMNS, topics="topics.yaml", overlay="shop.yaml", **options
        )
        return yaml.safe_load((desk.folder / "shop.measured.yaml").read_text(encoding="utf-8"))

    return run


def test_a_new_overlay_holds_topics_alone(overlay):
    """By touchpoint; a topic that belongs to none is not in it."""
    assert overlay() == {
        "cjm-measured": 1,
        "journey": "shop",
        "state": "as-is",
        "scale": [0, 10],
        "scores": {
            "ask": {"topics": {"staff": {"reviews": 1, "negative": 0, "pain": 0}}},
            "pay": {"topics": {"queue": {"reviews": 2, "negative": 1, "pain": 0.25}}},
        },
    }


def test_what_was_measured_stays(overlay):
    """Topics are replaced as a whole; quotes stay where none are asked for."""
    pay = overlay(OLD)["scores"]["pay"]
    assert pay["experience"] == {"score": 5, "n": 20}
    assert pay["topics"] == {"queue": {"reviews": 2, "negative": 1, "pain": 0.25}}
    assert pay["quotes"] == ["an old one"]


def test_quotes_are_written_where_asked_for(overlay):
    """With the name of their source; the same again is the same file."""
    first = overlay(OLD, quotes=True)
    assert first["scores"]["pay"]["quotes"] == [
        {"quote": "the queue", "source": "reviews"}, {"quote": "queues", "source": "reviews"},
    ]  # fmt: skip
    assert overlay(quotes=True) == first


def test_what_cannot_be_written_is_said(overlay, desk):
    """The old overlay is as it was then."""
    with pytest.raises(cjm.CjmError, match="what it holds would be lost"):
        overlay(OLD + "faulty\n")
    desk.write("topics.yaml", TOPICS.replace("touchpoint: pay", "touchpoint: pya"))
    with pytest.raises(cjm.UsageError, match="queue belongs to 'pya', which shop does not have"):
        overlay(OLD)
    desk.write("topics.yaml", "cjm-topics: 1\ntopics: {a: b}\n")
    with pytest.raises(cjm.UsageError, match="no topic belongs to a touchpoint"):
        overlay(OLD)
    assert (desk.folder / "shop.measured.yaml").read_text(encoding="utf-8") == OLD
