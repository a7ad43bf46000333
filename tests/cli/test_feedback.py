"""`cjm feedback`: its page, data and tables; and what it says of bad reviews and topics."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import cjm
from cjm.cli import main

REVIEWS = """text,stars
staff were kind,5
"late, cold delivery",1
delivery at a high price,2
"fair price, good staff",4
delivery failed,1
price is average,3
wonderful staff,5
nothing to add,2
"""
TOPICS = """cjm-topics: 1
language: en
topics:
  staff: staff
  price: {title: Price, words: [price, expens*]}
  delivery: [delivery, deliver late]
"""
COLUMNS = ["--text", "text", "--score", "stars", "--scale", "1-5", "--topics", "topics.yaml"]


@pytest.fixture
def feedback(desk, capsys):
    """Runs it on reviews; gives the exit code, what it printed, and what it said."""

    def run(*arguments, reviews=REVIEWS, topics=TOPICS, columns=COLUMNS):
        desk.write("reviews.csv", reviews)
        desk.write("topics.yaml", topics)
        with pytest.raises(SystemExit) as ended:
            main(["feedback", "reviews.csv", *columns, *arguments])
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return run


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_says_every_figure(feedback, language):
    """The topic that hurts most first; that the tone is the review's; what is in no topic."""
    code, page, _ = feedback("--language", language)
    assert code == 0
    said = {
        "en": ["8 reviews · 8 with a tone · mean −0.06", "not of the topic", "in no topic: 1 (13%)",
               "44% … 100%", "0.313", "nothing left out"],
        "ru": ["8 отзывов · с тональностью 8 · в среднем −0,06", "а не темы", "вне тем: 1 (13 %)",
               "44 % … 100 %", "0,313", "учтены все"],
    }[language]  # fmt: skip
    assert [words for words in said if words not in page.replace("\u00a0", " ")] == []
    places = [page.index(title) for title in ("  delivery", "  Price", "  staff")]
    assert places == sorted(places)
    assert max(map(len, page.splitlines())) <= 100


def test_quotes_and_forms_are_printed_when_asked_for(feedback):
    """Reviews are customers' words; forms show what a word takes for a match."""
    page = feedback()[1]
    assert "late, cold delivery" not in page
    page = feedback("--quotes", "--forms")[1]
    assert "“late, cold delivery”" in page
    assert "    delivery: delivery\u00a03" in page
    assert "    deliver late: never" in page


def test_json_keeps_to_its_schema(feedback):
    """With and without quotes; figures are not rounded."""
    schema = Draft202012Validator(cjm.schema("feedback"))
    for more in ([], ["--quotes"]):
        data = json.loads(feedback("--format", "json", *more)[1])
        assert [error.message for error in schema.iter_errors(data)] == []
        assert (data["topics"][0]["quotes"] is None) == (not more)
    assert data["topics"][0]["pain"] == 0.3125


def test_csv_has_a_line_a_topic_or_a_form(feedback):
    """The most painful first."""
    lines = feedback("--format", "csv")[1].splitlines()
    assert lines[1].startswith("delivery,delivery,,0.375,3,3,3,1.0,")
    assert feedback("--format", "csv", "--forms")[1].splitlines()[:2] == [
        "topic,word,form,n", "delivery,delivery,delivery,3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reviews", "topics", "words"),
    [
        ("text,stars\n", TOPICS, "there are no reviews: 0 rows read, none left"),
        (REVIEWS, "cjm-topics: 1\ntopics:\n  a: {patterns: '('}\n", "topics.yaml:3:17"),
        (REVIEWS, "cjm-topics: 1\ntopics: {}\n", "topics.yaml:2:9"),
        (REVIEWS, TOPICS + "tone: {lexicon: words.csv}\n", "words.csv: "),
        ("text,stars\n" + "bad,9\n" * 5 + "good,5\n", TOPICS, "83% of the rows"),
    ],
)
def test_what_cannot_be_done_is_said(feedback, reviews, topics, words):
    """With exit code 2, and nothing on standard output."""
    code, printed, said = feedback(reviews=reviews, topics=topics)
    assert (code, printed) == (2, "")
    assert words in said


def test_no_topics_are_named(feedback):
    """The way out is said."""
    code, _, said = feedback(columns=COLUMNS[:-2])
    assert code == 2
    assert "name a file with --topics" in said


def test_reviews_without_ratings(feedback):
    """Topics are counted; there is no tone to tell."""
    code, page, _ = feedback(columns=["--text", "text", "--topics", "topics.yaml"])
    assert code == 0
    assert "0 with a tone · mean –" in page


def test_emoji_and_a_text_of_signs(feedback):
    """They are reviews without words."""
    code, page, _ = feedback(reviews="text,stars\n👍🏽,5\n!!!,1\n")
    assert code == 0
    assert "in no topic: 2 (100%)" in page.replace("\u00a0", " ")


def test_a_source_of_data_yaml(desk):
    """Topics relative to it; touchpoints that reviews name; topics beyond it are refused."""
    desk.write("reviews.csv", "text,point\nstaff,pay\nstaff,pay\n")
    desk.write("topics.yaml", TOPICS)
    source = "cjm-data: 1\nsources: {v: {kind: reviews, file: reviews.csv, text: text, topics: "
    desk.write("data.yaml", source + "topics.yaml, touchpoint: point}}\n")
    found = cjm.feedback()
    assert found.topics[0].figures.reviews == 2
    assert list(found.touchpoints) == ["pay"]
    desk.write("data.yaml", source + "../topics.yaml}}\n")
    with pytest.raises(cjm.UsageError, match="leads out of the workspace"):
        cjm.feedback("v")


def test_a_pictures_ending_draws_the_topics(feedback, desk):
    """By how often and how badly."""
    code, printed, _ = feedback("-o", "pains.svg", "--language", "ru")
    assert (code, printed) == (0, "")
    picture = (desk.folder / "pains.svg").read_text(encoding="utf-8")
    assert "Где болит" in picture
    assert 'data-topic="delivery"' in picture


def test_topics_are_written_into_an_overlay(feedback, desk):
    """And where they are is said; the page is printed all the same."""
    desk.write("shop.yaml", "cjm: 1\ntouchpoints: {pay: {outcome: success}}\n")
    topics = TOPICS.replace("staff: staff", "staff: {words: staff, touchpoint: pay}")
    code, page, said = feedback("--overlay", "shop.yaml", topics=topics)
    assert code == 0
    assert "Reviews by topic" in page
    assert "topics are in shop.measured.yaml" in said
    assert "staff" in (desk.folder / "shop.measured.yaml").read_text(encoding="utf-8")
