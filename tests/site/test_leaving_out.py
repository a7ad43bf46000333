"""What a site that the world can read leaves out is in none of its files."""

from __future__ import annotations

import json
from datetime import date

import pytest
from filled_journey import TEXT

import cjm

OWNED = ("Journey owner", "Stage owner", "Touchpoint owner", "Improvement owner", "no-owner")
SAID = {
    "owners": OWNED,
    "costs": ("1061",),
    "quotes": ("Touchpoint quote", "Her quote", "A reviewer"),
    "waivers": ("Waiver reason", "2026-01-13", "expired-waiver"),
    "findings": ("CJM102", "CJM405"),
}
"""What each part is known by."""


@pytest.fixture
def built(tmp_path):
    """Builds the site of a journey with every field, in both states, and of reviews with quotes."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nlanguage: en\nresults: results\n")
    for state in ("to-be", "as-is"):
        text = TEXT.replace("state: to-be", f"state: {state}")
        (tmp_path / f"filled.{state}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "results").mkdir()
    coffee = cjm.feedback("reviews", "docs/examples/coffee/data.yaml", quotes=True).to_dict()
    coffee["topics"][0]["quotes"] = ["A reviewer"]
    (tmp_path / "results" / "feedback.json").write_text(json.dumps(coffee))

    def build(*parts):
        site = tmp_path / "_".join(("site", *parts))
        today = date(2026, 11, 27)
        cjm.report([str(tmp_path)], str(site), language="both", leave_out=parts, today=today)
        return site

    return build


def told(site, words):
    """Which of these words are in which files."""
    return {
        (file.relative_to(site).as_posix(), word)
        for file in site.rglob("*")
        if file.is_file() and file.suffix not in (".woff2", ".css")
        for word in words
        if word.encode() in file.read_bytes()
    }


@pytest.mark.parametrize("part", SAID)
def test_a_part_is_in_no_file(built, part):
    """Not in pages, data, tables, the search, hover texts, nor in findings about it."""
    assert {word for _, word in told(built(), SAID[part])} == set(SAID[part])
    assert told(built(part), SAID[part]) == set()


def test_all_parts_together_leave_the_rest(built):
    """Nothing else goes."""
    site = built(*SAID)
    words = [word for part in SAID.values() for word in part]
    assert told(site, words) == set()
    kept = ("Touchpoint pain", "Improvement title", "Source of O", "Persona goal")
    assert {word for _, word in told(site / "en", kept)} == set(kept)
