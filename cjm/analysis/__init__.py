"""Journey → Analysis: every figure of the customer journey, as numbers only."""

from cjm.analysis.core import Analysis, analyze
from cjm.analysis.touchpoints import TouchpointFigures

__all__ = ["Analysis", "TouchpointFigures", "analyze"]
