"""Messages: English as they are, Russian with its plurals, marks and words."""

from __future__ import annotations

import math
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from cjm.i18n import Message, external, plural, say, translate
from cjm.i18n.figures import Total

ROOT = Path(__file__).parents[2]


def test_a_message_is_no_text_until_it_is_translated():
    """So that nobody prints it without saying in which language; Python's own use is English."""
    message = say("there is no {kind} {id!r}", kind="stage", id="x")
    assert not isinstance(message, str)
    assert translate(message, "en") == str(message) == "there is no stage 'x'"
    assert translate(message, "ru") == "нет этапа «x»"
    assert translate(None, "ru") is None
    assert str(ValueError(message)) == "there is no stage 'x'"


def test_messages_are_equal_by_template_and_values():
    """As records are; they can be keys, too."""
    assert say("{n} waived", n=1) == Message("{n} waived", (("n", 1),))
    assert len({say("{n} waived", n=1), say("{n} waived", n=1), say("{n} waived", n=2)}) == 2


def test_braces_stand_where_no_values_are():
    """A list of keys in braces is text; a value of any kind is never read as a template."""
    assert (
        str(say("a number, or {value, per, worth, currency}"))
        == "a number, or {value, per, worth, currency}"
    )
    assert (
        translate(say("a number, or {value, per, worth, currency}"), "ru")
        == "число или {value, per, worth, currency}"
    )
    message = say("there is no rule {name!r}", name="{x|y} {0}")
    assert str(message) == "there is no rule '{x|y} {0}'"
    assert translate(message, "ru") == "нет правила «{x|y} {0}»"


def test_a_message_survives_copying():
    """What was copied or sent to another process can still be told."""
    message = say("{n} {n:note|notes}", n=2)
    again = pickle.loads(pickle.dumps(message))
    assert (str(again), translate(again, "ru")) == ("2 notes", "2 заметки")


@pytest.mark.parametrize(
    ("number", "russian"),
    [
        (0, "0 ошибок"),
        (1, "1 ошибка"),
        (2, "2 ошибки"),
        (4, "4 ошибки"),
        (5, "5 ошибок"),
        (11, "11 ошибок"),
        (12, "12 ошибок"),
        (14, "14 ошибок"),
        (21, "21 ошибка"),
        (22, "22 ошибки"),
        (25, "25 ошибок"),
        (100, "100 ошибок"),
        (101, "101 ошибка"),
        (111, "111 ошибок"),
        (1002, "1002 ошибки"),
    ],
)
def test_russian_nouns_go_with_their_count(number, russian):
    """One, few, many, and the teens that end like one and few."""
    message = say("{n} {n:error|errors}", n=number)
    assert str(message) == (f"{number} error" if number == 1 else f"{number} errors")
    assert translate(message, "ru") == russian


def test_a_fraction_takes_the_genitive():
    """2,5 дня."""
    assert plural(2.5, ("день", "дня", "дней")) == "дня"


def test_russian_figures_have_a_comma_and_a_true_minus():
    """Numbers and figures, in any depth; a file's own text keeps its marks."""
    score = say(
        "the score {score} is outside the scale {low} to {high}",
        score=-0.25,
        low=1,
        high=4.5,
    )
    assert translate(score, "ru") == "оценка −0,25 вне шкалы от 1 до 4,5"
    balance = say("the average customer ends with a balance of {balance}", balance=Total(-1.5))
    assert translate(balance, "ru").endswith("счёта −1,50")
    advice = say("write the decimal point as a point: {text}", text="8.4")
    assert translate(advice, "ru") == "дробную часть отделяйте точкой: 8.4"


def test_words_are_chosen_by_value():
    """Cases and genders that a value decides."""
    no = "there is no {kind} {id!r}"
    assert translate(say(no, kind="touchpoint", id="a"), "ru") == "нет точки контакта «a»"
    assert translate(say(no, kind="channel", id="a"), "ru") == "нет канала «a»"


def test_what_the_system_says_is_known_or_left():
    """What we know is told in our words; the rest is quoted in its own, braces and all."""
    known = say("{path}: {reason}", path="x", reason=external("permission denied"))
    assert translate(known, "ru") == "x: не хватает прав"
    strange = say("{path}: {reason}", path="x", reason=external("found {a} dragon"))
    assert translate(strange, "ru") == "x: «found {a} dragon»"
    assert translate(strange, "en") == 'x: "found {a} dragon"'


def test_nothing_finite_is_no_trouble():
    """A number that is none is a dash, not refused."""
    assert translate(say("{number} is more than {most}", number=1, most=math.inf), "ru")[-1] == "–"


@pytest.mark.parametrize(("language", "needed"), [("en", False), ("ru", True)])
def test_the_russian_table_is_read_only_where_it_is_spoken(tmp_path, language, needed):
    """A run in English does not pay for another language."""
    (tmp_path / "cjm.yaml").write_text(f"cjm: 1\nlanguage: {language}\n", encoding="utf-8")
    (tmp_path / "x.yaml").write_text("cjm: 1\ntouchpoints: {a: {x: 1}}\n", encoding="utf-8")
    code = "import sys, cjm; cjm.check('.'); print('cjm.i18n.russian' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(needed)
