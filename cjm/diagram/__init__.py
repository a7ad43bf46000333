"""Diagrams: Journey → a map as SVG or PNG."""

from cjm.diagram.render import render

__all__ = ["render"]
