"""The page of `cjm diff`: what it says of the bakery, and of all that may differ."""

from __future__ import annotations

from pathlib import Path

import pytest

import cjm
from cjm.terminal.difference import difference_page
from cjm.terminal.text import width_of

ROOT = Path(__file__).parents[2]
AS_IS, TO_BE = (ROOT / f"journeys/bakery.{state}.yaml" for state in ("as-is", "to-be"))
BAKERY = """\
  Пекарня у дома · bakery · как есть → как должно быть

  Баланс        ▼ −1,83  →  ▲ +2,66    лучше на 4,49
  Разочарованы     87 %  →      0 %    лучше на 87 п. п.
  Запомнится    ▼ −1,86  →  ▲ +0,55    лучше на 2,41
  Успех            67 %  →     89 %    лучше на 22 п. п.
  Ушли молча       20 %  →     11 %    лучше на 9 п. п.
  Моменты истины с С < 0: 1 → 0 (Очередь)

Стало лучше ────────────────────────────────────────────────────────────────────────────────────────
  ▲ Очередь                   С  −3 → +0,5  В 4 → 7,5
  ▲ Стол подарочной упаковки  С  −2 → +1    В 6 → 9 · было «Упаковка на кассе»
Появилось ──────────────────────────────────────────────────────────────────────────────────────────
  + Предзаказ подарка         С  +1         сюда доходят 15 %
  + Выдача предзаказа         С  +1         сюда доходят 15 %
Исчезло ────────────────────────────────────────────────────────────────────────────────────────────
  − В другой раз — мимо       С  −2         сюда доходили 13 %
Переходы ───────────────────────────────────────────────────────────────────────────────────────────
  + Предзаказ подарка → Выдача предзаказа        100 %, через 1 день
  + Выдача предзаказа → Первый кусок дома        100 %
  − Первый кусок дома → В другой раз — мимо      15 %
  ~ Очередь → Выбор у прилавка                   84 % → 96 %
  ~ Выбор у прилавка → Стол подарочной упаковки  25 % → 15 %
  ~ Выбор у прилавка → Оплата                    75 % → 85 %
  ~ Первый кусок дома → Возвращение              80 % → 92 %
  ~ начало: Витрина с тортами 100 % → 85 %, + Предзаказ подарка 15 %
Прочее ─────────────────────────────────────────────────────────────────────────────────────────────
  Очередь: waiting_time 12 мин → 4 мин (цель ≤ 5 мин: достигнута); убраны by_persona, emotions,
  pains, root_cause
  Стол подарочной упаковки: канал counter → hall; отвечает управляющий → упаковщик; убраны emotions,
  pains; добавлены strengths
  Улучшения: убраны preorder, wrapping-person
  Этапы: before (цель Захотеть зайти → Захотеть зайти или заказать заранее)
  Описание изменено
"""


def page(*sides, language="en", width=100, **options):
    """The page without no-break spaces."""
    text = difference_page(cjm.diff(*sides, **options), language, width)
    return text.replace("\N{NO-BREAK SPACE}", " ")


def journey(points, **more):
    """A journey of touchpoints."""
    return cjm.Journey("j", points, **more)


def test_the_bakery_s_page_is_as_it_is_shown():
    """The form of a page, in Russian; figures by the one rule for digits."""
    assert page(AS_IS, TO_BE, language="ru") == BAKERY


def test_what_is_worse_comes_first_and_says_for_whom():
    """A persona has a line of its own where everybody's C did not go that way."""

    def with_scores(whole, anna):
        point = {"title": "Pay", "expectation": 5, "experience": whole}
        own = {"anna": {"experience": anna}}
        return journey({"a": {**point, "by_persona": own}}, personas={"anna": "Anna"})

    lines = page(with_scores(5, 5), with_scores(6, 4)).splitlines()
    worse, better = (
        next(n for n, line in enumerate(lines) if line.startswith(word))
        for word in ("Worse", "Better")
    )
    assert worse < better
    assert lines[worse + 1].split("  ")[1:] == ["▼ Pay · Anna", "C", "0 → −1", "B 5 → 4"]
    assert (
        lines[better + 1].split("  ")[1:4] == ["▲ Pay", " ", "   C"]
        or "▲ Pay " in lines[better + 1]
    )


def test_no_difference_says_so():
    """In both languages."""
    assert page(AS_IS, AS_IS) == "  no differences\n"
    assert page(AS_IS, AS_IS, language="ru") == "  различий нет\n"


def test_an_assumed_figure_keeps_its_mark():
    """Also on the way through a comparison; a change of assumed figures is assumed."""
    ways = {"a": {"expectation": 5, "experience": 4, "next": ["b", "c"]}, "b": None}
    one = journey({**ways, "c": {"outcome": "success"}})
    two = journey({**ways, "c": {"next": ["d"]}, "d": {"outcome": "success"}})
    assert "≈50%" in page(one, journey({**ways, "c": None, "d": None, "e": None}, start="a"))
    assert "reached by ≈50%" in page(one, two)


def test_scores_evidence_and_other_fields_have_a_line():
    """What stands in no row above: a score without C, evidence, order, metrics, the journey."""
    before = journey(
        {
            "a": {"expectation": 5, "duration": "5 min"},
            "b": {"expectation": {"score": 5, "n": 9}},
        },
        metrics={"nps": {"value": 40, "target": ">= 50"}},
        owner="Ann",
    )
    after = journey(
        {
            "b": {"expectation": {"score": 5, "n": 90}},
            "a": {"expectation": 6, "duration": "1 h", "pains": "slow", "moment_of_truth": True},
        },
        metrics={"nps": {"value": 52, "target": ">= 50"}},
        owner="Bob",
        start="a",
        description="New.",
    )
    text = page(before, after)
    for told in (
        "a: expectation 5 → 6; duration 5 min → 1 h; moment of truth – → yes; new pains",
        "b: evidence of expectation",
        "Order: moved ",
        "Metrics: nps 40 → 52 (target ≥ 50: met)",
        "Journey: owner Ann → Bob",
        "Description changed",
    ):
        assert told in text, text


@pytest.mark.parametrize("width", [40, 60, 140])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_line_is_wider_than_the_page(language, width):
    """In both directions of the bakery."""
    for sides in ((AS_IS, TO_BE), (TO_BE, AS_IS)):
        text = page(*sides, language=language, width=width)
        assert [line for line in text.splitlines() if width_of(line) > width] == []


def test_hostile_texts_steer_nothing():
    """Titles, ids and values are cleaned of what could steer a terminal or CI."""
    bad = "\x1b[31m::error::x\n\u202egnorw"
    one = journey({"a": {"title": bad, "owner": bad, "expectation": 5, "experience": 5}})
    two = journey({"b": {"title": bad, "owner": "o", "expectation": 5, "experience": 4}}, title=bad)
    text = page(one, two)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "::error" not in text
