"""Simulated customers against exact shares, and when the simulation takes over."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys

import brute_walks as walks
import numpy as np
import pytest
from brute_walks import Endings
from plain_journey import plain
from walked_journeys import FIXED, LAYERS, layered

import cjm
from cjm.analysis.chain import build_chain
from cjm.analysis.endings import disappointed_share
from cjm.analysis.simulation import Walks, simulate
from cjm.analysis.units import units
from cjm.journey import Journey, Start

ERRORS = 4.5
"""Standard errors a simulated share may be away: one run in 150,000 is further by chance."""


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
    assert found.standard_error == pytest.approx(spread / math.sqrt(crowd.customers))
    assert crowd.customers >= 10_000


def test_simulated_memories_are_near_the_exact_one(journey: Journey) -> None:
    """The mean remembered is within 4.5 standard errors; no C here is beyond 3."""
    found = simulated(journey)
    error = 3 / math.sqrt(found.customers)
    assert abs(found.mean_remembered - enumerated(journey).remembered) < ERRORS * error


def test_simulated_customers_meet_touchpoints_as_often_as_expected(journey: Journey) -> None:
    """Visits noted a customer equal the flow's; a count's deviation is at most some visits."""
    found, analysis = simulated(journey), cjm.analyze(journey)
    ways, touchpoints, times = np.array(found.visits).T
    customers = np.array(found.counts)[ways]
    for n, figures in enumerate(analysis.touchpoints):
        here = touchpoints == n
        mean = (customers * times)[here].sum() / found.customers
        assert mean == pytest.approx(figures.visits, abs=ERRORS * 3 / math.sqrt(found.customers))
        met = customers[here].sum() / found.customers
        assert met == pytest.approx(figures.reach, abs=ERRORS / 2 / math.sqrt(found.customers))


def test_simulated_fixes_are_near_the_exact_ones(journey: Journey) -> None:
    """Closing each negative gap for simulated customers changes the share as it does exactly."""
    found, analysis = simulated(journey), cjm.analyze(journey)
    gains = [max(0, -weight) for weight in analysis.scores.units]
    error = 1 / math.sqrt(found.customers)
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
import cjm, walked_journeys as here
from cjm.journey import Journey
journeys = [here.layered(), *(Journey(id, points) for id, points in here.FIXED.items())]
print(json.dumps([cjm.analyze(journey).to_dict() for journey in journeys]))
"""


def test_every_run_gives_the_same_figures() -> None:
    """Another process, with other hashes, prints the same bytes, simulated figures included."""
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, *sys.path],
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
