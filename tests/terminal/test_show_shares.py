"""Shares of personas: what the page says where they are not those that were written."""

from __future__ import annotations

import pytest

import cjm

WORKSPACE = """
cjm: 1
personas: {anna: {name: Anna, share: 0.5}, boris: {name: Boris, share: 0.3}, vera: {share: 0.2}}
"""
JOURNEY = """
cjm: 1
personas: [PERSONAS]
touchpoints: {a: {expectation: 7, experience: 6, by_persona: {anna: {experience: 4}}}}
"""


@pytest.fixture
def page(tmp_path):
    def of(personas: str, language: str = "en") -> str:
        (tmp_path / "cjm.yaml").write_text(WORKSPACE, encoding="utf-8")
        file = tmp_path / "a.yaml"
        file.write_text(JOURNEY.replace("PERSONAS", personas), encoding="utf-8")
        text = cjm.show(cjm.load(file), language=language, width=140)
        return " ".join(text.replace("\u00a0", " ").split())

    return of


def test_rescaled_shares_are_told(page):
    """With the sum that they had."""
    assert "sum to 80%; they were rescaled to 100%." in page("anna, boris")
    assert "дают 80 %; они пересчитаны до 100 %." in page("anna, boris", "ru")


def test_shares_as_they_were_written_need_no_word(page):
    """All the personas of the workspace."""
    assert "rescaled" not in page("anna, boris, vera")
    journey = cjm.Journey("x", {"a": {"expectation": 1}}, personas=["p", "q"])
    assert "rescaled" not in cjm.show(journey)
