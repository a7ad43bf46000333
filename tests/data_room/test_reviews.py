"""Topics and tone of reviews: the worked example to its digits, and every definition on its own."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from review_rows import feedback

from cjm.data.definition import Topic
from cjm.data.reviews.computing import pain_of, tone_figures
from cjm.data.reviews.quotes import quotes_of
from cjm.errors import CjmError, UsageError
from cjm.terminal.feedback import feedback_page

WORKED = [
    ("staff were kind", 5), ("late delivery", 1), ("delivery at a high price", 2),
    ("fair price, good staff", 4), ("delivery failed", 1), ("price is average", 3),
    ("wonderful staff", 5), ("nothing to add", 2),
]  # fmt: skip
TOPICS = tuple(Topic(word, word, (word,)) for word in ("staff", "price", "delivery"))


def test_the_worked_example():
    """Eight reviews, to the last digit that is known of them; the most painful topic first."""
    found = feedback(WORKED, *TOPICS)
    assert [topic.id for topic in found.topics] == ["delivery", "price", "staff"]
    delivery, price, staff = found.topics
    assert (delivery.share, delivery.figures.negative) == (0.375, 3)
    assert delivery.figures.interval == pytest.approx((0.438503, 1), abs=1e-6)
    assert delivery.figures.tone == pytest.approx(-0.833333, abs=1e-6)
    assert delivery.pain == 0.3125
    assert (price.figures.negative, price.figures.tone, price.pain) == (1, 0, 0.0625)
    assert price.figures.interval == pytest.approx((0.061492, 0.792340), abs=1e-6)
    assert (staff.figures.negative, staff.pain) == (0, 0)
    assert staff.figures.interval == pytest.approx((0, 0.561497), abs=1e-6)
    assert staff.figures.tone == pytest.approx(0.833333, abs=1e-6)
    assert (found.figures.reviews, found.figures.toned, found.other) == (8, 8, 1)
    assert found.figures.tone == pytest.approx(-0.0625)


def test_ties_of_pain_go_by_reviews_then_by_the_file():
    """Topics that do not hurt are in the order of how much is said of them."""
    rows = [("a b c", 5), ("c", 5)]
    topics = [Topic(word, "", (word,)) for word in "abc"]
    assert [t.id for t in feedback(rows, *topics).topics] == ["c", "a", "b"]


def test_reviews_without_a_rating_count_but_have_no_tone():
    """Their topics count; where no review has a tone, what rests on it does not exist."""
    found = feedback([("late delivery", None), ("kind staff", 5)], *TOPICS)
    assert (found.figures.reviews, found.figures.toned) == (2, 1)
    assert [topic.share for topic in found.topics] == [0.5, 0.5, 0.0]
    assert [(t.id, t.figures.toned, t.figures.tone) for t in found.topics] == [
        ("staff", 1, 1.0), ("delivery", 0, None), ("price", 0, None),
    ]  # fmt: skip
    found = feedback([("late delivery",)], *TOPICS)
    assert (found.topics[0].id, found.topics[0].pain) == ("delivery", None)
    assert (found.figures.tone, found.figures.interval) == (None, None)


def test_reviews_by_the_touchpoint_they_name():
    """Those that name none are in no group."""
    found = feedback([("x", 1, "pay"), ("x", 5, "pay"), ("x", 5, "ask"), ("x", 1)], *TOPICS)
    assert {id: (f.reviews, f.tone) for id, f in found.touchpoints.items()} == {
        "ask": (1, 1.0), "pay": (2, 0.0),
    }  # fmt: skip


def test_repeated_texts_are_kept_and_counted():
    """They may be honest; whoever reads the figures should know."""
    found = feedback([("late delivery", 1)] * 3, *TOPICS)
    assert (found.figures.reviews, found.repeated) == (3, 2)


def test_no_reviews():
    """There is nothing to say; it is said."""
    with pytest.raises(CjmError, match="there are no reviews: 0 rows read, none left"):
        feedback([], *TOPICS)


def test_no_topics():
    """All is other; the tone of the whole is still a figure."""
    found = feedback(WORKED)
    assert (found.other, found.topics, found.figures.negative) == (8, (), 4)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(-8, 8).map(lambda n: n / 8)), max_size=20))
def test_tone_figures_are_plain_counts(tones):
    """Shares of the toned, a mean within the tones, and pain that adds up over any parts."""
    figures = tone_figures(tones)
    known = [t for t in tones if t is not None]
    assert (figures.reviews, figures.toned) == (len(tones), len(known))
    assert figures.negative == len([t for t in known if t < 0])
    if known:
        assert figures.tone == pytest.approx(sum(known) / len(known))
        assert figures.negative_share == figures.negative / len(known)
        low, high = figures.interval
        assert 0 <= low <= figures.negative_share <= high <= 1
        halves = pain_of(tones[::2], len(known)) + pain_of(tones[1::2], len(known))
        assert halves == pytest.approx(math.fsum(-t for t in known if t < 0) / len(known))


def test_quotes_are_there_when_asked_for():
    """They are customers' words."""
    assert feedback(WORKED, *TOPICS).topics[0].quotes is None
    asked = feedback(WORKED, *TOPICS, quotes=True)
    assert asked.topics[0].quotes == (
        "delivery failed", "late delivery", "delivery at a high price",
    )  # fmt: skip


def test_the_worst_reviews_are_quoted():
    """Then the longest of up to 200 characters; longer ones after those, cut at a blank."""
    long = "word " * 60
    reviews = [("fine", 1.0), (long, -1.0), ("bad", -1.0), ("very  bad", -1.0), ("bad", -1.0)]
    quotes = quotes_of(reviews)
    assert quotes[:2] == ("very bad", "bad")
    assert quotes[2] == "word " * 38 + "word…"
    assert quotes_of([("no tone", None), ("a" * 300, 1.0)]) == ("a" * 199 + "…", "no tone")


def test_frames():
    """Topics by pain, and a row for each form of a word."""
    found = feedback(WORKED, *TOPICS)
    assert found.to_frame("topics").loc["delivery", "negative"] == 3
    assert found.to_frame("forms").values.tolist()[0] == ["delivery", "delivery", "delivery", 3]
    assert next(iter(found.to_frame("touchpoints").columns)) == "reviews"
    with pytest.raises(UsageError, match="no frame of 'x'"):
        found.to_frame("x")


def test_authors_are_counted_where_the_source_tells_them_apart():
    """Each review counts, whoever wrote it; who is not named is nobody."""
    rows = [("late", 1, None, "ann"), ("slow", 2, None, "ann"), ("fine", 5, None, "bob"), ("ok", 3)]
    found = feedback(rows, respondent="who")
    assert (found.figures.reviews, found.authors) == (4, 2)
    assert found.to_dict()["authors"] == 2
    assert "written by 2 people" in feedback_page(found, "en").replace("\N{NO-BREAK SPACE}", " ")
    assert "автора: 2" in feedback_page(found, "ru").replace("\N{NO-BREAK SPACE}", " ")
    assert feedback(rows).authors is None
