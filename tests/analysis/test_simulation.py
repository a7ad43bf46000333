"""Simulated customers against exact shares, and when the simulation takes over."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys

import numpy as np
import proof_walks as walks
import pytest
from proof_plain import plain
from proof_walks import Endings

import cjm
from cjm.analysis.chain import build_chain
from cjm.analysis.endings import disappointed_share
from cjm.analysis.simulation import Walks, simulate
from cjm.analysis.units import units
from cjm.journey import Journey, Start, Touchpoint, Transition

ERRORS = 4.5
"""Standard errors a simulated share may be away: one run in 150,000 is further by chance."""


def point(id: str, gap: float | None, ways: dict[str, float], weight: float = 1) -> Touchpoint:
    following = tuple(Transition(to, share) for to, share in ways.items())
    lived = None if gap is None else 5 + gap
    return Touchpoint(id, expectation=5, experience=lived, importance=weight, next=following)


FIXED = {
    "branches": (
        point("a", -1, {"b": 0.5, "c": 0.3}),
        point("b", 2, {"d": 0.9}),
        point("c", -2, {"d": 0.5, "b": 0.4}),
        point("d", 0.5, {}),
    ),
    "loops": (
        point("a", -1, {"b": 0.6, "a": 0.3}),
        point("b", 1, {"a": 0.4, "c": 0.4}),
        point("c", -2, {"b": 0.5, "d": 0.5}, weight=0.5),
        point("d", 1, {}),
    ),
    "unmeasured": (
        point("a", None, {"b": 0.3, "c": 0.3}),
        point("b", -3, {"d": 0.8, "b": 0.2}),
        point("c", 3, {"d": 0.7, "a": 0.2}),
        point("d", None, {"e": 1}),
        point("e", -1, {}),
    ),
}


@pytest.fixture(params=FIXED)
def journey(request: pytest.FixtureRequest) -> Journey:
    start = (Start("a", 0.75), Start("c", 0.25))
    return Journey(request.param, FIXED[request.param], start=start)


def simulated(journey: Journey) -> Walks:
    analysis = cjm.analyze(journey)
    gaps = [figures.gap for figures in analysis.touchpoints]
    everywhere = range(len(gaps))
    chain = build_chain(journey)
    return simulate(chain, analysis.scores.units, gaps, analysis.length, everywhere)


def enumerated(journey: Journey) -> Endings:
    found = walks.endings(plain(journey))
    assert found is not None
    return found


def test_simulated_shares_are_near_the_exact_one(journey: Journey) -> None:
    """The share is within 4.5 of the standard errors it tells, which is p(1 − p)/n under a root."""
    crowd, exact = simulated(journey), enumerated(journey).disappointed
    found = crowd.disappointed
    assert not found.exact
    assert 0.05 < exact < 0.95
    assert abs(found.share - exact) < ERRORS * found.standard_error
    spread = math.sqrt(found.share * (1 - found.share))
    assert found.standard_error == pytest.approx(spread / math.sqrt(len(crowd.totals)))
    assert len(crowd.totals) >= 10_000


def test_simulated_memories_are_near_the_exact_one(journey: Journey) -> None:
    """The mean remembered is within 4.5 standard errors; no C here is beyond 3."""
    found = simulated(journey)
    error = 3 / math.sqrt(len(found.totals))
    assert abs(found.mean_remembered - enumerated(journey).remembered) < ERRORS * error


def test_simulated_customers_meet_touchpoints_as_often_as_expected(journey: Journey) -> None:
    """Visits noted a customer equal the flow's; a count's deviation is at most some visits."""
    found, analysis = simulated(journey), cjm.analyze(journey)
    _, touchpoints, times = np.array(found.visits).T
    for n, figures in enumerate(analysis.touchpoints):
        mean = times[touchpoints == n].sum() / len(found.totals)
        assert mean == pytest.approx(figures.visits, abs=ERRORS * 3 / math.sqrt(len(found.totals)))
        met = (touchpoints == n).sum() / len(found.totals)
        assert met == pytest.approx(figures.reach, abs=ERRORS / 2 / math.sqrt(len(found.totals)))


def test_simulated_fixes_are_near_the_exact_ones(journey: Journey) -> None:
    """Closing each negative gap for simulated customers changes the share as it does exactly."""
    found, analysis = simulated(journey), cjm.analyze(journey)
    gains = [max(0, -weight) for weight in analysis.scores.units]
    error = 1 / math.sqrt(len(found.totals))
    changes = found.changes(gains)
    for change, figures in zip(changes, analysis.touchpoints, strict=True):
        exact = figures.fix.disappointed if figures.fix else 0
        assert abs(change - exact) < ERRORS * error / 2
    assert min(changes) < -0.02


def test_exact_shares_give_up_where_states_are_too_many(journey: Journey) -> None:
    """With room for few states there is no exact answer, with room for more there is."""
    chain = build_chain(journey)
    whole = [units(weight) for weight in cjm.analyze(journey).weights]
    assert disappointed_share(chain, whole, most_states=3) is None
    share, looked_at = disappointed_share(chain, whole, most_states=60_000)
    assert looked_at > 3
    assert share == pytest.approx(enumerated(journey).disappointed, abs=2e-9)


LAYERS = 17


def layered() -> Journey:
    """Seventeen times up by 0.7 or down by 0.3, each time by twice as much as before.

    So 2¹⁷ sums, all different, and the sign of each is that of its last step.
    """
    points = []
    for n in range(LAYERS):
        ways = {f"up{n + 1}": 0.7, f"down{n + 1}": 0.3} if n < LAYERS - 1 else {}
        for name, sign in (("up", 1), ("down", -1)):
            following = tuple(Transition(to, share) for to, share in ways.items())
            lived = sign * 2**n
            points.append(Touchpoint(f"{name}{n}", expectation=0, experience=lived, next=following))
    start = (Start("up0", 0.7), Start("down0", 0.3))
    return Journey("layers", tuple(points), scale=(-(2**LAYERS), 2**LAYERS), start=start)


def test_the_simulation_takes_over_where_sums_of_gaps_are_too_many() -> None:
    """It says that it is not exact, how far off it may be, and it is not further off."""
    analysis = cjm.analyze(layered())
    found = analysis.disappointed
    assert found.exact is False
    assert 0 < found.standard_error < 0.01
    assert abs(found.share - 0.3) < ERRORS * found.standard_error
    assert analysis.to_dict()["disappointed"] == {
        "share": found.share,
        "exact": False,
        "standard_error": found.standard_error,
    }


def test_simulated_fixes_are_compared_with_the_same_customers() -> None:
    """A gap that never settles the sign changes nothing at all, the last one 0.3 · 0.7."""
    analysis = cjm.analyze(layered())
    assert not analysis.disappointed.exact
    changes = [fix.disappointed for fix in analysis.fixes.values()]
    assert list(analysis.fixes) == [f"down{n}" for n in range(LAYERS)]
    assert changes[:-1] == [0.0] * (LAYERS - 1)
    assert changes[-1] == pytest.approx(-0.21, abs=ERRORS * analysis.disappointed.standard_error)


def test_a_simulated_share_of_personas_has_their_joint_error() -> None:
    """Personas walk with the same luck: the errors of their shares add up."""
    from cjm.analysis.crowd import mean_share
    from cjm.analysis.endings import Disappointed

    parts = [
        (0.25, Disappointed(0.5, exact=False, standard_error=0.04)),
        (0.75, Disappointed(0.1, exact=True)),
    ]
    assert mean_share(parts) == Disappointed(0.2, exact=False, standard_error=0.01)
    parts[1] = (0.75, Disappointed(0.1, exact=False, standard_error=0.04))
    assert mean_share(parts).standard_error == pytest.approx(0.04 * (0.25 + 0.75))


SCRIPT = """
import json, sys
sys.path[:0] = sys.argv[1:]
import cjm, test_proof_simulation as here
from cjm.journey import Journey
journeys = [here.layered(), *(Journey(id, points) for id, points in here.FIXED.items())]
print(json.dumps([cjm.analyze(journey).to_dict() for journey in journeys]))
"""


def test_every_run_gives_the_same_figures() -> None:
    """Another process, with other hashes, prints the same bytes, simulated figures included."""
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, os.path.dirname(__file__), *sys.path],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    first = json.loads(printed[0])[0]
    assert first == json.loads(json.dumps(cjm.analyze(layered()).to_dict()))
    assert first["disappointed"]["exact"] is False
