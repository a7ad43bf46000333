"""What a reader must find on a graph, and what its groups say."""

from __future__ import annotations

from itertools import combinations
from shutil import which

import pytest
from graph_samples import SHAPES, coffee, large, small
from picture_probe import Picture, picture

from cjm.analysis import analyze
from cjm.journey import Journey, Persona, Score, Touchpoint
from cjm.maps import render
from cjm.maps.scene.model import Rect


@pytest.fixture(scope="module")
def coffee_map() -> Picture:
    """The coffee machine's map in Russian."""
    return picture(coffee())


def test_a_picture_says_what_it_is(coffee_map: Picture) -> None:
    """Journey, view, language, title, description."""
    scene = coffee_map.scene
    assert scene.data["journey"] == "coffee-machine"
    assert (scene.view, scene.language) == ("graph", "ru")
    assert scene.title == "Покупка кофемашины в интернет-магазине «Зерно»"
    assert "точек контакта 11" in scene.description


@pytest.mark.parametrize("name", SHAPES)
def test_every_touchpoint_is_there_once(name: str) -> None:
    """With its level, its gap, its card and a sentence; and every transition and stage."""
    journey = SHAPES[name]()
    shown, figures = picture(journey), analyze(journey)
    ids = [g.data.get("touchpoint") for g in shown.groups("touchpoint")]
    assert ids == [p.id for p in journey.touchpoints]
    for point in journey.touchpoints:
        group, measured = shown.touchpoint(point.id), figures[point.id]
        assert group.classes[1] == (measured.level or "unmeasured")
        assert group.data.get("gap") == measured.gap
        assert group.title
        first = group.rects[0].node
        assert isinstance(first, Rect)
        assert first.radius
    ways = [(g.data["from"], g.data["to"]) for g in shown.groups("transition")]
    assert sorted(ways) == sorted((p.id, t.to) for p in journey.touchpoints for t in p.next)
    stages = [g.data.get("stage") for g in shown.groups("stage")]
    assert stages == ([s.id for s in journey.stages] if any(
        p.stage for p in journey.touchpoints) else [])  # fmt: skip


def test_a_touchpoint_says_it_in_a_sentence(coffee_map: Picture) -> None:
    """Title, O, B, C with its sign, level, channel, and what else is known."""
    assert coffee_map.touchpoint("courier").title == (
        "Доставка курьером: ожидание 9, восприятие 5, сервис −4, разочарование. Курьер. "
        "Момент истины: так отметил автор, одна из главных потерь, "
        "самое сильное впечатление. Сюда приходят 55\u00a0% клиентов."
    )
    english = picture(coffee(), language="en").touchpoint("card").title
    assert english == (
        "Карточка товара на сайте: expectation 7.5, experience 7.5, gap 0, as expected. Сайт. "
        "Moment of truth: decides success most. Start: 40%. "
        "Of those here, leave silently: 22%. Met by 100% of customers."
    )


def test_classes_tell_starts_exits_and_moments(coffee_map: Picture) -> None:
    """Scripts and styles find them by class."""
    classes = {g.data["touchpoint"]: " ".join(g.classes) for g in coffee_map.groups("touchpoint")}
    assert classes["ad"] == "touchpoint delight start"
    assert classes["courier"] == "touchpoint disappointment moment-of-truth"
    assert classes["review"] == "touchpoint delight moment-of-truth exit success"
    assert classes["refund"] == "touchpoint disappointment exit failure"
    unmeasured = picture(small()).touchpoint("thanks")
    assert " ".join(unmeasured.classes) == "touchpoint unmeasured moment-of-truth exit neutral"
    assert unmeasured.data.get("gap") is None


def test_transitions_tell_where_they_lead(coffee_map: Picture) -> None:
    """A way back is told by its class; the probability is a plain number."""
    ways = {
        (g.data["from"], g.data["to"]): (" ".join(g.classes), g.data["probability"])
        for g in coffee_map.groups("transition")
    }
    assert ways["ticket", "courier"] == ("transition backward loop", 0.45)
    assert ways["hotline", "review"] == ("transition", 0.3)
    assert ways["ad", "card"] == ("transition", 1)


def test_drop_offs_tell_their_share(coffee_map: Picture) -> None:
    """d(u), as a plain number, of those at the touchpoint."""
    shares = {g.data.get("touchpoint"): g.data.get("share") for g in coffee_map.groups("drop-off")}
    assert shares == pytest.approx({"card": 0.22, "ticket": 0.2})


def test_stage_bands_come_first_in_their_groups(coffee_map: Picture) -> None:
    """Each stage's first rectangle is its band; bands stand from left to right, level above."""
    bands = [g.box for g in coffee_map.groups("stage")]
    assert [b.x for b in bands] == sorted(b.x for b in bands)
    assert len({b.y for b in bands}) == 1


def test_the_level_is_told_by_sign_and_shape(coffee_map: Picture) -> None:
    """The tag hangs down, is level, or breaks out above, and its figure bears the sign."""
    for id, sign, below, above in (
        ("courier", "−4", True, False),
        ("pay", "0", False, False),
        ("review", "+3", False, True),
    ):
        (tag,) = coffee_map.touchpoint(id).groups("gap-tag")
        assert sign in [t.text for t in tag.texts]
        xs = [x for x, _ in tag.paths[0].corners]
        middle, edges = (min(xs) + max(xs)) / 2, (min(xs), max(xs))
        peaks = [y for x, y in tag.paths[0].corners if x == middle]
        sides = [y for x, y in tag.paths[0].corners if x in edges]
        assert any(y > max(sides) for y in peaks) == below
        assert any(y < min(sides) for y in peaks) == above


def test_numbers_follow_the_language(coffee_map: Picture) -> None:
    """A decimal comma in Russian, a dot in English; a true minus and a no-break space."""
    texts = coffee_map.words
    assert {"−1,5", "48\u00a0%", "О 7,5"} <= set(texts)
    english = [t.text for t in picture(coffee(), language="en").texts]
    assert {"−1.5", "48%", "O 7.5"} <= set(english)


def test_a_persona_shows_its_scores_and_is_marked() -> None:
    """Its gap on the card, its name in the first line, its portrait filled."""
    shown = picture(coffee(), persona="anna")
    assert shown.scene.data["persona"] == "anna"
    assert shown.touchpoint("courier").data["gap"] == -5
    assert "оценки: Анна" in shown.texts[0].text
    fills = {g.data.get("persona"): g.circles[0].fill for g in shown.groups("persona")}
    assert fills["anna"] != fills["boris"]


def test_many_personas_are_counted_and_the_chosen_one_is_shown() -> None:
    """As many as fit, then how many more."""
    personas = tuple(Persona(f"p{i}", f"Persona {i}", 0.125) for i in range(8))
    journey = Journey("many", (Touchpoint("a"),), personas=personas)
    assert any(t.text.startswith("and 2\u00a0more") for t in picture(journey).texts)
    chosen = picture(journey, persona="p7")
    assert "p7" in [g.data.get("persona") for g in chosen.groups("persona")]


def test_the_legend_lists_only_what_occurs() -> None:
    """A journey without drop-offs, loops or transitions has no word of them."""
    lone = Journey("lone", (Touchpoint("a", "A", expectation=Score(5), experience=Score(6)),))
    texts = {t.text for t in picture(lone).texts}
    assert {"delight", "Gap C = B − O", "Outcomes"} <= texts
    for absent in ("disappointment", "as expected", "not measured", "Leave silently",
                   "Doom loop", "Transition: width is share", "success"):  # fmt: skip
        assert absent not in texts
    everything = {t.text for t in picture(coffee()).texts}
    assert {"Уходят молча", "Момент истины и почему", "успех", "неудача"} <= everything
    assert "нейтрально" not in everything


@pytest.mark.parametrize("name", SHAPES)
def test_text_on_cards_stays_on_its_card(name: str) -> None:
    """Measured with the bundled font."""
    shown = picture(SHAPES[name]())
    for group in shown.groups("touchpoint"):
        card = group.box
        for text in group.texts:
            assert card.x < text.box.x, text
            assert text.box.right < card.right, text
            assert text.box.bottom < card.bottom, text


@pytest.mark.parametrize("name", SHAPES)
def test_texts_never_overlap_and_stay_on_the_sheet(name: str) -> None:
    """All texts of the sheet, header and legend included."""
    shown = picture(SHAPES[name]())
    texts, sheet = shown.texts, shown.sheet
    for a, b in combinations(texts, 2):
        assert not a.box.overlaps(b.box, -0.6), (a, b)
    for text in texts:
        assert text.box.x > 4, text
        assert text.box.right < sheet.width - 4, text
        assert text.box.bottom < sheet.height - 4, text


def test_many_touchpoints_get_compact_cards() -> None:
    """From 26 on; O and B are then told by the dumbbell and the title."""
    assert picture(large(25, 5)).touchpoint("t0").box.height >= 108
    shown = picture(large(26, 5))
    group = shown.touchpoint("t0")
    assert group.box.width == 188
    assert not [t for t in group.texts if t.text.startswith("О ")]
    assert "ожидание" in group.title


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("engine", ["embedded", "dot"])
def test_the_same_journey_gives_the_same_bytes(name: str, engine: str) -> None:
    """From run to run, with either engine."""
    if engine == "dot":
        which("dot") or pytest.skip("no system Graphviz")
    journey = SHAPES[name]()
    assert render(journey, engine=engine) == render(journey, engine=engine)
