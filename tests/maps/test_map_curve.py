"""The curve, its axis, the places of figures, and the order of columns: pure functions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.maps.content.sheet.arrangement import arranged, merged
from cjm.maps.content.sheet.model import Curve, Node, Plot, Step
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import flowed, width_of
from cjm.maps.views.map.axis import axis_of
from cjm.maps.views.map.curve.labels import Labels
from cjm.maps.views.map.curve.spline import at, cut, height, heights, monotone

HEIGHTS = st.lists(st.floats(-50, 50), min_size=2, max_size=12)


def points(heights: list[float]) -> list[Point]:
    """Points ten apart."""
    return [Point(10.0 * i, y) for i, y in enumerate(heights)]


@settings(max_examples=200, derandomize=True)
@given(HEIGHTS)
def test_the_curve_meets_its_points_and_never_overshoots(heights: list[float]) -> None:
    """Between two points it stays between their heights, and only rises or only falls."""
    curve = monotone(points(heights))
    assert [b[0].y for b in curve] + [curve[-1][3].y] == heights
    for (a, b), piece in zip(pairwise(heights), curve, strict=True):
        run = [height(piece, t / 20) for t in range(21)]
        assert min(a, b) - 1e-6 <= min(run) <= max(run) <= max(a, b) + 1e-6
        steps = [q - p for p, q in pairwise(run)]
        assert all(s >= -1e-6 for s in steps) or all(s <= 1e-6 for s in steps)


@settings(max_examples=200, derandomize=True)
@given(HEIGHTS)
def test_the_cut_curve_is_the_curve_and_changes_sides_at_zero(heights: list[float]) -> None:
    """Each stretch lies on its own side of the zero line."""
    curve = monotone(points(heights))
    stretches = cut(curve, 0)
    joined = [b for _, beziers in stretches for b in beziers]
    assert joined[0][0] == curve[0][0]
    assert joined[-1][3] == curve[-1][3]
    for a, b in pairwise(joined):
        assert a[3] == pytest.approx(b[0])
    for side, beziers in stretches:
        for bezier in beziers:
            for t in (0.1, 0.5, 0.9):
                assert -height(bezier, t) * side >= -0.06
                assert height(bezier, t) == pytest.approx(
                    at(curve, bezier[0].x + (bezier[3].x - bezier[0].x) * t), abs=1e-3
                )


def test_beside_the_curve_there_is_nothing() -> None:
    """Neither before its first point nor after its last."""
    curve = monotone(points([1, 2, 3]))
    assert at(curve, -1) is None
    assert at(curve, 21) is None
    assert at(curve, 20) == 3
    assert monotone([Point(0, 0)]) == []


def plot(gaps: list[float], balances: tuple[float, ...] = ()) -> Plot:
    """A plot of one curve."""
    nodes = tuple(Node(i, gap, "delight") for i, gap in enumerate(gaps))
    steps = tuple(Step(i, b, "", True) for i, b in enumerate(balances))
    return Plot((Curve(nodes),), steps)


@settings(max_examples=100, derandomize=True)
@given(st.lists(st.floats(-1e308, 1e308), max_size=6), st.lists(st.floats(-1e308, 1e308)))
def test_the_axis_holds_every_score(gaps: list[float], balances: list[float]) -> None:
    """Whatever the scale; zero has room above and below; there are few lines."""
    axis = axis_of((plot(gaps, tuple(balances)),), (0, 10))
    assert axis.low < 0 < axis.high
    for gap in gaps:
        assert axis.low <= max(-1e300, min(1e300, gap)) <= axis.high
    assert -axis.low / axis.span > 0.15
    assert axis.high / axis.span > 0.15
    assert len(axis.lines) <= 4


def test_the_balance_stretches_the_axis_only_so_far() -> None:
    """The curve is what the sheet is about."""
    assert axis_of((plot([-2, 2], (3,)),), (0, 10)).high > 3
    assert axis_of((plot([-2, 2], (100,)),), (0, 10)).high < 12
    assert axis_of((plot([-4, 3]),), (0, 10)).lines == (-3, 3)


def test_small_gaps_are_not_blown_up() -> None:
    """The axis spans a tenth of the scale on each side at least."""
    axis = axis_of((plot([0.1, -0.1]),), (0, 10))
    assert axis.high >= 1
    assert axis.low <= -1


def test_a_label_takes_the_place_farthest_from_the_curve() -> None:
    """And never one that is taken or out of bounds."""
    labels = Labels(Box(0, 0, 100, 100), [Point(10, 10)])
    near, far = Box(12, 12, 10, 10), Box(60, 60, 10, 10)
    assert labels.place([near, far]) == far
    assert labels.place([far, near]) == near
    assert labels.place([near, far, Box(95, 0, 10, 10)]) is None


def test_a_label_keeps_away_from_the_marks_of_a_level_line() -> None:
    """Beside them, between two of them, and where one stands across from it."""
    labels = Labels(Box(0, 0, 200, 100), [], marks=[50, 100], level=50)
    assert labels.place([Box(60, 45, 20, 10)], away=11) is None
    assert labels.place([Box(45, 58, 20, 10)], away=9) is None
    assert labels.place([Box(110, 48, 20, 10)], away=11) is None
    assert labels.place([Box(20, 48, 20, 10)], away=11) is None
    assert labels.place([Box(45, 30, 20, 10)], away=11) is None
    assert labels.place([Box(110, 48, 20, 10)], away=10)
    assert labels.place([Box(45, 30, 20, 10)], away=10)
    assert labels.place([Box(62, 48, 26, 4)], away=12)
    assert labels.place([Box(20, 58, 60, 10)], away=8)


def test_a_curve_is_as_high_everywhere_as_at_each_place() -> None:
    """Only where it runs, its ends included."""
    curve = monotone([Point(0, 0), Point(10, 5), Point(30, 1), Point(31, 8)])
    places = [x / 2 for x in range(-4, 70)]
    each = [(x, y) for x in places if (y := at(curve, x)) is not None]
    assert list(heights(curve, places)) == each
    assert each[0][0] == 0
    assert each[-1][0] == 31
    assert list(heights([], places)) == []


def test_columns_of_two_journeys_are_merged() -> None:
    """What only the other has stands after what it follows there."""
    assert merged("abd", "acd") == ["a", "c", "b", "d"]
    assert merged("ab", "xab") == ["x", "a", "b"]
    assert merged("", "") == []


def test_columns_follow_the_stages_and_loose_ones_the_file() -> None:
    """An empty stage has one empty column."""
    found = arranged(["s", "t"], [("a", None), ("b", "t"), ("c", "s"), ("d", None), ("e", "t")])
    assert found == [(None, ("a",)), ("s", ("c",)), (None, ("d",)), ("t", ("b", "e"))]
    assert arranged(["s"], [("a", None)]) == [(None, ("a",)), ("s", (None,))]


@settings(max_examples=200, derandomize=True)
@given(st.text(max_size=300), st.floats(20, 300))
def test_flowing_text_keeps_every_letter_and_every_width(text: str, width: float) -> None:
    """Only hyphens are added, only spaces lost."""
    text = " ".join(text.split())
    lines = flowed(text, width, 12)
    for line in lines:
        assert width_of(line, 12) <= width or len(line) <= 4
    told = "".join(lines).replace("-", "").replace("\u00a0", "").replace(" ", "")
    assert told == text.replace("-", "").replace("\u00a0", "").replace(" ", "")


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("пересчитывается", ("пересчиты-", "вается")),
        ("нетерпение", ("нетерпе-", "ние")),
        ("helplessness", ("helpless-", "ness")),
        ("неисправность", ("неисправ-", "ность")),
    ],
)
def test_an_overlong_word_breaks_at_a_syllable(word: str, lines: tuple[str, ...]) -> None:
    """Where a consonant and a vowel begin."""
    assert flowed(word, width_of(word, 12) - 2, 12) == lines


def test_particles_go_with_what_is_before_them_where_they_cannot_cling() -> None:
    """Rather than stand alone on a line."""
    width = width_of("оправдывается", 12) + 2
    assert flowed("шум и не оправдывается", width, 12) == ("шум и\u00a0не", "оправдывается")


def test_a_million_letters_do_not_hang() -> None:
    """They are cut at what would fill sheets."""
    assert len(flowed("x" * 1_000_000, 80, 12)) < 600
    assert len(flowed("x " * 500_000, 80, 12)) < 600


def test_a_place_too_near_the_curve_is_left_for_others() -> None:
    """It is refused, and stays free."""
    labels = Labels(Box(0, 0, 100, 100), [Point(50, 50)])
    near = Box(40, 52, 20, 10)
    assert labels.place([near], away=3) is None
    assert labels.place([near]) == near
