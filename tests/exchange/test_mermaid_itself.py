"""Mermaid's own parser agrees: on nodes and edges of what comes in, and with what goes out."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
from mermaid_flowcharts import (
    FLOWCHARTS,
    USER_JOURNEYS,
    WRONG_FLOWCHARTS,
    WRONG_USER_JOURNEYS,
)
from node_packages import NODE, needs_package

import cjm
from cjm.errors import InvalidJourneyError
from cjm.exchange.mermaid.flowchart import Flowchart
from cjm.exchange.mermaid.prepared import Prepared
from cjm.exchange.mermaid.user_journey import UserJourney

pytestmark = needs_package("mermaid")
ROOT = Path(__file__).parents[2]
EXAMPLES = tuple(p for p in sorted(ROOT.glob("journeys/*.yaml")) if p.name != "cjm.yaml")
GOING_OUT = tuple(
    cjm.convert(path.read_bytes(), "yaml", to, workspace=ROOT / "journeys/cjm.yaml").text
    for path in EXAMPLES[:4]
    for to in ("mermaid", "mermaid-journey")
)
ALL = (
    *FLOWCHARTS, *(text for text, _ in WRONG_FLOWCHARTS),
    *USER_JOURNEYS, *(text for text, _ in WRONG_USER_JOURNEYS), *GOING_OUT,
)  # fmt: skip


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """What Mermaid makes of each text, asked in one process."""
    script = Path(__file__).with_name("mermaid_read.mjs")
    given = json.dumps(ALL)
    made = run(["node", script, NODE], input=given, capture_output=True, text=True, check=True)
    return dict(zip(ALL, json.loads(made.stdout), strict=True))


def drawn_edges(edges: list[Any]) -> Counter[tuple[str, str]]:
    """The transitions that Mermaid's edges are."""
    pairs: Counter[tuple[str, str]] = Counter()
    for source, target, _, kind, stroke in edges:
        if stroke == "invisible":
            continue
        pairs[source, target] += 1
        if kind.startswith("double_arrow_point"):
            pairs[target, source] += 1
    return pairs


@pytest.mark.parametrize("text", FLOWCHARTS)
def test_nodes_edges_and_subgraphs_are_mermaids(text: str, answers: dict[str, Any]) -> None:
    """By name; an edge to a subgraph makes a node of its name for Mermaid too."""
    prepared = Prepared(text)
    graph = Flowchart(prepared).graph
    theirs = answers[text]
    assert prepared.faults == []
    assert "fault" not in theirs
    assert set(graph.vertices) - {"e1"} == {name for name, _ in theirs["nodes"]}
    ours = Counter((edge.source, edge.target) for edge in graph.edges)
    assert ours == drawn_edges(theirs["edges"])
    assert [part.title for part in sorted(graph.subgraphs, key=lambda part: part.title)] == sorted(
        title for _, title, _ in theirs["subgraphs"]
    )


@pytest.mark.parametrize(("text", "place"), WRONG_FLOWCHARTS)
def test_what_mermaid_refuses_is_a_fault_at_its_place(
    text: str, place: tuple[int, int], answers: dict[str, Any]
) -> None:
    """In a flowchart."""
    assert "fault" in answers[text]
    prepared = Prepared(text)
    Flowchart(prepared)
    assert prepared.faults[0].place[:2] == place
    with pytest.raises(InvalidJourneyError):
        cjm.convert(text, "mermaid", "yaml")


@pytest.mark.parametrize("text", USER_JOURNEYS)
def test_tasks_are_mermaids(text: str, answers: dict[str, Any]) -> None:
    """Names, sections and actors."""
    prepared = Prepared(text)
    journey = UserJourney(prepared)
    theirs = answers[text]
    assert prepared.faults == []
    assert "fault" not in theirs
    ours = [
        [journey.sections[task.section][1] if task.section is not None else "", task.name]
        for task in journey.tasks
    ]

    def told(text: str) -> str:
        return text.replace("&#58;", ":").replace("&#35;", "#").replace("&#59;", ";").strip()

    assert ours == [[told(section), told(name)] for section, name, _, _ in theirs["tasks"]]
    actors = [list(dict.fromkeys(filter(None, people))) for *_, people in theirs["tasks"]]
    assert [list(task.actors) for task in journey.tasks] == actors


@pytest.mark.parametrize(("text", "place"), WRONG_USER_JOURNEYS)
def test_what_mermaid_refuses_is_a_fault_at_its_place_in_a_user_journey_too(
    text: str, place: tuple[int, int], answers: dict[str, Any]
) -> None:
    """Line and column."""
    assert "fault" in answers[text]
    prepared = Prepared(text)
    UserJourney(prepared)
    assert prepared.faults[0].place[:2] == place


@pytest.mark.parametrize("text", GOING_OUT, ids=range(len(GOING_OUT)))
def test_mermaid_reads_what_goes_out(text: str, answers: dict[str, Any]) -> None:
    """Flowcharts and user journeys."""
    assert "fault" not in answers[text]
