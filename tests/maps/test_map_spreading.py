"""Spreading: a tall cell of a row takes the room of empty columns, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from map_faults import faults
from map_probe import columns_of
from picture_probe import Part, Picture, sheet

from cjm.journey import Improvement, Journey, Lift, Stage, Touchpoint, Transition
from cjm.maps.scene.model import Path, Rect

LONG = ("the courier comes three hours later than he said and does not call before he does",)
SHORT = ("late",)
LANES = ["touchpoint", "pains", "improvements"]


def journey(*pains: tuple[str, ...], stages: tuple[int, ...] = (4, 4)) -> Journey:
    """Eight touchpoints in stages of so many, the first ones with these pains."""
    names = [f"s{i}" for i, count in enumerate(stages) for _ in range(count)]
    last = len(names) - 1
    points = tuple(
        Touchpoint(
            f"t{i}",
            f"Touchpoint {i}",
            stage=stage,
            pains=pains[i] if i < len(pains) else (),
            next=() if i == last else (Transition(f"t{i + 1}", 1.0),),
            outcome="success" if i == last else None,
        )
        for i, stage in enumerate(names)
    )
    return Journey("j", points, title="J", stages=tuple(Stage(s) for s in dict.fromkeys(names)))


def improved(*ids: str) -> Journey:
    """The same with an improvement at each of these touchpoints."""
    steps = tuple(
        Improvement(
            f"i{n}",
            "Call an hour before and show the courier on the map",
            (Lift(id, 2),),
            due=date(2027, 1, 31),
            cost=7,
            owner="Logistics and the call centre",
        )
        for n, id in enumerate(ids)
    )
    return replace(journey(), improvements=steps)


def wide(shown: Picture) -> dict[str, Part]:
    """What runs on over other columns, by touchpoint."""
    return {str(part.data["touchpoint"]): part for part in shown.groups("wide-cell")}


def rights(part: Part) -> float:
    """Where the longest line of a cell ends."""
    return max(text.box.right for text in part.texts)


def test_a_tall_text_runs_on_over_empty_columns_of_its_stage() -> None:
    """To the right, so that it begins in its own column; the row gets lower by it."""
    shown, beside = sheet(journey(LONG), lanes=LANES), sheet(journey(LONG, SHORT), lanes=LANES)
    columns = columns_of(shown)
    (spread,) = wide(shown).values()
    assert min(text.box.x for text in spread.texts) < columns["t1"].x
    assert columns["t1"].x < rights(spread) < columns["t3"].right
    assert not wide(beside)
    assert shown.sheet.height < beside.sheet.height
    assert faults(shown) == []


def test_no_text_runs_on_into_another_stage() -> None:
    """In the last column of a stage it stays, however empty the next stage is."""
    shown = sheet(journey((), (), (), LONG), lanes=LANES)
    assert not wide(shown)


def test_only_what_makes_a_row_lower_runs_on() -> None:
    """Where another cell that cannot spread is as tall, nothing is gained, and nothing moves."""
    assert not wide(sheet(journey(LONG, (), (), LONG), lanes=LANES))
    assert not wide(sheet(journey(SHORT), lanes=LANES))


@pytest.mark.parametrize("id", ["t1", "t3"])
def test_a_card_of_improvements_spreads_to_either_side_and_points_to_its_column(id: str) -> None:
    """Its frame covers its own column, and a tip above it stands in the middle of that."""
    shown = sheet(improved(id), lanes=LANES)
    column, (card,) = columns_of(shown)[id], wide(shown).values()
    (frame,) = (s.box for s in card.shapes if isinstance(s.node, Rect))
    assert frame.width > column.width
    assert frame.x < column.center.x < frame.right
    tip, *_ = (s for s in card.shapes if isinstance(s.node, Path) and s.fill == "card")
    assert tip.corners[1][0] == pytest.approx(column.center.x, abs=1)
    assert faults(shown) == []


def test_a_card_is_as_high_as_it_must_be() -> None:
    """Phase, points and day stand on one line where it is wide."""
    (card,) = wide(sheet(improved("t1"), lanes=LANES)).values()
    line = [
        t for t in card.texts if t.text in ("plan", "B\u00a0+2", "by\u00a031\u00a0Jan\u00a02027")
    ]
    assert len(line) == 3
    assert len({t.run.y for t in line}) == 1


def test_a_card_spreads_though_its_row_gets_no_lower_by_it() -> None:
    """Beside one that cannot, so that it can be read."""
    shown = sheet(improved("t0", "t1"), lanes=LANES)
    assert set(wide(shown)) == {"t1"}
    assert faults(shown) == []


def test_names_that_stand_again_end_what_runs_on() -> None:
    """On a folded sheet no text runs on under the names of the rows."""
    pains = [LONG if i == 15 else () for i in range(40)]
    shown = sheet(journey(*pains, stages=(40,)), lanes=LANES)
    assert faults(shown) == []
