"""Analyses and diagrams are worked out once for as long as somebody holds them."""

from __future__ import annotations

import gc
from pathlib import Path

import cjm
from cjm.analysis import core
from cjm.maps.content.compose import compose

TAXI = Path(__file__).parents[2] / "journeys" / "business-taxi.yaml"


def test_a_journey_has_one_analysis_while_somebody_holds_it():
    """Its personas' are parts of it, and an equal journey has its own."""
    journey = cjm.load(TAXI)
    whole = cjm.analyze(journey)
    assert cjm.analyze(journey) is whole
    for persona in journey.personas:
        part = cjm.analyze(journey, persona.id)
        assert any(part is one for one in whole.personas)
    assert cjm.analyze(cjm.load(TAXI)) is not whole


def test_an_analysis_that_nobody_holds_is_forgotten():
    """So is its diagram: a run over many journeys does not grow."""
    journey = cjm.load(TAXI)
    key, analysis = id(journey), cjm.analyze(journey)
    compose(journey, analysis)
    assert key in core._ALIVE
    del analysis
    gc.collect()
    assert key not in core._ALIVE


def test_a_diagram_is_composed_once_for_each_way_to_tell_it():
    """By language, by the journey beside it, by the personas asked for."""
    journey, other = cjm.load(TAXI), cjm.load(TAXI)
    analysis = cjm.analyze(journey)
    diagram = compose(journey, analysis, "ru")
    assert compose(journey, analysis, "ru", (journey,), ("one",)) is diagram
    assert compose(journey, analysis, "en") is not diagram
    assert compose(journey, analysis, "ru", (other,)) is not diagram
    personas = tuple(persona.id for persona in journey.personas)
    assert compose(journey, analysis, "ru", (), personas) is not diagram
