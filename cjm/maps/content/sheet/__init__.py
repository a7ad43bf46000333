"""What the map sheet says: Journey and Analysis → Sheet (plain data)."""

from cjm.maps.content.sheet.compose import sheet_of
from cjm.maps.content.sheet.lanes import LANES

__all__ = ["LANES", "sheet_of"]
