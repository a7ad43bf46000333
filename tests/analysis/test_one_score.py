"""Journeys of one score: where each persona's is lowest or highest, and who tells it."""

from __future__ import annotations

import pytest
from picture_probe import picture, sheet

import cjm
from cjm.analysis import analyze
from cjm.analysis.one_score import Extreme, highest, lowest, only_side, told_apart
from cjm.journey import Journey, Persona, PersonaScores, Touchpoint

PEOPLE = (Persona("anna", "Anna", share=0.4), Persona("boris", "Boris", share=0.6))


def visit(side: str = "experience", other: str | None = None) -> Journey:
    """A café: Anna waits too long; `other` is measured at the till as well."""
    own = (PersonaScores("anna", **{side: 3}), PersonaScores("boris", **{side: 8.5}))
    return Journey(
        "visit",
        (
            Touchpoint("queue", "The queue", by_persona=own, next="till", **{side: 6}),
            Touchpoint(
                "till", "The till", next="out", **{side: 7}, **({other: 8} if other else {})
            ),
            Touchpoint("out", "Outside", **{side: 7}),
        ),
        title="A café",
        personas=PEOPLE,
    )


def test_the_lowest_and_the_highest_score_name_all_that_tie():
    """In the order of the file, as each persona lives them."""
    anna, boris = (analyze(visit(), id).touchpoints for id in ("anna", "boris"))
    assert lowest(anna, "experience")[:2] == (3, ("queue",))
    assert highest(anna, "experience")[:2] == (7, ("till", "out"))
    assert lowest(boris, "experience")[:2] == (7, ("till", "out"))
    assert highest(boris, "experience") == Extreme(8.5, ("queue",), 1)


def test_both_sides_anywhere_are_no_single_one():
    """A gap, or half of one each at two touchpoints."""
    assert only_side(analyze(visit()).touchpoints) == "experience"
    assert only_side(analyze(visit("expectation")).touchpoints) == "expectation"
    assert only_side(analyze(visit("experience", "expectation")).touchpoints) is None
    assert only_side(analyze(Journey("x", {"a": {}})).touchpoints) is None


def test_personas_without_scores_of_their_own_are_not_told_apart():
    """Nor are they where anything has a gap."""
    alike = Journey("x", {"a": {"experience": 5}}, personas=PEOPLE)
    assert told_apart(analyze(alike)) is None
    assert told_apart(analyze(visit("experience", "expectation"))) is None
    assert told_apart(analyze(visit())) == "experience"


@pytest.mark.parametrize(
    ("side", "language", "heading", "anna"),
    [
        ("experience", "en", "lowest B", "3    The queue"),
        ("experience", "ru", "ниже всего В", "3  The queue"),
        ("expectation", "en", "highest O", "7    The till · Outside"),
        ("expectation", "ru", "выше всего О", "7    The till · Outside"),
    ],
)
def test_the_page_tells_each_persona_s_own_score(side, language, heading, anna):
    """A line a persona, as where there is a balance."""
    page = cjm.show(visit(side), language=language)
    assert heading in page
    (line,) = (line for line in page.splitlines() if line.startswith("  Anna  "))
    assert anna.split() == line.split("%")[1].split()


def test_a_narrow_page_stays_narrow():
    """The touchpoint's title is cut, not the page widened."""
    page = cjm.show(visit("expectation"), width=40)
    assert max(map(len, page.splitlines())) <= 40


@pytest.mark.parametrize(
    ("side", "language", "told"),
    [
        ("experience", "en", "Experience is lowest at “The queue”: 3"),
        ("experience", "ru", "Ниже всего восприятие: «The queue» — 3"),
        ("expectation", "en", "Expectation is highest at “The queue”: 8.5"),
        ("expectation", "ru", "Выше всего ожидание: «The queue» — 8,5"),
    ],
)
def test_both_pictures_tell_each_persona_s_own_score(side, language, told):
    """Beside its portrait."""
    for shown in (picture(visit(side), language=language), sheet(visit(side), language=language)):
        texts = [" ".join(text.text.split()) for text in shown.texts]
        assert told in texts
