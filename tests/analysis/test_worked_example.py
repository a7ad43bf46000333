"""The worked example of spec/analysis.md, checked there by hand, and the JSON of spec/cli.md."""

from __future__ import annotations

import json
from typing import Any

import pytest
from worked_example import EXAMPLE

import cjm

SPECIFIED = json.loads("""
{"version": 1, "journey": "id", "title": "…", "persona": null, "state": "as-is", "language": "en",
 "owner": null, "status": null, "updated": null, "customers": null, "metrics": {}, "coverage": 1.0,
 "touchpoints": [{"id": "search", "title": "…", "stage": null, "channel": null, "channels": [], "expectation": 7, "experience": 6, "gap": -1,
                  "interval": null, "level": "disappointment", "visits": 1.176, "reach": 1.0, "impact": -1.176, "drop_off": 0.235,
                  "chance": 0.765, "stakes": 0.360, "unavoidable": true, "moment_of_truth": ["vital-few", "decisive"],
                  "negative_moment_of_truth": true, "fix": {"balance": 1.176, "disappointed": -0.2},
                  "weighted_gap": null, "below_expectation": null, "assumed": [], "lost": null, "lost_worth": null, "duration": null,
                  "metrics": {}, "expectation_from": "written", "experience_from": "written", "written": {}}],
 "balance": -1.471, "remembered": -0.418, "disappointed": {"share": 0.5, "exact": true, "standard_error": null}, "length": 3.059,
 "outcomes": {"success": 0.765, "failure": 0.0, "neutral": 0.0, "drop_off": 0.235},
 "moments_of_truth": ["search", "ask", "done"], "negative_moments_of_truth": ["search", "ask"],
 "likely_path": {"touchpoints": ["search", "pay", "done"], "probability": 0.5, "balance": [-1, 0, 0], "overdrawn_at": "search", "tied": 1},
 "worst_path": {"touchpoints": ["search", "ask", "search"], "balance": null, "bounded": false},
 "loops": [{"touchpoints": ["search", "ask"], "balance": -4, "mean": -2.0}],
 "stages": [{"id": null, "title": null, "visits": 3.059, "reach": 1.0, "impact": -1.471, "lost": null, "lost_worth": null, "owner": null, "metrics": {}, "assumed": []}],
 "transitions": [{"from": "search", "to": "pay", "label": null, "probability": 0.5, "flow": 0.588, "wait": null, "assumed": []},
                 {"from": "search", "to": "ask", "label": null, "probability": 0.3, "flow": 0.353, "wait": null, "assumed": []},
                 {"from": "ask", "to": "search", "label": null, "probability": 0.5, "flow": 0.176, "wait": null, "assumed": []},
                 {"from": "ask", "to": "pay", "label": null, "probability": 0.5, "flow": 0.176, "wait": null, "assumed": []},
                 {"from": "pay", "to": "done", "label": null, "probability": 1.0, "flow": 0.765, "wait": null, "assumed": []}],
 "assumed": [], "time": null, "lost": null, "lost_worth": null, "personas": {}}
""")  # noqa: E501
"""As spec/cli.md has it, of the touchpoints only the first."""


@pytest.fixture
def analysis() -> cjm.Analysis:
    return cjm.analyze(EXAMPLE)


BY_HAND = {
    "visits": (1.17647, 0.35294, 0.76471, 0.76471),
    "reach": (1, 0.3, 0.76471, 0.76471),
    "drop_off": (0.23529, 0, 0, 0),
    "impact": (-1.17647, -1.05882, 0.76471, 0),
    "chance": (0.76471, 0.88235, 1, 1),
    "stakes": (0.35986, 0.04152, 0, 0),
    "gap": (-1, -3, 1, 0),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_figures_of_touchpoints_agree_with_those_by_hand(analysis: cjm.Analysis, name: str) -> None:
    """Every figure of a touchpoint in the worked example agrees to five digits."""
    found = [round(getattr(figures, name), 5) for figures in analysis.touchpoints]
    assert found == list(BY_HAND[name])


def test_figures_of_the_journey_agree_with_those_by_hand(analysis: cjm.Analysis) -> None:
    """Balance, outcomes, disappointed and remembered of the worked example, to five digits."""
    assert round(analysis.balance, 5) == -1.47059
    outcomes = {name: round(share, 5) for name, share in analysis.outcomes.items()}
    assert outcomes == {"success": 0.76471, "failure": 0, "neutral": 0, "drop_off": 0.23529}
    assert round(analysis.disappointed.share, 5) == 0.5
    assert round(analysis.remembered, 5) == -0.41765
    assert round(analysis.length, 5) == 3.05882


def test_paths_and_loops_agree_with_those_by_hand(analysis: cjm.Analysis) -> None:
    """The doom loop, the likely path with its running balance, and the unbounded worst path."""
    (loop,) = analysis.loops
    assert (loop.touchpoints, loop.balance, loop.mean) == (("search", "ask"), -4, -2)
    likely = analysis.likely_path
    assert (likely.touchpoints, likely.probability) == (("search", "pay", "done"), 0.5)
    assert (likely.balance, likely.overdrawn_at) == ((-1, 0, 0), "search")
    worst = analysis.worst_path
    assert (worst.touchpoints, worst.balance) == (("search", "ask", "search"), None)
    assert worst.bounded is False


def test_moments_of_truth_agree_with_those_by_hand(analysis: cjm.Analysis) -> None:
    """Search, ask and done with their reasons; search and ask are negative, in that rank."""
    assert {f.id: f.moment_of_truth for f in analysis.touchpoints} == {
        "search": ("vital-few", "decisive"),
        "ask": ("vital-few", "peak"),
        "pay": (),
        "done": ("ending",),
    }
    assert analysis.moments_of_truth == ("search", "ask", "done")
    assert analysis.negative_moments_of_truth == ("search", "ask")
    unavoidable = {f.id: f.unavoidable for f in analysis.touchpoints}
    assert unavoidable == {"search": True, "ask": False, "pay": True, "done": True}


def test_closing_a_gap_changes_what_the_walks_say(analysis: cjm.Analysis) -> None:
    """Search at 0: only the 0.3 by ask are left; ask at 0: 0.2 who leave, 0.15 who come back."""
    assert analysis["search"].fix.disappointed == pytest.approx(0.3 - 0.5, abs=1e-9)
    assert analysis["ask"].fix.disappointed == pytest.approx(0.2 + 0.15 - 0.5, abs=1e-9)
    assert round(analysis["search"].fix.balance, 5) == 1.17647
    assert round(analysis["ask"].fix.balance, 5) == 1.05882
    assert analysis["pay"].fix is None
    assert analysis["done"].fix is None


def shortened(value: Any) -> Any:
    """The same plain data with every float rounded to three decimals."""
    if isinstance(value, dict):
        return {key: shortened(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value]
    return round(value, 3) if isinstance(value, float) else value


def shape(value: Any) -> Any:
    """Keys in their order, and whether numbers are written whole."""
    if isinstance(value, dict):
        return [(key, shape(part)) for key, part in value.items()]
    if isinstance(value, list):
        return [shape(part) for part in value]
    return type(value).__name__


def test_the_json_is_the_specified_one(analysis: cjm.Analysis) -> None:
    """Every key and value of spec/cli.md, in its order, as text that JSON can hold."""
    found = json.loads(json.dumps(analysis.to_dict(), allow_nan=False))
    ids = [point["id"] for point in found["touchpoints"]]
    assert ids == ["search", "ask", "pay", "done"]
    keys = [list(point) for point in found["touchpoints"]]
    assert keys == [list(SPECIFIED["touchpoints"][0])] * 4
    found["touchpoints"] = found["touchpoints"][:1]
    assert shortened(found) == SPECIFIED
    assert list(found) == list(SPECIFIED)
    for key in ("outcomes", "likely_path", "worst_path", "disappointed"):
        assert list(found[key]) == list(SPECIFIED[key])


def test_whole_numbers_are_written_whole_where_the_specification_does(
    analysis: cjm.Analysis,
) -> None:
    """Scores, gaps and sums of gaps are −1 and not −1.0; shares and means keep their point."""
    found = analysis.to_dict()
    found["touchpoints"] = found["touchpoints"][:1]
    assert shape(found) == shape(SPECIFIED)
