"""What the map sheet says: Journey and Analysis → Sheet (plain data)."""

from cjm.maps.content.sheet.compose import sheet_of

__all__ = ["sheet_of"]
