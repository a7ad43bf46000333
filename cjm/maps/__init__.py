"""Diagrams: Journey → a map as SVG, PNG or PDF, or as DOT or Mermaid."""

from cjm.maps.render import render

__all__ = ["render"]
