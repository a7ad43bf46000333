"""What the tests ask a graph before it is painted: its content, its layout."""

from __future__ import annotations

from cjm.analysis import analyze
from cjm.journey import Journey
from cjm.maps.content.compose import compose
from cjm.maps.content.model import Diagram
from cjm.maps.views.graph.layout import Layout, grid_of, lay_out, staged_columns
from cjm.maps.views.graph.layout.dot import dot_of
from cjm.maps.views.graph.layout.positions import positions_of
from cjm.system.graphviz import layout_program


def composed(journey: Journey, persona: str | None = None) -> Diagram:
    """The journey's diagram."""
    return compose(journey, analyze(journey, persona))


def laid_out(journey: Journey, engine: str = "embedded") -> tuple[Diagram, Layout]:
    """The journey's diagram with a place for everything."""
    diagram = composed(journey)
    columns = staged_columns(diagram)
    dot = dot_of(diagram, [c.ids for c in columns if c.ids])
    placed = positions_of(layout_program(engine)(dot), len(diagram.cards))
    return diagram, lay_out(diagram, grid_of(diagram, columns, placed))
