"""Where things are: nothing covers what must be read, on any journey."""

from __future__ import annotations

import pytest
from graph_faults import faults
from graph_probe import laid_out
from graph_samples import SHAPES, coffee, large, loose
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.journey import Journey, Score, Start, Touchpoint, Transition
from cjm.maps.views.graph.layout.measures import label_width


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Any small journey: with or without stages, with loops, leaps, starts and exits."""
    count = draw(st.integers(1, 14))
    staged = draw(st.sampled_from((0.0, 0.7, 1.0)))
    points = []
    for i in range(count):
        ends = draw(st.lists(st.integers(0, count - 1), max_size=5, unique=True))
        total = draw(st.sampled_from((1.0, 0.8)))
        stage = f"s{draw(st.integers(0, 3))}" if i / count < staged else None
        score = draw(st.one_of(st.none(), st.integers(0, 10)))
        points.append(
            Touchpoint(
                f"t{i}",
                draw(st.sampled_from(("Pay", "Оплата заказа на сайте", "x" * 70))),
                stage=stage,
                moment_of_truth=draw(st.booleans()),
                expectation=None if score is None else Score(score),
                experience=Score(5),
                next=tuple(
                    Transition(f"t{e}", total / len(ends), draw(st.sampled_from((None, "again"))))
                    for e in ends
                ),
            )
        )
    starts = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=3, unique=True))
    return Journey(
        "any", tuple(points), start=tuple(Start(f"t{i}", 1 / len(starts)) for i in starts)
    )


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_covers_what_must_be_read(name: str) -> None:
    """No card, line or label of the samples is where it must not be."""
    diagram, layout = laid_out(SHAPES[name]())
    assert faults(diagram, layout) == []


def test_two_hundred_touchpoints_have_room_too() -> None:
    """Nothing covers what must be read on the largest maps people draw."""
    diagram, layout = laid_out(large(200, 10, seed=2))
    assert faults(diagram, layout) == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(journeys())
def test_nothing_covers_what_must_be_read_on_any_journey(journey: Journey) -> None:
    """Nor on journeys nobody drew."""
    diagram, layout = laid_out(journey)
    assert faults(diagram, layout) == []


def test_the_checks_can_fail() -> None:
    """A card moved onto another one is noticed by every check that concerns it."""
    diagram, layout = laid_out(coffee())
    boxes = {**layout.frame.boxes, "pay": layout.frame.boxes["card"].grown(40)}
    layout = layout._replace(frame=layout.frame._replace(boxes=boxes))
    found = " ".join(faults(diagram, layout))
    assert "card overlaps pay" in found
    assert "crosses pay" in found
    assert "a label covers pay" in found
    assert "pay is outside its column" in found


@pytest.mark.parametrize(
    "name", ["coffee", "small", "unstaged", "loops", "twenty", "forty", "back", "queue"]
)
def test_every_label_finds_a_place(name: str) -> None:
    """On ordinary journeys no label is left out."""
    diagram, layout = laid_out(SHAPES[name]())
    wanted = [i for i, a in enumerate(diagram.arrows) if label_width(a, diagram.compact)]
    assert [label.way for label in layout.labels] == wanted


def test_a_percentage_stands_at_the_source() -> None:
    """The label of a transition is nearer to where it begins than to where it ends."""
    _, layout = laid_out(coffee())
    for label in layout.labels:
        route = layout.routes[label.way]
        x, y = label.box.center
        to_start = abs(x - route.path.start.x) + abs(y - route.path.start.y)
        to_end = abs(x - route.path.end.x) + abs(y - route.path.end.y)
        assert to_start <= to_end + 24


def test_cards_keep_the_order_of_the_file() -> None:
    """Inside a stage cards read from top to bottom as the file has them."""
    diagram, layout = laid_out(large(40, 5))
    for stage in diagram.stages:
        tops = [layout.frame.boxes[c.id].y for c in diagram.cards if c.stage == stage.id]
        assert tops == sorted(tops)


def test_cards_without_a_stage_stand_after_what_leads_to_them() -> None:
    """Between the stages they connect; an empty stage keeps its band."""
    _, layout = laid_out(loose())
    columns = [(c.stage, c.ids) for c in layout.grid.columns]
    assert columns == [
        (None, ("before",)),
        ("s1", ("one",)),
        (None, ("between", "more")),
        ("s2", ()),
        ("s3", ("three",)),
        (None, ("after",)),
    ]


def test_a_long_chain_without_stages_is_folded() -> None:
    """Thirty touchpoints in a row become lines of text, and no line counts as a way back."""
    _, layout = laid_out(large(30, 1))
    assert len(layout.grid.columns) < 10
    assert not any(route.backward for route in layout.routes)


def test_lines_between_neighbours_on_one_height_are_straight() -> None:
    """The coffee machine's main way runs level wherever cards stand beside each other."""
    _, layout = laid_out(coffee())
    level = {
        (r.way.arrow.source, r.way.arrow.target)
        for r in layout.routes
        if r.path.start.y == r.path.end.y and r.way.kind == "forward"
    }
    assert {("card", "pay"), ("pickup", "review")} <= level
