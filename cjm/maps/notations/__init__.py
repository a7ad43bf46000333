"""Diagram → text that other tools draw: Graphviz's DOT, Mermaid's flowchart and user journey."""

from cjm.maps.notations.graphviz import graphviz_of
from cjm.maps.notations.limits import Limited, is_long, too_long, within_limits
from cjm.maps.notations.userjourney import user_journey_of

__all__ = ["Limited", "graphviz_of", "is_long", "too_long", "user_journey_of", "within_limits"]
