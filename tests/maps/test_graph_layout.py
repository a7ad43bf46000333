"""The DOT the engine gets, and that either engine leads to the same map."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import which

import pytest
from graph_probe import composed, laid_out
from graph_samples import SHAPES, complete, hostile, loops, small

import cjm
from cjm.maps.views.graph.layout import staged_columns
from cjm.maps.views.graph.layout.dot import dot_of
from cjm.maps.views.graph.layout.positions import positions_of
from cjm.system.graphviz import layout_program

LOOPS = """\
digraph journey {
	nodesep=0.5 rankdir=LR ranksep=1 splines=""
	node [fixedsize=true height=1.5 label="" shape=box width=2]
	p0
	p1
	p2
	p3
	p4
	p5
	p6
	p7
	p8
	{
		rank=same
		p0
		p1
		p2
		p0 -> p1 [style=invis]
		p1 -> p2 [style=invis]
	}
	{
		rank=same
		p3
		p4
		p3 -> p4 [style=invis]
	}
	{
		rank=same
		p5
	}
	{
		rank=same
		p6
		p7
		p8
		p6 -> p7 [style=invis]
		p7 -> p8 [style=invis]
	}
	p0 -> p3 [style=invis weight=0]
	p3 -> p5 [style=invis weight=0]
	p5 -> p6 [style=invis weight=0]
	p0 -> p6 [weight=3]
	p2 -> p3 [weight=5]
	p3 -> p0 [constraint=false weight=3]
	p3 -> p5 [weight=3]
	p4 -> p5 [weight=3]
	p4 -> p6 [weight=3]
	p5 -> p6 [weight=5]
	p5 -> p0 [constraint=false weight=3]
	p5 -> p4 [constraint=false weight=3]
	p6 -> p0 [constraint=false weight=3]
	p6 -> p3 [constraint=false weight=3]
	p6 -> p5 [constraint=false weight=2]
	p7 -> p1 [constraint=false weight=4]
}
"""


UNSTAGED = """\
digraph journey {
	nodesep=0.5 rankdir=LR ranksep=1 splines=""
	node [fixedsize=true height=1.5 label="" shape=box width=2]
	p0
	p1
	p2
	p3
	p0 -> p2 [weight=5]
	p0 -> p1 [weight=3]
	p1 -> p0 [weight=5]
	p1 -> p2 [weight=5]
	p2 -> p3 [weight=9]
}
"""


def staged_dot(name: str) -> str:
    """The DOT of a sample, with its columns."""
    diagram = composed(SHAPES[name]())
    return dot_of(diagram, [c.ids for c in staged_columns(diagram) if c.ids])


def test_the_dot_keeps_stages_and_order() -> None:
    """One rank a stage, in file order; ways back do not push a stage to the left."""
    diagram = composed(loops())
    dot = dot_of(diagram, [c.ids for c in staged_columns(diagram)])
    assert dot == LOOPS


def test_the_dot_of_the_worked_example() -> None:
    """Without stages the engine is free to rank; loops and likely path do not sway it."""
    worked = cjm.load(Path(__file__).parents[2] / "docs" / "examples" / "worked.yaml")
    assert dot_of(composed(worked)) == UNSTAGED


def test_nothing_of_a_journey_reaches_the_engine_but_its_shape() -> None:
    """No id, no title: only names of our own."""
    diagram = composed(hostile())
    dot = dot_of(diagram, [c.ids for c in staged_columns(diagram)])
    assert set(re.findall(r"^\t+(\w+)", dot, re.M)) <= {
        "nodesep", "node", "rank", *(f"p{i}" for i in range(12))
    }  # fmt: skip
    assert re.fullmatch(r"[\w\s{}\[\]=\"<>;.-]*", dot, re.A)


def test_very_many_transitions_are_told_by_a_few() -> None:
    """An engine would hang on a complete graph of 40 touchpoints."""
    assert dot_of(composed(complete(40))).count("->") == 120
    assert dot_of(composed(complete(9))).count("->") == 72


@pytest.mark.skipif(not which("dot"), reason="no system Graphviz")
@pytest.mark.parametrize("name", ["coffee", "small", "loops", "unstaged", "loose"])
def test_both_engines_lead_to_the_same_columns_and_rows(name: str) -> None:
    """Debian's Graphviz 2.43 and the embedded 16.1 agree on the samples."""
    journey = SHAPES[name]()
    (_, one), (_, other) = laid_out(journey), laid_out(journey, engine="dot")
    assert one.grid == other.grid


def test_positions_are_read_for_every_card() -> None:
    """One pair of coordinates each, stages from left to right."""
    diagram = composed(small())
    dot = dot_of(diagram, [c.ids for c in staged_columns(diagram)])
    placed = positions_of(layout_program()(dot), 3)
    assert sorted(placed) == ["p0", "p1", "p2"]
    assert placed["p0"][0] < placed["p1"][0] < placed["p2"][0]
