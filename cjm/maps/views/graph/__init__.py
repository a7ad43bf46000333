"""The view graph: touchpoints as cards, transitions as arrows."""

from cjm.maps.views.graph.drawing import draw

__all__ = ["draw"]
