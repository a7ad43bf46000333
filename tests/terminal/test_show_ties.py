"""What several share is told so: no page and no finding makes a fact about one of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import cjm
from cjm.journey import Journey, Touchpoint, Transition


def fork(left: float = -2, right: float = -2, share: float = 0.5) -> Journey:
    """Two ways of as many customers with as low a C, one to success and one to failure."""
    return Journey(
        "fork",
        (
            Touchpoint(
                "door",
                "Door",
                expectation=6,
                experience=6,
                next=(Transition("left", share), Transition("right", 1 - share)),
            ),
            Touchpoint("left", "Left", expectation=6, experience=6 + left, outcome="success"),
            Touchpoint("right", "Right", expectation=6, experience=6 + right, outcome="success"),
        ),
        title="Fork",
    )


def page(journey: Journey, language: str = "en") -> str:
    """The page as one line."""
    text = cjm.show(journey, language=language, width=140)
    return " ".join(text.replace("\u00a0", " ").split())


TOLD = {
    "en": (
        "one of two strongest impressions",
        "one of two where most end",
        "one of two ways that are as likely, 50% of customers each",
        "one of two ways that are as bad",
    ),
    "ru": (
        "одно из двух самых сильных впечатлений",
        "одна из двух, где заканчивает больше всего клиентов",
        "один из двух одинаково вероятных путей, на каждом 50 % клиентов",
        "один из двух одинаково плохих путей",
    ),
}
ALONE = {
    "en": ("the strongest impression", "most customers end here", "go exactly this way"),
    "ru": ("самое сильное впечатление", "здесь заканчивают чаще всего", "ровно так идут"),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_two_share_is_told_as_a_tie(language):
    """Peak, ending, the likely path and the worst one."""
    shown = page(fork(), language)
    assert [told for told in TOLD[language] if told not in shown] == []
    assert [told for told in ALONE[language] if told in shown] == []


EVERYONE = {"en": "everyone ends here", "ru": "здесь заканчивают все"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_where_all_customers_end_nothing_is_said_of_most(language):
    """One exit that nobody leaves before has no rival; with a single one who leaves it has."""
    door, left, _ = fork().touchpoints
    for share in (1, 0.9):
        door = replace(door, next=(Transition("left", share),))
        shown = page(replace(fork(), touchpoints=(door, left)), language)
        assert (EVERYONE[language] in shown) == (share == 1)
        assert (ALONE[language][1] in shown) == (share != 1)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_one_has_is_told_of_it(language):
    """Where nothing ties no word of ties is on the page."""
    shown = page(fork(left=-3, share=0.6), language)
    assert [told for told in ALONE[language] if told not in shown] == []
    assert "one of two" not in shown
    assert "из двух" not in shown


def test_a_difference_beyond_nine_decimals_is_none():
    """Rounding ties what floats tell apart."""
    assert TOLD["en"][0] in page(fork(left=-2 - 1e-11))


def test_a_finding_tells_the_tie():
    """CJM102 says why a touchpoint is a moment of truth."""
    [first, second] = [f for f in cjm.check(fork()).findings if f.code == "CJM102"]
    for finding in (first, second):
        assert "one of two strongest impressions, one of two where most end" in finding.message


def test_an_overview_says_of_how_many_the_worst_is_one(tmp_path):
    """Beside the title; a notebook's table too."""
    for name, journey in (("a", fork()), ("b", fork(left=-3))):
        cjm.dump(journey, tmp_path / f"{name}.yaml")
    overview = cjm.overview(tmp_path)
    assert "Left, 1 of 2" in cjm.show(overview, width=140, language="en")
    assert "Left, 1 из 2" in cjm.show(overview, width=140, language="ru")
    assert cjm.show(overview, width=140).count("1 of 2") == 1
    assert "Left, 1 of 2" in overview._repr_html_()


def test_a_notebook_tells_the_tie():
    """In the table of touchpoints."""
    assert "one of two where most end" in cjm.analyze(fork())._repr_html_()


def test_all_personas_for_whom_it_is_worst_are_named():
    """Of a gap that some of them have, and of a balance."""
    scores = [{"experience": 9}, {"experience": 4}, {"experience": 4}]
    personas = dict(zip(("anna", "boris", "clara"), scores, strict=True))
    journey = Journey(
        "x",
        {"a": {"expectation": 6, "experience": 6.5, "by_persona": personas}},
        personas={
            "anna": {"name": "Anna", "share": 0.7},
            "boris": {"name": "Boris", "share": 0.15},
            "clara": {"name": "Clara", "share": 0.15},
        },
    )
    told = [f.message for f in cjm.check(journey).findings if "worst for" in f.message]
    assert told
    assert all("worst for Boris, Clara" in message for message in told)
