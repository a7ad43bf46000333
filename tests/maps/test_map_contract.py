"""What the SVG of a map sheet promises: cli.md's section of that name."""

from __future__ import annotations

import re

import pytest
from graph_probe import SVG, Picture, card_box
from graph_samples import SHAPES, coffee, hostile, large, loops
from map_probe import columns_of, corners, grounds, lanes_of, nodes_of, sheet
from map_samples import crowd, full, rich, to_be

from cjm.analysis import analyze
from cjm.journey import Journey, Score, Touchpoint, Transition
from cjm.maps import render
from cjm.names import LANES
from cjm.testing import HOSTILE
from cjm.testing.colours import contrast

TAGS = {"svg", "title", "desc", "g", "rect", "circle", "line", "path", "text", "tspan"}
NUMBERS = ("x", "y", "width", "height", "cx", "cy", "r", "x1", "x2", "y1", "y2", "data-gap",
           "stroke-width", "d", "transform")  # fmt: skip


@pytest.fixture(scope="module")
def coffee_sheet() -> Picture:
    """The mock-ups' journey."""
    return sheet(full())


def test_the_root_says_what_it_is(coffee_sheet: Picture) -> None:
    """Journey, view, language, theme, title and description."""
    root = coffee_sheet.root
    assert root.get("data-journey") == "coffee-machine"
    assert root.get("data-view") == "map"
    assert (root.get("lang"), root.get("role"), root.get("class")) == ("ru", "img", "cjm")
    assert root[0].text == "Покупка кофемашины в интернет-магазине «Зерно»"
    assert root[1].tag == f"{SVG}desc"
    assert "точек контакта 11" in str(root[1].text)


@pytest.mark.parametrize("name", SHAPES)
def test_every_touchpoint_and_stage_is_there_once(name: str) -> None:
    """With level, gap, column and sentence."""
    journey = SHAPES[name]()
    shown, figures = sheet(journey), analyze(journey)
    ids = [g.get("data-touchpoint") for g in shown.groups("touchpoint")]
    assert sorted(map(str, ids)) == sorted(p.id for p in journey.touchpoints)
    for point in journey.touchpoints:
        group, measured = shown.touchpoint(point.id), figures[point.id]
        assert str(group.get("class")).split()[1] == (measured.level or "unmeasured")
        gap = group.get("data-gap")
        assert (None if gap is None else float(gap)) == measured.gap
        assert group[0].tag == f"{SVG}title"
        assert group[1].tag == f"{SVG}rect"
    stages = [g.get("data-stage") for g in shown.groups("stage")]
    used = any(p.stage for p in journey.touchpoints)
    assert stages == ([s.id for s in journey.stages] if used else [])


def test_a_touchpoint_says_it_in_a_sentence(coffee_sheet: Picture) -> None:
    """The same sentence as on a graph."""
    text = str(coffee_sheet.touchpoint("courier")[0].text)
    assert text.startswith("Доставка курьером: ожидание 9, восприятие 5, сервис −4, разочарование.")


def test_columns_stand_in_file_order_within_the_order_of_stages() -> None:
    """The file may mix its stages; columns of one width follow each other, bands above them."""
    shown = sheet(loops())
    boxes = columns_of(shown)
    assert list(boxes) == list("abcdefghi")
    for shown, journey in ((sheet(SHAPES["hostile"]()), hostile()), (sheet(coffee()), coffee())):
        places = {s.id: i for i, s in enumerate(journey.stages)}
        ordered = sorted(journey.touchpoints, key=lambda p: places[str(p.stage)])
        boxes = columns_of(shown)
        assert sorted(boxes, key=lambda id: boxes[id].x) == [p.id for p in ordered]
        assert len({round(b.width, 3) for b in boxes.values()}) == 1


def test_a_stage_is_a_band_around_its_columns(coffee_sheet: Picture) -> None:
    """Its first rectangle; bands do not touch."""
    boxes = columns_of(coffee_sheet)
    end = 0.0
    for group in coffee_sheet.groups("stage"):
        band = card_box(group)
        assert band.x > end
        end = band.right
        own = [p.id for p in full().touchpoints if p.stage == group.get("data-stage")]
        for id in own:
            assert band.x < boxes[id].x
            assert boxes[id].right < band.right


def test_an_empty_stage_keeps_its_band_and_loose_touchpoints_stand_between() -> None:
    """After the stage that the file has them after."""
    shown = sheet(SHAPES["loose"]())
    boxes = columns_of(shown)
    order = sorted(boxes, key=lambda id: boxes[id].x)
    assert order == ["before", "one", "between", "more", "three", "after"]
    bands = {g.get("data-stage"): card_box(g) for g in shown.groups("stage")}
    assert boxes["more"].right < bands["s2"].x
    assert bands["s2"].right < boxes["three"].x


def test_a_stage_tells_what_it_adds_to_the_balance(coffee_sheet: Picture) -> None:
    """Goal and total stand in its head."""
    heads = {g.get("data-stage"): coffee_sheet.texts(g) for g in coffee_sheet.groups("stage")}
    texts = [t.text for t in heads["receive"]]
    assert texts == ["3. Получение", "Забрать точно в\u00a0срок", "−3,1", "в баланс"]


@pytest.mark.parametrize("name", [*SHAPES, "full", "rich"])
def test_nothing_in_it_is_alive(name: str) -> None:
    """Shapes and text, plain numbers, nothing that loads or runs."""
    journey = {**SHAPES, "full": full, "rich": rich}[name]()
    for element in sheet(journey).root.iter():
        assert element.tag.removeprefix(SVG) in TAGS
        assert not [a for a in element.attrib if a.startswith(("on", "style")) or "href" in a]
        for attribute in NUMBERS:
            value = element.get(attribute, "")
            assert not re.search(r"-0(?![.\d])|\.\d{7}|\de[-+]?\d|nan|inf", value), value


def test_hostile_texts_stay_text() -> None:
    """Shown whole and as they are, without the characters XML forbids."""
    shown = sheet(hostile(), lanes=["touchpoint"])
    title = "".join(t.text for t in shown.texts(shown.touchpoint("h0")))
    assert title.endswith("<script>alert(1)</script>")
    long = " ".join(t.text for t in shown.texts(shown.touchpoint("h8"))).replace("\u00a0", " ")
    assert long.endswith(HOSTILE[8].strip())
    letters = "".join(t.text for t in shown.texts(shown.touchpoint("h7"))).replace("-", "")
    assert letters.endswith(HOSTILE[7])


def test_a_curve_is_a_group_of_its_persona() -> None:
    """Empty for everybody, one group for each of several, the state where two are compared."""
    assert [g.get("data-persona") for g in sheet(full()).groups("curve")] == [""]
    both = sheet(full(), persona=["boris", "anna"]).groups("curve")
    assert [g.get("data-persona") for g in both] == ["boris", "anna"]
    one = sheet(full(), persona="anna")
    assert [g.get("data-persona") for g in one.groups("curve")] == ["anna"]
    assert one.root.get("data-persona") == "anna"
    pair = sheet(full(), compare=to_be()).groups("curve")
    assert [g.get("data-state") for g in pair] == ["as-is", "to-be"]


def test_the_curve_runs_through_every_score(coffee_sheet: Picture) -> None:
    """At the middle of its column, at a height that falls as C rises."""
    boxes, figures = columns_of(coffee_sheet), analyze(full())
    (curve,) = coffee_sheet.groups("curve")
    heights = {round(x): y for x, y in nodes_of(curve)}
    by_gap = {}
    for id, box in boxes.items():
        height = heights[round(box.center.x)]
        by_gap.setdefault(figures[id].gap, set()).add(round(height, 1))
    assert all(len(found) == 1 for found in by_gap.values())
    ordered = [by_gap[gap].pop() for gap in sorted(by_gap, key=float)]
    assert ordered == sorted(ordered, reverse=True)


def test_the_balance_is_told_step_by_step(coffee_sheet: Picture) -> None:
    """Where it changes along the likely path, and at its end."""
    (group,) = coffee_sheet.groups("balance")
    texts = [t.text for t in coffee_sheet.texts(group)]
    assert sorted(texts) == sorted(["баланс −1,5", "+1", "−0,5", "−4,5"])


def test_the_balance_is_dotted_where_the_likely_path_is_elsewhere() -> None:
    """Over the column that it leaves out, and over no other; it ends in one dot."""
    shown = sheet(
        Journey(
            "detour",
            (
                Touchpoint("a", expectation=5, experience=6,
                           next=(Transition("b", 0.3), Transition("c", 0.7))),
                Touchpoint("b", expectation=5, experience=3, next=(Transition("c", 1),)),
                Touchpoint("c", expectation=5, experience=7),
            ),
        )
    )  # fmt: skip
    (balance,) = shown.groups("balance")
    (dotted,) = (e for e in balance.iter(f"{SVG}line") if e.get("stroke-dasharray"))
    left, right = float(str(dotted.get("x1"))), float(str(dotted.get("x2")))
    away = columns_of(shown)["b"]
    gap = 4  # on either side of a column's panel
    assert away.x - gap <= left < right <= away.right + gap
    assert right - left > away.width * 0.8
    assert len(list(balance.iter(f"{SVG}circle"))) == 1
    assert "+3" in " ".join(text.text for text in shown.texts(balance))


def test_what_is_not_measured_interrupts_the_curve() -> None:
    """Dashed and told, in the scores and on the curve."""
    journey = Journey("gap", tuple(
        Touchpoint(f"t{i}", expectation=Score(5), experience=None if i == 2 else Score(6 + i % 2))
        for i in range(5)
    ))  # fmt: skip
    shown = sheet(journey)
    column = columns_of(shown)["t2"]
    for x, _ in nodes_of(shown.groups("curve")[0]):
        assert not column.x < x < column.right
    told = [t for t in shown.texts() if t.text == "n/a"]
    assert len([t for t in told if column.x < t.box.x < column.right]) == 2


def test_no_score_at_all_still_makes_a_sheet() -> None:
    """Every column is marked, nothing is invented."""
    journey = Journey("blank", (Touchpoint("a", "Alone"), Touchpoint("b")))
    shown = sheet(journey)
    assert nodes_of(shown.groups("curve")[0]) == []
    assert not shown.groups("balance")
    assert {g.get("data-gap") for g in shown.groups("touchpoint")} == {None}


def test_a_sheet_is_as_wide_as_a3_and_grows_with_its_columns() -> None:
    """From a readable least width on; over sixty columns are narrower."""
    assert sheet(full()).sheet.width == 1754
    assert sheet(Journey("one", (Touchpoint("a", "Alone"),))).sheet.width == 1754
    widths = {}
    for count in (20, 40, 60, 61, 200):
        shown = sheet(large(count, 5))
        widths[count] = columns_of(shown)["t0"].width
        assert shown.sheet.width > 1754
    assert widths[20] == widths[40] == widths[60] > widths[61] == widths[200] > 90


def test_print_hatches_disappointment() -> None:
    """With hairlines, not with a pattern."""
    (curve,) = sheet(full(), theme="print").groups("curve")
    hairlines = [p for p in curve.iter(f"{SVG}path") if str(p.get("d")).count("V") > 10]
    assert hairlines
    (curve,) = sheet(full()).groups("curve")
    assert not [p for p in curve.iter(f"{SVG}path") if "V" in str(p.get("d"))]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("what", ["rich", "personas", "crowd", "compare", "unmeasured"])
def test_every_text_has_enough_contrast_with_what_is_below_it(theme: str, what: str) -> None:
    """WCAG 2 AA asks 4.5 of text."""
    shown = {
        "rich": lambda: sheet(rich(), theme=theme, lanes=LANES),
        "personas": lambda: sheet(full(), theme=theme, persona=["anna", "boris"]),
        "crowd": lambda: sheet(crowd(), theme=theme, persona=["p0", "p1", "p2", "p3"]),
        "compare": lambda: sheet(full(), theme=theme, compare=to_be()),
        "unmeasured": lambda: sheet(large(20, 4), theme=theme),
    }[what]()
    seen = 0
    for text, colour, ground in grounds(shown):
        assert contrast(colour, ground) >= 4.5, (text, colour, ground)
        seen += 1
    assert seen > 100


def test_the_grounds_are_found() -> None:
    """The test above can fail: a tag's figure stands on its tag."""
    found = {(text, ground) for text, _, ground in grounds(sheet(full()))}
    assert ("−4", "#B83A0C") in found
    assert ("+3", "#0A62AE") in found
    assert ("1. Выбор", "#E9E5DC") in found
    assert corners("M0 0h4v3l-2 -1z") == [(0, 0), (4, 0), (4, 3), (2, 2)]


@pytest.mark.parametrize("options", [{}, {"theme": "print"}, {"persona": ["anna", "boris"]}])
def test_the_same_journey_gives_the_same_bytes(options: dict[str, object]) -> None:
    """From run to run."""
    first = render(full(), view="map", **options)  # type: ignore[arg-type]
    assert first == render(full(), view="map", **options)  # type: ignore[arg-type]


def test_the_lanes_of_the_mock_up_are_in_its_order(coffee_sheet: Picture) -> None:
    """Those the journey has, and no other."""
    assert lanes_of(coffee_sheet) == [
        "Точка контакта", "О, В, С", "Кривая С", "Доходят", "Моменты истины", "Эмоции",
        "Что хорошо", "Что болит", "Голос клиента", "Отвечает", "Улучшения",
    ]  # fmt: skip
