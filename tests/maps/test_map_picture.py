"""What a reader must find on a map sheet, and what its groups say."""

from __future__ import annotations

import pytest
from graph_samples import SHAPES, coffee, hostile, large, loops
from map_probe import columns_of, lanes_of, nodes_of
from map_samples import crowd, full, rich, to_be
from picture_probe import Picture, grounds, sheet

from cjm.analysis import analyze
from cjm.design.palette import Palette
from cjm.design.themes import LIGHT, THEMES, Theme
from cjm.journey import Journey, Score, Touchpoint, Transition
from cjm.maps import render
from cjm.maps.scene.model import Rect
from cjm.names import LANES
from cjm.testing import HOSTILE
from cjm.testing.colours import contrast


@pytest.fixture(scope="module")
def coffee_sheet() -> Picture:
    """The mock-ups' journey."""
    return sheet(full())


def test_a_sheet_says_what_it_is(coffee_sheet: Picture) -> None:
    """Journey, view, language, title and description."""
    scene = coffee_sheet.scene
    assert scene.data["journey"] == "coffee-machine"
    assert (scene.view, scene.language) == ("map", "ru")
    assert scene.title == "Покупка кофемашины в интернет-магазине «Зерно»"
    assert "точек контакта 11" in scene.description


@pytest.mark.parametrize("name", SHAPES)
def test_every_touchpoint_and_stage_is_there_once(name: str) -> None:
    """With level, gap, column and sentence."""
    journey = SHAPES[name]()
    shown, figures = sheet(journey), analyze(journey)
    ids = [g.data.get("touchpoint") for g in shown.groups("touchpoint")]
    assert sorted(map(str, ids)) == sorted(p.id for p in journey.touchpoints)
    for point in journey.touchpoints:
        group, measured = shown.touchpoint(point.id), figures[point.id]
        assert group.classes[1] == (measured.level or "unmeasured")
        assert group.data.get("gap") == measured.gap
        assert group.title
        assert isinstance(group.group.children[0], Rect)
    stages = [g.data.get("stage") for g in shown.groups("stage")]
    used = any(p.stage for p in journey.touchpoints)
    assert stages == ([s.id for s in journey.stages] if used else [])


def test_a_touchpoint_says_it_in_a_sentence(coffee_sheet: Picture) -> None:
    """The same sentence as on a graph."""
    text = coffee_sheet.touchpoint("courier").title
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
        band = group.box
        assert band.x > end
        end = band.right
        own = [p.id for p in full().touchpoints if p.stage == group.data.get("stage")]
        for id in own:
            assert band.x < boxes[id].x
            assert boxes[id].right < band.right


def test_an_empty_stage_keeps_its_band_and_loose_touchpoints_stand_between() -> None:
    """After the stage that the file has them after."""
    shown = sheet(SHAPES["loose"]())
    boxes = columns_of(shown)
    order = sorted(boxes, key=lambda id: boxes[id].x)
    assert order == ["before", "one", "between", "more", "three", "after"]
    bands = {g.data.get("stage"): g.box for g in shown.groups("stage")}
    assert boxes["more"].right < bands["s2"].x
    assert bands["s2"].right < boxes["three"].x


def test_a_stage_tells_what_it_adds_to_the_balance(coffee_sheet: Picture) -> None:
    """Goal and total stand in its head."""
    heads = {g.data.get("stage"): g.texts for g in coffee_sheet.groups("stage")}
    texts = [t.text for t in heads["receive"]]
    assert texts == ["3. Получение", "Забрать точно в\u00a0срок", "−3,09", "в баланс"]


def test_hostile_texts_stay_text() -> None:
    """Shown whole and as they are, without the characters XML forbids."""
    shown = sheet(hostile(), lanes=["touchpoint"])
    title = "".join(t.text for t in shown.touchpoint("h0").texts)
    assert title.endswith("<script>alert(1)</script>")
    long = " ".join(t.text for t in shown.touchpoint("h8").texts).replace("\u00a0", " ")
    assert long.endswith(HOSTILE[8].strip())
    letters = "".join(t.text for t in shown.touchpoint("h7").texts).replace("-", "")
    assert letters.endswith(HOSTILE[7])


def test_a_curve_is_a_group_of_its_persona() -> None:
    """Empty for everybody, one group for each of several, the state where two are compared."""
    assert [g.data.get("persona") for g in sheet(full()).groups("curve")] == [""]
    both = sheet(full(), persona=["boris", "anna"]).groups("curve")
    assert [g.data.get("persona") for g in both] == ["boris", "anna"]
    one = sheet(full(), persona="anna")
    assert [g.data.get("persona") for g in one.groups("curve")] == ["anna"]
    assert one.scene.data["persona"] == "anna"
    pair = sheet(full(), compare=to_be()).groups("curve")
    assert [g.data.get("state") for g in pair] == ["as-is", "to-be"]


def test_the_curve_or_a_stem_reaches_every_score(coffee_sheet: Picture) -> None:
    """At the middle of its column, at a height that falls as C rises."""
    boxes, figures = columns_of(coffee_sheet), analyze(full())
    (curve,) = coffee_sheet.groups("curve")
    heights = {round(x): y for x, y in nodes_of(curve)}
    for stem in coffee_sheet.groups("stem"):
        x, y = stem.lines[0].corners[1]
        heights[round(x)] = y
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
    texts = [t.text for t in group.texts]
    assert sorted(texts) == sorted(["баланс −1,50", "+1,00", "−0,50", "−4,50"])


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
    (dotted,) = (s.node for s in balance.lines if s.stroke and s.stroke.dashes)
    left, right = dotted[0], dotted[2]
    away = columns_of(shown)["b"]
    gap = 4  # on either side of a column's panel
    assert away.x - gap <= left < right <= away.right + gap
    assert right - left > away.width * 0.8
    assert len(balance.circles) == 1
    assert "+3" in " ".join(text.text for text in balance.texts)


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
    told = [t for t in shown.texts if t.text == "n/a"]
    assert len([t for t in told if column.x < t.box.x < column.right]) == 2


def test_no_score_at_all_still_makes_a_sheet() -> None:
    """Of words: no plot, no row of scores, no box that says what is missing."""
    journey = Journey("blank", (Touchpoint("a", "Alone"), Touchpoint("b")))
    shown = sheet(journey)
    assert lanes_of(shown)[:1] == ["Touchpoint"]
    assert not {"O, B, C", "Curve of C"} & set(lanes_of(shown))
    assert not shown.groups("curve")
    assert not shown.groups("balance")
    assert not shown.groups("gap-tag")
    assert "n/a" not in shown.words
    assert {g.data.get("gap") for g in shown.groups("touchpoint")} == {None}


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
    (curve,) = sheet(full()).groups("curve")
    hairlines = [p for p in curve.paths if p.letters.count("V") > 10]
    assert {p.stroke.paint for p in hairlines if p.stroke} == {"hatch"}
    assert [Palette(theme).colour("hatch") is None for theme in THEMES] == [True, True, False]


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("what", ["rich", "personas", "crowd", "compare", "unmeasured"])
def test_every_text_has_enough_contrast_with_what_is_below_it(theme: Theme, what: str) -> None:
    """WCAG 2 AA asks 4.5 of text."""
    shown = {
        "rich": lambda: sheet(rich(), lanes=LANES),
        "personas": lambda: sheet(full(), persona=["anna", "boris"]),
        "crowd": lambda: sheet(crowd(), persona=["p0", "p1", "p2", "p3"]),
        "compare": lambda: sheet(full(), compare=to_be()),
        "unmeasured": lambda: sheet(large(20, 4)),
    }[what]()
    seen = 0
    for text, colour, ground in grounds(shown, Palette(theme)):
        assert contrast(colour, ground) >= 4.5, (text, colour, ground)
        seen += 1
    assert seen > 100


def test_the_grounds_are_found() -> None:
    """The test above can fail: a tag's figure stands on its tag."""
    found = {(text, ground) for text, _, ground in grounds(sheet(full()), Palette(LIGHT))}
    assert ("−4", "#B83A0C") in found
    assert ("+3", "#0A62AE") in found
    assert ("1. Выбор", "#E9E5DC") in found


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
