"""Diagram → text that other tools draw: Graphviz's DOT, Mermaid's flowchart and user journey."""

from cjm.diagram.notations.flowchart import flowchart_of
from cjm.diagram.notations.graphviz import graphviz_of
from cjm.diagram.notations.userjourney import user_journey_of

__all__ = ["flowchart_of", "graphviz_of", "user_journey_of"]
