"""The page of a journey: everything that is written and known of it, before any script runs."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest
from filled_journey import TEXT, Leaf, leaves, readings
from small_sites import page, site_of, texts, with_class

import cjm

JOURNEYS = Path(__file__).parents[2] / "journeys"
BUDGET = 80_000
"""Compressed bytes of a page with 11 to 15 touchpoints and two personas."""
TWO_POINTS = """
language: en
touchpoints:
  ride: {title: The ride, expectation: 8, experience: 3, owner: fleet, next: home}
  home: {title: At home, expectation: 6, experience: 6, outcome: success}
"""


def built(folder: Path, *names: str) -> Path:
    """The Russian pages of some of the example journeys."""
    for name in ("cjm.yaml", *names):
        shutil.copy(JOURNEYS / name, folder)
    cjm.report([str(folder)], str(folder / "site"), language="ru")
    return folder / "site/ru/journeys"


def as_written(leaf: Leaf, language: str) -> list[str]:
    """The readings of a value; days are as the language writes them."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(leaf.value))
    return [".".join(day.groups()[::-1])] if day and language == "ru" else readings(leaf, language)


def on_page(leaf: Leaf) -> bool:
    """Whether a value stands on the page of the journey; other pages have the rest."""
    return leaf.way[0] in ("title", "description", "owner", "status", "updated") or (
        leaf.way[0] in ("touchpoints", "stages") and leaf.way[-1] != "probability"
    )


@pytest.mark.parametrize("language", ["en", "ru"])
def test_everything_that_is_written_can_be_read(tmp_path, language):
    """Field by field, each with a value that is nowhere else in the file."""
    (tmp_path / "filled.yaml").write_text(TEXT, encoding="utf-8")
    cjm.report([str(tmp_path / "filled.yaml")], str(tmp_path / "site"), language=language)
    whole = page(tmp_path / f"site/{language}/journeys/filled.to-be.html")
    for hidden in whole.xpath("//script | //template | //head | //*[local-name()='svg']"):
        hidden.drop_tree()
    text = " ".join(whole.text_content().replace("\u00a0", " ").split())
    asked = [leaf for leaf in leaves() if on_page(leaf)]
    assert len(asked) > 60
    unread = [
        leaf.name
        for leaf in asked
        if not any(one in text or one.lower() in text.lower() for one in as_written(leaf, language))
    ]
    assert unread == []


def test_the_head_says_it_in_a_sentence_and_in_five_figures(tmp_path):
    """The verdict of the maps, and the figures with their notes."""
    site = site_of(tmp_path, {"taxi": TWO_POINTS})
    taxi = page(site / "journeys/taxi.as-is.html")
    (verdict,) = texts(taxi, with_class("verdictline"))
    assert "balance of −5.00" in verdict
    assert texts(taxi, with_class("figure") + "/dt") == [
        "Balance", "Disappointed", "Reach success", "Leave silently", "Negative moments",
    ]  # fmt: skip
    assert texts(taxi, with_class("figure") + "/dd[1]") == ["−5.00", "100%", "100%", "0%", "1"]


def test_every_persona_has_its_own_head_figures_and_graph(tmp_path):
    """Without scripts the page shows everybody; the rest waits, hidden."""
    taxi = page(built(tmp_path, "business-taxi.yaml") / "business-taxi.as-is.html")
    lived = ["", "business", "occasion"]
    assert taxi.xpath(with_class("story") + "/@data-lived") == lived
    assert len(taxi.xpath(with_class("story") + "[not(@hidden)]")) == 1
    assert taxi.xpath("//template/@data-picture") == ["graph business", "graph occasion"]
    rough = taxi.get_element_by_id("t-ride-rough")
    tags = rough.xpath("./summary" + with_class("row") + with_class("tag") + "/text()")
    assert tags == ["−5", "−6", "−3,5"]


def test_figures_for_scripts_are_those_of_the_data_file(tmp_path):
    """The page holds them itself: it may not load anything from a folder."""
    site = site_of(tmp_path, {"taxi": TWO_POINTS})
    (block,) = page(site / "journeys/taxi.as-is.html").xpath("//script[@id='journey']/text()")
    shown, data = json.loads(block), json.loads((site / "data/taxi.as-is.json").read_bytes())
    assert shown["views"][""]["balance"] == data["views"][""]["balance"]
    assert [p["ways"] for p in shown["touchpoints"]] == [p["ways"] for p in data["touchpoints"]]
    assert "findings" not in shown


def test_a_file_with_errors_shows_its_lines_and_no_figures(tmp_path):
    """The place is marked; a site that leaves something out shows no lines of files at all."""
    broken = "touchpoints:\n  ride: {titel: The ride, owner: a secret}\n"
    site = site_of(tmp_path, {"broken": broken})
    told = page(site / "journeys/broken.html")
    assert texts(told, with_class("figure")) == []
    assert any("titel" in line for line in texts(told, with_class("here")))
    assert any("broken.yaml:4" in one for one in texts(told, with_class("finding")))
    site = site_of(tmp_path, {"broken": broken}, leave_out=["owners"])
    assert "a secret" not in (site / "journeys/broken.html").read_text(encoding="utf-8")


def test_a_trap_has_no_figures_and_says_why(tmp_path):
    """The verdict is the finding's message, with its line."""
    text = """
touchpoints:
  call: {expectation: 7, experience: 3, next: wait}
  wait: {expectation: 7, experience: 3, next: call}
"""
    trap = page(site_of(tmp_path, {"trap": text}) / "journeys/trap.as-is.html")
    values = texts(trap, with_class("figure") + "/dd[1]")
    assert values[:4] == ["–", "–", "–", "–"]
    assert "trap.yaml:" in texts(trap, with_class("verdictline"))[0]
    assert len(trap.xpath(with_class("tp"))) == 2


@pytest.mark.parametrize("score", ["", "experience: 4,", "expectation: 4,"])
def test_a_journey_of_words_or_of_one_score_claims_no_gap(tmp_path, score):
    """C is unmeasured everywhere, and the figures that need it are dashes."""
    text = f"touchpoints:\n  ride: {{title: The ride, {score} outcome: success}}\n"
    words = page(site_of(tmp_path, {"words": text}) / "journeys/words.as-is.html")
    assert texts(words, with_class("figure") + "/dd[1]")[:2] == ["–", "–"]
    (row,) = words.xpath(with_class("tp") + "/summary" + with_class("tag"))
    assert "unmeasured" in row.get("class")


def test_both_states_lead_to_each_other_and_to_both_side_by_side(tmp_path):
    """Where a journey has a twin."""
    folder = built(tmp_path, "bakery.as-is.yaml", "bakery.to-be.yaml")
    bakery = page(folder / "bakery.as-is.html")
    links = bakery.xpath(with_class("acts") + with_class("seg") + "/a")
    assert [link.get("href") for link in links] == [
        "bakery.as-is.html", "bakery.to-be.html", "bakery.compare.html",
    ]  # fmt: skip
    assert [link.get("aria-current") for link in links] == ["page", None, None]


def test_what_people_wrote_is_text_and_keeps_its_direction(tmp_path):
    """Markup is shown, not followed; a long answer folds."""
    long = "word " * 100
    text = f"""
touchpoints:
  ride:
    title: "<b>ride</b>"
    expectation: 8
    experience: 3
    pains: ["{long}"]
    links: {{away: "javascript:alert(1)", there: "https://example.org"}}
    outcome: success
"""
    ride = page(site_of(tmp_path, {"ride": text}) / "journeys/ride.as-is.html")
    assert texts(ride, with_class("row") + "/b/bdi") == ["<b>ride</b>"]
    assert len(ride.xpath("//details[@class='long']")) == 1
    links = ride.xpath(with_class("dossier") + "//a[@href and not(@data-select)]")
    assert [link.get("href") for link in links] == ["https://example.org"]
    assert links[0].get("rel") == "noopener noreferrer"
    assert not ride.xpath("//*[@style]")


@pytest.mark.parametrize("name", ["eco-hotel", "business-taxi"])
def test_the_page_is_small(tmp_path, name):
    """With all of its maps, figures and texts in it."""
    content = (built(tmp_path, f"{name}.yaml") / f"{name}.as-is.html").read_bytes()
    assert len(gzip.compress(content)) <= BUDGET


def test_no_script_sets_markup():
    """What is shown is set as text: nothing of a journey can become an element."""
    scripts = Path(cjm.__file__).parent / "site/assets"
    for name in ("journey", "map", "panel", "numbers"):
        text = (scripts / f"{name}.js").read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)


def test_what_is_left_out_is_in_no_text_and_on_no_map(tmp_path):
    """Owners and quotes of touchpoints, stages and personas, in pictures too."""
    (tmp_path / "filled.yaml").write_text(TEXT, encoding="utf-8")
    site = tmp_path / "site"
    cjm.report([str(tmp_path / "filled.yaml")], str(site), leave_out=["owners", "quotes"])
    text = (site / "en/journeys/filled.to-be.html").read_text(encoding="utf-8")
    hidden = ["Touchpoint owner", "Stage owner", "Touchpoint quote", "Her quote", "Journey owner"]
    assert [one for one in hidden if one in text] == []
    assert "Touchpoint pain" in text
