"""The pages of what commands found in data: segments, feedback, conformance."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from browser import Reader

import cjm
from tests.helpers.small_sites import page, texts, with_class

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
TODAY = date(2026, 11, 26)
QUOTE = "Queue again. I went across the street."
FILES = {"segment": "segments.html", "feedback": "feedback.html", "conform": "conformance.html"}


@pytest.fixture(scope="module")
def found():
    """What the commands write about the examples, by the commands."""
    coffee, shop = EXAMPLES / "coffee" / "data.yaml", EXAMPLES / "visits" / "shop.yaml"
    tickets = {"columns": {"case": "customer", "touchpoint": "event", "time": "at"}}
    clicks = cjm.conform(shop, EXAMPLES / "tickets" / "clicks.csv", **tickets).to_dict()
    return {
        "segment": cjm.segment("orders", coffee).to_dict(),
        "feedback": cjm.feedback("reviews", coffee, quotes=True).to_dict(),
        "conform": cjm.conform(shop).to_dict(),
        "elsewhere": clicks | {"journey": "tickets"},
    }


@pytest.fixture
def build(tmp_path, found):
    """Builds a site of the shop with results of some names, and gives its pages in a language."""
    source, results = tmp_path / "journeys", tmp_path / "journeys" / "results"
    results.mkdir(parents=True)
    (source / "cjm.yaml").write_text("cjm: 1\nlanguage: en\nresults: results\n")
    shop = (EXAMPLES / "visits" / "shop.yaml").read_text(encoding="utf-8")
    (source / "shop.yaml").write_text(shop, encoding="utf-8")

    def built(*names, language="en", changes=None, **options):
        for name in names:
            data = json.loads(json.dumps(found[name])) | (changes or {})
            (results / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
        site = tmp_path / "site"
        cjm.report([str(source)], str(site), language=language, today=TODAY, **options)
        return site / language

    return built


def test_a_page_exists_only_where_such_a_result_does(build):
    """And the navigation of every page leads to it."""
    site = build("feedback")
    assert [(site / file).exists() for file in FILES.values()] == [False, True, False]
    for file in (site / "index.html", site / "journeys" / "shop.as-is.html"):
        links = page(file).xpath("//nav[@class='nav']/a/@href")
        assert [link.rpartition("/")[2] for link in links][-1:] == ["feedback.html"]


def test_segments_begin_with_who_brings_the_money(build):
    """Then come n and the days; the tables say what `cjm segment` says."""
    read = page(build("segment") / "segments.html")
    assert texts(read, "//h1") == ["31 of 90 customers bring 80% of the money"]
    assert (
        "753 rows read · orders from 2026-01-05 to 2026-09-20" in texts(read, with_class("lead"))[0]
    )
    assert "Champions 27 30% 3,335.55 73%" in texts(read, "//tbody/tr")
    assert "Retained – CRR" in " ".join(texts(read, with_class("meant")))
    assert "Members 46% 41 of 90 customers; 36% … 56%" in texts(read, with_class("meant") + "/div")


def test_cohorts_are_a_picture_without_styles(build):
    """The policy of a page forbids style attributes; a row for each month of first orders."""
    read = page(build("segment") / "segments.html")
    assert not read.xpath("//*[@style]")
    drawn = read.xpath("//svg[contains(@class, 'cjm')]")[0]
    words = texts(drawn, ".//text")
    assert [f"2026-0{month}" for month in range(1, 8)] == [w for w in words if w[:5] == "2026-"][:7]


def test_feedback_begins_with_what_hurts_most(build):
    """Topics follow by pain, with the interval of the negative ones."""
    read = page(build("feedback") / "feedback.html")
    assert texts(read, "//h1") == ["Queue hurts most: 22% of 36 reviews, 63% of them negative"]
    first = texts(read, "//tbody/tr")[0]
    assert first == "Queue 8 22% 63% 31% … 86% −0.44 0.097"


def test_quotes_stand_there_until_they_are_left_out(build):
    """Customers' words are nowhere on a site without them."""
    site = build("feedback")
    assert QUOTE in texts(page(site / "feedback.html"), "//blockquote")
    build("feedback", leave_out=["quotes"])
    for file in site.parent.rglob("*"):
        assert not file.is_file() or QUOTE.encode() not in file.read_bytes(), file


def test_a_result_without_quotes_has_no_part_of_them(build, found):
    """As `cjm feedback` writes it by itself."""
    topics = [{**topic, "quotes": None} for topic in found["feedback"]["topics"]]
    read = page(build("feedback", changes={"topics": topics}) / "feedback.html")
    assert not read.xpath("//blockquote")
    assert "Quotes" not in texts(read, "//h2")


def test_no_topics_are_said(build):
    """An empty list has a sentence."""
    read = page(build("feedback", changes={"topics": []}) / "feedback.html")
    assert texts(read, "//h1") == ["No topic hurts in 36 reviews"]
    assert "Reviews were looked through for no topic." in read.text_content()


def test_conformance_leads_to_the_journey_and_its_touchpoints(build):
    """Deviations come first, the most frequent at the top."""
    read = page(build("conform") / "conformance.html")
    assert texts(read, "//h1") == ["118 of 150 cases go as planned"]
    assert read.xpath("//article//p/a/@href") == ["journeys/shop.as-is.html"]
    rows = texts(read, "//tbody/tr")
    assert rows[:2] == ["Cart missing 14 9.3% 14", "chat ad hoc 11 7.3% 11"]
    assert read.xpath("//tbody//a/@href")[0] == "journeys/shop.as-is.html#t=cart"
    assert "Compare → Search 10% 29% 16% … 47% 9 of 31 0.023 ✗" in rows
    assert "Search → Pay 14 9%" in rows


def test_every_journey_that_was_compared_has_its_part(build):
    """One that is not on the site is named by its id, without a link."""
    read = page(build("conform", "elsewhere") / "conformance.html")
    assert texts(read, "//h1") == ["Conformance"]
    assert texts(read, with_class("lead") + "/p[1]") == ["Online shop", "tickets"]
    assert len(read.xpath("//article//div[@class='lead']/p[1]/a")) == 1


def test_a_result_that_changed_is_shown_anew(build, tmp_path, monkeypatch):
    """Though all else is as it was, and what is remembered of pages counts."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(tmp_path / "cache"))
    build("segment", cache=True)
    site = build("segment", cache=True, changes={"customers": 1234})
    assert texts(page(site / "segments.html"), "//h1")[0].startswith("31 of 1,234 customers")


SIDEWAYS = """() => [...document.querySelectorAll('.found')].filter(
    (one) => one.scrollWidth > one.clientWidth).length"""
NAMED = """(cell) => getComputedStyle(cell, '::before').content"""


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", FILES)
def test_a_row_is_a_card_on_a_phone(build, browser, name, language):
    """No table is scrolled sideways, and each figure says what it is."""
    site = build(name, language=language)
    reader = Reader(browser, site.parent.as_uri() + "/")
    shown = reader.open(f"{language}/{FILES[name]}", 320)
    for width in (320, 390):
        shown.set_viewport_size({"width": width, "height": 844})
        assert shown.evaluate(SIDEWAYS) == 0
    figures = [one for one in shown.locator(".found td.num:visible").all() if one.inner_text()]
    names = [one.evaluate(NAMED).strip('"') for one in figures if one.inner_text() != "✗"]
    assert len(names) > 10
    assert set(names) <= set(shown.locator(".found thead th").all_text_contents())
    reader.close()
    assert reader.faults == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("key", ["source", "left_out", "from", "rows"])
def test_a_result_that_is_none_any_more_is_said_to_be_none(build, name, key):
    """Somebody may have changed it by hand; other pages are built, and the first says so."""
    site, told = build(name, changes={key: ["<script>"]}), f"{name}.json is no result of cjm {name}"
    assert texts(page(site / FILES[name]), "//h1") == [told]
    (link,) = page(site / "index.html").xpath(f"//main//a[@href='{FILES[name]}']")
    assert link.text_content() == told


def test_of_results_that_are_some_the_portfolio_says_nothing(build):
    """Only their pages do."""
    assert "no result of" not in (build("segment") / "index.html").read_text(encoding="utf-8")


def test_what_stands_in_a_result_is_text(build, found):
    """Whatever it is."""
    hostile = "<script>alert(1)</script>"
    topics = [{**topic, "title": hostile} for topic in found["feedback"]["topics"]]
    site = build("feedback", changes={"topics": topics, "source": hostile})
    assert hostile not in (site / "feedback.html").read_text(encoding="utf-8")
    assert hostile in texts(page(site / "feedback.html"), "//h1")[0]


@pytest.mark.parametrize("name", FILES)
def test_no_date_stands_on_a_russian_page_as_in_a_file(build, name):
    """Days and months are written as Russian has them, in pictures, too."""
    read = page(build(name, language="ru") / FILES[name])
    for script in read.xpath("//script"):
        script.drop_tree()
    assert re.findall(r"\d{4}-\d\d\S*", read.text_content()) == []
    assert re.search(r"\d\d\.\d\d\.2026", read.text_content())


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("segment", "80 % денег приносят 31 из 90 клиентов"),
        ("feedback", "Больнее всего — Queue: 22 % из 36 отзывов, из них 63 % негативных"),
        ("conform", "По плану идут 118 из 150 прохождений"),
    ],
)
def test_pages_speak_russian(build, name, heading):
    """In sentences and figures."""
    read = page(build(name, language="ru") / FILES[name])
    assert heading in texts(read, "//h1")[0].replace("\N{NO-BREAK SPACE}", " ")
