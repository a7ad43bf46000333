"""Journey → Analysis: every figure of the customer journey, as numbers only."""

from cjm.analysis.core import Analysis, TouchpointFigures, analyze

__all__ = ["Analysis", "TouchpointFigures", "analyze"]
