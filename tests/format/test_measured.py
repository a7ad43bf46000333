"""An overlay is read and written by one table of fields, each of which is held here."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from format_table import records
from hypothesis import given, settings
from jsonschema import Draft202012Validator

import cjm
from cjm.format import Context
from cjm.format.kinds import INVALID
from cjm.format.measured import MEASURED, encoded_measured, measured_of
from cjm.i18n import translate
from cjm.journey import Journey, Metric, Score, Touchpoint
from cjm.journey.measured import LeftOutRows, Measured, MeasuredTouchpoint
from cjm.journey.measurement import Measurement
from cjm.journey.sorting import in_file_order
from cjm.project.overlays import overlay_path, overlay_text
from cjm.records import replace
from cjm.source import parse
from cjm.source.emit import emit
from cjm.testing.strategies import overlays

FULL = """\
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
period: {from: 2026-07-01, to: 2026-09-30}
sources: {delivery: {rows: 5210, used: 5094, from: 2026-07-01, to: 2026-09-28}}
scores:
  ride:
    expectation: {score: 8.912, n: 412, sd: 1.204, measured: 2026-09-28, source: delivery}
    experience: {score: 5.31, n: 398, effective: 350.5, sd: 2.417, measured: 2026-09-28}
    paired: {n: 390, effective: 344.25, sd: 2.31, below: 0.52}
    by_persona:
      anna:
        expectation: {score: 9, n: 1}
        experience: {score: 4.2, n: 200, sd: 2.2}
        paired: {n: 190, sd: 2.1}
        metrics: {csat: {value: 50, n: 40}}
    metrics: {csat: {value: 71.105528, unit: "%", n: 398, effective: 350.5,
                     interval: [66.467380, 75.340153], measured: 2026-09-28, source: delivery}}
    topics: {delivery: {reviews: 12, negative: 9, pain: 0.3125}}
    quotes: [Quiet please, {quote: Too loud, source: voices}]
by_persona: {anna: {metrics: {nps: {value: -12.5, n: 60}}, thin_metrics: {fcr: 3}}}
metrics: {nps: {value: 22.613065, n: 1, interval: ~}}
thin: {cancel: {expectation: 3, experience: 4, metrics: {csat: 1}, by_persona: {
  anna: {expectation: 1, experience: 2, metrics: {csat: 1}}}}}
thin_metrics: {fcr: 4}
left_out: {delivery: {"score off the scale": 12, "unknown touchpoint": {
  rows: 104, values: {Taxi: 90}}}}
"""
SCHEMA = Draft202012Validator(cjm.schema("measured"))
DATA: dict[str, Any] = parse(FULL).root.data


def read(text: str) -> tuple[Measured | None, list[str]]:
    """The overlay that a text holds, and what is wrong in it."""
    source, context = parse(text), Context()
    values = MEASURED.decode(source.root, source.first_key, context)
    told = [translate(fault.message, "en") for fault in context.faults]
    return None if values is INVALID else measured_of(values), told


def keys_of(data: Any) -> set[str]:
    """Every key in plain data."""
    if isinstance(data, dict):
        return set(data).union(*map(keys_of, data.values()))
    return set[str]().union(*map(keys_of, data)) if isinstance(data, list) else set()


def test_an_overlay_with_every_field_is_read_whole():
    """Nothing of it is a fault, each value lands in its record, and the schema takes it."""
    measured, faults = read(FULL)
    assert faults == []
    assert measured is not None
    ride = measured.at("ride")
    assert ride.expectation == Score(
        8.912, 412, 1.204, "delivery", date(2026, 9, 28), measurement=Measurement()
    )
    assert ride.experience is not None
    assert ride.experience.measurement == Measurement(350.5)
    assert ride.metrics[0].measurement == Measurement(350.5, (66.46738, 75.340153), "delivery")
    assert measured.at("cancel") == MeasuredTouchpoint("cancel")
    assert SCHEMA.is_valid(DATA)


def test_the_example_has_every_field_of_the_table():
    """So what the tests here say of it, they say of the format."""
    named = {key for record in records(MEASURED) for key in record.fields}
    assert named <= keys_of(DATA)


def test_what_was_read_is_written_the_same():
    """An overlay comes back equal, and once written it does not change a byte."""
    journey = Journey("taxi", (Touchpoint("ride"), Touchpoint("cancel")), personas=("anna",))
    measured, _ = read(FULL)
    assert measured is not None
    text = overlay_text(measured, journey)
    again, faults = read(text)
    assert (again, faults) == (measured, [])
    assert overlay_text(measured, journey) == text


JOURNEY = Journey(
    "taxi", (Touchpoint("ride"), Touchpoint("cancel"), Touchpoint("оплата")), personas=("anna", "1")
)


@settings(max_examples=40, deadline=None)
@given(overlays(JOURNEY).map(lambda measured: in_file_order(measured, JOURNEY)))
def test_any_overlay_comes_back_equal(measured):
    """Whatever may have been measured of a journey is written and read, and its schema takes it."""
    text = overlay_text(measured, JOURNEY)
    again, faults = read(text)
    assert faults == []
    assert again == measured
    assert overlay_text(again, JOURNEY) == text
    assert [error.message for error in SCHEMA.iter_errors(parse(text).root.data)] == []


def test_numbers_are_written_to_six_decimals():
    """And without a fraction of nothing."""
    measured = Measured(
        "taxi",
        "as-is",
        (0, 10),
        scores=(MeasuredTouchpoint("ride", experience=Score(20 / 3, 3, 1e-9)),),
        metrics=(Metric("nps", 100 / 7, n=7, measurement=Measurement(interval=(-2.0, 30.5))),),
    )
    data = encoded_measured(measured)
    assert data["scores"]["ride"]["experience"] == {"score": 6.666667, "n": 3, "sd": 0}
    assert data["metrics"]["nps"]["value"] == 14.285714
    assert data["metrics"]["nps"]["interval"][0] == -2


def test_it_is_sorted_as_the_journeys_file():
    """Touchpoints and personas as there, values left out by their rows, whatever their order."""
    journey = Journey(
        "taxi",
        (Touchpoint("ride", metrics={"csat": 1}), Touchpoint("book")),
        personas=("boris", "anna"),
    )
    text = """\
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
scores:
  book: {experience: {score: 1, n: 1}}
  ride:
    by_persona: {anna: {experience: {score: 1, n: 1}}, boris: {experience: {score: 2, n: 1}}}
    metrics: {ces: {value: 1, n: 1}, csat: {value: 1, n: 1}}
thin: {book: {experience: 1}, ride: {experience: 1}}
left_out: {b: {later: 1}, a: {z: 1, k: {rows: 3, values: {x: 1, a: 1, y: 2}}}}
"""
    measured, _ = read(text)
    assert measured is not None
    data = parse(overlay_text(measured, journey)).root.data
    assert list(data["scores"]) == ["ride", "book"]
    assert list(data["scores"]["ride"]["by_persona"]) == ["boris", "anna"]
    assert list(data["scores"]["ride"]["metrics"]) == ["csat", "ces"]
    assert list(data["thin"]) == ["ride", "book"]
    assert list(data["left_out"]) == ["a", "b"]
    assert list(data["left_out"]["a"]) == ["k", "z"]
    assert list(data["left_out"]["a"]["k"]["values"]) == ["y", "a", "x"]
    turned = replace(measured, scores=measured.scores[::-1], thin=measured.thin[::-1])
    assert overlay_text(turned, journey) == overlay_text(measured, journey)


def ways(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of the example that is no mapping and no list."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for key, value in items:
        nested = isinstance(value, (dict, list))
        found += ways(value, (*way, key)) if nested else [(*way, key)]
    return found


LEAVES = ways(DATA)


@pytest.mark.parametrize("way", LEAVES, ids=lambda way: ".".join(map(str, way)))
def test_a_wrong_value_is_a_fault_wherever_it_stands(way):
    """Nothing of an overlay is taken on trust: each field refuses a list, and says so."""
    data = copy.deepcopy(DATA)
    part = data
    for key in way[:-1]:
        part = part[key]
    part[way[-1]] = [[]]
    _, faults = read(emit(data))
    assert len(faults) == 1
    assert not SCHEMA.is_valid(data)


@pytest.mark.parametrize(
    ("written", "wrong", "told"),
    [
        ("cjm-measured: 1", "cjm-measured: 2", "expected the format's version, 1, not '2'"),
        ("journey: taxi\n", "", "'journey' is missing"),
        ("state: as-is", "state: was", "expected as-is or to-be, not 'was'"),
        ("scale: [0, 10]", "scale: [10, 0]", "the scale's low end is not below its high end"),
        ("to: 2026-09-30", "to: 2026-06-30", "its last day is before its first"),
        ("rows: 5210", "rows: -1", "-1 is negative"),
        ("n: 412", "n: 0", "0 is less than 1"),
        ("n: 412", "n: 1", "a standard deviation needs n of 2 or more"),
        ("n: 412, ", "", "'n' is missing"),
        ("effective: 344.25", "effective: 0.5", "0.5 is less than 1"),
        (
            "effective: 344.25",
            "effective: 1",
            "a standard deviation needs effective answers of more than 1",
        ),
        ("below: 0.52", "below: 52", "52 is more than 1"),
        (
            "[66.467380, 75.340153]",
            "[75, 66]",
            "the interval's low end is above its high end",
        ),
        ("source: delivery}\n    exp", "source: delivery, why: x}\n    exp", "unknown key 'why'"),
        ("pain: 0.3125", "pain: -1", "-1 is negative"),
        ("{fcr: 4}", "{fcr: 4.5}", "expected a whole number, 1 or more, not '4.5'"),
    ],
)
def test_what_cannot_be_so_is_told(written, wrong, told):
    """By the same sentences as in a journey, and once."""
    assert FULL.count(written) >= 1
    measured, faults = read(FULL.replace(written, wrong, 1))
    assert faults == [told]
    assert measured is None


def test_an_overlay_is_named_after_its_journey():
    """Whatever the ending of that."""
    assert overlay_path("journeys/taxi.yaml") == "journeys/taxi.measured.yaml"
    assert overlay_path("taxi.en.yml") == "taxi.en.measured.yaml"


def test_values_that_look_the_same_are_one():
    """Keys of a file are compared in NFC: written twice they would be a fault of the overlay."""
    rows = (LeftOutRows("unknown touchpoint", 3, (("й", 1), ("и\u0306", 2))),)
    measured = Measured("taxi", "as-is", (0, 10), left_out=(("delivery", rows),))
    text = overlay_text(measured, Journey("taxi", (Touchpoint("ride"),)))
    assert read(text)[1] == []
    assert parse(text).root.data["left_out"]["delivery"]["unknown touchpoint"]["values"] == {"й": 3}
