"""Where things are on a map sheet: in their columns, in their lanes, over nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from graph_samples import SHAPES, large
from hypothesis import given, settings
from hypothesis import strategies as st
from map_faults import faults
from map_probe import columns_of, nodes_of
from map_samples import crowd, full, rich, to_be
from picture_probe import Picture, replaced, sheet

from cjm.analysis import analyze
from cjm.journey import (
    Channel,
    Improvement,
    Journey,
    Lift,
    Metric,
    Persona,
    PersonaScores,
    Score,
    Start,
    Touchpoint,
    Transition,
)
from cjm.maps.content.sheet import sheet_of
from cjm.maps.scene.model import TextRun, walk
from cjm.maps.views.map.layout import SheetLayout, lay_out
from cjm.names import LANES
from cjm.testing import HOSTILE

WORDS = st.sampled_from(
    (
        "Pay",
        "Оплата заказа на сайте",
        "достопримечательность и частнопредпринимательский",
        "x" * 70,
        "а" * 500,
        "many short words " * 30,
        *HOSTILE,
    )
)
TEXTS = st.lists(WORDS, max_size=2).map(tuple)


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Any journey: any texts anywhere, stages or none, gaps in the measurement, loops."""
    count = draw(st.integers(1, 9))
    staged = draw(st.sampled_from((0.0, 0.6, 1.0)))
    most = draw(st.sampled_from((5, 10, 1000)))
    points = []
    for i in range(count):
        ends = draw(st.lists(st.integers(0, count - 1), max_size=3, unique=True))
        lived = draw(st.one_of(st.none(), st.integers(0, most)))
        points.append(
            Touchpoint(
                f"t{i}",
                draw(WORDS),
                stage=f"s{draw(st.integers(0, 2))}" if i / count < staged else None,
                channel=draw(st.sampled_from((None, "c", "d"))),
                expectation=Score(draw(st.integers(0, most)), 12, source=draw(WORDS)),
                experience=None if lived is None else Score(lived),
                by_persona=(PersonaScores("p", experience=Score(draw(st.integers(0, most)))),),
                emotions=draw(TEXTS),
                strengths=draw(TEXTS),
                pains=draw(TEXTS),
                quotes=draw(TEXTS),
                backstage=draw(TEXTS),
                owner=draw(st.one_of(st.none(), WORDS)),
                metrics=(Metric("m", draw(st.integers(0, 10**9)), unit=draw(WORDS)),),
                next=tuple(Transition(f"t{e}", 0.9 / len(ends)) for e in ends),
            )
        )
    lift = Lift("t0", draw(st.integers(0, 9)))
    return Journey(
        "any",
        tuple(points),
        scale=(0, most),
        channels=(Channel("c", draw(WORDS)), Channel("d", "Сайт")),
        personas=(Persona("p", "Анна", 0.5), Persona("q", "Борис", 0.5)),
        improvements=(Improvement("i", draw(WORDS), (lift,), due=date(2027, 1, 31)),),
        start=(Start(f"t{draw(st.integers(0, count - 1))}"),),
    )


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_covers_what_must_be_read(name: str, language: str) -> None:
    """On no sample, in either language."""
    assert faults(sheet(SHAPES[name](), language=language)) == []


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"lanes": LANES},
        {"persona": "anna"},
        {"persona": ["anna", "boris"]},
        {"compare": to_be()},
        {"lanes": ["curve"]},
        {"lanes": ["scores", "reach"]},
    ],
    ids=str,
)
def test_nothing_covers_what_must_be_read_with_any_options(
    options: dict[str, Any], language: str
) -> None:
    """Lanes, personas, states."""
    assert faults(sheet(full(), language=language, **options)) == []


def test_nothing_covers_what_must_be_read_where_much_is_said() -> None:
    """Every lane, small multiples, and hundreds of columns."""
    assert faults(sheet(rich(), lanes=LANES)) == []
    assert faults(sheet(crowd(6), persona=[f"p{i}" for i in range(6)])) == []
    assert faults(sheet(large(200, 8))) == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(journeys(), st.sampled_from(((), ("p",), ("p", "q"))))
def test_nothing_covers_what_must_be_read_on_any_journey(
    journey: Journey, personas: tuple[str, ...]
) -> None:
    """Nor on journeys nobody drew."""
    assert faults(sheet(journey, persona=personas, lanes=LANES)) == []


@settings(max_examples=30, deadline=None, derandomize=True)
@given(journeys(), st.lists(st.integers(0, 5), min_size=9, max_size=9), WORDS)
def test_nothing_covers_what_must_be_read_where_states_are_compared(
    journey: Journey, scores: list[int], title: str
) -> None:
    """Whatever differs, and with a touchpoint more."""
    points = (
        replace(p, experience=Score(s)) for p, s in zip(journey.touchpoints, scores, strict=False)
    )
    new = Touchpoint("new", title, expectation=Score(1), experience=Score(4))
    other = replace(journey, state="to-be", touchpoints=(new, *points))
    assert faults(sheet(journey, compare=other)) == []


def test_the_checks_can_fail() -> None:
    """A text moved onto another one, out of its column and off the sheet is noticed."""
    shown = sheet(full())
    column = shown.touchpoint("courier").group
    runs = [node for node, _ in walk((column,)) if isinstance(node, TextRun)]
    _, over, under, away, *_ = runs
    scene = replaced(shown.scene, over, over._replace(x=under.x, y=under.y))
    found = " ".join(faults(Picture(replaced(scene, away, away._replace(x=5000)))))
    assert " over " in found
    assert "is outside its column" in found
    assert "is beyond the sheet" in found


def laid_out(journey: Journey, **options: Any) -> SheetLayout:
    """The places of a journey's sheet."""
    return lay_out(sheet_of(journey, **options), 1000)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(journeys())
def test_lanes_follow_each_other_and_hold_their_cells(journey: Journey) -> None:
    """No cell is higher than its lane; none is cut."""
    layout = laid_out(journey, lanes=LANES)
    assert layout.lanes[0].box.y == layout.head
    for upper, lower in pairwise(layout.lanes):
        assert upper.box.bottom == pytest.approx(lower.box.y)
    for lane in layout.lanes:
        for cell in filter(None, lane.cells):
            assert cell.height <= lane.box.height + 1e-6
            for line in cell.lines:
                assert line.y - line.size * 0.75 >= 0
                assert line.y + line.size * 0.2 <= lane.box.height
    assert layout.bottom >= layout.lanes[-1].box.bottom


@settings(max_examples=60, deadline=None, derandomize=True)
@given(journeys())
def test_a_curve_stays_in_its_lane_and_meets_every_score(journey: Journey) -> None:
    """At the middle of its column, at the height of its C, never beyond the highest and lowest."""
    lanes = ("touchpoint", "curve")  # named: then heights do not depend on the header
    shown, layout = sheet(journey, lanes=lanes), laid_out(journey, lanes=lanes)
    figures = analyze(journey)
    (placed,) = layout.plots
    top, axis = shown.groups("map")[0].inner.y, layout.axis
    field = placed.field._replace(y=placed.field.y + top)
    boxes = columns_of(shown)
    nodes = nodes_of(shown.groups("curve")[0])
    drawn = {round(x, 1): y for x, y in nodes}
    measured = {id: figures[id].gap for id in boxes if figures[id].gap is not None}
    for id, gap in measured.items():
        height = field.y + (axis.high - float(gap or 0)) / axis.span * field.height
        x = round(boxes[id].center.x, 1)
        if x in drawn:  # one between two gaps has only a marker
            assert drawn[x] == pytest.approx(height, abs=0.6)
    for _, y in nodes:
        assert field.y - 1e-6 <= y <= field.bottom + 1e-6
