"""Words of a log → ids."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.data.logs.words import id_of, named
from cjm.journey.ids import as_id, is_id


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("Create Fine", "create-fine"),
        ("T05 Print and send: confirmation", "t05-print-and-send-confirmation"),
        ("  -Оплата- ", "оплата"),
        ("v1.2_x", "v1.2_x"),
        (".hidden", "hidden"),
        ("Cafe\u0301", "caf\u00e9"),
        ("हिन्दी", "हिन्दी"),
        ("🎉", "touchpoint"),
    ],
)
def test_a_word_becomes_an_id(word, id):
    """NFC, lower case, `-` for what no id may hold; vowels that are marks stay."""
    assert id_of(word) == unicodedata.normalize("NFC", id)


@given(st.text())
def test_whatever_the_word_it_is_an_id(word):
    """As a journey takes it, in the form in which ids are compared."""
    id = id_of(word)
    assert is_id(id)
    assert as_id(id) == id


def test_words_that_would_have_one_id_are_numbered():
    """In order of first appearance; an id that a word has by itself is not taken away."""
    ids = named(["pay", "Pay", "PAY", "pay-2", "pay!"], {}).ids
    assert ids == {
        "pay": "pay",
        "Pay": "pay-2",
        "PAY": "pay-3",
        "pay-2": "pay-2-2",
        "pay!": "pay-4",
    }


def test_the_mapping_merges_words():
    """Its ids mean themselves, and no other word gets one of them."""
    naming = named(
        ["Поездка", "trip", "ride", "Ride", "pay"], {"ride": ("Поездка", "trip"), "pay": ()}
    )
    assert naming.ids == {
        "Поездка": "ride",
        "trip": "ride",
        "ride": "ride",
        "Ride": "ride-2",
        "pay": "pay",
    }
    assert naming.titles == {"ride": "Поездка", "ride-2": "Ride", "pay": "pay"}


def test_a_word_of_the_mapping_is_no_id_of_it():
    """Where an id is another id's word, what the mapping says comes first."""
    assert named(["b"], {"a": ("b",), "b": ("c",)}).ids == {"b": "a"}


@given(st.lists(st.text(max_size=3), unique=True))
def test_different_words_have_different_ids(words):
    """Unless the mapping says otherwise."""
    ids = named(words, {}).ids
    assert len(set(ids.values())) == len(words)
