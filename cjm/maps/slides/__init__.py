"""Slides: a journey as a presentation that can be edited, a kind of slide a module."""

from cjm.maps.slides.presentation import presentation_of

__all__ = ["presentation_of"]
