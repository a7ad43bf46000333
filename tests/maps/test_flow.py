"""The lived flow: what customers did on the map of what was planned."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from outline import outline

import cjm
from cjm.analysis.conformance import conformance_of
from cjm.journey import Journey
from cjm.journey.paths import CountedPath
from cjm.maps.look import look_of
from cjm.maps.render import picture
from cjm.maps.scene.model import Group, Rect, walk

JOURNEY = cjm.loads("""
cjm: 1
id: shop
title: Shop
touchpoints:
  search: {title: Search, expectation: 8, experience: 7, next: {cart: 0.7, help: 0.1}}
  help: {title: Help, expectation: 7, experience: 7, next: cart}
  cart: {title: Cart, expectation: 8, experience: 6, next: pay}
  pay: {title: Pay, expectation: 8, experience: 8, outcome: success}
""")
PATHS = {"search cart pay": 60, "search pay": 30, "search": 20, "cart pay": 10, "search chat": 5}
GOLDEN = Path(__file__).parent / "outlines/shop.flow.txt"


def result(journey: Journey = JOURNEY) -> dict:
    """What `cjm conform --format json` prints, without findings."""
    paths = [CountedPath(tuple(path.split()), cases) for path, cases in PATHS.items()]
    return {"source": "clicks", **conformance_of(journey, paths).to_dict()}


@pytest.fixture(scope="module")
def svg() -> str:
    return cjm.render(JOURNEY, flow=result()).decode()


def group(svg: str, source: str, target: str) -> str:
    """The markup of one move."""
    found = re.search(
        rf'<g class="transition[^>]*data-from="{source}" data-to="{target}".*?</g>', svg, re.DOTALL
    )
    assert found, (source, target)
    return found[0]


def width(svg: str, source: str, target: str) -> float:
    (first, *_) = re.findall(r'stroke-width="([\d.]+)"', group(svg, source, target))
    return float(first)


def test_a_line_is_as_wide_as_a_move_is_frequent(svg):
    """The busiest one is as wide as all customers; half as often, half as much more than 1."""
    busiest, half = width(svg, "cart", "pay"), width(svg, "search", "pay")
    assert (half - 1) / (busiest - 1) == pytest.approx(30 / 70, abs=0.01)


def test_what_is_not_declared_is_dashed_and_what_nobody_took_faint(svg):
    """By class and by stroke; what was declared and taken is neither."""
    undeclared, unused = group(svg, "search", "pay"), group(svg, "search", "help")
    assert "undeclared" in undeclared
    assert "stroke-dasharray" in undeclared
    assert "unused" in unused
    assert width(svg, "search", "help") == 1
    for plain in (unused, group(svg, "cart", "pay")):
        assert "stroke-dasharray" not in plain
    assert 'class="transition"' in group(svg, "cart", "pay")


def test_starts_ends_and_reach_are_the_lived_ones(svg):
    """Of all cases; an undeclared start is dashed too."""
    assert re.findall(r'data-touchpoint="search" data-share="([\d.]+)"', svg) == ["0.217391"]
    assert re.search(r'<g class="outcome"[^>]*data-share="0.8"', svg)
    start = re.search(r'<g class="start-marker" data-for="cart".*?</g>', svg, re.DOTALL)
    assert start
    assert "stroke-dasharray" in start[0]
    assert "92% of all customers" in svg or "Start: 92%" in svg


def test_the_picture_says_what_it_shows(svg):
    """In its heading and its legend, in both languages."""
    assert ">Customer journey map · as is · Lived flow: clicks, 125 cases<" in svg
    assert "Lived flow: clicks, 125 cases, 64% of them as planned" in svg  # its description
    for text in ("Lived: how often, share of visits (declared)", "not declared", "never taken"):
        assert f">{text}<" in svg
    russian = cjm.render(JOURNEY, flow=result(), language="ru").decode()
    assert "Прожитый поток: clicks, 125 прохождений, из них по плану 64" in russian
    assert ">никто не прошёл<" in russian


def test_the_head_tells_what_was_lived(svg):
    """How many go as planned and how the cases ended; the plan's own sums are not of this log."""
    head = svg[: svg.index('class="touchpoint')]
    shown = re.findall(r">([^<>]+)</t", head)
    assert "64%" in shown
    assert "of cases go as planned" in shown
    # 60 + 30 + 10 of 125 cases end at the payment
    assert shown[shown.index("success ") + 1 :][:1] == ["80%"]
    assert shown[shown.index("left silently ") + 1 :][:1] == ["20%"]


def test_it_is_drawn_as_it_was(svg):
    """The golden outline; CJM_WRITE_OUTLINES=1 writes it anew."""
    told = outline(picture(JOURNEY, look_of(flow=result())))
    if os.environ.get("CJM_WRITE_OUTLINES"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_a_result_is_read_from_its_file(tmp_path, svg):
    """The same picture; what is no result is told."""
    file = tmp_path / "result.json"
    file.write_text(json.dumps(result()), encoding="utf-8")
    assert cjm.render(JOURNEY, flow=file).decode() == svg
    for text in ("{}", "[]", "no json", '{"command": "segment"}'):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(cjm.UsageError, match="no result of cjm conform"):
            cjm.render(JOURNEY, flow=file)
    with pytest.raises(cjm.UsageError, match="no such file"):
        cjm.render(JOURNEY, flow=tmp_path / "gone.json")


def test_another_journey_s_flow_is_refused():
    """By its id."""
    with pytest.raises(cjm.UsageError, match="the flow is of other, not of shop"):
        cjm.render(JOURNEY, flow={**result(), "journey": "other"})


@pytest.mark.parametrize("options", [{"view": "map"}, {"format": "dot"}, {"format": "mermaid"}])
def test_only_a_graph_shows_it(options):
    with pytest.raises(cjm.UsageError, match="only the view graph"):
        cjm.render(JOURNEY, flow=result(), **options)


def noisy(rare: int = 1) -> dict:
    """A result in which every touchpoint is once followed by every other one, and by itself."""
    ids = [point.id for point in JOURNEY.touchpoints]
    paths = [CountedPath(("search", "cart", "pay"), 100), CountedPath(("search", "pay"), 40)]
    paths += [CountedPath((one, other), rare) for one in ids for other in ids]
    return {"source": "clicks", **conformance_of(JOURNEY, paths).to_dict()}


def drawn(text: str) -> set[tuple[str, str]]:
    """The moves that have a line."""
    found = re.findall(r'<g class="transition[^>]*data-from="(\w+)" data-to="(\w+)"', text)
    return {(source, target) for source, target in found}


def test_rare_moves_that_nobody_planned_are_counted_in_a_sentence_not_drawn():
    """As many lines of them as there are touchpoints at most; all planned ones, unused too."""
    result = noisy()
    text = cjm.render(JOURNEY, flow=result).decode()
    planned = {(p.id, way.to) for p in JOURNEY.touchpoints for way in p.next}
    moves = [m for m in result["moves"] if m["from"] and m["to"]]
    rare = {(m["from"], m["to"]) for m in moves if m["declared"] is None and m["share"] < 0.2}
    assert planned <= drawn(text)
    assert ("search", "pay") in drawn(text)
    assert len(drawn(text) - planned) <= len(JOURNEY.touchpoints)
    left = {(m["from"], m["to"]) for m in moves} - drawn(text)
    assert left <= rare
    times = sum(m["n"] for m in moves if (m["from"], m["to"]) in left)
    made = sum(m["n"] for m in moves)
    told = re.search(
        r"Not drawn: (\d+) undeclared kinds of moves, each below ([\d.]+)% of visits, "
        r"in all (\d+) of (\d+)\.",
        text,
    )
    assert told
    assert (int(told[1]), int(told[3]), int(told[4])) == (len(left), times, made)
    least = float(told[2]) / 100
    assert f">not declared, from {told[2]}% of visits<" in text
    for move in moves:
        if move["declared"] is None:
            assert ((move["from"], move["to"]) in left) == (move["share"] < least)
    russian = cjm.render(JOURNEY, flow=result, language="ru").decode()
    assert f"Не показано необъявленных переходов: {len(left)}" in russian


def test_few_deviations_are_drawn_however_rare():
    """Nothing is left out, and nothing said of that, where the picture stays clear."""
    paths = [CountedPath(("search", "cart", "pay"), 9999), CountedPath(("search", "pay"), 1)]
    text = cjm.render(JOURNEY, flow=conformance_of(JOURNEY, paths).to_dict() | {"source": "x"})
    assert ("search", "pay") in drawn(text.decode())
    assert "Not drawn" not in text.decode()


def test_cards_stand_where_the_plan_has_them():
    """What nobody planned bends no order: the lived map is read beside the planned one."""

    def places(scene) -> dict[str, float]:
        groups = [n for n, _ in walk(scene.children) if isinstance(n, Group)]
        cards = [g for g in groups if g.role == "touchpoint"]
        rects = {
            g.data["touchpoint"]: next(n for n, _ in walk((g,)) if isinstance(n, Rect))
            for g in cards
        }
        return dict(sorted((str(id), rect.x) for id, rect in rects.items()))

    plan = places(picture(JOURNEY, look_of()))
    back = [CountedPath(("pay", "cart", "help", "search"), 50)]
    lived = {"source": "x", **conformance_of(JOURNEY, back).to_dict()}
    order = sorted(plan, key=lambda id: plan[id])
    moved = places(picture(JOURNEY, look_of(flow=lived)))
    assert sorted(moved, key=lambda id: moved[id]) == order
