"""Layout: Diagram and the engine's positions → a place for everything on the map."""

from cjm.maps.views.graph.layout.budget import Budget
from cjm.maps.views.graph.layout.grid import Grid, grid_of, staged_columns
from cjm.maps.views.graph.layout.places import Layout, Marker, lay_out

__all__ = ["Budget", "Grid", "Layout", "Marker", "grid_of", "lay_out", "staged_columns"]
