"""Diagram → text that other tools draw: Graphviz's DOT, Mermaid's flowchart and user journey."""

from cjm.maps.notations.flowchart import flowchart_of
from cjm.maps.notations.graphviz import graphviz_of
from cjm.maps.notations.userjourney import user_journey_of

__all__ = ["flowchart_of", "graphviz_of", "user_journey_of"]
