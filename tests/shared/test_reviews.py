"""Reviews of airport lounges: every figure that simplemma, pandas and statsmodels give of them."""

from __future__ import annotations

import json

import pytest

import cjm


def test_topics_of_lounges(data):
    """Reviews, shares, tones, intervals and pain by topic, and the order of pain."""
    text = (data / "expected/reviews-skytrax-lounge.json").read_text(encoding="utf-8")
    other = json.loads(text)
    found = cjm.feedback("lounges", data / "data.yaml").to_dict()
    assert (found["reviews"], found["toned"]) == (other["reviews"], other["rated"])
    assert found["left_out"]["score off the scale"]["rows"] == other["off_scale"]
    assert found["repeated"] == other["duplicate_texts"]
    assert found["negative"] == other["negative"]
    assert found["tone"] == pytest.approx(other["mean_tone"], abs=1e-9)
    topics = {topic["id"]: topic for topic in found["topics"]}
    assert [id for id in topics if id in other["topics"]] == other["order"]
    for id, figures in other["topics"].items():
        topic = topics[id]
        assert (topic["reviews"], topic["toned"]) == (figures["reviews"], figures["rated"])
        assert topic["negative"] == figures["negative"]
        for name in ("share", "negative_share", "tone", "pain"):
            assert topic[name] == pytest.approx(figures[name], abs=1e-9)
        assert topic["interval"] == pytest.approx(figures["negative_interval"], abs=1e-9)
