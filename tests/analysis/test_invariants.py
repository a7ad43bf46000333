"""What must not change, and what must change in step, when a journey is written differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from proof_settings import many

import cjm
from cjm.journey import Journey, Score, Start, Touchpoint, Transition
from cjm.testing.strategies import journeys


def figures(journey: Journey) -> dict[str, Any]:
    return cjm.analyze(journey).to_dict()


def same(one: Any, other: Any) -> bool:
    """Whether plain data is equal, numbers up to the noise of adding in another order."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, (int, float)) and not isinstance(one, bool):
        return other == pytest.approx(one, abs=4e-9)
    return bool(one == other)


def scores(point: Touchpoint) -> Iterator[Score]:
    return (score for score in (point.expectation, point.experience) if score)


@many
@given(journeys())
def test_impacts_add_up_and_outcomes_sum_to_one(journey: Journey) -> None:
    """The balance is the sum of the impacts told; everybody ends in one of four ways."""
    found = figures(journey)
    assume(found["length"] is not None)
    impacts = [point["impact"] for point in found["touchpoints"]]
    if found["balance"] is None:
        assert not any(impacts)
    else:
        assert found["balance"] == pytest.approx(sum(i or 0 for i in impacts), abs=1e-9)
    assert sum(found["outcomes"].values()) == pytest.approx(1, abs=1e-9)


@many
@given(journeys())
def test_a_touchpoint_nobody_reaches_changes_no_other_figure(journey: Journey) -> None:
    """Neither one that leads in, with the worst gap of all, nor its own loop."""
    ways = (Transition(journey.touchpoints[0].id, 0.5), Transition("lost", 0.5))
    lost = Touchpoint("lost", expectation=10, experience=0, next=ways)
    found = figures(replace(journey, touchpoints=(*journey.touchpoints, lost)))
    added = found["touchpoints"].pop()
    ways_on = [way for way in found["transitions"] if way["from"] == "lost"]
    found["transitions"] = [way for way in found["transitions"] if way["from"] != "lost"]
    assert found == figures(journey)
    assert not any(way["flow"] for way in ways_on)
    assert not added["visits"]
    assert not added["reach"]
    assert (added["chance"], added["moment_of_truth"]) == (None, [])
    assert not (added["fix"] or {"disappointed": 0})["disappointed"]


@many
@given(journeys())
def test_gaps_twice_as_large_double_what_sums_them(journey: Journey) -> None:
    """Twice every score and the tolerance: twice balance and remembered, equal shares."""

    def doubled(point: Touchpoint) -> Touchpoint:
        two = [score and 2 * score.score for score in (point.expectation, point.experience)]
        return replace(point, expectation=two[0], experience=two[1])

    points = tuple(doubled(p) for p in journey.touchpoints)
    twice = replace(journey, touchpoints=points, tolerance=2 * journey.tolerance)
    once, found = cjm.analyze(journey), cjm.analyze(twice)
    assert [f.level for f in found.touchpoints] == [f.level for f in once.touchpoints]
    for name in ("balance", "remembered"):
        value = getattr(once, name)
        assert same(getattr(found, name), value and 2 * value)
    if once.disappointed is not None:
        assert same(found.disappointed.share, once.disappointed.share)
    assert found.moments_of_truth == once.moments_of_truth
    assert [loop.balance for loop in found.loops] == [
        pytest.approx(2 * loop.balance) for loop in once.loops
    ]


@many
@given(journeys())
def test_other_ids_leave_every_figure(journey: Journey) -> None:
    """Ids are names only: ties follow the file's order, never the alphabet."""
    others = dict(
        zip((p.id for p in journey.touchpoints), ("a", "z", "я", "k", "0", "y"), strict=False)
    )

    def renamed(point: Touchpoint) -> Touchpoint:
        following = tuple(replace(way, to=others[way.to]) for way in point.next)
        return replace(point, id=others[point.id], title="t", next=following)

    points = tuple(renamed(p) for p in journey.touchpoints)
    start = tuple(Start(others[s.touchpoint], s.share) for s in journey.start)
    found = figures(replace(journey, touchpoints=points, start=start))
    titled = tuple(replace(p, title="t") for p in journey.touchpoints)
    assert found == with_ids(figures(replace(journey, touchpoints=titled)), others)


def with_ids(value: Any, others: dict[str, str]) -> Any:
    """Plain data with every id in it exchanged."""
    if isinstance(value, dict):
        return {key: with_ids(part, others) for key, part in value.items()}
    if isinstance(value, list):
        return [with_ids(part, others) for part in value]
    return others.get(value, value) if isinstance(value, str) else value


@many
@given(journeys())
def test_a_start_written_as_two_entries_is_one_start(journey: Journey) -> None:
    """A start's share given in two halves leaves every figure as it is."""
    halves = tuple(
        Start(s.touchpoint, part) for s in journey.start for part in (s.share / 4, s.share * 3 / 4)
    )
    assert same(figures(replace(journey, start=halves)), figures(journey))


@many
@given(journeys())
def test_the_order_of_the_file_settles_ties_only(journey: Journey) -> None:
    """Turned round, touchpoints keep their figures, and paths and loops their sums."""
    turned = replace(journey, touchpoints=journey.touchpoints[::-1])
    one, other = cjm.analyze(journey), cjm.analyze(turned)
    for name in ("visits", "reach", "impact", "drop_off", "chance", "stakes", "unavoidable"):
        for point in journey.touchpoints:
            assert same(getattr(one[point.id], name), getattr(other[point.id], name))
    for name in ("balance", "remembered", "length", "coverage", "outcomes"):
        assert same(getattr(one, name), getattr(other, name))
    if one.disappointed is not None:
        assert same(one.disappointed.share, other.disappointed.share)
    assert sorted(loop.mean for loop in one.loops) == pytest.approx(
        sorted(loop.mean for loop in other.loops)
    )
    assert (one.likely_path is None) == (other.likely_path is None)
    if one.likely_path and other.likely_path:
        assert same(one.likely_path.probability, other.likely_path.probability)
        assert len(one.likely_path.touchpoints) == len(other.likely_path.touchpoints)
    assert (one.worst_path is None) == (other.worst_path is None)
    if one.worst_path and other.worst_path:
        assert one.worst_path.bounded == other.worst_path.bounded
        assert same(one.worst_path.balance, other.worst_path.balance)
