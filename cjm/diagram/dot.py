"""Diagram → DOT: what the layout engine is asked. Only order and positions come back.

Cards are called p0, p1, … so that no id or title of a journey ever reaches the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from cjm.diagram.model import Arrow, Diagram

HEIGHT, GAP = 1.5, 0.5
"""A card and the gap below it in inches, so that a row is 2 inches or 144 points high."""
ROW = (HEIGHT + GAP) * 72
MOST_ARROWS = 400
"""With more transitions than this, each touchpoint's few most probable ones speak for all:
engines take minutes on complete graphs."""
FEW = 3


def dot_of(diagram: Diagram, columns: Sequence[Sequence[str]] = ()) -> str:
    """The DOT of a diagram; `columns` of ids are kept as they are, in order, where given."""
    import graphviz

    graph = graphviz.Digraph("journey")
    # Only positions are used, so no splines: they would be the dearest part of the run.
    graph.attr(rankdir="LR", splines="", nodesep=str(GAP), ranksep="1")
    graph.attr("node", shape="box", fixedsize="true", width="2", height=str(HEIGHT), label="")
    names = {card.id: f"p{i}" for i, card in enumerate(diagram.cards)}
    column = {id: i for i, ids in enumerate(columns) for id in ids}
    for card in diagram.cards:
        graph.node(names[card.id])
    for ids in columns:
        _add_column(graph, [names[i] for i in ids])
    for left, right in pairwise(columns):
        graph.edge(names[left[0]], names[right[0]], style="invis", weight="0")
    for arrow in _telling(diagram):
        start, end = column.get(arrow.source, 0), column.get(arrow.target, 1)
        if columns and start == end:
            continue
        graph.edge(
            names[arrow.source],
            names[arrow.target],
            weight=str(1 + round(8 * arrow.probability)),
            # A way back must not draw a later stage left of an earlier one.
            constraint="false" if columns and start > end else None,
        )
    return str(graph.source)


def _add_column(graph: Any, names: list[str]) -> None:
    """One column; the unseen chain keeps its order."""
    with graph.subgraph() as column:
        column.attr(rank="same")
        for name in names:
            column.node(name)
        for upper, lower in pairwise(names):
            column.edge(upper, lower, style="invis")


def _telling(diagram: Diagram) -> list[Arrow]:
    """The transitions the engine shall see: no self-loops, and of very many only a few each."""
    arrows = [a for a in diagram.arrows if a.source != a.target]
    if len(arrows) <= MOST_ARROWS:
        return arrows
    few: list[Arrow] = []
    for card in diagram.cards:
        own = [a for a in arrows if a.source == card.id]
        few += sorted(own, key=lambda a: -a.probability)[:FEW]
    return few
