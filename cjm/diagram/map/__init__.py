"""The map: Journey and Analysis → Sheet (plain data) → layout → the SVG of a classic map sheet."""

from cjm.diagram.map.compose import sheet_of
from cjm.diagram.map.drawing import draw
from cjm.diagram.map.lanes import LANES

__all__ = ["LANES", "draw", "sheet_of"]
