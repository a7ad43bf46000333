"""Maps as teams publish them can be written down whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import cjm

ROOT = Path(__file__).parents[2]
MAPS = [
    *sorted((ROOT / "tests" / "data" / "journeys").glob("*.yaml")),
    ROOT / "docs/examples/dentist.yaml",
]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_a_published_kind_of_map_is_a_journey(file):
    """Nothing of it is refused, and it is written again as it was."""
    journey = cjm.load(file)
    assert cjm.loads(cjm.dump(journey)) == journey
    assert any(point.actions for point in journey.touchpoints)
    assert any(point.thoughts for point in journey.touchpoints)
    assert any(point.opportunities for point in journey.touchpoints)
    assert any(len(point.channels) > 1 for point in journey.touchpoints)
    assert any(way.wait for point in journey.touchpoints for way in point.next)


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_its_page_and_its_pictures_can_be_made(file):
    """With one score, with none, with both."""
    assert cjm.show(cjm.load(file))
    assert cjm.render(cjm.load(file), format="mermaid")
