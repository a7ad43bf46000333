"""What an SVG promises: cli.md's section of that name, and what a reader must find."""

from __future__ import annotations

import re
from itertools import combinations
from shutil import which

import pytest
from graph_probe import SVG, Picture, card_box, picture
from graph_samples import SHAPES, coffee, hostile, large, loops, small

from cjm.analysis import analyze
from cjm.journey import Journey, Persona, Score, Touchpoint, Transition
from cjm.maps import render
from cjm.testing import HOSTILE

NUMBERS = ("x", "y", "width", "height", "cx", "cy", "r", "x1", "x2", "y1", "y2", "data-gap",
           "data-probability", "data-share", "stroke-width", "d", "transform")  # fmt: skip


@pytest.fixture(scope="module")
def coffee_map() -> Picture:
    """The coffee machine's map in Russian."""
    return picture(coffee())


def test_the_root_says_what_it_is(coffee_map: Picture) -> None:
    """Journey, view, language, role, title, description, and the one root class."""
    root = coffee_map.root
    assert root.get("data-journey") == "coffee-machine"
    assert root.get("data-view") == "graph"
    assert (root.get("lang"), root.get("role"), root.get("class")) == ("ru", "img", "cjm")
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Покупка кофемашины в интернет-магазине «Зерно»"
    assert root[1].tag == f"{SVG}desc"
    assert "точек контакта 11" in str(root[1].text)


@pytest.mark.parametrize("name", SHAPES)
def test_every_touchpoint_is_there_once(name: str) -> None:
    """With its level, its gap, its card and a sentence; and every transition and stage."""
    journey = SHAPES[name]()
    shown, figures = picture(journey), analyze(journey)
    ids = [g.get("data-touchpoint") for g in shown.groups("touchpoint")]
    assert ids == [p.id for p in journey.touchpoints]
    for point in journey.touchpoints:
        group, measured = shown.touchpoint(point.id), figures[point.id]
        assert str(group.get("class")).split()[1] == (measured.level or "unmeasured")
        gap = group.get("data-gap")
        assert (None if gap is None else float(gap)) == measured.gap
        assert group[0].tag == f"{SVG}title"
        assert next(group.iter(f"{SVG}rect")).get("rx")
    ways = [(g.get("data-from"), g.get("data-to")) for g in shown.groups("transition")]
    assert sorted(ways) == sorted((p.id, t.to) for p in journey.touchpoints for t in p.next)
    stages = [g.get("data-stage") for g in shown.groups("stage")]
    assert stages == ([s.id for s in journey.stages] if any(
        p.stage for p in journey.touchpoints) else [])  # fmt: skip


def test_a_touchpoint_says_it_in_a_sentence(coffee_map: Picture) -> None:
    """Title, O, B, C with its sign, level, channel, and what else is known."""
    assert coffee_map.touchpoint("courier")[0].text == (
        "Доставка курьером: ожидание 9, восприятие 5, сервис −4, разочарование. Курьер. "
        "Момент истины: объявлен, главные потери, пик. Сюда приходят 55\u00a0% клиентов."
    )
    english = picture(coffee(), language="en").touchpoint("card")[0].text
    assert english == (
        "Карточка товара на сайте: expectation 7.5, experience 7.5, gap 0, as expected. Сайт. "
        "Moment of truth: decides the outcome. Start: 40\u00a0%. Leave silently: 22\u00a0%. "
        "Met by 100\u00a0% of customers."
    )


def test_classes_tell_starts_exits_and_moments(coffee_map: Picture) -> None:
    """Scripts and styles find them by class."""
    classes = {g.get("data-touchpoint"): g.get("class") for g in coffee_map.groups("touchpoint")}
    assert classes["ad"] == "touchpoint delight start"
    assert classes["courier"] == "touchpoint disappointment moment-of-truth"
    assert classes["review"] == "touchpoint delight moment-of-truth exit success"
    assert classes["refund"] == "touchpoint disappointment exit failure"
    unmeasured = picture(small()).touchpoint("thanks")
    assert unmeasured.get("class") == "touchpoint unmeasured moment-of-truth exit neutral"
    assert unmeasured.get("data-gap") is None


def test_transitions_tell_where_they_lead(coffee_map: Picture) -> None:
    """A way back is told by its class; the probability is a plain number."""
    ways = {
        (g.get("data-from"), g.get("data-to")): (g.get("class"), g.get("data-probability"))
        for g in coffee_map.groups("transition")
    }
    assert ways["ticket", "courier"] == ("transition backward loop", "0.45")
    assert ways["hotline", "review"] == ("transition", "0.3")
    assert ways["ad", "card"] == ("transition", "1")


def test_drop_offs_tell_their_share(coffee_map: Picture) -> None:
    """d(u), as a plain number, of those at the touchpoint."""
    shares = {g.get("data-touchpoint"): g.get("data-share") for g in coffee_map.groups("drop-off")}
    assert shares == {"card": "0.22", "ticket": "0.2"}


def test_stage_bands_come_first_in_their_groups(coffee_map: Picture) -> None:
    """Each stage's first rectangle is its band; bands stand from left to right, one height."""
    bands = [card_box(g) for g in coffee_map.groups("stage")]
    assert [b.x for b in bands] == sorted(b.x for b in bands)
    assert len({(b.y, b.height) for b in bands}) == 1


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_the_level_is_told_by_sign_and_shape_in_every_theme(theme: str) -> None:
    """The tag hangs down, is level, or breaks out above, and its figure bears the sign."""
    shown = picture(coffee(), theme=theme)
    for id, sign, shape in (
        ("courier", "−4", r"h56v36l-28 10l-28 -10z"),
        ("pay", "0", r"h56v32a"),
        ("review", "+3", r"l28 -10l28 10v32a"),
    ):
        group = shown.touchpoint(id)
        assert sign in [t.text for t in shown.texts(group)]
        paths = " ".join(str(p.get("d")) for p in group.iter(f"{SVG}path"))
        assert re.search(shape, paths), paths


def test_numbers_follow_the_language(coffee_map: Picture) -> None:
    """A decimal comma in Russian, a dot in English; a true minus and a no-break space."""
    texts = [t.text for t in coffee_map.texts()]
    assert {"−1,5", "48\u00a0%", "О 7,5"} <= set(texts)
    english = [t.text for t in picture(coffee(), language="en").texts()]
    assert {"−1.5", "48\u00a0%", "O 7.5"} <= set(english)


def test_a_persona_shows_its_scores_and_is_marked() -> None:
    """Its gap on the card, its name in the first line, its portrait filled."""
    shown = picture(coffee(), persona="anna")
    assert shown.root.get("data-persona") == "anna"
    assert shown.touchpoint("courier").get("data-gap") == "-5"
    assert "оценки: Анна" in shown.texts()[0].text
    fills = {
        g.get("data-persona"): next(g.iter(f"{SVG}circle")).get("fill")
        for g in shown.groups("persona")
    }
    assert fills["anna"] != fills["boris"]


def test_many_personas_are_counted_and_the_chosen_one_is_shown() -> None:
    """As many as fit, then how many more."""
    personas = tuple(Persona(f"p{i}", f"Persona {i}", 0.2) for i in range(5))
    journey = Journey("many", (Touchpoint("a"),), personas=personas)
    assert any(t.text.startswith("+3") for t in picture(journey).texts())
    chosen = picture(journey, persona="p4")
    assert "p4" in [g.get("data-persona") for g in chosen.groups("persona")]


def test_the_legend_lists_only_what_occurs() -> None:
    """A journey without drop-offs, loops or transitions has no word of them."""
    lone = Journey("lone", (Touchpoint("a", "A", expectation=Score(5), experience=Score(6)),))
    texts = {t.text for t in picture(lone).texts()}
    assert {"delight", "Gap C = B − O", "Outcomes"} <= texts
    for absent in ("disappointment", "as expected", "not measured", "Leave silently",
                   "Doom loop", "Transition: width is share", "success"):  # fmt: skip
        assert absent not in texts
    everything = {t.text for t in picture(coffee()).texts()}
    assert {"Уходят молча", "Момент истины", "успех", "неудача"} <= everything
    assert "нейтрально" not in everything


def test_short_words_stand_on_a_transition_and_long_ones_in_its_title() -> None:
    """Fourteen letters have room on a line."""
    shown = picture(loops())
    assert "20\u00a0% ещё товар" in [t.text for t in shown.texts()]
    journey = Journey(
        "long",
        (
            Touchpoint("a", next=(Transition("b", 0.5, "more than fourteen letters"),)),
            Touchpoint("b"),
        ),
    )
    long = picture(journey)
    assert "50\u00a0%" in [t.text for t in long.texts()]
    (way,) = long.groups("transition")
    assert way[0].text == "a → b: 50\u00a0%, more than fourteen letters, on the likely path"


@pytest.mark.parametrize("name", SHAPES)
def test_attributes_hold_plain_numbers(name: str) -> None:
    """A dot, at most six decimals, never −0, never an exponent."""
    for element in picture(SHAPES[name]()).root.iter():
        for attribute in NUMBERS:
            value = element.get(attribute, "")
            assert not re.search(r"-0(?![.\d])|\.\d{7}|\de[-+]?\d|nan|inf", value), value


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_in_it_is_alive(name: str) -> None:
    """No script, style, link or reference; nothing but shapes and text."""
    root = picture(SHAPES[name]()).root
    tags = {e.tag.removeprefix(SVG) for e in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "line", "path", "text", "tspan"}
    names = {a for e in root.iter() for a in e.attrib}
    assert not [a for a in names if a.startswith(("on", "href", "style")) or "href" in a]


def test_hostile_texts_stay_text() -> None:
    """Every title is shown as it is, without the characters XML forbids."""
    shown = picture(hostile())
    sentence = str(shown.touchpoint("h0")[0].text)
    assert sentence.startswith("<script>alert(1)</script>:")
    assert str(shown.touchpoint("h3")[0].text).startswith("Null bell escape end:")
    assert str(shown.touchpoint("h7")[0].text).startswith(HOSTILE[7] + ":")
    assert str(shown.touchpoint("h10")[0].text).startswith("obratno \u200b:")


@pytest.mark.parametrize("name", SHAPES)
def test_text_on_cards_stays_on_its_card(name: str) -> None:
    """Measured with the bundled font."""
    shown = picture(SHAPES[name]())
    for group in shown.groups("touchpoint"):
        card = card_box(group)
        for text in shown.texts(group):
            assert card.x < text.box.x, text
            assert text.box.right < card.right, text
            assert text.box.bottom < card.bottom, text


@pytest.mark.parametrize("name", SHAPES)
def test_texts_never_overlap_and_stay_on_the_sheet(name: str) -> None:
    """All texts of the sheet, header and legend included."""
    shown = picture(SHAPES[name]())
    texts, sheet = shown.texts(), shown.sheet
    for a, b in combinations(texts, 2):
        assert not a.box.overlaps(b.box, -0.6), (a, b)
    for text in texts:
        assert text.box.x > 4, text
        assert text.box.right < sheet.width - 4, text
        assert text.box.bottom < sheet.height - 4, text


def test_many_touchpoints_get_compact_cards() -> None:
    """From 26 on; O and B are then told by the dumbbell and the title."""
    assert card_box(picture(large(25, 5)).touchpoint("t0")).height >= 108
    shown = picture(large(26, 5))
    group = shown.touchpoint("t0")
    assert card_box(group).width == 188
    assert not [t for t in shown.texts(group) if t.text.startswith("О ")]
    assert "ожидание" in str(group[0].text)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("engine", ["embedded", "dot"])
def test_the_same_journey_gives_the_same_bytes(name: str, engine: str) -> None:
    """From run to run, with either engine."""
    if engine == "dot":
        which("dot") or pytest.skip("no system Graphviz")
    journey = SHAPES[name]()
    assert render(journey, engine=engine) == render(journey, engine=engine)
