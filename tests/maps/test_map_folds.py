"""Wide sheets: the names of lanes stand again, and what belongs to no column has its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from graph_samples import large
from map_probe import columns_of, lanes_of, overlapping
from map_samples import full
from picture_probe import Picture, sheet

from cjm.journey import Improvement, Journey
from cjm.maps.content.model import StageHead
from cjm.maps.content.sheet.model import Group
from cjm.maps.content.words import words_of
from cjm.maps.views.map.folds import MOST, fit_of, folds_of, parted

NAMES = ["Точка", "контакта", "О, В, С", "Кривая С", "Доходят", "Моменты", "истины"]


def groups(*sizes: int) -> tuple[Group, ...]:
    """Stages of so many columns."""
    starts = [sum(sizes[:i]) for i in range(len(sizes))]
    return tuple(Group(at, at + size) for at, size in zip(starts, sizes, strict=True))


@pytest.mark.parametrize(
    ("sizes", "folds"),
    [
        ((5, 5, 5), ()),
        ((18,), ()),
        ((19,), (16,)),
        ((8, 8, 8, 8, 8), (16, 32)),
        ((10, 4, 4, 10), (14,)),
        ((60,), (16, 32, 48)),
        ((2, 40), (16, 32)),
    ],
)
def test_names_stand_again_before_a_stage_or_after_sixteen_columns(
    sizes: tuple[int, ...], folds: tuple[int, ...]
) -> None:
    assert folds_of(groups(*sizes)) == folds


@pytest.mark.parametrize(
    ("sizes", "folds"),
    [
        ((7,), ()),
        ((8,), (4,)),
        ((1, 2, 4, 4), (7,)),
        ((3, 3, 3, 3), (6,)),
        ((3, 2, 2, 4, 2, 2), (5, 11)),
        ((15,), (5, 10)),
        ((2, 40), (7, 14, 21, 28, 35)),
    ],
)
def test_pages_of_a4_share_the_columns_evenly_and_begin_with_stages(
    sizes: tuple[int, ...], folds: tuple[int, ...]
) -> None:
    """No more than seven on each, as few pages as hold them, none left with the last column."""
    assert folds_of(groups(*sizes), fit_of("a4")) == folds


def fold_names(shown: Picture) -> list[list[str]]:
    return [[t.text for t in group.texts] for group in shown.groups("lane-names")]


def test_a_sheet_of_forty_touchpoints_names_its_lanes_three_times() -> None:
    """And nothing covers the names, nor do they reach into a column."""
    shown = sheet(large(40, 5))
    assert fold_names(shown) == [NAMES, NAMES]
    assert not overlapping(shown.texts)
    columns = [(box.x, box.right) for box in columns_of(shown).values()]
    for group in shown.groups("lane-names"):
        for text in group.texts:
            assert not any(x < text.box.right and text.box.x < right for x, right in columns)


def test_names_are_read_out_once() -> None:
    """Those who listen to a sheet hear the names at its left edge only."""
    assert {g.group.hidden for g in sheet(large(40, 5)).groups("lane-names")} == {True}


@pytest.mark.parametrize("stages", [1, 2, 5, 7])
def test_nothing_is_covered_on_wide_sheets(stages: int) -> None:
    """Nor where names stand inside a stage."""
    shown = sheet(large(50, stages, seed=stages))
    assert fold_names(shown)
    assert not overlapping(shown.texts)


def test_columns_are_never_further_from_a_name_than_sixteen() -> None:
    for count in (21, 33, 60, 120):
        folds = (0, *folds_of(groups(*[3] * (count // 3))), count)
        assert max(b - a for a, b in pairwise(folds)) <= MOST + 2


def general(*improvements: Improvement) -> Journey:
    journey = full()
    return replace(journey, improvements=(*journey.improvements, *improvements))


def test_an_improvement_of_no_touchpoint_stands_below_all_columns() -> None:
    """With its phase and its day; nothing promises points."""
    added = Improvement("x", "Научить смену", (), due=date(2027, 2, 1))
    shown = sheet(general(added))
    texts = shown.words
    assert "Научить смену" in texts
    assert lanes_of(shown)[-1] == "Общие улучшения"
    below = max(box.bottom for box in columns_of(shown).values())
    (group,) = shown.groups("map")
    own = [t for t in group.texts if t.text == "Научить смену"]
    assert [t.box.y > below for t in own] == [True]
    assert not overlapping(shown.texts)


def test_many_improvements_of_no_touchpoint_stand_in_rows() -> None:
    added = [Improvement(f"x{i}", f"Мера номер {i}", ()) for i in range(30)]
    shown = sheet(general(*added))
    texts = " ".join(t.text for t in shown.texts)
    assert all(f"Мера номер {i}" in texts for i in range(30))
    assert lanes_of(shown).count("Общие улучшения") == 1
    assert not overlapping(shown.texts)


def test_they_belong_to_the_lane_of_improvements() -> None:
    """Where that is not asked for, they are not shown either."""
    shown = sheet(general(Improvement("x", "Научить смену", ())), lanes=["curve", "reach"])
    assert "Научить смену" not in shown.words
    assert not [word for word in shown.words if "улучшения" in word]


@pytest.mark.parametrize(("language", "mark"), [("en", "(continued)"), ("ru", "(продолжение)")])
def test_a_stage_has_its_head_again_beside_names_that_stand_again(language: str, mark: str) -> None:
    """With its title; what it is for and what it adds is said once, and no head lies in the gap."""
    stage = StageHead("long", "Long", "Its goal", "+3,00")
    whole = (Group(0, 3, StageHead("short", "Short")), Group(3, 40, stage))
    parts = parted(whole, (16, 32), words_of(language))
    assert [(part.first, part.end) for part in parts] == [(0, 3), (3, 16), (16, 32), (32, 40)]
    assert parts[:2] == (whole[0], Group(3, 16, stage))
    assert [part.stage for part in parts[2:]] == [StageHead("long", f"Long {mark}")] * 2
    assert folds_of(parts) == folds_of(whole)


def test_no_stage_reaches_over_the_names_that_stand_again() -> None:
    """Its ground ends with the columns before them and begins with those after."""
    shown = sheet(large(40, 2))
    grounds = [group.rects[0].box for group in shown.groups("stage")]
    names = [text.box.x for group in shown.groups("lane-names") for text in group.texts]
    assert names
    assert not [x for x in names for ground in grounds if ground.x < x < ground.right]
