"""The mapping of the real data is read without a fault."""

from __future__ import annotations

from pathlib import Path

from cjm.data.definition import Reviews
from cjm.data.reading_definition import read_definition, read_topics


def test_the_definition_of_the_real_data_is_read(data: Path):
    """Each kind of source is among them, and the topics that one names."""
    definition = read_definition(str(data / "data.yaml"))
    assert {type(source).__name__ for source in definition.sources.values()} == {
        "Survey",
        "Events",
        "Sales",
        "Reviews",
    }
    lounges = definition.sources["lounges"]
    assert isinstance(lounges, Reviews)
    assert len(read_topics(str(data / lounges.topics)).topics) == 8
