"""Ties of paths and loops: fewer touchpoints, then earlier in the file, never the alphabet."""

from __future__ import annotations

import cjm
from cjm.journey import Journey, Start, Touchpoint, Transition


def point(id: str, gap: float, ways: dict[str, float] | None = None) -> Touchpoint:
    following = tuple(Transition(to, share) for to, share in (ways or {}).items())
    return Touchpoint(id, expectation=5, experience=5 + gap, next=following)


def analysis(*points: Touchpoint, start: tuple[Start, ...] = ()) -> cjm.Analysis:
    return cjm.analyze(Journey("ties", points, start=start))


def test_of_equally_bad_loops_the_first_in_the_file_is_told() -> None:
    """Two rounds of two and one of four, all of mean −1, in one component."""
    found = analysis(
        point("z", -1, {"y": 0.9}),
        point("y", -1, {"b": 0.4, "z": 0.4}),
        point("b", -1, {"a": 1}),
        point("a", -1, {"z": 0.5, "b": 0.5}),
    )
    assert [loop.touchpoints for loop in found.loops] == [("z", "y")]


def test_of_equally_bad_loops_the_shorter_is_told() -> None:
    """A round of three is met first in the file, a round of two of the same mean is told."""
    found = analysis(
        point("z", -2, {"y": 0.9}),
        point("y", -2, {"x": 1}),
        point("x", -2, {"z": 0.5, "b": 0.5}),
        point("b", -2, {"x": 0.5}),
    )
    assert [loop.touchpoints for loop in found.loops] == [("x", "b")]


def test_loops_through_the_same_touchpoint_tie_by_the_second() -> None:
    """Of rounds from one touchpoint the one whose next touchpoint stands first is told."""
    found = analysis(
        point("m", -1, {"a": 0.4, "z": 0.4}), point("z", -1, {"m": 1}), point("a", -1, {"m": 1})
    )
    assert [loop.touchpoints for loop in found.loops] == [("m", "z")]


def test_of_equally_bad_paths_the_shortest_then_the_first_is_told() -> None:
    """Three walks end at −2: over n to z, straight to a, straight to z; z stands before a."""
    found = analysis(
        point("m", -1, {"n": 0.3, "a": 0.3, "z": 0.3}),
        point("n", 0, {"z": 1}),
        point("z", -1),
        point("a", -1),
    )
    assert (found.worst_path.touchpoints, found.worst_path.balance) == (("m", "z"), -2)


def test_of_equally_bad_starts_the_first_in_the_file_begins_the_worst_path() -> None:
    """Whatever order the starts are written in."""
    both = (Start("a", 0.5), Start("m", 0.5))
    for start in (both, both[::-1]):
        found = analysis(point("m", -1), point("a", -1), start=start)
        assert found.worst_path.touchpoints == ("m",)


def test_a_worst_path_stops_where_going_on_costs_nothing() -> None:
    """A drop-off at −1 and an exit one touchpoint later at −1: the fewer touchpoints."""
    found = analysis(point("m", -1, {"a": 0.5}), point("a", 0))
    assert found.worst_path.touchpoints == ("m",)


def test_of_equally_likely_paths_the_shortest_then_the_first_is_told() -> None:
    """0.25 each: over n to z, and straight to b, to a; 'b' stands before 'a' in the file."""
    found = analysis(
        point("m", 0, {"n": 0.25, "a": 0.25, "b": 0.25}),
        point("n", 0, {"z": 1}),
        point("z", 0),
        point("b", 0),
        point("a", 0),
    )
    assert found.likely_path.touchpoints == ("m", "b")
    assert found.likely_path.probability == 0.25


def test_of_equally_likely_starts_the_shortest_then_the_first_is_told() -> None:
    """Half come in at m, half at z; m needs one touchpoint more, so z; of z and y the first."""
    halves = (Start("m", 0.2), Start("y", 0.4), Start("z", 0.4))
    found = analysis(
        point("m", 0, {"y": 1}), point("z", 0, {"a": 1}), point("y", 0, {"a": 1}), point("a", 0),
        start=halves,
    )  # fmt: skip
    assert found.likely_path.touchpoints == ("z", "a")
    longer = (Start("m", 0.5), Start("a", 0.5))
    found = analysis(point("m", 0, {"a": 1}), point("a", 0), start=longer)
    assert found.likely_path.touchpoints == ("a",)


def test_of_equally_short_ways_round_a_doom_loop_the_first_is_told() -> None:
    """Into z → y → z by b or a, out by d or c: of each two, the earlier in the file."""
    found = analysis(
        point("m", 1, {"a": 0.5, "b": 0.5}),
        point("b", 1, {"z": 1}),
        point("a", 1, {"z": 1}),
        point("z", -2, {"y": 0.5, "c": 0.25, "d": 0.25}),
        point("y", -2, {"z": 1}),
        point("d", 3),
        point("c", 3),
    )
    assert found.worst_path.touchpoints == ("m", "b", "z", "y", "z", "d")
    assert (found.worst_path.bounded, found.worst_path.balance) == (False, None)


def test_a_doom_loop_nobody_leaves_gives_way_to_one_that_is_left() -> None:
    """The first loop is a trap; the walk without a bound goes round the second."""
    found = analysis(
        point("m", 0, {"t": 0.5, "z": 0.5}),
        point("t", -9 / 2, {"t": 1}),
        point("z", -1, {"z": 0.5}),
    )
    assert [loop.touchpoints for loop in found.loops] == [("t",), ("z",)]
    assert found.worst_path.touchpoints == ("m", "z", "z")


def test_the_vital_few_stop_at_exactly_four_fifths() -> None:
    """Losses of 4, 0.5 and 0.5: the first carries 80 %, the others are useful, not vital."""
    found = analysis(
        point("m", -0.5, {"z": 1}),
        point("z", -4, {"a": 1}),
        point("a", -0.5, {"e": 1}),
        point("e", 0),
    )
    assert [f.id for f in found.touchpoints if "vital-few" in f.moment_of_truth] == ["z"]


def test_thirds_may_carry_exactly_four_fifths() -> None:
    """Of losses of 1/6, 5/12, 1/3, 1/4, 1/3, 1/6 the largest four carry 4/3 of 5/3."""
    twelfths = {"a": 2, "b": 5, "c": 4, "d": 3, "e": 4, "f": 2}
    points = [point(id, -parts / 2) for id, parts in twelfths.items()]
    shares = tuple(Start(id, 1 / 6) for id in twelfths)
    found = analysis(*points, start=shares)
    assert [f.id for f in found.touchpoints if "vital-few" in f.moment_of_truth] == list("bcde")


def test_of_equal_losses_the_first_in_the_file_are_vital() -> None:
    """Ten losses of 1: the first eight carry 80 %."""
    points = [point(f"t{9 - n}", -1, {f"t{8 - n}": 1} if n < 9 else None) for n in range(10)]
    found = analysis(*points)
    vital = [f.id for f in found.touchpoints if "vital-few" in f.moment_of_truth]
    assert vital == [f"t{9 - n}" for n in range(8)]


def test_up_to_three_equal_peaks_count_and_of_more_the_lowest() -> None:
    """Three of |C| = 2 are all peaks; of four it is the first of those with C = −2."""
    gaps = (2, 2, -2, -2)
    points = [point(f"t{9 - n}", gap, {f"t{8 - n}": 1}) for n, gap in enumerate(gaps)]
    four = analysis(*points, point("t5", 0))
    assert [f.id for f in four.touchpoints if "peak" in f.moment_of_truth] == ["t7"]
    assert four.tied["peak"] == 4
    three = analysis(*points[:3], point("t6", 0))
    assert [f.id for f in three.touchpoints if "peak" in f.moment_of_truth] == ["t9", "t8", "t7"]


def test_up_to_three_equal_endings_count_and_of_more_none() -> None:
    """Three exits that a third of all reach each are all endings; of four there is none."""
    for count, expected in ((2, 2), (3, 3), (4, 0)):
        ids = [f"e{n}" for n in range(count)]
        found = analysis(point("m", 1, dict.fromkeys(ids, 1 / count)), *(point(i, 0) for i in ids))
        endings = [f.id for f in found.touchpoints if "ending" in f.moment_of_truth]
        assert len(endings) == expected
        assert found.tied.get("ending", 0) == expected


def test_two_equally_decisive_touchpoints_both_count() -> None:
    """Half go each way, and from either way half succeed: the chance moves as much at both."""
    ways = {"won": 0.5, "lost": 0.5}
    found = analysis(
        point("m", 0, {"a": 0.5, "b": 0.5}),
        point("a", 1, ways),
        point("b", 2, ways),
        Touchpoint("won", outcome="success"),
        Touchpoint("lost", outcome="failure"),
    )
    assert [f.id for f in found.touchpoints if "decisive" in f.moment_of_truth] == ["a", "b"]
    assert found.tied == {"peak": 1, "decisive": 2, "ending": 2}


def test_walks_that_are_as_probable_as_the_likely_one_are_counted() -> None:
    """By a or by b, then by c or by d: four walks of a quarter each."""
    found = analysis(
        point("m", 0, {"a": 0.5, "b": 0.5}),
        point("a", 0, {"n": 1}),
        point("b", 0, {"n": 1}),
        point("n", 0, {"c": 0.5, "d": 0.5}),
        point("c", 0),
        point("d", 0),
    )
    assert found.likely_path.tied == 4
    assert found.likely_path.touchpoints == ("m", "a", "n", "c")


def test_entries_that_are_as_probable_are_counted() -> None:
    """Half come in at each of two exits: two walks, the longer and rarer ones do not count."""
    found = analysis(point("a", 0), point("b", 0), start=(Start("a", 0.5), Start("b", 0.5)))
    assert found.likely_path.tied == 2


def test_walks_as_bad_as_the_worst_are_counted() -> None:
    """Over n to z, straight to a, straight to z; another start counts too."""
    forked = (
        point("m", -1, {"n": 0.3, "a": 0.3, "z": 0.3}),
        point("n", 0, {"z": 1}),
        point("z", -1),
        point("a", -1),
    )
    assert analysis(*forked).worst_path.tied == 3
    assert analysis(*forked[:3], point("a", -0.5)).worst_path.tied == 2
    starts = (Start("m", 0.5), Start("b", 0.5))
    assert analysis(*forked, point("b", -2), start=starts).worst_path.tied == 4


def test_a_worst_walk_alone_is_one() -> None:
    """With a round that costs nothing on the way, too."""
    assert analysis(point("a", -1, {"b": 0.9}), point("b", -1)).worst_path.tied == 1
    rounds = (point("a", -1, {"b": 1}), point("b", 0, {"b": 0.5, "c": 0.5}), point("c", -1))
    assert analysis(*rounds).worst_path.tied == 1


def test_beside_rounds_that_cost_nothing_ties_are_not_counted() -> None:
    """That there are others is known, not how many."""
    found = analysis(
        point("a", -1, {"b": 0.5, "c": 0.5}),
        point("b", 0, {"a2": 0.5, "d": 0.5}),
        point("a2", 0, {"b": 1}),
        point("c", -1),
        point("d", -1),
    )
    assert found.worst_path.tied is None


def test_touchpoints_with_the_lowest_gap_are_counted() -> None:
    """Those that can be met and are measured."""
    met = (point("a", -2, {"b": 1}), point("b", -2), point("c", -2))
    assert analysis(*met).worst_tied == 2
    assert cjm.analyze(Journey("x", {"a": None})).worst_tied == 0
