"""What the one page offers to begin with: the journeys of this repository, and a first one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tool_scripts import tool

import cjm

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def examples() -> dict[str, Any]:
    made: dict[str, Any] = tool("studio_examples").examples()
    return made


def test_every_example_journey_is_there_with_its_text(examples: dict[str, Any]) -> None:
    there = {p.name for p in (ROOT / "journeys").glob("*.yaml")} - {"cjm.yaml"}
    assert {one["path"] for one in examples["journeys"]} == there
    assert all(
        one["text"] == (ROOT / "journeys" / one["path"]).read_text(encoding="utf-8")
        for one in examples["journeys"]
    )


def test_an_example_says_in_both_languages_what_it_comes_to(examples: dict[str, Any]) -> None:
    """Two sentences, the balance in its colour; the plan's first step is left for later."""
    (taxi,) = (one for one in examples["journeys"] if one["path"] == "business-taxi.yaml")
    said = "".join(text for text, _ in taxi["verdict"]["ru"])
    assert said.startswith("Средний клиент заканчивает с балансом −0,24; ")
    assert said.endswith("ждут 8, получают 3; сюда доходят 14\N{NO-BREAK SPACE}%.")
    assert ["−0.24", "disappointment"] in taxi["verdict"]["en"]
    assert taxi["in_two_languages"]
    assert taxi["gaps"][:2] == [1, 0]


def test_a_journey_without_scores_says_nothing_of_them(examples: dict[str, Any]) -> None:
    (course,) = (one for one in examples["journeys"] if one["path"] == "online-course.yaml")
    assert course["verdict"] == {"en": [], "ru": []}
    assert set(course["gaps"]) == {None}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_first_journey_stands_by_itself(
    language: str, examples: dict[str, Any], tmp_path: Path
) -> None:
    """Without a workspace it checks green, in its language."""
    first = examples["first"][language]
    path = tmp_path / first["path"]
    path.write_text(first["text"], encoding="utf-8")
    report = cjm.check(path)
    assert [finding.code for finding in report.findings] == []
    assert cjm.load(path).language == language
