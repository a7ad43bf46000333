"""Doom loops, moments of truth and the likely path: found by the analysis, seen on the map."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path as File

import pytest
from graph_faults import faults
from graph_probe import composed, laid_out
from graph_samples import SHAPES, coffee, loops, transitions
from picture_probe import Part, Picture, Shape, picture

import cjm
from cjm.analysis import Analysis, analyze
from cjm.design.palette import Palette
from cjm.design.themes import THEMES
from cjm.journey import Journey, Persona, PersonaScores, Score, Stage, Touchpoint
from cjm.maps.content.loops import MOST_MARKED, rounds
from cjm.maps.views.graph.layout.cardtext import REASON_PITCH, reason_lines, strip_height
from cjm.maps.views.graph.layout.measures import COMPACT, FULL
from cjm.maps.views.graph.layout.spaces import drop_off_space

WORKED = File(__file__).parents[2] / "docs" / "examples" / "worked.yaml"


@pytest.fixture(scope="module")
def worked() -> Journey:
    """The worked example of the analysis: search, ask, pay, done."""
    return cjm.load(WORKED)


def pairs(shown: Picture, class_: str) -> set[tuple[str, str]]:
    """Transitions that have the class."""
    groups = (g for g in shown.groups("transition") if class_ in g.classes)
    return {(str(g.data["from"]), str(g.data["to"])) for g in groups}


def moments(shown: Picture) -> list[str]:
    """The touchpoints marked as moments of truth."""
    return [str(g.data["touchpoint"]) for g in shown.groups("moment-of-truth")]


def chained(count: int) -> Journey:
    """Pairs of touchpoints, each a doom loop of its own, one worse than the other."""
    points = []
    for i in range(count):
        last = i == count - 1
        onward = {} if last else {f"a{i + 1}": 0.5}
        points += [
            Touchpoint(f"a{i}", expectation=Score(6), experience=Score(5),
                       next=transitions(**{f"b{i}": 1})),
            Touchpoint(f"b{i}", expectation=Score(6), experience=Score(6 - (i % 5) / 2),
                       next=transitions(**{f"a{i}": 0.4, **onward})),
        ]  # fmt: skip
    return Journey("chained", tuple(points), title="Loops in a row")


def test_the_worked_example_is_all_there(worked: Journey) -> None:
    """Its moments with their reasons, its loop with the sum a round, its likely path."""
    shown, diagram = picture(worked), composed(worked)
    assert moments(shown) == ["search", "ask", "done"]
    assert {c.id: c.reasons for c in diagram.cards if c.reasons} == {
        "search": ("one of the main losses", "decides success most"),
        "ask": ("one of the main losses", "the strongest impression"),
        "done": ("most customers end here",),
    }
    assert pairs(shown, "loop") == {("search", "ask"), ("ask", "search")}
    (tab,) = shown.groups("loop-tab")
    assert tab.data.get("touchpoint") == "search"
    assert any("−4" in t.text for t in tab.texts)
    assert diagram.likely == ("search", "pay", "done")
    figures = [t.text for t in shown.groups("figures")[0].texts]
    assert figures[::2] == ["−1.47", "50%", "76%"]
    endings = [g.data.get("end") for g in shown.groups("ending")]
    assert endings == ["success", "drop-off"]


def test_the_description_says_what_the_picture_shows(worked: Journey) -> None:
    """Balance, shares, moments, loops and the likely path, in sentences."""
    description = picture(worked).scene.description
    for sentence in (
        "Balance −1.47, disappointed 50%, reach success 76%",
        "Moments of truth: Search on the site (one of the main losses, decides success most); ",
        "Doom loops: Search on the site → Ask the support chat → Search on the site, −4.00 a ",
        "Likely path, 50% of customers: Search on the site → Payment → Order confirmed.",
    ):
        assert sentence in description


@pytest.mark.parametrize("name", SHAPES)
def test_what_the_analysis_finds_is_marked(name: str) -> None:
    """Every moment of truth, every transition of a doom loop, on every sample."""
    journey = SHAPES[name]()
    analysis, shown = analyze(journey), picture(journey)
    assert moments(shown) == list(analysis.moments_of_truth)
    found = [p for loop in analysis.loops for p in rounds(loop.touchpoints)]
    assert pairs(shown, "loop") == set(found)
    assert len(shown.groups("halo")) == min(len(analysis.loops), MOST_MARKED)
    assert len(shown.groups("loop-tab")) == len(shown.groups("halo"))
    assert on_likely_path(journey) == likely_pairs(analysis)


def on_likely_path(journey: Journey) -> set[tuple[str, str]]:
    """The arrows that are told to be on the likely path."""
    return {(a.source, a.target) for a in composed(journey).arrows if a.likely}


def likely_pairs(analysis: Analysis) -> set[tuple[str, str]]:
    """The steps of the likely path."""
    path = analysis.likely_path
    return set(pairwise(path.touchpoints)) if path else set()


def stroke_of(shape: Shape) -> str:
    """The token of a line."""
    assert shape.stroke is not None
    return str(shape.stroke.paint)


def line_of(part: Part) -> str:
    """The token of a transition's line: the first path of its group."""
    return stroke_of(part.paths[0])


def test_the_likely_path_is_dark_and_above_the_grey() -> None:
    """And doom loops are above both."""
    shown = picture(coffee())
    strokes = [line_of(g) for g in shown.groups("transition")]
    grey, dark, red = "edge", "likely_path", "disappointment.line"
    assert strokes == [grey] * strokes.count(grey) + [dark] * strokes.count(dark) + [red] * 3
    assert strokes.count(dark) == 5
    for class_, id in (("start-marker", "ad"), ("outcome", "review")):
        (marker,) = [g for g in shown.groups(class_) if g.data.get("for") == id]
        assert line_of(marker) == dark


def test_on_paper_a_loop_is_a_double_line() -> None:
    """No hue there: a line in the colour of the ground runs inside the dark one."""
    for group in picture(coffee()).groups("transition"):
        doubled = len([p for p in group.paths if p.stroke and p.stroke.paint == "loop_core"])
        assert doubled == ("loop" in group.classes)
    assert [Palette(theme).colour("loop_core") is None for theme in THEMES] == [True, True, False]


def test_a_halo_lies_below_everything_it_lights() -> None:
    """It is painted before the transitions and the cards, and surrounds its cards."""
    shown = picture(coffee())
    order = [part.group.role for part in shown.parts]
    assert order.index("halo") < order.index("transition") < order.index("touchpoint")
    (halo,) = shown.groups("halo")
    assert [r.fill for r in halo.rects] == ["halo"] * 3
    boxes = [shown.touchpoint(id).box for id in ("courier", "hotline", "ticket")]
    rects = [(r.box.x, r.box.width) for r in halo.rects]
    assert rects == [(b.x - 8, b.width + 16) for b in boxes]
    assert "−9,00 за круг" in halo.title


def test_a_second_loop_has_a_dashed_outline() -> None:
    """The first, worst one has none."""
    halos = picture(chained(3)).groups("halo")
    dashed = [any(s.stroke and s.stroke.dashes for s in halo.shapes) for halo in halos]
    assert dashed == [False, True, True]


def test_of_many_loops_the_worst_are_lit_and_the_rest_counted() -> None:
    """All keep their class and colour; legend and description tell how many have no halo."""
    journey = chained(6)
    diagram, shown = composed(journey), picture(journey)
    worst = sorted(analyze(journey).loops, key=lambda loop: loop.balance)[:MOST_MARKED]
    assert [loop.ids for loop in diagram.loops] == [loop.touchpoints for loop in worst]
    assert diagram.unmarked_loops == 3
    assert len(pairs(shown, "loop")) == 12
    assert "3 more" in shown.scene.description
    assert any("3 more" in t.text for t in shown.texts)


def test_a_loop_of_one_touchpoint_is_lit_too() -> None:
    """Its own small loop and its card."""
    shown = picture(loops())
    assert pairs(shown, "loop") == {("e", "e")}
    (halo,) = shown.groups("halo")
    assert len(halo.rects) == 1
    (tab,) = shown.groups("loop-tab")
    assert [t.text for t in tab.texts] == ["−4,00"]


@pytest.mark.parametrize("name", ["coffee", "loops", "unstaged", "twenty", "forty", "sixty"])
def test_a_tab_covers_no_card_and_no_drop_off(name: str) -> None:
    """It hangs in the gap below its card; no label stands on it."""
    diagram, layout = laid_out(SHAPES[name]())
    assert layout.tabs
    for tab in layout.tabs:
        for id, box in layout.frame.boxes.items():
            assert not tab.box.overlaps(box), id
        assert not any(tab.box.overlaps(label.box) for label in layout.labels)
    shown = picture(SHAPES[name]())
    tabs = [t.box for g in shown.groups("loop-tab") for t in g.texts]
    told = [t for g in shown.groups("drop-off") for t in g.texts]
    assert not [t for t in told for tab in tabs if t.box.overlaps(tab)]
    assert len(tabs) == len(diagram.loops)


def test_reasons_are_written_long_else_short() -> None:
    """What does not fit the strip in words fits in fewer letters; the title has them all."""
    shown = picture(coffee())
    texts = {
        g.data.get("touchpoint"): " ".join(t.text for t in g.texts)
        for g in shown.groups("moment-of-truth")
    }
    assert "одна из главных потерь" in texts["track"]
    assert "объявлен · потери · пик" in texts["courier"]
    told = "так отметил автор, одна из главных потерь, самое сильное впечатление"
    assert told in shown.touchpoint("courier").title


def test_a_likely_path_is_none_without_an_exit() -> None:
    """Nothing is dark where nobody arrives anywhere."""
    journey = Journey(
        "round", (Touchpoint("a", next=transitions(b=1)), Touchpoint("b", next=transitions(a=1)))
    )
    shown = picture(journey)
    assert all(line_of(g) == "edge" for g in shown.groups("transition"))
    assert not re.search("likely", shown.scene.description, re.I)


def crowded(two_ways: bool, leads: float = 0.5) -> Journey:
    """A loop of one card below which customers leave, and lines run down and perhaps up."""
    back = {"over": 0.1} if two_ways else {}
    return Journey(
        "crowded",
        {
            "over": {"expectation": 8, "experience": 3, "next": {"over": 0.2, "under": leads}},
            "under": {"expectation": 6, "experience": 7, "next": {"end": 0.5, **back}},
            "end": {"expectation": 5, "experience": 5},
        },
    )


def behind(journey: Journey) -> list[float]:
    """How thick the transitions are that run behind a tab."""
    _, layout = laid_out(replace(journey, stages=(Stage("s"),), touchpoints=_in_one(journey)))
    (tab,) = layout.tabs
    return [
        route.width
        for route in layout.routes
        if any(tab.box.grown(route.width / 2).holds(at) for at in route.path.samples(2))
    ]


def _in_one(journey: Journey) -> tuple[Touchpoint, ...]:
    return tuple(replace(point, stage="s") for point in journey.touchpoints)


def test_a_tab_gives_up_its_sign_rather_than_cover_a_line() -> None:
    """Between those who leave, a line down and the loop itself there is room for the sum alone."""
    assert behind(crowded(two_ways=False)) == []


def test_where_there_is_no_room_at_all_the_thinnest_line_runs_behind_the_tab() -> None:
    """Of a way there and a way back, the one that few go: above it is as crowded, by the tag of a
    touchpoint that delights as it is written and disappoints its only persona."""
    journey = crowded(two_ways=True, leads=0.7)
    over, *rest = journey.touchpoints
    before = Touchpoint("before", expectation=7, experience=7, next=transitions(over=0.7))
    lived = PersonaScores("p", expectation=Score(8), experience=Score(3))
    over = replace(
        over,
        expectation=Score(6),
        experience=Score(7),
        by_persona=(lived,),
        next=transitions(over=0.1, under=0.5, before=0.3),
    )
    points = (before, over, *rest)
    personas = (Persona("p", "P", share=1),)
    (covered,) = behind(replace(journey, touchpoints=points, personas=personas))
    assert covered == min(1 + 6 * 0.1, 1 + 6 * 0.5)


@pytest.mark.parametrize("first", [True, False])
def test_a_tab_stands_above_its_card_where_below_there_is_no_room(first: bool) -> None:
    """Below the head of the stage, or beside those who leave the card above, which it lets be."""
    before = Touchpoint("before", expectation=7, experience=7, next=transitions(end=0.9))
    journey = crowded(two_ways=True, leads=0.7)
    points = journey.touchpoints if first else (before, *journey.touchpoints)
    journey = replace(journey, touchpoints=points)
    assert behind(journey) == []
    diagram, layout = laid_out(replace(journey, stages=(Stage("s"),), touchpoints=_in_one(journey)))
    (tab,) = layout.tabs
    assert tab.above
    assert tab.box.bottom == layout.frame.boxes[tab.id].y
    assert faults(diagram, layout) == []
    if not first:
        leaving = drop_off_space(diagram.card("before"), diagram, layout.frame)
        assert not tab.box.overlaps(leaving)


def test_a_tab_hangs_from_another_card_of_the_loop_where_the_first_has_no_room() -> None:
    """Below the second card nothing runs down, and another column is as long."""
    ways: dict[str, dict[str, float]] = {
        "a": {"b": 0.75}, "b": {"c": 0.75}, "c": {"d": 0.5, "e": 0.45},
        "d": {"b": 0.75, "e": 0.2}, "e": {"d": 0.25, "e": 0.25, "f": 0.2}, "f": {"e": 0.95},
    }  # fmt: skip
    lived = {"a": 4, "b": 2, "c": 8, "d": 4, "e": 4, "f": 3}
    stages = {"a": "s", "b": "s", "c": "t", "d": "t", "e": "u", "f": "u"}
    journey = Journey(
        "long",
        tuple(
            Touchpoint(id, expectation=7, experience=lived[id], next=next, stage=stages[id])
            for id, next in ways.items()
        ),
        stages=tuple(map(Stage, "stu")),
    )
    _, layout = laid_out(journey)
    (tab,) = (tab for tab in layout.tabs if tab.loop.ids == ("e", "f"))
    assert tab.id == "f"
    assert not any(tab.box.holds(at) for route in layout.routes for at in route.path.samples(2))


def test_reasons_take_as_many_lines_as_they_need() -> None:
    """Nothing of why a card is a moment of truth is cut."""
    journey = cjm.load(WORKED)
    diagram = composed(journey)
    reasons = ("author's own choice", "decides most", "largest loss", "peak, 1 of 3", "end")
    card = diagram.cards[0]._replace(reasons=reasons, short_reasons=reasons)
    lines = reason_lines(card, FULL.card_width)
    assert " ".join(" · ".join(reasons).split()) == " ".join(" ".join(lines).split())
    assert len(lines) > 1
    assert strip_height(card, FULL) == FULL.strip + REASON_PITCH * (len(lines) - 1)
    assert strip_height(card, COMPACT) == 0
