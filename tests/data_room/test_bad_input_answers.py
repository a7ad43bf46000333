"""Answers, money and words: what counts, and what is left out by its value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cjm.data.definition import Answer, Events, Reviews, Rows, Sales, Survey
from cjm.errors import CjmError
from cjm.project.discovery import shown_path
from tests.helpers.sources import typed_rows, write


def counts(found):
    """How many rows each reason took."""
    return {name: reason.rows for name, reason in found.typed.left_out.items()}


def survey(folder, scores, scale=(1, 5), **form):
    """A long survey of one touchpoint with these scores."""
    write(folder, a_csv="t;s\n" + "".join(f'a;"{score}"\n' for score in scores))
    return Survey("s", Rows("a.csv", **form), scale, touchpoint="t", score="s")


NUMBERS = {
    "5": 5, "4.0": 4, " 3 ": 3, "+2": 2, "2.": 2, ".5": 0.5, "1e0": 1, "-1": -1, "−1": -1,
    "1 000": 1000, "12 345 678.5": 12_345_678.5, "1\u00a0000": 1000, "0x1": None, "inf": None,
    "-Infinity": None, "nan": None, "NaN": None, "1e999": None, "8,4": None, "н/д": None,
    "1_000": None, "5 stars": None, "1 00": None, "--1": None, "1e": None, "٥": None,
    "true": None, "4..5": None, "½": None,
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_what_is_a_number(tmp_path, text):
    """With a point, a sign, blanks between thousands; never infinite, never a word."""
    found = typed_rows(tmp_path, survey(tmp_path, [text], (-9e9, 9e9)))
    if NUMBERS[text] is None:
        assert found.rows == []
        assert found.typed.left_out["not a number"].values == {text: 1}
    else:
        assert found.column("answer") == [NUMBERS[text]]


def test_another_decimal_mark_is_named_where_it_fits_all(tmp_path):
    """With the key to set; not where one of the texts is no number with either."""
    found = typed_rows(tmp_path, survey(tmp_path, ["4,5", "3,0", "5"]))
    assert str(found.typed.left_out["not a number"].help).endswith('write decimal: ","')
    found = typed_rows(tmp_path, survey(tmp_path, ["4,5", "н/д"]))
    assert found.typed.left_out["not a number"].help is None
    found = typed_rows(tmp_path, survey(tmp_path, ["4,5", "3,0", "5"], decimal=","))
    assert (found.column("answer"), counts(found)) == ([4.5, 3, 5], {})
    found = typed_rows(tmp_path, survey(tmp_path, ["4.5", "1 234,5"], (1, 9000), decimal=","))
    assert found.column("answer") == [1234.5]
    assert str(found.typed.left_out["not a number"].help).endswith('write decimal: "."')


def test_a_blank_score_is_no_answer(tmp_path):
    """No fault: nothing is said against the data for it."""
    found = typed_rows(tmp_path, survey(tmp_path, ["5", "", " ", "4"]))
    assert (found.column("answer"), counts(found)) == ([5, 4], {"no answer": 2})
    assert found.typed.untrusted == 0


def test_a_score_off_the_scale_is_left_out_and_never_clipped(tmp_path):
    """The ends belong to the scale."""
    found = typed_rows(tmp_path, survey(tmp_path, ["0.99", "1", "5", "5.01", "50", "50"]))
    assert found.column("answer") == [1, 5]
    reason = found.typed.left_out["score off the scale"]
    assert (reason.rows, list(reason.values.items())) == (
        4,
        [("50", 2), ("0.99", 1), ("5.01", 1)],
    )
    file = shown_path(str(tmp_path / "a.csv"))
    assert reason.examples == ((file, 2, "0.99"), (file, 5, "5.01"), (file, 6, "50"))
    assert found.typed.untrusted == 4 / 6


LONG = (
    "who;point;side;mark;segment;w\n"
    "1;Поездка;exp;5;A;1\n"
    "1;trip;real;4;B;2\n"
    "2;ride;real;3;;1\n"
    "3;Оплата;ожидание;5;A;1\n"
    "4;Поезка;real;5;A;1\n"
    "5;Такси;real;5;A;1\n"
    "6;trip;rael;5;A;1\n"
    "7;trip;;5;A;1\n"
    "8;trip;real;5;C;1\n"
    "9;trip;real;5;A;0\n"
    "10;trip;real;5;A;\n"
    "11;trip;real;5;A;-1\n"
    "12;;recommend;9;A;1\n"
    "13;;real;5;A;1\n"
)
SURVEY = Survey(
    "s",
    Rows("a.csv"),
    (1, 5),
    respondent="who",
    touchpoint="point",
    side="side",
    score="mark",
    persona="segment",
    weight="w",
    values={"expectation": ("exp", "ожидание"), "experience": ("real",), "nps": ("recommend",)},
    touchpoints={"ride": ("Поездка", "trip"), "pay": ("Оплата",), "gone": ("Такси",)},
    personas={"anna": ("A", "B")},
    metrics={"nps": Answer("nps", scale=(0, 10))},
)


def test_words_are_ids_and_unknown_ones_are_left_out_by_value(tmp_path):
    """A touchpoint of no journey, a persona, a side; each with what may be meant."""
    write(tmp_path, a_csv=LONG)
    found = typed_rows(tmp_path, SURVEY, touchpoints=("ride", "pay"), personas=("anna",))
    assert [tuple(row.values())[1:5] for row in found.rows] == [
        ("1", "ride", "expectation", 5),
        ("1", "ride", "experience", 4),
        ("2", "ride", "experience", 3),
        ("3", "pay", "expectation", 5),
        ("12", None, "nps", 9),
    ]
    assert found.column("persona") == ["anna", "anna", None, "anna", "anna"]
    assert found.column("weight") == [1, 2, 1, 1, 1]
    assert {n: (dict(r.values), dict(r.meant)) for n, r in found.typed.left_out.items()} == {
        "unknown touchpoint": ({"Поезка": 1, "Такси": 1}, {"Поезка": "Поездка"}),
        "unknown side": ({"": 1, "rael": 1}, {"rael": "real"}),
        "unknown persona": ({"C": 1}, {}),
        "weight not above 0": ({"": 1, "-1": 1, "0": 1}, {}),
        "no touchpoint": ({}, {}),
    }


def test_without_a_journey_each_word_is_an_id(tmp_path):
    """Only a side must be known."""
    write(tmp_path, a_csv=LONG)
    found = typed_rows(tmp_path, SURVEY)
    assert {"gone", "Поезка"} <= set(found.column("touchpoint"))
    assert "C" in found.column("persona")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_the_same_however_their_letters_are_put_together(tmp_path, form):
    """й is one sign or two."""
    import unicodedata

    word = unicodedata.normalize(form, "Первый заказ")
    write(tmp_path, a_csv=f"t;s\n{word};5\n")
    source = Survey(
        "s",
        Rows("a.csv"),
        (1, 5),
        touchpoint="t",
        score="s",
        touchpoints={"first": ("Первый заказ",)},
    )
    assert typed_rows(tmp_path, source, touchpoints=("first",)).column("touchpoint") == ["first"]


def test_a_constant_side_is_that_of_all(tmp_path):
    """Experience, where nobody says otherwise."""
    source = survey(tmp_path, ["5"])
    assert typed_rows(tmp_path, source).column("part") == ["experience"]
    expected = Survey(
        "s", source.rows, (1, 5), touchpoint="t", score="s", constant_side="expectation"
    )
    assert typed_rows(tmp_path, expected).column("part") == ["expectation"]


WIDE = Survey(
    "s",
    Rows("a.csv"),
    (1, 5),
    respondent="who",
    persona="segment",
    columns={
        "e1": Answer("expectation", "ride"),
        "s1": Answer("experience", "ride"),
        "n": Answer("nps", shift=-1),
        "solved": Answer("fcr", values={"yes": ("ja",), "no": ("nein",)}),
        "sat": Answer("csat", scale=(1, 7)),
    },
)


def test_a_wide_survey_gives_an_answer_a_cell(tmp_path):
    """Each on its own scale after its shift; yes is 1; what is wrong with a row is told once."""
    write(
        tmp_path,
        a_csv="who,segment,e1,s1,n,solved,sat\n"
        "1,A,5,4,11,ja,7\n"
        "2,A,,9,0,nein,x\n"
        "3,B,5,5,5,ja,5\n"
        "4,,1,1,1,perhaps,8\n",
    )
    found = typed_rows(tmp_path, WIDE, personas=("A",))
    answers = {(r["respondent"], r["part"], r["touchpoint"]): r["answer"] for r in found.rows}
    assert answers == {
        ("1", "expectation", "ride"): 5,
        ("1", "experience", "ride"): 4,
        ("1", "nps", None): 10,
        ("1", "fcr", None): 1,
        ("1", "csat", None): 7,
        ("2", "fcr", None): 0,
        ("4", "expectation", "ride"): 1,
        ("4", "experience", "ride"): 1,
        ("4", "nps", None): 0,
    }
    assert counts(found) == {
        "unknown persona": 1,
        "no answer": 1,
        "unknown answer": 1,
        "not a number": 1,
        "score off the scale": 3,
    }
    assert found.typed.read == 4
    assert found.typed.untrusted == pytest.approx((1 + 5 / 5) / 4)
    whose = {name: reason.answers for name, reason in found.typed.left_out.items()}
    assert whose == {**dict.fromkeys(counts(found), 5), "unknown persona": 0}


def test_every_cell_of_a_wide_survey_is_told_where_it_stands(tmp_path):
    """A touchpoint that no journey has is told by its id."""
    write(tmp_path, a_csv="who,segment,e1,s1,n,solved,sat\n1,A,5,4,11,ja,7\n")
    found = typed_rows(tmp_path, WIDE, touchpoints=("rides",))
    reason = found.typed.left_out["unknown touchpoint"]
    assert (reason.rows, dict(reason.meant)) == (2, {"ride": "rides"})
    assert found.column("touchpoint") == [None, None, None]


def test_money_has_four_places(tmp_path):
    """Returns stay; what is no money is left out; blanks may part thousands."""
    moneys = ["10", "-5.5", "0", "1 234.56785", "", "free", "1e15", "99999999999999.9999"]
    write(tmp_path, a_csv="c;t;m\n" + "".join(f"1;2026-07-01;{m}\n" for m in moneys))
    found = typed_rows(tmp_path, Sales("s", Rows("a.csv"), "c", "t", "m"))
    assert [str(money) for money in found.column("money")] == [
        "10.0000", "-5.5000", "0.0000", "1234.5679", "99999999999999.9999",
    ]  # fmt: skip
    assert isinstance(found.rows[0]["money"], Decimal)
    assert dict(found.typed.left_out["not a number"].values) == {"": 1, "1e15": 1, "free": 1}


def test_a_programme_is_said_in_many_words(tmp_path):
    """Yes, a number above 0, or nothing; points are numbers."""
    words = ["yes", "Да", "1", "250", "no", "", "0", "true", "+"]
    write(tmp_path, a_csv="c;t;m;k\n" + "".join(f"1;2026-07-01;1;{word}\n" for word in words))
    source = Sales("s", Rows("a.csv"), "c", "t", "m", member="k", points_used="k")
    found = typed_rows(tmp_path, source)
    assert found.column("member") == [True, True, True, True, False, False, False, True, True]
    assert found.column("points_used") == [None, None, 1, 250, None, None, 0, None, None]


def test_a_review_stays_without_its_rating(tmp_path):
    """One that is no number, or off the scale; one without a text is none."""
    write(tmp_path, a_csv="text;stars;point\nfine;5;a\nbad;9;b\nso;x;a\n;5;a\nwell;;c\n")
    source = Reviews("r", Rows("a.csv"), "text", "stars", (1, 5), touchpoint="point")
    found = typed_rows(tmp_path, source, touchpoints=("a", "b"))
    assert found.column("text") == ["fine", "bad", "so"]
    assert found.column("rating") == [5, None, None]
    assert counts(found) == {
        "no text": 1,
        "not a number": 1,
        "score off the scale": 1,
        "unknown touchpoint": 1,
    }


def test_an_event_keeps_its_word_whatever_it_is(tmp_path):
    """Which touchpoint it means is asked elsewhere; blank ones are counted."""
    write(
        tmp_path,
        a_csv="case,word,time,n\n1,New word,2026-07-01,2\n1,,2026-07-01,10\n"
        ",x,2026-07-01,1\n1,y,2026-07-01,10\n",
    )
    source = Events("log", Rows("a.csv"), "case", "word", "time", order="n", failed="word = 'y'")
    found = typed_rows(tmp_path, source, touchpoints=("a",))
    assert found.column("word") == ["New word", "y"]
    assert found.column("ord") == [2, 10]
    assert found.column("failed") == [False, True]
    assert counts(found) == {"no case": 1, "no touchpoint": 1}


def test_an_order_of_words_stays_one_of_words(tmp_path):
    """One that is no number makes all of them texts."""
    write(tmp_path, a_csv="case,word,time,n\n1,x,2026-07-01,2\n1,y,2026-07-01,b\n")
    source = Events("log", Rows("a.csv"), "case", "word", "time", order="n")
    assert typed_rows(tmp_path, source).column("ord") == ["2", "b"]


def test_a_column_of_a_wide_survey_that_is_missing_is_named(tmp_path):
    """With the near one."""
    write(tmp_path, a_csv="who,segment,e1,s2,n,solved,sat\n")
    with pytest.raises(CjmError, match=r"has no column 's1' \(columns\)"):
        typed_rows(tmp_path, WIDE)


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u202f", "\ufeff", "\r", " \n "])
def test_what_stands_about_a_word_is_no_part_of_it(tmp_path, blank):
    """Before it, behind it, or alone."""
    write(tmp_path, a_csv=f't,s\n"{blank}ride{blank}",5\n"ride{blank}",4\n"{blank}",3\nri de,2\n')
    source = Survey("s", Rows("a.csv"), (1, 5), touchpoint="t", score="s")
    found = typed_rows(tmp_path, source)
    assert found.column("touchpoint") == ["ride", "ride", "ri de"]
    assert counts(found) == {"no touchpoint": 1}
