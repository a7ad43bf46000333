"""A journey's frames hold every field of a touchpoint, and make an equal journey again."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

import cjm

pandas = pytest.importorskip("pandas", reason="pandas is not installed")

EVERYTHING = Path(__file__).parents[1] / "journeys" / "silent" / "everything.yaml"


def built_again(journey: cjm.Journey, points: Any) -> cjm.Journey:
    """The journey of a frame, with what is not of the touchpoints."""
    names = (*journey.__dataclass_fields__,)
    others = {n: getattr(journey, n) for n in names if n not in ("touchpoints", "id")}
    return cjm.Journey.from_frame(points, journey.to_frame("transitions"), id=journey.id, **others)


def test_a_frame_makes_an_equal_journey() -> None:
    """Scores with their evidence, paired answers, metrics, personas' own, scenarios, own rows."""
    journey = cjm.loads(EVERYTHING.read_bytes())
    again = built_again(journey, journey.to_frame())
    for point in journey.touchpoints:
        assert again[point.id] == point
    assert again == journey


def test_every_field_of_a_touchpoint_has_a_column() -> None:
    """But for the transitions, which have a frame of their own."""
    frame = cjm.loads(EVERYTHING.read_bytes()).to_frame()
    columns = {column.split("_")[0] for column in frame.columns} | set(frame.columns)
    fields = set(cjm.Touchpoint.__dataclass_fields__)
    inner = {"id", "next", "lanes", "unread", "other_channels", "written_pair"}
    assert fields - columns - inner == set()


def test_plain_columns_go_through_csv() -> None:
    """A spreadsheet may hold them: numbers, texts, nothing."""
    points = {"a": {"expectation": 8, "experience": 7, "paired": {"n": 40, "sd": 2, "below": 0.5}}}
    journey = cjm.Journey("x", points)
    names = ["title", "expectation", "experience", "paired_n", "paired_sd", "paired_below"]
    csv = journey.to_frame()[names].to_csv()
    again = cjm.Journey.from_frame(pandas.read_csv(io.StringIO(csv)), id="x")
    assert again == journey
