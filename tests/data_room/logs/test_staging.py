"""Order and stages of touchpoints."""

from __future__ import annotations

import pytest

from cjm.data.logs.counting import Position
from cjm.data.logs.staging import Placed, ordered, stages_of
from cjm.errors import UsageError


def placed(*positions):
    """Touchpoints a, b, c … at these positions."""
    return [Placed(id, position, 1) for id, position in zip("abcdef", positions, strict=False)]


def test_touchpoints_stand_where_they_first_come():
    """Of equal positions the one that more cases have comes first, then by id."""
    positions = {
        "z": Position(1, 5),
        "b": Position(2, 3),
        "a": Position(2, 3),
        "c": Position(2, 4),
        "gone": Position(0, 9),
    }
    assert [point.id for point in ordered(positions, {"a", "b", "c", "z"})] == ["z", "c", "a", "b"]


@pytest.mark.parametrize(
    ("count", "stages"),
    [(1, ["abcd"]), (2, ["ab", "cd"]), (3, ["a", "b", "cd"]), (4, ["a", "b", "c", "d"])],
)
def test_stages_are_cut_at_the_widest_steps(count, stages):
    """The earlier of equal ones."""
    cut = stages_of(placed(1, 2, 4, 5), count)
    assert ["".join(ids) for ids in cut] == stages


def test_more_stages_than_touchpoints_are_refused():
    """Each has one at least."""
    with pytest.raises(UsageError, match="3 stages cannot be made of 2 touchpoints"):
        stages_of(placed(1, 2), 3)
