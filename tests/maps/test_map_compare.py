"""Several curves on one sheet: personas side by side, a journey as it is and as it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from map_faults import faults
from map_probe import columns_of, nodes_of, overlapping
from map_samples import crowd, full, to_be
from picture_probe import Part, Picture, sheet

from cjm.errors import UsageError
from cjm.journey import Journey, PersonaScores, Score, Stage, Touchpoint
from cjm.maps import render
from cjm.maps.content.sheet import sheet_of
from cjm.maps.content.sheet.model import Both, Cell, Contact, Items, Scores
from cjm.maps.scene.geometry import Box


def dashed(shown: Picture) -> list[bool]:
    """Of each curve, whether its line is dashed."""
    return [
        any(p.stroke.dashes for p in group.paths if p.stroke) for group in shown.groups("curve")
    ]


def test_two_personas_share_one_axis() -> None:
    """Solid and dashed ink; the large differences have their figure."""
    shown = sheet(full(), persona=["anna", "boris"])
    assert dashed(shown) == [False, True]
    for group in shown.groups("curve"):
        assert {p.stroke.paint for p in group.paths if p.stroke} == {"ink"}
    (plot,) = sheet_of(full(), ("anna", "boris")).plots
    columns = columns_of(shown)
    order = sorted(columns, key=lambda id: columns[id].x)
    assert [(order[c], text) for c, text in plot.differences] == [
        ("track", "1,5"), ("courier", "2,5"), ("ticket", "1,5"),
    ]  # fmt: skip
    assert {"А", "Б"} <= {t.text for t in shown.texts}


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "both are the same: one line for two"), ("ru", "совпадают: одна линия на двоих")],
)
def test_curves_that_lie_on_each_other_are_told_as_one_line(language: str, told: str) -> None:
    """Nobody looks for a second line, or for sand between them, that is not there."""
    journey = full()
    alike = replace(
        journey, touchpoints=tuple(replace(p, by_persona=()) for p in journey.touchpoints)
    )
    assert told in [
        t.text for t in sheet(alike, persona=["anna", "boris"], language=language).texts
    ]
    shown = sheet(journey, persona=["anna", "boris"], language=language)
    assert told not in [t.text for t in shown.texts]


def test_a_small_difference_has_no_figure() -> None:
    """From a point and a half on a scale of ten; scales are taken into account."""
    journey = full()
    wide = replace(
        journey,
        scale=(0, 100),
        touchpoints=tuple(
            replace(
                p,
                by_persona=(
                    PersonaScores("anna", experience=Score(10)),
                    PersonaScores("boris", experience=Score(24)),
                ),
            )
            for p in journey.touchpoints
        ),
    )
    (plot,) = sheet_of(wide, ("anna", "boris")).plots
    assert plot.differences == ()


def test_more_than_two_personas_get_a_row_each() -> None:
    """On one axis, each with its balance."""
    shown = sheet(crowd(4), persona=["p3", "p0", "p1"])
    assert [g.data.get("persona") for g in shown.groups("curve")] == ["p3", "p0", "p1"]
    assert dashed(shown) == [False, False, False]
    tops = [min(y for _, y in nodes_of(g)) for g in shown.groups("curve")]
    assert tops == sorted(tops)
    assert len(shown.groups("balance")) == 3
    told = [t.text for t in shown.texts if "25\u00a0% клиентов · баланс" in t.text]
    assert len(told) == 3


def test_a_persona_named_twice_is_one() -> None:
    """And then there is nothing to compare."""
    assert sheet(full(), persona=["anna", "anna"]).scene.data["persona"] == "anna"


def test_the_scores_show_each_curve_s_figure() -> None:
    """Below O and B, so that the curve can be read."""
    shown = sheet(full(), persona=["anna", "boris"], lanes=["scores"])
    texts = [t.text for t in shown.touchpoint("courier").texts]
    assert texts[-4:] == ["А", "−5", "Б", "−2,5"]


def test_two_states_are_one_sheet() -> None:
    """As-is is solid, to-be dashed, whichever was given first."""
    for first, second in ((full(), to_be()), (to_be(), full())):
        shown = sheet(first, compare=second)
        assert [g.data.get("state") for g in shown.groups("curve")] == ["as-is", "to-be"]
        assert dashed(shown) == [False, True]
        assert "как есть / как должно быть" in shown.texts[0].text


def test_what_only_one_state_has_is_told() -> None:
    """In its column; the other curve passes by."""
    shown = sheet(full(), compare=to_be())
    notes = {id: " ".join(t.text for t in shown.touchpoint(id).texts) for id in columns_of(shown)}
    only = {id for id, text in notes.items() if "только как" in text}
    assert only == {"ticket", "refund", "loan"}
    assert "только как есть" in notes["ticket"]
    columns = columns_of(shown)
    as_is, as_wanted = (_reached(group, columns) for group in shown.groups("curve"))
    assert "loan" not in as_is
    assert "loan" in as_wanted
    assert "ticket" not in as_wanted
    assert "ticket" in as_is


def _reached(curve: Part, columns: dict[str, Box]) -> set[str]:
    """The touchpoints that a curve's line or stems stand at."""
    xs = [x for x, _ in nodes_of(curve)]
    xs += [stem.lines[0].corners[0][0] for stem in curve.groups("stem")]
    return {id for id, box in columns.items() if any(box.x < x < box.right for x in xs)}


def test_the_header_has_both_balances() -> None:
    """And both shares of the disappointed, each with its state."""
    texts = [t.text for t in sheet(full(), compare=to_be()).texts]
    for label in ("баланс, как есть", "баланс, как должно быть", "разочарованы, как есть"):
        assert label in texts


def test_a_stage_s_head_says_which_total_is_whose() -> None:
    """After a solid or a dashed piece of the state's line, whichever file was given first."""
    for pair in ((full(), to_be()), (to_be(), full())):
        made = sheet_of(pair[0], compare=pair[1])
        heads = [group.stage for group in made.groups if group.stage]
        totals = [[(t.text, t.dashed) for t in head.totals] for head in heads]
        assert [("−3,09", False), ("+0,51", True)] in totals
        assert "как есть −3,09, как должно быть +0,51" in [head.balance for head in heads]
    shown = sheet(full(), compare=to_be())
    (found,) = (g for g in shown.groups("stage") if "−3,09" in [t.text for t in g.texts])
    marks = [line.stroke for line in found.lines if line.stroke and line.stroke.width == 2]
    assert [bool(stroke.dashes) for stroke in marks] == [False, True]


def test_what_is_said_of_a_stage_is_said_of_both_states() -> None:
    """Once where they say the same, else as it is above as it should be; goals, too."""
    calm = Stage("buy", goal="to pay", owner="till", pains=("a queue",))
    sought = replace(calm, goal="to pay at once", pains=())
    paid = Touchpoint("pay", expectation=8, experience=7, stage="buy")
    before = Journey("till", (paid,), stages=(calm,))
    after = Journey("till", (paid,), stages=(sought,), state="to-be")
    for pair in ((before, after), (after, before)):
        made = sheet_of(pair[0], compare=pair[1])
        facts = {lane.name: lane.facts[0] for lane in made.lanes if lane.facts}
        assert isinstance(facts["owner"], Items)
        both = facts["pains"]
        assert isinstance(both, Both)
        assert [(half.cell is None, half.dashed) for half in both.halves] == [
            (False, False), (True, True),
        ]  # fmt: skip
        (head,) = (group.stage for group in made.groups)
        assert head is not None
        assert head.goal == "as is: to pay; to be: to pay at once"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_heads_of_many_narrow_stages_hold_both_totals(language: str) -> None:
    """In rows below the title where they have no room in one."""
    touchpoints = tuple(
        Touchpoint(
            f"t{i}",
            expectation=8,
            experience=5 + i % 5,
            stage=f"s{i}",
            next=f"t{i + 1}" if i < 13 else (),
        )
        for i in range(14)
    )
    stages = tuple(Stage(f"s{i}", pains=("slow",) if i % 2 else ()) for i in range(14))
    journey = Journey("many", touchpoints, stages=stages)
    other = replace(
        journey, state="to-be", stages=tuple(Stage(f"s{i}", pains=("dear",)) for i in range(14))
    )
    shown = sheet(journey, compare=other, language=language)
    assert faults(shown) == []
    assert overlapping(shown.texts) == []


def test_one_persona_can_be_compared_in_two_states() -> None:
    """With that persona's scores in both."""
    shown = sheet(full(), compare=to_be(), persona="anna")
    assert [g.data.get("persona") for g in shown.groups("curve")] == ["anna", "anna"]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (full(), "no pair"),
        (replace(to_be(), id="another"), "no pair"),
        (replace(to_be(), scale=(0, 20)), "different scales"),
    ],
)
def test_what_is_no_pair_cannot_be_compared(other: Journey, told: str) -> None:
    """Each with a way out."""
    with pytest.raises(UsageError, match=told) as raised:
        render(full(), view="map", compare=other)
    assert raised.value.help


def test_several_personas_in_two_states_are_too_much() -> None:
    """For one sheet."""
    with pytest.raises(UsageError, match="several personas at once"):
        render(full(), view="map", compare=to_be(), persona=["anna", "boris"])


def test_an_unknown_persona_is_told() -> None:
    """With those there are."""
    with pytest.raises(UsageError, match="'nobody'") as raised:
        render(full(), view="map", persona=["anna", "nobody"])
    assert "anna, boris" in str(raised.value.help)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"lanes": ["curve"]}, "rows to choose"),
        ({"compare": to_be()}, "another state"),
        ({"persona": ["anna", "boris"]}, "several personas"),
        ({"lanes": ["curve"], "view": "map", "format": "mermaid"}, "rows"),
    ],
)
def test_only_a_map_sheet_has_lanes_and_comparisons(options: dict[str, object], told: str) -> None:
    """On a graph they would be lost without a word."""
    with pytest.raises(UsageError, match=f"only the view map, as a picture, has {told}"):
        render(full(), **options)  # type: ignore[arg-type]


# ---- whose row it is ------------------------------------------------------------------------


def halves(name: str, id: str) -> Cell | None:
    """What a row says of a touchpoint in the two states."""
    made = sheet_of(full(), compare=to_be())
    column = next(i for i, card in enumerate(made.columns) if card and card.id == id)
    (lane,) = (lane for lane in made.lanes if lane.name == name)
    return lane.cells[column]


def test_where_the_states_differ_each_half_says_whose_it_is() -> None:
    """As it is above as it should be, whichever file was given first."""
    for pair in ((full(), to_be()), (to_be(), full())):
        made = sheet_of(pair[0], compare=pair[1])
        column = next(i for i, card in enumerate(made.columns) if card and card.id == "courier")
        (scores,) = (lane for lane in made.lanes if lane.name == "scores")
        cell = scores.cells[column]
        assert isinstance(cell, Both)
        told = [(h.dashed, h.cell.card.gap) for h in cell.halves if isinstance(h.cell, Scores)]
        assert told == [(False, -4), (True, 0)]


def test_what_both_states_say_is_written_once() -> None:
    """Without a mark."""
    assert isinstance(halves("pains", "card"), Items)
    assert isinstance(halves("owner", "courier"), Items)


def test_where_nobody_walks_in_a_state_figures_have_a_dash() -> None:
    """In words the column says which of the states has the touchpoint."""
    for name in ("scores", "reach"):
        cell = halves(name, "ticket")
        assert isinstance(cell, Both)
        assert [(half.cell is None, half.dashed) for half in cell.halves] == [
            (False, False), (True, True),
        ]  # fmt: skip
    assert isinstance(halves("owner", "ticket"), Items)
    shown = sheet(full(), compare=to_be())
    assert [t.text for t in shown.touchpoint("ticket").texts].count("–") == 2


def test_every_state_has_its_bar_its_ring_and_its_disc() -> None:
    """Two of each where the figures differ."""
    shown = sheet(full(), compare=to_be(), lanes=["scores", "reach"])
    bells = shown.touchpoint("courier").groups("dumbbell")
    assert [bell.data for bell in bells] == [
        {"expectation": 9, "experience": 5}, {"expectation": 9, "experience": 9},
    ]  # fmt: skip
    marks = [line for line in shown.touchpoint("courier").lines if line.stroke.width == 2]  # type: ignore[union-attr]
    assert [bool(line.stroke.dashes) for line in marks if line.stroke] == [False, True] * 2
    assert {"как есть", "как должно быть"} <= set(shown.words)


def test_the_head_tells_what_changes() -> None:
    """Figures that do not differ are left out."""
    told = "".join(part.text for part in sheet_of(full(), compare=to_be()).diagram.header.verdict)
    assert told.startswith("Изменение: баланс с ")
    assert "; доходят до успеха с " in told
    assert sheet_of(full(), compare=replace(full(), state="to-be")).diagram.header.verdict == ()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_halves_cover_nothing(language: str) -> None:
    """On any width, texts keep apart and inside their columns."""
    for pair in ((full(), to_be()), (to_be(), full())):
        shown = sheet(pair[0], compare=pair[1], language=language)
        assert faults(shown) == []
        assert overlapping(shown.texts) == []


@pytest.mark.parametrize("turned", [False, True])
def test_what_has_two_titles_is_called_by_both(turned: bool) -> None:
    """As it is, then as it should be, whichever is asked for first; one title is said once."""
    old = Journey(
        title="Shop", id="shop", language="en", start="pay", state="as-is",
        stages=(Stage("a", "Before"), Stage("b", "At the till")),
        touchpoints=(
            Touchpoint("pay", "Pay", stage="b", expectation=Score(8), experience=Score(6)),
        ),
    )  # fmt: skip
    new = replace(
        old, state="to-be", stages=(Stage("b", "Wherever you are"),),
        touchpoints=(replace(old.touchpoints[0], title="Pay by phone"),),
    )  # fmt: skip
    pair = (new, old) if turned else (old, new)
    found = sheet_of(pair[0], compare=pair[1])
    assert [card.title for card in found.columns if card] == ["Pay → Pay by phone"]
    assert [card.sentence.split(":")[0] for card in found.columns if card] == ["Pay → Pay by phone"]
    contact = next(c for lane in found.lanes for c in lane.cells if isinstance(c, Contact))
    assert contact.title == "Pay → Pay by phone"
    titles = [group.stage.title for group in found.groups if group.stage]
    assert titles[-1].endswith("At the till → Wherever you are")
    assert all(" → " not in title for title in titles[:-1])
