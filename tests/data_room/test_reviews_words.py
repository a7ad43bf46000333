"""Words of topics: in any form, several in a row, beginnings, exceptions, patterns."""

from __future__ import annotations

import pytest
from review_rows import feedback

from cjm.data.definition import Topic


def matched(text, *words, excluded=(), patterns=(), languages=("ru",)):
    """The forms that a topic of these words was met in."""
    topic = Topic("t", "", words, excluded, patterns)
    found = feedback([(text,)], topic, languages=languages).topics[0]
    forms = {w: list(f) for w, f in found.forms.items() if f}
    assert found.figures.reviews == bool(forms)
    return forms


@pytest.mark.parametrize(
    ("text", "words", "forms"),
    [
        ("Курьера ждали час", ["курьер"], {"курьер": ["курьера"]}),
        ("КУРЬЕРЫ!", ["курьер"], {"курьер": ["курьеры"]}),
        ("Ёлка приехала", ["елка"], {"елка": ["елка"]}),
        ("елку привезли", ["Ёлка"], {"Ёлка": ["елку"]}),
        ("заказ пришёл поздно", ["пришло поздно"], {"пришло поздно": ["пришел поздно"]}),
        ("пришёл очень поздно", ["пришло поздно"], {}),
        ("опоздали, опоздание", ["опозд*"], {"опозд*": ["опоздали", "опоздание"]}),
        ("не опоздал", ["опозд"], {}),
        ("служба доставки еды", ["доставк* ед*"], {"доставк* ед*": ["доставки еды"]}),
        ("поздно", ["поздно пришло"], {}),
        ("Wi-Fi не работал", ["wi-fi"], {"wi-fi": ["wi fi"]}),
        ("👍👍👍", ["курьер"], {}),
        ("курьер😡опоздал", ["курьер"], {"курьер": ["курьер"]}),
        ("e\u0301clair", ["éclair"], {"éclair": ["éclair"]}),
    ],
)
def test_words_are_met_in_their_forms(text, words, forms):
    """Case, ё and the way accents are written make no difference."""
    assert matched(text, *words) == forms


def test_english_words_are_met_in_their_forms():
    """With the language named; without one only the spelling counts."""
    assert matched("two sandwiches", "sandwich", languages=("en",)) == {"sandwich": ["sandwiches"]}
    assert matched("two sandwiches", "sandwich", languages=()) == {}
    assert matched("a sandwich", "sandwich", languages=()) == {"sandwich": ["sandwich"]}


def test_several_languages_at_once():
    """Each token is looked up in the language of its letters."""
    both = ("ru", "en")
    assert matched("доставили drinks", "drink", "доставить", languages=both) == {
        "drink": ["drinks"], "доставить": ["доставили"],
    }  # fmt: skip


def test_what_is_excluded_takes_matches_away():
    """Only those that it overlaps: another one in the same review stays."""
    flowers = {"excluded": ("доставка цветов",)}
    assert matched("доставка цветов", "доставка", **flowers) == {}
    assert matched("Доставкой цветов довольны", "доставка", **flowers) == {}
    both = "доставка цветов хороша, доставки еды ждали"
    assert matched(both, "доставка", **flowers) == {"доставка": ["доставки"]}
    assert matched("номер 5, не номер 7", patterns=("номер \\d",), excluded=("не номер",)) == {
        "номер \\d": ["номер 5"],
    }  # fmt: skip


def test_patterns_see_the_text():
    """Capital letters are as small ones, ё is as е, in the pattern as in the text."""
    assert matched("заказ №\u00a0123", patterns=(r"№[\s\x{a0}]?\d+",)) != {}
    assert matched("ОЧЁНЬ", patterns=("очё[нН]ь",)) == {"очё[нН]ь": ["очень"]}
    assert matched("пусто", patterns=("х*",)) == {}


def test_a_pattern_cannot_take_for_ever():
    """RE2's time grows with the text alone, where others would never come back."""
    assert matched("a" * 5000 + "!", patterns=("(a+)+$",)) == {}


def test_a_review_counts_once_a_topic():
    """However many words of it there are; the forms are counted each."""
    topic = Topic("t", "", ("курьер", "водитель"))
    found = feedback([("курьер, курьеры и водитель",)], topic, languages=("ru",)).topics[0]
    assert found.figures.reviews == 1
    assert found.forms == {"курьер": {"курьер": 1, "курьеры": 1}, "водитель": {"водитель": 1}}
