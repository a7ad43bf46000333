"""A journey built in Python without a file is equal to the same one loaded."""

from __future__ import annotations

import json

from hypothesis import given, settings

import cjm
from cjm.journey import Journey, Persona, PersonaScores, Score, Start, Touchpoint, Transition
from cjm.project.loading import read_journey
from cjm.source import parse
from cjm.testing import assert_written_and_read
from cjm.testing.strategies import complete_journeys


@settings(max_examples=40, deadline=None)
@given(complete_journeys())
def test_a_journey_built_in_python_equals_the_same_one_loaded(journey):
    """Written in its shortest form and loaded, a journey comes back equal, every field of it."""
    text = assert_written_and_read(journey)
    assert cjm.dump(cjm.loads(text)) == text


@settings(max_examples=30, deadline=None)
@given(complete_journeys())
def test_data_is_written_once_and_for_all(journey):
    """Encoding what was decoded changes nothing, and JSON holds all of it."""
    data = cjm.to_dict(journey)
    assert cjm.from_dict(data) == journey
    assert cjm.to_dict(cjm.from_dict(data)) == data
    assert json.loads(json.dumps(data)) == data


def test_building_in_python_needs_no_more_than_writing_does():
    """Defaults and shorthands hold in Python as in YAML."""
    built = Journey(
        "taxi",
        (
            Touchpoint("book", expectation=8, experience=8.4, next=(Transition("ride"),)),
            Touchpoint("ride", by_persona=(PersonaScores("anna", 8, 9),)),
        ),
    )
    text = (
        "cjm: 1\ntouchpoints:\n  book: {expectation: 8, experience: 8.4, next: ride}\n"
        "  ride: {by_persona: {anna: {expectation: 8, experience: 9}}}\n"
    )
    assert read_journey(parse(text), "taxi.yaml").journey == built
    assert built.start == (Start("book", 1),)
    assert built.personas == (Persona("anna"),)
    assert built["book"].expectation == Score(8)
