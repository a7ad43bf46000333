"""The view map: the classic sheet, stages above, a lane for each kind of what is known."""

from cjm.maps.views.map.drawing import draw

__all__ = ["draw"]
