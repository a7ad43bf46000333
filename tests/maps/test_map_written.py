"""What authors write beside scores: facts of stages, texts by persona, rows of their own, links."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from map_probe import lanes_of
from map_samples import rich
from picture_probe import Picture, sheet

from cjm.errors import UsageError
from cjm.journey import Improvement, Journey, LaneTexts, Link, Persona, Stage, Touchpoint
from cjm.maps.content.addresses import led_to, readable
from cjm.maps.scene.model import Link as Anchor
from cjm.maps.scene.model import TextRun, walk


def column(shown: Picture, id: str) -> list[str]:
    """The texts of a touchpoint's column."""
    return [t.text.replace("\u00a0", " ") for t in shown.touchpoint(id).texts]


def facts(shown: Picture) -> list[tuple[str, str]]:
    """What is said of whole stages, each with its stage."""
    return [
        (str(part.data["stage"]), text.text.replace("\u00a0", " "))
        for part in shown.groups("stage-facts")
        for text in part.texts
    ]


@pytest.mark.parametrize(
    ("lane", "told"),
    [
        ("description", "От двери до двери"),
        ("emotions", "спокойствие"),
        ("pains", "пробки"),
        ("opportunities", "предупреждать о пробке"),
        ("owner", "город"),
        ("metrics", "Опозданий 12 %, цель ≤ 10 %"),
        ("x-systems", "Диспетчер 3"),
    ],
)
def test_facts_of_a_stage_stand_over_its_columns(lane: str, told: str) -> None:
    """In the row of what they are, above what touchpoints say there, and not in a touchpoint."""
    shown = sheet(rich(), lanes=[lane])
    assert facts(shown) == [("trip", told)]
    (strip,) = shown.groups("stage-facts")
    ground = strip.box
    columns = [shown.touchpoint(id).box for id in ("ride", "cancel")]
    assert ground.x > columns[0].x
    assert ground.right < columns[1].right
    assert ground.right > columns[1].x
    for text in shown.touchpoint("ride").texts:
        assert text.box.y > ground.bottom


def test_a_stage_alone_makes_a_row() -> None:
    """Where no touchpoint has anything to say there."""
    journey = Journey("a", (Touchpoint("t", stage="s"),), stages=(Stage("s", pains=("медленно",)),))
    assert facts(sheet(journey, lanes=["pains"])) == [("s", "медленно")]


def test_texts_of_a_persona_bear_its_badge_beside_everybodys() -> None:
    """Those that several share stand once, with the badge of each."""
    told = column(sheet(rich(), lanes=["actions"]), "ride")
    assert sorted(told) == sorted(["садится", "едет", "А", "пишет отчёт"])
    shared = column(sheet(rich(), lanes=["pains"]), "ride")
    assert shared.count("укачивает") == 1
    assert {"А", "Б"} <= set(shared)


def test_on_a_personas_own_sheet_its_texts_replace_everybodys() -> None:
    """Without a badge; what it has nothing of its own for stays everybody's."""
    anna = sheet(rich(), persona="anna", lanes=["actions", "emotions", "x-systems", "metrics"])
    assert column(anna, "ride") == ["пишет отчёт", "раздражение", "обида", "csat 60", "ноутбук"]
    boris = sheet(rich(), persona="boris", lanes=["actions", "thoughts"])
    assert column(boris, "ride") == ["садится", "едет", "Успею ли?"]


def test_of_several_personas_asked_for_only_theirs_are_told() -> None:
    """Not those of all others."""
    journey = rich()
    journey = replace(
        journey,
        personas=(*(replace(p, share=None) for p in journey.personas), Persona("vera", "Вера")),
    )
    asked = column(sheet(journey, persona=["boris", "vera"], lanes=["actions", "pains"]), "ride")
    assert "пишет отчёт" not in asked
    assert "укачивает" in asked


def test_every_channel_is_named_the_icon_is_the_main_ones() -> None:
    assert column(sheet(rich(), lanes=["touchpoint"]), "ride")[0] == "Автомобиль, Приложение"


def test_time_is_told_in_words() -> None:
    """How long the contact takes, and the wait after it, to where the ways part."""
    assert column(sheet(rich(), lanes=["time"]), "ride") == [
        "здесь 40 мин",
        "потом 2 мин до «Оплата»",
    ]
    assert column(sheet(rich(), lanes=["time"], language="en"), "ride")[0] == "40 min here"


def test_importance_stands_where_it_weighs() -> None:
    """At the score of the touchpoint that has one."""
    shown = sheet(rich(), lanes=["scores"])
    assert "важность 2" in column(shown, "ride")
    assert not any("важность" in text for text in column(shown, "pay"))


def test_an_improvement_tells_cost_owner_and_what_it_is_judged_by() -> None:
    """Once, where it lifts first."""
    shown = sheet(rich(), lanes=["improvements"])
    told = " ".join(column(shown, "ride"))
    assert "цена 120, отвечает: автопарк" in told
    assert "Жалоб: было 30 %, стало 15 %, цель ≤ 10 %: не достигнута, 01.11.2026" in told
    assert "Жалоб" not in " ".join(column(shown, "pay"))


def test_an_improvement_judged_by_a_metric_alone_stands_below_all_columns() -> None:
    judged: Any = {"returned": {"title": "Вернулись", "target": ">= 50", "unit": "%"}}
    journey = Journey(
        "a", (Touchpoint("t"),), improvements=(Improvement("i", judged_by=judged),), language="ru"
    )
    shown = " ".join(sheet(journey).words).replace("\u00a0", " ")
    assert "Вернулись: цель ≥ 50 %: ещё не измерено" in shown


def test_accepted_findings_are_told_where_they_are_accepted() -> None:
    """With the reason and the last day; those of the whole journey below all columns."""
    shown = sheet(rich())
    assert "negative-gap: чиним весной, до 31.03.2027" in " ".join(column(shown, "cancel"))
    assert "CJM4: пилот" in shown.words


def test_own_rows_follow_the_built_in_ones_in_their_order() -> None:
    """Those with a title; others where --lanes names them, by their key."""
    point = Touchpoint(
        "t", lanes=(LaneTexts("x-b", "б"), LaneTexts("x-a", "а"), LaneTexts("x-secret", "в"))
    )
    journey = Journey("j", (point,), lanes={"x-b": "Бэ", "x-a": {"title": "А"}}, language="ru")
    assert lanes_of(sheet(journey))[-2:] == ["Бэ", "А"]
    assert "в" not in sheet(journey).words
    assert lanes_of(sheet(journey, lanes=["x-secret", "x-a"])) == ["А", "secret"]


def test_an_own_row_that_nobody_writes_in_is_left_out_and_an_unknown_one_is_told() -> None:
    journey = Journey("j", (Touchpoint("t"),), lanes={"x-risks": "Risks"})
    assert "Risks" not in sheet(journey).words
    with pytest.raises(UsageError, match="no lane 'x-risk'") as raised:
        sheet(journey, lanes=["x-risk"])
    assert "did you mean 'x-risks'?" in str(raised.value.help)


def test_what_is_no_text_in_a_row_asked_for_is_told_in_a_note() -> None:
    """A mapping under a key of the author's own."""
    journey = Journey("j", (Touchpoint("t", unread=("x-camera",)),))
    note = sheet(journey, lanes=["touchpoint", "x-camera"]).scene.note
    assert str(note).startswith("x-camera: a row shows a text or a list of texts")
    assert sheet(journey).scene.note is None


def test_links_lead_where_they_say_and_only_to_the_web_and_mail() -> None:
    """Others stand there as text."""
    shown = sheet(rich(), lanes=["links"])
    anchors = [node for node, _ in walk(shown.scene.children) if isinstance(node, Anchor)]
    assert [anchor.href for anchor in anchors] == ["https://example.org/T-1"]
    told = [node.text for node in anchors[0].children if isinstance(node, TextRun)]
    assert told == ["ticket", "example.org/T-1"]
    assert {"share", "file:///etc/passwd"} <= set(shown.words)


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/T-1?a=1&b=2#x", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:anna@example.org", True),
        ("https://пример.рф/путь", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,hi", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://", False),
        ('https://a.org/"onclick=x', False),
        ("https://a.org/ b", False),
        ("vbscript:x", False),
        (" https://a.org ", True),
    ],
)
def test_an_address_leads_only_to_the_web_and_mail(url: str, leads: bool) -> None:
    assert bool(led_to(url)) == leads
    assert readable(url)


def test_a_long_address_is_shortened_on_its_line() -> None:
    """It is never broken with a hyphen that is not its own."""
    links = (Link("doc", "https://example.org/" + "x" * 300),)
    shown = sheet(Journey("j", (Touchpoint("t", links=links),)), lanes=["links"])
    address = column(shown, "t")[-1]
    assert address.startswith("example.org/xxx")
    assert address.endswith("…")


def test_a_row_of_which_little_is_written_says_so() -> None:
    """Under a quarter of the touchpoints; not where a stage says it for all."""
    points = [Touchpoint(f"t{i}", stage="s", pains="x" if i == 0 else ()) for i in range(5)]
    journey = Journey("j", tuple(points))
    told = " ".join(sheet(journey, lanes=["pains"]).words).replace("\u00a0", " ")
    assert "written at 1 of 5" in told
    half = replace(journey, touchpoints=tuple(points[:3]))
    assert "written at" not in " ".join(sheet(half, lanes=["pains"]).words)
    staged = replace(journey, stages=(Stage("s", pains=("y",)),))
    assert "written at" not in " ".join(sheet(staged, lanes=["pains"]).words)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_cost_and_owner_of_an_improvement_are_not_broken_into_each_other(language: str) -> None:
    """In a narrow column each has lines of its own."""
    points = tuple(
        Touchpoint(f"t{i}", expectation=8, experience=7, next=f"t{i + 1}" if i < 9 else ())
        for i in range(10)
    )
    lifted = Improvement(
        "calm", "A calm ride", lifts={p.id: 1 for p in points}, cost=120, owner="the car fleet"
    )
    shown = sheet(Journey("narrow", points, improvements=(lifted,)), language=language)
    texts = [text.text.replace("\u00a0", " ") for text in shown.touchpoint("t0").texts]
    assert {"en": "cost 120", "ru": "цена 120"}[language] in texts
    assert not [text for text in texts if text.endswith(",")]
