"""What an overlay says, from sums that were made by hand."""

from __future__ import annotations

import json
import math
from datetime import date

import pytest

import cjm
from cjm.data.definition import Answer, Asked, Rows, Survey
from cjm.data.left_out import Reason
from cjm.data.surveys.answers import Answers, Group
from cjm.data.surveys.export import measured_data
from cjm.data.surveys.measuring import measured_of
from cjm.data.surveys.sql import PAIR
from cjm.data.surveys.sums import Sums
from cjm.journey import Paired

JOURNEY = """
cjm: 1
id: taxi
scale: [0, 10]
personas: {anna: {share: 0.5}, igor: {share: 0.5}}
touchpoints:
  call: {next: ride}
  ride: {metrics: {fcr: {target: ">= 80"}, csat: 50}}
"""


@pytest.fixture
def journey():
    return cjm.loads(JOURNEY)


def sums(values, weights=None, last=None):
    """The sums of values, as the SQL gives them."""
    w = weights or [1.0] * len(values)
    pairs = list(zip(w, values, strict=True))
    return Sums(
        len(values),
        math.fsum(w),
        math.fsum(x * x for x in w),
        math.fsum(x * y for x, y in pairs),
        math.fsum(x * y * y for x, y in pairs),
        min(values),
        max(values),
        weights is not None,
        math.fsum(x for x, y in pairs if y < 0),
        last,
    )


def answers(groups, id="delivery", **given):
    survey = Survey(id, Rows(), (1, 5), metrics=given.pop("metrics", {}))
    return Answers(survey, {Group(*key): each for key, each in groups.items()}, **given)


def measured(journey, *all_of, minimum=3, period=(None, None)):
    return measured_of(journey, all_of, Asked(period=period, minimum=minimum))


def test_a_score_is_on_the_journeys_scale(journey):
    """Sums come on a scale from −½ to ½."""
    group = {
        ("ride", "experience"): sums([0.5, 0.25, 0.25, -0.25, 0.5, 0.0], last=date(2026, 9, 1))
    }
    found = measured(journey, answers(group)).at("ride").experience
    assert (round(found.score, 6), found.n, round(found.sd, 6)) == (7.083333, 6, 2.922613)
    assert (found.measured, found.source) == (date(2026, 9, 1), "delivery")
    assert found.measurement.effective is None


@pytest.mark.parametrize(("scale", "score", "sd"), [([1, 5], 3.5, 2), ([-5, 5], 1.25, 5)])
def test_a_scale_may_begin_anywhere(scale, score, sd):
    """The middle of the answers is that of the scale; spreads are as long as it."""
    journey = cjm.loads(JOURNEY.replace("[0, 10]", str(scale)))
    group = {("ride", "experience"): sums([0.625, -0.375, 0.125])}
    found = measured(journey, answers(group)).at("ride").experience
    assert (found.score, found.sd) == (pytest.approx(score), pytest.approx(sd))


def test_weights_show_how_many_answers_they_leave(journey):
    """Kish's number beside n, at scores, pairs and metrics."""
    weighted = sums([0.5, 0.25, -0.5, 0.0], [1.0, 1.0, 2.0, 1.0])
    parts = ("expectation", "experience", PAIR, "nps")
    found = measured(journey, answers({("ride", part): weighted for part in parts})).at("ride")
    effective = 25 / 7
    for each in (found.expectation, found.experience, found.paired, found.metrics[0]):
        assert each.measurement.effective == pytest.approx(effective)


def test_several_sources_count_alike(journey):
    """One mean of all answers; the sources stand there by name."""
    one = answers({("ride", "experience"): sums([0.5, 0.5], last=date(2026, 7, 1))}, "b")
    two = answers({("ride", "experience"): sums([-0.5], last=date(2026, 8, 1))}, "a")
    found = measured(journey, one, two).at("ride").experience
    assert found.score == pytest.approx(20 / 3)
    assert (found.n, found.source, found.measured) == (3, "a, b", date(2026, 8, 1))


def test_thin_groups_are_counted_and_nothing_else(journey):
    """Below the minimum no figure of a side, a pair or a metric stands anywhere."""
    few = sums([0.5, 0.25])
    groups = {
        ("ride", "experience"): sums([0.1] * 5),
        ("ride", "expectation"): few,
        ("ride", PAIR): few,
        ("ride", "csat"): few,
        ("ride", "experience", "anna"): few,
        ("ride", "fcr", "anna"): few,
        ("", "nps"): few,
        ("", "nps", "igor"): few,
    }
    found = measured(journey, answers(groups))
    data = measured_data(found)
    assert list(data["scores"]) == ["ride"]
    assert data["scores"]["ride"]["expectation"] is None
    assert data["scores"]["ride"]["paired"] is None
    assert (data["scores"]["ride"]["metrics"], data["scores"]["ride"]["by_persona"]) == ({}, {})
    assert data["thin"] == {
        "ride": {
            "expectation": 2,
            "experience": None,
            "metrics": {"csat": 2},
            "by_persona": {"anna": {"expectation": None, "experience": 2, "metrics": {"fcr": 2}}},
        }
    }
    assert data["thin_metrics"] == {"nps": 2}
    assert data["by_persona"] == {"igor": {"metrics": {}, "thin_metrics": {"nps": 2}}}


@pytest.mark.parametrize(("pairs", "told"), [(18, True), (17, False)])
def test_pairs_are_told_where_nearly_all_are_pairs(journey, pairs, told):
    """At least 90 % of the smaller side's respondents."""
    groups = {
        ("ride", "expectation"): sums([0.1] * 20),
        ("ride", "experience"): sums([0.1] * 40),
        ("ride", PAIR): sums([0.0, -0.5] + [0.0] * (pairs - 2)),
    }
    found = measured(journey, answers(groups)).at("ride").paired
    assert (found is not None) == told
    if told:
        assert (found.n, found.below) == (18, 1 / 18)
        assert found.sd == pytest.approx(5 * math.sqrt(1 / 18))


def test_one_pair_is_no_spread(journey):
    """Even where a minimum of 1 is asked for."""
    one = sums([0.5])
    parts = ("expectation", "experience", PAIR)
    group = {("ride", part): one for part in parts}
    found = measured(journey, answers(group), minimum=1).at("ride")
    assert (found.paired, found.experience.sd, found.experience.n) == (None, None, 1)


def test_metrics_by_touchpoint_persona_and_of_the_journey(journey):
    """Each by its kind; those of one's own with their unit."""
    groups = {
        ("ride", "fcr"): sums([1] * 42 + [0] * 8),
        ("ride", "csat", "anna"): sums([1] * 17 + [0] * 3),
        ("", "nps"): sums([1] * 8 + [0] * 7 + [-1] * 5),
        ("", "ces1", "igor"): sums([1, 2, 2, 3, 5, 1, 2]),
        ("", "wait"): sums([4.0, 5.0, 9.0]),
    }
    unit = {"wait": Answer("wait", unit="min")}
    found = measured(journey, answers(groups, metrics=unit))
    fcr = found.at("ride").metrics[0]
    assert (fcr.id, fcr.value, fcr.n, fcr.unit) == ("fcr", 84, 50, None)
    csat = found.at("ride").by_persona[0].metrics[0]
    assert [round(end, 6) for end in csat.measurement.interval] == [63.958114, 94.763125]
    assert [(metric.id, metric.value, metric.unit) for metric in found.metrics] == [
        ("nps", 15, None),
        ("wait", 6, "min"),
    ]
    [igor] = found.by_persona
    assert round(igor.metrics[0].value, 6) == 2.285714
    assert igor.metrics[0].measurement.source == "delivery"


def test_a_value_without_a_day_has_the_periods_last(journey):
    """And none where no period was asked for."""
    groups = {("ride", "experience"): sums([0.1] * 5), ("", "nps"): sums([1, 0, 1])}
    period = (date(2026, 7, 1), date(2026, 9, 30))
    found = measured(journey, answers(groups), period=period)
    assert found.at("ride").experience.measured == date(2026, 9, 30)
    assert found.metrics[0].measured == date(2026, 9, 30)
    assert (found.period.first, found.period.last) == period
    found = measured(journey, answers(groups))
    assert (found.at("ride").experience.measured, found.period) == (None, None)


def test_what_was_seen_is_told_by_source(journey):
    """Rows read, used and left out, with the days of those used."""
    left_out = {"no answer": Reason(3), "unknown touchpoint": Reason(2, {"Taxi": 2})}
    days = (date(2026, 7, 1), date(2026, 7, 9))
    source = answers({}, read=10, used=5, days=days, left_out=left_out)
    data = measured_data(measured(journey, source))
    assert data["sources"] == {
        "delivery": {"rows": 10, "used": 5, "from": "2026-07-01", "to": "2026-07-09"}
    }
    assert data["left_out"] == {
        "delivery": {"no answer": 3, "unknown touchpoint": {"rows": 2, "values": {"Taxi": 2}}}
    }


def test_it_stands_in_the_order_of_the_journeys_file(journey):
    """Touchpoints, personas and metrics, whatever the order of the sources."""
    enough = sums([0.1, 0.2, 0.3])
    groups = {
        ("ride", "csat"): enough,
        ("ride", "fcr"): enough,
        ("ride", "experience", "igor"): enough,
        ("ride", "experience", "anna"): enough,
        ("call", "experience"): enough,
    }
    data = measured_data(measured(journey, answers(groups)))
    assert list(data["scores"]) == ["call", "ride"]
    assert list(data["scores"]["ride"]["by_persona"]) == ["anna", "igor"]
    assert list(data["scores"]["ride"]["metrics"]) == ["fcr", "csat"]


def test_json_is_the_overlay_with_all_digits(journey):
    """Rounded, and without what does not exist, it is the file."""
    groups = {
        ("ride", "expectation"): sums([0.5, 0.1, 0.3], [1.0, 2.0, 0.7], date(2026, 7, 1)),
        ("ride", "experience"): sums([0.5, 0.0, 0.3], [1.0, 2.0, 0.7], date(2026, 7, 2)),
        ("ride", PAIR): sums([0.0, -0.1, 0.0], [1.0, 2.0, 0.7]),
        ("ride", "experience", "anna"): sums([0.1, 0.2, 0.3]),
        ("ride", "csat"): sums([1, 0, 1]),
        ("call", "expectation"): sums([0.1]),
        ("", "nps"): sums([1, 0, -1]),
        ("", "nps", "igor"): sums([1, 0]),
    }
    left_out = {"no answer": Reason(3)}
    source = answers(groups, read=10, used=7, left_out=left_out)
    found = measured(journey, source, period=(date(2026, 7, 1), None))
    assert isinstance(found.at("ride").paired, Paired)
    from cjm.project.overlays import overlay_text

    written = cjm_yaml(overlay_text(found, journey))
    assert written.pop("cjm-measured") == 1
    assert json.loads(json.dumps(tidy(measured_data(found)))) == written


def cjm_yaml(text):
    """The data of a YAML text, days as texts."""
    import yaml

    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def tidy(data):
    """Numbers to six digits, nothing that does not exist."""
    if isinstance(data, dict):
        kept = {key: tidy(value) for key, value in data.items()}
        return {
            key: value
            for key, value in kept.items()
            if value is not None and value != {} and value != []
        }
    if isinstance(data, list):
        return [tidy(value) for value in data]
    return round(data, 6) if isinstance(data, float) else data
