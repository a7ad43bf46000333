"""Lanes: which rows a sheet shows, in which order, and what stands in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_samples import coffee, small
from map_probe import lanes_of
from map_samples import full, rich
from picture_probe import Picture, sheet

from cjm.design.themes import THEMES
from cjm.errors import UsageError
from cjm.journey import Improvement, Journey, Lift, Phase, Touchpoint, Transition
from cjm.maps.content.sheet import sheet_of
from cjm.maps.content.sheet.lanes import USUAL, chosen_lanes
from cjm.maps.content.sheet.model import Items, Lane, Reach
from cjm.maps.scene.model import Rect
from cjm.names import LANES

LIGHT = next(theme for theme in THEMES if theme.name == "light")


def lane(journey: Journey, name: str, **options: object) -> Lane:
    """One lane of a journey's sheet."""
    (found,) = sheet_of(journey, lanes=[name], **options).lanes  # type: ignore[arg-type]
    return found


def said(shown: Picture, id: str) -> str:
    """All texts of a touchpoint's column, joined."""
    return " ".join(t.text for t in shown.touchpoint(id).texts).replace("\u00a0", " ")


def items(journey: Journey, name: str, column: int = 0) -> list[tuple[str, str]]:
    """The texts of a list in a lane, each with its bullet."""
    cell = lane(journey, name).cells[column]
    assert isinstance(cell, Items)
    return [(i.bullet, i.text.replace("\u00a0", " ")) for i in cell.items]


def test_a_lane_appears_where_the_journey_has_something_to_say_in_it() -> None:
    """A journey of scores alone has no row for feelings."""
    assert [lane.name for lane in sheet_of(small()).lanes] == [
        "touchpoint", "scores", "curve", "reach", "moments",
    ]  # fmt: skip
    assert [lane.name for lane in sheet_of(rich()).lanes] == [*USUAL, "x-systems"]
    assert [lane.name for lane in sheet_of(rich(), lanes=LANES).lanes] == list(LANES)


def test_lanes_are_chosen_and_keep_their_order() -> None:
    """However they are named; those and no others."""
    assert chosen_lanes(None) == USUAL
    assert chosen_lanes(["pains", "curve"]) == ("curve", "pains")
    assert chosen_lanes([" Root_Cause ", "touchpoint"]) == ("touchpoint", "root-cause")
    assert lanes_of(sheet(full(), lanes=["pains", "curve"])) == ["Кривая С", "Что болит"]


def test_a_lane_without_words_is_left_out_even_where_it_is_named() -> None:
    """A row of nothing tells nothing."""
    assert lanes_of(sheet(coffee(), lanes=["quotes", "reach"])) == ["Доходят"]


@pytest.mark.parametrize(("name", "close"), [("pain", "pains"), ("improvement", "improvements")])
def test_a_wrong_name_is_told_with_the_nearest(name: str, close: str) -> None:
    """And with all there are."""
    with pytest.raises(UsageError, match=f"no lane '{name}'") as raised:
        sheet_of(full(), lanes=["curve", name])
    assert f"did you mean '{close}'?" in str(raised.value.help)
    assert "root-cause" in str(raised.value.help)
    with pytest.raises(UsageError, match="no lane is named"):
        sheet_of(full(), lanes=[])


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_lane_has_a_name_in_every_language(language: str) -> None:
    """Different ones."""
    titles = [lane.title for lane in sheet_of(rich(), (), language, LANES).lanes]
    assert len(set(titles)) == len(LANES)


def test_reach_is_a_share_of_customers_and_marks_the_likely_path() -> None:
    """By the analysis."""
    cells = [c for c in lane(full(), "reach").cells if isinstance(c, Reach)]
    assert [c.text.replace("\u00a0", " ") for c in cells] == [
        "60 %", "100 %", "30 %", "78 %", "23 %", "55 %", "55 %", "68 %", "23 %", "16 %", "6,3 %",
    ]  # fmt: skip
    likely = [i for i, cell in enumerate(cells) if cell.likely]
    assert likely == [0, 1, 3, 5, 6, 7]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_bar_of_reach_stands_clear_of_a_wide_share(language: str) -> None:
    """An assumed share with a digit after the point, in bold on the likely path."""
    wide = Journey(
        "wide",
        (
            Touchpoint("a", next=(Transition("b", 0.936), Transition("c"))),
            Touchpoint("b", next=(Transition("d"),)),
            Touchpoint("c", next=(Transition("b"), Transition("d"))),
            Touchpoint("d"),
        ),
    )
    drawn = sheet(wide, language=language, lanes=["reach"])
    share = next(text for text in drawn.texts if "96" in text.text)
    assert "≈" in share.text
    rects = [shape.box for shape in drawn.shapes if isinstance(shape.node, Rect)]
    bars = [rect for rect in rects if rect.height == 6.5]
    right = [bar for bar in bars if bar.x > share.box.x and bar.y < share.box.bottom]
    assert min(bar.x for bar in right) >= share.box.right + 4


def test_evidence_tells_what_scores_rest_on() -> None:
    """Respondents, spread, source, day, pairs of answers, and the interval of C."""
    found = [text for _, text in items(rich(), "evidence")]
    assert found[:3] == [
        "О: n 120, откл. 0,8",
        "В: n 412, откл. 1,3, CSAT 2026-Q3, 30.09.2026",
        "В − О попарно: n 120, откл. 1,75, ниже ожиданий 52 %",
    ]
    assert found[3].startswith("С, 95 %: −0,92 … −0,28")
    assert found[4:] == ["В: n 30, откл. 2", "В − О попарно: n 30, откл. 1,5"]


def test_metrics_tell_whether_they_meet_their_targets() -> None:
    """A tick, a cross, a point where there is no target, a ring where nothing is measured yet."""
    assert items(rich(), "metrics") == [
        ("missed", "csat 71, цель ≥ 90"),
        ("met", "response time 7 min, цель ≤ 9 min"),
        ("item", "nps 42"),
        ("open", "Вовремя, цель ≥ 95 %, ещё не измерено"),
        ("item", "csat 60"),
    ]


def test_lists_stand_as_they_are_written() -> None:
    """Each with its sign."""
    assert items(rich(), "strengths") == [("strength", "машина подана вовремя")]
    assert items(rich(), "pains")[1] == ("pain", "запах в салоне")
    assert items(rich(), "because")[-1] == ("item", "В: чисто")
    assert items(rich(), "root-cause")[2] == ("item", "старая система")
    assert items(rich(), "scenario") == [
        ("item", "Встреча. делает: открывает дверь. говорит: Добрый день! "
         "клиент чувствует: уверенность."),
    ]  # fmt: skip
    assert items(rich(), "owner") == [("", "автопарк")]


def test_emotions_are_the_words_that_were_written_and_no_face() -> None:
    """A face drawn from C would smile beside fear, where C is above zero."""
    point = Touchpoint("scan", expectation=3, experience=5, emotions=("fear", "anxiety"))
    journey = Journey("a", (point, Touchpoint("b", expectation=3, experience=5)))
    shown = sheet(journey, lanes=["emotions"])
    assert said(shown, "scan") == "fear anxiety"
    assert shown.touchpoint("scan").circles == []
    assert said(shown, "b") == ""


def test_quotes_get_the_marks_of_their_language_once() -> None:
    """Ones that have marks keep theirs."""
    assert "«Хотел тишины»" in said(sheet(rich(), lanes=["quotes"]), "ride")
    assert "««" not in said(sheet(rich(), lanes=["quotes"]), "ride")
    english = said(sheet(rich(), lanes=["quotes"], language="en"), "ride")
    assert "“Хотел тишины” «Больше не сяду»" in english


@pytest.mark.parametrize(
    ("language", "told"),
    [("ru", "план В +3 до 31.01.2027"), ("en", "plan B +3 by 31 Jan 2027")],
)
def test_an_improvement_tells_phase_lift_and_day(language: str, told: str) -> None:
    """In words of the language, at every touchpoint it lifts."""
    shown = sheet(rich(), lanes=["improvements"], language=language)
    assert told in said(shown, "ride")
    assert ("+0,5" if language == "ru" else "+0.5") in said(shown, "pay")


@pytest.mark.parametrize(("phase", "filled"), [("plan", 1), ("do", 2), ("check", 3), ("act", 4)])
def test_the_dots_of_a_phase_are_filled_as_far_as_it_is(phase: Phase, filled: int) -> None:
    """One of four is the plan, all four are done."""
    improvement = Improvement("quiet", lifts=(Lift("order", 1),), phase=phase)
    shown = sheet(replace(small(), improvements=(improvement,)), lanes=["improvements"])
    dots = [circle.fill for circle in shown.touchpoint("order").circles]
    assert [fill == "ink" for fill in dots] == [n < filled for n in range(4)]


def test_a_moment_of_truth_tells_its_reasons() -> None:
    """All of them."""
    told = "так отметил автор, одна из главных потерь, самое сильное впечатление"
    assert said(sheet(full(), lanes=["moments"]), "courier") == told


def test_very_long_texts_are_shown_whole() -> None:
    """Five hundred letters grow the row."""
    text = "слово " * 90
    journey = full()
    point = journey["pay"]
    points = tuple(replace(p, pains=(text,)) if p is point else p for p in journey.touchpoints)
    shown = sheet(replace(journey, touchpoints=points), lanes=["pains"])
    assert said(shown, "pay").split() == text.split()
