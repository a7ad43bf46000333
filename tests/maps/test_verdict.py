"""The sentence under the title: what a journey comes to, and nothing that is not so."""

from __future__ import annotations

import pytest

from cjm.analysis import analyze
from cjm.journey import Customers, Improvement, Journey, Persona, Touchpoint
from cjm.maps.content.compose import compose


def told(journey: Journey, language: str = "en", persona: str | None = None) -> str:
    """The verdict as text, spaces as they are typed."""
    header = compose(journey, analyze(journey, persona), language).header
    return "".join(part.text for part in header.verdict).replace("\u00a0", " ")


def shop(**fields: object) -> Journey:
    """Half of the customers meet a bad call; asking is fine."""
    points = (
        Touchpoint("ask", "Asking", expectation=6, experience=7, next={"call": 0.5, "pay": 0.5}),
        Touchpoint("call", "The call", expectation=8, experience=3, next={"pay": 1}),
        Touchpoint("pay", "Paying", expectation=7, experience=7, outcome="success"),
    )
    return Journey("shop", points, **fields)  # type: ignore[arg-type]


def test_it_tells_balance_disappointed_worst_moment_and_first_step() -> None:
    """In people where their number is known."""
    journey = shop(
        customers=Customers(2000, "month"),
        improvements=(Improvement("coach", "Coaching", lifts={"call": 2}, cost=3),),
    )
    assert told(journey) == (
        "The average customer ends with a balance of −1.50; 50% leave disappointed (about 1,000 a "
        "month). Most is lost at “The call”: 8 expected, 3 received; 50% come this far. "
        "The first step is “Coaching”: the balance becomes −0.50."
    )
    assert told(journey, "ru") == (
        "Средний клиент заканчивает с балансом −1,50; 50 % уходят разочарованными (около 1 000 "
        "в месяц). Больше всего забирает «The call»: ждут 8, получают 3; сюда доходят 50 %. "
        "Первый шаг — «Coaching»: баланс станет −0,50."
    )


def test_a_persona_is_named() -> None:
    """It is its balance, and its customers where shares say how many these are."""
    persona = Persona("anna", "Anna", 0.5)
    journey = shop(customers=1000, personas=(persona, Persona("b", "Boris", 0.5)))
    assert told(journey, persona="anna").startswith(
        "“Anna” ends with a balance of −1.50; 50% leave disappointed (about 250 customers)."
    )


def test_ties_are_told_as_ties() -> None:
    """Neither of two that take as much is the worst, nor either of two steps the first."""
    points = (
        Touchpoint("a", "A", expectation=8, experience=5, next="b"),
        Touchpoint("b", "B", expectation=7, experience=4),
    )
    steps = tuple(Improvement(id, lifts={"a": 1}, cost=2) for id in "xy")
    text = told(Journey("j", points, improvements=steps))
    assert "One of two touchpoints where most is lost is “A”: 8 expected, 5 received." in text
    assert "The first step is “x” or “y”: the balance becomes −5.00." in text


def test_what_personas_live_through_on_the_mean_stands_beside_the_scores_of_all() -> None:
    """8 and 7 for everybody, but Anna's 2 makes it −3.5: the balance would not follow from −1."""
    point = {"expectation": 8, "experience": 7, "by_persona": {"anna": {"experience": 2}}}
    people = (Persona("anna", "Anna", 0.5), Persona("b", "Boris", 0.5))
    journey = Journey("queue", {"queue": point}, personas=people)
    assert "balance of −3.50" in told(journey)
    assert "“queue”: 8 expected, 7 received; mean C of personas −3.5." in told(journey)


def test_where_the_mean_decides_alone_it_says_so() -> None:
    """No share of customers is made of it."""
    point = Touchpoint("a", expectation=8, experience=5)
    assert told(Journey("j", (point,))).startswith(
        "The average customer ends with a balance of −3.00, on average below expectation."
    )
    assert "100% leave disappointed (about 40 customers)" in told(
        Journey("j", (point,), customers=40)
    )


def test_what_is_assumed_has_its_sign() -> None:
    """Shares that nobody gave: balance, disappointed, people, and how many come there."""
    points = (
        Touchpoint("ask", expectation=6, experience=7, next=["call", "pay"]),
        Touchpoint("call", expectation=8, experience=3),
        Touchpoint("pay", expectation=7, experience=7),
    )
    text = told(Journey("j", points, customers=100))
    assert "a balance of ≈−1.50; ≈50% leave disappointed (≈50 customers)" in text
    assert "≈50% come this far" in text


@pytest.mark.parametrize(
    ("experience", "expected"),
    [(9, "On average no touchpoint gives less than expected."), (None, "")],
)
def test_nothing_is_below_expectation_only_where_that_is_known(
    experience: int | None, expected: str
) -> None:
    """A journey of which nothing is measured has no verdict at all."""
    journey = Journey("j", (Touchpoint("a", expectation=8, experience=experience),))
    assert told(journey).endswith(expected)
    assert bool(told(journey)) == bool(expected)


def test_of_experience_alone_the_lowest_and_the_highest_are_told() -> None:
    """On the journey's scale, and of many that are alike how many."""
    scores = (3, 3, 3, 9)
    points = tuple(
        Touchpoint(f"t{n}", experience=b, next=f"t{n + 1}" if n < 3 else ())
        for n, b in enumerate(scores)
    )
    assert told(Journey("j", points)) == (
        "Experience is lowest at “t0”, “t1” and 1 more: 3 on a scale from 0 to 10; "
        "highest at “t3”: 9."
    )


def test_a_long_title_does_not_drown_the_sentence() -> None:
    """It is cut at a word."""
    points = (Touchpoint("a", "word " * 40, expectation=8, experience=5),)
    text = told(Journey("j", points))
    assert "word word…”: 8 expected, 5 received" in text
    assert len(text) < 220
