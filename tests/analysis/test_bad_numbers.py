"""Journeys that break arithmetic: figures or None, in bounded time; never inf, nan or a crash."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from rings import point, ring
from work import counted

import cjm
from cjm.journey import Journey, Persona, PersonaScores, Score, Start, Touchpoint, Transition

MOST_CALLS = 5_000
"""Calls of functions for each touchpoint."""
FLOW = ("visits", "reach", "impact", "drop_off", "chance", "stakes", "fix")


def journey(*points: Touchpoint, **options: Any) -> Journey:
    return Journey("bad", points, **options)


def figures(journey: Journey, persona: str | None = None) -> dict[str, Any]:
    """Every figure, proved to be a number that JSON can hold or None."""
    found = cjm.analyze(journey, persona).to_dict()
    restored: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
    return restored


# ---- nothing there ----------------------------------------------------------------------------


def test_without_measured_gaps_flow_stands_alone() -> None:
    """Visits and outcomes are there, gaps are not: no sum of them is, and coverage is 0."""
    found = figures(journey(point("a", b=0.5), point("b", outcome="success")))
    assert found["outcomes"]["success"] == 0.5
    assert (found["balance"], found["coverage"], found["remembered"]) == (None, 0, None)
    assert found["loops"] == []
    assert [p["impact"] for p in found["touchpoints"]] == [None, None]
    assert (found["worst_path"], found["disappointed"]) == (None, None)


def test_without_any_exit_customers_end_by_drop_off() -> None:
    """A loop that only drop-off leaves: no likely path, no chance, and all are lost silently."""
    found = figures(journey(point("a", -1, b=0.5), point("b", 2, a=0.5)))
    assert found["outcomes"] == {"success": 0, "failure": 0, "neutral": 0, "drop_off": 1}
    assert found["likely_path"] is None
    assert [p["chance"] for p in found["touchpoints"]] == [None, None]
    assert not any(p["unavoidable"] for p in found["touchpoints"])
    assert found["length"] == 2


def test_one_touchpoint_is_a_journey() -> None:
    """It starts, ends, is the peak and the ending, and its C is balance and memory."""
    found = figures(journey(point("a", -2)))
    assert (found["balance"], found["remembered"], found["length"]) == (-2, -2, 1)
    assert found["disappointed"] == {"share": 1, "exact": True, "standard_error": None}
    assert found["touchpoints"][0]["moment_of_truth"] == ["vital-few", "peak", "ending"]
    assert found["worst_path"] == {"touchpoints": ["a"], "balance": -2, "bounded": True}
    assert found["likely_path"]["probability"] == 1


def test_ways_that_nobody_takes_are_not_walked() -> None:
    """With probabilities of 0 everybody drops off at the start, and no loop or path is there."""
    points = (point("a", -1, b=0, a=0), point("b", -3, a=0, c=1), point("c", 1, outcome="success"))
    found = figures(journey(*points))
    assert found["outcomes"]["drop_off"] == 1
    assert found["loops"] == []
    assert found["likely_path"] is None
    assert found["worst_path"] == {"touchpoints": ["a"], "balance": -1, "bounded": True}
    assert [p["visits"] for p in found["touchpoints"]] == [1, 0, 0]


def test_a_start_that_nobody_takes_is_not_walked() -> None:
    """A start with share 0 opens neither path nor reach."""
    points = (point("a", 1, outcome="success"), point("b", -9 / 2, a=1))
    found = figures(journey(*points, start=(Start("a", 1), Start("b", 0))))
    assert found["worst_path"]["touchpoints"] == ["a"]
    assert [p["reach"] for p in found["touchpoints"]] == [1, 0]


# ---- traps ------------------------------------------------------------------------------------


def test_a_trap_takes_all_of_flow_and_leaves_the_rest() -> None:
    """Flow, sums over customers and fixes are None; gaps, paths, loops, declared and peak stand."""
    points = (
        point("a", -1, b=0.5, c=0.5),
        point("b", -3, b=1),
        Touchpoint("c", expectation=5, experience=4, moment_of_truth=True, outcome="success"),
    )
    found = figures(journey(*points))
    for name in ("balance", "coverage", "disappointed", "remembered", "length"):
        assert found[name] is None
    assert set(found["outcomes"].values()) == {None}
    assert {p[name] for p in found["touchpoints"] for name in FLOW} == {None}
    assert [p["moment_of_truth"] for p in found["touchpoints"]] == [[], ["peak"], ["declared"]]
    assert [p["level"] for p in found["touchpoints"]] == ["disappointment"] * 3
    assert [p["unavoidable"] for p in found["touchpoints"]] == [True, False, True]
    assert found["loops"] == [{"touchpoints": ["b"], "balance": -3, "mean": -3}]
    assert found["likely_path"]["touchpoints"] == ["a", "c"]
    # The doom loop is entered and never left: it is on no walk to an end.
    assert found["worst_path"] == {"touchpoints": ["a", "c"], "balance": -2, "bounded": True}


def test_where_all_are_trapped_no_path_is_left() -> None:
    """Without any walk to an end both paths are None."""
    found = figures(journey(point("a", -1, b=1), point("b", 0, a=1)))
    assert (found["worst_path"], found["likely_path"]) == (None, None)
    assert found["loops"][0]["touchpoints"] == ["a", "b"]


def test_a_trap_nobody_reaches_takes_nothing() -> None:
    """A closed cycle that no start leads to leaves every figure."""
    found = figures(journey(point("a", -1), point("b", -3, b=1)))
    assert (found["length"], found["balance"]) == (1, -1)


# ---- numbers at the edge ----------------------------------------------------------------------

HUGE = {"scale": (-1e12, 1e12)}
"""The largest numbers that a journey may hold."""


def huge(id: str, expectation: float, experience: float, **ways: float) -> Touchpoint:
    following = tuple(Transition(to, share) for to, share in ways.items())
    return Touchpoint(id, expectation=expectation, experience=experience, next=following)


@pytest.mark.parametrize("score", [1e12, -1e12])
def test_sums_of_the_largest_numbers_are_figures(score: float) -> None:
    """Two gaps of ±1e12 and visits above 1 are added up like any others."""
    points = (huge("a", 0, score, a=0.5, b=0.5), huge("b", 0, score, c=1), huge("c", 0, score))
    found = figures(journey(*points, **HUGE))
    assert [p["gap"] for p in found["touchpoints"]] == [score] * 3
    assert [p["visits"] for p in found["touchpoints"]] == [2, 1, 1]
    assert found["touchpoints"][0]["impact"] == 2 * score
    assert found["balance"] == 4 * score
    assert found["disappointed"]["share"] == (score < 0)
    assert found["likely_path"]["touchpoints"] == ["a", "b", "c"]


def test_no_gap_of_the_largest_scores_is_lost() -> None:
    """From the top of the largest scale to its bottom is a gap, and a disappointment."""
    found = figures(journey(huge("a", 1e12, -1e12, b=1), huge("b", 0, -1), **HUGE))
    assert [p["gap"] for p in found["touchpoints"]] == [-2e12, -1]
    assert found["touchpoints"][0]["level"] == "disappointment"
    assert found["balance"] == -2e12 - 1


def test_the_largest_importance_leaves_a_balance() -> None:
    """importance·C of the largest numbers, met many times over, is a finite figure."""
    heavy = Touchpoint(
        "a", expectation=1e12, experience=-1e12, importance=1e12,
        next=(Transition("a", 1 - 1e-9), Transition("b", 1e-9)),
    )  # fmt: skip
    found = figures(journey(heavy, huge("b", 0, 1), **HUGE))
    assert found["touchpoints"][0]["gap"] == -2e12
    assert found["balance"] == pytest.approx(-2e33)


def test_the_smallest_gap_is_no_gap() -> None:
    """A difference of 5e-324 is rounded away: C is 0."""
    found = figures(journey(huge("a", 0, 5e-324), **HUGE))
    assert found["touchpoints"][0]["gap"] == 0


@pytest.mark.parametrize("sd", [1e12, 5e-324, 0.0])
def test_absurd_deviations_leave_an_interval(sd: float) -> None:
    """An interval is two finite numbers around C."""
    measured = Touchpoint("a", expectation=Score(5, n=2, sd=sd), experience=Score(4, n=2, sd=sd))
    interval = figures(journey(measured))["touchpoints"][0]["interval"]
    assert interval[0] <= -1 <= interval[1]


def test_personas_with_huge_scores_are_averaged() -> None:
    """Means over personas at both ends of the scale are numbers."""
    own = (PersonaScores("p", 1e12, -1e12), PersonaScores("q", -1e12, 1e12))
    people = (Persona("p", share=0.5), Persona("q", share=0.5))
    split = journey(Touchpoint("a", by_persona=own), personas=people, **HUGE)
    assert figures(split)["touchpoints"][0]["gap"] == 0
    assert figures(split, "p")["touchpoints"][0]["gap"] == -2e12


LEAKS = [1e-6, 1e-9, 1e-15, 1e-17, 1e-300, 5e-324]


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("turns", [1, 2, 5])
def test_loops_that_hardly_leak_give_figures_or_none(leak: float, turns: int) -> None:
    """Nobody is lost: either there is no flow, or outcomes sum to 1 and reach is a probability."""
    ring = [point(f"r{n}", -1, **{f"r{n + 1}": 1}) for n in range(turns - 1)]
    last = point(f"r{turns - 1}", 1, r0=1 - leak, out=leak)
    found = figures(journey(*ring, last, point("out", 0, outcome="success")))
    if found["length"] is None:
        assert leak < 1e-12
        assert {p[name] for p in found["touchpoints"] for name in FLOW} == {None}
        return
    assert sum(found["outcomes"].values()) == pytest.approx(1, abs=1e-6)
    assert found["touchpoints"][0]["reach"] == pytest.approx(1, abs=1e-6)
    assert found["touchpoints"][0]["chance"] == pytest.approx(1, abs=1e-6)
    assert found["length"] == pytest.approx(turns / leak + 1, rel=1e-3)


def test_a_third_that_floats_cannot_hold_loses_nobody() -> None:
    """Drop-offs are not rounded: a slow loop with d = 1/300,000 still ends everybody."""
    points = (point("a", -1, b=1), point("b", 1, a=0.5, b=0.5 - 1 / 300_000))
    found = figures(journey(*points))
    assert found["outcomes"]["drop_off"] == pytest.approx(1, abs=1e-9)
    assert found["touchpoints"][1]["visits"] == pytest.approx(300_000, rel=1e-9)


def test_a_slow_loop_says_how_unsure_it_is() -> None:
    """A self-loop of 0.999999: a million visits, the sum told, the share with its error."""
    points = (point("a", 0, b=0.5, c=0.5), point("b", -1, b=0.999999, d=1e-6), point("c"))
    found = bounded(journey(*points, point("d", 1, outcome="success")))
    assert found["touchpoints"][1]["visits"] == pytest.approx(5e5, rel=1e-6)
    assert found["balance"] == pytest.approx(-5e5 + 0.5, rel=1e-6)
    share = found["disappointed"]
    error = share["standard_error"] or 0
    assert abs(share["share"] - 0.5) <= 4.5 * error + 1e-6
    assert found["remembered"] == pytest.approx(0.5 * 0 + 0.5 * (1 + 1) / 2, abs=1e-6)


def test_start_shares_that_nearly_sum_to_one_are_everybody() -> None:
    """Three times 0.333333 is all customers: the outcomes sum to 1."""
    points = tuple(point(id, 1) for id in "abc")
    found = figures(journey(*points, start=tuple(Start(id, 0.333333) for id in "abc")))
    assert sum(found["outcomes"].values()) == pytest.approx(1, abs=1e-9)
    assert found["length"] == pytest.approx(1, abs=1e-9)


# ---- size: each of these takes seconds --------------------------------------------------------


def bounded(journey: Journey) -> dict[str, Any]:
    """Every figure, in so much work as grows with a journey's size and no faster."""
    with counted() as work:
        found = figures(journey)
    assert work.calls < MOST_CALLS * len(journey.touchpoints)
    return found


def turned(journey: Journey) -> Journey:
    return replace(journey, touchpoints=journey.touchpoints[::-1])


def shuffled(journey: Journey) -> Journey:
    points = sorted(journey.touchpoints, key=lambda point: hashlib.md5(point.id.encode()).digest())
    return replace(journey, touchpoints=tuple(points))


RINGS = {
    "happy": lambda size: ring(size, lambda n: 1),
    "unhappy": lambda size: ring(size, lambda n: -1),
    "mixed": lambda size: ring(size, lambda n: (n * 7919 % 31 - 15) / 10),
    "with chords": lambda size: ring(size, lambda n: (n * 7919 % 31 - 15) / 10, 117),
    "recovering": lambda size: ring(size, lambda n: -1 if n % 2 else 2, 117),
    "against the file": lambda size: turned(ring(size, lambda n: 2 - n % 5)),
    "across the file": lambda size: shuffled(ring(size, lambda n: 3 if n == 7 else -0.001)),
}


@pytest.mark.parametrize("name", RINGS)
def test_a_thousand_touchpoints_in_one_loop(name: str) -> None:
    """Figures in bounded time, and everybody ends by drop-off after 1/0.03 touchpoints."""
    found = bounded(RINGS[name](1_000))
    assert found["outcomes"]["drop_off"] == pytest.approx(1, abs=1e-6)
    assert found["length"] == pytest.approx(1 / 0.03, rel=1e-6)
    assert len(found["touchpoints"]) == 1_000


@pytest.mark.parametrize("name", ["with chords", "across the file"])
def test_three_thousand_touchpoints_in_one_loop(name: str) -> None:
    """Slow: the same of three times the size, with every reach."""
    found = bounded(RINGS[name](3_000))
    assert found["outcomes"]["drop_off"] == pytest.approx(1, abs=1e-6)
    assert found["length"] == pytest.approx(1 / 0.03, rel=1e-6)
    assert all(0 < p["reach"] <= 1 for p in found["touchpoints"])


@pytest.mark.parametrize("last", ["success", "doom loop"])
def test_ten_thousand_touchpoints_in_a_chain(last: str) -> None:
    """Slow: figures in bounded time, exact where every customer walks the same way."""
    size = 10_000
    points = [point(f"t{n}", n % 3 - 1, **{f"t{n + 1}": 1}) for n in range(size - 1)]
    if last == "success":
        points.append(point(f"t{size - 1}", -1, outcome="success"))
    else:
        points.append(point(f"t{size - 1}", -1, **{f"t{size - 1}": 0.5}))
    found = bounded(journey(*points))
    assert found["length"] == pytest.approx(size + (last != "success"))
    assert found["worst_path"]["bounded"] == (last == "success")
    assert len(found["worst_path"]["touchpoints"]) == size + (last != "success")
    assert found["disappointed"]["exact"] is True
    assert found["disappointed"]["share"] == 1


SCRIPT = """
import resource, sys
sys.path[:0] = sys.argv[1:]
import cjm, rings
found = cjm.analyze(rings.ring(10_000, lambda n: -1)).to_dict()
assert found["worst_path"]["touchpoints"] == [f"t{n % 10_000}" for n in range(10_001)]
assert abs(found["length"] - 1 / 0.03) < 1e-6
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_ten_thousand_touchpoints_in_a_doom_loop() -> None:
    """Slow: once round from the start and out at once, without keeping every way round."""
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *sys.path],
        capture_output=True,
        check=True,
        text=True,
    )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 1.2e9
