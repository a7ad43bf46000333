"""Drawing: Diagram and Layout → the text of an SVG."""

from cjm.diagram.drawing.sheet import draw

__all__ = ["draw"]
